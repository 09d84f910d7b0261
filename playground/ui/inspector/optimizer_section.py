"""The optimizer with its parameters, and the clipping of gradients."""

from __future__ import annotations

from typing import Any

from playground.core.edits import SetTraining
from playground.core.forms import FormField, form_fields
from playground.core.language import mark, tr
from playground.core.project import OptimizerSettings, TrainingSettings
from playground.training.optimizers import OPTIMIZERS
from playground.ui.help_port import lead_to_pages
from playground.ui.inspector.section import KindForm, Section, kept_params, show_formula, without_label
from playground.ui.project_session import ProjectSession
from playground.ui.run_controller import RunController
from playground.ui.widgets.basics import label, set_text
from playground.ui.widgets.editors import ChoiceEditor
from playground.ui.widgets.form import FieldForm
from playground.ui.widgets.formula_view import FormulaView

_FIELD = FormField("optimizer", mark("Optimizer"), "text", "Adam", mark("The rule that turns gradients into steps."))


class OptimizerSection(Section):
    """Another optimizer keeps the parameters that it has, too."""

    def __init__(self, session: ProjectSession, controller: RunController) -> None:
        super().__init__(session, controller)
        kinds = ChoiceEditor((name, tr(kind.title)) for name, kind in OPTIMIZERS.items())
        self.form = FieldForm([_FIELD], editors={"optimizer": kinds})
        without_label(self.form.rows["optimizer"])
        self.summary, self.formula = label("", "caption", wrap=True), FormulaView()
        self.own = KindForm()
        clip = next(field for field in form_fields(TrainingSettings) if field.name == "clip_norm")
        self.clip = FieldForm([clip], placeholders={"clip_norm": tr("off")})
        for widget in (self.form, self.summary, self.formula, self.own, self.clip):
            self.column.addWidget(widget)
        for form in (self.form, self.clip):
            form.edited.connect(self._on_edited)
        lead_to_pages(self.form, lambda _field: self.help_topic())
        lead_to_pages(self.clip, "TrainingSettings.{}".format)
        self.own.on_edited(self._on_parameter)
        self.own.on_reset(self._on_reset)

    def help_topic(self) -> str:
        """The page of the optimizer that is chosen."""
        return f"optimizer:{self._session.project.training.optimizer.type}"

    def render_now(self) -> None:
        training, running = self._session.project.training, self.running
        settings = training.optimizer
        kind = OPTIMIZERS.get(settings.type)
        self.form.set_values({"optimizer": settings.type})
        set_text(
            self.summary, tr(kind.summary) if kind else tr("The optimizer {type!r} is not known.", type=settings.type)
        )
        show_formula(self.formula, kind.formula if kind else "")
        self.own.show_kind(kind, settings.params)
        self.clip.set_values({"clip_norm": training.clip_norm})
        for form in (self.form, self.clip):
            self.show_notes(form.rows, training, None if running is None else running.training)

    def _on_edited(self, name: str, value: Any, sweep: object) -> None:
        if name == "optimizer":
            old = self._session.project.training.optimizer.params
            value = OptimizerSettings(type=value, params=kept_params(OPTIMIZERS[value], old))
        self._session.do(SetTraining({name: value}, sweep))

    def _on_reset(self, defaults: dict[str, Any]) -> None:
        settings = self._session.project.training.optimizer
        self._session.do(SetTraining({"optimizer": settings.replace(params={**settings.params, **defaults})}))

    def _on_parameter(self, name: str, value: Any, sweep: object) -> None:
        settings = self._session.project.training.optimizer
        changed = settings.replace(params={**settings.params, name: value})
        self._session.do(SetTraining({"optimizer": changed}, (name, sweep)))
