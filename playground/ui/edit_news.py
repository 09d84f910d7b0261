"""Tells of edits that change much at once, with a button that takes them back."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from playground.core.edits import Edit
from playground.core.language import tr
from playground.core.layout.edits import Arrange
from playground.core.project import Project
from playground.ui.message_bar import MessageArea
from playground.ui.project_session import ProjectSession
from playground.ui.toasts import DONE

MANY = 2  # layers that are gone at once: one is seen to go, and is soon brought back


class EditNews(QObject):
    """Deleted networks and layers, and layouts. The news go as soon as anything else is done: Undo means that edit."""

    def __init__(self, session: ProjectSession, area: MessageArea, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._area = session, area
        session.done.connect(self._on_done)
        session.stepped.connect(self._on_other)

    @Slot(object, object, object)
    def _on_done(self, edit: Edit, before: Project, after: Project) -> None:
        text = _told(edit, before, after)
        if text:
            choice = (tr("Undo"), self._session.undo_stack.undo)
            self._area.show_message(text, "done", [choice], key=DONE)

    @Slot(int)
    def _on_other(self, _index: int) -> None:
        self._area.clear(DONE)


def _told(edit: Edit, before: Project, after: Project) -> str:
    """Empty for edits that are seen without it."""
    gone = before.networks.keys() - after.networks.keys()
    if gone and len(after.networks) < len(before.networks):
        return tr("Deleted the network {name}.", name=", ".join(sorted(gone)))
    if isinstance(edit, Arrange):
        count = _arranged(edit, before, after)
        return tr("Arranged {count} layers.", count=count) if count != 1 else tr("Arranged one layer.")
    lost = sum(
        len(graph.by_id.keys() - after.networks[name].by_id.keys())
        for name, graph in before.networks.items()
        if name in after.networks
    )
    grown = after.networks.keys() - before.networks.keys() or any(
        graph.by_id.keys() - before.networks[name].by_id.keys()
        for name, graph in after.networks.items()
        if name in before.networks
    )
    if lost < MANY or grown:  # else replaced, or put into a block
        return ""
    return tr("Deleted {count} layers.", count=lost)


def _arranged(edit: Arrange, before: Project, after: Project) -> int:
    """Layers that were asked for, also where they stay, and those that came along in a collapsed frame."""
    there = before.networks[edit.network].by_id
    return sum(
        node.id in edit.places or (node.x, node.y) != (there[node.id].x, there[node.id].y)
        for node in after.networks[edit.network].nodes
    )
