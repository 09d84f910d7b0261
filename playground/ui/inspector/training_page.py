"""The Training tab: epochs, batch, learning rate, seed, device, loss and optimizer."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from playground.core.edits import SetTraining
from playground.core.forms import FormField, form_fields
from playground.core.project import OptimizerSettings, TrainingSettings
from playground.training.losses import LOSSES
from playground.training.optimizers import OPTIMIZERS, Optimizer
from playground.ui.inspector.page import Page
from playground.ui.inspector.seed_editor import SeedEditor
from playground.ui.inspector.values import refusal, shown_faults
from playground.ui.project_session import ProjectSession
from playground.ui.run_controller import RunController
from playground.ui.widgets.basics import label, set_text
from playground.ui.widgets.editors import ChoiceEditor, Editor
from playground.ui.widgets.form import FieldForm
from playground.ui.widgets.formula_view import FormulaView
from playground.ui.widgets.slider_scale import LEARNING_RATES
from playground.ui.widgets.text_editors import NumberEditor

NEXT_RUN = "Takes effect at the next run."
_PENALTIES = "The training loss that is plotted includes L1 and L2; validation and test loss are without them."
_DEVICES = {"auto": "Automatic", "cpu": "CPU", "cuda": "CUDA", "mps": "MPS"}
_MAKERS = {"cuda": "an NVIDIA graphics card", "mps": "an Apple graphics processor"}


class TrainingPage(Page):
    """Renders the training settings. The learning rate acts at once, the rest at the next run, and says so."""

    def __init__(self, session: ProjectSession, controller: RunController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._controller = session, controller
        self._optimizer: type[Optimizer] | None = None
        fields = {field.name: field for field in form_fields(TrainingSettings)}
        self.device = ChoiceEditor(_DEVICES.items())
        self.form = self._main_form(fields)
        self.loss = FieldForm([fields["loss"]], editors={"loss": _titles({k: v.title for k, v in LOSSES.items()})})
        self.loss_summary, self.loss_formula = label("", "caption", wrap=True), FormulaView()
        self.penalties = FieldForm([fields["l1"], fields["l2"]])
        self.penalties_note = label("", "caption", wrap=True)
        kinds = _titles({name: kind.title for name, kind in OPTIMIZERS.items()})
        kind_field = FormField("optimizer", "Optimizer", "text", "Adam", "The rule that turns gradients into steps.")
        self.optimizer = FieldForm([kind_field], editors={"optimizer": kinds})
        self.optimizer_summary, self.optimizer_formula = label("", "caption", wrap=True), FormulaView()
        self.optimizer_form: FieldForm | None = None
        self._optimizer_place = QVBoxLayout()
        self._lay_out()
        for form in self._forms:
            form.edited.connect(self._on_edited)
        session.checked.connect(self.refresh)
        controller.ready.connect(self.refresh)
        controller.state_changed.connect(self.refresh)

    def _main_form(self, fields: dict[str, FormField]) -> FieldForm:
        editors: dict[str, Editor] = {
            "learning_rate": NumberEditor(fields["learning_rate"], LEARNING_RATES),
            "seed": SeedEditor(fields["seed"]),
            "device": self.device,
        }
        names = ("epochs", "batch_size", "learning_rate", "seed", "device")
        return FieldForm([fields[name] for name in names], editors=editors)

    def _lay_out(self) -> None:
        self.column.addWidget(self.form)
        self.column.addSpacing(12)
        for widget in (self.loss, self.loss_summary, self.loss_formula, self.penalties, self.penalties_note):
            self.column.addWidget(widget)
        self.column.addSpacing(12)
        for widget in (self.optimizer, self.optimizer_summary, self.optimizer_formula):
            self.column.addWidget(widget)
        self.column.addLayout(self._optimizer_place)
        self.column.addStretch(1)

    @property
    def _forms(self) -> tuple[FieldForm, ...]:
        """Those whose fields are fields of the training settings."""
        return self.form, self.loss, self.penalties, self.optimizer

    def render_now(self) -> None:
        training = self._session.project.training
        self.form.set_values({name: getattr(training, name) for name in self.form.rows})
        self.loss.set_values({"loss": training.loss})
        self.penalties.set_values({"l1": training.l1, "l2": training.l2})
        set_text(self.penalties_note, _PENALTIES if training.l1 or training.l2 else "")
        self.optimizer.set_values({"optimizer": training.optimizer.type})
        loss = LOSSES.get(training.loss)
        set_text(self.loss_summary, loss.summary if loss else f"The loss {training.loss!r} is not known.")
        _show_formula(self.loss_formula, loss.formula if loss else "")
        self._show_optimizer(training.optimizer)
        self._show_devices()
        self._show_notes(training)

    def _show_optimizer(self, settings: OptimizerSettings) -> None:
        kind = OPTIMIZERS.get(settings.type)
        set_text(self.optimizer_summary, kind.summary if kind else f"The optimizer {settings.type!r} is not known.")
        _show_formula(self.optimizer_formula, kind.formula if kind else "")
        if kind is not self._optimizer:
            self._optimizer = kind
            if self.optimizer_form is not None:
                self._optimizer_place.removeWidget(self.optimizer_form)
                self.optimizer_form.hide()
                self.optimizer_form.deleteLater()
                self.optimizer_form = None
            if kind is not None:
                self.optimizer_form = FieldForm(form_fields(kind))
                self.optimizer_form.edited.connect(self._on_parameter)
                self._optimizer_place.addWidget(self.optimizer_form)
                self.optimizer_form.show()
        if kind is not None and self.optimizer_form is not None:
            fields = form_fields(kind)
            self.optimizer_form.set_values({f.name: settings.params.get(f.name, f.default) for f in fields})
            self.optimizer_form.set_faults(shown_faults(kind, settings.params))

    def _show_devices(self) -> None:
        found, worker = self._controller.devices, self._controller.worker
        for name, title in _DEVICES.items():
            if name == "auto":
                continue
            if name in found:
                self.device.set_available(name, title if name == "cpu" else f"{title} · {found[name]}", "")
            elif worker is None:
                self.device.set_available(name, f"{title} · looking", "The training process is still starting.")
            else:
                self.device.set_available(name, f"{title} · not found", f"PyTorch does not find {_MAKERS[name]} here.")

    def _show_notes(self, training: TrainingSettings) -> None:
        """Under each field that differs from what the run trains with, when it will count."""
        snapshot = self._controller.run_project if self._controller.active else None
        running = None if snapshot is None else snapshot.training
        for form in self._forms:
            for name, row in form.rows.items():
                differs = running is not None and getattr(running, name) != getattr(training, name)
                row.set_note(NEXT_RUN if differs and name != "learning_rate" else "")

    def _on_edited(self, name: str, value: Any, sweep: object) -> None:
        if name == "optimizer":
            value = self._with_kind(value)
        self._session.do(SetTraining({name: value}, sweep))

    def _with_kind(self, kind: str) -> OptimizerSettings:
        """Another optimizer keeps the parameters that it has too and takes."""
        old = self._session.project.training.optimizer.params
        new = OPTIMIZERS[kind]
        fields = [field for field in form_fields(new) if field.name in old]
        return OptimizerSettings(
            type=kind, params={f.name: old[f.name] for f in fields if refusal(new, f, old[f.name]) is None}
        )

    def _on_parameter(self, name: str, value: Any, sweep: object) -> None:
        settings = self._session.project.training.optimizer
        self._session.do(
            SetTraining({"optimizer": settings.replace(params={**settings.params, name: value})}, (name, sweep))
        )


def _titles(titles: dict[str, str]) -> ChoiceEditor:
    return ChoiceEditor(titles.items())


def _show_formula(view: FormulaView, latex: str) -> None:
    view.set_latex(latex)
    view.setVisible(bool(latex))
