"""Trained bundles: everything a run needs to go on exactly where it was, and to be used without its data."""

from __future__ import annotations

import json
import platform
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from safetensors import SafetensorError
from safetensors.torch import load as load_tensors, save as dump_tensors

import playground
from playground.core import bundle as file
from playground.core.files import FileError, dump_project
from playground.core.project import Project
from playground.engine import optimizers, random_states
from playground.engine.data import Progress
from playground.engine.errors import CannotTrain
from playground.engine.preparation import prepare
from playground.engine.state import Position, Totals, TrainingState
from playground.engine.threads import training_threads
from playground.engine.trained import TrainedModel
from playground.telemetry.run_history import RunHistory


@dataclass(frozen=True)
class Bundle:
    """What a bundle holds, checked. ``weights`` and ``optimizer_tensors`` are on the CPU, by name."""

    path: Path
    project: Project
    network: str
    weights: dict[str, torch.Tensor]
    optimizer: dict[str, Any]
    optimizer_tensors: dict[str, torch.Tensor]
    random: dict[str, str]
    history: RunHistory
    metadata: dict[str, Any]

    @property
    def step(self) -> int:
        """Batches trained, over all epochs."""
        return int(self.metadata["position"]["step"])

    def model(self) -> TrainedModel:
        """The network alone; loads no data. Raises ``FileError`` when weights and project do not fit."""
        try:
            return TrainedModel.with_weights(self.project, self.network, dict(self.weights))
        except (ValueError, CannotTrain) as error:
            raise FileError(self.path, f"cannot be used: {error}") from error


def save_bundle(state: TrainingState, path: Path | str) -> None:
    """Write ``state`` atomically. Raises ``FileError``; the old file is then still whole.

    Of a run that is under way the random states are those of its last pause, end or request (``state.keep_random``).
    """
    weights = {name: tensor.detach().cpu().contiguous() for name, tensor in state.module.state_dict().items()}
    memory = {
        "type": state.project.training.optimizer.type,
        "learning_rate": state.learning_rate,
    }
    members = {
        file.PROJECT: dump_project(state.project).encode(),
        file.METADATA: _json(_metadata(state)),
        file.HISTORY: _json(state.history.to_dict()),
        file.RANDOM: _json(state.random),
        file.OPTIMIZER: _json(memory),
        file.WEIGHTS: dump_tensors(weights),
        file.OPTIMIZER_TENSORS: dump_tensors(optimizers.state_tensors(state.optimizer, state.module)),
    }
    file.write_members(path, members)


def load_bundle(path: Path | str) -> Bundle:
    """Read and check a bundle; the data are not needed. Raises ``FileError``."""
    path = Path(path)
    text = file.read_bundle_text(path)
    rest = file.read_members(path, (file.WEIGHTS, file.OPTIMIZER_TENSORS, file.OPTIMIZER, file.RANDOM))
    network = str(text.metadata.get("network", next(iter(text.project.networks))))
    if network not in text.project.networks:
        raise FileError(path, f"names the network {network!r}, which its project lacks.", file.METADATA)
    try:
        history = RunHistory.from_dict(text.history)
        _position(text.metadata)
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError) as error:
        raise FileError(path, f"holds no sound history or position: {error!r}.") from error
    found = Bundle(
        path=path,
        project=text.project,
        network=network,
        weights=_tensors(path, file.WEIGHTS, rest[file.WEIGHTS]),
        optimizer=file.parse_object(path, file.OPTIMIZER, rest[file.OPTIMIZER]),
        optimizer_tensors=_tensors(path, file.OPTIMIZER_TENSORS, rest[file.OPTIMIZER_TENSORS]),
        random={str(k): str(v) for k, v in file.parse_object(path, file.RANDOM, rest[file.RANDOM]).items()},
        history=history,
        metadata=text.metadata,
    )
    found.model()  # refuses weights that do not fit, before anyone relies on them
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
    state = prepare(bundle.project, data_dir=data_dir, device=device, run=run, progress=progress)
    if state.samples.arrays.sha256 != bundle.metadata["data"]["sha256"]:
        raise CannotTrain(
            f"{bundle.path.name} was trained on other data: the values of {state.samples.arrays.dataset.title} found "
            "here differ from those it has seen.",
            "Bring back the files it was trained on, or start a new run.",
        )
    state.module.load_state_dict(bundle.weights)
    try:
        _require_same_optimizer(bundle)
        optimizers.load_state_tensors(state.optimizer, state.module, bundle.optimizer_tensors.items())
        state.set_learning_rate(float(bundle.optimizer["learning_rate"]))
        state.random |= bundle.random
        random_states.restore(state.random, state.device)
    except (ValueError, KeyError, TypeError) as error:
        raise FileError(bundle.path, f"cannot be continued: {error}.", file.OPTIMIZER) from error
    state.position, state.totals, state.seconds = _position(bundle.metadata)
    state.epochs = max(int(bundle.metadata.get("epochs", state.epochs)), state.position.epoch)
    state.history = RunHistory.from_dict(bundle.history.to_dict())
    return state


def _require_same_optimizer(bundle: Bundle) -> None:
    kind = bundle.optimizer["type"]
    if kind != bundle.project.training.optimizer.type:
        raise ValueError(f"its optimizer is {kind}, its project's {bundle.project.training.optimizer.type}")


def _position(metadata: dict[str, Any]) -> tuple[Position, Totals, float]:
    position, totals = metadata["position"], metadata["totals"]
    found = Position(int(position["epoch"]), int(position["batch"]), int(position["step"]))
    if min(found.epoch, found.batch, found.step) < 0:
        raise ValueError("a position is negative")
    metadata["data"]["sha256"].encode()
    sums = Totals(float(totals["loss"]), int(totals["right"]), int(totals["samples"]))
    return found, sums, float(metadata["seconds"])


def _metadata(state: TrainingState) -> dict[str, Any]:
    samples, arrays = state.samples, state.samples.arrays
    return {
        "format": file.BUNDLE_FORMAT,
        "version": file.BUNDLE_VERSION,
        "network": state.network,
        "versions": {
            "playground": playground.__version__,
            "torch": torch.__version__,
            "numpy": np.__version__,
            "python": platform.python_version(),
        },
        "platform": platform.platform(),
        "device": state.device.type,
        "threads": training_threads(),
        "seed": state.project.training.seed,
        "parameters": state.parameters,
        "classes": list(state.task.classes),
        "data": {
            "dataset": arrays.dataset.name,
            "sha256": arrays.sha256,
            "train_samples": samples.train_count,
            "validation_samples": samples.validation_count,
            "test_samples": samples.test_count,
        },
        "epochs": state.epochs,
        "position": asdict(state.position),
        "totals": asdict(state.totals),
        "seconds": state.seconds,
        "test": state.history.test,
    }


def _tensors(path: Path, member: str, content: bytes) -> dict[str, torch.Tensor]:
    try:
        found: dict[str, torch.Tensor] = load_tensors(content)
    except (SafetensorError, ValueError, RuntimeError) as error:
        raise FileError(path, f"is damaged: {str(error).splitlines()[0]}.", member) from error
    return found


def _json(data: dict[str, Any]) -> bytes:
    return json.dumps(data, indent=1, sort_keys=True, ensure_ascii=False, allow_nan=False).encode()
