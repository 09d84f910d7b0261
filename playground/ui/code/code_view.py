"""Python source to read, select and copy, with some of its lines marked."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QMouseEvent, QTextCursor, QTextFormat
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QTextEdit, QWidget

from playground.core.language import tr
from playground.ui.code.highlighter import PythonHighlighter
from playground.ui.theme import theme

_FONT_SIZE, _ABOVE = 12, 2  # lines that stay visible above a marked one
Range = tuple[int, int]  # first and last line, from 1


class CodeView(QPlainTextEdit):
    """``line_clicked`` tells the line, from 1, that a click without dragging met."""

    line_clicked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "code")
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        font = theme().font(_FONT_SIZE, mono=True)
        font.setFeature(QFont.Tag.fromString("calt"), 0)  # "->" stays two characters, as it is typed
        self.setFont(font)
        keys = Qt.TextInteractionFlag.TextSelectableByKeyboard
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse | keys)
        self.setAccessibleName(tr("Python source of the network"))
        self._marked: tuple[Range, ...] = ()
        self._highlighter = PythonHighlighter(self.document())
        theme().changed.connect(self._recolor)

    @property
    def marked(self) -> tuple[Range, ...]:
        return self._marked

    def show_source(self, text: str) -> None:
        """Another text; what was in view stays in view as far as lines go."""
        if text == self.toPlainText():
            return
        down, right = self.verticalScrollBar().value(), self.horizontalScrollBar().value()
        self._marked = ()
        self.setPlainText(text)
        self.verticalScrollBar().setValue(down)
        self.horizontalScrollBar().setValue(right)

    def mark(self, ranges: Iterable[Range], *, scroll: bool = True) -> None:
        """Mark these lines and bring them into view: all of them if they fit, else the first where none of them is."""
        self._marked = tuple(sorted(ranges))
        self._paint_marks()
        if self._marked and scroll:
            self._bring_into_view()

    def _bring_into_view(self) -> None:
        bar = self.verticalScrollBar()  # counts lines
        first, last = self._marked[0][0], max(end for _, end in self._marked)
        top, room = bar.value(), self.visible_lines
        if last - first < room:
            bar.setValue(max(min(top, max(0, first - 1 - _ABOVE)), last - room))
        elif not any(top < start and end <= top + room for start, end in self._marked):
            bar.setValue(max(0, first - 1 - _ABOVE))

    @property
    def visible_lines(self) -> int:
        """Whole lines that fit."""
        return max(1, int(self.viewport().height() // max(1, self.fontMetrics().lineSpacing())))

    def _paint_marks(self) -> None:
        selections = []
        for first, last in self._marked:
            for number in range(first - 1, last):
                selection = QTextEdit.ExtraSelection()
                # PySide's stubs do not know the fields of this struct
                selection.format.setBackground(theme().color("accentSoft"))  # type: ignore[attr-defined]
                selection.format.setProperty(QTextFormat.Property.FullWidthSelection, True)  # type: ignore[attr-defined]
                selection.cursor = QTextCursor(self.document().findBlockByNumber(number))  # type: ignore[attr-defined]
                selections.append(selection)
        self.setExtraSelections(selections)

    def _recolor(self) -> None:
        self._highlighter.recolor()
        self._paint_marks()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            self.line_clicked.emit(self.cursorForPosition(event.position().toPoint()).blockNumber() + 1)
