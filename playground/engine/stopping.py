"""Early stopping: noticing that a run no longer gets better, and keeping the weights of its best epoch."""

from __future__ import annotations

import math
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from torch import Tensor, nn

from playground.core.language import tr
from playground.core.project import EarlyStopping
from playground.training.metrics import METRICS


@dataclass
class Watch:
    """``best`` is the best value of ``name`` so far, ``epoch`` the one it was in, ``waited`` the epochs since then.

    ``name`` is what is compared throughout the run; empty until it is settled. ``tensors`` are the weights and buffers
    of that epoch, where they are to be restored.
    """

    settings: EarlyStopping
    name: str = ""
    best: float | None = None
    epoch: int = 0
    waited: int = 0
    tensors: dict[str, Tensor] = field(default_factory=dict, repr=False)

    @property
    def over(self) -> bool:
        """Whether patience has run out."""
        return self.settings.on and self.waited >= self.settings.patience

    def settle(self, measured: Collection[str]) -> None:
        """Compare the metric that is set where it is one of ``measured``, else the loss; from now on that alone."""
        self.name = self.settings.metric if self.settings.metric in measured else "loss"

    def begin(self) -> None:
        """Wait anew; what was best stays so."""
        self.waited = 0

    def epoch_done(self, epoch: int, measured: dict[str, float], module: nn.Module) -> None:
        """Look at the means of an epoch, counted from 1. What it lacks, undefined there, got no better."""
        if not self.settings.on:
            return
        if not self.name:
            self.settle(measured)
        value = measured.get(self.name, math.nan)
        if self._better(value):
            self.best, self.epoch, self.waited = value, epoch, 0
            if self.settings.restore_best:
                self.tensors = {key: tensor.detach().clone() for key, tensor in module.state_dict().items()}
        else:
            self.waited += 1

    def restore(self, module: nn.Module, epochs: int) -> str:
        """Put the best weights back, of a run that has come to its end after ``epochs``; says so, else is empty."""
        if not self.settings.on or self.best is None:
            return ""
        title = tr(METRICS[self.name].title) if self.name in METRICS else self.name
        if self.tensors and self.epoch != epochs:
            module.load_state_dict(self.tensors)
            return tr(
                "{title} was best in epoch {epoch} ({best:.4g}); its weights are restored.",
                title=title, epoch=self.epoch, best=self.best,
            )  # fmt: skip
        return tr("{title} was best in epoch {epoch} ({best:.4g}).", title=title, epoch=self.epoch, best=self.best)

    def _better(self, value: float) -> bool:
        if not math.isfinite(value):
            return False
        more = self.name in METRICS and METRICS[self.name].better == "more"
        gain = 0.0 if self.best is None else (value - self.best if more else self.best - value)
        return self.best is None or gain > self.settings.minimum_improvement

    def to_dict(self) -> dict[str, Any]:
        """Plain data for a bundle; the tensors are kept beside it."""
        return {"name": self.name, "best": self.best, "epoch": self.epoch, "waited": self.waited}

    def take_up(self, data: dict[str, Any], tensors: dict[str, Tensor]) -> None:
        """Go on from ``to_dict``. Raises ``ValueError`` or ``TypeError`` for what is none."""
        best, counts = data.get("best"), (data.get("epoch", 0), data.get("waited", 0))
        if not (best is None or isinstance(best, int | float)) or isinstance(best, bool):
            raise ValueError(f"the best value is {best!r:.40}")
        if not isinstance(data.get("name", ""), str):
            raise TypeError(f"what got better is {data['name']!r:.40}")
        if any(isinstance(count, bool) or not isinstance(count, int) or count < 0 for count in counts):
            raise ValueError("early stopping counts are no whole numbers")
        # what was settled for this run stays so where nothing has been compared yet
        self.name = data.get("name", self.name) if best is not None or counts[1] else self.name
        self.best = None if best is None else float(best)
        self.epoch, self.waited = counts
        self.tensors = tensors
