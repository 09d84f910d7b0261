"""What one does with codes: one of four panels, chosen by a chip."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QStackedWidget, QToolButton, QWidget

from playground.core.language import mark, tr
from playground.ui.views.choices import toggle
from playground.ui.views.latent.between import BetweenPanel
from playground.ui.views.latent.divergence import DivergencePanel
from playground.ui.views.latent.grid import GridPanel
from playground.ui.views.latent.sliders import SlidersPanel

SLIDERS, GRID, BETWEEN, DIVERGENCE = mark("Sliders"), mark("Grid"), mark("Between"), mark("Divergence")
_TIPS = {
    SLIDERS: mark("Move each number of a code, and see what it stands for"),
    GRID: mark("What codes stand for, laid out by two of their numbers"),
    BETWEEN: mark("Go from one sample to another through the codes"),
    DIVERGENCE: mark("How much each number of a code says"),
}


class Panels(QStackedWidget):
    """``chips`` stand where the view wants them; ``chosen``: another panel is shown."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sliders, self.grid, self.between = SlidersPanel(), GridPanel(), BetweenPanel()
        self.divergence = DivergencePanel()
        self._panels: dict[str, QWidget] = {
            SLIDERS: self.sliders, GRID: self.grid, BETWEEN: self.between, DIVERGENCE: self.divergence,
        }  # fmt: skip
        self.chips: dict[str, QToolButton] = {}
        for name, panel in self._panels.items():
            self.addWidget(panel)
            chip = self.chips[name] = toggle(tr(name), tr(_TIPS[name]))
            chip.setMinimumHeight(24)
            chip.clicked.connect(lambda _on=False, which=name: self.choose(which))
        self.choose(SLIDERS)

    def minimumSizeHint(self) -> QSize:
        """What is not seen needs no room."""
        panel = self.currentWidget()
        return panel.minimumSizeHint() if panel is not None else QSize(1, 1)

    @property
    def current(self) -> str:
        """The name of the one that is shown."""
        return next(name for name, panel in self._panels.items() if panel is self.currentWidget())

    def choose(self, name: str) -> None:
        self.setCurrentWidget(self._panels[name])
        self.updateGeometry()
        for other, chip in self.chips.items():
            chip.setChecked(other == name)
        self.chosen.emit()

    def offer(self, *, divergence: bool, fault: str) -> None:
        """What there is for a code; ``fault`` says why none can be decoded, "" where they can."""
        self.chips[DIVERGENCE].setVisible(divergence)
        if self.current == DIVERGENCE and not divergence:
            self.choose(SLIDERS)
        if fault:
            self.grid.say(fault)
            self.between.say(fault)
        self.sliders.setEnabled(not fault)
