"""Histograms of one kind of numbers over time, with its name above."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from playground.core.language import tr
from playground.ui.plots.ridge_plot import RidgePlot
from playground.ui.widgets.basics import Combo, label

_HEAD = 28


class RidgePanel(QWidget):
    """One kind of numbers; a layer with several tensors of the kind has a choice."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self.plot, self.choice, self._title = RidgePlot(kind), Combo(), label(kind, "strong")
        self.choice.setAccessibleName(tr("Which {kind}", kind=kind.lower()))
        head = QWidget()
        head.setFixedHeight(_HEAD)
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._title)
        row.addWidget(self.choice, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(head)
        layout.addWidget(self.plot, 1)

    @property
    def name(self) -> str:
        """Of the histogram that is shown."""
        return str(self.choice.currentData() or "")

    def offer(self, names: Sequence[str], layer: str) -> None:
        """``names`` of histograms that belong to ``layer``, one at least."""
        if [self.choice.itemData(at) for at in range(self.choice.count())] != list(names):
            before = self.name
            self.choice.clear()
            for name in names:
                self.choice.addItem(name.partition("/")[2].removeprefix(layer).removeprefix(".") or tr("output"), name)
            self.choice.setCurrentIndex(max(0, self.choice.findData(before)))
        self.choice.setVisible(len(names) > 1)
