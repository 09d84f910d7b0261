"""The columns of the analysis table: heading, what a cell says, and what it is sorted by."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import prod
from typing import Any

from playground.core.language import mark, tr
from playground.training.analysis import Costs, Row, named_outputs, seen
from playground.ui.widgets.numbers import byte_size, grouped

Key = float | str


@dataclass(frozen=True, slots=True)
class Column:
    """``heading`` and ``help`` are for ``tr``. Those with a ``total`` are numbers, on the right. A first click sorts
    ``words`` from A, others from the top.
    """

    heading: str
    help: str
    text: Callable[[Row], str]
    key: Callable[[Row], Key]
    total: Callable[[Costs], str] | None = None
    width: int = 90
    words: bool = False
    optional: str = ""  # the field of ``Costs`` that must not be 0 throughout

    @property
    def number(self) -> bool:
        return self.total is not None


def _count(name: str, heading: str, help_text: str, *, width: int = 94, optional: bool = False) -> Column:
    def value(costs: Any) -> int:
        return int(getattr(costs, name))

    return Column(
        heading, help_text, lambda row: grouped(value(row.costs)), lambda row: float(value(row.costs)),
        lambda costs: grouped(value(costs)), width, optional=name if optional else "",
    )  # fmt: skip


def _numbers_made(row: Row) -> Key:
    return float(sum(shape.count for shape in row.outputs))


def _field_size(row: Row) -> Key:
    if row.field is None:
        return -1.0
    return float("inf") if row.field.whole else float(prod(row.field.size))


COLUMNS: tuple[Column, ...] = (
    Column(
        mark("Layer"), mark("Its name; blocks open to what stands in them"),
        lambda row: row.title, lambda row: row.title, width=140, words=True,
    ),
    Column(
        mark("Kind"), mark("What kind of layer it is"), lambda row: tr(row.kind), lambda row: tr(row.kind),
        width=108, words=True,
    ),
    Column(
        mark("Output shape"), mark("One sample of what it gives; sorted by how many numbers that is"),
        named_outputs, _numbers_made, width=248,
    ),
    Column(
        mark("Receptive field"),
        mark("How much of the input one value of its output has seen; in a block, of the block's input"),
        seen, _field_size, width=96,
    ),
    _count("parameters", mark("Parameters"), mark("Learned numbers of its own")),
    _count(
        "frozen", mark("Frozen"), mark("Learned numbers that training leaves as they are"), optional=True, width=76,
    ),
    _count(
        "shared", mark("Shared"), mark("Learned numbers of another layer or repetition that it uses"),
        optional=True, width=76,
    ),
    _count("multiply_adds", mark("Multiply-adds"), mark("For one sample")),
    Column(
        mark("Memory"), mark("What its outputs take for one batch, in float32"),
        lambda row: byte_size(row.costs.memory), lambda row: float(row.costs.memory),
        lambda costs: byte_size(costs.memory), 78,
    ),
)  # fmt: skip
KIND = next(index for index, column in enumerate(COLUMNS) if column.heading == "Kind")
SHAPE = next(index for index, column in enumerate(COLUMNS) if column.text is named_outputs)
MINIMUM_SHAPE = 136


def brief_outputs(row: Row) -> str:
    """``c 32 × h 26 × w 26``, where there is no room for the names."""
    return ", ".join(
        " × ".join(f"{name[:1]} {size:,}" for name, size in zip(shape.names, shape.sizes, strict=True))
        for shape in row.outputs
    )
