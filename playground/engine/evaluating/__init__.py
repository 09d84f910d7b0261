"""How well a network does on a part of its data, and the samples behind the numbers."""

from __future__ import annotations

from playground.engine.evaluating.report import evaluate
from playground.engine.evaluating.showing import show_samples

__all__ = ["evaluate", "show_samples"]
