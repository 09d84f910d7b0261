"""Every action of the menus with its text, shortcut and tip. What they do is connected by the window."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QUndoStack

from playground.ui.link_choices import SHOWS, TIPS, TITLES
from playground.ui.settings import THEMES

_Key = QKeySequence.StandardKey


@dataclass(frozen=True, slots=True)
class _Described:
    text: str
    keys: tuple[QKeySequence.StandardKey | str, ...] = ()
    tip: str = ""
    checkable: bool = False


_TABLE: dict[str, _Described] = {
    "new": _Described("&New", (_Key.New,), "Start an empty project"),
    "new_from_task": _Described("New from &task…", ("Ctrl+Shift+N",), "Choose what to learn, and from which data"),
    "open": _Described("&Open…", (_Key.Open,), "Open a project or a trained bundle"),
    "save": _Described("&Save", (_Key.Save,), "Save the project"),
    "save_as": _Described("Save &as…", ("Ctrl+Shift+S",), "Save the project under another name"),
    "save_bundle": _Described("Save trained &bundle…", ("Ctrl+B",), "Project, trained weights and history in one file"),
    "import_onnx": _Described("&ONNX model…", (), "A network with its weights, from an .onnx file"),
    "export": _Described("&Export…", ("Ctrl+E", "Ctrl+Shift+E"), "Model, source or weights for other programs"),
    "quit": _Described("&Quit", (_Key.Quit, "Ctrl+Q")),
    "cut": _Described("Cu&t", (_Key.Cut,)),
    "copy": _Described("&Copy", (_Key.Copy,)),
    "paste": _Described("&Paste", (_Key.Paste,)),
    "duplicate": _Described("&Duplicate", ("Ctrl+D",)),
    "group": _Described("&Group into block", ("Ctrl+G",), "Put the selected layers into a network of their own"),
    "ungroup": _Described("&Ungroup", ("Ctrl+Shift+G",), "Put a block's layers where it stands"),
    "enter_block": _Described("Enter &block", (), "See the inside of the selected block; Esc goes back"),
    "delete": _Described("De&lete", ("Del", "Backspace")),
    "select_all": _Described("Select &all", (_Key.SelectAll,)),
    "find": _Described("&Find a layer kind", (_Key.Find,)),
    "zoom_in": _Described("Zoom &in", (_Key.ZoomIn, "Ctrl+=")),
    "zoom_out": _Described("Zoom &out", (_Key.ZoomOut,)),
    "zoom_reset": _Described("&Actual size", ("Ctrl+0",)),
    "fit": _Described("&Fit the network", ("Ctrl+1",)),
    "show_palette": _Described("&Palette", ("F6",), checkable=True),
    "show_inspector": _Described("&Inspector", ("F7",), checkable=True),
    "show_plots": _Described("P&lots", ("F8",), checkable=True),
    "live_previews": _Described(
        "Live pre&views", ("Ctrl+L",), "Show on every card what its layer makes of a sample", checkable=True
    ),
    "close_view": _Described("&Close view", ("Ctrl+W",), "The one in front under the canvas"),
    "start_page": _Described("&Start page", ("Ctrl+Home",), checkable=True),
    "run": _Described("&Run", ("F5", "Ctrl+R"), "Train the network"),
    "step": _Described("&Step", ("F10",), "Train one batch, then pause"),
    "stop": _Described("S&top", ("Shift+F5",), "End the run; its weights stay"),
    "train_on": _Described("Train &on", (), "Go on from the trained weights; as many epochs again when all are done"),
    "reset": _Described("R&eset", ("Ctrl+Shift+R",), "Put the run by; the next one starts from the same weights"),
    "find_rate": _Described("&Find learning rate…", (), "Try many rates on a copy of the network"),
    "evaluate": _Described("&Evaluate", ("F9",), "Look at every sample of a part of the data with the weights of now"),
    "predict": _Described("&Predict…", ("Shift+F9",), "Draw, paste or open what the network shall judge"),
    "shortcuts": _Described("&Keyboard shortcuts", ("F1",)),
    "about": _Described("&About Neural Playground"),
}


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
    quit: QAction
    cut: QAction
    copy: QAction
    paste: QAction
    duplicate: QAction
    group: QAction
    ungroup: QAction
    enter_block: QAction
    delete: QAction
    select_all: QAction
    find: QAction
    zoom_in: QAction
    zoom_out: QAction
    zoom_reset: QAction
    fit: QAction
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
    shortcuts: QAction
    about: QAction

    # Those that need a network on the canvas, and those of the run (which the run's state decides).
    ON_CANVAS = (
        "cut", "copy", "paste", "duplicate", "group", "ungroup", "enter_block", "delete", "select_all", "find",
        "zoom_in", "zoom_out", "zoom_reset", "fit", "show_palette", "show_inspector", "show_plots", "live_previews",
        "close_view",
    )  # fmt: skip
    ON_PROJECT = ("save", "save_as", "find_rate", "evaluate", "predict")
    OF_RUN = ("run", "step", "stop", "train_on", "reset")

    def __init__(self, undo_stack: QUndoStack, parent: QObject | None = None) -> None:
        super().__init__(parent)
        for name, described in _TABLE.items():
            setattr(self, name, _make(described, self))
        self.undo = undo_stack.createUndoAction(self, "&Undo")
        self.undo.setShortcuts([QKeySequence(_Key.Undo)])
        self.undo.setProperty("title", "Undo")  # without the edit that it would take back
        self.redo = undo_stack.createRedoAction(self, "&Redo")
        self.redo.setShortcuts(_sequences((_Key.Redo, "Ctrl+Y")))
        self.redo.setProperty("title", "Redo")
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)
        self.about.setMenuRole(QAction.MenuRole.AboutRole)
        self.theme_group = QActionGroup(self)
        for name in THEMES:
            action = QAction({"system": "As the &system", "light": "&Light", "dark": "&Dark"}[name], self)
            action.setCheckable(True)
            action.setData(name)
            self.theme_group.addAction(action)
        self.links_group = QActionGroup(self)
        for shows in SHOWS:
            action = QAction(f"&{TITLES[shows]}", self)
            action.setCheckable(True)
            action.setData(shows)
            action.setToolTip(TIPS[shows])
            self.links_group.addAction(action)

    def all(self) -> list[QAction]:
        """Every action, in the order of the menus."""
        return [*(getattr(self, name) for name in _TABLE), self.undo, self.redo]

    def enable(self, names: tuple[str, ...], enabled: bool) -> None:
        for name in names:
            getattr(self, name).setEnabled(enabled)


def _make(described: _Described, parent: QObject) -> QAction:
    action = QAction(described.text, parent)
    action.setShortcuts(_sequences(described.keys))
    action.setCheckable(described.checkable)
    if described.tip:
        action.setToolTip(described.tip)
        action.setStatusTip(described.tip)
    return action


def _sequences(keys: tuple[QKeySequence.StandardKey | str, ...]) -> list[QKeySequence]:
    """Standard keys as the system has them; the same sequence only once."""
    found: list[QKeySequence] = []
    for key in keys:
        known = [QKeySequence(key)] if isinstance(key, str) else QKeySequence.keyBindings(key)
        found += [sequence for sequence in known if sequence not in found]
    return found
