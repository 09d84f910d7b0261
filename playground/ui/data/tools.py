"""What stands over the samples: which part and class are shown, and pen and eraser for points."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from playground.core.language import mark, tr
from playground.protocol import Part
from playground.ui.data.drawing import MOST_CLASSES
from playground.ui.data.figures import PARTS, class_color
from playground.ui.data.points_view import Tool
from playground.ui.theme import theme
from playground.ui.widgets.basics import Combo

_ALL = mark("All classes")


class SampleChooser(QWidget):
    """Part and class of the samples that are shown."""

    chosen = Signal(str, object)  # part, number of the class or None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.part, self.classes = Combo(), Combo()
        self.part.setAccessibleName(tr("Part of the data"))
        self.classes.setAccessibleName(tr("Class"))
        for name, title in PARTS.items():
            self.part.addItem(tr(title), name)
        self.part.setFixedWidth(112)
        self.classes.setFixedWidth(132)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.part)
        layout.addWidget(self.classes)
        self.part.activated.connect(self._on_chosen)
        self.classes.activated.connect(self._on_chosen)

    def show_classes(self, names: Sequence[str], part: Part, index: int | None) -> None:
        """Offer these classes; there is nothing to choose without any."""
        wanted = [tr(_ALL), *names]
        if wanted != [self.classes.itemText(n) for n in range(self.classes.count())]:
            self.classes.clear()
            self.classes.addItems(wanted)
        self.classes.setVisible(bool(names))
        self.classes.setCurrentIndex(0 if index is None or index >= len(names) else index + 1)
        self.part.setCurrentIndex(list(PARTS).index(part))

    @Slot()
    def _on_chosen(self) -> None:
        place = self.classes.currentIndex() - 1
        self.chosen.emit(str(self.part.currentData()), place if place >= 0 else None)


class DrawingTools(QWidget):
    """Pen with a class, eraser, and a button that clears all."""

    tool_chosen = Signal(str)
    class_chosen = Signal(int)
    clear_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.draw, self.erase = _toggle(tr("Draw points")), _toggle(tr("Eraser"))
        self.draw.setToolTip(tr("Click or drag in the plane; drawn points are data like any other"))
        self.clear = QToolButton()
        self.clear.setText(tr("Clear"))
        self.clear.setProperty("look", "quiet")
        self.clear.setFixedHeight(30)
        self.classes = Combo()
        self.classes.setAccessibleName(tr("Class that is drawn"))
        self.classes.setIconSize(QSize(10, 10))
        self.classes.setFixedWidth(104)
        for number, name in enumerate(pens()):
            self.classes.addItem(name, number)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for widget in (self.draw, self.classes, self.erase, self.clear):
            layout.addWidget(widget)
        self.draw.clicked.connect(self._on_draw)
        self.erase.clicked.connect(self._on_erase)
        self.clear.clicked.connect(self.clear_wanted)
        self.classes.activated.connect(self._on_class)
        theme().changed.connect(self._paint_icons)
        self._paint_icons()
        self._show_more()

    @property
    def tool(self) -> Tool:
        """What the pointer does in the plane."""
        return "pen" if self.draw.isChecked() else "eraser" if self.erase.isChecked() else "look"

    def put_down(self) -> None:
        """The pointer looks again."""
        self.draw.setChecked(False)
        self.erase.setChecked(False)
        self._show_more()
        self.tool_chosen.emit("look")

    @Slot()
    def _on_draw(self) -> None:
        self.erase.setChecked(False)
        self._show_more()
        self.tool_chosen.emit(self.tool)

    @Slot()
    def _on_erase(self) -> None:
        self.draw.setChecked(not self.erase.isChecked())
        self._show_more()
        self.tool_chosen.emit(self.tool)

    @Slot(int)
    def _on_class(self, number: int) -> None:
        if not self.draw.isChecked():
            self.draw.setChecked(True)
            self._on_draw()
        self.class_chosen.emit(number)

    def _show_more(self) -> None:
        drawing = self.tool != "look"
        for widget in (self.classes, self.erase, self.clear):
            widget.setVisible(drawing)

    @Slot()
    def _paint_icons(self) -> None:
        for number in range(MOST_CLASSES):
            self.classes.setItemIcon(number, _spot(class_color(number)))


def pens() -> tuple[str, ...]:
    """What the classes are called that points can be drawn of."""
    return tuple(tr("class {number}", number=number + 1) for number in range(MOST_CLASSES))


def _toggle(text: str) -> QToolButton:
    made = QToolButton()
    made.setText(text)
    made.setCheckable(True)
    made.setProperty("look", "quiet")
    made.setFixedHeight(30)
    return made


def _spot(color: QColor) -> QIcon:
    pixmap = QPixmap(20, 20)
    pixmap.setDevicePixelRatio(2)
    pixmap.fill(QColor(0, 0, 0, 0))
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(0, 0, 0, 0))
    painter.setBrush(color)
    painter.drawEllipse(1, 1, 8, 8)
    painter.end()
    return QIcon(pixmap)
