"""What is true and what is said, in words."""

from __future__ import annotations

import numpy as np
import pytest

from playground.engine.wording import four_digits, in_words, labels, numbers
from playground.training.datasets import Target

CLASSES, LABELS = Target.classes("ant", "bee", "cat"), Target.labels("sour", "sweet")
VALUES = Target.values(*"vwxyz")


def test_a_class_is_named_by_its_number_and_by_the_highest_score() -> None:
    assert in_words(CLASSES, np.array([2, 0])) == ("cat", "ant")
    assert in_words(CLASSES, np.array([[0.1, 0.7, 0.2]])) == ("bee",)


def test_labels_are_those_above_the_limit() -> None:
    scores = np.array([[0.6, 0.9], [-1.0, 0.2], [0.0, 0.5]])
    assert in_words(LABELS, scores) == ("sour, sweet", "none", "none")
    assert in_words(LABELS, scores, limit=0.0) == ("sour, sweet", "sweet", "sweet")
    with pytest.raises(ValueError, match="longer"):
        labels(("sour",), np.array([True, False]))


def test_of_many_numbers_the_first_are_told_and_that_there_are_more() -> None:
    row = np.array([0.5, 1 / 3, -2, 1e9, 5], np.float32)
    assert in_words(VALUES, row[None]) == ("0.5, 0.333333, -2, 1e+09 …",)
    assert in_words(VALUES, row[None], most=5, number=four_digits) == ("0.5, 0.3333, −2, 1e+09, 5",)
    assert numbers(row[:2], names=("a", "b")) == "a 0.5, b 0.333333"
    assert in_words(Target.values("y"), np.array([0.25])) == ("0.25",)


def test_nothing_is_said_where_nothing_is_to_be_predicted() -> None:
    assert in_words(Target("none"), np.zeros((2, 0))) == ("", "")
    assert in_words(VALUES, np.zeros((0, 5))) == ()


def test_a_number_that_is_not_there_is_missing() -> None:
    assert [four_digits(value) for value in (float("nan"), -0.123456, 1234567.0)] == ["missing", "−0.1235", "1.235e+06"]
