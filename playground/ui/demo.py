"""The window drives itself once: open, Run, watch, save, export, screenshot. For machines without a display, too."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, Qt, QTimer, Slot

from playground.core.language import tr
from playground.core.presets import FIRST
from playground.protocol import EpochDone, Exported, Ready, RequestFailed, RunFailed, RunFinished, RunStarted, Saved
from playground.ui.app import make_application
from playground.ui.main_window import MainWindow
from playground.ui.theme import theme

SIZE = (1440, 900)
# Torch on a slow disk takes its time; longer than this without any news means that something hangs.
PATIENCE = 180_000  # milliseconds
SETTLE = 700  # milliseconds for the plots to draw the last points


def run_demo(out: Path) -> int:
    """Leave a screenshot, a trained bundle and an ONNX file in ``out``. 0, or 1 when something failed."""
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        return _fail(f"{out} cannot be made: {error.strerror or error}.")
    with tempfile.TemporaryDirectory() as folder:
        # The demo leaves a person's own settings alone.
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, folder)
        application = make_application()
        theme().apply(application, theme().name)
        window = MainWindow()
        window.resize(*SIZE)
        demo = Demo(window, out)
        window.show()
        application.exec()
    return demo.status


class Demo(QObject):
    """Every step is started by the answer to the one before; the first failure, or silence, ends it."""

    def __init__(self, window: MainWindow, out: Path) -> None:
        super().__init__(window)
        self._window, self._out = window, out
        self.status = 1
        self._watch = QTimer(self, singleShot=True, interval=PATIENCE)
        self._watch.timeout.connect(self._on_silence)
        self._watch.start()
        window.painted.connect(self._open, Qt.ConnectionType.QueuedConnection)

    @property
    def screenshot(self) -> Path:
        return self._out / f"{FIRST}.png"

    @property
    def bundle(self) -> Path:
        return self._out / f"{FIRST}.playground"

    @property
    def model(self) -> Path:
        return self._out / f"{FIRST}.onnx"

    @Slot()
    def _open(self) -> None:
        window = self._window
        _say(f"Opening {FIRST} in the window …")
        controller = window.controller
        controller.ready.connect(self._run)
        controller.run_started.connect(self._on_started)
        controller.epoch_done.connect(self._on_epoch)
        controller.run_finished.connect(self._on_finished)
        controller.saved.connect(self._on_saved)
        controller.exported.connect(self._on_exported)
        controller.run_failed.connect(self._on_failed)
        controller.worker_died.connect(self._on_failed)
        controller.request_failed.connect(self._on_failed)
        controller.blocked.connect(self._on_blocked)
        window.files.open_preset(FIRST)
        controller.start_worker()
        if window.session.project.title == tr("Untitled"):  # the window said why in a message
            self._end(" ".join(window.messages.texts) or f"{FIRST} cannot be opened.")

    @Slot(object)
    def _run(self, worker: Ready) -> None:
        self._heard()
        self._window.controller.ready.disconnect(self._run)
        _say(f"Pressing Run (PyTorch {worker.torch}, {worker.threads} of {os.cpu_count()} cores) …")
        self._window.toolbar.run_button.click()

    @Slot(object)
    def _on_started(self, run: RunStarted) -> None:
        self._heard()
        _say(
            f"Training {run.parameters:,} parameters on {run.train_samples:,} images, {run.epochs} epochs, {run.device}"
        )

    @Slot(object)
    def _on_epoch(self, epoch: EpochDone) -> None:
        self._heard()
        held = epoch.validation or {}
        right = f" · validation accuracy {held['accuracy']:.1%}" if "accuracy" in held else ""
        _say(f"  epoch {epoch.epoch}  loss {epoch.train['loss']:.4f}{right}")

    @Slot(object)
    def _on_finished(self, result: RunFinished) -> None:
        self._heard()
        if result.test:
            _say(f"Test accuracy {result.test['accuracy']:.2%} at {result.samples_per_second:,.0f} samples/s")
        self._window.messages.clear("recovery")
        QTimer.singleShot(SETTLE, self._save)

    @Slot()
    def _save(self) -> None:
        if not self._window.grab().save(str(self.screenshot)):
            self._end(f"{self.screenshot} cannot be written.")
            return
        self._window.controller.save_bundle(self.bundle)

    @Slot(object)
    def _on_saved(self, _saved: Saved) -> None:
        self._heard()
        _say("Exporting as ONNX …")
        self._window.controller.export(self.model, "onnx")

    @Slot(object)
    def _on_exported(self, exported: Exported) -> None:
        for line in exported.report:
            _say(f"  {line}")
        self.status = 0
        _say(f"Done. In {self._out.resolve()}: {self.screenshot.name}, {self.bundle.name}, {self.model.name}")
        self._end()

    @Slot(object)
    def _on_failed(self, failure: RunFailed | RequestFailed) -> None:
        self._end(f"{failure.message} {getattr(failure, 'hint', '')}".strip())

    @Slot(str)
    def _on_blocked(self, reason: str) -> None:
        self._end(reason)

    @Slot()
    def _on_silence(self) -> None:
        self._end(f"Nothing was heard of the training process for {PATIENCE // 1000} seconds.")

    def _heard(self) -> None:
        self._watch.start()

    def _end(self, failure: str = "") -> None:
        self._watch.stop()
        if failure:
            self.status = _fail(failure)
        self._window.controller.reset()  # what a demo trained is nobody's work
        self._window.close_quietly()


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _fail(reason: str) -> int:
    sys.stderr.write(f"The demo failed: {reason}\n")
    return 1
