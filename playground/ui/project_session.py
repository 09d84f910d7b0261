"""The open project as the window's widgets share it: document, undo stack, check, selection, file."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

from pydantic import ValidationError
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack
from shiboken6 import isValid

from playground.core.document import Document, Step
from playground.core.edits import Edit, EditRefused
from playground.core.files import save_project
from playground.core.graph import Graph, fault_from
from playground.core.infer import Inference
from playground.core.language import tr
from playground.core.problems import Problem
from playground.core.project import Project, View
from playground.training.check import Check, check
from playground.ui.following import followed

RUN = "run"  # the code of what a run found


class ProjectSession(QObject):
    """Widgets render ``project`` and ``check`` and send edits to ``do``; nothing else changes a project."""

    changed = Signal(object, object)  # Project before, Project after
    checked = Signal(object)  # Check of the project after
    selection_changed = Signal(object)  # frozenset of node ids of the active network
    network_changed = Signal(str)  # the active network's name
    done = Signal(object, object, object)  # an edit that was made anew, the Project before, the one after
    refused = Signal(str)  # why an edit was not made
    file_changed = Signal()  # path or saved state
    stepped = Signal(int)  # another place in the undo history; unlike the stack's own signal, silent once all is over
    opened = Signal()  # another project is shown; undo history is empty
    goto_requested = Signal(str, str)  # network, node id: show it on the canvas

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = Document()
        self._document.subscribe(self._on_document)
        self._network = self.project.main_network
        self._selection: frozenset[str] = frozenset()
        self._views: dict[str, View] = {}
        self._check = check(self.project)
        self.path: Path | None = None
        self.origin = uuid4().hex  # marks what is copied: a block pasted at home shows the network that is there
        self.undo_stack = QUndoStack(self)
        self.undo_stack.cleanChanged.connect(self._on_clean_changed)
        self.undo_stack.indexChanged.connect(self.stepped)

    def __del__(self) -> None:
        # A collector that frees the stack's wrapper before the session makes Python delete the commands, and Qt again.
        if isValid(self.undo_stack):
            self.undo_stack.blockSignals(True)
            self.undo_stack.clear()

    # --- reading ---

    @property
    def project(self) -> Project:
        return self._document.project

    @property
    def check(self) -> Check:
        return self._check

    @property
    def network(self) -> str:
        """Name of the network on the canvas."""
        return self._network

    @property
    def graph(self) -> Graph:
        return self.project.networks[self._network]

    @property
    def inference(self) -> Inference:
        return self._check.networks[self._network]

    @property
    def selection(self) -> frozenset[str]:
        return self._selection

    @property
    def dirty(self) -> bool:
        return not self.undo_stack.isClean()

    # --- changing ---

    def do(self, edit: Edit) -> bool:
        """Make an edit, undoable. False when it was refused (``refused`` says why) or changed nothing."""
        try:
            step = self._document.preview(edit)
        except EditRefused as error:
            self.refused.emit(str(error))
            return False
        except ValidationError as error:
            fault = fault_from(error)
            self.refused.emit(f"{fault.message[:1].upper()}{fault.message[1:]}.")
            return False
        if step.after == step.before:
            return False
        self.undo_stack.push(_StepCommand(self, step, edit.merge_key))
        self.done.emit(edit, step.before, step.after)
        return True

    def select(self, nodes: Iterable[str]) -> None:
        """Ids that the network does not have are dropped."""
        known = self.graph.by_id
        wanted = frozenset(node for node in nodes if node in known)
        if wanted != self._selection:
            self._selection = wanted
            self.selection_changed.emit(wanted)

    def show_network(self, name: str) -> None:
        if name != self._network and name in self.project.networks:
            self._network = name
            self._selection = frozenset()
            self.network_changed.emit(name)
            self.selection_changed.emit(self._selection)

    def go_to(self, network: str | None, node: str | None) -> None:
        """Show and select a node, from the Problems panel or a link in a message."""
        if network is not None:
            self.show_network(network)
        if node is not None and node in self.graph.by_id:
            self.select([node])
            self.goto_requested.emit(self._network, node)

    def note(self, problem: Problem | None) -> None:
        """Show what a run found wrong with a layer among the problems, until something that computes is changed.

        None takes it away again.
        """
        self.note_all(RUN, () if problem is None else (problem,))

    def note_all(self, code: str, noted: tuple[Problem, ...]) -> None:
        """As ``note``: from now on the problems of ``code`` are ``noted``."""
        problems = (*(known for known in self._check.problems if known.code != code), *noted)
        if problems != self._check.problems:
            self._check = replace(self._check, problems=problems)
            self.checked.emit(self._check)

    # --- files ---

    def open(self, project: Project, path: Path | None = None) -> None:
        """Show another project; the undo history starts anew."""
        self._views = dict(project.view)
        self._selection = frozenset()
        self._network = project.main_network
        self.path, self.origin = path, uuid4().hex
        self._document.show(project)
        self._network, self._views = project.main_network, dict(project.view)  # nothing of the other is followed
        self.undo_stack.clear()
        self.selection_changed.emit(self._selection)
        self.network_changed.emit(self._network)
        self.opened.emit()
        self.file_changed.emit()

    def save(self, path: Path) -> None:
        """Write the project with the views of its networks. Raises ``FileError``; then nothing has changed."""
        save_project(self.project.replace(view=self._kept_views()), path)
        self.path = path
        self.undo_stack.setClean()
        self.file_changed.emit()

    def view(self, network: str) -> View | None:
        """Where the person was looking; None when never set."""
        return self._views.get(network)

    def remember_view(self, network: str, view: View) -> None:
        """Not an edit: looking elsewhere makes nothing dirty."""
        self._views[network] = view

    def _kept_views(self) -> dict[str, View]:
        return {name: view for name, view in self._views.items() if name in self.project.networks}

    # --- inner ---

    def restore(self, project: Project) -> None:
        """For the commands of the undo stack alone: show a project of the history."""
        self._document.show(project)

    def _on_document(self, before: Project, after: Project) -> None:
        shown = self._follow_networks(before, after)
        # Moving a layer changes no shape: the check is of what computes.
        if not _same_computation(before, after):
            self._check = check(after, previous=self._check)
        if shown != self._network:
            self._network, self._selection = shown, frozenset()
            self.network_changed.emit(shown)
            self.selection_changed.emit(self._selection)
        self.changed.emit(before, after)
        self.checked.emit(self._check)
        self.select(self._selection)

    def _follow_networks(self, before: Project, after: Project) -> str:
        """The network to show when ``before`` became ``after``: renamed, gone with an undo, or new."""
        change = followed(before, after, self._network)
        for old, new in change.renamed.items():
            if old in self._views:
                self._views[new] = self._views.pop(old)
        return change.shown

    def _on_clean_changed(self, _clean: bool) -> None:
        self.file_changed.emit()


class _StepCommand(QUndoCommand):
    """One step of the history: undo shows the project before it, redo the one after."""

    def __init__(self, session: ProjectSession, step: Step, merge_key: object | None) -> None:
        super().__init__(tr(step.text))
        self._session, self.step, self.key = session, step, merge_key
        self._before = session.network, session.selection

    def id(self) -> int:
        """Qt asks ``mergeWith`` only of commands with one id; −1 is never merged."""
        return -1 if self.key is None else hash(self.key) & 0x3FFFFFFF

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _StepCommand) or other.key != self.key:
            return False
        self.step = Step(self.step.text, self.step.before, other.step.after)
        self.setObsolete(self.step.after == self.step.before)  # all was given back: there is nothing to undo
        return True

    def undo(self) -> None:
        _told(self._session.restore, self.step.before)
        network, chosen = self._before
        if not self._session.selection and self._session.network == network:  # what was added is gone
            _told(self._session.select, chosen)

    def redo(self) -> None:
        _told(self._session.restore, self.step.after)


def _told(do: Callable[..., None], what: object) -> None:
    """Qt calls what a command does: an error that got out through it would end the program. It is told as any other."""
    try:
        do(what)
    except Exception:  # noqa: BLE001  (whoever listened to the change)
        sys.excepthook(*sys.exc_info())


def _same_computation(before: Project, after: Project) -> bool:
    if (
        before.data != after.data
        or before.task != after.task
        or before.main_network != after.main_network
        or before.training != after.training
        or before.networks.keys() != after.networks.keys()
    ):
        return False
    for name, graph in after.networks.items():
        old = before.networks[name]
        if graph is old:
            continue
        if graph.links != old.links or len(graph.nodes) != len(old.nodes):
            return False
        pairs = zip(old.nodes, graph.nodes, strict=True)
        if any(a is not b and (a.id, a.type, a.params, a.name) != (b.id, b.type, b.params, b.name) for a, b in pairs):
            return False
    return True
