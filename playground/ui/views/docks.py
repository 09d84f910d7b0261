"""Opens and closes views: each is made once, when it is first wanted, and lives until the window does."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from playground.training.check import Check
from playground.ui.plots.panel import PlotsPanel
from playground.ui.settings import settings
from playground.ui.views.bench import Bench
from playground.ui.views.catalogue import VIEWS, entry
from playground.ui.views.view import View


class Docks(QObject):
    """``opened`` tells the name of a view that came to the front."""

    opened = Signal(str)

    def __init__(self, bench: Bench, panel: PlotsPanel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bench, self._panel = bench, panel
        self._views: dict[str, View] = {}
        self._open: list[str] = []
        panel.close_wanted.connect(self._on_close_wanted)
        self.menu = QMenu("&Views", panel)
        self.menu.setToolTipsVisible(True)
        self.menu.aboutToShow.connect(self._fill_menu)
        if VIEWS:
            panel.strip.set_add_menu(self.menu)

    def restore(self) -> None:
        """Open what was open when the program ended, behind what is in front."""
        for name in settings().open_views:
            if name in {each.name for each in VIEWS}:
                self._add(name)

    @property
    def open_views(self) -> dict[str, View]:
        """Those that are open, by name."""
        return {name: self._views[name] for name in self._open}

    @Slot(str)
    def open(self, name: str, target: object = None) -> View:
        """Bring a view to the front. Raises ``KeyError`` for one that does not exist."""
        view = self._add(name)
        self.opened.emit(name)
        self._panel.show_tab(view)
        if target is not None:
            view.turn_to(target)
        return view

    def close(self, name: str) -> None:
        """Take a view away; what it holds is there when it is opened again."""
        if name in self._open:
            self._open.remove(name)
            self._panel.remove_tab(self._views[name])
            settings().open_views = self._open

    def _add(self, name: str) -> View:
        if name not in self._views:
            self._views[name] = entry(name).make(self._bench)
        if name not in self._open:
            self._open.append(name)
            self._panel.add_tab(self._views[name], entry(name).title, closable=True)
            settings().open_views = self._open
        return self._views[name]

    @Slot()
    def _fill_menu(self) -> None:
        """Views that the project has nothing for are there too, and say what it lacks."""
        self.menu.clear()
        check: Check = self._bench.session.check
        for each in VIEWS:
            action = self.menu.addAction(each.title)
            lacks = each.lacks(check)
            action.setEnabled(not lacks)
            action.setToolTip(lacks or each.help)
            action.setData(each.name)
            action.triggered.connect(self._on_chosen)

    @Slot()
    def _on_chosen(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.open(str(action.data()))

    @Slot(object)
    def _on_close_wanted(self, widget: QWidget) -> None:
        for name in [name for name, view in self._views.items() if view is widget]:
            self.close(name)
