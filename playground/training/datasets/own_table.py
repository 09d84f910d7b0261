"""One's own table: CSV, TSV or Parquet, looked at row by row or as a series over time."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from playground.core.graph import Record
from playground.core.language import tr
from playground.core.shape import Shape
from playground.training.datasets.dataset import Dataset, Target
from playground.training.datasets.own import FOUND, MISSING, Count, Found, Own, file_name, shortened

ColumnType = Literal["number", "category", "text", "ignore"]
Encoding = Literal["utf-8", "latin-1"]
# a target of whole numbers with no more different values than this is taken for classes
MAX_WHOLE_CLASSES = 20


class TableColumn(Record):
    """A column as reading found it. ``categories`` are its different values, sorted, where they are few enough.

    ``numbers``: every value is a number, ``whole``: a whole one; ``type`` is what was guessed.
    """

    name: str
    type: ColumnType
    missing: Count = 0
    distinct: Count = 0
    numbers: bool = False
    whole: bool = False
    categories: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None


class TableFound(Found):
    """What reading a table found. ``rows`` counts all; ``header``: its first line names the columns."""

    rows: Count
    columns: tuple[TableColumn, ...]
    separator: str = ","
    decimal: Literal[".", ","] = "."
    header: bool = True


class Table(Own):
    """A table whose columns are numbers or categories."""

    name: ClassVar[str] = "table"
    title: ClassVar[str] = "Table"
    summary: ClassVar[str] = "Your own CSV, TSV or Parquet file: choose what to predict, and from which columns."
    file: str = Field("", max_length=4096, description="The table.", json_schema_extra={"editor": "file"})
    target: tuple[str, ...] = Field(
        (), description="What to predict: one column, or several of numbers or of yes and no. None to predict nothing."
    )
    columns: dict[str, ColumnType] = Field({}, description="Other types than those guessed, by name of the column.")
    look: Literal["table", "sequences"] = Field(
        "table", description="Each row for itself, or rows that follow each other in time and are to be forecast."
    )
    steps: int = Field(20, ge=1, le=10_000, description="Rows that a forecast looks back on.")
    horizon: int = Field(1, ge=1, le=1000, description="Rows ahead that are forecast.")
    encoding: Encoding = Field("utf-8", description="How a file of text is written; Latin-1 for old files.")
    found: TableFound | None = Field(None, json_schema_extra=FOUND)

    @property
    def files(self) -> tuple[str, ...]:
        return (self.file,) if self.file else ()

    @property
    def decides(self) -> tuple[str, ...]:
        return self.file, self.encoding

    @property
    def parts(self) -> TableFound:
        """What reading found. Raises ``ValueError`` before."""
        if self.found is None:
            raise ValueError("the table has not been read yet")
        return self.found

    def column(self, name: str) -> TableColumn:
        """Raises ``KeyError``."""
        for column in self.parts.columns:
            if column.name == name:
                return column
        raise KeyError(name)

    def type_of(self, column: TableColumn) -> ColumnType:
        """What a person chose, else what was guessed; few whole numbers are classes where they are to be predicted."""
        if column.name in self.columns:
            return self.columns[column.name]
        few = column.whole and column.categories and column.distinct <= MAX_WHOLE_CLASSES
        if self.look == "table" and column.type == "number" and few and column.name in self.target:
            return "category"
        return column.type

    @property
    def inputs(self) -> tuple[TableColumn, ...]:
        """Columns that a sample consists of: numbers and categories; in a series also the past of the targets."""
        known = set() if self.look == "sequences" else set(self.target)
        return tuple(
            column for column in self.parts.columns
            if column.name not in known and self.type_of(column) in {"number", "category"}
        )  # fmt: skip

    @property
    def targets(self) -> tuple[TableColumn, ...]:
        return tuple(self.column(name) for name in self.target)

    def features(self) -> tuple[tuple[str, bool], ...]:
        """Name of each number of a sample, and whether scaling leaves it alone: those of categories are 0 or 1."""
        found: list[tuple[str, bool]] = []
        for column in self.inputs:
            if self.type_of(column) == "number":
                found.append((column.name, False))
            else:
                found += [(f"{column.name}={value}", True) for value in choices(column)]
        return tuple(found)

    def _lacking(self) -> str:
        file, names = file_name(self.file), {column.name for column in self.parts.columns}
        unknown = [name for name in (*self.target, *self.columns) if name not in names]
        if unknown:
            return tr("“{name}” is no column of {file}", name=unknown[0], file=file)
        if len(set(self.target)) < len(self.target):
            return tr("a target is named twice")
        for column in (*self.inputs, *self.targets):
            if self.type_of(column) == "category" and not column.categories and column.distinct:
                return tr(
                    "column “{name}” has {count:,} different values, too many for a category; make it a number, or "
                    "ignore it",
                    name=column.name,
                    count=column.distinct,
                )
        if not self.inputs:
            return tr("no column of {file} is left to learn from; make one a number or a category", file=file)
        return self._lacking_target() or self._lacking_rows()

    def _lacking_target(self) -> str:
        types = {self.type_of(column) for column in self.targets}
        for column in self.targets:
            if self.type_of(column) in {"text", "ignore"}:
                return tr("the target “{name}” must be a number or a category", name=column.name)
            if column.distinct < 2:
                return self._never_varies(column)
        if len(types) > 1:
            return tr("targets must be numbers alone or categories alone; change the type of one, or choose another")
        if types == {"category"} and self.look == "sequences":
            return tr("a forecast predicts numbers; choose a column of numbers as the target")
        if types == {"category"} and len(self.target) > 1 and any(len(c.categories) != 2 for c in self.targets):
            return tr("several categories can be predicted at once only where each is a yes or no; choose one target")
        if self.look == "sequences" and not self.target:
            return tr("a forecast needs a target: the column whose next values are predicted")
        return ""

    def _never_varies(self, column: TableColumn) -> str:
        """Why a target of one value will not do, with those that would."""
        if not column.distinct:
            return tr("the target “{name}” has no value in any row; choose another target", name=column.name)
        value = column.categories[0] if column.categories else f"{column.low:g}" if column.low is not None else ""
        others = tuple(
            f"“{each.name}”" for each in self.parts.columns
            if each.distinct > 1 and each.name not in self.target and self.type_of(each) in {"number", "category"}
        )  # fmt: skip
        if not others:
            return tr(
                "the target “{name}” has one value only, “{value}”: nothing can be learned from it; choose another "
                "target",
                name=column.name,
                value=value,
            )
        return tr(
            "the target “{name}” has one value only, “{value}”: nothing can be learned from it; choose another target: "
            "{others}",
            name=column.name,
            value=value,
            others=shortened(others),
        )

    def _lacking_rows(self) -> str:
        if self.samples >= 1:
            return ""
        if self.look == "sequences":
            return tr(
                "{file} has {rows:,} rows; looking back on {steps:,} and ahead {horizon:,} takes at least {least:,}",
                file=file_name(self.file),
                rows=self.parts.rows,
                steps=self.steps,
                horizon=self.horizon,
                least=self.steps + self.horizon,
            )
        return tr("no row of {file} has a target", file=file_name(self.file))

    @property
    def samples(self) -> int:
        """Rows with a target, or windows. With several targets those that are missing are taken to be in one row."""
        if self.look == "sequences":
            return max(0, self.parts.rows - self.steps) // self.horizon
        return self.parts.rows - max((column.missing for column in self.targets), default=0)

    def _target(self) -> Target:
        if not self.target:
            return Target("none")
        if self.look == "sequences":
            names = [f"{name} at t+{step}" for step in range(1, self.horizon + 1) for name in self.target]
            return Target.values(*names)
        if self.type_of(self.targets[0]) == "number":
            return Target.values(*self.target)
        if len(self.target) > 1:
            return Target.labels(*self.target)
        return Target.classes(*self.targets[0].categories)

    def _described(self) -> Dataset:
        features = self.features()
        names, fixed = tuple(name for name, _ in features), tuple(still for _, still in features)
        series = self.look == "sequences"
        shape = Shape.sequence(self.steps, len(names)) if series else Shape.vector(len(names))
        return Dataset(
            self.name, file_name(self.file), self.summary, shape, self._target(), self.samples, look=self.look,
            ordered=series, features=names, fixed=fixed, source=tr("Your own file"), notes=self.parts.notes,
        )  # fmt: skip


def choices(column: TableColumn) -> tuple[str, ...]:
    """The categories of an input; a missing one is one of its own where any is missing."""
    return (*column.categories, MISSING) if column.missing else column.categories
