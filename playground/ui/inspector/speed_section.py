"""Where the run computes, and how: device, precision, compiled or not."""

from __future__ import annotations

import os
import shutil
from typing import Any

from playground.core.edits import SetTraining
from playground.core.forms import form_fields
from playground.core.language import mark, tr
from playground.core.project import TrainingSettings
from playground.ui.help_port import lead_to_pages
from playground.ui.inspector.section import Section
from playground.ui.project_session import ProjectSession
from playground.ui.run_controller import RunController
from playground.ui.widgets.editors import ChoiceEditor
from playground.ui.widgets.form import FieldForm

_DEVICES = {"auto": mark("Automatic"), "cpu": "CPU", "cuda": "CUDA", "mps": "MPS"}
_MAKERS = {"cuda": mark("an NVIDIA graphics card"), "mps": mark("an Apple graphics processor")}
_PRECISIONS = {"float32": mark("32 bits"), "mixed": mark("Mixed, 16 and 32 bits")}
_NAMES = ("device", "precision", "compiled")


class SpeedSection(Section):
    """What the device has not cannot be chosen, and says why; what a file asks for all the same can be taken back."""

    def __init__(self, session: ProjectSession, controller: RunController) -> None:
        super().__init__(session, controller)
        fields = {field.name: field for field in form_fields(TrainingSettings)}
        self.device, self.precision = (
            ChoiceEditor((name, tr(title)) for name, title in table.items()) for table in (_DEVICES, _PRECISIONS)
        )
        self.form = FieldForm(
            [fields[name] for name in _NAMES], editors={"device": self.device, "precision": self.precision}
        )
        self.column.addWidget(self.form)
        self.form.edited.connect(self._on_edited)
        lead_to_pages(self.form, "TrainingSettings.{}".format)

    def render_now(self) -> None:
        training, running = self._session.project.training, self.running
        self.form.set_values({name: getattr(training, name) for name in self.form.rows})
        self.show_notes(self.form.rows, training, None if running is None else running.training)
        self._show_devices()
        device = self._device(training.device)
        lacking = "" if device == "cuda" else tr("16 bits are no gain without an NVIDIA graphics card.")
        self.precision.set_available("mixed", tr(_PRECISIONS["mixed"]), lacking)
        self._tell("precision", lacking, training.precision == "mixed")
        missing = "" if _can_compile(device) else tr("torch.compile needs a C++ compiler, and this machine has none.")
        self.form.rows["compiled"].editor.setEnabled(not missing or training.compiled)
        self._tell("compiled", missing, training.compiled)

    def _tell(self, name: str, reason: str, chosen: bool) -> None:
        """A reason is a fault where the thing is asked for all the same, else a note."""
        row = self.form.rows[name]
        row.set_fault(reason if chosen else "")
        if reason and not chosen:
            row.set_note(reason)

    def _show_devices(self) -> None:
        found, worker = self._controller.devices, self._controller.worker
        for name, title in _DEVICES.items():
            if name == "auto":
                continue
            if name in found:
                self.device.set_available(name, title if name == "cpu" else f"{title} · {found[name]}", "")
            elif worker is None:
                self.device.set_available(
                    name, tr("{title} · looking", title=title), tr("The training process is still starting.")
                )
            else:
                self.device.set_available(
                    name,
                    tr("{title} · not found", title=title),
                    tr("PyTorch does not find {device} here.", device=tr(_MAKERS[name])),
                )

    def _device(self, chosen: str) -> str:
        """The one that a run would take."""
        found = self._controller.devices
        return next((d for d in ("cuda", "mps") if d in found), "cpu") if chosen == "auto" else chosen

    def _on_edited(self, name: str, value: Any, sweep: object) -> None:
        self._session.do(SetTraining({name: value}, sweep))


def _can_compile(device: str) -> bool:
    """Programs for the CPU are made by a C++ compiler; those for a graphics card come with torch."""
    named = os.environ.get("CXX", "")
    return device == "cuda" or any(shutil.which(name) for name in (named, "g++", "clang++", "c++", "cl") if name)
