"""One method beside the others: its name, its picture, its numbers, and how to read it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QEnterEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from playground.core.language import tr
from playground.protocol import Attribution, ExplainSeen, Method
from playground.ui.sentences import sentences
from playground.ui.views.explain.figure import Figure
from playground.ui.views.explain.reading import Reading
from playground.ui.views.explain.words import TITLES, age_of, caution, how, state_of, tip_of
from playground.ui.widgets.basics import set_text
from playground.ui.widgets.elided import ElidedLabel

LEAST, _SENTENCES = 106, 88  # pixels: across, and the height of what is to be read, at least


class MethodPanel(QWidget):
    """``pointed`` tells its method when the pointer comes to it."""

    pointed = Signal(str)

    def __init__(self, method: Method) -> None:
        super().__init__()
        self.method = method
        self.figure = Figure(tr(TITLES[method]))
        self.state, self.title = ElidedLabel("caption"), ElidedLabel("")
        self.words = Reading(_SENTENCES)
        self.title.setStyleSheet("font-size: 11px;")
        self.title.show_text(tr(TITLES[method]))
        self.setMinimumWidth(LEAST)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.title)
        layout.addWidget(self.figure, 1)
        layout.addWidget(self.state)
        layout.addWidget(self.words)

    def show_found(
        self, seen: ExplainSeen, found: Attribution, step: int, reach: float, opacity: float, order: list[int],
        *, roomy: bool, named: bool,
    ) -> None:  # fmt: skip
        """``roomy``: there is room for sentences under the picture. ``named``: the numbers of a row have names here."""
        self.figure.show_found(seen, found, reach, opacity, order, named=named)
        self.state.show_text(state_of(found))
        self.state.setToolTip(age_of(found, step))
        told = sentences(how(self.method, seen), caution(self.method))
        self.title.setToolTip(tip_of(self.method, seen))
        self.figure.setAccessibleDescription(found.missing or sentences(told, self.state.full_text))
        set_text(self.words, told if roomy and not found.missing else "")
        self.words.setToolTip(tip_of(self.method, seen))

        self._share()

    def _share(self) -> None:
        """What a picture leaves free below it is for the sentences."""
        picture = self.figure.height_for(self.width())
        spare = 0 if picture is None else self.figure.height() + self.words.height() - picture
        self.words.setFixedHeight(max(_SENTENCES, spare))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def forget(self) -> None:
        self.figure.show_found(None, None, 0.0, 0.5, [])
        self.state.show_text("")
        set_text(self.words, "")

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.pointed.emit(self.method)
