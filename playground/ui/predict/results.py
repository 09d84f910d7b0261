"""What the network said of files, rows or texts, as a table; files that could not be read stand in it too."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from playground.core.language import mark, tr
from playground.protocol import Predicted
from playground.ui.evaluate.words import number, percent
from playground.ui.widgets.basics import label, set_text
from playground.ui.widgets.elided import ElidedLabel
from playground.ui.widgets.numbers import counted
from playground.ui.widgets.value_table import Column, ValueTable

_MOST_TOLD = 2  # problems that stand over the table, too
_NAMES = 150  # pixels for the name of a file or a sample: what is said of it counts
_LEAST = 120  # beside what is drawn or typed
_MOST_COLUMNS = 40  # for numbers of single classes; a file has them all
EMPTY = mark("Open files or a folder, or drop them here: what the network says of each stands here as a table.")


class Results(QWidget):
    """Sortable; ``to_csv`` gives all of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.answer: Predicted | None = None
        self.title, self.notes = ElidedLabel("strong"), label("", "caption", wrap=True)
        self.problems = label("", "bad-caption", wrap=True)
        self.table, self.empty = ValueTable(tr("Predictions")), label(tr(EMPTY), "muted", wrap=True)
        self._pages = QStackedWidget()
        for page in (self.empty, self.table):
            self._pages.addWidget(page)
        self.setMinimumWidth(_LEAST)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 0, 0, 0)
        layout.setSpacing(4)
        for widget in (self.title, self.problems, self.notes):
            layout.addWidget(widget)
        layout.addWidget(self._pages, 1)
        self.show_answer(None)

    def show_answer(self, answer: Predicted | None) -> None:
        """Replace all; None empties it."""
        self.answer = answer
        if answer is None:
            self.title.hide()
            for told in (self.problems, self.notes):
                set_text(told, "")
            self._pages.setCurrentWidget(self.empty)
            return
        self.title.show()
        self.title.show_text(_summary(answer))
        lost = [f"{Path(file).name}: {reason}" for file, reason in map(_split, answer.problems[:_MOST_TOLD])]
        set_text(self.problems, "\n".join(lost) if len(answer.problems) <= _MOST_TOLD else "")
        set_text(self.notes, "; ".join(answer.notes))
        columns, rows, wrong = _table(answer)
        self.table.show_rows(columns, rows, wrong)
        self._pages.setCurrentWidget(self.table)


def to_csv(answer: Predicted, delimiter: str = ",") -> str:
    """A line for each sample, then for each file that could not be read."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\n")
    numbered = any(row.values for row in answer.rows)
    score = _score(answer)
    head = ["file", "sample", "prediction", *([score.lower()] if score else []), *(answer.names if numbered else ())]
    writer.writerow([*head, *(["problem"] if answer.problems else [])])
    for row in answer.rows:
        told = [row.error if answer.tells == "data" else row.confidence] if score else []
        values = row.values if numbered else ()
        cells = [row.file, row.row, row.said, *("" if v is None else v for v in (*told, *values))]
        writer.writerow([*cells, *([""] if answer.problems else [])])
    for problem in answer.problems:
        file, reason = _split(problem)
        writer.writerow([file, *[""] * (len(head) - 1), reason])
    return text.getvalue()


def _summary(answer: Predicted) -> str:
    """ "12 predictions, 1 file could not be read"."""
    said, lost = counted(len(answer.rows), "prediction"), len(answer.problems)
    if not lost:
        return said
    return tr("{predictions}, {files} could not be read", predictions=said, files=counted(lost, "file"))


def _score(answer: Predicted) -> str:
    """The heading, in English, of the number beside each answer; none where there is none."""
    if answer.tells == "data":
        return mark("Error")
    if all(row.confidence is None for row in answer.rows):
        return ""
    return mark("Confidence") if answer.probabilities else mark("Score")


def _table(answer: Predicted) -> tuple[list[Column], list[list[Any]], list[int]]:
    files = any(row.file for row in answer.rows) or bool(answer.problems)
    samples, score = any(row.row for row in answer.rows), _score(answer)
    names = answer.names[:_MOST_COLUMNS] if any(row.values for row in answer.rows) else ()
    shown = percent if answer.probabilities and answer.tells in ("classes", "labels") else number
    columns = [Column(tr("File"), right=False, widest=_NAMES)] if files else []
    columns += [Column(tr("Sample"), right=False, widest=_NAMES)] if samples else []
    columns += [Column(tr("Says"), _said, right=answer.tells == "values")]
    columns += [Column(tr(score), shown if score == "Confidence" else number)] if score else []
    columns += [Column(name, shown) for name in names] if answer.tells != "values" or len(names) > 1 else []
    plain = len(columns)
    columns += [Column(tr("Problem"), right=False)] if answer.problems else []
    rows: list[list[Any]] = []
    for problem in answer.problems:  # first: what is missing must not be looked for
        file, reason = _split(problem)
        cells: list[Any] = [Path(file).name, *([""] if samples else []), tr("not read")]
        rows.append([*cells, *[None] * (plain - len(cells)), reason])
    for row in answer.rows:
        cells = [Path(row.file).name] if files else []
        cells += [row.row] if samples else []
        cells += [row.values[0] if answer.tells == "values" and len(row.values) == 1 else row.said]
        cells += [row.error if answer.tells == "data" else row.confidence] if score else []
        rows.append([*cells, *(row.values[: plain - len(cells)])])
    return columns, [[*row, *[None] * (len(columns) - len(row))] for row in rows], list(range(len(answer.problems)))


def _said(value: Any) -> str:
    return f"{value:.6g}" if isinstance(value, float) else str(value)


def _split(problem: str) -> tuple[str, str]:
    """File and reason of "path: reason"."""
    file, separator, reason = problem.partition(": ")
    return (file, reason) if separator else ("", problem)
