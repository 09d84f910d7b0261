"""A row of tabs with a page for each: tabs can be added, taken away and moved to another row."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QWidget

from playground.ui.widgets.tab_strip import TabStrip


class TabbedPages(QObject):
    """Whoever uses it lays out ``strip`` and ``pages``; tab and page of the same place go together."""

    came_to_front = Signal(int)
    close_wanted = Signal(object)  # the widget of a closable tab
    menu_wanted = Signal(object, QPoint)  # right-clicked: the widget of the tab, where on the screen

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._keeper = parent
        self.strip, self.pages = TabStrip(), Pages()
        self._added: dict[QWidget, Scrolled] = {}
        self.strip.bar.currentChanged.connect(self._on_current)
        self.strip.close_wanted.connect(self._on_close)
        self.strip.menu_wanted.connect(self._on_menu)

    @property
    def widgets(self) -> list[QWidget]:
        """Those that were added, in the order of their tabs."""
        return sorted(self._added, key=self.place)

    @property
    def front(self) -> QWidget | None:
        """The widget whose tab is in front, if it was added."""
        page = self.pages.currentWidget()
        return next((widget for widget, scrolled in self._added.items() if scrolled is page), None)

    def add(self, widget: QWidget, title: str, *, closable: bool = False, widest: str = "") -> None:
        """At the end. ``widest`` is a title that may come."""
        page = self._added[widget] = Scrolled(widget)
        self.pages.addWidget(page)
        widget.show()
        self.strip.add_tab(title, closable=closable, widest=widest)

    def remove(self, widget: QWidget) -> None:
        """The widget stays with the keeper, unseen, until it is added somewhere."""
        index, page = self.place(widget), self._added.pop(widget)
        with QSignalBlocker(self.strip.bar):  # page and tab go together
            page.takeWidget()
            widget.hide()
            widget.setParent(self._keeper)
            self.pages.removeWidget(page)
            page.deleteLater()
            self.strip.remove_tab(index)
        self._on_current(self.strip.bar.currentIndex())

    def show(self, widget: QWidget) -> None:
        self.strip.bar.setCurrentIndex(self.place(widget))

    def set_title(self, widget: QWidget, title: str) -> None:
        self.strip.set_title(self.place(widget), title)

    def place(self, widget: QWidget) -> int:
        """Raises ``KeyError`` for a widget that was not added."""
        return self.pages.indexOf(self._added[widget])

    def __contains__(self, widget: object) -> bool:
        return widget in self._added

    @Slot(int)
    def _on_current(self, index: int) -> None:
        self.pages.setCurrentIndex(index)
        self.came_to_front.emit(index)

    @Slot(int)
    def _on_close(self, index: int) -> None:
        widget = self._widget_at(index)
        if widget is not None:
            self.close_wanted.emit(widget)

    @Slot(int, QPoint)
    def _on_menu(self, index: int, where: QPoint) -> None:
        widget = self._widget_at(index)
        if widget is not None:
            self.menu_wanted.emit(widget, where)

    def _widget_at(self, index: int) -> QWidget | None:
        return next((widget for widget in self._added if self.place(widget) == index), None)


class Pages(QStackedWidget):
    """As small as one likes: what a tab needs must not widen the column in which it stands."""

    def minimumSizeHint(self) -> QSize:
        return QSize(1, 1)


class Scrolled(QScrollArea):
    """``content`` as large as the area; where that is too little even for what it can shrink to, one scrolls."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._content = content
        self.setWidget(content)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Some contents shrink only when they are told of their width: they are asked for their least after that."""
        if self.widget() is not None:
            self._content.resize(self.viewport().size())
        super().resizeEvent(event)
