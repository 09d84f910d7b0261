"""The open project and its undo history. No Qt: the window wraps it, scripts use it as it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from playground.core.edits import Edit
from playground.core.language import tr
from playground.core.project import Project

Listener = Callable[[Project, Project], None]


@dataclass(frozen=True, slots=True)
class Step:
    """One entry of the history: its menu name and the projects around it."""

    text: str
    before: Project
    after: Project


class Document:
    """Holds the current project; tells listeners ``(before, after)`` at each change."""

    def __init__(self, project: Project | None = None) -> None:
        self._project = project or Project(title=tr("Untitled"))
        self._listeners: list[Listener] = []

    @property
    def project(self) -> Project:
        return self._project

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call ``listener`` at each change; the result unsubscribes it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def preview(self, edit: Edit) -> Step:
        """The step that ``edit`` would make, without making it. Raises ``EditRefused``."""
        return Step(edit.text, self._project, edit.apply(self._project))

    def show(self, project: Project) -> None:
        """Make ``project`` the current one (an edit, undo, redo or another file)."""
        before, self._project = self._project, project
        if before is not project:
            for listener in tuple(self._listeners):
                listener(before, project)
