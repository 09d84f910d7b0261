"""The list of layers under its headings: paints the rows, drags them out."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import (
    QEvent,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QDrag, QKeyEvent, QMouseEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from playground.core.graph import Node
from playground.core.layer import REGISTRY
from playground.ui.canvas.card_painter import card_pixmap
from playground.ui.canvas.geometry import CARD_HEIGHT, CARD_WIDTH
from playground.ui.canvas.view import PALETTE_MIME
from playground.ui.palette.entries import Kind, by_family
from playground.ui.theme import BODY, CAPTION, theme

TYPE, FAMILY = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
ROW_HEIGHT, HEADING_HEIGHT = 28, 26
Index = QModelIndex | QPersistentModelIndex


class LayerList(QListView):
    """Rows of layer kinds. ``chosen`` on double-click and Enter."""

    chosen = Signal(str)
    left_upwards = Signal()  # Up on the first row

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pressed: str | None = None  # the type under the mouse when it was pressed
        self.setModel(QStandardItemModel(self))
        self.setItemDelegate(RowDelegate(self))
        self.setAccessibleName("Layers")
        self.setMouseTracking(True)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(self._on_double_click)
        theme().changed.connect(self.viewport().update)

    def show_kinds(self, kinds: list[Kind]) -> None:
        """List ``kinds`` under their families."""
        model = self._rows()
        model.clear()
        for family, members in by_family(kinds).items():
            heading = QStandardItem(family.capitalize())
            heading.setFlags(Qt.ItemFlag.NoItemFlags)
            model.appendRow(heading)
            for kind in members:
                row = QStandardItem(kind.title)
                row.setData(kind.type_name, TYPE)
                row.setData(family, FAMILY)
                row.setToolTip(f"<b>{escape(kind.title)}</b><br>{escape(kind.summary)}")
                row.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled)
                model.appendRow(row)

    def _rows(self) -> QStandardItemModel:
        model = self.model()
        assert isinstance(model, QStandardItemModel)
        return model

    def type_names(self) -> list[str]:
        """The types listed, from above."""
        rows = [self.model().index(row, 0).data(TYPE) for row in range(self.model().rowCount())]
        return [name for name in rows if name is not None]

    def index_of(self, type_name: str) -> QModelIndex:
        """The row of a type; invalid when it is not listed."""
        found = self.model().match(self.model().index(0, 0), TYPE, type_name, 1, Qt.MatchFlag.MatchExactly)
        return found[0] if found else QModelIndex()

    def enter_from_above(self) -> None:
        """Take the focus at the first row."""
        names = self.type_names()
        if names:
            self.setCurrentIndex(self.index_of(names[0]))
            self.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        name = self.currentIndex().data(TYPE)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and name is not None:
            self.chosen.emit(name)
        elif event.key() == Qt.Key.Key_Up and self.type_names()[:1] == [name]:
            self.left_upwards.emit()
        else:
            super().keyPressEvent(event)

    def _on_double_click(self, index: QModelIndex) -> None:
        if index.data(TYPE) is not None:
            self.chosen.emit(index.data(TYPE))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = self.indexAt(event.position().toPoint()).data(TYPE)
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A pull that began on a heading or beside the rows is no drag: Qt would drag the row chosen before."""
        if not event.buttons() or self._pressed is not None:
            super().mouseMoveEvent(event)

    def startDrag(self, actions: Qt.DropAction) -> None:
        name = self._pressed
        kind = REGISTRY.get(name) if name is not None else None
        if name is None or kind is None:
            return
        drag = QDrag(self)
        drag.setMimeData(mime_data(name))
        drag.setPixmap(card_pixmap(Node(id=f"{kind.id_stem}1", type=name), self.devicePixelRatioF()))
        drag.setHotSpot(QPoint(CARD_WIDTH // 2 + 8, CARD_HEIGHT // 2 + 8))
        drag.exec(Qt.DropAction.CopyAction)
        # The drag took the mouse away unseen, and Qt still tells of the move that began it: that row would stay lit.
        QTimer.singleShot(0, self, self._forget_hover)

    def _forget_hover(self) -> None:
        QApplication.sendEvent(self.viewport(), QEvent(QEvent.Type.Leave))
        self.viewport().update()


def mime_data(type_name: str) -> QMimeData:
    """What a drag of this layer carries."""
    data = QMimeData()
    data.setData(PALETTE_MIME, type_name.encode("utf-8"))
    return data


class RowDelegate(QStyledItemDelegate):
    """A quiet heading, or a square in the family's colour and the title."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        if index.data(TYPE) is None:
            return QSize(100, HEADING_HEIGHT + (0 if index.row() == 0 else 4))
        return QSize(100, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colors, box = theme(), QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.data(TYPE) is None:
            painter.setFont(colors.font(CAPTION, bold=True))
            painter.setPen(colors.color("muted"))
            align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
            painter.drawText(box.adjusted(4, 0, -4, -5), align, index.data(Qt.ItemDataRole.DisplayRole))
        else:
            self._paint_row(painter, option, index, box)
        painter.restore()

    def _paint_row(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, box: QRectF) -> None:
        colors = theme()
        focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if selected or hovered:
            painter.setPen(colors.color("accent") if focus else colors.color("line"))
            painter.setBrush(colors.color("raised"))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors.family(index.data(FAMILY)))
        painter.drawRoundedRect(QRectF(box.left() + 6, box.center().y() - 6, 12, 12), 3, 3)
        painter.setFont(colors.font(BODY))
        painter.setPen(colors.color("text"))
        room = box.adjusted(26, 0, -6, 0)
        text = painter.fontMetrics().elidedText(index.data(), Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
