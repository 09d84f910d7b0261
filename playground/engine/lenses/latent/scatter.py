"""Where samples lie among the codes of a network."""

from __future__ import annotations

import numpy as np

from playground.engine.lenses.latent.coding import Coding, coding
from playground.engine.lenses.latent.directions import Plane, plane
from playground.engine.lenses.latent.encoded import Encoded, map_methods, to_encode
from playground.engine.lenses.study import Study
from playground.engine.lenses.subjects import BroughtSamples
from playground.engine.state import TrainingState
from playground.engine.tasks import VariationalAutoencoder
from playground.protocol.lenses import Latent, LatentSeen
from playground.training.tasks import VariationalAutoencoder as Description


class Codes(Study):
    """Encodes more samples in each look as long as the weights stay. The plane that is shown follows the codes."""

    def __init__(self) -> None:
        self._encoded: Encoded | None = None
        self._plane: Plane | None = None

    def look(self, state: TrainingState, lens: Latent, brought: BroughtSamples) -> LatentSeen:
        how = coding(state, lens.network, lens.layer)
        if self._encoded is None:
            self._encoded = Encoded(lens.network, to_encode(state, how))
        self._encoded.more(state, how)
        self.unfinished = not self._encoded.whole
        codes = self._encoded.codes
        sound = codes[np.isfinite(codes).all(1)]
        if len(sound):  # of weights that broke down nothing is to be kept
            self._plane = plane(sound, self._plane)
        return _seen(state, how, self._encoded, codes, self._plane or plane(np.zeros_like(codes)))


def _seen(state: TrainingState, how: Coding, encoded: Encoded, codes: np.ndarray, shown: Plane) -> LatentSeen:
    wanted, count = encoded.wanted, len(codes)
    task = state.task
    weight, beta, warm_up = 1.0, 1.0, 0
    if isinstance(task, VariationalAutoencoder) and isinstance(task.description, Description):
        weight, beta, warm_up = task.kl_weight, task.description.beta, task.description.warm_up
    return LatentSeen(
        how.layer, how.title, wanted.part, wanted.numbers[:count], shown.places(codes), wanted.labels[:count],
        wanted.classes, len(wanted.numbers), shown.middle, shown.axes, shown.explained, codes.mean(0), codes.std(0),
        own=how.own, prior=how.prior, noise=how.noise, decodes=how.why, kl=encoded.kl, weight=weight, beta=beta,
        warm_up=warm_up, maps=map_methods(), values=None if wanted.values is None else wanted.values[:count],
        value_name=wanted.value_name,
    )  # fmt: skip
