"""Slow motion: how many seconds lie between two steps of training. A menu, and a slider for where one looks on."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QSlider, QVBoxLayout, QWidget

from playground.core.language import mark, tr
from playground.ui.run_controller import RunController
from playground.ui.widgets.basics import label

# Seconds between two steps, with what they are called.
PACES: tuple[tuple[float, str], ...] = (
    (0.0, mark("Full speed")), (0.1, mark("10 steps a second")), (0.25, mark("4 steps a second")),
    (0.5, mark("2 steps a second")), (1.0, mark("1 step a second")), (2.0, mark("A step every 2 seconds")),
    (4.0, mark("A step every 4 seconds")),
)  # fmt: skip
_TIP = mark("Wait between steps, and show every step by itself")


def nearest(seconds: float) -> int:
    """The number of the pace that is closest to ``seconds``."""
    return min(range(len(PACES)), key=lambda number: abs(PACES[number][0] - seconds))


class SlowMotion(QObject):
    """The choices in the menu Train. It holds for the run under way and for those to come, until the program ends."""

    def __init__(self, controller: RunController, train_menu: QMenu, before: QAction, parent: QObject) -> None:
        super().__init__(parent)
        self._controller = controller
        self.menu = QMenu(tr("Slow &motion"), train_menu)
        self.menu.menuAction().setStatusTip(tr(_TIP))
        self._group = QActionGroup(self)
        for seconds, name in PACES:
            action = QAction(tr(name), self)
            action.setCheckable(True)
            action.setData(seconds)
            self._group.addAction(action)
            self.menu.addAction(action)
        self._group.triggered.connect(self._on_chosen)
        controller.pace_changed.connect(self._follow)
        train_menu.insertMenu(before, self.menu)
        self._follow()

    @Slot(QAction)
    def _on_chosen(self, action: QAction) -> None:
        self._controller.set_pace(float(action.data()))

    @Slot()
    def _follow(self, *_: object) -> None:
        self._group.actions()[nearest(self._controller.pace)].setChecked(True)


class PaceSlider(QWidget):
    """The same choices from full speed, at the left, to the slowest."""

    def __init__(self, controller: RunController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, len(PACES) - 1)
        self.slider.setPageStep(1)
        self.slider.setMinimumWidth(60)
        self.slider.setAccessibleName(tr("Slow motion"))
        self.slider.setToolTip(tr(_TIP))
        self._says = label("", "caption")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._says)
        layout.addWidget(self.slider)
        self.slider.valueChanged.connect(self._on_moved)
        controller.pace_changed.connect(self._follow)
        self._follow()

    @Slot(int)
    def _on_moved(self, number: int) -> None:
        self._controller.set_pace(PACES[number][0])

    @Slot()
    def _follow(self, *_: object) -> None:
        number = nearest(self._controller.pace)
        name = tr(PACES[number][1])
        self._says.setText(tr("Slow motion: {pace}", pace=f"{name[0].lower()}{name[1:]}"))
        self.slider.setValue(number)
