"""The menus of the right mouse button."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from playground.core.graph import Node
from playground.core.language import tr
from playground.ui.canvas.arranging.menu import with_arranging
from playground.ui.canvas.frames.menu import add_colors, frame_entries
from playground.ui.help_port import open_topic

if TYPE_CHECKING:
    from playground.ui.canvas.view import CanvasView

Entry = tuple[str, str | QKeySequence.StandardKey, Callable[[], object]] | None


def menu_at(view: CanvasView, at: QPointF) -> QMenu:
    """The menu for what is at ``at`` in the viewport: a layer (selected with it), a link, or the canvas."""
    scene, session = view.canvas_scene, view.session
    point = view.to_scene(at)
    node = scene.node_at(point)
    keys = QKeySequence.StandardKey
    entries: list[Entry]
    if node is not None:
        name = node.node.id
        if name not in session.selection:
            scene.select_links(())
            session.select([name])
        entries = [
            (tr("Open in microscope"), "", lambda: view.microscope_wanted.emit(name)),
            (tr("Rename"), "F2", lambda: view.rename(name)),
            None,
            (tr("Cut"), keys.Cut, view.cut),
            (tr("Copy"), keys.Copy, view.copy),
            (tr("Duplicate"), "Ctrl+D", view.duplicate),
            None,
            (tr("Replace with…"), "R", view.composer.replace),
            (tr("Take out of its links"), "Ctrl+Shift+D", view.composer.take_out),
            (tr("Select layers of the same kind"), "Ctrl+Shift+A", view.composer.select_alike),
            None,
            (tr("Group into block"), "Ctrl+G", view.group),
            (tr("Put a frame around"), "Ctrl+Alt+G", view.frame_selection),
            None,
            (tr("Delete"), keys.Delete, view.delete_selection),
            (tr("Delete and heal"), "Ctrl+Del", view.composer.delete_heal),
            None,
            (tr("Help on {what}", what=_kind_title(node.node)), "F1", lambda: open_topic(view.help_topic(), view)),
        ]
        if view.blocks.chosen_blocks:
            entries[12:12] = [(tr("Ungroup"), "Ctrl+Shift+G", view.ungroup)]
        if view.blocks.chosen_block is not None:
            entries[:0] = [(tr("Enter"), "Return", view.enter_block), None]
    elif (annotated := frame_entries(view, point)) is not None:
        menu = _menu(view, annotated)
        add_colors(view, menu)
        return menu
    elif (link := scene.link_at(point, view.reach)) is not None:
        session.select(())
        scene.select_links([link.link])
        entries = [
            (tr("Insert layer…"), "Tab", lambda: view.composer.search.into(link.link, point)),
            None,
            (tr("Delete link"), keys.Delete, view.delete_selection),
        ]
        return _menu(view, entries)
    else:
        entries = [(tr("Add layer…"), "Tab", lambda: view.composer.search.at_point(point)), None,
                   (tr("Paste"), keys.Paste, lambda: view.paste_at(point)),
                   (tr("Select all"), keys.SelectAll, view.select_all),
                   None, (tr("Add note"), "Ctrl+Alt+N", lambda: view.frames.add_note(point)),
                   (tr("Add frame"), "", lambda: view.frames.add_frame(point)),
                   None, (tr("Fit the network"), "F", view.fit),
                   (tr("Zoom to selection"), "Shift+2", view.fit_selection),
                   (tr("Actual size"), "Ctrl+0", view.reset_zoom)]  # fmt: skip
    return with_arranging(view, _menu(view, entries))


def _kind_title(node: Node) -> str:
    return tr(node.kind.title) if node.kind is not None else node.type


def _menu(view: CanvasView, entries: list[Entry]) -> QMenu:
    menu = QMenu(view)
    for entry in entries:
        if entry is None:
            menu.addSeparator()
            continue
        text, keys, act = entry
        action = menu.addAction(text)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutVisibleInContextMenu(True)
        # The keys are shown here and handled by the canvas; inside the menu they would be taken twice.
        action.triggered.connect(lambda _checked=False, act=act: act())
    return menu
