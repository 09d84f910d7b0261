"""Which number of a network is explained: a score before a last Softmax or Sigmoid, a value in its units, an error."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from playground.core.language import mark, tr
from playground.engine.errors import CannotTrain
from playground.engine.losses import probabilities
from playground.engine.state import TrainingState
from playground.engine.tasks import Autoencoder, VariationalAutoencoder
from playground.protocol.lenses.explain import LIKELIEST_OTHER
from playground.training.explaining import unexplained
from playground.training.losses import reading
from playground.training.outputs import final_activation, gives_probabilities
from playground.training.tasks import DISCRIMINATOR

MOST_OUTPUTS = 1000


@dataclass(frozen=True)
class Quantity:
    """``numbers``: from what a network gives for N samples to N×k, those that can be explained, differentiable;
    ``said`` to what it says in the end, N×k. ``what`` names them in words, with "{}" for the name of one.
    """

    names: tuple[str, ...]
    numbers: Callable[[Tensor], Tensor]
    said: Callable[[Tensor], Tensor]
    probabilities: bool
    what: str

    def chosen(self, scores: Tensor, output: int | None, against: int | None) -> tuple[int, int | None]:
        """Which of ``scores`` (k) is explained and less which; numbers that there are not are left out."""
        count = len(scores)
        first = int(scores.argmax()) if output is None or not 0 <= output < count else output
        if against == LIKELIEST_OTHER and count > 1:
            others = scores.clone()
            others[first] = -torch.inf
            return first, int(others.argmax())
        return first, against if against is not None and 0 <= against < count and against != first else None

    def words(self, output: int, against: int | None) -> str:
        one = tr(self.what).replace("{}", self.names[output])
        return one if against is None else tr("{one} less that of “{names}”", one=one, names=self.names[against])


def quantity(state: TrainingState, network: str, x: Tensor) -> Quantity:
    """What ``network`` says of the sample ``x`` 1×shape. Raises ``CannotTrain`` where nothing can be explained."""
    message, hint = unexplained(state.project.networks, network, state.samples.arrays.dataset)
    if message:
        raise CannotTrain(message, hint)
    if isinstance(state.task, Autoencoder | VariationalAutoencoder):
        return _error(state.task, x)
    if network == DISCRIMINATOR and DISCRIMINATOR in state.networks:
        return _plain((tr("real"),), mark("the score for “{}”"))
    target, loss = state.samples.arrays.dataset.target, state.project.training.loss
    final = final_activation(state.project.networks[network])
    if network != state.network or target.kind == "none":
        return _plain((), "{}")

    def said(outputs: Tensor) -> Tensor:
        shares = probabilities(outputs, loss, final, target)
        return state.samples.targets.invert(shares).float().flatten(1)

    if target.kind == "values":
        names = target.names if len(target.names) == target.count else _numbered(target.count)
        return Quantity(names, said, said, probabilities=False, what=mark("the value of “{}”"))
    numbers = _two_sided if target.binary else _flat
    what = _BEFORE.get(final or "") or _BEFORE.get(reading(loss, final) or "") or mark("the score of “{}”")
    return Quantity(target.names, numbers, said, gives_probabilities(state.project, network), what)


_BEFORE = {
    "softmax": mark("the score of “{}” before Softmax"),
    "log_softmax": mark("the score of “{}” before Log softmax"),
    "sigmoid": mark("the score of “{}” before Sigmoid"),
}  # fmt: skip


def _flat(outputs: Tensor) -> Tensor:
    return outputs.float().flatten(1)


def _two_sided(outputs: Tensor) -> Tensor:
    """A single score that tells two classes apart speaks for the second, its negative for the first."""
    scores = _flat(outputs)
    return torch.cat((-scores, scores), 1) if scores.shape[1] == 1 else scores


def _plain(names: tuple[str, ...], what: str) -> Quantity:
    return Quantity(names, _flat, _flat, probabilities=False, what=what)


def _error(task: Autoencoder | VariationalAutoencoder, x: Tensor) -> Quantity:
    """How far what comes back is from the sample, which stays the same while its input is changed."""

    def error(outputs: Tensor) -> Tensor:
        wanted = x.expand(len(outputs), *x.shape[1:])
        said = task.said(outputs, wanted) if isinstance(task, Autoencoder) else task.said(outputs)
        return (said.flatten(1) - wanted.flatten(1)).square().mean(1, keepdim=True)

    names = (tr("reconstruction error"),)
    return Quantity(names, error, error, probabilities=False, what=mark("the {}, the mean square over all numbers"))


def _numbered(count: int) -> tuple[str, ...]:
    return tuple(f"{n + 1}" for n in range(count))


def named(known: Quantity, scores: np.ndarray) -> tuple[str, ...]:
    """As many names as there are scores."""
    return (
        known.names if len(known.names) == len(scores) else tuple(tr("output {n}", n=n + 1) for n in range(len(scores)))
    )
