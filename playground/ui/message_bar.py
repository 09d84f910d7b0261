"""Messages that lie in the window instead of popping up: what happened, buttons that mend it, a cross."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QProgressBar,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from playground.core.language import tr
from playground.ui.icons import SIZE, sign
from playground.ui.theme import theme
from playground.ui.widgets.basics import scrolled
from playground.ui.widgets.broken_text import BrokenText

Kind = Literal["error", "warning", "info", "done"]
Choice = tuple[str, Callable[[], object]]


class Staying:
    """What a button does without closing its message: the other buttons are wanted afterwards."""

    def __init__(self, act: Callable[[], object]) -> None:
        self._act = act

    def __call__(self) -> object:
        return self._act()


MOST = 3
# Good news needs no answer: it goes by itself, later where there is something to press.
INFO_MILLISECONDS, DONE_MILLISECONDS = 10_000, 5_000
WIDEST, EDGE, BETWEEN = 760, 12, 8  # of the cards: their width, and what is free beside and between them
_COLORS: dict[Kind, str] = {"error": "bad", "warning": "warn", "info": "accent", "done": "good"}
_LEFT, _RIGHT, _ABOVE, _GAP, _CROSS = 16, 8, 8, 8, 26
_SHARE, _STEPS = 6, 1000  # height of the bar that tells how much is done, and its steps
_LEAST_HEIGHT, _BAR = 100, 12  # of the area however low the region is; of its scroll bar
_LEAST_TEXT = 260  # a text narrower than that has its buttons below it


class MessageBar(QFrame):
    """One message. ``choices`` are buttons; pressing one also closes the message, unless it is ``Staying``.

    "done" tells what a person has done, and goes by itself even with buttons; "info" waits for its buttons.
    """

    closed = Signal()

    def __init__(
        self, text: str, kind: Kind, choices: Sequence[Choice], parent: QWidget | None = None, *, lasting: bool = False
    ) -> None:
        super().__init__(parent)
        self.kind, self._choices, self.text = kind, tuple(choices), text
        self.setProperty("look", "message")
        self.setProperty("kind", kind)
        self._sign = QLabel(self)
        self._words = BrokenText(text, self)
        self.setAccessibleName(text)
        self.buttons = [self._button(label, act) for label, act in self._choices]
        self.cross = QToolButton(self)
        self.cross.setToolTip(tr("Dismiss (Esc)"))
        self.cross.setAccessibleName(tr("Dismiss"))
        self.cross.setFixedSize(_CROSS, _CROSS)
        self.cross.clicked.connect(self.close_message)
        theme().changed.connect(self._paint_signs)
        self._paint_signs()
        self._share: QProgressBar | None = None
        self._end: QTimer | None = None
        if kind == "done" or (kind == "info" and not choices and not lasting):
            short = kind == "done" and not choices
            self._end = QTimer(self, singleShot=True, interval=DONE_MILLISECONDS if short else INFO_MILLISECONDS)
            self._end.timeout.connect(self._on_end)
            self._end.start()

    def _on_end(self) -> None:
        """Not from under the pointer, nor from under the keyboard."""
        focus = QApplication.focusWidget()
        if self._end is not None and (self.underMouse() or (focus is not None and self.isAncestorOf(focus))):
            self._end.start()
        else:
            self.close_message()

    def close_message(self) -> None:
        self.closed.emit()

    def show_share(self, share: float) -> bool:
        """Show how much is done, from 0 to 1. True for the first time: the message is higher from now on."""
        first = self._share is None
        if self._share is None:
            self._share = QProgressBar(self)
            self._share.setTextVisible(False)
            self._share.setRange(0, _STEPS)
            self._share.setAccessibleName(self.text)
            self._share.show()
        self._share.setValue(round(_STEPS * share))
        return first

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_message()
        else:
            super().keyPressEvent(event)

    def natural_width(self) -> int:
        """Of the text in one line with the buttons beside it."""
        self.ensurePolished()
        beside = sum(button.sizeHint().width() + _GAP for button in self.buttons)
        line = self._words.fontMetrics().horizontalAdvance(self.text) + 4
        return _LEFT + SIZE + 10 + line + beside + _GAP + _CROSS + _RIGHT

    def fit(self, width: int) -> int:
        """Lay everything out in ``width`` pixels; the height that it takes. The buttons stand beside a text that keeps
        enough room, or below it, in as many rows as they need.
        """
        self.ensurePolished()
        left, right = _LEFT + SIZE + 10, width - _RIGHT - _CROSS - _GAP
        wide = [button.sizeHint().width() for button in self.buttons]
        beside = sum(wide) + _GAP * len(wide)
        line = self._words.fontMetrics().horizontalAdvance(self.text) + 2
        one_row = right - left - beside >= min(line, _LEAST_TEXT)
        room = right - left - (beside if one_row else 0)
        high = self._words.height_for(room)
        row = max([_CROSS, *(button.sizeHint().height() for button in self.buttons if one_row)])
        first = max(row, high)
        self._words.setGeometry(left, _ABOVE + (first - high) // 2, room, high)
        self._sign.setGeometry(_LEFT, _ABOVE + max(0, min(first, 2 * SIZE) - SIZE) // 2, SIZE, SIZE)
        self.cross.move(width - _RIGHT - _CROSS, _ABOVE + (row - _CROSS) // 2)
        bottom = _ABOVE + first
        if one_row:
            self._place_row(self.buttons, right - beside + _GAP, _ABOVE + (first - row) // 2, row)
        else:
            for buttons in self._rows(width - _RIGHT - left):
                high = max(button.sizeHint().height() for button in buttons)
                self._place_row(buttons, left, bottom + _GAP, high)
                bottom += _GAP + high
        if self._share is not None:
            self._share.setGeometry(left, bottom + _GAP, width - _RIGHT - left, _SHARE)
            bottom += _GAP + _SHARE
        return bottom + _ABOVE

    def _rows(self, room: int) -> list[list[QPushButton]]:
        rows: list[list[QPushButton]] = []
        taken = room
        for button in self.buttons:
            wide = button.sizeHint().width()
            if not rows or taken + _GAP + wide > room:
                rows.append([])
                taken = -_GAP
            rows[-1].append(button)
            taken += _GAP + wide
        return rows

    @staticmethod
    def _place_row(buttons: Sequence[QPushButton], left: int, top: int, high: int) -> None:
        for button in buttons:
            hint = button.sizeHint()
            button.setGeometry(left, top + (high - hint.height()) // 2, hint.width(), hint.height())
            left += hint.width() + _GAP

    def _button(self, label: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(label, self)

        def pressed() -> None:
            if not isinstance(act, Staying):
                self.close_message()
            act()

        button.clicked.connect(pressed)
        return button

    def _paint_signs(self) -> None:
        self._sign.setPixmap(sign(self.kind, theme().color(_COLORS[self.kind])).pixmap(QSize(SIZE, SIZE)))
        self.cross.setIcon(sign("close", theme().color("muted")))


class MessageArea(QWidget):
    """The messages that are open, newest first, as cards over a part of the window: nothing moves for them.

    A message with the ``key`` of an older one takes its place.
    """

    def __init__(self, parent: QWidget | None = None, *, widest: int = WIDEST, snug: bool = False) -> None:
        """``snug``: cards are no wider than their texts want."""
        super().__init__(parent)
        self._widest, self._snug = widest, snug
        self._bars: list[tuple[str, MessageBar]] = []
        self._region: QWidget | None = None
        self._top: Callable[[], int] | None = None
        self._before: QWidget | None = None
        self._cards = QWidget()
        self._scroll = scrolled(self._cards)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._scroll)
        self.setAccessibleName(tr("Messages"))
        theme().changed.connect(self.place)  # the style sheet may give everything another size
        self.hide()

    @property
    def bars(self) -> list[MessageBar]:
        return [bar for _, bar in self._bars]

    @property
    def texts(self) -> list[str]:
        return [bar.text for bar in self.bars]

    # --- where ---

    def lie_over(self, region: QWidget, top: Callable[[], int] | None = None) -> None:
        """Lie over ``region``, ``top()`` pixels below its upper edge; None: along its lower edge."""
        if region is not self._region:
            for watched in self._watched():
                watched.removeEventFilter(self)
            self._region = region
            for watched in self._watched():
                watched.installEventFilter(self)
        self._top = top
        self.place()

    def come_after(self, widget: QWidget) -> None:
        """The Tab key leads from ``widget`` to the messages."""
        self._before = widget

    def _watched(self) -> list[QWidget]:
        """The region, and all in which it stands."""
        found: list[QWidget] = []
        widget = self._region
        while widget is not None:
            found.append(widget)
            if widget is self.parentWidget():
                break
            widget = widget.parentWidget()
        return found

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if self._bars and event.type() in (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show):
            self.place()
        return False

    def place(self) -> None:
        """Lie where the region is by now, as high as the messages. They stay within the region: more are scrolled."""
        region, window = self._region, self.parentWidget()
        self.setVisible(bool(self._bars))
        if region is None or window is None or not self._bars:
            return
        above = EDGE + (self._top() if self._top is not None else 0)
        width = max(1, min(self._widest, region.width() - 2 * EDGE))
        if self._snug:
            width = min(width, max(bar.natural_width() for bar in self.bars))
        room = max(_LEAST_HEIGHT, region.height() - above - EDGE)
        height = self._lay_out(width)
        if height > room:
            self._lay_out(width - _BAR)
            height = room
        top = above if self._top is not None else region.height() - EDGE - height
        corner = region.mapTo(window, QPoint((region.width() - width) // 2, top))
        self.setGeometry(corner.x(), corner.y(), width, height)
        self.raise_()

    def _lay_out(self, width: int) -> int:
        """One below the other; the height of all."""
        top = 0
        for bar in self.bars:
            high = bar.fit(width)
            bar.setGeometry(0, top, width, high)
            top += high + BETWEEN
        self._cards.setMinimumHeight(max(0, top - BETWEEN))
        return max(0, top - BETWEEN)

    # --- what ---

    def show_message(
        self, text: str, kind: Kind = "error", choices: Sequence[Choice] = (), *, key: str = "", lasting: bool = False
    ) -> MessageBar:
        """Show a message. Without a ``key`` the text is its own. ``lasting``: it tells of what goes on, and stays until
        somebody clears it.
        """
        key = key or text
        self.clear(key)
        bar = MessageBar(text, kind, choices, self._cards, lasting=lasting)
        bar.closed.connect(self._on_closed)
        self._bars.insert(0, (key, bar))
        # An offer with buttons waits for its answer; plain news make room first.
        while len(self._bars) > MOST:
            plain = [old for _, old in self._bars[1:] if not old.buttons] or [self._bars[-1][1]]
            self._remove(plain[-1])
        bar.show()
        self.place()
        self._scroll.verticalScrollBar().setValue(0)
        self._chain()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))
        return bar

    def show_share(self, key: str, share: float) -> None:
        """How much is done of what the message with this key tells of, from 0 to 1."""
        for known, bar in self._bars:
            if known == key and bar.show_share(share):
                self.place()

    def clear(self, key: str) -> None:
        """Close the message with this key, if it is open."""
        for known, bar in tuple(self._bars):
            if known == key:
                self._remove(bar)

    def _chain(self) -> None:
        before = self._before
        for bar in self.bars:
            for widget in (*bar.buttons, bar.cross):
                if before is not None:
                    QWidget.setTabOrder(before, widget)
                before = widget

    def _on_closed(self) -> None:
        bar = self.sender()
        if isinstance(bar, MessageBar):
            self._remove(bar)

    def _remove(self, bar: MessageBar) -> None:
        focus = QApplication.focusWidget()
        focused = focus is not None and bar.isAncestorOf(focus)
        self._bars = [pair for pair in self._bars if pair[1] is not bar]
        if focused and self._bars:
            self.bars[0].cross.setFocus()
        elif focused and self._region is not None:
            self._region.setFocus()
        bar.hide()
        bar.deleteLater()
        self.place()
