"""Single steps of a task that has parts: one of them learns, or all do. Beside Step, in the toolbar and in the menu."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from playground.core.language import mark, tr
from playground.training.tasks import task_of
from playground.ui.actions import Actions
from playground.ui.project_session import ProjectSession
from playground.ui.run_controller import RunController
from playground.ui.toolbar import Toolbar


class StepMenu(QObject):
    """Follows the project's task: a GAN has "Step generator", "Step discriminator" and "Step both"."""

    def __init__(
        self,
        session: ProjectSession,
        controller: RunController,
        toolbar: Toolbar,
        actions: Actions,
        train_menu: QMenu,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session, self._controller, self._toolbar, self._actions = session, controller, toolbar, actions
        self._train_menu = train_menu
        self._parts: tuple[tuple[str, str], ...] = ()
        self._made: list[QAction] = []
        self.menu = QMenu(toolbar)
        session.checked.connect(self._follow_task)
        actions.step.changed.connect(self._follow_step)
        self._follow_task()

    @property
    def actions(self) -> list[QAction]:
        """Those of the parts; none for a task that has none."""
        return self._made

    @Slot()
    def _follow_task(self) -> None:
        parts = task_of(self._session.project).parts
        if parts == self._parts:
            return
        self._parts = parts
        for action in self._made:
            self._train_menu.removeAction(action)
            self.menu.removeAction(action)
            action.deleteLater()
        every = [("", mark("both") if len(parts) == 2 else mark("all"))] if parts else []
        self._made = [self._action(name, title) for name, title in [*parts, *every]]
        self._train_menu.insertActions(self._actions.stop, self._made)
        self.menu.addActions(self._made)
        self._toolbar.step_button.setMenu(self.menu if parts else None)  # type: ignore[arg-type]
        self._follow_step()

    def _action(self, part: str, title: str) -> QAction:
        said = tr(title)
        action = QAction(tr("Step {part}", part=f"{said[0].lower()}{said[1:]}"), self)
        action.setData(part)
        told = tr("One batch, then pause")
        if part:
            told = tr("One batch in which the {part} alone learns, then pause", part=said.lower())
        action.setToolTip(told)
        action.setStatusTip(told)
        action.triggered.connect(self._on_triggered)
        return action

    @Slot()
    def _follow_step(self) -> None:
        for action in self._made:
            action.setEnabled(self._actions.step.isEnabled())

    @Slot()
    def _on_triggered(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._controller.step_part(str(action.data()))
