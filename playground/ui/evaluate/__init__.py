"""The Evaluate tab: how well the network does on a part of its data, and the samples behind the numbers."""

from __future__ import annotations

from playground.ui.evaluate.panel import EvaluatePanel

__all__ = ["EvaluatePanel"]
