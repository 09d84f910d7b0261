"""Before there is a run one looks into the network as it would begin: asked for soon after each edit."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from playground.core.language import mark, tr
from playground.core.project import Project
from playground.protocol import DataFetched
from playground.ui.canvas.live_links import LiveLinks
from playground.ui.canvas.panel import CanvasPanel
from playground.ui.previews.live import LivePreviews
from playground.ui.project_session import ProjectSession
from playground.ui.same_training import trains_alike
from playground.ui.sentences import sentences

_SOON, _AT_ONCE = 300, 20  # milliseconds after the last edit, and after what nobody repeats
_MOMENT = mark("A moment: this is being worked out…")
_WAIT = mark("The network is being built with its first weights…")
_DIED = mark("The training process ended while it looked into this network. Change the network, or press Run.")


class Drafts(QObject):
    """Has the worker build what is on the canvas while anybody would see it and nothing is trained.

    ``changed``: there is another draft, or something else to be said of why there is none.
    """

    changed = Signal()

    def __init__(
        self, panel: CanvasPanel, session: ProjectSession, controller: Any, previews: LivePreviews, links: LiveLinks,
        parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._panel, self._session, self._controller = panel, session, controller
        self._previews, self._links = previews, links
        self._asked: Project | None = None
        self._deadly: Project | None = None  # one that took the worker along: it is not asked for again
        self._views: set[object] = set()  # those that somebody looks at
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._ask)
        session.changed.connect(self._on_edited)
        for signal in (
            session.opened, controller.ready, controller.state_changed, controller.run_reset, panel.seen_changed,
            previews.enabled_changed, links.choice_changed,
        ):  # fmt: skip
            signal.connect(self.refresh)
        controller.worker_died.connect(self._on_died)
        controller.run_started.connect(self._on_started)
        controller.answered.connect(self._on_answered)
        controller.draft_changed.connect(self.changed)
        self.refresh()

    # --- for views ---

    def look(self, view: object, seen: bool) -> None:
        """Somebody sees ``view``, or nobody does any more."""
        if seen:
            self._views.add(view)
        else:
            self._views.discard(view)
        self.refresh()

    def words(self, empty: str) -> str:
        """Why there is nothing to look into; ``empty`` says what Run would show."""
        if self._controller.run_id is not None:
            return tr(_MOMENT) if self._controller.state in ("preparing", "running") else empty
        error = next((each for each in self._session.check.problems if each.severity == "error"), None)
        if error is not None:
            return tr("Nothing to see yet. {error}", error=error)
        if self._is_deadly(self._session.project):
            return tr(_DIED)
        if self._controller.no_draft:
            return sentences(self._controller.no_draft, empty)
        starts = self._controller.worker is not None or self._controller.state == "starting"
        return tr(_WAIT) if starts else empty

    # --- when to build ---

    @property
    def wanted(self) -> bool:
        """Whether somebody would see it, and there is no run to look into."""
        on_canvas = (self._previews.enabled or self._links.shows != "nothing") and self._panel.isVisible()
        return (on_canvas or bool(self._views)) and self._controller.run_id is None

    @Slot()
    def refresh(self, *_: object) -> None:
        """Something is another: look again."""
        self._look_in(_AT_ONCE)

    @Slot(object, object)
    def _on_edited(self, *_: object) -> None:
        """Look again when the hand rests."""
        self._look_in(_SOON)

    def _look_in(self, milliseconds: int) -> None:
        if self.wanted:
            self._soon.start(milliseconds)
        else:
            self._soon.stop()
            self._asked = None if self._controller.run_id is not None else self._asked

    @Slot(object)
    def _on_died(self, _event: object) -> None:
        self._deadly = self._asked
        self.changed.emit()

    @Slot(object)
    def _on_started(self, _event: object) -> None:
        """What can be trained can be built: what it died of may not come again."""
        self._deadly = None

    @Slot(object)
    def _on_answered(self, event: object) -> None:
        """Data that were missing may be there now."""
        if isinstance(event, DataFetched) and self._controller.no_draft:
            self._asked = None
            self.refresh()

    def _is_deadly(self, project: Project) -> bool:
        return self._deadly is not None and trains_alike(self._deadly, project)

    @Slot()
    def _ask(self) -> None:
        controller, project = self._controller, self._session.project
        if not self.wanted or controller.worker is None:
            return
        answered = controller.shown_project is not None or controller.no_draft
        if not self._session.check.ok or self._is_deadly(project):
            self._asked = None
            controller.draft(None)
        elif not answered or self._asked is None or not trains_alike(self._asked, project):
            self._asked = project
            controller.draft(project)
        if controller.shown_project is None:
            self.changed.emit()
