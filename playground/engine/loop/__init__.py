"""The training loop: one generator of events that owns a run from its first step to its evaluation.

It can be iterated directly: no thread, no window, no process is needed. Values are read from the device at the
logging interval only, so nothing waits for a GPU at each step, and yet every step has its point in the series.
"""

from __future__ import annotations

from playground.engine.errors import CannotTrain, RunError
from playground.engine.loop.loop import run
from playground.engine.loop.reports import REPORT_SECONDS
from playground.engine.preparation import prepare
from playground.engine.state import TrainingState

__all__ = ["REPORT_SECONDS", "CannotTrain", "RunError", "TrainingState", "prepare", "run"]
