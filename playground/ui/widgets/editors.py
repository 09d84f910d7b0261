"""One editor for each kind of field. They show a value and tell what a person makes of it; they decide nothing."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable
from itertools import count
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from playground.core.language import mark, tr
from playground.ui.widgets.basics import Check, Combo
from playground.ui.widgets.parse import same_value

# Edits with the same number become one undo step: one drag of a slider, one stay in a text box.
_sweeps = count(1)
SEVERAL = mark("mixed")


class AsBefore:
    """Told in place of a value by an editor that several layers share: each gets back what it had."""


AS_BEFORE = AsBefore()


class Editor(QWidget):
    """Base: ``set_value`` shows a value without telling anyone, ``edited`` tells a value that a person made."""

    edited = Signal(object, object)  # value, sweep
    wrong = Signal(str)  # why the text is no value; empty when it is one again

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value: Any = None
        self._mixed = False
        self.sweep = next(_sweeps)
        self._before: tuple[Any, bool] = (None, False)  # value and mixed when the sweep began

    @property
    def value(self) -> Any:
        return self._value

    def begin_sweep(self) -> None:
        """What follows is an undo step of its own."""
        self.sweep = next(_sweeps)
        self._before = (self._value, self._mixed)

    def set_value(self, value: Any, *, mixed: bool = False) -> None:
        """Show ``value``; with ``mixed``, that several layers differ in it."""
        changed = mixed != self._mixed or (not mixed and not same_value(value, self._value))
        self._value, self._mixed = value, mixed
        self._render(changed)

    def mark_wrong(self, wrong: bool) -> None:
        """Show the border of a field that holds no value."""

    def refuse(self, reason: str) -> bool:
        """The model does not take the value that was told. Whether the editor tells so itself."""
        return False

    def suggestion(self) -> Any | None:
        """The valid value nearest to what was typed wrong; None where there is none to offer."""
        return None

    def copied(self) -> str:
        """The value as a text that ``paste`` takes."""
        return "" if self._mixed else str(self._value)

    def paste(self, text: str) -> None:
        """Take the value that ``text`` stands for, as if a person had chosen it; what is none is told as wrong."""

    def take(self, value: Any) -> None:
        """Take ``value`` as if a person had chosen it, as an undo step of its own."""
        self.forget()
        if self._mixed or not same_value(value, self._value):
            self._tell(value)
            self._render(True)

    def forget(self) -> None:
        """Drop what was typed and not taken: the editor shows another layer now."""
        self.begin_sweep()

    @abstractmethod
    def _render(self, changed: bool) -> None:
        """Show the value; ``changed`` when it is not the one that was shown."""

    def _tell(self, value: Any) -> None:
        self._value, self._mixed = value, False
        self.edited.emit(value, self.sweep)


class CheckEditor(Editor):
    """A yes or no."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = Check()
        self.box.clicked.connect(self._on_clicked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.box)
        layout.addStretch(1)
        self.setFocusProxy(self.box)

    def _render(self, changed: bool) -> None:
        if self._mixed:
            self.box.setCheckState(Qt.CheckState.PartiallyChecked)
        else:
            self.box.setTristate(False)
            self.box.setChecked(self._value is True)

    def copied(self) -> str:
        return "" if self._mixed else tr("on") if self._value is True else tr("off")

    def paste(self, text: str) -> None:
        meant = {tr("on"): True, "true": True, tr("off"): False, "false": False}.get(text.strip().lower())
        if meant is None:
            self.wrong.emit(tr("“{text}” is neither on nor off.", text=text.strip()[:24]))
        else:
            self.wrong.emit("")
            self.take(meant)

    def _on_clicked(self, _checked: bool) -> None:
        self.box.setTristate(False)
        self.begin_sweep()
        self._tell(self.box.isChecked())


class ChoiceEditor(Editor):
    """One out of several. ``options`` are pairs of the value and what people read."""

    def __init__(self, options: Iterable[tuple[Any, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.combo = Combo()
        self.nothing = ""  # what is shown for an empty value that is no option
        for value, text in options:
            self.combo.addItem(text, value)
        self.combo.activated.connect(self._on_activated)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.combo)
        self.setFocusProxy(self.combo)

    def set_options(self, options: Iterable[tuple[Any, str]]) -> None:
        """Offer other values than before; the shown one stays."""
        wanted = list(options)
        if wanted == [(self.combo.itemData(i), self.combo.itemText(i)) for i in range(self.combo.count())]:
            return
        self.combo.clear()
        for value, text in wanted:
            self.combo.addItem(text, value)
        self._render(False)

    def set_available(self, value: Any, text: str, reason: str) -> None:
        """Rename an option; with a ``reason`` it cannot be chosen, and says why."""
        index = self._index(value)
        self.combo.setItemText(index, text)
        self.combo.setItemData(index, reason, Qt.ItemDataRole.ToolTipRole)
        item = self.combo.model().item(index)  # type: ignore[attr-defined]
        item.setEnabled(not reason)

    def copied(self) -> str:
        return "" if self._mixed else self.combo.currentText()

    def paste(self, text: str) -> None:
        wanted = text.strip().lower()
        said = ((self.combo.itemText(i), str(self.combo.itemData(i))) for i in range(self.combo.count()))
        found = next((i for i, names in enumerate(said) if wanted in map(str.lower, names)), -1)
        if found < 0 or not self.combo.model().flags(self.combo.model().index(found, 0)) & Qt.ItemFlag.ItemIsEnabled:
            self.wrong.emit(tr("“{text}” cannot be chosen here.", text=text.strip()[:24]))
        else:
            self.wrong.emit("")
            self.take(self.combo.itemData(found))

    def _index(self, value: Any) -> int:
        return next((i for i in range(self.combo.count()) if self.combo.itemData(i) == value), -1)

    def _render(self, changed: bool) -> None:
        # A value that is no option (from a file) is shown as what it is.
        shown = self.nothing if self._value in (None, "") else str(self._value)
        self.combo.setPlaceholderText(tr(SEVERAL) if self._mixed else shown)
        self.combo.setCurrentIndex(-1 if self._mixed else self._index(self._value))

    def _on_activated(self, index: int) -> None:
        value = self.combo.itemData(index)
        if self._mixed or not same_value(value, self._value):
            self.begin_sweep()
            self._tell(value)
