"""Labels, buttons and layouts with the program's looks, in a line each."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)

from playground.ui.drawn_icons import paint_family_icon
from playground.ui.theme import theme


def label(text: str = "", look: str = "", *, wrap: bool = False, selectable: bool = False) -> QLabel:
    """A label in one of the style sheet's looks. Plain text always: names come from files."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    if look:
        made.setProperty("look", look)
    made.setWordWrap(wrap)
    if wrap:
        # no minimum width of its own: the longest word must not widen a narrow panel
        made.setMinimumWidth(1)
    if selectable:
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


def button(text: str, look: str = "") -> QPushButton:
    made = QPushButton(text)
    if look:
        made.setProperty("look", look)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    return made


def set_flag(widget: QWidget, name: str, value: str) -> None:
    """Set a property that the style sheet looks at, and let the sheet look again."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def set_text(widget: QLabel, text: str) -> None:
    """Set the text and hide the label while it has none."""
    if widget.text() != text:
        widget.setText(text)
    widget.setVisible(bool(text))


def clear(layout: QLayout) -> None:
    """Remove and delete everything that a layout holds."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)


def sideways(content: QWidget) -> QScrollArea:
    """As wide as the area, or as it needs to be: then one scrolls from left to right alone."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(content)
    return area


def scrolled(content: QWidget) -> QScrollArea:
    """``content`` as wide as the area, scrolled up and down only."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(content)
    return area


class Combo(QComboBox):
    """A combo box that leaves the wheel to the panel behind it, and shrinks with it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        """A text that finds no room ends in …"""
        super().initStyleOption(option)
        style, part = self.style(), QStyle.SubControl.SC_ComboBoxEditField
        room = style.subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self).width()
        option.currentText = self.fontMetrics().elidedText(  # type: ignore[attr-defined]
            self.currentText(), Qt.TextElideMode.ElideRight, room
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """The arrow is painted here: a style sheet knows none but from a file of one colour."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().color("muted"), 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        x, y = self.width() - 14.0, self.height() / 2
        painter.drawPolyline([QPointF(x - 4, y - 2), QPointF(x, y + 2), QPointF(x + 4, y - 2)])


class Check(QCheckBox):
    """A check box without a text, painted here: Fusion's has hardly any border on a dark ground."""

    def sizeHint(self) -> QSize:
        return QSize(24, 28)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(1, self.height() / 2 - 8, 16, 16)
        empty = self.checkState() is Qt.CheckState.Unchecked
        marked = not empty or self.hasFocus() or self.underMouse()
        painter.setPen(QPen(theme().color("accent" if marked else "muted"), 1.3))
        painter.setBrush(theme().color("surface" if empty else "accent"))
        painter.drawRoundedRect(box, 4, 4)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(-2.3, -2.3, 2.3, 2.3).intersected(QRectF(self.rect())), 6, 6)
        if empty:
            return
        painter.setPen(QPen(theme().color("surface"), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        x, y = box.left(), box.top()
        if self.checkState() is Qt.CheckState.PartiallyChecked:
            painter.drawLine(QPointF(x + 4.5, y + 8), QPointF(x + 11.5, y + 8))
        else:
            painter.drawPolyline([QPointF(x + 4, y + 8.3), QPointF(x + 7, y + 11.2), QPointF(x + 12, y + 5)])


class Swatch(QWidget):
    """The sign of a family of layers, in its colour."""

    def __init__(self, family: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._family = family
        self.setFixedSize(16, 16)

    def set_family(self, family: str) -> None:
        self._family = family
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_family_icon(painter, QRectF(self.rect()), self._family, theme().family_line(self._family))
