"""Which notes of a reading tell of something lost, in whatever language they were said."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from docs.translations import literals
from playground.core.language import speak
from playground.training.datasets import own
from playground.training.datasets.own import LOSSES, told_losses

ENGLISH = (
    "Columns are divided by semicolons.",
    "Skipped: 3 lines without a value.",
    "“born” holds dates and is left out.",
    "“id” numbers the rows and is taken as an input; ignore it if that is all it does.",
    "Left out: 2 rows without “price”.",
)


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    speak(None)


def test_losses_are_told_from_other_notes() -> None:
    assert told_losses(ENGLISH) == (ENGLISH[1], ENGLISH[2], ENGLISH[4])


def test_a_translation_may_begin_and_end_as_it_likes() -> None:
    speak({"Skipped: {counted}.": "共跳过{counted}。", "“{name}” is empty and is left out.": "略去空列“{name}”。"}.get)
    notes = ("共跳过 3 行。", "略去空列“b”。", "列以分号分隔。", *ENGLISH[:2])
    assert told_losses(notes) == ("共跳过 3 行。", "略去空列“b”。", ENGLISH[1])


def test_every_loss_is_a_sentence_of_the_readers() -> None:
    folder = Path(own.__file__).parents[2] / "engine" / "data"
    said = {text for path in folder.rglob("*.py") for text in literals(path)}
    assert not set(LOSSES) - said
