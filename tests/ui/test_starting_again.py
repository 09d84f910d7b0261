"""Another language is chosen: the program says that it speaks it from its next start, and offers to start again."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from playground.core.edits import SetProject
from playground.core.presets import preset_path
from playground.ui import starting_again
from playground.ui.main_window import MainWindow
from playground.ui.settings import settings
from playground.ui.windows import new_window, open_windows

OpenWindow = Callable[..., MainWindow]


def test_choosing_a_language_offers_to_start_again_and_choosing_back_does_not(open_window: OpenWindow) -> None:
    window = open_window()
    window.commands.change_language("zh_CN")
    assert settings().language == "zh_CN"
    assert window.messages.texts == ["Neural Playground speaks 简体中文 from its next start."]
    assert [button.text() for button in window.messages.bars[0].buttons] == ["Start again now"]
    window.commands.change_language("en")
    assert window.messages.texts == []


def test_all_windows_close_and_the_project_in_front_comes_back(
    tmp_path: Path, answer: Callable[[str], list[str]], qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = preset_path("spiral-2d")
    assert source is not None
    path = tmp_path / "mine.json"
    path.write_bytes(source.read_bytes())
    window = new_window(in_thread=True)
    assert window.open_path(path)
    monkeypatch.setattr(starting_again, "_wanted", [])
    window.session.do(SetProject({"title": "Edited"}))
    answer("Cancel")
    assert not starting_again.start_again()
    assert open_windows() == (window,) and starting_again._wanted == []
    answer("Save")
    assert starting_again.start_again()
    assert open_windows() == ()
    assert starting_again._wanted == [starting_again.command(path)]
    assert '"Edited"' in path.read_text(encoding="utf-8")


def test_what_is_started_is_this_program() -> None:
    program, *arguments = starting_again.command(None)
    told = subprocess.run([program, *arguments, "--help"], capture_output=True, text=True, check=True, env=os.environ)
    assert program == sys.executable and "playground" in told.stdout
