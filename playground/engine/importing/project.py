"""From an ONNX file to a project with weights."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from pydantic import ValidationError

import playground.engine.importing.operators  # noqa: F401  (teaches the converter)
from playground.core.files import FileError
from playground.core.graph import Graph
from playground.core.infer import infer
from playground.core.language import tr
from playground.core.project import DataSettings, Project, TrainingSettings
from playground.engine.importing.canvas import Canvas
from playground.engine.importing.converter import Converter
from playground.engine.importing.laying_out import laid_out
from playground.engine.importing.model import OnnxModel
from playground.engine.importing.placeholders import Placeholder
from playground.engine.importing.reading import DAMAGE, read_content, read_onnx
from playground.engine.importing.tidying import tidy
from playground.training.datasets import DATASETS
from playground.training.outputs import final_activation

MAX_LAYERS = 5_000


@dataclass(frozen=True)
class Imported:
    """A project made of a file. ``weights`` by state-dict name, those of placeholders too.

    ``classes`` are the names of the outputs as the file has them; empty when it has none.
    """

    path: Path
    project: Project
    network: str
    weights: dict[str, np.ndarray]
    classes: tuple[str, ...]
    placeholders: tuple[Placeholder, ...]
    sha256: str
    producer: str
    opset: int

    @property
    def parameters(self) -> int:
        """Numbers that the weights hold."""
        return sum(array.size for array in self.weights.values())

    @property
    def missing(self) -> str:
        """What has no counterpart, in one sentence; empty when all has one."""
        if not self.placeholders:
            return ""
        counts = Counter(placeholder.operator for placeholder in self.placeholders)
        told = ", ".join(f"{name} × {count}" if count > 1 else name for name, count in counts.most_common(5))
        more = tr(" and {count} more", count=len(counts) - 5) if len(counts) > 5 else ""
        first = self.placeholders[0]
        which = f"{first.operator}: " if len(counts) > 1 else ""
        number = len(self.placeholders)
        if number == 1:
            return tr("1 operator has no layer here and is a placeholder: {told} ({why}).", told=told, why=first.reason)
        return tr(
            "{count} operators have no layer here and are placeholders: {told} ({why}).",
            count=number, told=f"{told}{more}", why=f"{which}{first.reason}",
        )  # fmt: skip


def import_onnx(path: Path | str, sizes: tuple[int, ...] | None = None) -> Imported:
    """Read an ONNX file; nothing in it is executed. ``sizes`` of one sample, for a file that leaves them open.

    Raises ``FileError`` in one line for a file that cannot be read.
    """
    path = Path(path)
    content = read_content(path)
    model = read_onnx(path, content, sizes)
    try:
        return _imported(path, model, hashlib.sha256(content).hexdigest())
    except ValidationError as error:
        raise FileError(path, tr("cannot be drawn: {errors}.", errors=error.errors()[0]["msg"])) from error
    except DAMAGE as error:
        reason = str(error).splitlines()[0][:120] if str(error) else type(error).__name__
        raise FileError(path, tr("holds a network that makes no sense ({reason}).", reason=reason)) from error


def _imported(path: Path, model: OnnxModel, sha256: str) -> Imported:
    converted = Converter(model).convert()
    canvas = converted.canvas
    tidy(canvas, set(converted.ends))
    if len(canvas.nodes) > MAX_LAYERS:
        raise FileError(
            path,
            tr(
                "becomes {count:,} layers; at most {max_layers:,} are drawn.",
                count=len(canvas.nodes),
                max_layers=MAX_LAYERS,
            ),
        )
    graph = laid_out(Graph(nodes=tuple(canvas.nodes.values()), links=tuple(canvas.links)))
    sizes = _output_sizes(graph, "Network")
    classes = model.classes if len(sizes) == 1 else ()
    project, network = _project(path, model, graph, sizes, _training(graph, classes))
    return Imported(
        path=path,
        project=project,
        network=network,
        weights=_finished(canvas),
        classes=classes,
        placeholders=tuple(p for p in converted.placeholders if p.node in canvas.nodes),
        sha256=sha256,
        producer=model.producer,
        opset=model.opset,
    )


def _training(graph: Graph, classes: tuple[str, ...]) -> TrainingSettings:
    """A loss that reads the outputs as the file means them: without class names, and without a last activation that
    makes probabilities, they are plain numbers, and cross-entropy would put a softmax on them.
    """
    if classes or final_activation(graph) is not None:
        return TrainingSettings()
    return TrainingSettings(loss="mean_squared_error")


def _project(
    path: Path, model: OnnxModel, graph: Graph, sizes: tuple[int, ...], training: TrainingSettings
) -> tuple[Project, str]:
    network = "Classifier" if len(sizes) == 1 else "Network"
    fitting = [
        name
        for name, kind in DATASETS.items()
        if (dataset := kind().describe()) is not None
        and [given.sizes for given in model.inputs] == [dataset.shape.sizes]
        and sizes == (len(dataset.classes),)
    ]
    data = DataSettings(dataset=fitting[0]) if fitting else DataSettings()
    told = tr("Imported from {name}.", name=path.name[:200])
    if model.producer:
        told = tr("Imported from {name}, made by {producer}.", name=path.name[:200], producer=model.producer)
    title = _clean(model.title) or _clean(path.stem) or tr("Imported")
    networks = {network: graph}
    description = _clean(told)
    project = Project(title=title[:120], description=description, networks=networks, data=data, training=training)
    return project, network


def _clean(text: str) -> str:
    """Text that can be shown in one line and saved."""
    return " ".join(text.encode("utf-8", "replace").decode("utf-8").split())


def _output_sizes(graph: Graph, network: str) -> tuple[int, ...]:
    """Sizes of the one result; empty when there are several, or it is not known."""
    shapes = [infer(graph, network, None).facts[end].shape for end in graph.exits]
    return shapes[0].sizes if len(shapes) == 1 and shapes[0] is not None else ()


def _finished(canvas: Canvas) -> dict[str, np.ndarray]:
    """The weights, each in its own memory; batch norms also count their batches."""
    found = {name: np.array(array, order="C") for name, array in canvas.weights.items()}
    for name in list(found):
        layer, _, key = name.rpartition(".")
        if key == "running_mean" and canvas.nodes[layer].type == "BatchNorm":
            found[f"{layer}.num_batches_tracked"] = np.zeros((), np.int64)
    return found
