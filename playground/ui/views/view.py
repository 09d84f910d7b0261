"""What all views into a network have in common: they look only while they are seen."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from playground.core.files import FileError
from playground.protocol import Lens, Seen, Unseen
from playground.ui.dialogs.files import ask_save
from playground.ui.lens_port import LensPort
from playground.ui.plots.export import picture_of, save_png
from playground.ui.views.bench import Bench
from playground.ui.widgets.basics import label


class View(QWidget):
    """A subclass fills ``content``, says in ``lens`` what it looks through, and shows in ``show_seen`` what is seen.

    Until there is something to see, and where there is not, words stand in the place of the content; ``choices`` above
    stay. It looks only while it is visible; a view of several lenses makes further ports with ``port``.
    """

    EMPTY = "Press Run, and this shows what the network learns."
    INTERVAL = 0.08  # seconds between two sights, at least

    def __init__(self, bench: Bench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bench = bench
        self.content = QWidget()
        self.content.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.content.customContextMenuRequested.connect(self._on_picture_menu)
        self._words = label(self.EMPTY, "muted", wrap=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._words)
        self._pages.addWidget(self.content)
        self.choices = QHBoxLayout()  # there with the words, too: what one may choose, left to right
        self.choices.setSpacing(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(self.choices)
        layout.addWidget(self._pages, 1)
        self._port = self.port(interval=self.INTERVAL)
        self._port.arrived.connect(self._on_arrived)
        controller, session = bench.controller, bench.session
        for signal in (controller.state_changed, session.opened):
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
        """The run is gone, with all that was seen of it."""

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

    def port(self, *, interval: float = 0.08, late: bool = False) -> LensPort:
        """For one lens at a time. Opened by the subclass in ``refresh``; closed here when nobody looks."""
        port = LensPort(self.bench.watcher, self, interval=interval, late=late)
        self._ports = [*getattr(self, "_ports", []), port]
        return port

    def say(self, message: str) -> None:
        """Words in the place of the content."""
        self._words.setText(message)
        self._pages.setCurrentWidget(self._words)

    def show_content(self) -> None:
        self._pages.setCurrentWidget(self.content)

    @property
    def said(self) -> str:
        """The words that stand in the place of the content, "" while that is seen."""
        return self._words.text() if self._pages.currentWidget() is self._words else ""

    # --- pictures ---

    @Slot(QPoint)
    def _on_picture_menu(self, where: QPoint) -> None:
        menu = QMenu(self)
        menu.addAction("Copy picture").triggered.connect(self.copy_picture)
        menu.addAction("Save picture…").triggered.connect(self.save_picture)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.content.mapToGlobal(where))

    @Slot()
    def copy_picture(self) -> None:
        """As it looks now, to the clipboard."""
        QApplication.clipboard().setPixmap(picture_of(self.picture))

    @Slot()
    def save_picture(self) -> None:
        """As it looks now, to a file that a person names."""
        path = ask_save(self, "Save picture", self.picture_name, ".png", "PNG pictures (*.png)")
        if path is not None:
            try:
                save_png(self.picture, path)
            except FileError as error:
                self.bench.tell(self, str(error))

    # --- when to look ---

    @Slot()
    def follow(self, *_: object) -> None:
        """What there is to look through may be another."""
        if not self.seen:
            return
        if self.bench.controller.run_id is None:
            self.say(self.EMPTY)
        self._port.open(self.lens() if self.bench.controller.run_id is not None else None)
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.follow()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        for port in self._ports:
            port.close()

    @Slot()
    def _on_run_gone(self, *_: object) -> None:
        for port in self._ports:
            port.forget()
        self.forget()
        self.say(self.EMPTY)
        self.follow()

    @Slot(object)
    def _on_arrived(self, event: Seen | Unseen) -> None:
        if isinstance(event, Unseen):
            self.say(event.message)
            return
        self.show_content()
        self.show_seen(event)
