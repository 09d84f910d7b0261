"""The right mouse button's menu on frames and notes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from playground.core.annotations import TINTS
from playground.core.language import tr
from playground.ui.canvas.frames.frame_item import FrameItem
from playground.ui.canvas.frames.tints import NAMES, swatch

if TYPE_CHECKING:
    from playground.ui.canvas.view import CanvasView

Entry = tuple[str, str | QKeySequence.StandardKey, Callable[[], object]] | None
_Keys = QKeySequence.StandardKey


def frame_entries(view: CanvasView, point: QPointF) -> list[Entry] | None:
    """What can be done to the frame or note at ``point`` of the scene, which is selected; None when none is there."""
    item = view.frames.item_at(point)
    if item is None:
        return None
    annotations = view.canvas_scene.annotations
    if item.key not in annotations.selected:
        view.canvas_scene.select_links(())
        view.session.select(())
        annotations.select([item.key])
    commands, hands = view.frames.commands, view.frames
    common: list[Entry] = [
        (tr("Cut"), _Keys.Cut, view.cut), (tr("Copy"), _Keys.Copy, view.copy),
        (tr("Duplicate"), "Ctrl+D", view.duplicate), None,
    ]  # fmt: skip
    if not isinstance(item, FrameItem):
        return [
            (tr("Write"), "F2", lambda: hands.write(item.key)), (tr("Fit to its text"), "Ctrl+Alt+F", commands.fit),
            None, *common, (tr("Delete"), _Keys.Delete, view.delete_selection),
        ]  # fmt: skip
    folds = tr("Expand") if item.frame.collapsed else tr("Collapse")
    return [
        (tr("Rename"), "F2", lambda: hands.rename(item.key)), (folds, "Ctrl+Alt+C", commands.toggle_collapse),
        (tr("Fit to its layers"), "Ctrl+Alt+F", commands.fit),
        (tr("Select what is in it"), "", commands.select_contents), None, *common,
        (tr("Delete the frame, keep its layers"), _Keys.Delete, view.delete_selection),
        (tr("Delete the frame and its layers"), "", commands.remove_with_contents),
    ]  # fmt: skip


def add_colors(view: CanvasView, menu: QMenu) -> None:
    """A submenu with the colours that frames and notes can have."""
    annotations, graph = view.canvas_scene.annotations, view.session.graph
    known = {each.id: each.color for each in (*graph.frames, *graph.notes)}  # type: ignore[attr-defined]
    worn = {known[key] for key in annotations.selected if key in known}
    menu.addSeparator()
    colors = menu.addMenu(tr("Colour"))
    for tint in TINTS:
        action = colors.addAction(swatch(tint), tr(NAMES[tint]))
        action.setCheckable(True)
        action.setChecked(worn == {tint})
        action.triggered.connect(lambda _checked=False, tint=tint: view.frames.commands.paint(tint))
