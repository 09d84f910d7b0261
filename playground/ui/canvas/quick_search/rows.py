"""The rows of the search: a model of headings and hits, and how they are drawn."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from playground.core.language import tr
from playground.ui.canvas.quick_search.fits import Rank
from playground.ui.canvas.quick_search.hits import Hit
from playground.ui.drawn_icons import paint_family_icon
from playground.ui.palette.entries import heading
from playground.ui.theme import BODY, CAPTION, theme

Index = QModelIndex | QPersistentModelIndex
Row = Hit | str  # a heading is its text
HIT = Qt.ItemDataRole.UserRole
HIT_HEIGHT, HEADING_HEIGHT = 44, 28
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_WIDEST_NOTE = 0.45  # of the row


class Rows(QAbstractListModel):
    """Headings, which cannot be chosen, and hits."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Row] = []

    def show(self, rows: Iterable[Row]) -> None:
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def rowCount(self, _parent: Index | None = None) -> int:
        return len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role == HIT:
            return row if isinstance(row, Hit) else None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.entry.title if isinstance(row, Hit) else row
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(row) if isinstance(row, Hit) else row
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        enabled = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return enabled if isinstance(self.rows[index.row()], Hit) else Qt.ItemFlag.NoItemFlags

    def hits(self) -> list[int]:
        """The rows that can be chosen."""
        return [number for number, row in enumerate(self.rows) if isinstance(row, Hit)]


def spoken(hit: Hit) -> str:
    """What a screen reader says of a hit."""
    parts = [hit.entry.title, heading(hit.entry.family), hit.entry.summary, told(hit)]
    return ". ".join(part.rstrip(".") for part in parts if part)


def told(hit: Hit) -> str:
    """What it would give, or what does not fit; empty where nothing is known."""
    if hit.fit.rank is Rank.DOUBTFUL:
        return hit.fit.doubt
    return tr("Gives {shape}", shape=hit.fit.gives) if hit.fit.gives is not None else ""


class RowPainter(QStyledItemDelegate):
    """A quiet heading; or the family's sign, title and summary, and at the right what comes out or a warning."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, HIT_HEIGHT if index.data(HIT) is not None else HEADING_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, hit = QRectF(option.rect), index.data(HIT)
        if hit is None:
            painter.setFont(theme().font(CAPTION, bold=True))
            painter.setPen(theme().color("muted"))
            painter.drawText(box.adjusted(12, 4, -12, 0), _LEFT, str(index.data()))
        else:
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
            _paint_ground(painter, box, chosen=chosen, hovered=hovered)
            _paint_hit(painter, box, hit)
        painter.restore()


def _paint_ground(painter: QPainter, box: QRectF, *, chosen: bool, hovered: bool) -> None:
    if not chosen and not hovered:
        return
    colors = theme()
    painter.setPen(colors.color("accent") if chosen else Qt.PenStyle.NoPen)
    painter.setBrush(colors.color("accentSoft" if chosen else "bg"))
    painter.drawRoundedRect(box.adjusted(4.5, 0.5, -4.5, -0.5), 6, 6)


def _paint_hit(painter: QPainter, box: QRectF, hit: Hit) -> None:
    colors, family = theme(), hit.entry.family
    sign = QRectF(box.left() + 12, box.center().y() - 9, 18, 18)
    paint_family_icon(painter, sign, family, colors.family_line(family))
    text = box.adjusted(40, 4, -14, -4)
    note = _paint_note(painter, QRectF(text.left(), text.top(), text.width(), text.height() / 2), hit)
    upper = QRectF(text.left(), text.top(), text.width() - note, text.height() / 2)
    lower = QRectF(text.left(), upper.bottom(), text.width(), text.height() / 2)
    _line(painter, upper, colors.font(BODY, bold=True), "text", hit.entry.title)
    _line(painter, lower, colors.font(CAPTION), "muted", hit.entry.summary)


def _paint_note(painter: QPainter, room: QRectF, hit: Hit) -> float:
    """The shape that comes out, or a warning, at the right; how much room it takes."""
    doubtful = hit.fit.rank is Rank.DOUBTFUL
    note = tr("does not fit") if doubtful else f"→ {hit.fit.gives}" if hit.fit.gives is not None else ""
    note = note or hit.entry.package
    if not note:
        return 0.0
    painter.setFont(theme().font(CAPTION, mono=hit.fit.gives is not None and not doubtful))
    metrics = painter.fontMetrics()
    widest = int(room.width() * _WIDEST_NOTE)
    shown = metrics.elidedText(note, Qt.TextElideMode.ElideRight, widest)
    painter.setPen(theme().color("warn" if doubtful else "muted"))
    painter.drawText(room, _RIGHT, shown)
    return float(metrics.horizontalAdvance(shown) + 12)


def _line(painter: QPainter, room: QRectF, font: QFont, color: str, text: str) -> None:
    painter.setFont(font)
    painter.setPen(theme().color(color))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))
    painter.drawText(room, _LEFT, shown)
