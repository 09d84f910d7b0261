"""The menu bar, made of the actions."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar

from playground.core.language import tr
from playground.ui.actions import Actions
from playground.ui.settings import settings


class Menus(QObject):
    """Fills a menu bar; ``recent_chosen`` tells which file of "Open recent" was picked. ``views`` others fill."""

    recent_chosen = Signal(str)

    def __init__(self, bar: QMenuBar, actions: Actions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._recent = QMenu(tr("Open &recent"), bar)
        self._recent.aboutToShow.connect(self._fill_recent)
        imports = _menu(tr("&Import"), [actions.import_onnx], bar)
        themes = _menu(tr("&Theme"), actions.theme_group.actions(), bar)
        links = _menu(tr("Links sho&w"), actions.links_group.actions(), bar)
        links.setToolTipsVisible(True)
        a = actions
        copies = _menu(tr("Copy a&s"), [a.copy_text, a.copy_code, a.copy_picture], bar)
        wiring = _menu(tr("Walk and &wire"), [
            a.link_from, a.link_to, None, a.next_link, a.previous_link, a.follow_forward, a.follow_back, None,
            a.go_left, a.go_right, a.go_up, a.go_down,
        ], bar)  # fmt: skip
        arranging = _menu(tr("Arran&ge"), [
            a.arrange, None, a.arrange_right, a.arrange_down, a.arrange_rows, None,
            a.align_left, a.align_center, a.align_right, a.align_top, a.align_middle, a.align_bottom, None,
            a.distribute_across, a.distribute_down, None, a.turn,
        ], bar)  # fmt: skip
        grouping = _menu(tr("Blocks, frames and &notes"), [
            a.group, a.ungroup, a.enter_block, None, a.frame, a.note, a.collapse, a.fit_frame,
        ], bar)  # fmt: skip
        finding = _menu(tr("F&ind"), [a.find_network, a.find_next, a.find_previous, None, a.find], bar)
        self.lessons = QMenu(tr("&Lessons"), bar)
        self.views = QMenu(tr("Open &view"), bar)
        for title, entries in (
            (tr("&File"), (
                a.new, a.new_from_task, a.new_window, a.open, self._recent, imports, None,
                a.save, a.save_as, a.save_bundle, a.export, a.export_picture, None, a.quit,
            )),
            (tr("&Edit"), (
                a.undo, a.redo, None, a.cut, a.copy, copies, a.paste, a.duplicate, a.delete, a.delete_heal, None,
                a.add_layer, a.replace, a.take_out, wiring, grouping, arranging, None,
                a.select_all, a.select_alike, finding, None, a.preferences,
            )),
            (tr("&View"), (
                a.zoom_in, a.zoom_out, a.zoom_reset, a.fit, a.fit_selection, None,
                a.show_palette, a.show_inspector, a.show_plots, a.overview, None,
                a.live_previews, links, None, self.views, a.close_view, None, themes, a.start_page,
            )),
            (tr("&Train"), (
                a.run, a.step, a.stop, a.train_on, a.reset, None, a.find_rate, None, a.evaluate, a.predict,
            )),
            (tr("&Help"), (a.help, a.help_contents, self.lessons, None, a.commands, a.shortcuts, a.about)),
        ):  # fmt: skip
            menu = _menu(title, entries, bar)
            bar.addMenu(menu)
            if title == tr("&Train"):
                self.train = menu

    def _fill_recent(self) -> None:
        self._recent.clear()
        files = settings().recent_files
        for path in files:
            action = self._recent.addAction(f"{path.name}  —  {_short(path.parent)}")
            action.setData(str(path))
            action.triggered.connect(self._on_recent)
        if not files:
            self._recent.addAction(tr("No recent files")).setEnabled(False)
            return
        self._recent.addSeparator()
        self._recent.addAction(tr("Clear this list")).triggered.connect(settings().clear_recent)

    def _on_recent(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.recent_chosen.emit(str(action.data()))


def _menu(title: str, entries: Sequence[QAction | QMenu | None], parent: QMenuBar) -> QMenu:
    """``None`` is a line."""
    menu = QMenu(title, parent)
    for entry in entries:
        if entry is None:
            menu.addSeparator()
        elif isinstance(entry, QMenu):
            menu.addMenu(entry)
        else:
            menu.addAction(entry)
    return menu


def _short(folder: Path) -> str:
    """The folder with ~ for the person's home."""
    try:
        return str(Path("~") / folder.relative_to(Path.home()))
    except ValueError:
        return str(folder)
