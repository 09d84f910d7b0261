"""The sums under the columns of the analysis table, in place whatever is scrolled."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHeaderView, QWidget

from playground.core.language import tr
from playground.training.analysis import Analysis
from playground.ui.analysis.columns import COLUMNS
from playground.ui.theme import theme
from playground.ui.widgets.numbers import counted

_HEIGHT, _MARGIN = 28, 9


class TotalsBar(QWidget):
    """Follows ``header``: its widths, its order, how far it is scrolled."""

    def __init__(self, header: QHeaderView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._header = header
        self._texts: tuple[str, ...] = ()
        self.setFixedHeight(_HEIGHT)
        for signal in (header.sectionResized, header.sectionMoved, header.geometriesChanged):
            signal.connect(self.follow)
        theme().changed.connect(self.update)

    def follow(self, *_sizes: int) -> None:
        """The columns stand elsewhere now."""
        self.update()

    def show_totals(self, analysis: Analysis) -> None:
        count = len(analysis.rows)
        told = counted(count, "layer")
        self._texts = (
            told, *(_shown(column.total(analysis.total), analysis) if column.total else "" for column in COLUMNS[1:])
        )  # fmt: skip
        said = [
            f"{tr(column.heading)} {text}" for column, text in zip(COLUMNS, self._texts, strict=True) if column.number
        ]
        self.setAccessibleName(tr("Total: {told}, {names}", told=told, names=", ".join(said)))
        self.update()

    @property
    def texts(self) -> tuple[str, ...]:
        """What stands under each column."""
        return self._texts

    def sizeHint(self) -> QSize:
        return QSize(100, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QPen(theme().color("line"), 1))
        painter.drawLine(QPointF(0, 0.5), QPointF(self.width(), 0.5))
        painter.setPen(theme().color("text"))
        painter.setFont(theme().font(13, bold=True))
        for section, text in enumerate(self._texts):
            if not text or self._header.isSectionHidden(section):
                continue
            left, width = self._header.sectionViewportPosition(section), self._header.sectionSize(section)
            place = QRectF(left + _MARGIN, 0, width - 2 * _MARGIN, self.height())
            side = Qt.AlignmentFlag.AlignRight if COLUMNS[section].number else Qt.AlignmentFlag.AlignLeft
            painter.drawText(place, side | Qt.AlignmentFlag.AlignVCenter, text)


def _shown(total: str, analysis: Analysis) -> str:
    """A sum over half of a network would be taken for the whole."""
    return total if analysis.complete else "—"
