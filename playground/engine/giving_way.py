"""Who draws does not wait for the end of long work: what there is to look at is looked at in between."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from torch import fx, nn

from playground.engine.control import Control
from playground.engine.effort import multiply_adds
from playground.engine.pace import Pace
from playground.engine.state import TrainingState
from playground.engine.tasks import EVALUATION_BATCH

# Of a batch that takes so many multiply-adds (some tenths of a second) layers are rests, too.
MOST_ADDS = 2**31


class Rests:
    """Called between two parts of work. This one does nothing: of work for which nobody waits."""

    spent = 0.0  # seconds so far

    def __call__(self) -> None:
        """Between two parts."""

    @contextmanager
    def between_layers(self) -> Iterator[None]:
        """Inside, layers are parts, too; numbers are what they are without."""
        yield


class GivingWay(Rests):
    """Does what waits to be looked at, which changes nothing of the run. Its time is not that of training."""

    def __init__(self, state: TrainingState, control: Control, pace: Pace) -> None:
        self._state, self._control, self._pace = state, control, pace
        self._layers: list[nn.Module] | None = None  # those behind which somebody may look; found when they are needed
        self._inside = False

    def __call__(self) -> None:
        looks = self._control.take_looks()
        if not looks:
            return
        began = time.perf_counter()
        with self._pace.resting(), self._as_they_are():
            for look in looks:
                look()
        self.spent += time.perf_counter() - began

    @contextmanager
    def between_layers(self) -> Iterator[None]:
        """Inside, it is called before each layer of a network that is slow."""
        layers = self._slow_layers()
        self._put_in(layers)
        try:
            yield
        finally:
            self._take_out(layers)

    @contextmanager
    def _as_they_are(self) -> Iterator[None]:
        """Inside, nothing is called between layers: who looks is not kept waiting by others who look."""
        layers = self._slow_layers() if self._inside else []
        self._take_out(layers)
        try:
            yield
        finally:
            self._put_in(layers)

    def _put_in(self, layers: list[nn.Module]) -> None:
        self._inside = bool(layers)
        for layer in layers:
            layer.__dict__["forward"] = self._first(layer)

    def _take_out(self, layers: list[nn.Module]) -> None:
        self._inside = False
        for layer in layers:
            layer.__dict__.pop("forward", None)

    def _first(self, layer: nn.Module) -> Callable[..., Any]:
        """The forward of ``layer`` with a rest before it. No hook: where there is one, torch takes another way through
        some layers, to other last digits.
        """

        def forward(*given: Any, **options: Any) -> Any:
            self()
            return type(layer).forward(layer, *given, **options)

        return forward

    def _slow_layers(self) -> list[nn.Module]:
        if self._layers is None:
            networks = self._state.networks
            slow = [name for name in networks if multiply_adds(self._state, name) * EVALUATION_BATCH > MOST_ADDS]
            self._layers = list({id(layer): layer for name in slow for layer in _layers(networks[name])}.values())
        return self._layers


def _layers(network: fx.GraphModule) -> Iterator[nn.Module]:
    """Those that a network, or a block in it, calls."""
    for module in network.modules():
        for child in module.children() if isinstance(module, fx.GraphModule) else ():
            if not isinstance(child, fx.GraphModule) and "forward" not in child.__dict__:
                yield child
