"""Every action of the menus with its text, shortcut and tip. What they do is connected by the window."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QUndoStack

from playground.core.language import mark, tr
from playground.ui.action_table import OTHER_WORDS, TABLE, Described
from playground.ui.link_choices import SHOWS, TIPS, TITLES
from playground.ui.settings import THEMES

_THEME_TITLES = {
    "system": mark("As the &system"), "light": mark("&Light"), "dark": mark("&Dark"),
    "contrast-light": mark("High &contrast, light"), "contrast-dark": mark("High contrast, d&ark"),
}  # fmt: skip


class Actions(QObject):
    """The actions as attributes; ``theme_group`` and ``links_group`` hold one checkable action for each choice."""

    new: QAction
    new_from_task: QAction
    open: QAction
    save: QAction
    save_as: QAction
    save_bundle: QAction
    import_onnx: QAction
    export: QAction
    export_picture: QAction
    quit: QAction
    cut: QAction
    copy: QAction
    copy_text: QAction
    copy_code: QAction
    copy_picture: QAction
    paste: QAction
    duplicate: QAction
    group: QAction
    ungroup: QAction
    enter_block: QAction
    add_layer: QAction
    replace: QAction
    take_out: QAction
    delete_heal: QAction
    link_from: QAction
    link_to: QAction
    next_link: QAction
    previous_link: QAction
    follow_forward: QAction
    follow_back: QAction
    go_left: QAction
    go_right: QAction
    go_up: QAction
    go_down: QAction
    frame: QAction
    note: QAction
    collapse: QAction
    fit_frame: QAction
    arrange: QAction
    arrange_right: QAction
    arrange_down: QAction
    arrange_rows: QAction
    align_left: QAction
    align_center: QAction
    align_right: QAction
    align_top: QAction
    align_middle: QAction
    align_bottom: QAction
    distribute_across: QAction
    distribute_down: QAction
    turn: QAction
    delete: QAction
    select_all: QAction
    select_alike: QAction
    find_network: QAction
    find_next: QAction
    find_previous: QAction
    find: QAction
    zoom_in: QAction
    zoom_out: QAction
    zoom_reset: QAction
    fit: QAction
    fit_selection: QAction
    overview: QAction
    show_palette: QAction
    show_inspector: QAction
    show_plots: QAction
    live_previews: QAction
    close_view: QAction
    start_page: QAction
    run: QAction
    step: QAction
    stop: QAction
    train_on: QAction
    reset: QAction
    find_rate: QAction
    evaluate: QAction
    predict: QAction
    commands: QAction
    preferences: QAction
    new_window: QAction
    help: QAction
    help_contents: QAction
    shortcuts: QAction
    about: QAction

    # Those that need a network on the canvas, and those of the run (which the run's state decides).
    ON_CANVAS = (
        "cut", "copy", "paste", "duplicate", "group", "ungroup", "enter_block", "delete", "select_all", "find",
        "select_alike", "copy_text", "copy_code", "copy_picture", "export_picture", "find_network", "find_next",
        "find_previous", "frame", "note", "collapse", "fit_frame", "add_layer", "replace", "take_out", "delete_heal",
        "link_from", "link_to", "next_link", "previous_link", "follow_forward", "follow_back", "go_left", "go_right",
        "go_up", "go_down",
        "zoom_in", "zoom_out", "zoom_reset", "fit", "fit_selection", "overview",
        "show_palette", "show_inspector", "show_plots", "live_previews",
        "close_view",
    )  # fmt: skip
    ON_PROJECT = ("save", "save_as", "find_rate", "evaluate", "predict")
    OF_RUN = ("run", "step", "stop", "train_on", "reset")

    def __init__(self, undo_stack: QUndoStack, parent: QObject | None = None) -> None:
        super().__init__(parent)
        for name, described in TABLE.items():
            action = _make(described, self)
            action.setProperty("words", tr(OTHER_WORDS[name]) if name in OTHER_WORDS else "")
            setattr(self, name, action)
        self.undo = undo_stack.createUndoAction(self, tr("&Undo"))
        self.undo.setShortcuts([QKeySequence(QKeySequence.StandardKey.Undo)])
        self.undo.setProperty("title", tr("Undo"))  # without the edit that it would take back
        self.redo = undo_stack.createRedoAction(self, tr("&Redo"))
        self.redo.setShortcuts(_sequences((QKeySequence.StandardKey.Redo, "Ctrl+Y")))
        self.redo.setProperty("title", tr("Redo"))
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)
        self.about.setMenuRole(QAction.MenuRole.AboutRole)
        self.theme_group = QActionGroup(self)
        for name in THEMES:
            action = QAction(tr(_THEME_TITLES[name]), self)
            action.setCheckable(True)
            action.setData(name)
            self.theme_group.addAction(action)
        self.links_group = QActionGroup(self)
        for shows in SHOWS:
            action = QAction(f"&{tr(TITLES[shows])}", self)
            action.setCheckable(True)
            action.setData(shows)
            action.setToolTip(tr(TIPS[shows]))
            self.links_group.addAction(action)

    def all(self) -> list[QAction]:
        """Every action, in the order of the menus."""
        return [*(getattr(self, name) for name in TABLE), self.undo, self.redo]

    def enable(self, names: tuple[str, ...], enabled: bool) -> None:
        for name in names:
            getattr(self, name).setEnabled(enabled)


def _make(described: Described, parent: QObject) -> QAction:
    action = QAction(tr(described.text), parent)
    action.setShortcuts(_sequences(described.keys))
    action.setCheckable(described.checkable)
    if described.tip:
        action.setToolTip(tr(described.tip))
        action.setStatusTip(tr(described.tip))
    return action


def _sequences(keys: tuple[QKeySequence.StandardKey | str, ...]) -> list[QKeySequence]:
    """Standard keys as the system has them; the same sequence only once."""
    found: list[QKeySequence] = []
    for key in keys:
        known = [QKeySequence(key)] if isinstance(key, str) else QKeySequence.keyBindings(key)
        found += [sequence for sequence in known if sequence not in found]
    return found
