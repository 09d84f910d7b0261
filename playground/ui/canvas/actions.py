"""What one can do to the layers on the canvas, as edits of the session."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QElapsedTimer, QMimeData, QPointF, QRectF

from playground.core.block_edits import Paste
from playground.core.cutting import copies, part_of
from playground.core.edits import Edit, EditRefused, Macro, Move, Remove
from playground.core.excerpt import source_of
from playground.core.frame_edits import MoveTogether, RemoveAnnotations
from playground.core.framing import box_of, with_contents
from playground.core.graph import Graph, Link, Node
from playground.core.language import tr
from playground.core.listing import written
from playground.core.plan import Unplannable
from playground.training.check import check
from playground.ui.canvas import clipboard
from playground.ui.canvas.entries import addition
from playground.ui.canvas.geometry import card_rect, snap
from playground.ui.canvas.placing import beside, in_view, lies_on, nearest
from playground.ui.canvas.scene import CanvasScene
from playground.ui.project_session import ProjectSession
from playground.ui.toasts import MANY, waiting

NUDGE_PAUSE_MS = 1000

_APART, _TRIES = 48.0, 6  # between frames that are pasted and what lies there; places that are tried each way


class CanvasActions:
    """Add, copy, paste, duplicate, delete, nudge. Each is one entry of the undo history."""

    def __init__(self, session: ProjectSession, scene: CanvasScene) -> None:
        self._session, self._scene = session, scene
        self._nudged = QElapsedTimer()
        self._nudge: tuple[int, frozenset[str]] = (0, frozenset())
        self._last_paste: tuple[float, float] | None = None
        self._pastes = 0

    # --- adding ---

    def add(self, entry: str, place: QPointF | None, visible: QRectF, *, branches: bool = True) -> str | None:
        """A new layer, selected; linked from the one selected layer when it takes a link. Its id, None if refused.

        ``entry`` is a type name, or a block's (see ``entries``). Without ``branches`` only an output that is free is
        linked.
        """
        added = addition(self._session, entry)
        if isinstance(added, str):
            self._session.refused.emit(added)
            return None
        if place is None:
            place = self._place(visible)
        added = replace(added, node=added.node.replace(x=place.x(), y=place.y()))
        link = self.link_from_selection(added.node, branches=branches)
        if not self._session.do(added.edit(self._session.network, () if link is None else (link,))):
            return None
        self._session.select([added.node.id])
        return added.node.id

    def drop(self, entry: str, place: QPointF) -> None:
        """A new layer where it was dropped, or beside what it would lie on; the view stays, since the person looks at
        the place.
        """
        cards = [item.rect for item in self._scene.nodes.values() if item.shelter is None]
        self.add(entry, nearest(place, cards) if lies_on(place, cards) else place, QRectF(), branches=False)

    def _place(self, visible: QRectF) -> QPointF:
        chosen = self._only_selected()
        cards = [item.rect for item in self._scene.nodes.values()]
        return (
            in_view(visible, cards)
            if chosen is None
            else beside(card_rect(chosen.x, chosen.y), cards, down=self._scene.down)
        )

    def _only_selected(self) -> Node | None:
        selection = self._session.selection
        return self._session.graph.by_id[next(iter(selection))] if len(selection) == 1 else None

    def link_from_selection(self, node: Node, *, branches: bool = True) -> Link | None:
        """The link that adding ``node`` would bring with it; with ``branches`` also from one that feeds others."""
        chosen = self._only_selected()
        graph = self._session.graph
        outputs = graph.output_ports(chosen.id) if chosen is not None else ()
        if chosen is None or not outputs or not node.input_ports:
            return None
        used = {link.source_port for link in graph.outgoing[chosen.id]}
        free = [port.name for port in outputs if port.name not in used]
        if not free and not branches:
            return None
        port = (free or [outputs[0].name])[0]
        link = Link(source=chosen.id, target=node.id, source_port=port, target_port=node.input_ports[0].name)
        return link if graph.replace(nodes=(*graph.nodes, node)).refusal(link) is None else None

    # --- the clipboard ---

    @property
    def _chosen(self) -> frozenset[str]:
        """Ids of the selected layers, frames and notes, and of what lies in these frames."""
        chosen = self._session.selection | self._scene.annotations.selected
        return with_contents(self._session.graph, chosen)

    def copy(self) -> bool:
        chosen = self._chosen
        if not chosen:
            return False
        clipboard.put(self._session.project, self._session.network, chosen, self._session.origin)
        self._last_paste = None
        return True

    def copy_text(self) -> str:
        """What is selected, or all of the network, as a list that one can read and write. What to tell of it."""
        graph = self._session.graph
        part = part_of(graph, self._chosen) if self._chosen else graph
        if not part.nodes:
            self._session.refused.emit(tr("There are no layers to copy."))
            return ""
        clipboard.put_text(written(part))
        count = len(part.nodes)
        return tr("Copied {count} layers as text.", count=count) if count > 1 else tr("Copied one layer as text.")

    def copy_code(self) -> str:
        """What is selected, or all of the network, as the source of a PyTorch module. What to tell of it."""
        session = self._session
        chosen = (self._chosen or session.graph.by_id.keys()) & session.graph.by_id.keys()
        try:
            text = source_of(
                session.project, session.network, frozenset(chosen), lambda project: check(project).networks
            )
        except (EditRefused, Unplannable) as error:
            session.refused.emit(str(error))
            return ""
        clipboard.put_text(text)
        return tr("Copied as PyTorch, {count} lines.", count=text.count("\n"))

    def cut(self) -> None:
        if self.copy():
            chosen = self._chosen
            self._remove(chosen, tr("Cut {said}", said=_said(part_of(self._session.graph, chosen))))

    def paste(self, at: QPointF | None) -> None:
        """The copied layers around ``at``, or a little off their old places; refused when there are none."""
        try:
            copied = clipboard.take(self._session.project)
        except clipboard.NotLayers as error:
            self._session.refused.emit(str(error))
            return
        key = (at.x(), at.y()) if at is not None else (0.5, 0.5)
        self._pastes = self._pastes + 1 if key == self._last_paste else 0
        self._last_paste = key
        if at is None:
            off = QPointF(40 + 24 * self._pastes, 40 + 24 * self._pastes)
        else:
            off = at - _box(copied.part).center() + QPointF(24, 24) * self._pastes
        self.insert(copied, off, tr("Paste {said}", said=_said(copied.part)))

    def paste_data(self, data: QMimeData, at: QPointF) -> None:
        """Layers as text, dropped at ``at``; refused when it holds none."""
        try:
            copied = clipboard.from_data(data, self._session.project)
        except clipboard.NotLayers as error:
            self._session.refused.emit(str(error))
            return
        self.insert(copied, at - _box(copied.part).center(), tr("Paste {said}", said=_said(copied.part)))

    def duplicate(self) -> None:
        chosen = self._chosen
        if chosen:
            part = part_of(self._session.graph, chosen)
            off = self._clear(_box(part), QPointF())  # in line with it, where nothing lies
            self.insert(clipboard.Copied(part), off, tr("Duplicate {said}", said=_said(part)))

    def insert(self, copied: clipboard.Copied, off: QPointF, text: str) -> bool:
        """Add copies of what was copied, moved by ``off``, or farther to where nothing lies, and selected. False when
        that was refused.
        """
        off = self._clear(_box(copied.part), off)
        count = len(copied.part.nodes)
        if count < MANY or not self._scene.views():
            return self._insert(copied, off, text)
        with waiting(self._scene.views()[0], tr("Pasting {count:,} layers…", count=count)):
            return self._insert(copied, off, text)

    def _clear(self, box: QRectF, off: QPointF) -> QPointF:
        """``off``, or so much further right or down that ``box`` lies clear of all cards, frames and notes there."""
        away = self._scene.annotations.hidden.keys()
        taken = [item.rect for item in self._scene.nodes.values() if item.shelter is None]
        taken += [item.rect for item in self._scene.annotations.items if item.key not in away]
        wide, high = box.width() + _APART, box.height() + _APART
        steps = [QPointF(wide * right, high * down) for right in range(_TRIES) for down in range(_TRIES)]
        for step in sorted(steps, key=lambda step: step.manhattanLength()):
            if not any(box.translated(off + step).intersects(rect) for rect in taken):
                return off + step
        return off + QPointF(0, max((rect.bottom() for rect in taken), default=0.0) - box.top() + _APART)

    def _insert(self, copied: clipboard.Copied, off: QPointF, text: str) -> bool:
        offset, session = (snap(off.x()), snap(off.y())), self._session
        try:
            new = copies(session.graph, copied.part, offset)
        except EditRefused as error:
            session.refused.emit(str(error))
            return False
        own = copied.token == session.origin
        if not session.do(
            Paste(session.network, new.nodes, new.links, copied.networks, own, text, new.frames, new.notes)
        ):
            return False
        away = self._scene.annotations.hidden.keys()
        self._scene.select_links(())
        session.select({node.id for node in new.nodes} - away)
        self._scene.annotations.select([*(frame.id for frame in new.frames), *(note.id for note in new.notes)])
        for view in self._scene.views():  # they may have come far from where one looks
            view.ensureVisible(_box(copied.part).translated(*offset), 24, 24)
        return True

    # --- deleting, moving ---

    def delete(self) -> None:
        """What is selected; of a frame that alone, and the layers in it stay."""
        network, nodes, links = self._session.network, self._session.selection, self._scene.selected_links
        annotations = self._scene.annotations.selected
        edits: list[Edit] = []
        if nodes or links:
            edits.append(Remove(network, nodes, links))
        if annotations:
            frames = any(key in self._scene.annotations.frames for key in annotations)
            edits.append(RemoveAnnotations(network, annotations, tr("Delete frame") if frames else tr("Delete note")))
        if edits:
            self._session.do(Macro(tuple(edits), edits[0].text))

    def _remove(self, ids: frozenset[str], text: str) -> None:
        """All that ``ids`` name, in one step."""
        nodes = ids & self._session.graph.by_id.keys()
        network = self._session.network
        self._session.do(Macro((Remove(network, nodes), RemoveAnnotations(network, ids - nodes)), text))

    def nudge(self, dx: float, dy: float) -> None:
        """Move the selection by whole steps of the grid; keys pressed one after the other are one undo step."""
        selection, graph = self._session.selection, self._session.graph
        annotations = self._scene.annotations.selected
        number, before = self._nudge
        if selection | annotations != before or not self._nudged.isValid() or self._nudged.elapsed() > NUDGE_PAUSE_MS:
            number += 1
        self._nudge = (number, selection | annotations)
        self._nudged.start()
        if annotations:
            together = selection | annotations
            self._session.do(MoveTogether(self._session.network, together, dx, dy, ("nudge", number)))
            return
        places = {key: (snap(graph.by_id[key].x + dx), snap(graph.by_id[key].y + dy)) for key in selection}
        self._session.do(Move(self._session.network, places, ("nudge", number)))


def _said(part: Graph) -> str:
    """What is copied, for the Edit menu."""
    if part.nodes:
        return tr("layer") if len(part.nodes) == 1 else tr("{count} layers", count=len(part.nodes))
    if part.frames:
        return tr("frame")
    return tr("note") if len(part.notes) == 1 else tr("{count} notes", count=len(part.notes))


def _box(part: Graph) -> QRectF:
    """Around what is copied, in the scene."""
    ids = {each.id for each in (*part.nodes, *part.frames, *part.notes)}  # type: ignore[attr-defined]
    box = box_of(part, ids)
    return QRectF() if box is None else QRectF(QPointF(box.left, box.top), QPointF(box.right, box.bottom))
