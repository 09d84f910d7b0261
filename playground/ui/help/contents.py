"""The list of pages: all of them by group and family, or what a search has found."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QTreeWidget, QTreeWidgetItem, QTreeWidgetItemIterator, QWidget

from playground.core.language import tr
from playground.ui.drawn_icons import family_icon
from playground.ui.help.topics import GROUPS, Topic
from playground.ui.theme import theme
from playground.ui.widgets.empty_state import EmptyState

_KEY = Qt.ItemDataRole.UserRole
_OPEN_AT_FIRST = ("theory",)


class Contents(QStackedWidget):
    """``chosen`` tells the key of a page, on a click and on Enter."""

    chosen = Signal(str)
    left_upwards = Signal()

    def __init__(self, topics: Sequence[Topic], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._topics = tuple(topics)
        self._opened = set(_OPEN_AT_FIRST)
        self._searching = False
        self.tree = _Tree()
        self._nothing = EmptyState("search", "")
        self.addWidget(self.tree)
        self.addWidget(self._nothing)
        self.tree.page_chosen.connect(self.chosen)
        self.tree.left_upwards.connect(self.left_upwards)
        self.tree.itemExpanded.connect(lambda item: self._on_turned(item, opened=True))
        self.tree.itemCollapsed.connect(lambda item: self._on_turned(item, opened=False))
        theme().changed.connect(self._redraw)

    @property
    def first(self) -> str:
        """The key of the best hit; "" while nothing is searched for, or found."""
        top = self.tree.topLevelItem(0)
        return str(top.data(0, _KEY) or "") if self._searching and top is not None else ""

    def keys(self) -> list[str]:
        """The pages that are listed, from above."""
        return [key for item in self.tree.all_items() if (key := str(item.data(0, _KEY) or ""))]

    def show_all(self) -> None:
        """Groups, and in those that have them sections; open as they were left."""
        self._searching = False
        self.setCurrentWidget(self.tree)
        self.tree.clear()
        self.tree.setRootIsDecorated(True)
        parents: dict[tuple[str, str], QTreeWidgetItem] = {}
        for topic in self._topics:
            parent = self._parent(parents, topic.group, "")
            if topic.section:
                parent = self._parent(parents, topic.group, topic.section)
            parent.addChild(_item(topic, topic.title))
        for (group, section), item in parents.items():
            item.setExpanded(f"{group}/{section}".rstrip("/") in self._opened)

    def show_found(self, topics: Sequence[Topic], text: str) -> None:
        """The hits of a search as they come, each with its group; words where there are none."""
        self._searching = True
        self.tree.clear()
        self.tree.setRootIsDecorated(False)  # nothing opens here
        for topic in topics:
            self.tree.addTopLevelItem(_item(topic, f"{topic.title}  ·  {tr(GROUPS[topic.group])}"))
        if topics:
            self._choose_first()
        else:
            self._nothing.setText(tr("No page matches “{text}”.", text=text))
        self.setCurrentWidget(self.tree if topics else self._nothing)

    def enter_from_above(self) -> None:
        """Take the keyboard at the first row."""
        if not self.tree.currentIndex().isValid():
            self._choose_first()
        self.tree.setFocus(Qt.FocusReason.TabFocusReason)

    def _choose_first(self) -> None:
        self.tree.setCurrentIndex(self.tree.model().index(0, 0))

    def _parent(self, known: dict[tuple[str, str], QTreeWidgetItem], group: str, section: str) -> QTreeWidgetItem:
        if (group, section) not in known:
            words = tr(section.capitalize()) if section else tr(GROUPS[group])
            made = known[group, section] = QTreeWidgetItem([words])
            made.setData(0, _KEY + 1, f"{group}/{section}".rstrip("/"))
            font = theme().font(bold=not section)
            made.setFont(0, font)
            if section:
                known[group, ""].addChild(made)
            else:
                self.tree.addTopLevelItem(made)
        return known[group, section]

    def _on_turned(self, item: QTreeWidgetItem, *, opened: bool) -> None:
        name = str(item.data(0, _KEY + 1) or "")
        (self._opened.add if opened else self._opened.discard)(name)

    def _redraw(self) -> None:
        """The signs in the colours of another theme."""
        if not self._searching and self.tree.topLevelItemCount():
            self.show_all()


class _Tree(QTreeWidget):
    page_chosen = Signal(str)
    left_upwards = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setHeaderHidden(True)
        self.setAccessibleName(tr("Pages of help"))
        self.setIndentation(16)
        self.setUniformRowHeights(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setExpandsOnDoubleClick(False)
        self.clicked.connect(self._on_clicked)

    def all_items(self) -> list[QTreeWidgetItem]:
        """Every row, from above, whether its heading is open or not."""
        found = []
        rows = QTreeWidgetItemIterator(self)
        while (item := rows.value()) is not None:
            found.append(item)
            rows += 1
        return found

    def _on_clicked(self, index: QModelIndex) -> None:
        """A heading opens and closes; a page is shown."""
        item = self.itemFromIndex(index)
        key = str(item.data(0, _KEY) or "")
        if key:
            self.page_chosen.emit(key)
        else:
            item.setExpanded(not item.isExpanded())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and current.isValid():
            self._on_clicked(current)
        elif event.key() == Qt.Key.Key_Up and current == self.model().index(0, 0):
            self.left_upwards.emit()
        else:
            super().keyPressEvent(event)


def _item(topic: Topic, text: str) -> QTreeWidgetItem:
    made = QTreeWidgetItem([text])
    made.setData(0, _KEY, topic.key)
    made.setToolTip(0, topic.summary)
    if topic.family:
        made.setIcon(0, family_icon(topic.family, theme().family_line(topic.family)))
    return made
