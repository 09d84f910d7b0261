"""One moment of a run: everything that going on from it takes, in memory that the run no longer touches."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save_file
from torch import Tensor

from playground.engine import random_states
from playground.engine.going_on import learning_rate, memory_of, take_up
from playground.engine.state import Position, Totals, TrainingState

_WEIGHTS, _OPTIMIZERS, _BEST = "weights/", "optimizers/", "best/"
_FACTS = "facts"


class Unreadable(Exception):
    """The file of a moment is gone, or is not what was written."""


def uninterrupted() -> None:
    """What is called between two parts where nobody waits."""


@dataclass(frozen=True)
class Moment:
    """``tensors`` are on the CPU: weights and buffers, the optimizers' memory, the weights of the best epoch.

    ``facts`` is plain data: where the run stood, sums of the epoch at hand, random states, what schedule and early
    stopping wait for. Project, data and history are the run's and are not kept with every moment.
    """

    tensors: dict[str, Tensor]
    facts: dict[str, Any]

    @classmethod
    def of(cls, state: TrainingState, between: Callable[[], object] = uninterrupted) -> Moment:
        """``state`` as it stands between two steps, all of whose steps have been read (``Totals``).

        ``between`` two tensors something may be called that changes nothing of them.
        """
        wanted = {_WEIGHTS + name: tensor for name, tensor in state.module.state_dict().items()}
        wanted |= {_OPTIMIZERS + name: tensor for name, tensor in state.task.updaters.state_tensors().items()}
        tensors = {}
        for name, tensor in wanted.items():
            tensors[name] = _copied(tensor)
            between()
        # these are replaced when there are better ones, never changed: on the CPU there is nothing to copy
        tensors |= {_BEST + name: tensor.detach().cpu().contiguous() for name, tensor in state.watch.tensors.items()}
        facts = {
            "position": asdict(state.position),
            "totals": asdict(state.totals),
            "epochs": state.epochs,
            "seconds": state.seconds,
            "memory": memory_of(state),
            "random": random_states.capture(state.device),
        }
        return cls(tensors, facts)

    @property
    def step(self) -> int:
        return int(self.facts["position"]["step"])

    @property
    def size(self) -> int:
        """Bytes, nearly what it takes on disk."""
        return sum(tensor.nbytes for tensor in self.tensors.values()) + len(json.dumps(self.facts)) + 200

    @property
    def weights(self) -> dict[str, Tensor]:
        """Weights and buffers by name."""
        return _part(self.tensors, _WEIGHTS)

    @property
    def position(self) -> Position:
        return Position(**self.facts["position"])

    @property
    def learning_rate(self) -> float:
        """The rate that was chosen, before the schedule's part."""
        return learning_rate(self.facts["memory"])

    # --- a run as it was ---------------------------------------------------------------------------------------------

    def put_into(
        self, state: TrainingState, *, optimizers: bool = True, schedule: bool = True, stopping: bool = True
    ) -> None:
        """Make ``state``, whose networks are the same, what the run was; its history ends here, too.

        Optimizers, schedule, early stopping: those that are False begin anew, for settings that are others. Raises
        ``ValueError`` for another network.
        """
        try:
            state.module.load_state_dict(self.weights)
        except RuntimeError as error:
            raise ValueError("the weights are those of another network") from error
        state.renewed()
        state.task.updaters.reset()
        memory = dict(self.facts["memory"])
        if not schedule:
            memory["schedule"] = {"began": memory["schedule"]["began"]}
        if not stopping:
            memory["stopping"] = {}
        best = _part(self.tensors, _BEST) if stopping else {}
        take_up(state, memory, _part(self.tensors, _OPTIMIZERS) if optimizers else {}, best, self.facts["random"])
        totals = self.facts["totals"]
        state.position, state.totals = self.position, Totals(dict(totals["sums"]), totals["samples"])
        state.epochs, state.seconds = self.facts["epochs"], self.facts["seconds"]
        state.set_learning_rate(self.learning_rate)
        state.history = copy.deepcopy(state.history)
        state.history.rewind(self.step)

    # --- on disk -----------------------------------------------------------------------------------------------------

    def write(self, path: Path) -> None:
        """One file of tensors with the facts as its header. Raises ``OSError`` or ``SafetensorError``."""
        save_file(self.tensors, path, metadata={_FACTS: json.dumps(self.facts)})

    @classmethod
    def read(cls, path: Path) -> Moment:
        """Raises ``Unreadable``."""
        try:
            with safe_open(path, framework="pt") as file:
                facts = json.loads(file.metadata()[_FACTS])
                return cls({name: file.get_tensor(name) for name in file.keys()}, facts)  # noqa: SIM118 - no mapping
        except (OSError, SafetensorError, KeyError, TypeError, ValueError) as error:
            raise Unreadable(str(error)) from error


def size_of(state: TrainingState) -> int:
    """Bytes that a moment takes, before it is made."""
    tensors = list(state.module.state_dict().values())
    memory = [value for updater in state.task.updaters.by_name.values() for each in updater.optimizer.state.values()
              for value in each.values() if isinstance(value, Tensor)]  # fmt: skip
    return sum(tensor.nbytes for tensor in (*tensors, *memory, *state.watch.tensors.values()))


def read_weights(path: Path) -> tuple[dict[str, Tensor], dict[str, Any]]:
    """Weights and buffers by name, and the facts, of a file that ``Moment.write`` wrote: no more is read of it.

    Raises ``Unreadable``.
    """
    try:
        with safe_open(path, framework="pt") as file:
            names = [name for name in file.keys() if name.startswith(_WEIGHTS)]  # noqa: SIM118 - no mapping
            weights = {name.removeprefix(_WEIGHTS): file.get_tensor(name) for name in names}
            return weights, json.loads(file.metadata()[_FACTS])
    except (OSError, SafetensorError, KeyError, TypeError, ValueError) as error:
        raise Unreadable(str(error)) from error


def read_facts(path: Path) -> dict[str, Any]:
    """The facts alone. Raises ``Unreadable``."""
    try:
        with safe_open(path, framework="pt") as file:
            found: dict[str, Any] = json.loads(file.metadata()[_FACTS])
            return found
    except (OSError, SafetensorError, KeyError, TypeError, ValueError) as error:
        raise Unreadable(str(error)) from error


def _copied(tensor: Tensor) -> Tensor:
    return tensor.detach().to("cpu", copy=True, memory_format=torch.contiguous_format)


def _part(tensors: dict[str, Tensor], prefix: str) -> dict[str, Tensor]:
    return {name.removeprefix(prefix): tensor for name, tensor in tensors.items() if name.startswith(prefix)}
