"""Where tabs stand: under the canvas, beside those, or in windows of their own; and which views are open.

A view is made when it is first wanted, and lives until the window does.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from PySide6.QtCore import QObject, QPoint, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from playground.core.language import mark, tr
from playground.training.check import Check
from playground.ui.plots.panel import PlotsPanel
from playground.ui.settings import settings
from playground.ui.views.bench import Bench
from playground.ui.views.beside import Beside
from playground.ui.views.catalogue import VIEWS, entry
from playground.ui.views.own_window import OwnWindow
from playground.ui.views.view import View
from playground.ui.widgets.tabbed_pages import TabbedPages

Place = Literal["left", "right", "window"]
_WORDS: dict[Place, str] = {
    "left": mark("Move under the canvas"), "right": mark("Show beside the others"),
    "window": mark("Open in its own window"),
}  # fmt: skip


@dataclass
class _Dock:
    """A tab that can be moved; one that is not ``closable`` is always somewhere. Closed, it has no ``place``.

    ``widest`` is a title that may come.
    """

    name: str
    widget: QWidget
    title: str
    closable: bool
    place: Place | None = None
    widest: str = ""


class Docks(QObject):
    """``opened`` tells the name of a tab that came to the front, ``unfold`` that the panel must be seen for it."""

    opened = Signal(str)

    def __init__(self, bench: Bench, panel: PlotsPanel, beside: Beside, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bench, self._panel, self._beside = bench, panel, beside
        self._docks: dict[str, _Dock] = {}
        self._windows: dict[QWidget, OwnWindow] = {}
        self._places, self._restored = _remembered(), False
        self._rows: dict[Place, TabbedPages] = {"left": panel.tabbed, "right": beside.tabbed}
        for row in self._rows.values():
            row.close_wanted.connect(self._on_close_wanted)
            row.menu_wanted.connect(self._on_menu_wanted)
        menu = QMenu(tr("Views"), panel)
        self.offer_in(menu)
        panel.strip.set_add_menu(menu)

    # --- what others use ---

    def add(self, name: str, widget: QWidget, title: str, widest: str = "") -> None:
        """A tab of the shell's, which is always there."""
        self._docks[name] = dock = _Dock(name, widget, title, closable=False, widest=widest)
        self._put(dock, "left")

    def offer_in(self, menu: QMenu) -> None:
        """Have ``menu`` list the views whenever it opens."""
        menu.setToolTipsVisible(True)
        menu.aboutToShow.connect(lambda: self._fill(menu))

    def restore(self) -> None:
        """Once, when there is a window around it: what was open elsewhere when the program ended is there again, behind
        what is in front.
        """
        if self._restored:
            return
        self._restored = True
        known = {each.name for each in VIEWS}
        for name, place in tuple(self._places.items()):
            if name in known and name not in self._docks:
                self._put(self._view_dock(name), place)
            elif name in self._docks and self._docks[name].place not in (None, place):
                self._take(self._docks[name])
                self._put(self._docks[name], place)

    def show_windows(self, shown: bool) -> None:
        """Windows of tabs are there with the page to which they belong."""
        for window in self._windows.values():
            window.setVisible(shown)

    @property
    def open_views(self) -> dict[str, View]:
        """Those that are open, by name."""
        views = ((dock.name, dock.widget) for dock in self._docks.values() if dock.place is not None)
        return {name: widget for name, widget in views if isinstance(widget, View)}

    def place_of(self, name: str) -> Place | None:
        """None for what is not open."""
        return self._docks[name].place if name in self._docks else None

    def window_of(self, name: str) -> OwnWindow | None:
        return self._windows.get(self._docks[name].widget) if name in self._docks else None

    def open(self, name: str, target: object = None) -> View:
        """Bring a view to the front. Raises ``KeyError`` for one that does not exist."""
        dock = self._docks.get(name) or self._view_dock(name)
        if dock.place is None:
            self._put(dock, self._places.get(name, "left"))
        self.show(dock.widget)
        assert isinstance(dock.widget, View)
        if target is not None:
            dock.widget.turn_to(target)
        return dock.widget

    def show(self, widget: QWidget) -> None:
        """Bring a tab to the front, wherever it stands."""
        dock = self._dock_of(widget)
        if dock.place == "window":
            window = self._windows[widget]
            window.show()
            window.raise_()
            window.activateWindow()
        elif dock.place is not None:
            self._rows[dock.place].show(widget)
            self.opened.emit(dock.name)

    def set_title(self, widget: QWidget, title: str) -> None:
        dock = self._dock_of(widget)
        dock.title = title
        if dock.place in self._rows:
            self._rows[dock.place].set_title(widget, title)
        elif widget in self._windows:
            self._windows[widget].setWindowTitle(title)

    def move(self, name: str, place: Place) -> None:
        """To another place, in front of what stands there."""
        dock = self._docks[name]
        if dock.place != place:
            self._take(dock)
            self._put(dock, place)
            self._remember()
        self.show(dock.widget)

    def close(self, name: str) -> None:
        """Take a view away; what it holds is there when it is opened again."""
        dock = self._docks.get(name)
        if dock is not None and dock.closable and dock.place is not None:
            self._take(dock)
            self._remember()

    def close_front(self) -> None:
        """The view in front of the row that has the keyboard, else of the left one; a tab that must stay stays."""
        has_keyboard = self._beside.isVisible() and self._beside.isAncestorOf(self._beside.focusWidget() or self._panel)
        widget = self._rows["right" if has_keyboard else "left"].front
        if widget is not None:
            self.close(self._dock_of(widget).name)

    # --- putting and taking ---

    def _view_dock(self, name: str) -> _Dock:
        found = entry(name)
        if name not in self._docks:
            self._docks[name] = _Dock(name, found.make(self._bench), tr(found.title), closable=True)
        return self._docks[name]

    def _put(self, dock: _Dock, place: Place) -> None:
        dock.place = place
        if place == "window":
            window = OwnWindow(dock.widget, dock.name, dock.title, self._panel.window())
            window.closed.connect(self._on_window_closed)
            window.back_wanted.connect(self._on_back_wanted)
            self._windows[dock.widget] = window
            window.show()
        else:
            self._rows[place].add(dock.widget, dock.title, closable=dock.closable, widest=dock.widest)
            self._beside.follow()
        self._remember()

    def _take(self, dock: _Dock) -> None:
        place, dock.place = dock.place, None
        if place == "window":
            widget = self._windows.pop(dock.widget).give_back()
            widget.hide()
            widget.setParent(self._panel)
        elif place is not None:
            self._rows[place].remove(dock.widget)
            self._beside.follow()

    def _remember(self) -> None:
        if not self._restored:
            return
        self._places |= {dock.name: dock.place for dock in self._docks.values() if dock.place is not None}
        settings().open_views = [f"{d.name}:{d.place}" for d in self._docks.values() if _worth_it(d)]

    def _dock_of(self, widget: QWidget) -> _Dock:
        return next(dock for dock in self._docks.values() if dock.widget is widget)

    # --- what a person chooses ---

    def _fill(self, menu: QMenu) -> None:
        """Views that the project has nothing for are there too, and say what it lacks."""
        menu.clear()
        check: Check = self._bench.session.check
        for each in VIEWS:
            action = menu.addAction(tr(each.title))
            lacks = each.lacks(check, self._bench.session.project)
            action.setEnabled(not lacks)
            action.setToolTip(lacks or tr(each.help))
            action.setData(each.name)
            action.triggered.connect(self._on_chosen)

    @Slot()
    def _on_chosen(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._bench.open_view(str(action.data()), None)

    @Slot(object)
    def _on_close_wanted(self, widget: QWidget) -> None:
        self.close(self._dock_of(widget).name)

    @Slot(object, QPoint)
    def _on_menu_wanted(self, widget: QWidget, where: QPoint) -> None:
        dock, menu = self._dock_of(widget), QMenu(self._panel)
        for place, words in _WORDS.items():
            if place != dock.place:
                menu.addAction(tr(words)).triggered.connect(lambda _on, to=place: self.move(dock.name, to))
        if dock.closable:
            menu.addSeparator()
            menu.addAction(tr("Close {title}", title=dock.title)).triggered.connect(lambda: self.close(dock.name))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(where)

    @Slot(object)
    def _on_window_closed(self, widget: QWidget) -> None:
        """A view is closed with its window; another tab goes back to its row."""
        dock = self._dock_of(widget)
        if dock.closable:
            self.close(dock.name)
        else:
            self.move(dock.name, "left")

    @Slot(object)
    def _on_back_wanted(self, widget: QWidget) -> None:
        self.move(self._dock_of(widget).name, "left")


def _worth_it(dock: _Dock) -> bool:
    """Whether a start could not know it: a view that is open, or a tab that was moved."""
    return dock.place is not None and (dock.closable or dock.place != "left")


def _remembered() -> dict[str, Place]:
    """Names with places; what else the settings file holds is passed over."""
    found: dict[str, Place] = {}
    for text in settings().open_views:
        name, _, place = text.partition(":")
        for known in get_args(Place):
            if place == known:
                found[name] = known
    return found
