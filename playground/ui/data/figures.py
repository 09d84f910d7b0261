"""Small drawings of data: colours of classes and values, bars for how many samples each class has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from playground.core.language import mark, tr
from playground.protocol import Part
from playground.ui.plots.colors import layer_color, layer_dashed
from playground.ui.theme import CAPTION, theme

PARTS: dict[Part, str] = {"train": mark("Training"), "validation": mark("Validation"), "test": mark("Test")}
_COUNTED: dict[Part, str] = {
    "train": mark("{count:,} training"), "validation": mark("{count:,} validation"), "test": mark("{count:,} test"),
}  # fmt: skip
_ROW, _BAR, _NAMES, _NUMBERS, _MOST_NAMES = 20, 10, 84, 56, 120
_MOST_BARS = 100


_OTHER = 170  # percent


def class_color(index: int) -> QColor:
    """The colour of a class: the same in points and bars. Eight are told apart under colour-blind sight; the next eight
    are these, paler (or darker on a dark ground).
    """
    color = layer_color(index, dark=theme().dark)
    if layer_dashed(index):
        return color.darker(_OTHER) if theme().dark else color.lighter(_OTHER)
    return color


def value_color(value: float, low: float, high: float) -> QColor:
    """From one end of the values to the other, through the ground's own shade in the middle."""
    middle = theme().color("grid")
    part = 0.5 if high <= low else min(max((value - low) / (high - low), 0.0), 1.0)
    end = theme().color("train" if part < 0.5 else "val")
    weight = abs(2 * part - 1)
    return QColor.fromRgbF(
        end.redF() * weight + middle.redF() * (1 - weight),
        end.greenF() * weight + middle.greenF() * (1 - weight),
        end.blueF() * weight + middle.blueF() * (1 - weight),
    )


def part_color(part: Part) -> QColor:
    """As in every plot: training blue, validation orange; what is tested on stands back."""
    tokens: dict[Part, str] = {"train": "train", "validation": "val", "test": "muted"}
    return theme().color(tokens[part])


def counted(part: Part, count: int) -> str:
    """ "143 validation"."""
    return tr(_COUNTED[part], count=count)


class ClassBars(QWidget):
    """A bar for each class, in pieces for training, validation and test."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self._counts: dict[Part, tuple[int, ...]] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Samples of each class"))
        theme().changed.connect(self.update)

    def show_counts(self, names: Sequence[str], counts: Mapping[Part, tuple[int, ...]]) -> None:
        """``counts`` holds one number for each name in each part; nothing is drawn without names."""
        self._names, self._counts = tuple(names), {part: counts.get(part, ()) for part in PARTS}
        self.setVisible(bool(self._names))
        self.setAccessibleDescription("; ".join(self.tip(index) for index in range(min(len(names), _MOST_BARS))))
        self.updateGeometry()
        self.update()

    def total(self, index: int) -> int:
        return sum(self._part(part, index) for part in PARTS)

    def tip(self, index: int) -> str:
        """ "setosa: 30 training, 4 validation, 10 test"."""
        told = ", ".join(counted(part, self._part(part, index)) for part in PARTS)
        return f"{self._names[index]}: {told}"

    def sizeHint(self) -> QSize:
        more = len(self._names) > _MOST_BARS
        return QSize(200, _ROW * (min(len(self._names), _MOST_BARS) + more))

    def _part(self, part: Part, index: int) -> int:
        counts = self._counts.get(part, ())
        return counts[index] if index < len(counts) else 0

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme().font(CAPTION))
        metrics, shown = painter.fontMetrics(), self._names[:_MOST_BARS]
        wanted = max((metrics.horizontalAdvance(name) for name in shown), default=0) + 12
        names = min(max(wanted, 24), _MOST_NAMES, max(_NAMES, self.width() // 3))
        most = max((self.total(index) for index in range(len(shown))), default=0) or 1
        room = max(self.width() - names - _NUMBERS, 10)
        for index, name in enumerate(shown):
            top = index * _ROW
            painter.setPen(theme().color("muted"))
            text = metrics.elidedText(name, Qt.TextElideMode.ElideRight, names - 8)
            painter.drawText(QRectF(0, top, names - 8, _ROW), Qt.AlignmentFlag.AlignVCenter, text)
            left = float(names)
            painter.setPen(Qt.PenStyle.NoPen)
            for part in PARTS:
                width = room * self._part(part, index) / most
                painter.fillRect(QRectF(left, top + (_ROW - _BAR) / 2, width, _BAR), part_color(part))
                left += width
            painter.setPen(theme().color("text"))
            where = QRectF(left + 6, top, _NUMBERS, _ROW)
            painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, f"{self.total(index):,}")
        if len(self._names) > _MOST_BARS:
            more = tr("and {count:,} more classes", count=len(self._names) - _MOST_BARS)
            painter.drawText(QRectF(0, _ROW * _MOST_BARS, self.width(), _ROW), Qt.AlignmentFlag.AlignVCenter, more)
        painter.end()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            index = event.pos().y() // _ROW
            QToolTip.showText(event.globalPos(), self.tip(index) if 0 <= index < len(self._names) else "", self)
            return True
        return super().event(event)
