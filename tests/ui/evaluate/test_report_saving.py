"""A report as CSV and JSON, and its numbers in words."""

from __future__ import annotations

import csv
import io
import json
import math

import pytest

from playground.protocol.findings import Cell, ClassRow, Mistake, Report, ValueRow
from playground.ui.evaluate.saving import to_csv, to_json
from playground.ui.evaluate.words import metric_text, metric_title, number

CLASSES = Report(
    "Pets", "Classes", "Classifier", "pets.csv", "test", 3, "classes", {"accuracy": 2 / 3, "loss": math.nan},
    classes=("cat", "dog, small"),
    per_class=(ClassRow("cat", 0.5, 1.0, 2 / 3, 1), ClassRow("dog, small", None, 0.0, 0.0, 2)),
    confusion=((1, 0), (1, 1)), cells=(Cell(1, 0, 1, (2,)),),
    worst=(Mistake(2, "dog, small", "cat", 1.5, 0.8, "row 7"),), probabilities=True,
)  # fmt: skip
VALUES = Report(
    "Prices", "Values", "Regressor", "prices", "train", 2, "values", {"mae": 1.5},
    per_value=(ValueRow("price", 1.5, 1.6, -0.5, None),), residuals=((1.0, 2.0), (3.0, 1.0)),
)  # fmt: skip


def blocks(text: str, delimiter: str = ",") -> list[list[list[str]]]:
    return [list(csv.reader(io.StringIO(part), delimiter=delimiter)) for part in text.strip("\n").split("\n\n")]


@pytest.mark.parametrize("delimiter", [",", "\t"])
def test_the_tables_of_a_report_follow_each_other(delimiter: str) -> None:
    metrics, per_class, matrix, worst = blocks(to_csv(CLASSES, delimiter), delimiter)
    assert ["samples", "3"] in metrics
    assert per_class == [
        ["class", "precision", "recall", "f1", "samples"], ["cat", "0.5", "1.0", str(2 / 3), "1"],
        ["dog, small", "", "0.0", "0.0", "2"],
    ]  # fmt: skip
    assert matrix == [["truth \\ said", "cat", "dog, small"], ["cat", "1", "0"], ["dog, small", "1", "1"]]
    assert worst[1] == ["2", "dog, small", "cat", "1.5", "0.8", "row 7"]


def test_of_numbers_the_errors_are_saved() -> None:
    _, values = blocks(to_csv(VALUES))
    assert values == [["value", "mae", "rmse", "bias", "r2"], ["price", "1.5", "1.6", "-0.5", ""]]


def test_json_has_all_of_it_and_stays_json_where_numbers_are_not_finite() -> None:
    found = json.loads(to_json(CLASSES), parse_constant=pytest.fail)
    assert found["metrics"]["loss"] is None
    assert found["cells"] == [{"truth": 1, "said": 0, "count": 1, "numbers": [2]}]
    assert found["worst"][0]["origin"] == "row 7"


def test_numbers_are_written_for_people() -> None:
    assert metric_text("accuracy", 0.9333) == "93.33 %"
    assert metric_text("loss", 0.061234) == "0.06123"
    assert metric_title("r2") == "R²"
    assert metric_title("my_own") == "My own"
    assert number(-2917.4) == "−2917"
    assert number(123456.0) == "123,456"
    assert number(math.nan) == "–"
