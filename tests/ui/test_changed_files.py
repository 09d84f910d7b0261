"""Files of one's own that were replaced: Run says so, and a press reads them again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
from pytestqt.qtbot import QtBot

from playground import api
from playground.engine.data.inspecting import inspect
from playground.ui.main_window import MainWindow

LONG = 30_000


def files(folder: Path, count: int) -> None:
    x = np.random.default_rng(count).normal(size=(count, 4)).astype(np.float32)
    np.save(folder / "X_train.npy", x)
    np.save(folder / "y_train.npy", (x[:, 0] > 0).astype(np.int64))


def test_replaced_arrays_are_read_again_at_a_press_and_then_trained_on(
    open_window: Callable[..., MainWindow], qtbot: QtBot, tmp_path: Path
) -> None:
    files(tmp_path, 60)
    name, params = inspect([tmp_path / "X_train.npy", tmp_path / "y_train.npy"])
    net = api.Network()
    net.add("Dense", net.add("Input"), units=2, activation="Softmax")
    window = open_window(in_thread=True)
    window.session.open(api.new_project("Own", net, dataset=name, dataset_params=params, epochs=1, device="cpu"))
    window.show_workbench()
    files(tmp_path, 90)
    with qtbot.waitSignal(window.controller.run_failed, timeout=LONG):
        window.toolbar.run_button.click()
    (bar,) = window.messages.bars
    assert "holds 90 × 4 values of float32; it held 60 × 4" in window.messages.texts[0]
    (again,) = bar.buttons
    assert again.text() == "Read the files again"
    with qtbot.waitSignal(window.inspector.data_page.client.chosen, timeout=LONG):
        again.click()
    with qtbot.waitSignal(window.controller.run_started, timeout=LONG) as started:
        window.toolbar.run_button.click()
    run = started.args[0]
    assert run.train_samples + run.validation_samples + run.test_samples == 90
    with qtbot.waitSignal(window.controller.run_finished, timeout=LONG):
        pass
