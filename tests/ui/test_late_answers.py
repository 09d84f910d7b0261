"""Answers to what was drawn a moment ago are told to those who draw, and to nobody else."""

from __future__ import annotations

from playground.protocol import Brought, Confusion, FromData, Layers
from playground.ui.evaluate.words import short_count
from playground.ui.watching import late


def test_an_older_drawing_of_the_same_question_is_late() -> None:
    assert late(Layers("A", Brought(3)), Layers("A", Brought(5)))
    assert not late(Layers("A", Brought(5)), Layers("A", Brought(3)))  # the newer one comes later
    assert not late(Layers("A", Brought(5)), Layers("A", Brought(5)))  # that is the answer
    assert not late(Layers("B", Brought(3)), Layers("A", Brought(5)))
    assert not late(Layers("A", FromData()), Layers("A", Brought(5)))
    assert not late(Confusion("A"), Layers("A", Brought(5)))


def test_counts_are_short_where_little_fits() -> None:
    counts = (0, 980, 999, 1000, 1119, 9949, 9950, 12_345, 999_499, 999_500, 3_400_000)
    shown = ("0", "980", "999", "1.0k", "1.1k", "9.9k", "10k", "12k", "999k", "1.0M", "3.4M")
    assert tuple(map(short_count, counts)) == shown
