"""What all views into a network have in common: they look only while they are seen."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, Qt, QTimer, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from playground.core.files import FileError
from playground.core.language import mark, tr
from playground.core.project import Project
from playground.protocol import Lens, Seen, Unseen
from playground.ui.dialogs.files import ask_save
from playground.ui.lens_port import LensPort
from playground.ui.plots.export import picture_of, save_png
from playground.ui.same_training import trains_alike
from playground.ui.toasts import tell_saved
from playground.ui.views.bench import Bench
from playground.ui.widgets.basics import label
from playground.ui.widgets.empty_state import EmptyState
from playground.ui.widgets.wrapping_row import WrappingRow

_UNTRAINED = mark("before training")
_PATIENCE = 1500  # milliseconds that what is shown of another network may stay


class View(QWidget):
    """A subclass fills ``content``, says in ``lens`` what it looks through, and shows in ``show_seen`` what is seen.

    Until there is something to see, and where there is not, words stand in the place of the content; ``choices`` above
    stay. It looks only while it is visible, into the run, or before there is one into a draft of it; a view of several
    lenses makes further ports with ``port``.
    """

    EMPTY = mark("Press Run, and this shows what the network learns.")
    INTERVAL = 0.08  # seconds between two sights, at least

    def __init__(self, bench: Bench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bench = bench
        self.content = QWidget()
        self.content.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.content.customContextMenuRequested.connect(self._on_picture_menu)
        self._words = EmptyState("view", tr(self.EMPTY))
        self._pages = QStackedWidget()
        self._pages.addWidget(self._words)
        self._pages.addWidget(self.content)
        self.choices = WrappingRow()  # there with the words, too: what one may choose, left to right
        self.mark = label(tr(_UNTRAINED), "caption")  # a subclass without choices has another place for it
        self.mark.setToolTip(tr("The weights are the first ones, as the seed gives them; Run trains them."))
        self.mark.hide()
        above = QHBoxLayout()
        above.setSpacing(8)
        above.addWidget(self.choices, 1)
        above.addWidget(self.mark)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(above)
        layout.addWidget(self._pages, 1)
        self._of: int | None = None  # the number of the run, or of the draft, that is shown
        self._of_project: Project | None = None
        self._old = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._old.timeout.connect(self._on_old)
        self._port = self.port(interval=self.INTERVAL)
        self._port.arrived.connect(self._on_arrived)
        controller, session = bench.controller, bench.session
        for signal in (controller.state_changed, session.opened, bench.drafts.changed):
            signal.connect(self.follow)
        for signal in (controller.run_reset, controller.worker_died):
            signal.connect(self._on_run_gone)

    # --- for subclasses ---

    def lens(self) -> Lens | None:
        """What to look through now; None where there is nothing to look at, ``say`` why."""
        return None

    def show_seen(self, seen: Seen) -> None:
        """Something new is to be seen."""

    def forget(self) -> None:
        """The run, or the draft, is gone, with all that was seen of it."""

    def renew(self) -> None:
        """What comes next is of another run, or of another draft: nothing may be mixed with what is shown."""
        self.forget()

    def turn_to(self, target: Any) -> None:
        """Show what ``target`` names: a layer, a sample, a class. Comes after the view was opened."""

    def refresh(self) -> None:
        """Look again at what there is: the view came to sight, or the run's state or the project is another."""

    @property
    def picture(self) -> QWidget:
        """What a right-click copies or saves as a picture."""
        return self.content

    @property
    def picture_name(self) -> str:
        """What its file is called, without the ending."""
        return type(self).__name__.removesuffix("View").lower()

    # --- what they use ---

    @property
    def seen(self) -> bool:
        """Whether anybody can look at it."""
        return self.isVisible()

    @property
    def looked_into(self) -> Project | None:
        """What can be looked into: what the run has, or before there is one, what it would begin with."""
        return self.bench.controller.shown_project

    @property
    def untrained(self) -> bool:
        """Whether that is a draft: of epochs, and of the way that training took, nothing can be told."""
        return self.bench.controller.run_id is None

    def port(self, *, interval: float = 0.08, late: bool = False) -> LensPort:
        """For one lens at a time. Opened by the subclass in ``refresh``; closed here when nobody looks."""
        port = LensPort(self.bench.watcher, self, interval=interval, late=late)
        port.arrived.connect(self._on_any_arrived)  # before what the subclass connects
        self._ports = [*getattr(self, "_ports", []), port]
        return port

    def say(self, message: str) -> None:
        """Words in the place of the content."""
        self._words.setText(message)
        self._pages.setCurrentWidget(self._words)
        self._follow_mark()

    def show_content(self) -> None:
        self._pages.setCurrentWidget(self.content)
        self._follow_mark()

    def _follow_mark(self) -> None:
        """Whether what is shown is told to be untrained."""
        self.mark.setVisible(self.untrained and self.looked_into is not None and not self.said)

    @property
    def shown_run(self) -> int | None:
        """The number of the run, or of the draft, that is shown; None while nothing is."""
        return self._of

    @property
    def said(self) -> str:
        """The words that stand in the place of the content, "" while that is seen."""
        return self._words.text() if self._pages.currentWidget() is self._words else ""

    # --- pictures ---

    @Slot(QPoint)
    def _on_picture_menu(self, where: QPoint) -> None:
        menu = QMenu(self)
        menu.addAction(tr("Copy picture")).triggered.connect(self.copy_picture)
        menu.addAction(tr("Save picture…")).triggered.connect(self.save_picture)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.content.mapToGlobal(where))

    @Slot()
    def copy_picture(self) -> None:
        """As it looks now, to the clipboard."""
        QApplication.clipboard().setPixmap(picture_of(self.picture))

    @Slot()
    def save_picture(self) -> None:
        """As it looks now, to a file that a person names."""
        path = ask_save(self, tr("Save picture"), self.picture_name, ".png", tr("PNG pictures (*.png)"))
        if path is not None:
            try:
                save_png(self.picture, path)
            except FileError as error:
                self.bench.tell(self, str(error))
            else:
                tell_saved(self, path)

    # --- when to look ---

    @Slot()
    def follow(self, *_: object) -> None:
        """What there is to look through may be another."""
        if not self.seen:
            return
        if self.looked_into is None:
            self._show_nothing()
        elif self._of is None and self.said:
            self._words.setText(self.bench.drafts.words(tr(self.EMPTY)))
        elif self._is_old and not self._old.isActive():
            self._old.start()
        self._port.open(self.lens() if self.looked_into is not None else None)
        self.refresh()
        self._follow_mark()

    def _show_nothing(self) -> None:
        self._old.stop()
        for port in self._ports:
            port.forget(but=self.bench.controller.shown_run)
        if self._of is not None:
            self._of = None
            self.forget()
        self.say(self.bench.drafts.words(tr(self.EMPTY)))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_old:
            self._show_nothing()  # it is of what was there when somebody looked last
        self.bench.drafts.look(self, seen=True)
        self.follow()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._old.stop()
        for port in self._ports:
            port.close()
        self.bench.drafts.look(self, seen=False)

    @Slot()
    def _on_run_gone(self, *_: object) -> None:
        self._of = None
        self.forget()
        self._show_nothing()
        self.follow()

    @Slot()
    def _on_old(self) -> None:
        """What is shown stays until the next comes, so that nothing flickers while one edits; but not for long."""
        if self._is_old:
            self._show_nothing()
            self.follow()

    @property
    def _is_old(self) -> bool:
        """Whether the network that is shown is not there any more. A run begins with the weights of its draft."""
        if self._of in (None, self.bench.controller.shown_run):
            return False
        now, shown = self.looked_into, self._of_project
        return now is None or shown is None or not trains_alike(now, shown)

    @Slot(object)
    def _on_any_arrived(self, event: Seen | Unseen) -> None:
        """Whatever comes first of another run or draft, nothing of the last one stays beside it."""
        if event.run != self._of:
            first, self._of, self._of_project = self._of is None, event.run, self.looked_into
            self._old.stop()
            if not first:
                self.renew()

    @Slot(object)
    def _on_arrived(self, event: Seen | Unseen) -> None:
        if isinstance(event, Unseen):
            self.say(event.message)
            return
        self.show_content()
        self.show_seen(event)
