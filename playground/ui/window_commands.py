"""What the menus do with the program itself: commands, settings, themes, language, windows, lessons, About."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QApplication

from playground.core.language import LANGUAGES, spoken_language, tr
from playground.ui.settings import settings
from playground.ui.speaking import language_for
from playground.ui.starting_again import start_again
from playground.ui.theme import theme

if TYPE_CHECKING:
    from playground.ui.command_palette.popup import CommandPalette
    from playground.ui.lessons.guide import Guide
    from playground.ui.main_window import MainWindow


class WindowCommands(QObject):
    """Each part is made when it is first wanted: nothing of it is needed for the first picture."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        actions = window.menu_actions
        for action in actions.theme_group.actions():
            action.setChecked(action.data() == settings().theme)
        actions.theme_group.triggered.connect(self._on_theme)
        actions.commands.triggered.connect(self._on_commands)
        actions.preferences.triggered.connect(self._on_preferences)
        actions.shortcuts.triggered.connect(self._on_shortcuts)
        actions.about.triggered.connect(self._on_about)
        actions.new_window.triggered.connect(self._on_new_window)
        actions.quit.triggered.connect(QApplication.closeAllWindows)  # each asks about unsaved work; one may stay
        window.menus.lessons.aboutToShow.connect(self._fill_lessons)

    @cached_property
    def palette(self) -> CommandPalette:
        from playground.ui.command_palette.popup import CommandPalette

        return CommandPalette(self._window)

    @cached_property
    def lessons(self) -> Guide:
        from playground.ui.lessons.guide import Guide

        return Guide(self._window)

    @Slot()
    def _on_commands(self) -> None:
        self.palette.open_palette()

    @Slot()
    def _on_preferences(self) -> None:
        from playground.ui.preferences.dialog import PreferencesDialog

        dialog = PreferencesDialog(self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.show()

    @Slot()
    def _on_shortcuts(self) -> None:
        from playground.ui.dialogs.shortcuts import ShortcutsDialog

        dialog = ShortcutsDialog(self._window.menuBar(), self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.show()

    @Slot()
    def _on_about(self) -> None:
        from playground.ui.dialogs.about import AboutDialog

        worker = self._window.worker_facts
        device = ", ".join(worker.devices.values()) if worker else tr("… (the training process starts)")
        dialog = AboutDialog(device, self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.show()

    @Slot()
    def _on_theme(self) -> None:
        name = str(self._window.menu_actions.theme_group.checkedAction().data())
        settings().theme = name
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)  # every widget is drawn anew
        try:
            theme().apply(cast("QApplication", QApplication.instance()), None if name == "system" else name)
        finally:
            QApplication.restoreOverrideCursor()

    @Slot()
    def _on_new_window(self) -> None:
        from playground.ui.windows import new_window

        new_window(self._window, in_thread=self._window.in_thread).show()

    @Slot()
    def _fill_lessons(self) -> None:
        from playground.ui.lessons.catalogue import LESSONS

        menu = self._window.menus.lessons
        menu.clear()
        menu.setToolTipsVisible(True)
        for lesson in LESSONS:
            action = menu.addAction(tr(lesson.title))
            action.setToolTip(tr(lesson.summary))
            action.triggered.connect(lambda _on=False, name=lesson.name: self.lessons.start(name))

    def change_language(self, name: str) -> None:
        """Speak it from the next start on: the texts of what is open are made already."""
        settings().language = name
        coming = language_for(name)
        if coming == spoken_language():
            self._window.messages.clear("language")
            return
        text = tr("Neural Playground speaks {language} from its next start.", language=LANGUAGES[coming])
        choice = (tr("Start again now"), start_again)
        self._window.messages.show_message(text, "info", [choice], key="language")
