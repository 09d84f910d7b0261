"""Keeps the cards showing what their layers make of the chosen sample, while anybody can see them."""

from __future__ import annotations

import math
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from playground.core.shape import Shape
from playground.protocol import Brought, FromData, Layers, LayerSeen, LayersSeen, Seen, Subject, Unseen
from playground.ui.canvas.audience import Audience
from playground.ui.canvas.panel import CanvasPanel
from playground.ui.lens_port import LensPort
from playground.ui.project_session import ProjectSession
from playground.ui.watching import Watcher


class LivePreviews(QObject):
    """For the network on ``panel``. One lens is open while the canvas is seen and the run has that network.

    ``subject`` is the sample that was asked for; ``subject_changed`` tells of another.
    """

    subject_changed = Signal(object)  # Subject
    enabled_changed = Signal()
    shown = Signal(object)  # LayersSeen, None when there is nothing to see any more

    def __init__(
        self, panel: CanvasPanel, session: ProjectSession, controller: Any, watcher: Watcher,
        parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._panel, self._watcher, self._controller = panel, watcher, controller
        self._session = session
        self._scene = panel.view.canvas_scene
        self.subject: Subject = FromData()
        self.over_plane = True  # of a network of two numbers, what it says over all of their plane
        self.sight: LayersSeen | None = None
        self.step = 0  # after which the sight is
        self._enabled = True
        self._audience = Audience(panel, session, controller, lambda: controller.shown_project, self)
        self._audience.changed.connect(self._follow)
        self._audience.lost.connect(self._on_lost)
        self._on_canvas = self._audience.on_canvas
        self._port = LensPort(watcher, self, late=True)
        self._port.arrived.connect(self._on_arrived)
        session.changed.connect(self._follow)
        session.opened.connect(self._on_opened)
        controller.draft_changed.connect(self._follow)
        panel.sample.subject_wanted.connect(self.choose)
        panel.sample.sample_loaded.connect(self.bring)
        panel.sample.plane_wanted.connect(self.set_over_plane)
        panel.sample.project = lambda: controller.shown_project
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
        self.enabled_changed.emit()

    @Slot(bool)
    def set_over_plane(self, over_plane: bool) -> None:
        """Whether a network of two numbers is shown over their plane, or what it makes of the sample alone."""
        self.over_plane = over_plane
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
        """What is known of a node of the network on the canvas; nothing where an edit has given it another output."""
        if self.sight is None or not self._on_canvas.fits(node):
            return None
        seen, facts = self.sight.layers.get(self._on_canvas.path(node)), self._session.inference.facts.get(node)
        if seen is not None and facts is not None and facts.outputs and not _may_be(seen, facts.outputs[0]):
            return None
        return seen

    # --- when to look ---

    @property
    def lens(self) -> Layers | None:
        """What to look through; None while nobody would see it, or there is no such network in the run."""
        network = self._audience.network if self._enabled else None
        return None if network is None else Layers(network, self.subject, self.over_plane)

    @Slot()
    def _follow(self, *_: object) -> None:
        """What is on the canvas may be another network, or another state of the same."""
        before, lens = self._port.lens, self.lens
        self._port.open(lens)
        if lens is None or (before is not None and before.network != lens.network):
            self._show(None)
        if lens is not None:
            self._put_on_cards()

    @Slot()
    def _on_opened(self) -> None:
        self.choose(FromData())
        self._follow()

    @Slot()
    def _on_lost(self) -> None:
        self._port.forget()
        self._show(None)
        self._follow()

    # --- what is seen ---

    @Slot(object)
    def _on_arrived(self, event: Seen | Unseen) -> None:
        if isinstance(event, Seen) and isinstance(event.sight, LayersSeen):
            self.step = event.step
            self._show(event.sight)
        elif isinstance(event, Unseen) and event.lens == self._port.lens:
            self._show(None)
            if isinstance(self.subject, Brought):  # of all else nobody asked
                self._panel.sample.show_fault(event.message)

    def _show(self, sight: LayersSeen | None) -> None:
        if sight is None and self.sight is None:
            self._panel.sample.show_sight(None)
            return
        self.sight = sight
        self._panel.sample.show_sight(sight, trained=self.step > 0, draft=self._controller.run_id is None)
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


def _may_be(seen: LayerSeen, shape: Shape) -> bool:
    """Whether that was an output of ``shape``: as many channels, or as many numbers."""
    if seen.kind == "maps":
        return seen.count == shape.sizes[0]
    return seen.kind != "vector" or seen.count == math.prod(shape.sizes)
