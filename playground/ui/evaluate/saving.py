"""A report as text for other programs: CSV, tab-separated for the clipboard, JSON."""

from __future__ import annotations

import csv
import io
import json
import math
from collections.abc import Iterator
from typing import Any

from playground.protocol.findings import Report

Row = list[Any]


def to_json(report: Report) -> str:
    """All of it; what is not finite is null."""
    return json.dumps(_finite(report.to_dict()), indent=2, ensure_ascii=False) + "\n"


def to_csv(report: Report, delimiter: str = ",") -> str:
    """Its tables one after the other, with an empty line between them."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\n")
    for number, table in enumerate(_tables(report)):
        if number:
            text.write("\n")
        writer.writerows(table)
    return text.getvalue()


def _tables(report: Report) -> Iterator[list[Row]]:
    yield [
        ["metric", "value"], *([name, value] for name, value in report.metrics.items()),
        ["samples", report.samples], ["part", report.part], ["dataset", report.dataset], ["network", report.network],
    ]  # fmt: skip
    if report.per_class:
        head = ["class" if report.kind == "classes" else "label", "precision", "recall", "f1", "samples"]
        yield [head, *([row.name, row.precision, row.recall, row.f1, row.support] for row in report.per_class)]
    if report.confusion:
        rows = zip(report.classes, report.confusion, strict=True)
        yield [["truth \\ said", *report.classes], *([name, *counts] for name, counts in rows)]
    if report.per_value:
        head = ["value", "mae", "rmse", "bias", "r2"]
        yield [head, *([row.name, row.mae, row.rmse, row.bias, row.r2] for row in report.per_value)]
    if report.worst:
        head = ["worst sample", "truth", "said", "error" if report.kind == "data" else "loss", "confidence", "from"]
        yield [head, *([m.number, m.truth, m.said, m.loss, m.confidence, m.origin] for m in report.worst)]


def _finite(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _finite(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [_finite(each) for each in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value
