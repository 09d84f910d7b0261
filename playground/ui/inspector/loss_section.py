"""What training makes small: the loss, penalties on weights, and how much each class counts."""

from __future__ import annotations

from typing import Any

from playground.core.edits import SetTraining
from playground.core.forms import form_fields
from playground.core.language import mark, tr
from playground.core.project import TrainingSettings
from playground.training.datasets import Dataset
from playground.training.losses import LOSSES, Loss
from playground.training.tasks import Task, task_of
from playground.ui.help_port import lead_to_pages
from playground.ui.inspector.class_weights import ClassWeights
from playground.ui.inspector.section import Section, show_formula, without_label
from playground.ui.project_session import ProjectSession
from playground.ui.run_controller import RunController
from playground.ui.widgets.basics import label, set_text
from playground.ui.widgets.editors import ChoiceEditor
from playground.ui.widgets.form import FieldForm
from playground.ui.widgets.formula_view import FormulaView

_PENALTIES = mark("The training loss that is plotted includes L1 and L2; validation and test loss are without them.")
_KINDS = {
    "classes": mark("classes"),
    "labels": mark("several labels"),
    "values": mark("numbers"),
    "none": mark("nothing"),
}


class LossSection(Section):
    """Losses are those of the task; one that cannot judge the data's target says so and cannot be chosen."""

    def __init__(self, session: ProjectSession, controller: RunController) -> None:
        super().__init__(session, controller)
        fields = {field.name: field for field in form_fields(TrainingSettings)}
        self.chooser = ChoiceEditor((name, tr(loss.title)) for name, loss in LOSSES.items())
        self.form = FieldForm([fields["loss"]], editors={"loss": self.chooser})
        without_label(self.form.rows["loss"])
        self.own_note = label("", "muted", wrap=True)
        self.summary, self.formula = label("", "caption", wrap=True), FormulaView()
        self.weights = ClassWeights()
        self.penalties = FieldForm([fields["l1"], fields["l2"]])
        self.penalties_note = label("", "caption", wrap=True)
        for widget in (self.form, self.own_note, self.summary, self.formula, self.weights, self.penalties):
            self.column.addWidget(widget)
        self.column.addWidget(self.penalties_note)
        for form in (self.form, self.penalties):
            form.edited.connect(self._on_edited)
        lead_to_pages(self.form, lambda _field: self.help_topic())
        lead_to_pages(self.penalties, "TrainingSettings.{}".format)
        self.weights.edited.connect(self._on_weights)

    def help_topic(self) -> str:
        """The page of the loss that is chosen; of a task with its own that of the task."""
        project = self._session.project
        return f"loss:{project.training.loss}" if task_of(project).losses else f"task:{project.task.type}"

    def render_now(self) -> None:
        project, running = self._session.project, self.running
        training, task, dataset = project.training, task_of(project), self._session.check.dataset
        self.form.setVisible(bool(task.losses))
        set_text(self.own_note, "" if task.losses else tr("{title} has its own loss.", title=tr(task.title)))
        loss = LOSSES.get(training.loss) if task.losses else None
        unknown = tr("The loss {loss!r} is not known.", loss=training.loss) if task.losses else ""
        set_text(self.summary, tr(loss.summary) if loss else unknown)
        show_formula(self.formula, loss.formula if loss else "")
        self._offer(task, dataset)
        self.form.set_values({"loss": training.loss})
        self.form.set_faults(self._faults())
        self.penalties.set_values({"l1": training.l1, "l2": training.l2})
        set_text(self.penalties_note, tr(_PENALTIES) if training.l1 or training.l2 else "")
        classes = dataset.classes if dataset is not None and task.predicts_target else ()
        self.weights.setVisible(bool(classes))
        self.weights.show_weights(training.class_weights, classes)
        then = None if running is None else running.training
        for rows in (self.form.rows, self.penalties.rows, {"class_weights": self.weights.choice}):
            self.show_notes(rows, training, then)

    def _offer(self, task: Task, dataset: Dataset | None) -> None:
        """The losses of the task, those that cannot judge the target greyed out."""
        offered = [(name, tr(LOSSES[name].title)) for name in task.losses if name in LOSSES]
        if not offered:
            return
        self.chooser.set_options(offered)
        for name, title in offered:
            self.chooser.set_available(name, title, _unfit(LOSSES[name], task, dataset))

    def _faults(self) -> dict[str, str]:
        """What the check says of the loss, at its field."""
        told = [p for p in self._session.check.problems if p.code.startswith("loss") and p.severity == "error"]
        return {"loss": " ".join(map(str, told))} if told else {}

    def _on_edited(self, name: str, value: Any, sweep: object) -> None:
        self._session.do(SetTraining({name: value}, sweep))

    def _on_weights(self, value: object, sweep: object) -> None:
        self._session.do(SetTraining({"class_weights": value}, sweep))


def _unfit(loss: Loss, task: Task, dataset: Dataset | None) -> str:
    """Why the loss cannot be chosen; empty when it can."""
    if dataset is None or not task.predicts_target or dataset.target.kind in loss.targets:
        return ""
    judged = tr(" and ").join(tr(_KINDS[kind]) for kind in loss.targets)
    return tr(
        "It judges {judged}; {title} has {kinds} to predict.",
        judged=judged,
        title=dataset.title,
        kinds=tr(_KINDS[dataset.target.kind]),
    )
