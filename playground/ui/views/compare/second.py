"""What is held against the sample of the window: another one, found or chosen, or the same one spoiled."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QSlider, QWidget

from playground.core.language import mark, tr
from playground.protocol import Changed, Fellow, FromData, Subject
from playground.protocol.lenses.compare import Second
from playground.ui.previews.sample_words import FILES, PARTS
from playground.ui.settings import settings
from playground.ui.views.choices import choice, refill, spoken
from playground.ui.views.compare.kinds import Kinds, kinds_for
from playground.ui.widgets.basics import button, label

_HELD = (mark("Held"), "held")
_FARTHEST, _SIZES = 9_999_999, 100


class SecondChoice(QWidget):
    """``changed`` tells of another choice; ``load_wanted`` of a file whose content is to be B."""

    changed = Signal()
    load_wanted = Signal(object)  # Path

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._own = False  # whether a person has chosen
        self._kinds, self._first = kinds_for({}, "", None), cast("Subject", FromData())
        self._before = self._kinds[0][1]
        self.kind = choice(spoken(self._kinds), tr("What is held against A"))
        self.part = choice([(tr(title), part) for part, title in PARTS.items()], tr("Part of the data"))
        self.number, self.amount = QLineEdit("1"), QSlider(Qt.Orientation.Horizontal)
        self.again = button(tr("Other noise"))
        self._anew = 0
        self._held: Subject | None = None
        self.told = label("", "caption")
        self._lay_out()
        self.kind.currentIndexChanged.connect(self._on_kind)
        for signal in (self.part.currentIndexChanged, self.number.editingFinished, self.amount.valueChanged):
            signal.connect(self._on_changed)
        self.again.clicked.connect(self._on_again)
        self._follow()

    def _lay_out(self) -> None:
        self.number.setValidator(QIntValidator(0, _FARTHEST, self))
        self.number.setFixedWidth(64)
        self.number.setAccessibleName(tr("Number of the second sample"))
        self.amount.setRange(0, _SIZES)
        self.amount.setValue(25)
        self.amount.setFixedWidth(110)
        self.amount.setAccessibleName(tr("How much"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (self.kind, self.part, self.number, self.amount, self.told, self.again):
            row.addWidget(widget)

    def offer(self, kinds: Kinds, first: Subject) -> None:
        """What there is beside A, which is ``first``. A person's choice stays where it is still among them."""
        self._kinds, self._first = kinds, first
        shown = kinds if self._held is None else (*kinds[:-1], _HELD, kinds[-1])
        before = self.kind.currentData()
        self._own = self._own and any(value == before for _, value in shown)
        with QSignalBlocker(self.kind):
            refill(self.kind, spoken(shown))
            if not self._own:
                self.kind.setCurrentIndex(0)
        self._follow()

    @property
    def second(self) -> Second:
        kind = self.kind.currentData()
        if kind == "number":
            return FromData(self.part.currentData(), int(self.number.text() or 0))
        if kind in ("noise", "shift"):
            return Changed(kind, self._size(), self._anew if kind == "noise" else 0)
        if kind == "held" and self._held is not None:
            return self._held
        return Fellow(kind)

    def hold(self, sample: Subject) -> None:
        """From now on B is this one, whatever A becomes."""
        self._held = sample
        self.offer(self._kinds, self._first)
        self._show("held")

    def choose(self, sample: FromData) -> None:
        """A sample of the data, by its number."""
        self.part.blockSignals(True)
        self.part.setCurrentIndex(self.part.findData(sample.part))
        self.part.blockSignals(False)
        self.number.setText(str(sample.number))
        self._show("number")

    def _show(self, kind: str) -> None:
        self._own, self._before = True, kind
        self.kind.blockSignals(True)
        self.kind.setCurrentIndex(self.kind.findData(kind))
        self.kind.blockSignals(False)
        self._on_changed()

    def _size(self) -> float:
        """Deviations of noise, up to 2; the part of the width that is shifted by, up to a half."""
        part = self.amount.value() / _SIZES
        return 2 * part if self.kind.currentData() == "noise" else part / 2

    def _follow(self) -> None:
        kind = self.kind.currentData()
        self.part.setVisible(kind == "number" and len(self._kinds) > 3)  # noise has no parts
        self.number.setVisible(kind == "number")
        self.amount.setVisible(kind in ("noise", "shift"))
        self.told.setVisible(kind in ("noise", "shift"))
        self.again.setVisible(kind == "noise")
        size = self._size()
        noise, shift = tr("{size:.2f} deviations", size=size), tr("{percent:.0f} % of the width", percent=100 * size)
        self.told.setText(noise if kind == "noise" else shift)

    @Slot()
    def _on_changed(self, *_: object) -> None:
        self._follow()
        self.changed.emit()

    @Slot()
    def _on_kind(self, *_: object) -> None:
        kind = self.kind.currentData()
        if kind == "file":
            self._show(self._before)  # until there is one
            chosen, _filter = QFileDialog.getOpenFileName(
                self, tr("Load a second sample"), str(settings().folder), tr(FILES)
            )
            if chosen:
                settings().folder = Path(chosen).parent
                self.load_wanted.emit(Path(chosen))
            return
        self._own, self._before = True, kind
        first = self._first
        if kind == "number" and first == self.second and isinstance(first, FromData):
            self.number.setText(str(first.number + 1))  # nothing is to be learned of A against itself
        self._on_changed()

    @Slot()
    def _on_again(self) -> None:
        self._anew += 1
        self.changed.emit()
