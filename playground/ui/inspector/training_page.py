"""The Training tab: task, epochs, batch, learning rate and schedule, loss, optimizer, early stopping, device."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from playground.core.edits import SetTraining
from playground.core.forms import FormField, form_fields
from playground.core.language import mark, tr
from playground.core.project import TrainingSettings
from playground.training.optimizers import OPTIMIZERS
from playground.ui.help_port import lead_to_pages
from playground.ui.inspector.loss_section import LossSection
from playground.ui.inspector.optimizer_section import OptimizerSection
from playground.ui.inspector.page import Page
from playground.ui.inspector.schedule_section import ScheduleSection
from playground.ui.inspector.section import NEXT_RUN, Section
from playground.ui.inspector.seed_editor import SeedEditor
from playground.ui.inspector.speed_section import SpeedSection
from playground.ui.inspector.stopping_section import StoppingSection
from playground.ui.inspector.task_section import TaskSection
from playground.ui.project_session import ProjectSession
from playground.ui.run_controller import RunController
from playground.ui.widgets.basics import button
from playground.ui.widgets.editors import Editor
from playground.ui.widgets.form import FieldForm
from playground.ui.widgets.number_editor import NumberEditor
from playground.ui.widgets.slider_scale import LEARNING_RATES

__all__ = ["NEXT_RUN", "TrainingPage"]

_ALL_AT_ONCE = mark("This optimizer looks at all training samples in each step.")


class LengthSection(Section):
    """How long, in which portions, how fast, from which seed. The learning rate acts at once, also while it runs."""

    find_wanted = Signal()  # the learning-rate finder

    def __init__(self, session: ProjectSession, controller: RunController) -> None:
        super().__init__(session, controller)
        fields = {field.name: field for field in form_fields(TrainingSettings)}
        self.form = _form(fields, ("epochs", "batch_size", "seed"), {"seed": SeedEditor(fields["seed"])})
        rate = NumberEditor(fields["learning_rate"], LEARNING_RATES)
        self.rate = _form(fields, ("learning_rate",), {"learning_rate": rate})
        self.find_button = button(tr("Find learning rate…"), "link")
        self.find_button.setToolTip(tr("Try many rates on a copy of the network, and see which of them learn"))
        self.find_button.clicked.connect(self.find_wanted)
        self.column.addWidget(self.form)
        self.column.addWidget(self.rate)
        self.column.addWidget(self.find_button, 0, Qt.AlignmentFlag.AlignRight)
        for form in (self.form, self.rate):
            form.edited.connect(self._on_edited)
            lead_to_pages(form, "TrainingSettings.{}".format)

    def render_now(self) -> None:
        training, running = self._session.project.training, self.running
        for form in (self.form, self.rate):
            form.set_values({name: getattr(training, name) for name in form.rows})
        self.show_notes(self.form.rows, training, None if running is None else running.training)
        kind = OPTIMIZERS.get(training.optimizer.type)
        whole = kind is not None and kind.full_batch
        batch = self.form.rows["batch_size"]
        batch.editor.setEnabled(not whole)
        if whole:
            batch.set_note(tr(_ALL_AT_ONCE))

    def _on_edited(self, name: str, value: Any, sweep: object) -> None:
        self._session.do(SetTraining({name: value}, sweep))


class TrainingPage(Page):
    """Renders the training settings. The learning rate acts at once, the rest at the next run, and says so."""

    find_wanted = Signal()  # the learning-rate finder

    def __init__(self, session: ProjectSession, controller: RunController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.task = TaskSection(session, controller)
        self.length = LengthSection(session, controller)
        self.schedule = ScheduleSection(session, controller)
        self.losses = LossSection(session, controller)
        self.optimizer = OptimizerSection(session, controller)
        self.stopping = StoppingSection(session, controller)
        self.speed = SpeedSection(session, controller)
        self._sections: dict[Section, str] = {
            self.task: "", self.length: tr("Run"), self.schedule: "", self.losses: tr("Loss"),
            self.optimizer: tr("Optimizer"), self.stopping: tr("Early stopping"), self.speed: tr("Computing"),
        }  # fmt: skip
        for section, title in self._sections.items():
            if title:
                self.add_section(title, getattr(section, "help_topic", None))
            self.column.addWidget(section)
        self.column.addStretch(1)
        self.length.find_wanted.connect(self.find_wanted)
        session.checked.connect(self.refresh)
        controller.ready.connect(self.refresh)
        controller.state_changed.connect(self.refresh)

    def render_now(self) -> None:
        for section in self._sections:
            section.render_now()


def _form(fields: dict[str, FormField], names: tuple[str, ...], editors: dict[str, Editor]) -> FieldForm:
    return FieldForm([fields[name] for name in names], editors=editors)
