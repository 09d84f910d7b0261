"""Rows, texts or numbers that are typed or pasted, for networks that take no images."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from playground.core.language import tr
from playground.training.datasets import Dataset
from playground.ui.predict.parsing import Unreadable, read_rows, read_series, read_texts
from playground.ui.widgets.basics import button, label, set_text

_MOST_NAMED = 12


class TypedPage(QWidget):
    """``asked`` brings what the worker is to be asked about: ``rows``, ``texts`` or ``samples`` by name."""

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dataset: Dataset | None = None
        self._names: tuple[str, ...] = ()
        self.what, self.fault = label("", "caption", wrap=True), label("", "bad-caption", wrap=True)
        self.box, self.predict = _Box(), button(tr("Predict"))
        self.predict.setToolTip(tr("Ctrl+Enter"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.fault, 1)
        row.addWidget(self.predict, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 8, 0)
        layout.setSpacing(4)
        layout.addWidget(self.what)
        layout.addWidget(self.box, 1)
        layout.addLayout(row)
        self.fault.hide()
        self.predict.clicked.connect(self.ask)
        self.box.sent.connect(self.ask)
        self.box.textChanged.connect(self._on_typed)

    def take(self, dataset: Dataset, names: tuple[str, ...]) -> None:
        """Read what is typed as samples of ``dataset``; ``names`` are those of its columns."""
        if dataset == self._dataset and names == self._names:
            return
        if self._dataset is None or dataset.look != self._dataset.look:
            self.box.clear()
        self._dataset, self._names = dataset, names
        what, example = _described(dataset, names)
        self.what.setText(what)
        self.box.setPlaceholderText(example)
        self.box.setAccessibleName(what)
        set_text(self.fault, "")

    @Slot()
    def ask(self) -> None:
        """Read the box, and say what is wrong where that fails."""
        try:
            found = self._read(self.box.toPlainText())
        except Unreadable as error:
            set_text(self.fault, str(error))
            return
        set_text(self.fault, "")
        self.asked.emit(found)

    def show_fault(self, text: str) -> None:
        set_text(self.fault, text)

    def _read(self, text: str) -> dict[str, Any]:
        """Raises ``Unreadable``."""
        dataset = self._dataset
        if dataset is None:
            raise Unreadable(tr("There is no network yet that could be asked."))
        if dataset.look == "text":
            return {"texts": read_texts(text)}
        if dataset.look == "sequences" and dataset.shape.rank == 2:
            import numpy as np

            steps, features = dataset.shape.sizes
            return {"samples": np.asarray(read_series(text, steps, features), np.float32)}
        return {"rows": read_rows(text, self._names)}

    @Slot()
    def _on_typed(self) -> None:
        set_text(self.fault, "")


class _Box(QPlainTextEdit):
    """Ctrl+Enter sends; Tab goes on to the button."""

    sent = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setMinimumHeight(48)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.sent.emit()
            event.accept()
            return
        super().keyPressEvent(event)


def _described(dataset: Dataset, names: tuple[str, ...]) -> tuple[str, str]:
    """What to write, and an example."""
    if dataset.look == "text":
        return tr("Write or paste texts: each line is one."), tr("this was a wonderful day")
    if dataset.look == "sequences" and dataset.shape.rank == 2:
        steps, features = dataset.shape.sizes
        if features == 1:
            what = tr(
                "Paste at least {steps:,} numbers of a series, oldest first; what comes next is forecast.", steps=steps
            )
            return what, "0.12 0.35 0.51 …"
        what = tr("Paste at least {steps:,} lines of {features} numbers, oldest first.", steps=steps, features=features)
        return what, "0.12, 4.5"
    listed, more = ", ".join(names[:_MOST_NAMED]), len(names) - _MOST_NAMED
    if more > 0:
        listed = tr("{listed} and {count} more", listed=listed, count=more)
    what = tr(
        "Paste rows, cells apart by tabs or commas, the first line with the columns’ names: {listed}.", listed=listed
    )
    return what, ",".join(names)
