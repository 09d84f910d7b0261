"""A layer that failed while training is marked among the problems, led to, and unmarked by the next edit or run."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from blocks import with_block

from playground.core.edits import Move, SetParams
from playground.core.files import save_project
from playground.protocol import RunFailed
from playground.ui.main_window import MainWindow

OpenWindow = Callable[..., MainWindow]


def failing(open_window: OpenWindow, tmp_path: Path, node: str) -> MainWindow:
    save_project(with_block(repeat=2), tmp_path / "mine.json")
    window = open_window(tmp_path / "mine.json", in_thread=True)
    window.controller.run_failed.emit(RunFailed(1, "Dense 1: torch refused.", "Change it.", node))
    return window


def test_a_layer_of_the_network_on_the_canvas_is_marked_and_selected(open_window: OpenWindow, tmp_path: Path) -> None:
    window = failing(open_window, tmp_path, "dense9")
    session = window.session
    assert [(p.code, p.severity, p.network, p.node) for p in session.check.problems] == [
        ("run", "warning", "Main", "dense9")
    ]
    assert session.check.ok  # it can be tried again
    assert session.selection == {"dense9"}
    session.do(Move("Main", {"dense9": (900.0, 0.0)}))
    assert [p.code for p in session.check.problems] == ["run"]  # nothing that computes has changed
    session.do(SetParams("Main", "dense9", {"bias": False}))
    assert session.check.problems == ()


def test_a_layer_inside_a_block_is_found_in_its_network(open_window: OpenWindow, tmp_path: Path) -> None:
    window = failing(open_window, tmp_path, "block1.1.dense1")
    session = window.session
    assert [(p.network, p.node) for p in session.check.problems] == [("Part", "dense1")]
    assert session.network == "Main"  # one is not torn away from what one looks at
    (bar,) = window.messages.bars
    (show,) = bar.buttons
    show.click()
    assert (session.network, session.selection) == ("Part", {"dense1"})


def test_a_reset_takes_the_mark_away(open_window: OpenWindow, tmp_path: Path) -> None:
    window = failing(open_window, tmp_path, "dense9")
    window.controller.run_reset.emit()
    assert window.session.check.problems == ()


def test_a_layer_that_is_no_longer_there_is_only_told(open_window: OpenWindow, tmp_path: Path) -> None:
    window = failing(open_window, tmp_path, "gone1")
    assert window.session.check.problems == ()
    (bar,) = window.messages.bars
    assert bar.text.startswith("Dense 1: torch refused.")
