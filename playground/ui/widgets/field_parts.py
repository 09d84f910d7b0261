"""The small parts of a row of a form: the name that can be drawn, and the arrow back to the default."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolButton, QWidget

from playground.core.forms import FormField
from playground.core.language import tr
from playground.ui.theme import theme
from playground.ui.widgets.editors import Editor
from playground.ui.widgets.number_editor import NumberEditor

_SCRUB = 4  # pixels for a step, when one draws on the name of a number


class FieldName(QLabel):
    """The name of a field; that of a number can be drawn sideways to change it."""

    def __init__(self, field: FormField, editor: Editor) -> None:
        super().__init__(tr(field.label))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.marked = False
        self.setWordWrap(True)
        self.setMinimumWidth(1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._number = editor if isinstance(editor, NumberEditor) else None
        self._hand: float | None = None
        if self._number is not None:
            self.setCursor(Qt.CursorShape.SizeHorCursor)

    def mark(self, *, changed: bool) -> None:
        """Stand out while the value is another than the default."""
        if changed != self.marked:
            self.marked = changed
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """In one of two colours; painted, because a style sheet that looks at a property is slow in long forms."""
        painter = QPainter(self)
        painter.setPen(theme().color("text" if self.marked else "muted"))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
        painter.drawText(self.contentsRect(), flags, self.text())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._number is None or event.button() is not Qt.MouseButton.LeftButton or not self._number.isEnabled():
            event.ignore()
            return
        self._number.begin_sweep()
        self._hand = event.position().x()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._number is None or self._hand is None:
            return
        fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        while abs(event.position().x() - self._hand) >= _SCRUB:
            way = _SCRUB if event.position().x() > self._hand else -_SCRUB
            self._hand += way
            self._number.scrub(way, fine=fine)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._hand = None


class ResetButton(QToolButton):
    """A quiet arrow while the value is another than the default; clear when the pointer is on its row."""

    def __init__(self, row: QWidget) -> None:
        super().__init__(row)
        self._row = row
        self.setFixedSize(24, 24)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        near = self._row.underMouse() or self.hasFocus()
        if near:
            super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = theme().color("text" if self.underMouse() or self.hasFocus() else "muted")
        if not near:
            color.setAlphaF(0.55)
        painter.setPen(QPen(color, 1.4))
        painter.drawArc(QRectF(7.5, 7.5, 9, 9), 150 * 16, -300 * 16)  # from the upper left once around, clockwise
        painter.drawPolyline([QPointF(7.3, 6.4), QPointF(7.9, 9.9), QPointF(11.3, 9.2)])
