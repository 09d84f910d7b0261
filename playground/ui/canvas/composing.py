"""What builds a network at the canvas: the search at the pointer, rewiring, and walking and wiring by keys alone."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from playground.core.language import tr
from playground.ui.canvas.card_texts import PREVIEWS_FROM
from playground.ui.canvas.geometry import PortRef
from playground.ui.canvas.rewiring import Rewiring

if TYPE_CHECKING:
    from playground.ui.canvas.quick_search.search import QuickSearch
    from playground.ui.canvas.view import CanvasView
    from playground.ui.canvas.walking import Walker


class Composer:
    """The commands of a canvas view; the parts that they need are made when one is used first."""

    def __init__(self, view: CanvasView) -> None:
        self._view = view
        self.rewiring = Rewiring(view.session, view.canvas_scene)

    @cached_property
    def search(self) -> QuickSearch:
        from playground.ui.canvas.quick_search.search import QuickSearch

        return QuickSearch(self._view)

    @cached_property
    def walker(self) -> Walker:
        from playground.ui.canvas.walking import Walker

        return Walker(self._view)

    # --- the search ---

    def add_layer(self) -> None:
        """Search for a layer: in the selected link, at the pointer, or beside the selected layer."""
        scene, point = self._view.canvas_scene, self._view.pointer
        links = scene.selected_links
        if len(links) == 1 and not self._view.session.selection:
            self.search.into(next(iter(links)), None)
        elif point is None or scene.node_at(point) is not None:
            self.search.beside_selection()
        elif not self.ask_at(point):
            self.search.at_point(point)

    def ask_at(self, point: QPointF) -> bool:
        """Search for a layer at ``point``, which lies on no card; one on a link goes into it. False near a port."""
        scene, reach = self._view.canvas_scene, self._view.reach
        if self._view.zoom >= PREVIEWS_FROM and scene.port_at(point, reach) is not None:
            return False
        link = scene.link_at(point, reach * 0.75)
        if link is not None:
            self._view.session.select(())
            self.search.into(link.link, point)
        else:
            self.search.at_point(point)
        return True

    def offer(self, port: PortRef, point: QPointF) -> None:
        """A link from ``port`` was dropped at ``point``, on the empty canvas: search for a layer at its end."""
        if self._view.navigator.visible.contains(point):
            (self.search.after if port.output else self.search.before)(port, point)

    def replace(self) -> None:
        """Search for a layer in the place of the selected ones."""
        self.search.in_place_of(sorted(self._view.session.selection))

    # --- out of their place ---

    def delete_heal(self) -> None:
        if not self.rewiring.delete_healing():
            self._view.delete_selection()  # links: nothing is to be healed there

    def take_out(self) -> None:
        if not self._view.session.selection:
            self._view.session.refused.emit(tr("Select the layers to take out of their links."))
        else:
            self.rewiring.detach()

    def select_alike(self) -> None:
        """All layers that are seen of the kinds that are selected."""
        session, hidden = self._view.session, self._view.canvas_scene.annotations.hidden.keys()
        kinds = {session.graph.by_id[node].type for node in session.selection}
        session.select({node.id for node in session.graph.nodes if node.type in kinds} - hidden)

    # --- by keys ---

    def link_from(self) -> None:
        self.walker.wire(output=True)

    def link_to(self) -> None:
        self.walker.wire(output=False)

    def go_left(self) -> None:
        self.walker.step(-1, 0)

    def go_right(self) -> None:
        self.walker.step(1, 0)

    def go_up(self) -> None:
        self.walker.step(0, -1)

    def go_down(self) -> None:
        self.walker.step(0, 1)

    def follow_forward(self) -> None:
        self.walker.follow(forward=True)

    def follow_back(self) -> None:
        self.walker.follow(forward=False)

    def next_link(self) -> None:
        self.walker.turn_to_link(1)

    def previous_link(self) -> None:
        self.walker.turn_to_link(-1)
