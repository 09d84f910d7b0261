"""The networks as they were: a copy beside the run, which goes on untouched, with the weights of a moment in it."""

from __future__ import annotations

import copy
from collections import OrderedDict
from dataclasses import replace
from typing import Any

import torch
from torch import Tensor

from playground.core.language import tr
from playground.engine import random_states
from playground.engine.errors import CannotTrain
from playground.engine.frozen import frozen
from playground.engine.going_on import learning_rate
from playground.engine.moments.moment import Unreadable
from playground.engine.moments.moments import Moments
from playground.engine.state import Position, Totals, TrainingState, new_version

_MOST_BYTES, _MOST = 256 * 2**20, 24  # of weights that are kept in memory, those looked at last
_Weights = tuple[dict[str, Tensor], dict[str, Any]]


class Past:
    """For the thread that computes. ``forget`` frees what it holds."""

    def __init__(self, moments: Moments) -> None:
        self.moments = moments
        self._copy: TrainingState | None = None
        self._shown: TrainingState | None = None
        self._read: OrderedDict[int, _Weights] = OrderedDict()
        self._versions: dict[int, int] = {}  # of the weights of a step
        self._generation = moments.generation

    def forget(self) -> None:
        """Nobody looks back any more."""
        self._copy = self._shown = None
        self._read.clear()
        self.moments.looked_at = None

    def place(self, step: int) -> tuple[int, int] | None:
        """The step of the moment at or before ``step``, with the version of its weights; None where nothing is kept."""
        self._go_along()
        found = self.moments.nearest(step)
        return None if found is None else (found, self._version(found))

    def at(self, state: TrainingState, step: int) -> TrainingState:
        """The run ``state`` as it was at ``step``, one that ``place`` gave: to be looked at, not to be trained.

        Raises ``CannotTrain`` where that cannot be had.
        """
        self._go_along()
        if self._shown is not None and self._shown.position.step == step:
            return self._shown
        self.moments.looked_at = step
        with torch.inference_mode(False), random_states.untouched(state.device):  # an evaluation may be under way
            try:
                weights, facts = self._weights(step)
            except Unreadable as error:
                raise CannotTrain(
                    tr("The network of step {step:,} cannot be read any more.", step=step), tr("Choose another step.")
                ) from error
            if self._copy is None:
                self._copy = frozen(state)
            self._copy.module.load_state_dict(weights)
        history, rates = copy.deepcopy(state.history), copy.copy(state.rates)
        history.rewind(step)
        rates.base = learning_rate(facts["memory"])
        totals = Totals(dict(facts["totals"]["sums"]), facts["totals"]["samples"])
        position = Position(**facts["position"])
        self._copy.task.at = (position.epoch, position.batch)  # a warm-up is where it was then
        self._shown = replace(
            self._copy, position=position, totals=totals, history=history, rates=rates,
            watch=copy.copy(state.watch), judged=state.judged.copy(), random=dict(facts["random"]),
            seconds=facts["seconds"], version=self._version(step),
        )  # fmt: skip
        return self._shown

    def _go_along(self) -> None:
        """What is known goes when the run went back, and steps may be there anew with other weights."""
        if self._generation != self.moments.generation:
            self._generation, self._shown = self.moments.generation, None
            self._read.clear()
            self._versions.clear()

    def _version(self, step: int) -> int:
        return self._versions.setdefault(step, new_version())

    def _weights(self, step: int) -> _Weights:
        if step not in self._read:
            self._read[step] = self.moments.weights(step)
        self._read.move_to_end(step)
        while len(self._read) > 1 and (len(self._read) > _MOST or self._held() > _MOST_BYTES):
            self._read.popitem(last=False)
        return self._read[step]

    def _held(self) -> int:
        return sum(tensor.nbytes for weights, _ in self._read.values() for tensor in weights.values())
