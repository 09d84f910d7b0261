"""Opens the search on the canvas, and does what is chosen there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QPointF

from playground.core.graph import Link
from playground.core.language import tr
from playground.ui.canvas.announcing import announce
from playground.ui.canvas.bubble import near
from playground.ui.canvas.entries import Addition, addition
from playground.ui.canvas.geometry import CARD_HEIGHT, CARD_WIDTH, PortRef
from playground.ui.canvas.link_item import PulledLink
from playground.ui.canvas.placing import beside, centered, in_view, nearest
from playground.ui.canvas.quick_search.fits import Fitting
from playground.ui.canvas.quick_search.hits import matching, sections
from playground.ui.canvas.quick_search.popup import SearchPopup
from playground.ui.canvas.quick_search.rows import Row
from playground.ui.canvas.quick_search.spot import Spot
from playground.ui.palette.entries import BLOCKS, Entry, block_entries, layer_entries
from playground.ui.settings import settings

if TYPE_CHECKING:
    from playground.ui.canvas.view import CanvasView

MOST_REMEMBERED = 12


class QuickSearch(QObject):
    """One for a canvas; made when it is wanted first."""

    def __init__(self, view: CanvasView) -> None:
        super().__init__(view)
        self._view, self._session = view, view.session
        self.popup = SearchPopup(view)
        self.popup.chosen.connect(self._on_chosen)
        self.popup.closed.connect(self._on_closed)
        self._spot = Spot()
        self._pulled: PulledLink | None = None
        for signal in (view.session.changed, view.session.network_changed, view.session.opened):
            signal.connect(self._on_other)

    # --- where ---

    def at_point(self, point: QPointF) -> None:
        """For a layer whose middle comes to ``point`` of the scene, linked from the one selected layer if that feeds
        nothing yet.
        """
        source = self._selected_output(free=True)
        self._ask(Spot(at=point, source=source, loose=True), point, self._title_after(source))

    def beside_selection(self) -> None:
        """For a layer that follows the selected one, before what follows that now; or, without one, that comes where
        there is room.
        """
        source = self._selected_output()
        links = self._session.graph.outgoing[source.node] if source is not None else ()
        after = [link for link in links if source is not None and link.source_port == source.name]
        if len(after) == 1:
            self.into(after[0], None)
            return
        chosen = self._session.selection
        scene = self._view.canvas_scene
        cards = [item.rect for item in scene.nodes.values()]
        if len(chosen) == 1:
            corner = beside(scene.nodes[next(iter(chosen))].rect, cards, down=scene.down)
        else:
            corner = in_view(self._view.navigator.visible, cards)
        middle = corner + QPointF(CARD_WIDTH / 2, CARD_HEIGHT / 2)
        self._ask(Spot(at=middle, source=source, loose=True), corner, self._title_after(source))

    def after(self, source: PortRef, point: QPointF) -> None:
        """For a layer whose input stands at ``point`` and takes a link from ``source``."""
        self._pull(source, point)
        self._ask(Spot(at=point, source=source), point, self._title_after(source))

    def before(self, target: PortRef, point: QPointF) -> None:
        """For a layer whose output stands at ``point`` and feeds ``target``."""
        self._pull(target, point)
        title = tr("Before {layer}", layer=self._session.graph.by_id[target.node].title)
        self._ask(Spot(at=point, target=target), point, title)

    def into(self, link: Link, point: QPointF | None) -> None:
        """For a layer that goes into ``link``."""
        graph = self._session.graph
        ends = (graph.by_id[link.source].title, graph.by_id[link.target].title)
        item = next(item for item in self._view.canvas_scene.links.values() if item.link == link)
        item.set_look(selected=True)
        shown = point if point is not None else item.route.middle
        self._ask(Spot(at=point, link=link), shown, tr("Between {first} and {second}", first=ends[0], second=ends[1]))

    def in_place_of(self, nodes: Sequence[str]) -> None:
        """For layers that come in the places of ``nodes``."""
        graph = self._session.graph
        shown = tuple(node for node in graph.by_id if node in set(nodes))
        if not shown:
            self._session.refused.emit(tr("Select the layer that is to be replaced."))
            return
        if len({graph.by_id[node].type for node in shown}) > 1:
            self._session.refused.emit(tr("Layers of one kind are replaced together; these are of several."))
            return
        first = graph.by_id[shown[0]]
        title = tr("Replace {layer} with", layer=first.title)
        if len(shown) > 1:
            title = tr("Replace {count} layers with", count=len(shown))
        self._ask(Spot(replaces=shown), self._view.canvas_scene.nodes[first.id].rect.topRight(), title)

    def _selected_output(self, *, free: bool = False) -> PortRef | None:
        """The output that a new layer would be linked from: a free one of the one selected layer, else its first, or
        none where it must be ``free``.
        """
        graph, chosen = self._session.graph, self._session.selection
        if len(chosen) != 1:
            return None
        name = next(iter(chosen))
        outputs = [port.name for port in graph.output_ports(name)]
        used = {link.source_port for link in graph.outgoing[name]}
        unused = [port for port in outputs if port not in used]
        wanted = unused if free else unused or outputs
        return PortRef(name, wanted[0], True) if wanted else None

    def _title_after(self, source: PortRef | None) -> str:
        return tr("After {layer}", layer=self._session.graph.by_id[source.node].title) if source is not None else ""

    def _pull(self, port: PortRef, point: QPointF) -> None:
        """Keep showing the link that was dropped, as long as one chooses."""
        scene = self._view.canvas_scene
        self._drop_pulled()
        self._pulled = PulledLink(down=self._view.canvas_scene.down)
        scene.addItem(self._pulled)
        fixed = scene.nodes[port.node].port_position(port)
        start, end = (fixed, point) if port.output else (point, fixed)
        self._pulled.run(start, end, snapped=False)

    # --- what ---

    def _ask(self, spot: Spot, point: QPointF, title: str) -> None:
        self._spot = spot
        fitting = Fitting(self._session, spot)
        entries, recent = self.entries(), settings().recent_layers

        def find(typed: str) -> list[Row]:
            if typed:
                return list(matching(entries, fitting, recent, typed))
            rows: list[Row] = []
            for part in sections(entries, fitting, recent):
                rows += [part.title, *part.hits]
            return rows

        at = self._view.viewportTransform().map(point)
        inside = QPoint(round(at.x()), round(at.y()))
        self._view.bubble.hide()
        self.popup.ask(self._view.viewport().mapTo(self._view.window(), inside), title, find)

    def entries(self) -> tuple[Entry, ...]:
        """All that can be added to the network on the canvas: blocks after the layers, but before outputs."""
        layers, blocks = layer_entries(), block_entries(self._session.project, self._session.network)
        outputs = tuple(entry for entry in layers if entry.family == "output")
        return (*(entry for entry in layers if entry.family not in ("output", BLOCKS)), *blocks, *outputs)

    def _on_chosen(self, entry: str) -> None:
        settings().recent_layers = [entry, *(old for old in settings().recent_layers if old != entry)][:MOST_REMEMBERED]
        spot = self._spot
        if spot.replaces:
            self._replace(entry, spot.replaces)
            return
        added = self._add(entry, spot)
        if added is not None:
            item = self._view.canvas_scene.nodes[added]
            self._view.navigator.show_rect(item.rect)
            announce(self._view, tr("Added {layer}", layer=item.node.title))

    def _add(self, entry: str, spot: Spot) -> str | None:
        rewiring = self._view.composer.rewiring
        found = addition(self._session, entry)
        if spot.link is not None:
            return rewiring.add_between(entry, spot.link, spot.at)
        if not spot.loose and spot.at is not None and isinstance(found, Addition):
            if spot.source is not None:
                port = Fitting(self._session, spot).port_for(found.node, spot.source)
                return rewiring.add_after(entry, spot.source, port, spot.at)
            if spot.target is not None:
                return rewiring.add_before(entry, spot.target, spot.at)
        cards = [item.rect for item in self._view.canvas_scene.nodes.values()]
        corner = nearest(centered(spot.at), cards) if spot.at is not None else None
        visible = self._view.navigator.visible
        return self._view.actions_.add(entry, corner, visible, branches=spot.source is not None)

    def _replace(self, entry: str, olds: Sequence[str]) -> None:
        done = self._view.composer.rewiring.replace_layers(entry, olds)
        if done is None:
            return
        names = ", ".join(self._session.graph.by_id[node].title for node in done.nodes[:3])
        said = tr("Replaced by {layers}.", layers=names)
        if done.lost:
            said += " " + tr("Not kept: {what}.", what=", ".join(done.lost))
            item = self._view.canvas_scene.nodes[done.nodes[0]]
            at = self._view.viewportTransform().map(item.rect.topRight())
            self._view.bubble.say(said, "warn", near(at), linger=True)
        announce(self._view, said)

    # --- the end ---

    def _on_closed(self) -> None:
        self._drop_pulled()
        if self._spot.link is not None:
            self._view.canvas_scene.select_links(())

    def _drop_pulled(self) -> None:
        pulled, self._pulled = self._pulled, None
        if pulled is not None:
            self._view.canvas_scene.removeItem(pulled)

    def _on_other(self, *_: object) -> None:
        self.popup.close_search(focus=False)
