"""All settings of the program, in their sections. Each applies at once, where its help does not say otherwise."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from playground.core.language import LANGUAGES, OFFERED, tr
from playground.ui.dialogs.files import ask_folder
from playground.ui.menu_texts import plain
from playground.ui.preferences.setting import Act, Choice, Setting, Switch
from playground.ui.settings import data_folder, log_folder, settings
from playground.ui.speaking import SYSTEM

if TYPE_CHECKING:
    from playground.ui.main_window import MainWindow


def sections(window: MainWindow) -> list[tuple[str, list[Setting]]]:
    """Heading → settings."""
    return [
        (tr("Appearance"), _appearance(window)),
        (tr("Canvas"), _canvas(window)),
        (tr("Files"), _files(window)),
        (tr("Privacy"), _privacy()),
    ]


def _appearance(window: MainWindow) -> list[Setting]:
    themes = window.menu_actions.theme_group.actions()
    languages = [(SYSTEM, tr("As the system")), *((name, LANGUAGES[name]) for name in OFFERED)]

    def choose_theme(name: str) -> None:
        next(action for action in themes if action.data() == name).trigger()

    return [
        Choice(
            tr("Theme"), tr("Colours of the whole window. High contrast draws borders instead of tints."),
            [(str(action.data()), plain(action.text())) for action in themes],
            lambda: settings().theme, choose_theme,
        ),
        Choice(
            tr("Language"), tr("What the program speaks. Names of layers and formulas stay as the field has them."),
            languages, lambda: settings().language, window.commands.change_language,
            note=tr("From the next start."),
        ),
        Switch(
            tr("Reduce motion"), tr("Nothing glides or fades: what changes is simply there."),
            lambda: settings().reduced_motion, lambda on: setattr(settings(), "reduced_motion", on),
        ),
    ]  # fmt: skip


def _canvas(window: MainWindow) -> list[Setting]:
    actions = window.menu_actions
    shows = actions.links_group.actions()

    def choose_shows(name: str) -> None:
        next(action for action in shows if action.data() == name).trigger()

    return [
        Switch(
            tr("Live previews"), tr("Every card shows what its layer makes of a sample."),
            actions.live_previews.isChecked, actions.live_previews.setChecked,
        ),
        Choice(
            tr("Links show"), tr("What the width of links stands for while a network is looked at."),
            [(str(action.data()), plain(action.text())) for action in shows],
            lambda: settings().links_show, choose_shows,
        ),
        Switch(
            tr("Snap to guides"), tr("Dragged layers snap to edges, centres and gaps of others. Ctrl suspends it."),
            lambda: settings().snapping, lambda on: setattr(settings(), "snapping", on),
        ),
    ]  # fmt: skip


def _files(window: MainWindow) -> list[Setting]:
    def locate() -> None:
        folder = ask_folder(window, tr("Folder with data sets"))
        if folder is not None:
            settings().data_dir = window.controller.data_dir = Path(folder)

    def forget() -> None:
        settings().data_dir = window.controller.data_dir = None

    return [
        Act(
            tr("Data sets"), tr("Where data sets such as MNIST are looked for before they are fetched."),
            tr("Choose…"), locate, lambda: str(settings().data_dir or data_folder()),
        ),
        Act(tr("Own folder of data sets"), tr("Look in the program's own folder again."), tr("Forget it"), forget),
        Act(
            tr("Recent files"), tr("Forget which files were opened; the files stay."), tr("Clear"),
            settings().clear_recent, lambda: tr("{count} remembered", count=len(settings().recent_files)),
        ),
        Act(
            tr("Log"), tr("What went wrong is written there; it helps with a report."), tr("Open folder"),
            lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(log_folder()))), lambda: str(log_folder()),
        ),
    ]  # fmt: skip


def _privacy() -> list[Setting]:
    return [
        Act(
            tr("Nothing leaves this machine"),
            tr("Networks, data and runs stay here. The only connections are downloads of data sets that you ask for."),
            "", lambda: None,
        ),
    ]  # fmt: skip
