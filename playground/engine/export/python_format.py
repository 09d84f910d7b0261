"""The network as Python source with its weights: a folder, or one file with the weights beside it."""

from __future__ import annotations

from pathlib import Path

from playground.core.language import tr
from playground.engine.export.interface import Interface, describe, meaning
from playground.engine.trained import TrainedModel


def write_python(
    model: TrainedModel, interface: Interface, path: Path, data_dir: Path | str | None = None
) -> tuple[str, ...]:
    """The files that the source exporter makes, where ``path`` says; data that go along are looked for in ``data_dir``.

    Raises ``ExportError`` where these are not the data that the network learned from.
    """
    from playground.engine.export.python_source import to_python

    files = to_python(model, path.name, data_dir)
    folder = path.parent if path.suffix == ".py" else path
    folder.mkdir(exist_ok=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return (
        tr("{count} files: {names}", count=len(files), names=", ".join(files)),
        describe(model, interface),
        *meaning(model),
    )
