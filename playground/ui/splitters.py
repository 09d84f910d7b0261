"""The workbench's regions side by side: those around the canvas keep the sizes that a person gave them."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from playground.ui.settings import settings

PALETTE_WIDTH, PALETTE_MINIMUM = 216, 184
INSPECTOR_WIDTH, INSPECTOR_MINIMUM = 308, 260
PLOTS_HEIGHT, PLOTS_MINIMUM = 288, 150
# With this much for the canvas the panels have what they want; with less they shrink before it does …
CANVAS_WIDTH, CANVAS_HEIGHT = 640, 420
CANVAS_LEAST = 320  # across, however wide a person makes the panels beside it
# … but what one trains for must be seen too: so much of the height is theirs on the smallest window.
PLOTS_SHARE = 0.42


class ColumnsSplitter(QSplitter):
    """Palette, canvas and inspector. Those at the sides keep the widths that a person gave them while the canvas has
    enough; nothing that is shown in a column changes the widths.
    """

    def __init__(self, palette: QWidget, canvas: QWidget, inspector: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setHandleWidth(1)
        for widget in (palette, canvas, inspector):
            self.addWidget(widget)
        palette.setMinimumWidth(PALETTE_MINIMUM)
        self.setCollapsible(1, False)
        self.setStretchFactor(1, 1)
        self._sides: dict[str, QWidget] = {"palette": palette, "inspector": inspector}
        self._shut: set[QWidget] = set()  # pulled to nothing with the mouse
        self.wanted = {
            "palette": settings().panel_size("palette", PALETTE_WIDTH, PALETTE_MINIMUM),
            "inspector": settings().panel_size("inspector", INSPECTOR_WIDTH, INSPECTOR_MINIMUM),
        }
        self.splitterMoved.connect(self._on_moved)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.share()

    def fold(self, panel: QWidget) -> None:
        """A panel came or went: the others share anew, and one that was pulled shut is open again."""
        self._shut.discard(panel)
        self.share()

    def share(self) -> None:
        """Give the sides what they want; what the canvas lacks is taken from both, each down to its minimum."""
        wide = {
            name: 0 if panel.isHidden() or panel in self._shut else max(self.wanted[name], panel.minimumWidth())
            for name, panel in self._sides.items()
        }
        spare = {name: max(0, wide[name] - self._sides[name].minimumWidth()) for name in wide}
        lacking = CANVAS_WIDTH - (self.width() - sum(wide.values()))
        part = min(1.0, max(0, lacking) / max(1, sum(spare.values())))
        left, right = (wide[name] - round(part * spare[name]) for name in self._sides)
        with QSignalBlocker(self):
            self.setSizes([left, max(1, self.width() - left - right - 2 * self.handleWidth()), right])

    def _on_moved(self, _position: int, _index: int) -> None:
        for name, panel in self._sides.items():
            if panel.isHidden():
                continue
            size = self.sizes()[self.indexOf(panel)]
            if size > 0:
                self.wanted[name] = size
                self._shut.discard(panel)
            else:
                self._shut.add(panel)


class MiddleSplitter(QSplitter):
    """Canvas over plots. The plots keep the height that a person gave them while the canvas has enough."""

    def __init__(self, canvas: QWidget, plots: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self.setHandleWidth(1)
        self.addWidget(canvas)
        self.addWidget(plots)
        self.setCollapsible(0, False)
        self.setStretchFactor(0, 1)
        self.wanted = settings().panel_size("plots", PLOTS_HEIGHT, PLOTS_MINIMUM)
        self.splitterMoved.connect(self._on_moved)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.sizes()[1] > 0:  # folded plots stay folded
            self.share()

    def share(self) -> None:
        """Give the plots what they want, but no more than leaves the canvas its height."""
        room = max(self.height() - CANVAS_HEIGHT, round(self.height() * PLOTS_SHARE))
        plots = max(PLOTS_MINIMUM, min(self.wanted, room))
        with QSignalBlocker(self):
            self.setSizes([max(1, self.height() - plots - self.handleWidth()), plots])

    def _on_moved(self, _position: int, _index: int) -> None:
        if self.sizes()[1] > 0:
            self.wanted = self.sizes()[1]
