"""Reads an exported file as anyone would who does not have this program, and runs it.

A script for a process of its own: it imports nothing of the program, and makes sure that nothing else does. Orders come
as lines of JSON on standard input, answers go as lines of JSON to standard output. When the input ends, so does it.
"""

from __future__ import annotations

import importlib
import importlib.util
import json
import os
import queue
import statistics
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

Run = Callable[[list[np.ndarray]], list[np.ndarray]]

# What each kind of file is read with; what must not be there, so that nobody leans on it.
NEEDS = {
    "pt": ("torch",),
    "safetensors": ("torch", "safetensors.torch"),
    "onnx": ("onnxruntime",),
    "pt2": ("torch", "torch.export"),
    "py": ("torch",),
}
WITHOUT = {"onnx": ("torch",), "py": ("safetensors", "sklearn", "PIL", "onnx")}
# Runs that are timed: at least and at most, and how long they may take in all once the least are done.
LEAST, MOST, SECONDS = 3, 31, 0.25


def median_milliseconds(run: Callable[[], object]) -> float:
    """Of one run, after some that only warm up."""
    took: list[float] = []
    warm_up = LEAST
    while len(took) < LEAST or (len(took) < MOST and sum(took) < SECONDS):
        began = time.perf_counter()
        run()
        if warm_up:
            warm_up -= 1
            continue
        took.append(time.perf_counter() - began)
    return 1000 * statistics.median(took)


def torch_run(module: Any) -> Run:
    """Arrays in, arrays out; no gradients are kept."""
    import torch

    def run(inputs: list[np.ndarray]) -> list[np.ndarray]:
        with torch.inference_mode():
            found = module(*(torch.from_numpy(values) for values in inputs))
            return [values.numpy() for values in (found if isinstance(found, (tuple, list)) else (found,))]

    return run


def in_batches(run: Run, inputs: list[np.ndarray], batch: int) -> list[np.ndarray]:
    """All of ``inputs``, ``batch`` samples at a time; the last batch may be smaller."""
    parts = [run([x[start : start + batch] for x in inputs]) for start in range(0, len(inputs[0]), batch)]
    return [np.concatenate(values) for values in zip(*parts, strict=True)]


def _module(path: str) -> Any:
    """The Python source at ``path`` as a module."""
    spec = importlib.util.spec_from_file_location(Path(path).stem, path)
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    sys.path.insert(0, str(Path(path).parent))
    sys.modules[spec.name] = made
    spec.loader.exec_module(made)
    return made


def _with_weights(order: dict[str, Any], weights: Any, preparation: dict[str, Any]) -> Run:
    """The network's class from its source, and ``weights`` in it, as strictly as torch takes them.

    ``preparation``: what the file says must be done to samples and results, by part and name.
    """
    module = getattr(_module(order["source"]), order["class"])()
    module.load_state_dict(weights)
    run = torch_run(module.eval())
    return prepared(run, preparation) if preparation else run


def prepared(run: Run, preparation: dict[str, Any]) -> Run:
    """``run`` with the preparation of a file that holds weights alone: missing numbers filled, scaled, scaled back."""
    before, after = preparation.get("inputs", {}), preparation.get("outputs", {})

    def whole(inputs: list[np.ndarray]) -> list[np.ndarray]:
        (x,) = inputs
        if "fill" in before:
            x = np.where(np.isnan(x), np.float32(before["fill"]), x)
        if "shift" in before:
            x = (x - np.float32(before["shift"])) / np.float32(before["scale"])
        (y,) = run([np.ascontiguousarray(x)])
        if after.get("activation") == "sigmoid":
            y = 1 / (1 + np.exp(-y))
        return [y * np.float32(after["scale"]) + np.float32(after["shift"]) if "shift" in after else y]

    return whole


def _read_pt(order: dict[str, Any]) -> Run:
    import torch

    tensors = torch.load(order["path"], weights_only=True)
    preparation: dict[str, Any] = {}
    for key in [key for key in tensors if key.startswith("preparation.")]:
        _, part, name = key.split(".")
        values = tensors.pop(key).numpy()
        preparation.setdefault(part, {}).update({"activation": name} if name == "sigmoid" else {name: values})
    return _with_weights(order, tensors, preparation)


def _read_safetensors(order: dict[str, Any]) -> Run:
    from safetensors import safe_open
    from safetensors.torch import load_file

    with safe_open(order["path"], "pt") as file:
        preparation = json.loads((file.metadata() or {}).get("preparation", "{}"))
    return _with_weights(order, load_file(order["path"]), preparation)


def _read_pt2(order: dict[str, Any]) -> Run:
    import torch

    return torch_run(torch.export.load(order["path"]).module())


def _read_onnx(order: dict[str, Any]) -> Run:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads, options.inter_op_num_threads = order["threads"], 1
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(order["path"], options, providers=["CPUExecutionProvider"])
    names = [given.name for given in session.get_inputs()]
    wanted = order["inputs"]
    if sorted(names) != sorted(wanted):
        raise ValueError(f"its inputs are {', '.join(names)}, not {', '.join(wanted)}")
    return lambda inputs: session.run(order["outputs"], dict(zip(wanted, inputs, strict=True)))


def _read_py(order: dict[str, Any]) -> Run:
    path = Path(order["path"])
    module = _module(str(path / "model.py" if path.is_dir() else path)).load()
    return torch_run(module.eval())


READERS: dict[str, Callable[[dict[str, Any]], Run]] = {
    "pt": _read_pt, "safetensors": _read_safetensors, "onnx": _read_onnx, "pt2": _read_pt2, "py": _read_py,
}  # fmt: skip


class _Reader:
    """What one file has to answer."""

    def __init__(self, kind: str) -> None:
        self._kind = kind
        self._run: Run | None = None
        self._inputs: list[np.ndarray] = []

    def load(self, order: dict[str, Any]) -> dict[str, Any]:
        first = NEEDS[self._kind][0]
        if first == "torch":
            import torch

            torch.set_num_threads(order["threads"])
        self._run = READERS[self._kind](order)
        return {"runtime": f"{first} {importlib.import_module(first).__version__}"}

    def run(self, order: dict[str, Any]) -> dict[str, Any]:
        """Every batch size in turn; the outputs go to files of numpy's."""
        assert self._run is not None
        folder = Path(order["folder"])
        self._inputs = [np.load(folder / f"input{i}.npy") for i in range(order["count"])]
        for batch in order["batches"]:
            found = in_batches(self._run, self._inputs, batch)
            for index, values in enumerate(found):
                np.save(folder / f"output{batch}_{index}.npy", values)
        return {"outputs": len(found)}

    def time(self, _order: dict[str, Any]) -> dict[str, Any]:
        run, inputs = self._run, self._inputs
        assert run is not None
        return {"milliseconds": median_milliseconds(lambda: run(inputs))}


def _orders() -> queue.SimpleQueue[dict[str, Any]]:
    """Lines of the input as they come. Its end means that nobody waits any more: the process ends at once."""
    found: queue.SimpleQueue[dict[str, Any]] = queue.SimpleQueue()

    def read() -> None:
        for line in sys.stdin:
            found.put(json.loads(line))
        os._exit(0)

    threading.Thread(target=read, daemon=True).start()
    return found


def main(kind: str) -> None:
    """Serve until the input ends."""
    # answers have a way of their own: whatever else is printed goes to the error output
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    orders = _orders()
    for name in ("playground", *WITHOUT.get(kind, ())):
        sys.modules[name] = None  # type: ignore[assignment]  # importing it is an error now
    reader = _Reader(kind)
    for name in NEEDS[kind]:
        importlib.import_module(name)
    while True:
        order = orders.get()
        try:
            answer = getattr(reader, order["do"])(order)
        except MemoryError:
            answer = {"error": "memory ran out"}
        except Exception as error:  # noqa: BLE001  (whatever the file does is told, and then judged)
            lines = str(error).strip().splitlines()
            answer = {"error": f"{type(error).__name__}: {lines[0][:300]}" if lines else type(error).__name__}
        answers.write(json.dumps(answer) + "\n")
        answers.flush()


if __name__ == "__main__":
    main(sys.argv[1])
