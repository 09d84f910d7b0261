"""The submenu that arranges, in the menus of the right mouse button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from playground.core.language import mark, tr

if TYPE_CHECKING:
    from playground.ui.canvas.view import CanvasView

# Text, keys as in the window's menu, command of ``Arranging``, and how many things must be selected for it.
_LAYOUTS = (
    (mark("Left to right"), "Alt+Shift+R", "arrange_right", 0),
    (mark("Top to bottom"), "Alt+Shift+B", "arrange_down", 0),
    (mark("In rows that fit the window"), "Alt+Shift+W", "arrange_rows", 0),
)  # fmt: skip
_LINES = (
    (mark("Align left"), "Alt+Shift+Left", "align_left", 2), (mark("Align centers"), "Alt+Shift+C", "align_center", 2),
    (mark("Align right"), "Alt+Shift+Right", "align_right", 2), (mark("Align top"), "Alt+Shift+Up", "align_top", 2),
    (mark("Align middles"), "Alt+Shift+M", "align_middle", 2),
    (mark("Align bottom"), "Alt+Shift+Down", "align_bottom", 2),
)  # fmt: skip
_GAPS = (
    (mark("Distribute horizontally"), "Alt+Shift+H", "distribute_across", 3),
    (mark("Distribute vertically"), "Alt+Shift+V", "distribute_down", 3),
)
_FLOW = ((mark("Turn the links"), "Alt+Shift+T", "turn", 0),)


def with_arranging(view: CanvasView, menu: QMenu) -> QMenu:
    """``menu`` with a submenu for what is selected, or for all when nothing is; as it was where nothing can be done."""
    chosen = len(view.session.selection | view.canvas_scene.annotations.selected)
    if len(view.session.graph.nodes) < 2:
        return menu
    menu.addSeparator()
    arrange = menu.addMenu(tr("Arrange selection") if chosen > 1 else tr("Arrange all"))
    for entries in (_LAYOUTS, _LINES, _GAPS, _FLOW if chosen < 2 else ()):
        shown = [entry for entry in entries if chosen >= entry[3]]
        if shown and arrange.actions():
            arrange.addSeparator()
        for text, keys, command, _ in shown:
            action = arrange.addAction(tr(text))
            action.setShortcut(QKeySequence(keys))
            action.setShortcutVisibleInContextMenu(True)
            action.triggered.connect(lambda _checked=False, name=command: getattr(view.arranging, name)())
    return menu
