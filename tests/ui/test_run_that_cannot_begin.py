"""A run that fails before its first step leaves the last run's weights where they were."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QProgressBar
from pytestqt.qtbot import QtBot

from playground.core.edits import SetData, SetTraining
from playground.ui.main_window import MainWindow

LONG = 30_000


def test_trained_weights_outlive_a_run_whose_data_are_missing(
    open_window: Callable[..., MainWindow], qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window("digits-cnn", in_thread=True)
    controller, session = window.controller, window.session
    session.do(SetTraining({"epochs": 1}))
    session.do(SetData({"limit": 64}))
    with qtbot.waitSignal(controller.run_finished, timeout=LONG):
        controller.run()
    before = tmp_path / "before.playground"
    with qtbot.waitSignal(controller.saved, timeout=LONG):
        controller.save_bundle(before)

    controller.data_dir = tmp_path  # nothing lies there
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")  # and nothing can be downloaded
    session.do(SetData({"dataset": "mnist"}))
    with qtbot.waitSignal(controller.run_failed, timeout=LONG):
        controller.run()

    assert controller.has_weights
    assert controller.state == "finished"  # as before it
    assert window.toolbar.status()[:2] == ("Could not begin", "What was trained before is kept")
    bar = window.toolbar.findChild(QProgressBar)
    assert bar.maximum() > 0  # it rests: nothing is under way
    assert window.toolbar.progress() == 1.0  # as the run before left it
    after = tmp_path / "after.playground"
    with qtbot.waitSignal(controller.saved, timeout=LONG):
        controller.save_bundle(after)
    assert _weights(after) == _weights(before)


def _weights(bundle: Path) -> bytes:
    with zipfile.ZipFile(bundle) as archive:
        return archive.read("weights.safetensors")


def test_trained_weights_outlive_a_file_that_cannot_be_read_and_train_on(
    open_window: Callable[..., MainWindow], qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window("digits-cnn", in_thread=True)
    controller, session = window.controller, window.session
    session.do(SetTraining({"epochs": 1}))
    session.do(SetData({"limit": 64}))
    with qtbot.waitSignal(controller.run_finished, timeout=LONG):
        controller.run()
    before, after, broken = (tmp_path / name for name in ("before.playground", "after.playground", "broken.onnx"))
    with qtbot.waitSignal(controller.saved, timeout=LONG):
        controller.save_bundle(before)
    broken.write_bytes(b"\x08\x0anot a model")
    with qtbot.waitSignal(controller.bundle_refused, timeout=LONG):
        controller.import_model(broken)

    assert controller.has_weights and controller.can["train_on"]
    with qtbot.waitSignal(controller.saved, timeout=LONG):
        controller.save_bundle(after)
    assert _weights(after) == _weights(before)
    with qtbot.waitSignal(controller.run_finished, timeout=LONG) as ended:
        controller.train_on()
    assert ended.args is not None and ended.args[0].epochs == 2
