"""Keeps links and layers showing how they fare in a training step, while anybody can see them."""

from __future__ import annotations

import time
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from playground.core.problems import Problem
from playground.core.project import Project
from playground.protocol import Flow, FlowSeen, LinkSeen, Seen, Unseen
from playground.ui.canvas.audience import Audience
from playground.ui.canvas.health import HEALTH, Course, problems_of
from playground.ui.canvas.link_gauge import DECADES, gauge_of, power, top_of
from playground.ui.canvas.link_item import LinkItem
from playground.ui.canvas.panel import CanvasPanel
from playground.ui.lens_port import LensPort
from playground.ui.link_choices import Shows
from playground.ui.project_session import ProjectSession
from playground.ui.watching import Watcher

_INTERVAL = 0.2  # seconds between two pictures
_TOLD_INTERVAL = 2.0  # between two wordings of the same troubles: numbers in a sentence must stay to be read


class LiveLinks(QObject):
    """For the network on ``panel``. One lens is open while the canvas is seen and the run, or before there is one its
    draft, has that network. No layer is in trouble before it has been trained.
    """

    choice_changed = Signal()
    shown = Signal(object)  # FlowSeen, None when there is nothing to see any more

    def __init__(
        self, panel: CanvasPanel, session: ProjectSession, controller: Any, watcher: Watcher,
        parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._panel, self._session, self._controller = panel, session, controller
        self._scene = panel.view.canvas_scene
        self.shows: Shows = "activation"
        self.sight: FlowSeen | None = None
        self.step = 0  # after which the sight is
        self._course = Course()
        self._looked: tuple[int, int] | None = None  # run and version of weights
        self._at: int | None = None  # the step that was looked back at
        self._told_at = 0.0
        self._audience = Audience(panel, session, controller, lambda: controller.shown_project, self)
        self._audience.changed.connect(self._follow)
        self._audience.lost.connect(self._on_lost)
        self._on_canvas = self._audience.on_canvas
        self._port = LensPort(watcher, self, interval=_INTERVAL)
        self._port.arrived.connect(self._on_arrived)
        session.opened.connect(self._follow)
        session.changed.connect(self._on_changed)
        controller.draft_changed.connect(self._follow)
        controller.state_changed.connect(self._on_state)
        self._follow()

    # --- what one can do ---

    def choose(self, shows: Shows) -> None:
        """What the width of links stands for. With "nothing" nothing is computed, and no layer is watched."""
        if shows != self.shows:
            self.shows = shows
            self._follow()
            self._put_on_links()
            self.choice_changed.emit()

    def seen_of(self, item: LinkItem) -> LinkSeen | None:
        """What is known of the output that a link of the canvas comes from."""
        if self.sight is None:
            return None
        node = self._scene.nodes.get(item.link.source)
        if node is None or not self._on_canvas.fits(item.link.source):
            return None
        found = self.sight.links.get(self._on_canvas.path(item.link.source), ())
        names = [port.name for port in node.sides.outputs]
        index = names.index(item.link.source_port) if item.link.source_port in names else len(found)
        return found[index] if index < len(found) else None

    # --- when to look ---

    @property
    def lens(self) -> Flow | None:
        """What to look through; None while nobody would see it, or there is no such network in the run."""
        network = self._audience.network if self.shows != "nothing" else None
        return None if network is None else Flow(network)

    @Slot()
    def _follow(self, *_: object) -> None:
        lens = self.lens
        if lens != self._port.lens:
            self._forget()  # of another network other layers are in trouble
        self._port.open(lens)
        if lens is not None:
            self._put_on_links()

    @Slot(object, object)
    def _on_changed(self, *_: object) -> None:
        """Layers that were edited are others from the next run on."""
        self._follow()
        if self.lens is None:
            self._put_on_links()
        self._tell_problems()

    @Slot()
    def _on_lost(self) -> None:
        self._forget()
        self._follow()

    def _forget(self) -> None:
        self._port.forget()
        self._looked = None
        self._course.forget()
        self._show(None)

    # --- what is seen ---

    @Slot(object)
    def _on_arrived(self, event: Seen | Unseen) -> None:
        if isinstance(event, Seen) and isinstance(event.sight, FlowSeen):
            self.step = event.step
            self._judge(event, event.sight)
            self._show(event.sight)
        else:
            self._forget()

    def _judge(self, event: Seen, sight: FlowSeen) -> None:
        """While it trains a trouble must hold for a while; weights that rest, or those of the past, are as they are."""
        if event.at != self._at:
            self._at, self._looked = event.at, None
            self._course.forget()
        looked, self._looked = self._looked, (event.run, event.version)
        if not event.step:
            self._course.forget()
        elif event.at is not None or self._controller.state != "running":
            self._course.settle(sight.layers)
        elif looked != self._looked:  # the same weights say nothing new
            self._course.look(sight.layers)

    @Slot(str)
    def _on_state(self, state: str) -> None:
        """The last sight of a run may come before word that it rests: nothing will come after it to bear it out."""
        if state != "running" and self.sight is not None and self.step:
            self._course.settle(self.sight.layers)
            self._tell_problems()

    def _show(self, sight: FlowSeen | None) -> None:
        if sight is None and self.sight is None:
            return
        self.sight = sight
        self._put_on_links()
        self._tell_problems()
        self.shown.emit(sight)

    def _carries_words(self, item: LinkItem) -> bool:
        """Whether these are the numbers of words, which are no activations: 1,500 is no more than 2."""
        node = self._session.graph.by_id.get(item.link.target)  # None while the canvas turns to another network
        return node is not None and node.type == "Embedding"

    def _put_on_links(self) -> None:
        """Only links that look otherwise are drawn again."""
        seen = {item: None if self._carries_words(item) else self.seen_of(item) for item in self._scene.links.values()}
        known = [link for link in seen.values() if link is not None]
        top = top_of(known, self.shows)
        with self._scene.wires.together():
            for item, link in seen.items():
                item.show_gauge(None if link is None or self.shows == "nothing" else gauge_of(link, self.shows, top))
        if known and self.shows != "nothing":
            self._panel.legend.show_scale(self.shows, power(top - DECADES), power(top))
        else:
            self._panel.legend.hide()

    # --- layers in trouble ---

    def _tell_problems(self) -> None:
        project: Project | None = self._controller.shown_project
        troubles = self._course.troubles
        wanted: tuple[Problem, ...] = ()
        if troubles and self._port.lens is not None and project is not None:
            wanted = tuple(problems_of(troubles, self._port.lens.network, project, self._session.project))
        known = tuple(problem for problem in self._session.check.problems if problem.code == HEALTH)
        same = [(p.network, p.node) for p in wanted] == [(p.network, p.node) for p in known]
        now = time.monotonic()
        if wanted != known and (not same or now - self._told_at >= _TOLD_INTERVAL):
            self._told_at = now
            self._session.note_all(HEALTH, wanted)
