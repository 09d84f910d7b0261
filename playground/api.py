"""The small Python interface: make a project, add layers, connect, check, save, train. See ``docs/python.md``.

Importing it loads neither torch nor Qt; ``train`` imports torch when it is called.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import playground.layers  # noqa: F401  (registers the built-in layers)
from playground.core.blocks import interface
from playground.core.files import load_project, save_project
from playground.core.graph import Graph, Link, Node
from playground.core.layer import REGISTRY
from playground.core.presets import find_project
from playground.core.project import (
    Augmentation,
    DataSettings,
    OptimizerSettings,
    Preparation,
    Project,
    TaskSettings,
    TrainingSettings,
)
from playground.training.check import Check, check as check_project
from playground.training.outputs import gives_probabilities

if TYPE_CHECKING:
    import numpy as np

    from playground import protocol
    from playground.engine.control import Control
    from playground.engine.export import Export
    from playground.engine.loop import TrainingState
    from playground.protocol import Format

# Where cards stand on the canvas, in its units: rows of four, read like text.
COLUMN, ROW, PER_ROW = 232.0, 220.0, 4
CLASSIFIER = "Classifier"


class Network:
    """A network under construction: layers by id, and links between them."""

    def __init__(self, graph: Graph | None = None) -> None:
        """Starts empty, or from a graph: ``Network(project.networks["Classifier"])``."""
        self.graph = graph or Graph()
        self.blocks: dict[str, Graph] = {}

    def add(self, kind: str, /, *inputs: str, name: str | None = None, **params: Any) -> str:
        """Add a layer by its type name, fed by the layers with the ids ``inputs`` at its ports in order. Gives its id.

        ``"split1:part2"`` is one of several outputs. Raises ``ValueError`` for an unknown type, an input that
        is unknown or impossible, or a parameter that it refuses.
        """
        found = REGISTRY.get(kind)
        if found is None:
            known = ", ".join(layer.type_name for layer in REGISTRY.all())
            raise ValueError(f"there is no layer type {kind!r}; known are {known}")
        count = len(self.graph.nodes)
        node = Node(
            id=self.graph.free_id(found.id_stem),
            type=kind,
            params=params,
            name=name,
            x=COLUMN * (count % PER_ROW),
            y=ROW * (count // PER_ROW),
        )
        if node.fault is not None:
            raise ValueError(f"{node.title}: {node.fault.message}. {node.fault.hint}")
        before = self.graph
        self.graph = before.replace(nodes=(*before.nodes, node))
        try:
            ports = [port.name for port in node.input_ports] or ["in"]
            for index, source in enumerate(inputs):
                self.connect(source, node.id, target_port=ports[min(index, len(ports) - 1)])
        except ValueError:
            self.graph = before
            raise
        return node.id

    def add_block(
        self, title: str, network: Network, *inputs: str, repeat: int = 1, shared_weights: bool = False
    ) -> str:
        """Use ``network`` as one layer, ``repeat`` times in a row; ``title`` is its name in the project. Gives its id.

        Its Input layers are the block's inputs, its Output layers (or its last layers) the outputs. It is taken as
        it is now. Raises ``ValueError`` when another network has that title, or an input cannot be.
        """
        if self.blocks.get(title, network.graph) != network.graph:
            raise ValueError(f"another network is called {title!r}; choose another title")
        added = {title: network.graph, **network.blocks}
        self.blocks = {**self.blocks, **added}
        face = interface(network.graph)
        weights = "shared" if shared_weights else "separate"
        return self.add(
            "Block", *inputs, network=title, repeat=repeat, weights=weights,
            input_names=list(face.inputs), output_names=list(face.outputs),
        )  # fmt: skip

    def connect(self, source: str, target: str, *, source_port: str = "", target_port: str = "") -> None:
        """Link an output to an input; without ports the first ones. Raises ``ValueError`` saying why it cannot be."""
        source, _, named = source.partition(":")
        for node_id in (source, target):
            if node_id not in self.graph.by_id:
                known = ", ".join(self.graph.by_id) or "none yet"
                raise ValueError(f"there is no layer with the id {node_id!r}; there are {known}")
        ends = self.graph.by_id[source].output_ports, self.graph.by_id[target].input_ports
        firsts = [ports[0].name if ports else "" for ports in ends]
        link = Link(
            source=source, target=target, source_port=source_port or named or firsts[0] or "out",
            target_port=target_port or firsts[1] or "in",
        )  # fmt: skip
        reason = self.graph.refusal(link)
        if reason:
            raise ValueError(reason)
        self.graph = self.graph.replace(links=(*self.graph.links, link))

    def __len__(self) -> int:
        return len(self.graph.nodes)

    def __repr__(self) -> str:
        return f"Network({' · '.join(node.title for node in self.graph.nodes)})"


def new_project(
    title: str,
    network: Network | Mapping[str, Network] | None = None,
    *,
    task: str = "supervised",
    task_params: dict[str, Any] | None = None,
    dataset: str = "digits",
    dataset_params: dict[str, Any] | None = None,
    validation: float = 0.1,
    test: float = 0.2,
    limit: int | None = None,
    preparation: dict[str, Any] | None = None,
    augmentation: dict[str, Any] | None = None,
    optimizer: str = "Adam",
    optimizer_params: dict[str, Any] | None = None,
    description: str = "",
    **training: Any,
) -> Project:
    """A project with one network, or with several by name where a task takes them (``{"Generator": …, …}``).

    ``training`` takes ``epochs``, ``batch_size``, ``loss``, ``learning_rate``, … Raises ``pydantic.ValidationError`` (a
    ``ValueError``) for values out of range.
    """
    made = network if isinstance(network, Mapping) else {CLASSIFIER: network or Network()}
    blocks = {name: graph for each in made.values() for name, graph in each.blocks.items()}
    return Project(
        title=title,
        description=description,
        task=TaskSettings(type=task, params=task_params or {}),
        networks={**{name: each.graph for name, each in made.items()}, **blocks},
        main=next(iter(made)) if blocks and len(made) == 1 else None,
        data=DataSettings(
            dataset=dataset,
            params=dataset_params or {},
            validation=validation,
            test=test,
            limit=limit,
            preparation=Preparation(**preparation or {}),
            augmentation=Augmentation(**augmentation or {}),
        ),
        training=TrainingSettings(
            optimizer=OptimizerSettings(type=optimizer, params=optimizer_params or {}), **training
        ),
    )


def load(source: str | Path) -> Project:
    """A project file, or a preset by name. Raises ``FileError`` or ``NoSuchProject``."""
    return load_project(find_project(str(source)))


def save(project: Project, path: str | Path) -> None:
    """Write a project file, atomically. Raises ``FileError``."""
    save_project(project, path)


def check(project: Project) -> Check:
    """Shapes and parameters of every layer, and every problem, without building anything."""
    return check_project(project)


class TrainingFailed(Exception):
    """A run ended in an error: what, what to do about it, and at which layer (its id) when that is known.

    ``step`` counts the steps whose weights are kept and can be saved; 0 where there are none.
    """

    def __init__(
        self, message: str, hint: str = "", node: str | None = None, state: TrainingState | None = None
    ) -> None:
        super().__init__(f"{message} {hint}".strip())
        self.message, self.hint, self.node = message, hint, node
        self._state = state
        self.step = state.position.step if state is not None and not state.device_lost else 0

    def save(self, path: str | Path) -> None:
        """Write the last good weights as a trained bundle. Raises ``FileError``, and ``ValueError`` without any."""
        if self._state is None or not self.step:
            raise ValueError("no step was made whose weights are good")
        from playground.engine.checkpoint import save_bundle

        save_bundle(self._state, Path(path))


@dataclass(frozen=True)
class Trained:
    """What a run gave. ``epochs`` holds ``{"epoch", "train": {"loss", …}, "validation": {…} or None}``, by metric.

    ``test`` is the evaluation on the test part; ``stopped`` tells a run that ``control`` ended. ``early``: it ended
    because it no longer got better; ``note`` says since when, and which weights it ends with.
    """

    epochs: tuple[dict[str, Any], ...]
    test: dict[str, float] | None
    samples_per_second: float
    seconds: float
    device: str
    parameters: int
    seed: int
    step: int
    stopped: bool
    early: bool
    note: str
    state: TrainingState = field(repr=False)

    def save(self, path: str | Path) -> None:
        """Write a trained bundle (``*.playground``), atomically. Raises ``FileError``."""
        from playground.engine.checkpoint import save_bundle

        save_bundle(self.state, Path(path))

    def export(self, path: str | Path, format: Format) -> Export:  # noqa: A002  (the word on the command line)
        """Write ``"onnx"``, ``"pt2"``, ``"py"`` (a folder, or a ``.py`` file), ``"safetensors"`` or ``"pt"``.

        It is read again in a clean process and compared with this network on test samples: the result holds its
        ``proof`` and, when iterated, lines that tell what was written and how it was checked. Raises ``ExportError``,
        also for what does not agree, or ``FileError``; nothing is written then.
        """
        from playground.engine.export import export

        return export(self.state, Path(path), format)

    def predict(self, samples: np.ndarray) -> np.ndarray:
        """What the network says of samples N×shape as the data set has them: bytes to 255, numbers unscaled, ids.

        Float images count from 0 to 1. Probabilities N×classes for classes (without ``gives_probabilities`` plain
        scores), numbers in their units, images; whatever the task predicts.
        """
        return self.state.predict(samples)

    @property
    def gives_probabilities(self) -> bool:
        """Whether the last activation, or the loss, makes probabilities of the outputs."""
        return gives_probabilities(self.state.project, self.state.network)

    def metrics(self) -> dict[str, Any]:
        """What ``playground train --json`` writes."""
        return {
            "epochs": list(self.epochs),
            "test": self.test,
            "early": self.early,
            "note": self.note,
            "samples_per_second": self.samples_per_second,
            "device": self.device,
            "parameters": self.parameters,
            "seed": self.seed,
        }


def train(
    project: Project,
    *,
    data_dir: str | Path | None = None,
    on_event: Callable[[protocol.Event], None] | None = None,
    on_download: Callable[[int, int], None] | None = None,
    control: Control | None = None,
) -> Trained:
    """Train to the end (or until ``control.stop()``).

    ``on_event`` hears of every step of the way, ``on_download`` of the bytes of a data set that is being fetched (so
    far, and in all or 0 while that is not known).

    Raises ``CannotTrain`` when the project has a problem, ``DataError`` when its data are not there, and
    ``TrainingFailed`` when the run breaks down; each has ``message`` and ``hint``.
    """
    from playground import protocol
    from playground.engine.control import Control
    from playground.engine.loop import prepare, run

    state = prepare(project, data_dir=Path(data_dir) if data_dir else None, progress=on_download)
    started: protocol.RunStarted | None = None
    epochs: list[dict[str, Any]] = []
    for event in run(state, control or Control()):
        if on_event is not None:
            on_event(event)
        if isinstance(event, protocol.RunStarted):
            started = event
        elif isinstance(event, protocol.EpochDone):
            epochs.append({"epoch": event.epoch, "train": event.train, "validation": event.validation})
        elif isinstance(event, protocol.RunFailed):
            raise TrainingFailed(event.message, event.hint, event.node, state)
        elif isinstance(event, protocol.RunFinished) and started is not None:
            return Trained(
                epochs=tuple(epochs),
                test=event.test,
                samples_per_second=event.samples_per_second,
                seconds=event.seconds,
                device=started.device,
                parameters=started.parameters,
                seed=started.seed,
                step=event.step,
                stopped=event.reason == "stopped",
                early=event.reason == "early",
                note=event.note,
                state=state,
            )
    raise TrainingFailed("The run ended without a result.", "Please report this.")
