"""The task: what is learned, what that takes, and the settings that it has of its own."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from playground.core.edits import SetTask
from playground.core.forms import FormField
from playground.core.language import mark, tr
from playground.core.project import TaskSettings
from playground.training.tasks import TASKS
from playground.ui.help_port import lead_to_pages
from playground.ui.inspector.section import NEXT_RUN, KindForm, Section, show_formula, without_label
from playground.ui.project_session import ProjectSession
from playground.ui.run_controller import RunController
from playground.ui.widgets.basics import label, set_text
from playground.ui.widgets.editors import ChoiceEditor
from playground.ui.widgets.fold import Fold
from playground.ui.widgets.form import FieldForm
from playground.ui.widgets.formula_view import FormulaView

_FIELD = FormField("type", mark("Task"), "text", "supervised", mark("What the network learns to do."))


def _idle(settings: TaskSettings) -> dict[str, str]:
    """Settings that do nothing as the others are, with the reasons; of a task with faults none."""
    try:
        return TASKS[settings.type].read(settings.params).idle()
    except (KeyError, ValidationError):
        return {}


def _continued(sentence: str) -> str:
    """Within another sentence, behind a colon."""
    return sentence[:1].lower() + sentence[1:]


class TaskSection(Section):
    """Another task keeps the networks; what stands in its way is told by the Problems panel, with fixes."""

    def __init__(self, session: ProjectSession, controller: RunController) -> None:
        super().__init__(session, controller, tr("Task"))
        self.form = FieldForm(
            [_FIELD], editors={"type": ChoiceEditor((name, tr(kind.title)) for name, kind in TASKS.items())}
        )
        without_label(self.form.rows["type"])
        self.summary = label("", "muted", wrap=True)
        self.needs = label("", "caption", wrap=True)
        self.own = KindForm()
        self.own.on_reset(self._on_reset)
        self.about = Fold(tr("How it learns"))
        self.explanation, self.formula = label("", "muted", wrap=True), FormulaView()
        self.reference = label("", "caption", wrap=True, selectable=True)
        for told in (self.explanation, self.formula, self.reference):
            self.about.body.addWidget(told)
        for widget in (self.form, self.summary, self.needs, self.own, self.about):
            self.column.addWidget(widget)
        self.form.edited.connect(self._on_task)
        lead_to_pages(self.form, lambda _field: self.help_topic())
        self.own.on_edited(self._on_parameter)

    def help_topic(self) -> str:
        """The page of the task."""
        return f"task:{self._session.project.task.type}"

    def render_now(self) -> None:
        settings, running = self._session.project.task, self.running
        kind = TASKS.get(settings.type)
        self.form.set_values({"type": settings.type})
        fault = (
            "" if kind is not None else tr("The task {type!r} is not known. Choose one that is.", type=settings.type)
        )
        row = self.form.rows["type"]
        row.set_fault(fault)
        row.set_note(tr(NEXT_RUN) if running is not None and running.task.type != settings.type else "")
        set_text(self.summary, tr(kind.summary) if kind else "")
        set_text(
            self.needs,
            tr("It takes: {needs}", needs=_continued(tr(kind.needs))) if kind else "",
        )
        self.about.setVisible(kind is not None)
        if kind is not None:
            set_text(self.explanation, tr(kind.explanation))
            set_text(self.reference, kind.reference)
            show_formula(self.formula, kind.formula)
        self.own.show_kind(kind, settings.params)
        if self.own.form is not None:
            old = running.task.params if running is not None and running.task.type == settings.type else None
            idle = _idle(settings)
            for name, own in self.own.form.rows.items():
                now = settings.params.get(name, own.field.default)
                later = old is not None and old.get(name, own.field.default) != now
                own.editor.setEnabled(name not in idle)
                own.set_note(idle.get(name) or (tr(NEXT_RUN) if later else ""))

    def _on_task(self, _name: str, value: Any, _sweep: object) -> None:
        from playground.training.starting import edits_for_task  # the starting networks are not for a start

        self._session.do(edits_for_task(self._session.project, value))

    def _on_reset(self, defaults: dict[str, Any]) -> None:
        self._session.do(SetTask({"params": {**self._session.project.task.params, **defaults}}))

    def _on_parameter(self, name: str, value: Any, sweep: object) -> None:
        params = {**self._session.project.task.params, name: value}
        self._session.do(SetTask({"params": params}, (name, sweep)))
