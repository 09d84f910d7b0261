"""The panel on the right: the selected layer, how to train, and on which data."""

from playground.ui.inspector.panel import InspectorPanel

__all__ = ["InspectorPanel"]
