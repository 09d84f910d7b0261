"""Keeps the cards showing what their layers make of the chosen sample, while anybody can see them."""

from __future__ import annotations

import time
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from playground.core.graph import Graph
from playground.core.project import Project
from playground.protocol import Brought, FromData, Layers, LayerSeen, LayersSeen, Lens, Seen, Subject, Unseen
from playground.ui.canvas.panel import CanvasPanel
from playground.ui.project_session import ProjectSession
from playground.ui.watching import Watcher

# Of one sample whose pictures change slowly, as often as the plots are drawn; of another one as soon as it comes.
# Where showing takes long, it gets a tenth of the event loop at most.
_INTERVAL, _AT_ONCE, _LOAD = 0.08, 0.033, 10


class LivePreviews(QObject):
    """For the network on ``panel``. One lens is open while the canvas is seen and the run has that network.

    ``subject`` is the sample that was asked for; ``subject_changed`` tells of another.
    """

    subject_changed = Signal(object)  # Subject
    shown = Signal(object)  # LayersSeen, None when there is nothing to see any more

    def __init__(
        self, panel: CanvasPanel, session: ProjectSession, controller: Any, watcher: Watcher,
        parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._panel, self._session, self._controller, self._watcher = panel, session, controller, watcher
        self._scene, self._trail = panel.view.canvas_scene, panel.view.trail
        self.subject: Subject = FromData()
        self.sight: LayersSeen | None = None
        self.step = 0  # after which the sight is
        self._new: Seen | Unseen | None = None
        self._enabled, self._visible = True, panel.isVisible()
        self._last = self._took = 0.0
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._show_new)
        panel.seen_changed.connect(self._on_panel)
        for signal in (controller.state_changed, self._trail.changed, session.network_changed, session.changed):
            signal.connect(self._follow)
        session.opened.connect(self._on_opened)
        controller.run_reset.connect(self._on_run_gone)
        controller.worker_died.connect(self._on_run_gone)
        panel.sample.subject_wanted.connect(self.choose)
        panel.sample.sample_loaded.connect(self.bring)
        panel.sample.project = lambda: controller.run_project
        self._follow()

    # --- what one can do ---

    @property
    def enabled(self) -> bool:
        return self._enabled

    @Slot(bool)
    def set_enabled(self, enabled: bool) -> None:
        """Switched off, nothing is computed and cards show the shapes of their outputs."""
        self._enabled = enabled
        self._follow()

    @Slot(object)
    def choose(self, subject: Subject) -> None:
        """Have another sample flow through."""
        if subject != self.subject:
            self.subject = subject
            self.subject_changed.emit(subject)
            self._follow()

    @Slot(object)
    def bring(self, sample: Any) -> None:
        """Have a sample flow through that a person drew or loaded: uint8 h×w or h×w×3, or float32 as the data."""
        self.choose(self._watcher.bring(sample))

    def seen_of(self, node: str) -> LayerSeen | None:
        """What is known of a node of the network on the canvas."""
        return self.sight.layers.get(self._prefix + node) if self.sight is not None and self._fits(node) else None

    # --- when to look ---

    @property
    def lens(self) -> Layers | None:
        """What to look through; None while nobody would see it, or there is no such network in the run."""
        project: Project | None = self._controller.run_project
        wanted = self._enabled and self._visible and self._controller.run_id is not None
        if not wanted or project is None or self._session.network not in project.networks:
            return None
        steps = self._trail.steps
        network = steps[0].network if steps else self._session.network
        return Layers(network, self.subject) if network in project.networks else None

    @Slot()
    def _follow(self, *_: object) -> None:
        """What is on the canvas may be another network, or another state of the same."""
        lens = self.lens
        if lens is None:
            self._watcher.close(self)
            self._show(None)
            return
        if self._open is not None and self._open.network != lens.network:
            self._show(None)
        self._open = lens
        self._watcher.open(self, lens, self._on_seen)
        self._put_on_cards()

    _open: Layers | None = None
    _shown_lens: Lens | None = None

    @Slot(bool)
    def _on_panel(self, seen: bool) -> None:
        self._visible = seen
        self._follow()

    @Slot()
    def _on_opened(self) -> None:
        self.choose(FromData())
        self._follow()

    @Slot()
    def _on_run_gone(self, *_: object) -> None:
        self._new = None
        self._show(None)
        self._follow()

    # --- what is seen ---

    def _on_seen(self, event: Seen | Unseen) -> None:
        """The newest counts: those that come faster than they can be shown are left out."""
        self._new = event
        if not self._soon.isActive():
            interval = _INTERVAL if event.lens == self._shown_lens else _AT_ONCE
            wait = max(interval, _LOAD * self._took) - (time.perf_counter() - self._last)
            self._soon.start(max(0, round(1000 * wait)))

    @Slot()
    def _show_new(self) -> None:
        event, self._new = self._new, None
        if event is None or event.lens != self.lens:
            return
        began, self._shown_lens = time.perf_counter(), event.lens
        if isinstance(event, Seen) and isinstance(event.sight, LayersSeen):
            self.step = event.step
            self._show(event.sight)
        elif isinstance(event, Unseen):
            self._show(None)
            if isinstance(self.subject, Brought):  # of all else nobody asked
                self._panel.sample.show_fault(event.message)
        self._last = time.perf_counter()
        self._took = self._last - began

    def _show(self, sight: LayersSeen | None) -> None:
        if sight is None and self.sight is None:
            self._panel.sample.show_sight(None)
            return
        self.sight = sight
        self._panel.sample.show_sight(sight)
        self._put_on_cards()
        self.shown.emit(sight)

    def _put_on_cards(self) -> None:
        """Only cards whose picture is another are drawn again."""
        from playground.ui.previews.preview import Preview  # numpy is not what a start is for

        for node, item in self._scene.nodes.items():
            known, seen = item.preview, self.seen_of(node)
            if seen is None:
                item.show_preview(None)
            elif not (isinstance(known, Preview) and known.shows(seen)):
                item.show_preview(Preview(seen))

    @property
    def _prefix(self) -> str:
        """Of paths inside the block that one looks into."""
        return "".join(f"{step.node}." for step in self._trail.steps)

    def _fits(self, node: str) -> bool:
        """Whether the layer on the canvas is the one that trains: an edit counts from the next run on."""
        project: Project | None = self._controller.run_project
        trained: Graph | None = project.networks.get(self._session.network) if project is not None else None
        known, drawn = (graph.by_id.get(node) if graph else None for graph in (trained, self._session.graph))
        if known is None or drawn is None:
            return False
        return known is drawn or (known.type, known.params) == (drawn.type, drawn.params)
