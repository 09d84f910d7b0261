"""What evaluating and predicting found, as plain records that worker, window and command line share."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Literal

from playground.protocol.data import Part

if TYPE_CHECKING:
    import numpy as np

Kind = Literal["classes", "labels", "values", "data", "generated"]


# --- predictions ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Told:
    """An answer in words; ``confidence`` is the probability (or score) of the class, ``error`` a reconstruction's."""

    said: str
    confidence: float | None = None
    error: float | None = None


@dataclass(frozen=True, slots=True)
class PredictedRow:
    """What is said of one sample: in ``file`` the one that ``row`` names ("" where it holds one).

    ``values``: a number for each class, label or value, in the order of their names; empty where they have none.
    """

    file: str
    row: str
    said: str
    confidence: float | None = None
    values: tuple[float, ...] = ()
    error: float | None = None


# --- an evaluation ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ClassRow:
    """One class or label. None where something is not defined: no sample of it, or none that was called so."""

    name: str
    precision: float | None
    recall: float | None
    f1: float | None
    support: int


@dataclass(frozen=True, slots=True)
class Cell:
    """Samples of the class ``truth`` that were called ``said``: how many, and numbers of the first of them."""

    truth: int
    said: int
    count: int
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ValueRow:
    """One number that is predicted: errors in its units, ``bias`` their mean; ``r2`` None where it never varies."""

    name: str
    mae: float
    rmse: float
    bias: float
    r2: float | None


@dataclass(frozen=True, slots=True)
class Mistake:
    """A sample by its number in the part, worst first; ``origin`` names its file or line where that is known."""

    number: int
    truth: str
    said: str
    loss: float
    confidence: float | None = None
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """How well a network does on a ``part`` of its data, "test", "validation" or "train".

    ``metrics`` as while training, the loss among them. Of classes: ``per_class``, ``confusion`` (rows are what it was,
    columns what it was called) and its ``cells``; of labels ``per_class``; of numbers ``per_value`` and ``residuals``
    (truth, said) of at most some thousand; of reconstructions the errors alone. ``worst`` are the mistakes with the
    largest loss; of numbers and reconstructions the samples with the largest one, or error.
    """

    title: str
    task: str
    network: str
    dataset: str
    part: Part
    samples: int
    kind: Kind
    metrics: dict[str, float]
    classes: tuple[str, ...] = ()
    per_class: tuple[ClassRow, ...] = ()
    confusion: tuple[tuple[int, ...], ...] = ()
    cells: tuple[Cell, ...] = ()
    per_value: tuple[ValueRow, ...] = ()
    residuals: tuple[tuple[float, float], ...] = ()
    worst: tuple[Mistake, ...] = ()
    probabilities: bool = False
    notes: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Plain data for JSON."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Shown:
    """Samples of a part to be looked at: as ``images`` uint8 n×h×w or n×h×w×3, as ``curves`` float32 n×time×features,
    or as ``cells`` of text under ``columns``; with what is true and what is said of each. ``back`` are the images that
    a network gave back for these.
    """

    part: str
    numbers: tuple[int, ...]
    truth: tuple[str, ...]
    said: tuple[str, ...]
    origins: tuple[str, ...]
    images: np.ndarray | None = None
    back: np.ndarray | None = None
    curves: np.ndarray | None = None
    columns: tuple[str, ...] = ()
    cells: tuple[tuple[str, ...], ...] = ()


# --- messages between window and worker -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Evaluate:
    """Look at all samples of ``part``, with the weights of now. Answered by ``Evaluated`` or ``RequestFailed``.

    ``data_dir``: where the data of an opened bundle lie.
    """

    request: int
    run: int
    part: Part = "test"
    data_dir: str | None = None


@dataclass(frozen=True, slots=True)
class ShowSamples:
    """Samples of a part by their numbers, with what the last report's weights say of them (at most 200).

    ``report`` is the request of the report that they are to be of: refused when another has been made since.
    Answered by ``SamplesShown`` or ``RequestFailed``.
    """

    request: int
    run: int
    part: Part
    numbers: tuple[int, ...]
    data_dir: str | None = None
    report: int | None = None


@dataclass(frozen=True, slots=True)
class Predict:
    """Ask about files and folders, texts, rows (pairs of column and value), a drawing uint8 h×w or h×w×3, or
    ``samples`` N×shape in the units of the data.

    Answered by ``Predicted`` or ``RequestFailed``.
    """

    request: int
    run: int
    paths: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    rows: tuple[tuple[tuple[str, str | float | None], ...], ...] = ()
    image: np.ndarray | None = None
    samples: np.ndarray | None = None


@dataclass(frozen=True, slots=True)
class Looking:
    """How far a report is: of how many samples. A few of these come before ``Evaluated``."""

    request: int
    done: int
    samples: int


@dataclass(frozen=True, slots=True)
class Evaluated:
    """``worst`` shows the first of the report's worst samples; the weights are those after ``step``."""

    request: int
    run: int
    report: Report
    worst: Shown | None = None
    step: int = 0


@dataclass(frozen=True, slots=True)
class SamplesShown:
    request: int
    samples: Shown


@dataclass(frozen=True, slots=True)
class Predicted:
    """``names`` are those of the numbers in each row; ``tells`` what they are ("classes", "labels", "values", "data",
    …), with ``probabilities`` or plain scores. ``problems`` name the files that were left out, with the reason.
    ``back``: of a drawing the image that an autoencoder gives back, uint8 h×w or h×w×3.
    """

    request: int
    rows: tuple[PredictedRow, ...]
    names: tuple[str, ...] = ()
    tells: str = "classes"
    probabilities: bool = True
    notes: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    back: np.ndarray | None = None


# --- as text ----------------------------------------------------------------------------------------------------------

_MOST_CLASSES = 12  # of a matrix on a terminal
_MOST_WORST = 10
_TITLES = 24  # least width of the names of metrics


def report_lines(report: Report, titles: dict[str, tuple[str, bool]]) -> list[str]:
    """For a terminal. ``titles``: by metric its name for people, and whether it is a part of 100."""
    lines = [f"{report.title}: {report.samples:,} {report.part} samples of {report.dataset}", ""]
    shown = [(*titles.get(name, (name, False)), value) for name, value in report.metrics.items()]
    width = max((_TITLES, *(len(title) + 2 for title, _, _ in shown)))
    lines += [f"{title:<{width}}{_metric(value, percent)}" for title, percent, value in shown]
    lines += [*_class_lines(report), *_matrix_lines(report), *_value_lines(report), *_worst_lines(report)]
    return [*lines, *(f"note: {note}" for note in report.notes)]


def _metric(value: float, percent: bool) -> str:
    return f"{100 * value:.2f} %" if percent else f"{value:.5g}"


def _class_lines(report: Report) -> list[str]:
    if not report.per_class:
        return []
    what = "class" if report.kind == "classes" else "label"
    rows: list[tuple[str, ...]] = [(what, "precision", "recall", "F1", "samples")]
    for row in report.per_class:
        parts = ("–" if value is None else f"{100 * value:.1f} %" for value in (row.precision, row.recall, row.f1))
        rows.append((row.name, *parts, f"{row.support:,}"))
    return ["", *table(rows)]


def _matrix_lines(report: Report) -> list[str]:
    if not report.confusion or len(report.classes) > _MOST_CLASSES:
        return []
    rows = [("was \\ called", *report.classes)]
    rows += [(name, *map(str, counts)) for name, counts in zip(report.classes, report.confusion, strict=True)]
    return ["", *table(rows)]


def _value_lines(report: Report) -> list[str]:
    if not report.per_value:
        return []
    rows = [("value", "MAE", "RMSE", "bias", "R²")]
    for row in report.per_value:
        r2 = "–" if row.r2 is None else f"{row.r2:.4f}"
        rows.append((row.name, f"{row.mae:.4g}", f"{row.rmse:.4g}", f"{row.bias:.4g}", r2))
    return ["", *table(rows)]


def _worst_lines(report: Report) -> list[str]:
    worst = report.worst[:_MOST_WORST]
    if not worst:
        return []
    rows: list[tuple[str, ...]]
    if report.kind == "data":  # what came is no word
        rows = [("worst", "MSE (units of the data, squared)", "from")]
        rows += [(f"{one.number}", f"{one.loss:.4g}", one.origin[:48]) for one in worst]
    else:
        rows = [("worst", "was", "said", "loss", "from")]
        rows += [(f"{one.number}", one.truth, one.said, f"{one.loss:.4g}", one.origin[:48]) for one in worst]
    return ["", *table(rows)]


def table(rows: Iterable[tuple[str, ...]]) -> list[str]:
    """Columns side by side, names to the left and numbers to the right."""
    listed = list(rows)
    widths = [max(len(row[column]) for row in listed) for column in range(len(listed[0]))]
    return [
        "  ".join(
            cell.ljust(width) if column == 0 or not _numeric(listed, column) else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in listed
    ]


def _numeric(rows: list[tuple[str, ...]], column: int) -> bool:
    signs = set("0123456789.,-+%–e∞ ")
    return all(set(row[column]) <= signs for row in rows[1:])
