"""Before there is a run the cards show the network as a run would begin: asked for soon after each edit."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QTimer, Slot

from playground.core.project import Project
from playground.ui.canvas.panel import CanvasPanel
from playground.ui.previews.live import LivePreviews
from playground.ui.project_session import ProjectSession
from playground.ui.same_training import trains_alike

_SOON = 300  # milliseconds after the last edit


class Drafts(QObject):
    """Has the worker build what is on the canvas while the previews are seen and nothing is trained."""

    def __init__(
        self, panel: CanvasPanel, session: ProjectSession, controller: Any, previews: LivePreviews,
        parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._panel, self._session, self._controller, self._previews = panel, session, controller, previews
        self._asked: Project | None = None
        self._deadly: Project | None = None  # one that took the worker along: it is not asked for again
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self._ask)
        for signal in (
            session.changed, session.opened, controller.ready, controller.state_changed, controller.run_reset,
            panel.seen_changed, previews.enabled_changed,
        ):  # fmt: skip
            signal.connect(self.refresh)
        controller.worker_died.connect(self._on_died)
        self.refresh()

    @property
    def wanted(self) -> bool:
        """Whether somebody would see it, and there is no run to look into."""
        return self._previews.enabled and self._panel.isVisible() and self._controller.run_id is None

    @Slot()
    def refresh(self, *_: object) -> None:
        """Something is another: look again when the hand rests."""
        if self.wanted:
            self._soon.start()
        else:
            self._soon.stop()
            self._asked = None if self._controller.run_id is not None else self._asked

    @Slot(object)
    def _on_died(self, _event: object) -> None:
        self._deadly = self._asked

    @Slot()
    def _ask(self) -> None:
        if not self.wanted or self._controller.worker is None:
            return
        project = self._session.project if self._session.check.ok else None
        if project is not None and self._deadly is not None and trains_alike(self._deadly, project):
            return
        known = self._asked if self._controller.shown_project is not None else None
        if project is None or known is None or not trains_alike(known, project):
            self._asked = project
            self._controller.draft(project)
