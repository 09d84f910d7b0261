"""The Edit and View actions, sent to the canvas, or to the text field that one is typing in."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from playground.ui.actions import Actions
from playground.ui.canvas import CanvasView

# Action -> the canvas view's method
_ON_VIEW = {
    "duplicate": "duplicate", "group": "group", "ungroup": "ungroup", "enter_block": "enter_block",
    "zoom_in": "zoom_in", "zoom_out": "zoom_out", "zoom_reset": "reset_zoom", "fit": "fit",
}  # fmt: skip
# Action -> the canvas view's method, the text field's method
_SHARED = {
    "cut": ("cut", "cut"), "copy": ("copy", "copy"), "paste": ("paste", "paste"),
    "delete": ("delete_selection", "del_"), "select_all": ("select_all", "selectAll"),
}  # fmt: skip


def connect_canvas(actions: Actions, view: CanvasView) -> None:
    """From now on the actions act on ``view``."""
    for name, method in _ON_VIEW.items():
        getattr(actions, name).triggered.connect(getattr(view, method))
    for name, (on_view, on_text) in _SHARED.items():
        _share(getattr(actions, name), view, on_view, on_text)


def _share(action: QAction, view: CanvasView, on_view: str, on_text: str) -> None:
    def act() -> None:
        field = _text_field()
        if field is None:
            getattr(view, on_view)()
        elif hasattr(field, on_text):
            getattr(field, on_text)()

    action.triggered.connect(act)


def _text_field() -> QWidget | None:
    widget = QApplication.focusWidget()
    return widget if isinstance(widget, (QLineEdit, QPlainTextEdit)) else None
