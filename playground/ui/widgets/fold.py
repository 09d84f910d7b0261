"""A section of a form under a heading that opens and closes it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from playground.core.language import tr
from playground.ui.settings import settings
from playground.ui.theme import theme
from playground.ui.widgets.basics import label, set_text


class Fold(QWidget):
    """``body`` takes the widgets. Whether it is open is remembered under its title, for all forms and sessions."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = title
        self.heading = _Heading(title)
        self.heading.toggled.connect(self._on_toggled)
        self._summary = label("", "caption")
        self.content = QWidget()
        self.body = QVBoxLayout(self.content)
        self.body.setContentsMargins(0, 4, 0, 0)
        self.body.setSpacing(8)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(8)
        head.addWidget(self.heading)
        head.addWidget(self._summary, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.content)
        self.heading.setChecked(settings().section_open(title))
        self.content.setVisible(self.heading.isChecked())

    @property
    def is_open(self) -> bool:
        return self.heading.isChecked()

    def open(self) -> None:
        """Show the content for something in it that must be seen; what is remembered stays as it was."""
        self.heading.blockSignals(True)
        self.heading.setChecked(True)
        self.heading.blockSignals(False)
        self.content.show()
        self._summary.setVisible(False)

    def set_summary(self, text: str) -> None:
        """A few words on what is inside, read while it is closed."""
        set_text(self._summary, text)
        self._summary.setVisible(bool(text) and not self.is_open)
        self.heading.setAccessibleDescription(text)

    def _on_toggled(self, opened: bool) -> None:
        self.content.setVisible(opened)
        self._summary.setVisible(bool(self._summary.text()) and not opened)
        settings().set_section_open(self.title, opened)


class _Heading(QPushButton):
    """The title with a small arrow: to the right while closed, down while open."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.setCheckable(True)
        self.setProperty("look", "fold")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(tr("{title}: show or hide", title=title))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme().color("muted"), 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        middle = self.height() / 2
        if self.isChecked():
            painter.drawPolyline([QPointF(3, middle - 2), QPointF(6.5, middle + 2), QPointF(10, middle - 2)])
        else:
            painter.drawPolyline([QPointF(4.5, middle - 3.5), QPointF(8.5, middle), QPointF(4.5, middle + 3.5)])
