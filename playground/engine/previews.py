"""What there is to see of a run: fixed test images with what the network says, and what its task shows."""

from __future__ import annotations

import numpy as np
import torch

from playground import protocol
from playground.engine import random_states
from playground.engine.giving_way import Rests
from playground.engine.pictures import pictures
from playground.engine.samples import even_places
from playground.engine.state import TrainingState
from playground.training.outputs import gives_probabilities

COUNT = 40


class Previews:
    """The same samples of the test part throughout a run (of the training part where there is no test part)."""

    def __init__(self, state: TrainingState, rests: Rests | None = None) -> None:
        """``rests`` are called while they are worked out."""
        self._state, self._rests = state, rests or Rests()
        samples = state.samples
        part = samples.shown_part
        self._x, self._truth = samples.stored(part, even_places(samples.count(part), COUNT))
        self._probabilities = gives_probabilities(state.project, state.network)
        told = bool(state.task.classes) and self._x.ndim == 4 and state.task.tells_classes
        self._images = pictures(self._x, samples.ends) if told else None

    def events(self) -> tuple[protocol.Event, ...]:
        """What the weights as they are have to show."""
        state = self._state
        with random_states.untouched(state.device), self._rests.between_layers():
            found: list[protocol.Event] = []
            if self._images is not None:
                found.append(self._predictions(self._images))
            self._rests()
            with state.evaluating():
                views = state.task.views()
            if views:
                found.append(protocol.Views(state.run, state.position.step, views))
        return tuple(found)

    def _predictions(self, images: np.ndarray) -> protocol.Predictions:
        found = self._state.predict(self._x)
        return protocol.Predictions(
            run=self._state.run,
            step=self._state.position.step,
            images=images,
            truth=self._truth,
            predicted=found.argmax(1),
            confidence=found.max(1),
            classes=self._state.task.classes,
            probabilities=self._probabilities,
        )

    def first_non_finite(self) -> str | None:
        """The first layer that makes something infinite or undefined of these samples."""
        with self._state.evaluating():
            x = self._state.samples.prepared(self._x)
            return self._state.task.first_non_finite((x, torch.empty(0)))
