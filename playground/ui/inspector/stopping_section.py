"""When a run ends early: which measure must get better, how long it is waited for."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from playground.core.edits import SetTraining
from playground.core.forms import form_fields
from playground.core.language import mark, tr
from playground.core.project import EarlyStopping
from playground.training.metrics import METRICS
from playground.training.tasks import task_of
from playground.ui.help_port import lead_to_pages
from playground.ui.inspector.section import NEXT_RUN, Section
from playground.ui.project_session import ProjectSession
from playground.ui.run_controller import RunController
from playground.ui.widgets.basics import label, set_text
from playground.ui.widgets.editors import ChoiceEditor
from playground.ui.widgets.form import FieldForm

_NO_VALIDATION = mark("Without a validation part it watches the training part, which seldom gets worse.")


class StoppingSection(Section):
    """One switch; the rest is shown while it is on."""

    def __init__(self, session: ProjectSession, controller: RunController) -> None:
        super().__init__(session, controller)
        fields = {field.name: field for field in form_fields(EarlyStopping)}
        self.measure = ChoiceEditor([("loss", tr(METRICS["loss"].title))])
        self.switch = FieldForm([fields["on"]])
        labelled = {
            "metric": mark("Watch"),
            "minimum_improvement": mark("Improve by"),
            "restore_best": mark("Restore best"),
        }
        self.form = FieldForm(
            [replace(f, label=labelled.get(f.name, f.label)) for f in fields.values() if f.name != "on"],
            editors={"metric": self.measure},
        )
        self.note = label("", "caption", wrap=True)
        for widget in (self.switch, self.form, self.note):
            self.column.addWidget(widget)
        for form in (self.switch, self.form):
            form.edited.connect(self._on_edited)
            lead_to_pages(form, "EarlyStopping.{}".format)

    def help_topic(self) -> str:
        """The page of the measure that is watched; of the switch while it is off."""
        settings = self._session.project.training.early_stopping
        watched = settings.on and settings.metric in METRICS
        return f"metric:{settings.metric}" if watched else "setting:EarlyStopping.on"

    def render_now(self) -> None:
        project, running, dataset = self._session.project, self.running, self._session.check.dataset
        settings = project.training.early_stopping
        measured = task_of(project).metrics(project, dataset) if dataset is not None else ()
        names = dict.fromkeys(["loss", *(name for name in measured if name in METRICS and METRICS[name].better)])
        self.measure.set_options((name, tr(METRICS[name].title)) for name in names)
        self.switch.set_values({"on": settings.on})
        self.form.set_values({name: getattr(settings, name) for name in self.form.rows})
        unknown = (
            tr("{metric!r} is not measured here: the loss is watched instead.", metric=settings.metric)
            if settings.on
            else ""
        )
        self.form.set_faults({} if settings.metric in names else {"metric": unknown})
        self.form.setVisible(settings.on)
        held = project.data.validation > 0
        set_text(self.note, tr(_NO_VALIDATION) if settings.on and not held else "")
        then = None if running is None else running.training.early_stopping
        self.switch.rows["on"].set_note(tr(NEXT_RUN) if then is not None and then.on != settings.on else "")
        self.show_notes(self.form.rows, settings, then)

    def _on_edited(self, name: str, value: Any, sweep: object) -> None:
        settings = self._session.project.training.early_stopping
        self._session.do(SetTraining({"early_stopping": settings.replace(**{name: value})}, (name, sweep)))
