"""One explanation that is asked for: which network, which sample, which of its numbers."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field

import torch
from torch import Tensor, fx

from playground.core.language import tr
from playground.engine.errors import CannotTrain
from playground.engine.lenses.explain.baselines import baseline
from playground.engine.lenses.explain.entrance import Entrance, Run
from playground.engine.lenses.explain.quantity import Quantity, quantity
from playground.engine.lenses.subjects import Fed
from playground.engine.state import TrainingState
from playground.protocol.lenses.explain import Explain


@contextmanager
def differentiable() -> Iterator[None]:
    """Gradients are worked out inside, also of networks that are evaluating: cuDNN has none of its recurrent layers."""
    with ExitStack() as inside:
        inside.enter_context(torch.inference_mode(False))
        inside.enter_context(torch.enable_grad())
        inside.enter_context(torch.backends.cudnn.flags(enabled=False))
        yield


@dataclass
class Question:
    """``network`` holds the weights of ``step``, whose ``version`` this is; ``take_copy`` gives it its own before they
    learn on.

    Made and asked inside ``differentiable``.
    """

    state: TrainingState
    lens: Explain
    given: Fed
    step: int
    network: fx.GraphModule = field(init=False)
    entrance: Entrance = field(init=False)
    known: Quantity = field(init=False)
    version: int = field(init=False)

    def __post_init__(self) -> None:
        """Raises ``CannotTrain`` where there is nothing to explain."""
        self.network, self.version = self.state.networks[self.lens.network], self.state.version
        x = self.given.x.clone()
        self.known = quantity(self.state, self.lens.network, x)
        self.entrance = Entrance(self.network, x)
        with torch.no_grad():
            outputs = self.entrance.run(self.network, self.entrance.point)
            if not isinstance(outputs, Tensor):
                raise CannotTrain(tr("This network ends several times."), tr("Look at one that gives one answer."))
            self.scores = self.known.numbers(outputs)[0]
            self.said = self.known.said(outputs)[0]
        self.output, self.against = self.known.chosen(self.scores, self.lens.output, self.lens.against)
        self.value = float(self.of(self.scores[None])[0])
        self._base: Tensor | None = None
        self._copied = False

    @property
    def explained(self) -> tuple[int, int | None]:
        """Which number it is, less which: of newer weights it may be another one."""
        return self.output, self.against

    @property
    def point(self) -> Tensor:
        return self.entrance.point

    def of(self, numbers: Tensor) -> Tensor:
        """The number that is explained, N, of all that can be, N×k."""
        chosen = numbers[:, self.output]
        return chosen if self.against is None else chosen - numbers[:, self.against]

    def values(self, points: Tensor, through: Run | None = None) -> Tensor:
        """What it is at each of ``points``, N."""
        return self.of(self.known.numbers(self.entrance.run(self.network, points, through)))

    @property
    def base(self) -> Tensor:
        """The baseline, like ``point``. Raises ``CannotTrain``."""
        if self._base is None:
            found = baseline(self.state, self.network, self.entrance, self.lens.baseline, self.lens.anew)
            self._base = found.detach().clone()
        return self._base

    def take_copy(self) -> None:
        """From now on these weights stay as they are, however training goes on."""
        if not self._copied:
            self.network, self._copied = copy.deepcopy(self.network), True
