"""The list of layers under its headings: folds them, drags layers out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QDrag, QKeyEvent, QMouseEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListView, QMenu, QWidget

from playground.core.graph import Node
from playground.core.language import tr
from playground.core.layer import REGISTRY
from playground.ui.canvas.card_painter import card_pixmap
from playground.ui.canvas.drops import mime_data
from playground.ui.canvas.entries import PREFIX
from playground.ui.canvas.geometry import CARD_HEIGHT, CARD_WIDTH
from playground.ui.help_port import open_topic
from playground.ui.palette.entries import Entry, by_family, heading
from playground.ui.palette.rows import FAMILY, FOLDED, KEY, NOTE, RowDelegate
from playground.ui.theme import theme

_ENABLED = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class LayerList(QListView):
    """Rows of entries. ``chosen`` on double-click and Enter; a click, Enter or arrow keys fold a heading."""

    chosen = Signal(str)
    left_upwards = Signal()  # Up on the first row
    folds_changed = Signal(object)  # frozenset of the folded families

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pressed: str | None = None  # the entry under the mouse when it was pressed
        self._folded: frozenset[str] = frozenset()
        self.setModel(QStandardItemModel(self))
        self.setItemDelegate(RowDelegate(self))
        self.setAccessibleName(tr("Layers"))
        self.setMouseTracking(True)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(self._on_double_click)
        theme().changed.connect(self.viewport().update)

    # --- rows ---

    def show_families(self, entries: Iterable[Entry], folded: frozenset[str]) -> None:
        """List ``entries`` under the headings of their families."""
        self._folded = folded
        place, current = self.verticalScrollBar().value(), self.currentIndex().data(KEY)
        model = self._rows()
        model.clear()
        for family, members in by_family(entries).items():
            head = QStandardItem(heading(family))
            head.setFlags(_ENABLED)
            head.setData(family, FAMILY)
            head.setData(str(len(members)), NOTE)
            model.appendRow(head)
            for entry in members:
                model.appendRow(_row(entry, entry.package))
        self._hide_folded()
        self.setCurrentIndex(self.index_of(current) if current is not None else QModelIndex())
        self.verticalScrollBar().setValue(place)

    def show_found(self, entries: Sequence[Entry]) -> None:
        """List ``entries`` as they come, each with its family at the right."""
        model = self._rows()
        model.clear()
        for entry in entries:
            model.appendRow(_row(entry, entry.package or heading(entry.family)))

    def _rows(self) -> QStandardItemModel:
        model = self.model()
        assert isinstance(model, QStandardItemModel)
        return model

    def keys(self) -> list[str]:
        """The entries listed, from above, folded ones too."""
        rows = [self.model().index(row, 0).data(KEY) for row in range(self.model().rowCount())]
        return [key for key in rows if key is not None]

    def index_of(self, key: str) -> QModelIndex:
        """The row of an entry; invalid when it is not listed."""
        found = self.model().match(self.model().index(0, 0), KEY, key, 1, Qt.MatchFlag.MatchExactly)
        return found[0] if found else QModelIndex()

    # --- folding ---

    def fold(self, family: str, *, folded: bool) -> None:
        """Hide or show the rows under a heading."""
        wanted = self._folded | {family} if folded else self._folded - {family}
        if wanted != self._folded:
            self._folded = wanted
            self._hide_folded()
            self.folds_changed.emit(wanted)

    def _hide_folded(self) -> None:
        model = self._rows()
        for row in range(model.rowCount()):
            index = model.index(row, 0)
            folded = index.data(FAMILY) in self._folded
            if index.data(KEY) is None:
                model.setData(index, folded, FOLDED)
            elif self.isRowHidden(row) != folded:
                self.setRowHidden(row, folded)

    def _fold_at(self, index: QModelIndex, *, folded: bool | None = None) -> None:
        """Fold the section of a row; None turns it over. The heading becomes the current row."""
        family = index.data(FAMILY)
        heads = [i for i in self._headings() if i.data(FAMILY) == family]
        if heads:
            self.setCurrentIndex(heads[0])
            self.fold(family, folded=family not in self._folded if folded is None else folded)

    def _headings(self) -> list[QModelIndex]:
        rows = (self.model().index(row, 0) for row in range(self.model().rowCount()))
        return [index for index in rows if index.data(KEY) is None]

    # --- keys ---

    def enter_from_above(self) -> None:
        """Take the focus at the first layer, or the first heading when all is folded."""
        shown = [row for row in range(self.model().rowCount()) if not self.isRowHidden(row)]
        rows = [self.model().index(row, 0) for row in shown]
        if rows:
            self.setCurrentIndex(next((index for index in rows if index.data(KEY) is not None), rows[0]))
            self.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index, key = self.currentIndex(), event.key()
        entry = index.data(KEY)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            if entry is not None:
                self.chosen.emit(entry)
            else:
                self._fold_at(index)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and index.isValid():
            self._fold_at(index, folded=key == Qt.Key.Key_Left)
        elif key == Qt.Key.Key_Up and index.row() <= 0:
            self.left_upwards.emit()
        else:
            super().keyPressEvent(event)

    def help_topic(self) -> str:
        """The page of the layer that is chosen, whether it is added or not."""
        key = self.currentIndex().data(KEY)
        return f"layer:{key}" if key is not None and not str(key).startswith(PREFIX) else ""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(event.pos()) if event.reason() == QContextMenuEvent.Reason.Mouse else self.currentIndex()
        key = index.data(KEY)
        if key is None:
            return
        self.setCurrentIndex(index)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("Add to the canvas"), lambda: self.chosen.emit(key))
        if topic := self.help_topic():
            menu.addAction(tr("Help on {what}", what=index.data()), lambda: open_topic(topic, self))
        menu.popup(event.globalPos())

    # --- mouse ---

    def _on_double_click(self, index: QModelIndex) -> None:
        if index.data(KEY) is not None:
            self.chosen.emit(index.data(KEY))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        self._pressed = index.data(KEY)
        if index.isValid() and self._pressed is None:
            if event.button() == Qt.MouseButton.LeftButton:
                self.fold(index.data(FAMILY), folded=index.data(FAMILY) not in self._folded)
            return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.indexAt(event.position().toPoint()).data(KEY) is None:
            self.mousePressEvent(event)  # the second of two quick clicks on a heading folds too
        else:
            super().mouseDoubleClickEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A pull that began on a heading or beside the rows is no drag: Qt would drag the row chosen before."""
        if not event.buttons() or self._pressed is not None:
            super().mouseMoveEvent(event)

    def startDrag(self, actions: Qt.DropAction) -> None:
        if self._pressed is None:
            return
        drag = QDrag(self)
        drag.setMimeData(mime_data(self._pressed))
        picture, ratio = card_pixmap(_shown_node(self._pressed), self.devicePixelRatioF()), self.devicePixelRatioF()
        picture.setDevicePixelRatio(2 * ratio)  # half as large, and above the pointer: the canvas shows where it goes
        drag.setPixmap(picture)
        drag.setHotSpot(QPoint(CARD_WIDTH // 2 + 12, CARD_HEIGHT // 2 + 12))
        drag.exec(Qt.DropAction.CopyAction)
        # The drag took the mouse away unseen, and Qt still tells of the move that began it: that row would stay lit.
        QTimer.singleShot(0, self, self._forget_hover)

    def _forget_hover(self) -> None:
        QApplication.sendEvent(self.viewport(), QEvent(QEvent.Type.Leave))
        self.viewport().update()


def _row(entry: Entry, note: str) -> QStandardItem:
    row = QStandardItem(entry.title)
    row.setData(entry.key, KEY)
    row.setData(entry.family, FAMILY)
    row.setData(note, NOTE)
    source = tr("<br><i>From the package {package}</i>", package=escape(entry.package)) if entry.package else ""
    row.setToolTip(f"<b>{escape(entry.title)}</b><br>{escape(entry.summary)}{source}")
    row.setFlags(_ENABLED | Qt.ItemFlag.ItemIsDragEnabled)
    return row


def _shown_node(key: str) -> Node:
    """A node that looks like what the entry adds."""
    if key.startswith(PREFIX):
        return Node(id="block1", type="Block", params={"network": key.removeprefix(PREFIX) or tr("New block")})
    kind = REGISTRY.get(key)
    return Node(id=f"{kind.id_stem if kind else 'layer'}1", type=key)
