"""What the keys do on the canvas. A window's own shortcuts for the same actions come first; these work without."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from playground.ui.canvas.geometry import GRID

if TYPE_CHECKING:
    from playground.ui.canvas.view import CanvasView

_ARROWS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
FAR_NUDGE = 10  # with Shift
PAN = 48
Act = Callable[[], object]
_Keys = QKeySequence.StandardKey


def press(view: CanvasView, event: QKeyEvent) -> bool:
    """Do what the key says. False when it says nothing here."""
    if event.key() == Qt.Key.Key_Escape:
        return _escape(view)
    if event.key() in _ARROWS:
        _arrow(view, event)
        return True
    act = _standard(view, event) or _plain(view, event)
    if act is None:
        return False
    act()
    return True


def _standard(view: CanvasView, event: QKeyEvent) -> Act | None:
    stack = view.session.undo_stack
    acts = (
        (_Keys.Copy, view.copy), (_Keys.Cut, view.cut), (_Keys.Paste, view.paste), (_Keys.SelectAll, view.select_all),
        (_Keys.Undo, stack.undo), (_Keys.Redo, stack.redo), (_Keys.Delete, view.delete_selection),
        (_Keys.ZoomIn, view.zoom_in), (_Keys.ZoomOut, view.zoom_out),
    )  # fmt: skip
    return next((act for key, act in acts if event.matches(key)), None)


def _plain(view: CanvasView, event: QKeyEvent) -> Act | None:
    key, keys = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if keys == Qt.KeyboardModifier.NoModifier:
        chosen = view.session.selection
        if key == Qt.Key.Key_F2 and len(chosen) == 1:
            return lambda: view.rename(next(iter(chosen)))
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and view.blocks.chosen_block is not None:
            return view.enter_block
        plain: dict[int, Act] = {Qt.Key.Key_Backspace: view.delete_selection, Qt.Key.Key_F: view.fit}
        return plain.get(key)
    if keys & ~Qt.KeyboardModifier.ShiftModifier == Qt.KeyboardModifier.ControlModifier:
        with_control: dict[int, Act] = {
            Qt.Key.Key_D: view.duplicate, Qt.Key.Key_0: view.reset_zoom, Qt.Key.Key_1: view.fit,
            Qt.Key.Key_G: view.ungroup if keys & Qt.KeyboardModifier.ShiftModifier else view.group,
            Qt.Key.Key_Equal: view.zoom_in, Qt.Key.Key_Plus: view.zoom_in, Qt.Key.Key_Minus: view.zoom_out,
        }  # fmt: skip
        return with_control.get(key)
    return None


def _escape(view: CanvasView) -> bool:
    if view.cancel_gesture():
        return True
    had = bool(view.session.selection or view.canvas_scene.selected_links)
    view.session.select(())
    view.canvas_scene.select_links(())
    return had or view.trail.leave()


def _arrow(view: CanvasView, event: QKeyEvent) -> None:
    right, down = _ARROWS[Qt.Key(event.key())]
    far = FAR_NUDGE if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
    if view.session.selection:
        view.actions_.nudge(right * GRID * far, down * GRID * far)
    else:
        view.navigator.pan(-right * PAN * far, -down * PAN * far)
