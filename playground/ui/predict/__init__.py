"""What the network says of new samples: pasted rows and texts, files, and what is drawn."""

from __future__ import annotations

from playground.ui.predict.panel import PredictPanel

__all__ = ["PredictPanel"]
