"""What Run and Reset do: Run begins, goes on or pauses, whichever there is; a run that is left is offered again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from playground.core.language import tr
from playground.ui.actions import Actions
from playground.ui.lookback.going_back import GoingBack
from playground.ui.run_controller import RunController


class RunActions(QObject):
    """``save_bundle`` is offered where weights would be lost."""

    def __init__(
        self,
        controller: RunController,
        actions: Actions,
        going_back: GoingBack,
        save_bundle: Callable[[], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._controller, self._actions = controller, actions
        self._going_back, self._save_bundle = going_back, save_bundle
        actions.run.triggered.connect(self._on_run)
        actions.reset.triggered.connect(self._on_reset)

    @Slot()
    def begin(self) -> None:
        """From a panel that has nothing to show: never a pause, which Run is while there is a run."""
        if self._actions.run.isEnabled() and not self._controller.can["pause"]:
            self._on_run()

    @Slot()
    def _on_run(self) -> None:
        controller = self._controller
        if controller.can["pause"]:
            controller.pause()
        elif controller.state == "paused" and not controller.edited:
            controller.run()
        else:
            self._going_back.leave(controller.run, tr("Run"), self._save_bundle)

    @Slot()
    def _on_reset(self) -> None:
        self._going_back.leave(self._controller.reset, tr("Reset"), self._save_bundle)
