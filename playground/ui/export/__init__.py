"""The export dialog: what to write, where, and the proof of what was written."""

from playground.ui.export.dialog import ExportDialog

__all__ = ["ExportDialog"]
