"""What the keys do on the canvas. A window's own shortcuts for the same actions come first; these work without."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication

from playground.ui.canvas.geometry import GRID
from playground.ui.canvas.gestures.key_link_gesture import KeyLinkGesture

if TYPE_CHECKING:
    from playground.ui.canvas.view import CanvasView

_ARROWS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
_NONE = Qt.KeyboardModifier.NoModifier
_WALKING = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier
# Keys that change what a gesture of the mouse does, and more that say nothing about who leads, mouse or keys.
HELD = {
    Qt.Key.Key_Alt: Qt.KeyboardModifier.AltModifier, Qt.Key.Key_Control: Qt.KeyboardModifier.ControlModifier,
    Qt.Key.Key_Shift: Qt.KeyboardModifier.ShiftModifier,
}  # fmt: skip
_NEUTRAL = (*HELD, Qt.Key.Key_Tab, Qt.Key.Key_Meta, Qt.Key.Key_Space)
_TWO = (Qt.Key.Key_2, Qt.Key.Key_At, Qt.Key.Key_QuoteDbl)  # what Shift and the key 2 give on most keyboards
FAR_NUDGE = 10  # with Shift
PAN = 48
Act = Callable[[], object]
_Keys = QKeySequence.StandardKey


def before_others(view: CanvasView, event: QKeyEvent) -> bool:
    """Whether the canvas takes a key that Qt or the window's shortcuts would use otherwise.

    Tab belongs to the canvas; Shift+Tab and Ctrl+Tab lead out of it. While keys pull a link, all are meant for it.
    """
    if QApplication.focusWidget() not in (view, None):
        return False  # a field on the canvas has passed it on
    tab = event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
    wiring = isinstance(view.gesture, KeyLinkGesture)
    if event.type() == QEvent.Type.ShortcutOverride and view.gesture is not None and event.key() == Qt.Key.Key_Alt:
        event.accept()  # it heals links while a layer is dragged; let go it would lead into the menu bar
        return True
    if event.type() == QEvent.Type.ShortcutOverride and (wiring or (tab and event.modifiers() == _NONE)):
        event.accept()
        return True
    if event.type() != QEvent.Type.KeyPress or not tab:
        return False
    if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        view.leave_by_key(forward=event.key() == Qt.Key.Key_Tab)
        return True
    if event.key() == Qt.Key.Key_Tab or wiring:
        view.keyPressEvent(event)
        return True
    return False


def is_held_key(event: QKeyEvent) -> bool:
    """Whether the key is one that is held for the mouse or for another key, and Tab, which asks where the mouse is."""
    return event.key() in _NEUTRAL


def press(view: CanvasView, event: QKeyEvent) -> bool:
    """Do what the key says. False when it says nothing here."""
    if isinstance(view.gesture, KeyLinkGesture) and _wiring(view, view.gesture, event):
        return True
    if event.key() == Qt.Key.Key_Escape:
        return _escape(view)
    if event.key() in _ARROWS and not event.modifiers() & _WALKING:
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
    key, keys, compose = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier, view.composer
    if keys == Qt.KeyboardModifier.NoModifier:
        chosen = view.session.selection
        if key == Qt.Key.Key_F2 and len(chosen) == 1:
            return lambda: view.rename(next(iter(chosen)))
        if key in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter) and view.frames.one_selected:
            return view.frames.edit_selected
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and view.blocks.chosen_block is not None:
            return view.enter_block
        plain: dict[int, Act] = {
            Qt.Key.Key_Backspace: view.delete_selection, Qt.Key.Key_F: view.fit, Qt.Key.Key_Tab: compose.add_layer,
            Qt.Key.Key_L: compose.link_from, Qt.Key.Key_R: compose.replace,
        }  # fmt: skip
        return plain.get(key)
    if keys == Qt.KeyboardModifier.ShiftModifier:
        shifted: dict[int, Act] = {
            Qt.Key.Key_L: compose.link_to, Qt.Key.Key_1: view.fit, Qt.Key.Key_Exclam: view.fit,
            **dict.fromkeys(_TWO, view.fit_selection),
        }  # fmt: skip
        return shifted.get(key)
    if key in _ARROWS and keys in (Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier):
        return _walk(view, key, along=keys == Qt.KeyboardModifier.ControlModifier)
    if keys & ~Qt.KeyboardModifier.ShiftModifier == Qt.KeyboardModifier.ControlModifier:
        with_control: dict[int, Act] = {
            Qt.Key.Key_D: compose.take_out if keys & Qt.KeyboardModifier.ShiftModifier else view.duplicate,
            Qt.Key.Key_0: view.reset_zoom, Qt.Key.Key_1: view.fit, Qt.Key.Key_2: view.fit_selection,
            Qt.Key.Key_G: view.ungroup if keys & Qt.KeyboardModifier.ShiftModifier else view.group,
            Qt.Key.Key_Delete: compose.delete_heal, Qt.Key.Key_Backspace: compose.delete_heal,
            Qt.Key.Key_Equal: view.zoom_in, Qt.Key.Key_Plus: view.zoom_in, Qt.Key.Key_Minus: view.zoom_out,
        }  # fmt: skip
        return with_control.get(key)
    if keys == Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier:
        framing: dict[int, Act] = {
            Qt.Key.Key_G: view.frame_selection, Qt.Key.Key_N: view.add_note, Qt.Key.Key_C: view.collapse,
            Qt.Key.Key_F: view.fit_frame,
        }  # fmt: skip
        return framing.get(key)
    return None


def _walk(view: CanvasView, key: int, *, along: bool) -> Act:
    """Alt and arrows: to the nearest layer; Ctrl and arrows: along its links (left, right), from one to another."""
    compose = view.composer
    by_key = {
        Qt.Key.Key_Left: (compose.go_left, compose.follow_back), Qt.Key.Key_Up: (compose.go_up, compose.previous_link),
        Qt.Key.Key_Right: (compose.go_right, compose.follow_forward),
        Qt.Key.Key_Down: (compose.go_down, compose.next_link),
    }  # fmt: skip
    return by_key[Qt.Key(key)][along]


def _wiring(view: CanvasView, gesture: KeyLinkGesture, event: QKeyEvent) -> bool:
    """What a key means while keys pull a link."""
    if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        view.end_gesture()
        return True
    if not gesture.chosen and event.key() != Qt.Key.Key_L:
        view.cancel_gesture()  # there was nothing to walk to: the key means what it always means
        return event.key() == Qt.Key.Key_Escape
    return gesture.key(event)


def _escape(view: CanvasView) -> bool:
    if view.cancel_gesture() or view.composer.walker.back_to_layer():
        return True
    annotations = view.canvas_scene.annotations.selected
    had = bool(view.session.selection or view.canvas_scene.selected_links or annotations)
    view.session.select(())
    view.canvas_scene.select_links(())
    return had or view.trail.leave()


def _arrow(view: CanvasView, event: QKeyEvent) -> None:
    right, down = _ARROWS[Qt.Key(event.key())]
    far = FAR_NUDGE if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
    if view.session.selection or view.canvas_scene.annotations.selected:
        view.actions_.nudge(right * GRID * far, down * GRID * far)
    else:
        view.navigator.pan(-right * PAN * far, -down * PAN * far)
