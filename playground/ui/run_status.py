"""Says in the toolbar where the run stands, and lets the buttons follow its state."""

from __future__ import annotations

import os

from PySide6.QtCore import QObject, Slot

from playground.core.language import mark, tr
from playground.protocol import (
    BundleOpened,
    DataProgress,
    Diverged,
    EpochDone,
    Progress,
    RunFailed,
    RunFinished,
    RunStarted,
    WorkerDied,
)
from playground.training.datasets import DATASETS, describe, title_of
from playground.training.metrics import METRICS
from playground.ui.actions import Actions
from playground.ui.project_session import ProjectSession
from playground.ui.run_controller import RunController
from playground.ui.run_words import duration, percent, place
from playground.ui.toolbar import Toolbar
from playground.ui.widgets.numbers import counted

_TITLES = {"cpu": "CPU", "cuda": "CUDA", "mps": "MPS"}
_EDITED = mark("Edited since this run; Run starts a new one")
_ENDS = {"finished": mark("Finished"), "early": mark("Stopped early")}


class RunStatus(QObject):
    """Connects a controller with the toolbar and the actions of the run."""

    def __init__(
        self, session: ProjectSession, controller: RunController, toolbar: Toolbar, actions: Actions, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session, self._controller, self._toolbar, self._actions = session, controller, toolbar, actions
        self._shown = True
        self._run: RunStarted | None = None
        self._progress: Progress | None = None
        self._result: RunFinished | None = None
        self._opened = 0  # after how many steps the weights of a file are that nobody has trained on yet
        self._broken = False  # numbers went out of bounds, and the run waits
        self._blocked = ""  # the problem because of which Run did nothing
        controller.state_changed.connect(self._on_state)
        controller.edited_changed.connect(self._on_edited)
        controller.blocked.connect(self._on_blocked)
        controller.ready.connect(self._show_device)
        controller.run_started.connect(self._on_started)
        controller.progressed.connect(self._on_progress)
        controller.epoch_done.connect(self._on_epoch)
        controller.diverged.connect(self._on_diverged)
        controller.run_finished.connect(self._on_finished)
        controller.run_failed.connect(self._on_failed)
        controller.worker_died.connect(self._on_failed)
        controller.run_reset.connect(self._on_reset)
        controller.bundle_opened.connect(self._on_opened)
        controller.data_progress.connect(self._on_data)
        session.checked.connect(self._on_checked)
        self.refresh()

    def enable(self, shown: bool) -> None:
        """Off while no network is shown: nothing to run."""
        self._shown = shown
        self._follow_state()

    def refresh(self) -> None:
        """Show everything anew."""
        self._follow_state()
        self._on_state(self._controller.state)
        self._show_device()

    def _follow_state(self) -> None:
        controller, actions, can = self._controller, self._actions, self._controller.can
        running = controller.state == "running"
        text, tip = (tr("Pause"), tr("Pause after this batch")) if running else (tr("Run"), tr("Train the network"))
        if controller.state == "paused" and not controller.edited:
            text, tip = tr("Resume"), tr("Go on training")
        actions.run.setText(f"&{text}")
        actions.run.setIconText(text)
        actions.run.setToolTip(tip)
        actions.run.setEnabled(self._shown and (can["run"] or can["pause"]))
        for name in ("step", "stop", "train_on", "reset"):
            getattr(actions, name).setEnabled(self._shown and can[name])
        actions.enable(("save_bundle", "export"), self._shown)
        self._toolbar.show_pausing(running)

    @Slot(str)
    def _on_state(self, state: str) -> None:
        self._broken = self._broken and state in ("paused", "running")
        self._blocked = ""
        self._follow_state()
        if state in ("idle", "starting"):
            self._toolbar.show_status(tr("Ready") if state == "idle" else tr("Starting the training process…"))
            self._toolbar.show_progress(0.0)
        elif state == "preparing":
            self._toolbar.show_status(tr("Loading…"), self._dataset_title())
            self._toolbar.show_progress(None)
        elif state == "stopping":
            self._toolbar.show_status(tr("Stopping…"), tr("Measuring on the test part"))
        elif state in ("running", "paused"):
            self._toolbar.show_progress(self._toolbar.progress())
            self._show_position()
        elif state != "finished":
            self._toolbar.show_progress(0.0)
        if state == "finished" and self._run is None:
            self._toolbar.show_progress(1.0)
            where = tr("Opened from a bundle")
            if self._opened:
                where = tr("Opened from a bundle, {when}", when=self._opened_at())
            self._toolbar.show_status(tr("Trained"), where, look="good")
        elif state == "finished" and self._result is not None:  # another run never began: this one is shown again
            self._on_finished(self._result)
        self._show_device()

    @Slot(bool)
    def _on_edited(self, _edited: bool) -> None:
        self._follow_state()
        if self._controller.active:
            self._show_position()
        elif self._result is not None:
            self._show_result(self._result)

    @Slot(object)
    def _on_checked(self, _check: object) -> None:
        """A problem that is gone, or another one by now, stands in the way no longer as it was told."""
        if self._blocked and self._blocked not in map(str, self._session.check.problems):
            if self._controller.state == "failed":
                self._toolbar.show_status(tr("Ready"))
            self._on_state(self._controller.state)
        self._show_device()

    @Slot(str)
    def _on_blocked(self, reason: str) -> None:
        self._blocked = reason
        self._toolbar.show_status(tr("Cannot run"), reason, look="bad")

    @Slot(object)
    def _on_started(self, run: RunStarted) -> None:
        self._run, self._progress, self._result, self._broken = run, None, None, False
        self._toolbar.show_progress(run.resumed_step / max(1, run.epochs * run.steps_per_epoch))
        self._show_device()

    @Slot(object)
    def _on_opened(self, event: BundleOpened) -> None:
        self._opened = event.step
        self._on_state(self._controller.state)

    def _opened_at(self) -> str:
        return tr("after {steps}", steps=counted(self._opened, "step")) if self._opened else ""

    @Slot(object)
    def _on_diverged(self, _event: Diverged) -> None:
        self._broken = True

    @Slot(object)
    def _on_progress(self, progress: Progress) -> None:
        self._progress, self._broken = progress, False
        if self._run is not None:
            self._toolbar.show_progress(progress.step / max(1, self._run.epochs * self._run.steps_per_epoch))
        self._show_position()

    @Slot(object)
    def _on_epoch(self, _epoch: EpochDone) -> None:
        self._show_position()

    def _show_position(self) -> None:
        run, progress, state = self._run, self._progress, self._controller.state
        if state not in ("running", "paused"):
            return
        if run is not None and progress is None and run.resumed_step:  # one that was taken up and waits
            epoch, batch = divmod(run.resumed_step - 1, run.steps_per_epoch)
            headline, where = place(epoch + 1, batch + 1, run)
            self._toolbar.show_status(headline, where, tr("Running") if state == "running" else tr("Paused"))
            return
        if run is None or progress is None:
            self._toolbar.show_status(tr("Paused") if state == "paused" else tr("Running…"), self._opened_at())
            return
        headline, detail = place(progress.epoch, progress.batch, run)
        right = self._when_done(progress, state)
        self._toolbar.show_status(headline, detail, right, look="warn" if self._broken else "strong")

    def _when_done(self, progress: Progress, state: str) -> str:
        """How long it takes yet, and what is to be known of the run: parts from the more to the less telling."""
        if self._broken:
            return tr("Paused on the last good weights")
        if state == "paused":
            return tr(_EDITED) if self._controller.edited else tr("Paused")
        if self._controller.edited:
            last = tr("edited since this run")
        elif self._controller.pace:
            last = tr("slow motion")
        else:
            last = tr("{speed:,.0f} samples/s", speed=progress.samples_per_second)
        return f"{tr('{time} left', time=duration(progress.seconds_left))} · {last}"

    @Slot(object)
    def _on_finished(self, result: RunFinished) -> None:
        self._result = result
        if result.reason != "stopped":
            self._toolbar.show_progress(1.0)
        elif self._run is not None:  # a stopped run stays where it was stopped
            self._toolbar.show_progress(result.step / max(1, self._run.epochs * self._run.steps_per_epoch))
        self._show_result(result)

    def _show_result(self, result: RunFinished) -> None:
        word = tr(_ENDS.get(result.reason, mark("Stopped")))
        tested = self._tested(result.test or {})
        detail = f"{tested}. {result.note}" if tested and result.note else tested or result.note
        speed = tr("{speed:,.0f} samples/s", speed=result.samples_per_second)
        right = f"{duration(result.seconds)} · {speed}"
        if self._controller.edited:
            right = tr(_EDITED)
        look = "strong" if result.reason == "stopped" else "good"
        self._toolbar.show_status(word, detail, right, look=look, detail_first=True)

    def _tested(self, test: dict[str, float]) -> str:
        """The most telling measure of the test part, in words."""
        if "accuracy" in test:
            trained = self._controller.run_project or self._session.project
            dataset = describe(trained.data)  # of what was tested on, whatever is chosen by now
            images = dataset is not None and dataset.look == "images"
            sentence = (
                mark("{percent} of the test images right") if images else mark("{percent} of the test samples right")
            )
            return tr(sentence, percent=percent(test["accuracy"]))
        wanted = (*(self._run.metrics if self._run is not None else ()), "loss")
        name = next((name for name in wanted if name in test and name in METRICS), None)
        if name is None:
            return ""
        value = percent(test[name]) if METRICS[name].percent else f"{test[name]:.4g}"
        return tr("{metric} {value} on the test part", metric=tr(METRICS[name].title), value=value)

    @Slot(object)
    def _on_failed(self, _failure: RunFailed | WorkerDied) -> None:
        """The message in the window says why."""
        if self._controller.state == "finished":  # it never began: what was trained before is there again
            self._toolbar.show_status(tr("Could not begin"), tr("What was trained before is kept"), look="bad")
            return
        self._run = self._progress = self._result = None
        kept = tr("What was learned up to there can still be saved") if self._controller.has_weights else ""
        self._toolbar.show_status(tr("Failed"), kept, look="bad")

    @Slot()
    def _on_reset(self) -> None:
        self._run = self._progress = self._result = None
        self._opened = 0

    @Slot(object)
    def _on_data(self, data: DataProgress) -> None:
        title = tr(DATASETS[data.dataset].title) if data.dataset in DATASETS else data.dataset
        size = f"{data.done / 1e6:,.1f} MB"
        if data.total:
            size = tr("{done:,.1f} of {total:,.1f} MB", done=data.done / 1e6, total=data.total / 1e6)
        self._toolbar.show_status(tr("Downloading {title}", title=title), size)
        self._toolbar.show_progress(data.done / data.total if data.total else None)

    def _dataset_title(self) -> str:
        return title_of(self._session.project.data) if self._session.check.dataset else ""

    @Slot()
    def _show_device(self) -> None:
        """The device and how many of the machine's cores it takes: "CPU · 1/2"."""
        worker, devices = self._controller.worker, self._controller.devices
        if worker is None:
            self._toolbar.show_device("…", tr("The training process starts"))
            return
        device = self._run.device.split(":")[0] if self._run and self._controller.active else self._chosen(devices)
        title = _TITLES.get(device, device)
        if device == "cpu":
            cores = os.cpu_count() or 1
            self._toolbar.show_device(
                f"{title} · {worker.threads}/{cores}",
                tr(
                    "Training takes {count} of {cores} cores; the window keeps what is left",
                    count=worker.threads,
                    cores=cores,
                ),
            )
        else:
            self._toolbar.show_device(title, devices.get(device, title))

    def _chosen(self, devices: dict[str, str]) -> str:
        wanted = self._session.project.training.device
        if wanted != "auto":
            return wanted
        return next((device for device in ("cuda", "mps") if device in devices), "cpu")
