"""One export in a process of its own: ``python -m playground.engine.export.process``.

Converting a network keeps Python's interpreter lock for seconds and cannot be interrupted: here it disturbs no
training, and ending it is ending a process. The job comes on standard input: a line of JSON, then the bytes that it
speaks of. Answers are lines of JSON. When the input ends, nobody waits any more: what was begun is removed, and the
process ends.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from dataclasses import asdict, replace
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from playground.core.language import speak_as_told, tr

if TYPE_CHECKING:
    from playground.engine.trained import TrainedModel

_NICE = 5  # training goes first


def main() -> None:
    """Do the one job. Its end, good or bad, is the last answer."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    speak_as_told()
    os.dup2(2, 1)  # whatever else is printed goes to the error output
    if hasattr(os, "nice"):
        os.nice(_NICE)
    stream = sys.stdin.buffer
    job: dict[str, Any] = json.loads(stream.readline())
    parts = [_read(stream, size) for size in job["sizes"]]
    threading.Thread(target=_follow, args=(stream, job), daemon=True).start()

    def answer(**values: Any) -> None:
        answers.write(json.dumps(values) + "\n")
        answers.flush()

    try:
        answer(exported=_export(job, parts, answer))
    except MemoryError:
        answer(error=tr("This machine has too little memory for the export; nothing was written."), hint="")
    except Exception as error:  # noqa: BLE001  (every failure is told; unexpected ones by their name)
        answer(error=_message(error), hint=getattr(error, "hint", ""))
    # at once: while the interpreter unwinds, threads of native libraries that still live may abort the process
    os._exit(0)


def _export(job: dict[str, Any], parts: list[bytes], answer: Any) -> dict[str, Any]:
    from playground.engine.export import export
    from playground.engine.threads import use_training_threads

    use_training_threads()
    model, samples = _model(job, parts), None
    if job["samples"] is not None:
        import numpy as np

        kind, sizes = job["samples"]
        samples = np.frombuffer(parts[-1], dtype=np.dtype(kind)).reshape(sizes).copy()
    done = export(
        model, Path(job["path"]), job["format"], data_dir=job["data_dir"], samples=samples,
        tell=lambda stage: answer(stage=stage), token=job["token"],
        part=job["part"],
    )  # fmt: skip
    files = [str(path) for path in done.files]
    return {"lines": done.lines, "files": files, "proof": asdict(done.proof), "replaced": done.replaced}


def _model(job: dict[str, Any], parts: list[bytes]) -> TrainedModel:
    from playground.engine.trained import TrainedModel

    if job["bundle"] is not None:
        from playground.engine.checkpoint import load_bundle

        return load_bundle(job["bundle"], parts[0]).model()
    from safetensors.torch import load

    from playground.core.files import parse_project
    from playground.engine.data import Fitted

    inputs, targets = (Fitted.from_dict(job[name]) if job[name] else None for name in ("inputs", "targets"))
    found = TrainedModel.with_weights(
        parse_project(job["project"]), job["network"], load(parts[0]), inputs=inputs, targets=targets,
        words=tuple(job["words"]),
    )  # fmt: skip
    return replace(found, data_sha256=job["data_sha256"])


def _message(error: Exception) -> str:
    from playground.core.files import FileError
    from playground.engine.errors import CannotTrain
    from playground.engine.export.errors import ExportError

    if isinstance(error, (ExportError, CannotTrain)):
        return error.message
    if isinstance(error, FileError):
        return str(error)
    first = (str(error).strip().splitlines() or [""])[0][:200]
    what = f"{type(error).__name__}: {first}" if first else type(error).__name__
    return tr("The export failed unexpectedly: {what}; nothing was written.", what=what)


def _read(stream: IO[bytes], size: int) -> bytes:
    content = stream.read(size)
    if len(content) != size:  # whoever asked is gone
        os._exit(1)
    return content


def _follow(stream: IO[bytes], job: dict[str, Any]) -> None:
    """Wait for the end of the input, and make it the end of this process."""
    stream.read(1)
    from playground.engine.export.beside import clear_up

    clear_up(Path(job["path"]), job["token"])
    os._exit(1)


if __name__ == "__main__":
    main()
