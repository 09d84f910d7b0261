"""Messages that stand in the window instead of popping up: what happened, buttons that mend it, a cross."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from playground.ui.icons import SIZE, sign
from playground.ui.theme import theme

Kind = Literal["error", "warning", "info"]
Choice = tuple[str, Callable[[], object]]


class Staying:
    """What a button does without closing its message: the other buttons are wanted afterwards."""

    def __init__(self, act: Callable[[], object]) -> None:
        self._act = act

    def __call__(self) -> object:
        return self._act()


MOST = 3
# Good news needs no answer: it goes by itself.
INFO_MILLISECONDS = 10_000
_COLORS: dict[Kind, str] = {"error": "bad", "warning": "warn", "info": "accent"}


class MessageBar(QFrame):
    """One message. ``choices`` are buttons; pressing one also closes the message, unless it is ``Staying``."""

    closed = Signal()

    def __init__(self, text: str, kind: Kind, choices: Sequence[Choice], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind, self._choices = kind, tuple(choices)
        self.setProperty("look", "message")
        self.setProperty("kind", kind)
        self._sign = QLabel()
        self._text = QLabel(text)
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setAccessibleName(text)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 12, 8)
        layout.setSpacing(12)
        layout.addWidget(self._sign)
        layout.addWidget(self._text, 1)
        self.buttons = [self._button(label, act) for label, act in self._choices]
        for button in self.buttons:
            layout.addWidget(button)
        self._cross = QToolButton()
        self._cross.setToolTip("Dismiss")
        self._cross.setFixedSize(26, 26)
        self._cross.clicked.connect(self.close_message)
        layout.addWidget(self._cross)
        theme().changed.connect(self._paint_signs)
        self._paint_signs()
        if kind == "info" and not choices:
            timer = QTimer(self, singleShot=True, interval=INFO_MILLISECONDS)
            timer.timeout.connect(self.close_message)
            timer.start()

    @property
    def text(self) -> str:
        return self._text.text()

    def close_message(self) -> None:
        self.closed.emit()

    def _button(self, label: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(label)

        def pressed() -> None:
            if not isinstance(act, Staying):
                self.close_message()
            act()

        button.clicked.connect(pressed)
        return button

    def _paint_signs(self) -> None:
        self._sign.setPixmap(sign(self.kind, theme().color(_COLORS[self.kind])).pixmap(QSize(SIZE, SIZE)))
        self._cross.setIcon(sign("close", theme().color("muted")))


class MessageArea(QWidget):
    """The messages that are open, newest first. A message with the ``key`` of an older one takes its place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: list[tuple[str, MessageBar]] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self.hide()

    @property
    def bars(self) -> list[MessageBar]:
        return [bar for _, bar in self._bars]

    @property
    def texts(self) -> list[str]:
        return [bar.text for bar in self.bars]

    def show_message(
        self, text: str, kind: Kind = "error", choices: Sequence[Choice] = (), *, key: str = ""
    ) -> MessageBar:
        """Show a message. Without a ``key`` the text is its own."""
        key = key or text
        self.clear(key)
        bar = MessageBar(text, kind, choices)
        bar.closed.connect(self._on_closed)
        self._bars.insert(0, (key, bar))
        self._layout.insertWidget(0, bar)
        # An offer with buttons waits for its answer; plain news make room first.
        while len(self._bars) > MOST:
            plain = [old for _, old in self._bars[1:] if not old.buttons] or [self._bars[-1][1]]
            self._remove(plain[-1])
        self.show()
        return bar

    def clear(self, key: str) -> None:
        """Close the message with this key, if it is open."""
        for known, bar in tuple(self._bars):
            if known == key:
                self._remove(bar)

    def _on_closed(self) -> None:
        bar = self.sender()
        if isinstance(bar, MessageBar):
            self._remove(bar)

    def _remove(self, bar: MessageBar) -> None:
        self._bars = [pair for pair in self._bars if pair[1] is not bar]
        self._layout.removeWidget(bar)
        bar.hide()
        bar.deleteLater()
        self.setVisible(bool(self._bars))
