"""The Predict tab: what the network says of a drawing, of pasted rows and texts, and of files."""

from __future__ import annotations

from playground.ui.predict.panel import PredictPanel

__all__ = ["PredictPanel"]
