"""New from task, and the learning-rate finder: dialogs that are made when they are first wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

if TYPE_CHECKING:
    from playground.ui.lr_finder import RateFinder
    from playground.ui.main_window import MainWindow


class TaskActions(QObject):
    """Acts on the window's session."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.finder: RateFinder | None = None

    @Slot()
    def new_from_task(self) -> None:
        """Ask for task and data, and show the network that suits them."""
        from playground.ui.dialogs.new_project import NewProjectDialog

        dialog = NewProjectDialog(self._window)

        def show() -> None:
            if dialog.project is not None:
                self._window.files.show_new(dialog.project)

        dialog.accepted.connect(show)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()  # a sheet of this window: the others, and what is being trained, go on

    @Slot()
    def find_rate(self) -> None:
        """Open the finder and let it search, unless it is at it already."""
        window = self._window
        if self.finder is None:
            from playground.ui.lr_finder import RateFinder

            self.finder = RateFinder(window.session, window.controller, window)
        fresh = not self.finder.isVisible()
        self.finder.show()
        self.finder.activateWindow()
        if fresh:
            self.finder.search()
