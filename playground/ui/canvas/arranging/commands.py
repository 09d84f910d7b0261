"""What arranges layers at a person's wish: automatic layout, lining up, equal gaps. Each is one step of the history."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from playground.core.framing import with_contents
from playground.core.language import mark, tr
from playground.ui.settings import settings
from playground.ui.toasts import MANY, waiting

if TYPE_CHECKING:
    from playground.core.graph import Flow, Graph
    from playground.core.layout.arranging import Way
    from playground.core.layout.lining_up import Axis, Edge
    from playground.ui.canvas.arranging.glide import Glide
    from playground.ui.canvas.view import CanvasView

_WAYS: dict[Way, str] = {
    "right": mark("Arrange left to right"), "down": mark("Arrange top to bottom"), "rows": mark("Arrange in rows"),
}  # fmt: skip
_EDGES: dict[Edge, str] = {
    "left": mark("Align left"), "center": mark("Align centers"), "right": mark("Align right"),
    "top": mark("Align top"), "middle": mark("Align middles"), "bottom": mark("Align bottom"),
}  # fmt: skip
_AXES: dict[Axis, str] = {"across": mark("Distribute horizontally"), "down": mark("Distribute vertically")}
READABLE = 0.5  # the zoom at the beginning of a network that does not fit
OVERVIEW = 0.1  # from this zoom on a network is something to look at as a whole
FITTED = (48, 84)  # of the view's width and height what a fitted network leaves free


class Arranging:
    """The commands of one canvas view, by the names of their actions."""

    def __init__(self, view: CanvasView) -> None:
        self._view = view

    @cached_property
    def _glide(self) -> Glide:
        from playground.ui.canvas.arranging.glide import Glide

        glide = Glide(self._view)
        self._view.session.changed.connect(glide.finish)
        for signal in (self._view.session.network_changed, self._view.session.opened):
            signal.connect(glide.drop)
        return glide

    @property
    def gliding(self) -> bool:
        """Whether cards are on their way to new places."""
        return self._glide.running

    def finish(self) -> None:
        """Let what is on its way be there."""
        self._glide.finish()

    # --- automatic layout: of what is selected, else of all ---

    def arrange(self) -> None:
        """As it was done last."""
        self._arrange(settings().arranged)  # type: ignore[arg-type]  # checked when it is read

    def arrange_right(self) -> None:
        self._arrange("right")

    def arrange_down(self) -> None:
        self._arrange("down")

    def arrange_rows(self) -> None:
        self._arrange("rows")

    def _arrange(self, way: Way) -> None:
        graph = self._view.session.graph
        if len(graph.nodes) < MANY:
            self._arrange_now(way, graph)
            return
        with waiting(self._view, tr("Arranging {count:,} layers…", count=len(graph.nodes))):
            self._arrange_now(way, graph)

    def _arrange_now(self, way: Way, graph: Graph) -> None:
        from playground.core.layout.arranging import arranged

        settings().arranged = way
        only = with_contents(graph, self._chosen)
        only = only if len(only) > 1 else frozenset()
        size = self._view.viewport().size()
        window = (max(size.width() - FITTED[0], 200.0), max(size.height() - FITTED[1], 150.0))
        places = arranged(graph, way, only, window)
        flow: Flow | None = None if only else "down" if way == "down" else "right"
        self._place(places, tr(_WAYS[way]), tight=True, whole=not only, flow=flow)

    def turn(self) -> None:
        """Let links run downwards instead of to the right, or the other way round, without moving a layer."""
        from playground.core.layout.edits import TurnFlow

        session = self._view.session
        self._glide.finish()
        session.do(TurnFlow(session.network, "right" if session.graph.flow == "down" else "down"))

    # --- lining up, equal gaps ---

    def align_left(self) -> None:
        self._align("left")

    def align_center(self) -> None:
        self._align("center")

    def align_right(self) -> None:
        self._align("right")

    def align_top(self) -> None:
        self._align("top")

    def align_middle(self) -> None:
        self._align("middle")

    def align_bottom(self) -> None:
        self._align("bottom")

    def _align(self, edge: Edge) -> None:
        from playground.core.layout.lining_up import lined_up, movable

        places = lined_up(movable(self._view.session.graph, self._chosen), edge)
        self._place(places, tr(_EDGES[edge]), tight=False, whole=False)

    def distribute_across(self) -> None:
        self._distribute("across")

    def distribute_down(self) -> None:
        self._distribute("down")

    def _distribute(self, axis: Axis) -> None:
        from playground.core.layout.lining_up import movable, spread

        places = spread(movable(self._view.session.graph, self._chosen), axis)
        self._place(places, tr(_AXES[axis]), tight=False, whole=False)

    # --- inner ---

    def _show_all(self) -> None:
        """Look at the whole network; where it begins when it is too large to be seen whole."""
        view, navigator = self._view, self._view.navigator
        navigator.fit()
        cards = [item.rect for item in view.canvas_scene.nodes.values() if item.shelter is None]
        if not cards or navigator.zoom >= OVERVIEW:
            return
        first = min(cards, key=lambda card: (card.left() + card.top(), card.left()))
        navigator.zoom_to(READABLE)
        seen, box = navigator.visible, QRectF()
        for card in cards:
            box = box.united(card)
        edge = FITTED[0] / READABLE
        wide, high = box.width() + 2 * edge > seen.width(), box.height() + 2 * edge > seen.height()
        x = first.left() + seen.width() / 2 - edge if wide else box.center().x()
        y = first.top() + seen.height() / 2 - FITTED[1] / READABLE if high else box.center().y()
        navigator.center_on(QPointF(x, y))

    @property
    def _chosen(self) -> frozenset[str]:
        return self._view.session.selection | self._view.canvas_scene.annotations.selected

    def _place(
        self, places: dict[str, tuple[float, float]], text: str, *, tight: bool, whole: bool, flow: Flow | None = None
    ) -> None:
        """Move things there. The view follows: to all of a network that was arranged whole, else only if it must."""
        from playground.core.layout.edits import Arrange

        view, session = self._view, self._view.session
        if not places:
            return
        self._glide.finish()
        before = {key: item.pos() for key, item in view.canvas_scene.nodes.items()}
        look = (view.navigator.center, view.navigator.zoom)
        session.do(Arrange(session.network, places, text, tight, flow))
        if whole:
            self._show_all()
        else:
            box = QRectF()
            for key in places:
                thing = view.canvas_scene.thing(key)
                box = box if thing is None else box.united(thing.rect)
            view.navigator.show_rect(box)
        self._glide.run(before, look)
