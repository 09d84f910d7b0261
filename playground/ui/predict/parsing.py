"""What is typed or pasted as samples: rows with their columns, texts, numbers of a series."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Sequence

from playground.core.language import tr
from playground.ui.widgets.numbers import counted

Rows = tuple[tuple[tuple[str, str | float | None], ...], ...]
MOST_ROWS = 100_000
_DELIMITERS = ("\t", ";", ",")


class Unreadable(Exception):
    """Why a text holds no samples: what was found, where, and what is expected."""


def read_rows(text: str, names: Sequence[str]) -> Rows:
    """Rows under their columns' names. Raises ``Unreadable``.

    Cells are apart by tabs, semicolons or commas. The first line names them; without such a line they are those of
    ``names``, in order. An empty cell is a missing value.
    """
    lines = [line for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n") if line.strip()]
    if not lines:
        raise Unreadable(
            tr("There is nothing to predict from: paste rows, the first line with the names of the columns.")
        )
    if len(lines) > MOST_ROWS + 1:
        raise Unreadable(
            tr(
                "These are {count:,} lines; at most {most_rows:,} at once. Open a file instead.",
                count=len(lines),
                most_rows=MOST_ROWS,
            )
        )
    delimiter = _delimiter(lines[0])
    table = [[cell.strip() for cell in row] for row in csv.reader(io.StringIO("\n".join(lines)), delimiter=delimiter)]
    head, body, first = _headed(table, names)
    if not body:
        raise Unreadable(tr("There is only the line with the names of the columns: add a row under it."))
    for number, row in enumerate(body, first):
        if len(row) != len(head):
            values = {"number": number, "cells": len(row), "count": len(head), "listed": _listed(head)}
            raise Unreadable(
                tr("Line {number} has {cells} cell; there are {count} columns: {listed}.", **values)
                if len(row) == 1
                else tr("Line {number} has {cells} cells; there are {count} columns: {listed}.", **values)
            )
    return tuple(tuple((name, cell or None) for name, cell in zip(head, row, strict=True)) for row in body)


def read_texts(text: str) -> tuple[str, ...]:
    """Each line one text. Raises ``Unreadable``."""
    found = tuple(line.strip() for line in text.splitlines() if line.strip())
    if not found:
        raise Unreadable(tr("There is nothing to predict from: write a text, each line is one."))
    return found


def read_series(text: str, steps: int, features: int) -> list[list[list[float]]]:
    """Windows of ``steps`` moments with ``features`` numbers each. Raises ``Unreadable``.

    With one feature numbers stand apart by anything; with several each line is a moment. Of a longer series every
    window is taken, one after the other from its end: the last one forecasts what comes after all that was given.
    """
    moments = _moments(text, features)
    if len(moments) < steps:
        values = {"count": len(moments), "features": features, "steps": steps}
        raise Unreadable(
            tr("These are {count:,} numbers; the network looks back on {steps:,}.", **values)
            if features == 1
            else tr("These are {count:,} lines of {features} numbers; the network looks back on {steps:,}.", **values)
        )
    windows = len(moments) // steps
    start = len(moments) - windows * steps
    return [moments[start + n * steps : start + (n + 1) * steps] for n in range(windows)]


def _moments(text: str, features: int) -> list[list[float]]:
    moments: list[list[float]] = []
    for number, line in enumerate(text.splitlines(), 1):
        words = line.replace("\t", " ").replace(";", " ").replace(",", " ").split()
        values = []
        for word in words:
            value = _number(word)
            if value is None:
                raise Unreadable(tr("Line {number}: “{word}” is no number.", number=number, word=word[:40]))
            values.append(value)
        if features == 1:
            moments += [[value] for value in values]
        elif values:
            if len(values) != features:
                raise Unreadable(
                    tr(
                        "Line {number} has {counted}; each moment has {features}.",
                        number=number,
                        counted=counted(len(values), "number"),
                        features=features,
                    )
                )
            moments.append(values)
    if not moments:
        raise Unreadable(tr("There is nothing to predict from: paste the numbers of a series."))
    return moments


def _headed(table: list[list[str]], names: Sequence[str]) -> tuple[list[str], list[list[str]], int]:
    """Names of the columns, the rows, and the number of the first row's line."""
    head = table[0]
    known = {name.casefold(): name for name in names}
    matching = [known.get(cell.casefold(), cell) for cell in head]
    numbers = all(_number(cell) is not None or not cell for cell in head)
    if not any(cell in names for cell in matching) and (numbers or len(table) == 1) and len(head) == len(names):
        return list(names), table, 1
    if numbers:
        raise Unreadable(
            tr(
                "The first line holds {counted} and no names; the network takes {counted2}: {listed}.",
                counted=counted(len(head), "number"),
                counted2=counted(len(names), "column"),
                listed=_listed(names),
            )
        )
    twice = next((cell for cell in matching if matching.count(cell) > 1), None)
    if twice is not None:
        raise Unreadable(tr("Two columns are called “{twice}”.", twice=twice) if twice else tr("A column has no name."))
    return matching, table[1:], 2


def _delimiter(line: str) -> str:
    return next((each for each in _DELIMITERS if each in line), ",")


def _number(text: str) -> float | None:
    try:
        value = float(text.replace("−", "-"))
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(names[:8])
    return tr("{listed} and {count} more", listed=shown, count=len(names) - 8) if len(names) > 8 else shown
