"""A pad to draw on: light ink on black, a pen and an eraser, by mouse, pen or keys; or an image that was pasted.

Strokes can be taken back and put there again.
"""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QImage, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.core.language import tr
from playground.ui.theme import theme, tokens

Tool = Literal["pen", "eraser"]
PIXELS = 280  # of the drawing, whatever size it is seen at
SIZES = (8, 48)  # of the pen, in pixels of the drawing
DEFAULT_SIZE = 24
_CLEARS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_STEP = 8  # what an arrow key moves
_MOST_STROKES = 50  # that can be taken back: a quarter of a megabyte each
_TAKES = (QKeySequence.StandardKey.Paste, QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
_KEYS = {
    Qt.Key.Key_Left: (-_STEP, 0), Qt.Key.Key_Right: (_STEP, 0), Qt.Key.Key_Up: (0, -_STEP), Qt.Key.Key_Down: (0, _STEP),
}  # fmt: skip


_Picture = tuple[QImage, QImage | None, bool]  # ink, what was pasted, whether nothing is drawn


class DrawingPad(QWidget):
    """``changed`` comes with every piece of a stroke, ``strokes_changed`` when there are more or fewer to take back.

    Arrow keys move a place, Space puts the pen down and lifts it.
    """

    changed = Signal()
    strokes_changed = Signal()
    paste_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ink = QImage(PIXELS, PIXELS, QImage.Format.Format_RGB32)
        self._ink.fill(Qt.GlobalColor.black)
        self.pasted: QImage | None = None
        self._before: list[_Picture] = []
        self._after: list[_Picture] = []
        self.tool: Tool = "pen"
        self.pen_size = DEFAULT_SIZE
        self.pen_color = QColor("white")
        self.blank = True
        self._last: QPointF | None = None
        self._place, self._down, self._by_keys = QPointF(PIXELS / 2, PIXELS / 2), False, False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("Drawing pad"))
        keys = tr("Arrow keys move, Space puts the pen down and lifts it, Delete clears, Ctrl+Z undoes")
        self.setAccessibleDescription(keys)
        theme().changed.connect(self.update)

    @property
    def ink(self) -> QImage:
        """The drawing: light on black, 280×280."""
        return self._ink

    @Slot()
    def clear(self) -> None:
        """Begin anew. It can be taken back."""
        if not self.blank:
            self._remember()
        self._ink.fill(Qt.GlobalColor.black)
        self.pasted, self.blank, self._last, self._down = None, True, None, False
        self._tell()

    def show_image(self, image: QImage) -> None:
        """An image in place of a drawing, until something is drawn or cleared."""
        self._remember()
        self._ink.fill(Qt.GlobalColor.black)
        self.pasted, self.blank = image, False
        self._tell()

    # --- taking back ---

    @property
    def can_undo(self) -> bool:
        return bool(self._before)

    @property
    def can_redo(self) -> bool:
        return bool(self._after)

    @Slot()
    def undo(self) -> None:
        """Take the last stroke back."""
        self._go(self._before, self._after)

    @Slot()
    def redo(self) -> None:
        """Put there again what was taken back."""
        self._go(self._after, self._before)

    def _go(self, wanted: list[_Picture], other: list[_Picture]) -> None:
        if wanted:
            other.append((self._ink.copy(), self.pasted, self.blank))
            self._ink, self.pasted, self.blank = wanted.pop()
            self._last, self._down = None, False
            self.strokes_changed.emit()
            self._tell()

    def _remember(self) -> None:
        """Before a stroke."""
        self._before = [*self._before, (self._ink.copy(), self.pasted, self.blank)][-_MOST_STROKES:]
        self._after = []
        self.strokes_changed.emit()

    def draw_line(self, start: QPointF, end: QPointF) -> None:
        """A piece of a stroke, in pixels of the drawing."""
        if self.pasted is not None:
            self.pasted = None
        painter = QPainter(self._ink)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = self.pen_color if self.tool == "pen" else QColor("black")
        painter.setPen(QPen(color, self.pen_size, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(start, end) if start != end else painter.drawPoint(start)
        painter.end()
        self.blank = self.blank and self.tool == "eraser"
        self._tell()

    def _tell(self) -> None:
        self.update()
        self.changed.emit()

    # --- places ---

    def sizeHint(self) -> QSize:
        return QSize(PIXELS, PIXELS)

    def _room(self) -> QRectF:
        side = min(self.width(), self.height())
        return QRectF((self.width() - side) / 2, 0, side, side)

    def _to_ink(self, place: QPointF) -> QPointF:
        room = self._room()
        scale = PIXELS / max(room.width(), 1)
        return QPointF((place.x() - room.left()) * scale, (place.y() - room.top()) * scale)

    # --- mouse and keys ---

    def event(self, event: QEvent) -> bool:
        """Del, Ctrl+V and Ctrl+Z are meant for the pad while it has the keyboard, not for the canvas."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and (event.key() in _CLEARS or any(event.matches(key) for key in _TAKES))
        ):
            event.accept()
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._by_keys = False
            self._remember()
            self._last = self._to_ink(event.position())
            self.draw_line(self._last, self._last)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._last is not None and event.buttons() & Qt.MouseButton.LeftButton:
            place = self._to_ink(event.position())
            last, self._last = self._last, place
            self.draw_line(last, place)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._last = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, step = Qt.Key(event.key()), _KEYS.get(Qt.Key(event.key()))
        if step is not None:
            self._move(QPoint(*step))
        elif key == Qt.Key.Key_Space:
            self._by_keys, self._down = True, not self._down
            if self._down:
                self._remember()
                self.draw_line(self._place, self._place)
        elif key in _CLEARS:
            self.clear()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste_wanted.emit()
        elif event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self.redo()
        else:
            super().keyPressEvent(event)
            return
        event.accept()
        self.update()

    def _move(self, step: QPoint) -> None:
        self._by_keys = True
        before = QPointF(self._place)
        x, y = self._place.x() + step.x(), self._place.y() + step.y()
        self._place = QPointF(min(max(x, 0.0), PIXELS), min(max(y, 0.0), PIXELS))
        if self._down:
            self.draw_line(before, self._place)

    # --- painting ---

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        room = self._room()
        painter.fillRect(room, QColor("black"))
        if self.pasted is not None:
            size = self.pasted.size().scaled(room.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
            left, top = room.left() + (room.width() - size.width()) / 2, (room.height() - size.height()) / 2
            painter.drawImage(QRectF(left, top, size.width(), size.height()), self.pasted)
        else:
            painter.drawImage(room, self._ink)
        if self.blank:
            painter.setPen(QColor(tokens()["themes"]["dark"]["muted"]))  # the pad is black in every theme
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, tr("Draw here"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme().color("accent" if self.hasFocus() else "line"), 2 if self.hasFocus() else 1))
        painter.drawRect(room.adjusted(0.5, 0.5, -0.5, -0.5))
        if self.hasFocus() and self._by_keys:
            scale = room.width() / PIXELS
            at = QPointF(room.left() + self._place.x() * scale, room.top() + self._place.y() * scale)
            painter.setPen(QPen(theme().color("accent"), 2))
            painter.drawEllipse(at, self.pen_size * scale / 2, self.pen_size * scale / 2)
        painter.end()
