"""Which data set: a field that opens a list in groups, with a box to search it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout

from playground.core.language import mark, tr
from playground.training.datasets import DATASETS, DatasetKind, Group
from playground.ui.theme import CAPTION, theme
from playground.ui.widgets.editors import Editor

GROUPS: dict[Group, str] = {
    "points": mark("Points"), "images": mark("Images"), "table": mark("Tables"),
    "sequences": mark("Sequences"), "text": mark("Text"),
    "own": mark("Your own files"),
}  # fmt: skip
_NAME = Qt.ItemDataRole.UserRole
_WIDTH, _HEIGHT = 320, 420


def grouped() -> Iterator[tuple[str, list[type[DatasetKind]]]]:
    """Titles of groups with their data sets, in the order of the window."""
    for group, title in GROUPS.items():
        kinds = [kind for kind in DATASETS.values() if kind.group == group]
        if kinds:
            yield title, kinds


class DatasetEditor(Editor):
    """Shows the title of a data set; a click, Space or Down opens the list."""

    def __init__(self) -> None:
        super().__init__()
        self.field = _Field()
        self.popup = DatasetList(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.field)
        self.setFocusProxy(self.field)
        self.field.clicked.connect(self.open_list)
        self.popup.chosen.connect(self.choose)

    @Slot()
    def open_list(self) -> None:
        """Under the field, or over it where there is no room below."""
        self.popup.open_at(self.field.mapToGlobal(QPoint(0, self.field.height() + 2)), str(self._value))

    @Slot(str)
    def choose(self, name: str) -> None:
        """As a click on the list does."""
        if name != self._value:
            self.begin_sweep()
            self._tell(name)
            self._render(True)

    def _render(self, changed: bool) -> None:
        kind = DATASETS.get(str(self._value))
        self.field.setText(tr(kind.title) if kind else str(self._value))


class _Field(QPushButton):
    """Looks like the combo boxes beside it."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "chooser")
        self.setStyleSheet("text-align: left; padding: 4px 22px 4px 10px;")

    def sizeHint(self) -> QSize:
        return QSize(120, 28)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, 28)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().color("muted"), 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        x, y = self.width() - 14.0, self.height() / 2
        painter.drawPolyline([QPointF(x - 4, y - 2), QPointF(x, y + 2), QPointF(x + 4, y - 2)])


class DatasetList(QFrame):
    """All data sets under the headings of their groups; typing leaves those whose title or summary has every word."""

    chosen = Signal(str)

    def __init__(self, parent: Editor) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("look", "popup")
        self.search, self.list = QLineEdit(), QListWidget()
        self.search.setPlaceholderText(tr("Search data sets"))
        self.search.setAccessibleName(tr("Search data sets"))
        self.list.setAccessibleName(tr("Data sets"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        layout.addWidget(self.search)
        layout.addWidget(self.list, 1)
        for title, kinds in grouped():
            self._add_heading(title)
            for kind in kinds:
                self._add_kind(kind)
        self.search.textChanged.connect(self._on_search)
        self.search.installEventFilter(self)
        self.list.itemClicked.connect(self._on_item)
        self.list.itemActivated.connect(self._on_item)

    def open_at(self, place: QPoint, name: str) -> None:
        """With the data set ``name`` in sight, and the keyboard in the search box."""
        room = self.screen().availableGeometry()
        height = min(_HEIGHT, max(room.bottom() - place.y() - 8, 200))
        self.resize(_WIDTH, height)
        self.move(min(place.x(), room.right() - _WIDTH - 8), min(place.y(), room.bottom() - height - 8))
        self.search.clear()
        self.show()
        self.search.setFocus()
        for item in self._items():
            if item.data(_NAME) == name:
                self.list.setCurrentItem(item)
                self.list.scrollToItem(item, QListWidget.ScrollHint.PositionAtCenter)

    def found(self) -> list[str]:
        """Names of the data sets that are in the list now."""
        return [str(item.data(_NAME)) for item in self._items() if item.data(_NAME) and not item.isHidden()]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows and Enter in the search box act on the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self._move(1 if event.key() == Qt.Key.Key_Down else -1)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._on_item(self.list.currentItem())
                return True
        return super().eventFilter(watched, event)

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _add_heading(self, title: str) -> None:
        item = QListWidgetItem(title)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setFont(theme().font(CAPTION, bold=True))
        self.list.addItem(item)

    def _add_kind(self, kind: type[DatasetKind]) -> None:
        item = QListWidgetItem(tr(kind.title))
        item.setData(_NAME, kind.name)
        item.setToolTip(tr(kind.summary))
        self.list.addItem(item)

    def _move(self, step: int) -> None:
        rows = [row for row, item in enumerate(self._items()) if item.data(_NAME) and not item.isHidden()]
        if rows:
            now = self.list.currentRow()
            later = [row for row in rows if (row - now) * step > 0]
            self.list.setCurrentRow((later[0] if step > 0 else later[-1]) if later else now)

    @Slot(str)
    def _on_search(self, text: str) -> None:
        words, heading = text.lower().split(), None
        for item in self._items():
            kind = DATASETS.get(str(item.data(_NAME)))
            if kind is None:
                heading = item
                item.setHidden(True)
                continue
            told = f"{tr(kind.title)} {kind.name} {tr(kind.summary)} {tr(GROUPS[kind.group])}".lower()
            item.setHidden(not all(word in told for word in words))
            if heading is not None and not item.isHidden():
                heading.setHidden(False)
        if words:
            self.list.setCurrentRow(-1)
            self._move(1)

    @Slot(object)
    def _on_item(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(_NAME):
            self.hide()
            self.chosen.emit(str(item.data(_NAME)))
