"""The calculation of one number, written out: it scrolls, and its folded rows open by a click."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer, Slot
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from playground.core.language import tr
from playground.protocol import ArithmeticSeen
from playground.ui.theme import theme
from playground.ui.views.microscope.blocks import Opened, worth_it, write
from playground.ui.views.microscope.paper import Paper
from playground.ui.views.microscope.words import as_text, conclusion, number, place, title

_SETTLED_MS, _LEAST_HEIGHT = 300, 40


class Worksheet(QWidget):
    """``opened`` is what a person opened or closed against the usual; it goes with another layer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seen: ArithmeticSeen | None = None
        self._layer = self._message = ""
        self.opened: Opened = set()
        self._taps: list[tuple[object, object]] = []
        self._settled = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._settled.timeout.connect(self._describe)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.setMinimumHeight(_LEAST_HEIGHT)
        self.setAccessibleName(tr("How one number comes about"))
        theme().changed.connect(self.update)

    @property
    def seen(self) -> ArithmeticSeen | None:
        return self._seen

    @property
    def text(self) -> str:
        """All of it as text."""
        return as_text(self._seen, self._layer) if self._seen is not None else self._message

    def show_seen(self, seen: ArithmeticSeen | None, layer: str, message: str = "") -> None:
        """``message`` stands there while there is no calculation."""
        self._seen, self._layer, self._message = seen, layer, message
        self._settled.start()
        self.update()

    @Slot()
    def _describe(self) -> None:
        """For who listens: not of every place that the pointer passed."""
        self.setAccessibleDescription(self.text)

    def _write(self, paper: Paper) -> Paper:
        seen = self._seen
        if seen is None:
            paper.write(self._message, color="muted")
            return paper
        paper.write(f"{place(seen.index)} = {number(seen.value)}", bold=True)
        for part in seen.parts:  # what it comes to is read without scrolling; what it is made of follows
            many = f"{title(part)}: " if len(seen.parts) > 2 else ""
            paper.write(many + conclusion(part), mono=True)
        for part in seen.parts:
            if worth_it(part):
                paper.rule()
                write(paper, part, self.opened)
        return paper

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(2, 0)
        seen = event.rect()
        paper = self._write(Paper(self.width() - 10.0, painter, seen=(seen.top() - 4.0, seen.bottom() + 4.0)))
        self._taps = list(paper.taps)
        painter.end()
        height = round(paper.y) + 6
        if height != self.minimumHeight():  # known once it is written: it is not worked out twice for every number
            self.setMinimumHeight(height)

    def _tapped(self, where: QPoint) -> object | None:
        return next((meaning for rect, meaning in self._taps if rect.contains(where)), None)  # type: ignore[attr-defined]

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._tapped(event.position().toPoint()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        meaning = self._tapped(event.position().toPoint())
        if meaning is not None and event.button() == Qt.MouseButton.LeftButton:
            self.opened ^= {meaning}
            self.update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.addAction(tr("Copy as text")).triggered.connect(self.copy)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())

    @Slot()
    def copy(self) -> None:
        """The whole calculation, a line for each term."""
        QGuiApplication.clipboard().setText(self.text)
