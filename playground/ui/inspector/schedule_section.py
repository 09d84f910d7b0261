"""The learning-rate schedule, drawn over the run before anything runs."""

from __future__ import annotations

from typing import Any

from playground.core.edits import SetTraining
from playground.core.forms import FormField
from playground.core.language import mark, tr
from playground.core.project import Project, ScheduleSettings
from playground.training.datasets import Dataset
from playground.training.schedules import SCHEDULES, Span, curve, schedule_of, settings_problems
from playground.training.split import batch_size, split, steps_per_epoch
from playground.ui.help_port import lead_to_pages
from playground.ui.inspector.rate_curve import RateCurve
from playground.ui.inspector.section import KindForm, Section, kept_params, show_formula
from playground.ui.project_session import ProjectSession
from playground.ui.run_controller import RunController
from playground.ui.widgets.basics import label, set_text
from playground.ui.widgets.editors import ChoiceEditor
from playground.ui.widgets.form import FieldForm
from playground.ui.widgets.formula_view import FormulaView

_FIELD = FormField(
    "schedule", mark("Schedule"), "text", "constant", mark("How the learning rate changes while it trains.")
)
_PLATEAU = mark("Drawn as it is while the loss keeps falling; when it falls nobody knows before.")
# Steps of an epoch while no data are chosen: the picture then counts epochs alone.
_ANY_STEPS = 100


class ScheduleSection(Section):
    """The curve follows every edit, of the epochs, the batch and the data, too."""

    def __init__(self, session: ProjectSession, controller: RunController) -> None:
        super().__init__(session, controller)
        kinds = ChoiceEditor((name, tr(kind.title)) for name, kind in SCHEDULES.items())
        self.form = FieldForm([_FIELD], editors={"schedule": kinds})
        self.summary, self.formula = label("", "caption", wrap=True), FormulaView()
        self.own, self.curve = KindForm(), RateCurve()
        self.note = label("", "caption", wrap=True)
        for widget in (self.form, self.summary, self.formula, self.own, self.curve, self.note):
            self.column.addWidget(widget)
        self.form.edited.connect(self._on_kind)
        lead_to_pages(self.form, lambda _field: self.help_topic())
        self.own.on_edited(self._on_parameter)
        self.own.on_reset(self._on_reset)

    def help_topic(self) -> str:
        """The page of the schedule that is chosen."""
        return f"schedule:{self._session.project.training.schedule.type}"

    def render_now(self) -> None:
        project, running = self._session.project, self.running
        training = project.training
        kind = SCHEDULES.get(training.schedule.type)
        self.form.set_values({"schedule": training.schedule.type})
        self.show_notes(self.form.rows, training, None if running is None else running.training)
        set_text(
            self.summary,
            tr(kind.summary) if kind else tr("The schedule {type!r} is not known.", type=training.schedule.type),
        )
        show_formula(self.formula, kind.formula if kind else "")
        self.own.show_kind(kind, training.schedule.params)
        schedule, span = schedule_of(training.schedule), planned(project, self._session.check.dataset)
        self.curve.show_curve(curve(schedule, span, training.learning_rate), span.per_epoch, training.epochs)
        odd = [str(p) for p in settings_problems(training.schedule, training.epochs) if p.severity == "warning"]
        set_text(self.note, " ".join([*odd, tr(_PLATEAU)] if schedule.watches else odd))

    def _on_kind(self, _name: str, value: Any, _sweep: object) -> None:
        old = self._session.project.training.schedule.params
        chosen = ScheduleSettings(type=value, params=kept_params(SCHEDULES[value], old))
        self._session.do(SetTraining({"schedule": chosen}))

    def _on_reset(self, defaults: dict[str, Any]) -> None:
        settings = self._session.project.training.schedule
        self._session.do(SetTraining({"schedule": settings.replace(params={**settings.params, **defaults})}))

    def _on_parameter(self, name: str, value: Any, sweep: object) -> None:
        settings = self._session.project.training.schedule
        changed = settings.replace(params={**settings.params, name: value})
        self._session.do(SetTraining({"schedule": changed}, (name, sweep)))


def planned(project: Project, dataset: Dataset | None) -> Span:
    """How long the next run will be."""
    training = project.training
    if dataset is None:
        return Span(training.epochs * _ANY_STEPS, _ANY_STEPS)
    samples = max(1, split(dataset, project.data).train)
    per_epoch = steps_per_epoch(samples, batch_size(training, samples))
    return Span(training.epochs * per_epoch, per_epoch)
