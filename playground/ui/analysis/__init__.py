"""The analysis table: what each layer costs and sees."""

from playground.ui.analysis.panel import AnalysisPanel

__all__ = ["AnalysisPanel"]
