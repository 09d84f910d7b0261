"""A card for each format: its name, what its file is called, and in a sentence what it is for."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from playground.core.language import tr
from playground.training.export_formats import EXPORT_FORMATS, ExportFormat
from playground.ui.theme import theme
from playground.ui.widgets.basics import label


class FormatCard(QPushButton):
    """One choice of several; the arrow keys go from one to the next."""

    def __init__(self, found: ExportFormat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.format = found.name
        self.setCheckable(True)
        self.setProperty("look", "choice")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(tr(found.title))
        self.setAccessibleDescription(tr(found.summary))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(label(tr(found.title), "strong"))
        head.addStretch(1)
        head.addWidget(label(found.suffix or tr("folder or .py"), "caption"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(2)
        layout.addLayout(head)
        layout.addWidget(label(tr(found.summary), "caption", wrap=True))
        for part in self.findChildren(QLabel):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    def fit(self, width: int) -> None:
        """Be as high as its words want in ``width``: a summary may take two lines."""
        layout = self.layout()
        if layout is not None:
            self.setMinimumHeight(layout.totalHeightForWidth(width))


class FormatCards(QWidget):
    """All formats, one of them chosen."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._cards: dict[str, FormatCard] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for name, found in EXPORT_FORMATS.items():
            card = self._cards[name] = FormatCard(found, self)
            self._group.addButton(card)
            layout.addWidget(card)
        self._group.buttonToggled.connect(self._on_toggled)
        next(iter(self._cards.values())).setChecked(True)
        theme().changed.connect(self._fit)  # a style sheet has a height of its own

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        for card in self._cards.values():
            card.fit(self.width())

    @property
    def format(self) -> ExportFormat:
        card = self._group.checkedButton()
        assert isinstance(card, FormatCard)  # the group always has one
        return EXPORT_FORMATS[card.format]

    def choose(self, name: str) -> None:
        self._cards[name].setChecked(True)

    def card(self, name: str) -> FormatCard:
        return self._cards[name]

    def _on_toggled(self, card: FormatCard, checked: bool) -> None:
        if checked:
            self.chosen.emit(card.format)
