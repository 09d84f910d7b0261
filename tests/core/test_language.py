"""Words come from the catalogue that is installed, with values at their named places."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from playground.core.language import VARIABLE, mark, read_catalogue, speak, speak_as_told, tr


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    speak(None)


def test_without_a_catalogue_the_text_itself_is_said() -> None:
    assert tr("Run") == "Run"
    assert tr("{count} layers of {name}", count=3, name="Encoder") == "3 layers of Encoder"
    assert tr("a brace { stays where no values are given") == "a brace { stays where no values are given"
    assert mark("Layer") == "Layer"


def test_a_catalogue_may_put_values_in_another_order_and_lack_a_text() -> None:
    speak({"{count} layers of {name}": "{name} 的 {count} 个层"}.get)
    assert tr("{count} layers of {name}", count=3, name="Encoder") == "Encoder 的 3 个层"
    assert tr("Stop") == "Stop"


def test_a_catalogue_is_read_from_a_file_of_qt_linguist(tmp_path: Path) -> None:
    file = tmp_path / "playground_zh_CN.ts"
    file.write_text(
        '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE TS><TS version="2.1" language="zh_CN"><context><name>p</name>'
        "<message><source>Loss &amp; rate</source><translation>损失 &amp; 学习率</translation></message>"
        '<message><source>Stop</source><translation type="unfinished">停</translation></message>'
        "<message><source>Go</source><translation></translation></message></context></TS>",
        encoding="utf-8",
    )
    assert read_catalogue(file) == {"Loss & rate": "损失 & 学习率"}


def test_a_language_that_nobody_knows_is_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "tlh")
    speak_as_told()
    assert tr("Run") == "Run" and os.environ[VARIABLE] == "en"
