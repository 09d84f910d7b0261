"""Trained bundles: everything a run needs to go on exactly where it was, and to be used without its data."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from safetensors import SafetensorError
from safetensors.numpy import load as load_arrays, save as dump_arrays
from safetensors.torch import load as load_tensors, save as dump_tensors

from playground.core import bundle as file
from playground.core.blocks import uses
from playground.core.files import FileError, Told, dump_project
from playground.core.language import mark, tr
from playground.core.project import Project
from playground.engine.bundle_metadata import metadata_of
from playground.engine.data import Fitted, Progress
from playground.engine.data.errors import FilesChanged
from playground.engine.errors import CannotTrain
from playground.engine.going_on import learning_rate, memory_of, take_up
from playground.engine.judged import Judged
from playground.engine.judged_file import from_arrays, to_arrays
from playground.engine.preparation import prepare
from playground.engine.state import Position, Totals, TrainingState
from playground.engine.trained import TrainedModel
from playground.telemetry.run_history import RunHistory
from playground.training.tasks import task_of

# The metadata's entry of a network that was imported: where it comes from. It has seen no data of this program.
IMPORTED = "imported"
_BRING_BACK = mark("Bring back the files it was trained on, or start a new run.")
# Of epochs, batches, steps: exact as a float, and far beyond any run.
MAX_COUNT = 2**53


@dataclass(frozen=True)
class Bundle:
    """What a bundle holds, checked. ``weights`` and ``optimizer_tensors`` are on the CPU, by name."""

    path: Path
    project: Project
    network: str
    weights: dict[str, torch.Tensor]
    optimizer: dict[str, Any]
    optimizer_tensors: dict[str, torch.Tensor]
    best: dict[str, torch.Tensor]
    random: dict[str, str]
    history: RunHistory
    metadata: dict[str, Any]
    verdicts: dict[str, np.ndarray] = field(default_factory=dict)

    @property
    def position(self) -> Position:
        """How far it is trained."""
        return _position(self.metadata)

    @property
    def _classes(self) -> tuple[str, ...]:
        """Names of the outputs of a network that was imported with them."""
        found = self.metadata.get("classes") if IMPORTED in self.metadata else None
        return tuple(found) if isinstance(found, list) and all(isinstance(name, str) for name in found) else ()

    @property
    def placeholders(self) -> tuple[str, ...]:
        """Ids of the layers of a kind that is not known here: with them nothing can be built, but nothing is lost."""
        names = {name for name in self.project.networks if uses(self.project.networks, self.network, name)}
        nodes = (node for name in sorted(names) for node in self.project.networks[name].nodes)
        return tuple(node.id for node in nodes if node.kind is None)

    def require_owners(self) -> None:
        """Raises ``FileError`` unless every tensor names a layer."""
        graph = self.project.networks[self.network]
        odd = next((name for name in self.weights if name.partition(".")[0] not in graph.by_id), None)
        if odd is not None:
            raise FileError(self.path, tr("cannot be used: {odd!r} belongs to no layer.", odd=odd[:80]))

    def model(self) -> TrainedModel:
        """The network alone; loads no data. Raises ``FileError`` when weights and project do not fit."""
        try:
            data = self.metadata["data"]
            inputs, targets = (Fitted.from_dict(data[part]) if part in data else None for part in ("inputs", "targets"))
            weights, words = self._weights_of(self.network), tuple(map(str, data.get("words", ())))
            found = TrainedModel.with_weights(
                self.project, self.network, weights, self._classes, inputs, targets, words
            )  # fmt: skip
            return replace(found, data_sha256=str(data["sha256"]))
        except (ValueError, TypeError, KeyError, CannotTrain) as error:
            raise FileError(self.path, tr("cannot be used: {error}", error=error)) from error

    def _weights_of(self, network: str) -> dict[str, torch.Tensor]:
        """Those of one network; of several that trained each weight bears the name of its network."""
        names = task_of(self.project).trains(self.project)
        if len(names) < 2:
            return dict(self.weights)
        return {
            key.removeprefix(f"{network}."): self.weights[key] for key in self.weights if key.startswith(f"{network}.")
        }

    def require_whole(self) -> None:
        """Raises ``FileError`` for weights that do not fit the networks, before anyone relies on them."""
        self.model()
        try:
            for name in task_of(self.project).trains(self.project):
                TrainedModel.with_weights(self.project, name, self._weights_of(name))
        except (ValueError, CannotTrain) as error:
            raise FileError(self.path, tr("cannot be used: {error}", error=error)) from error


def save_bundle(state: TrainingState, path: Path | str, told: Told | None = None) -> None:
    """Write ``state`` atomically. Raises ``FileError``; the old file is then still whole.

    Of a run that is under way the random states are those of its last pause, end or request (``state.keep_random``).
    """
    weights = {name: tensor.detach().cpu().contiguous() for name, tensor in state.module.state_dict().items()}
    best = {key: tensor.detach().cpu().contiguous() for key, tensor in state.watch.tensors.items()}
    members = {  # what a network learned, then all that going on takes
        file.PROJECT: dump_project(state.project).encode(),
        file.METADATA: _json(metadata_of(state)),
        file.HISTORY: _json(state.history.to_dict()),
        file.RANDOM: _json(state.random),
        file.OPTIMIZER: _json(memory_of(state)),
        file.WEIGHTS: dump_tensors(weights),
        file.OPTIMIZER_TENSORS: dump_tensors(state.task.updaters.state_tensors()),
    }
    if best:
        members[file.BEST] = dump_tensors(best)
    verdicts = to_arrays(state.judged, state.position.step)
    if verdicts:
        members[file.VERDICTS] = dump_arrays(verdicts)
    file.write_members(path, members, told)


def load_bundle(path: Path | str, content: bytes | None = None) -> Bundle:
    """Read and check a bundle; the data are not needed. Raises ``FileError``.

    ``content``: the bytes of the file, if they were read already (``core.bundle.read_content``).
    """
    path = Path(path)
    if content is None:
        content = file.read_content(path)  # once: a save between two looks would mix two bundles
    text = file.read_bundle_text(path, content)
    rest = file.read_members(
        path,
        (file.WEIGHTS, file.OPTIMIZER_TENSORS, file.OPTIMIZER, file.RANDOM),
        content,
        (file.BEST, file.VERDICTS),
    )
    network = str(text.metadata.get("network", text.project.main_network))
    if network not in text.project.networks:
        raise FileError(
            path, tr("names the network {network!r}, which its project lacks.", network=network), file.METADATA
        )
    try:
        history = RunHistory.from_dict(text.history)
        _require_metadata(text.metadata)
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError) as error:
        raise FileError(path, tr("holds no sound history or position: {error!r}.", error=error)) from error
    found = Bundle(
        path=path,
        project=text.project,
        network=network,
        weights=_tensors(path, file.WEIGHTS, rest[file.WEIGHTS]),
        optimizer=file.parse_object(path, file.OPTIMIZER, rest[file.OPTIMIZER]),
        optimizer_tensors=_tensors(path, file.OPTIMIZER_TENSORS, rest[file.OPTIMIZER_TENSORS]),
        best=_tensors(path, file.BEST, rest[file.BEST]) if file.BEST in rest else {},
        random={str(k): str(v) for k, v in file.parse_object(path, file.RANDOM, rest[file.RANDOM]).items()},
        history=history,
        metadata=text.metadata,
        verdicts=_tensors(path, file.VERDICTS, rest[file.VERDICTS], load_arrays) if file.VERDICTS in rest else {},
    )
    if found.placeholders:
        found.require_owners()
    else:
        found.require_whole()
    return found


def restore(
    bundle: Bundle,
    data_dir: Path | str | None = None,
    device: str | None = None,
    *,
    run: int = 0,
    progress: Progress | None = None,
) -> TrainingState:
    """The run as it was saved, also in the middle of an epoch; on the CPU it goes on bit by bit.

    Raises ``CannotTrain`` (also for data that are not those it was trained on), ``DataError`` and ``FileError``.
    """
    try:
        state = prepare(bundle.project, data_dir=data_dir, device=device, run=run, progress=progress)
    except FilesChanged as change:  # reading them again would not make them what it was trained on
        raise CannotTrain(
            tr("{name} was trained on other data: {message}", name=bundle.path.name, message=change.message),
            tr(_BRING_BACK),
        ) from change
    seen = bundle.metadata["data"]["sha256"]
    if seen != state.samples.arrays.sha256 and not (seen == "" and IMPORTED in bundle.metadata):
        raise CannotTrain(
            tr(
                "{name} was trained on other data: the values of {title} found here differ from those it has seen.",
                name=bundle.path.name,
                title=state.samples.arrays.dataset.title,
            ),
            tr(_BRING_BACK),
        )
    state.module.load_state_dict(bundle.weights)
    try:
        _require_same_optimizer(bundle)
        take_up(state, bundle.optimizer, bundle.optimizer_tensors, bundle.best, bundle.random)
        rate = learning_rate(bundle.optimizer)
    except (ValueError, KeyError, TypeError, OverflowError) as error:
        raise FileError(bundle.path, tr("cannot be continued: {error}.", error=error), file.OPTIMIZER) from error
    state.position, state.totals = bundle.position, _totals(bundle.metadata)
    state.task.at = (state.position.epoch, state.position.batch)  # who looks before a step sees a warm-up where it is
    state.set_learning_rate(rate)
    state.seconds = float(bundle.metadata["seconds"])
    state.epochs = max(bundle.metadata.get("epochs", state.epochs), state.position.epoch)
    state.history = RunHistory.from_dict(bundle.history.to_dict())
    state.judged = _judged(bundle, state)
    return state


def _judged(bundle: Bundle, state: TrainingState) -> Judged:
    """Raises ``FileError``."""
    samples = state.samples
    try:
        classes = samples.arrays.dataset.target.count if bundle.verdicts else 1
        return from_arrays(bundle.verdicts, samples.count, classes, samples.steps_per_epoch)
    except ValueError as error:
        raise FileError(bundle.path, tr("cannot be continued: {error}.", error=error), file.VERDICTS) from error


def _require_same_optimizer(bundle: Bundle) -> None:
    kind = bundle.optimizer["type"]
    if kind != bundle.project.training.optimizer.type:
        raise ValueError(
            tr(
                "its optimizer is {kind}, its project's {wanted}",
                kind=kind,
                wanted=bundle.project.training.optimizer.type,
            )
        )


def _require_metadata(metadata: dict[str, Any]) -> None:
    """Raises ``ValueError``, ``KeyError``, ``TypeError`` or ``OverflowError`` for what going on would stumble over."""
    _position(metadata)
    _totals(metadata)
    float(metadata["seconds"])
    if "epochs" in metadata:
        _count(metadata["epochs"])
    if not isinstance(metadata["data"]["sha256"], str):
        raise TypeError(tr("the data have no sha256"))


def _position(metadata: dict[str, Any]) -> Position:
    position = metadata["position"]
    return Position(_count(position["epoch"]), _count(position["batch"]), _count(position["step"]))


def _totals(metadata: dict[str, Any]) -> Totals:
    totals = metadata["totals"]
    samples = _count(totals["samples"])
    if "sums" in totals:
        return Totals({str(name): float(value) for name, value in totals["sums"].items()}, samples)
    # as it was written before there were other metrics
    return Totals({"loss": float(totals["loss"]), "accuracy": float(_count(totals["right"]))}, samples)


def _count(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= MAX_COUNT:
        raise ValueError(f"expected a whole number from 0; found {value!r:.40}")
    return value


def _tensors(path: Path, member: str, content: bytes, load: Callable[[bytes], Any] = load_tensors) -> dict[str, Any]:
    try:
        found: dict[str, Any] = load(content)
    except (SafetensorError, ValueError, RuntimeError, KeyError) as error:
        raise FileError(path, tr("is damaged: {splitlines}.", splitlines=str(error).splitlines()[0]), member) from error
    return found


def _json(data: dict[str, Any]) -> bytes:
    return json.dumps(data, indent=1, sort_keys=True, ensure_ascii=False, allow_nan=False).encode()
