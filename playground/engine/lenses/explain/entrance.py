"""Where a sample enters a network, so that parts of it can be changed: its numbers, or the vectors of its words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import torch
from torch import Tensor, fx, nn

from playground.core.language import tr
from playground.engine.errors import CannotTrain
from playground.training.explaining import NO_EMBEDDING

Run = Callable[..., Any]


class Entrance:
    """``point`` 1×shape is what can be changed: the prepared sample; of ids 1×words×features, the rows that all
    Embeddings give, side by side.
    """

    def __init__(self, network: fx.GraphModule, x: Tensor) -> None:
        self.x, self.whole = x, not x.is_floating_point()
        self._sizes: list[int] = []
        self.point = self.rows(network, x) if self.whole else x.clone()

    def rows(self, network: fx.GraphModule, ids: Tensor) -> Tensor:
        """What the Embeddings give for ids N×words. Raises ``CannotTrain`` where words do not enter in rows."""
        found: list[Tensor] = []

        def keep(_module: nn.Module, given: tuple[Tensor, ...], rows: Tensor) -> None:
            if given[0].shape != ids.shape:
                raise CannotTrain(tr("Words are taken apart before their Embedding, so nothing can be said of each."))
            found.append(rows)

        handles = [module.register_forward_hook(keep) for module in _tables(network)]
        try:
            with torch.no_grad():
                network(ids)
        finally:
            for handle in handles:
                handle.remove()
        if not found:
            raise CannotTrain(tr(NO_EMBEDDING))
        self._sizes = [rows.shape[-1] for rows in found]
        return torch.cat(found, -1).clone()

    def run(self, network: fx.GraphModule, points: Tensor, through: Run | None = None) -> Any:
        """What ``network`` gives for ``points`` N×…, differentiable; run by ``through`` where that is given."""
        run = network if through is None else through
        if not self.whole:
            return run(points)
        with self._replaced(network, points):
            return run(self.x.expand(len(points), *self.x.shape[1:]))

    @contextmanager
    def _replaced(self, network: fx.GraphModule, points: Tensor) -> Iterator[None]:
        """Inside, the Embeddings give ``points``, in the order in which they are run."""
        parts = list(points.split(self._sizes, -1))

        def give(_module: nn.Module, _given: Any, _rows: Tensor) -> Tensor:
            return parts.pop(0)

        handles = [module.register_forward_hook(give) for module in _tables(network)]
        try:
            yield
        finally:
            for handle in handles:
                handle.remove()


def _tables(network: fx.GraphModule) -> list[nn.Embedding]:
    return [module for module in network.modules() if isinstance(module, nn.Embedding)]
