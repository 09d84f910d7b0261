"""Fixed test images with what the network makes of them."""

from __future__ import annotations

import numpy as np
import torch

from playground import protocol
from playground.engine.samples import as_input
from playground.engine.state import TrainingState
from playground.engine.tracing import first_non_finite
from playground.training.outputs import gives_probabilities

COUNT = 40


class Previews:
    """The same images of the test part throughout a run; nothing for data that are no images."""

    def __init__(self, state: TrainingState) -> None:
        self._state = state
        arrays = state.samples.arrays
        chosen = state.samples.previews(COUNT)
        self._x, self._truth = arrays.test_x[chosen], arrays.test_y[chosen]
        self._probabilities = gives_probabilities(state.project, state.network)
        self._images = _pictures(self._x) if self._x.ndim == 4 else None

    def event(self) -> protocol.Predictions | None:
        """The predictions of the weights as they are."""
        if self._images is None:
            return None
        found = self._state.predict(self._x)
        return protocol.Predictions(
            run=self._state.run,
            step=self._state.position.step,
            images=self._images,
            truth=self._truth,
            predicted=found.argmax(1),
            confidence=found.max(1),
            classes=self._state.task.classes,
            probabilities=self._probabilities,
        )

    def first_non_finite(self) -> str | None:
        """The first layer that makes something infinite or undefined of these samples."""
        with self._state.evaluating():
            return first_non_finite(self._state.module, as_input(torch.from_numpy(self._x).to(self._state.device)))


def _pictures(x: np.ndarray) -> np.ndarray:
    """uint8 n×h×w for one channel, n×h×w×3 for three, from n×c×h×w of bytes or of floats from 0 to 1."""
    pictures = x if x.dtype == np.uint8 else np.rint(np.clip(x, 0, 1) * 255).astype(np.uint8)
    return pictures[:, 0] if x.shape[1] == 1 else np.ascontiguousarray(pictures.transpose(0, 2, 3, 1))
