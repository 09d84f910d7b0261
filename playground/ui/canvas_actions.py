"""The Edit and View actions, sent to the canvas, or to the text field that one is typing in."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from playground.core.language import tr
from playground.ui.actions import Actions
from playground.ui.canvas import CanvasPanel, CanvasView

# Action -> the canvas view's method
_ON_VIEW = {
    "copy_text": "copy_text", "copy_code": "copy_code",
    "frame": "frame_selection", "note": "add_note", "collapse": "collapse", "fit_frame": "fit_frame",
    "duplicate": "duplicate", "group": "group", "ungroup": "ungroup", "enter_block": "enter_block",
    "zoom_in": "zoom_in", "zoom_out": "zoom_out", "zoom_reset": "reset_zoom", "fit": "fit",
    "fit_selection": "fit_selection",
}  # fmt: skip
# Actions of the canvas' composer by that name. Their keys count while the canvas has the keyboard, and only there.
_ON_COMPOSER = (
    "add_layer", "replace", "take_out", "delete_heal", "link_from", "link_to", "next_link", "previous_link",
    "follow_forward", "follow_back", "go_left", "go_right", "go_up", "go_down", "select_alike",
)  # fmt: skip
# There must be some that are selected.
_OF_LAYERS = ("replace", "take_out", "delete_heal", "link_from", "link_to", "select_alike")
# Actions of the canvas' arranging by that name, with how many things must be selected (0: some must be there).
_ON_ARRANGING = {
    "arrange": 0, "arrange_right": 0, "arrange_down": 0, "arrange_rows": 0,
    "align_left": 2, "align_center": 2, "align_right": 2, "align_top": 2, "align_middle": 2, "align_bottom": 2,
    "distribute_across": 3, "distribute_down": 3, "turn": 0,
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
    for name in _ON_COMPOSER:
        action: QAction = getattr(actions, name)
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(getattr(view.composer, name))
        view.addAction(action)
    for name in _ON_ARRANGING:
        getattr(actions, name).triggered.connect(getattr(view.arranging, name))
    actions.enable(_OF_LAYERS, bool(view.session.selection))
    for name in _OF_LAYERS:
        getattr(actions, name).setProperty("lacks", tr("Select a layer first"))
    view.session.selection_changed.connect(lambda chosen: actions.enable(_OF_LAYERS, bool(chosen)))


def connect_panel(actions: Actions, panel: CanvasPanel) -> None:
    """From now on the actions that need what floats over the canvas act on ``panel``."""
    for name in ("find_network", "find_next", "find_previous", "copy_picture", "export_picture"):
        getattr(actions, name).triggered.connect(getattr(panel, name))
    _follow_selection(actions, panel)


def _follow_selection(actions: Actions, panel: CanvasPanel) -> None:
    """Arranging can be asked for while there is enough of it on a canvas that is seen."""
    session, annotations = panel.view.session, panel.view.canvas_scene.annotations

    def follow(*_: object) -> None:
        chosen = len(session.selection | annotations.selected)
        there = panel.isVisible() and len(session.graph.nodes) > 1
        for name, least in _ON_ARRANGING.items():
            action: QAction = getattr(actions, name)
            action.setEnabled(there and chosen >= least)
            action.setProperty("lacks", tr("Select at least {count} layers", count=least) if there and least else "")

    for signal in (session.selection_changed, annotations.selection_changed, session.changed, session.opened,
                   session.network_changed, panel.seen_changed):  # fmt: skip
        signal.connect(follow)
    follow()


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
