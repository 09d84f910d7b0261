"""File ▸ Import: the worker reads, the window shows, and from then on all is as with an opened bundle."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from onnx_models import hand_made, node, run as run_file
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from playground.core.project import Project
from playground.ui.dialogs import files as dialogs
from playground.ui.main_window import MainWindow

OpenWindow = Callable[..., MainWindow]
LONG = 30_000
RANDOM = np.random.default_rng(0)


def weights(*shape: int) -> np.ndarray:
    return (RANDOM.standard_normal(shape) * 0.1).astype(np.float32)


@pytest.fixture
def fitting(tmp_path: Path) -> Path:
    """A network for the digits that come with the program."""
    nodes = [
        node("Conv", ["x", "conv1.weight"], ["c"], strides=[4, 4]), node("Relu", ["c"], ["r"]),
        node("Flatten", ["r"], ["f"]), node("Gemm", ["f", "dense1.weight"], ["y"], transB=1),
    ]  # fmt: skip
    constants = {"conv1.weight": weights(4, 1, 4, 4), "dense1.weight": weights(10, 196)}
    return hand_made(tmp_path / "fitting.onnx", nodes, {"x": ["N", 1, 28, 28]}, constants)


@pytest.fixture
def odd(tmp_path: Path) -> Path:
    nodes = [node("Sin", ["x"], ["s"]), node("MatMul", ["s", "w"], ["y"])]
    return hand_made(tmp_path / "odd.onnx", nodes, {"x": ["N", 12]}, {"w": weights(12, 3)})


def import_file(window: MainWindow, qtbot: QtBot, path: Path) -> None:
    with qtbot.waitSignal(window.controller.model_imported, timeout=LONG):
        assert window.open_path(path)


def graph_of(window: MainWindow) -> list[str]:
    project = window.session.project
    return [placed.id for placed in project.networks[project.main_network].nodes]


def test_the_menu_asks_and_the_canvas_shows_the_network(
    open_window: OpenWindow, qtbot: QtBot, fitting: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    monkeypatch.setattr(dialogs, "ask_import", lambda _parent: fitting)
    with qtbot.waitSignal(window.controller.model_imported, timeout=LONG):
        window.menu_actions.import_onnx.trigger()
    controller = window.controller
    assert graph_of(window) == ["input1", "conv1", "flatten1", "dense1"]
    assert controller.state == "paused"
    assert (controller.has_weights, controller.unsaved_weights) == (True, True)


def test_saved_and_exported_it_computes_the_same(
    open_window: OpenWindow, qtbot: QtBot, fitting: Path, tmp_path: Path
) -> None:
    window = open_window(in_thread=True)
    import_file(window, qtbot, fitting)
    controller = window.controller
    with qtbot.waitSignal(controller.saved, timeout=LONG):
        controller.save_bundle(tmp_path / "kept.playground")
    assert not controller.unsaved_weights
    controller.reset()
    window.session.open(Project())
    with qtbot.waitSignal(controller.bundle_opened, timeout=LONG):
        assert window.open_path(tmp_path / "kept.playground")
    assert controller.has_weights
    with qtbot.waitSignal(controller.exported, timeout=2 * LONG):
        controller.export(tmp_path / "again.onnx", "onnx")
    samples = RANDOM.random((3, 1, 28, 28), dtype=np.float32)
    np.testing.assert_allclose(
        run_file(tmp_path / "again.onnx", [samples])[0], run_file(fitting, [samples])[0], atol=1e-5
    )


def test_run_trains_on_from_the_imported_weights(open_window: OpenWindow, qtbot: QtBot, fitting: Path) -> None:
    window = open_window(in_thread=True)
    import_file(window, qtbot, fitting)
    with qtbot.waitSignal(window.controller.progressed, timeout=LONG) as progress:
        window.controller.step()
    assert progress.args[0].step == 1
    qtbot.waitUntil(lambda: window.controller.state == "paused", timeout=LONG)


def test_placeholders_are_told_in_a_sentence_and_as_problems(open_window: OpenWindow, qtbot: QtBot, odd: Path) -> None:
    window = open_window(in_thread=True)
    import_file(window, qtbot, odd)
    assert graph_of(window) == ["input1", "sin1", "dense1"]
    problems = [problem for problem in window.session.check.problems if problem.code == "unknown-layer"]
    assert [problem.node for problem in problems] == ["sin1"]
    assert window.controller.has_weights
    # Run says why it cannot, and the weights stay
    with qtbot.waitSignal(window.controller.run_failed, timeout=LONG) as failed:
        window.controller.run()
    assert "the ONNX operator 'Sin' has no layer here" in failed.args[0].message
    assert window.controller.has_weights
    assert window.controller.state == "paused"


def test_a_bad_file_is_one_message_and_what_is_open_stays(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window(in_thread=True)
    before = window.session.project
    (tmp_path / "bad.onnx").write_bytes(b"no model")
    with qtbot.waitSignal(window.controller.bundle_refused, timeout=LONG) as refused:
        assert window.open_path(tmp_path / "bad.onnx")
    assert refused.args[0].message.startswith("bad.onnx: is not an ONNX file, or is damaged")
    assert window.session.project is before
    assert window.controller.state == "idle"


def test_a_model_dropped_on_the_window_is_imported(open_window: OpenWindow, qtbot: QtBot, fitting: Path) -> None:
    window = open_window(in_thread=True)
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile(str(fitting))])
    event = QDropEvent(
        QPointF(300, 300), Qt.DropAction.CopyAction, dragged, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    _ = window.controller
    with qtbot.waitSignal(window.controller.model_imported, timeout=LONG):
        window.dropEvent(event)
    assert graph_of(window) == ["input1", "conv1", "flatten1", "dense1"]


def test_edits_made_while_the_worker_reads_are_asked_about(
    open_window: OpenWindow, qtbot: QtBot, fitting: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from playground.core.edits import SetProject

    window = open_window(in_thread=True)
    asked: list[str] = []
    monkeypatch.setattr(window.files, "may_leave", lambda doing, then, run=True: asked.append(doing) or not asked[1:])
    with qtbot.waitSignal(window.controller.model_imported, timeout=LONG):
        assert window.open_path(fitting)
        window.session.do(SetProject({"title": "Mine"}))
    assert asked == ["importing a model"] * 2
    assert window.session.project.title == "Mine"
    assert not window.controller.has_weights
