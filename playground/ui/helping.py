"""Help in the window: a panel at its right side, what F1 means where one is, and what the buttons of pages do."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QSplitter

from playground.core.presets import preset_path
from playground.ui.help_port import attach, selected_topic, topic_at
from playground.ui.settings import settings

if TYPE_CHECKING:
    from playground.ui.help.blocks import Action
    from playground.ui.help.pages import Context
    from playground.ui.help.panel import HelpPanel
    from playground.ui.main_window import MainWindow

WIDTH, LEAST_WIDTH = 384, 300
_SOON = 120  # milliseconds after the last edit that a page with numbers of the project follows


class Helping(QObject):
    """The panel is made when a page is wanted first, and stands beside everything else: it covers nothing.

    In a narrow window the palette makes room for it, and is there again when it goes.
    """

    def __init__(self, window: MainWindow, splitter: QSplitter) -> None:
        super().__init__(window)
        self._window, self._splitter = window, splitter
        self._panel: HelpPanel | None = None
        self._set_aside = False  # the palette
        self._views: tuple[str, tuple[str, ...]] = ("", ())  # title of a preset that is being opened, views for it
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self._refresh)
        attach(window, self.open)
        session = window.session
        for signal in (session.selection_changed, session.changed, session.network_changed):
            signal.connect(self._on_changed)
        session.opened.connect(self._on_opened)
        window.warmed_up.connect(self._load)

    def _load(self) -> None:
        """While a person looks around: the modules of the first page, so that F1 does not wait for them."""
        import playground.ui.help.layer_pages
        import playground.ui.help.panel  # noqa: F401

    @property
    def panel(self) -> HelpPanel:
        if self._panel is None:
            from playground.ui.help.panel import HelpPanel

            self._panel = HelpPanel(self.context)
            self._panel.act_wanted.connect(self.do)
            self._panel.close_wanted.connect(self.close)
            self._panel.hide()
            self._splitter.addWidget(self._panel)
            self._splitter.setStretchFactor(0, 1)
            self._splitter.setCollapsible(0, False)
            self._splitter.setCollapsible(1, False)
            self._splitter.splitterMoved.connect(self._on_moved)
        return self._panel

    @property
    def is_open(self) -> bool:
        return self._panel is not None and not self._panel.isHidden()

    def here(self) -> None:
        """F1: the page of what has the keyboard or is selected; the contents where that has none."""
        wanted = topic_at(QApplication.focusWidget())
        if not wanted and self._window.on_workbench and not self.is_open:
            wanted = selected_topic(self._window.session)
        self.open(wanted)

    def show_contents(self) -> None:
        """All pages."""
        self.panel.show_contents()
        self._show()

    def open(self, wanted: str = "") -> None:
        """Show a page; "" the contents, or again what was read last when the panel was closed in between."""
        panel = self.panel
        if wanted or not panel.visited:
            panel.open(wanted)
        elif self.is_open:
            panel.show_contents()
        if panel.isHidden():
            self._show()

    def close(self) -> None:
        """Take the panel away; what was read is there again next time."""
        if self._panel is not None:
            inside = self._panel.isAncestorOf(QApplication.focusWidget() or self._window)
            self._panel.hide()
            self._give_back()
            if inside and self._window.on_workbench:
                self._window.canvas.view.setFocus()

    def context(self) -> Context:
        """What pages may tell numbers of."""
        from playground.ui.help.pages import Context

        session = self._window.session
        if not self._window.on_workbench:
            return Context()
        chosen = [node for node in session.graph.nodes if node.id in session.selection]
        if len(chosen) != 1:
            return Context(session.project)
        return Context(session.project, chosen[0], session.inference.facts.get(chosen[0].id))

    # --- what buttons of pages do ---

    def do(self, action: Action) -> None:
        """Put a layer on the canvas, use a kind, show where it stands, or open a preset."""
        acts: dict[str, Callable[[Action], None]] = {
            "add": self._add, "use": self._use, "show": self._reveal, "try": self._try,
        }  # fmt: skip
        acts[action.act](action)
        self._refresh()

    def _add(self, action: Action) -> None:
        if not self._window.on_workbench:
            self._window.show_workbench()
        self._window.canvas.view.add_layer(action.what)

    def _use(self, action: Action) -> None:
        from playground.ui.help.using import edit_for

        if not self._window.on_workbench:
            self._window.show_workbench()
        self._window.session.do(edit_for(self._window.session.project, action.what))
        self._reveal(action)

    def _reveal(self, action: Action) -> None:
        """The tab of the inspector in which it is set."""
        group, _, name = action.what.partition(":")
        record = name.partition(".")[0]
        data = group == "data" or record in ("DataSettings", "Preparation", "Augmentation")
        if not self._window.on_workbench:
            self._window.show_workbench()
        self._window.workbench.show_settings("Data" if data else "Training")

    def _try(self, action: Action) -> None:
        path = preset_path(action.what)
        if path is None:
            return
        from playground.ui.help.theory_pages import preset_title

        self._views = (preset_title(action.what), action.views)
        self._window.files.open_path(path)

    def _on_opened(self) -> None:
        title, views = self._views
        self._views = ("", ())
        if title and self._window.session.project.title == title:
            QTimer.singleShot(0, self, lambda: self._open_views(views))
        self._soon.start()

    def _open_views(self, views: tuple[str, ...]) -> None:
        if self._window.on_workbench:
            for view in views:
                self._window.workbench.open_view(view)

    # --- following ---

    def _on_changed(self, *_: Any) -> None:
        if self.is_open:
            self._soon.start()

    def _refresh(self) -> None:
        if self._panel is not None:
            self._panel.refresh()

    def _show(self) -> None:
        panel = self.panel
        panel.show()
        wide = settings().panel_size("help", WIDTH, LEAST_WIDTH)
        room = self._splitter.width()
        self._splitter.setSizes([max(1, room - wide), wide])
        self._make_room()

    def _make_room(self) -> None:
        """What one reads about and what one works on stay: the canvas and the inspector."""
        shown = self._window.menu_actions.show_palette
        if self._window.on_workbench and shown.isChecked() and self._window.workbench.is_narrow:
            self._window.workbench.fold_for_now(shown, away=True)
            self._set_aside = True

    def _give_back(self) -> None:
        if self._set_aside:
            self._window.workbench.fold_for_now(self._window.menu_actions.show_palette, away=False)
            self._set_aside = False

    def _on_moved(self, _position: int, _index: int) -> None:
        if self._panel is not None and self._panel.width() >= LEAST_WIDTH:
            settings().set_panel_size("help", self._panel.width())
