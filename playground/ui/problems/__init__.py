"""What is wrong with the project: the panel, the status line, and the fixes."""

from playground.ui.problems.panel import ProblemsPanel
from playground.ui.problems.status_line import StatusLine

__all__ = ["ProblemsPanel", "StatusLine"]
