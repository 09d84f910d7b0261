"""What each layer of a network costs and sees: the analysis table of the window and of the command line."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields

from playground.core.blocks import block_of
from playground.core.graph import Graph, Node
from playground.core.infer import Inference, NodeFacts
from playground.core.language import tr
from playground.core.shape import Shape
from playground.core.sight import Field
from playground.core.weights import Weighted
from playground.training.memory import BYTES_PER_NUMBER


@dataclass(frozen=True, slots=True)
class Costs:
    """Numbers of a layer, or the sum over several.

    ``trainable`` and ``frozen`` are learned numbers of its own, ``shared`` those that belong to another layer or an
    earlier repetition and are counted there. ``multiply_adds`` are for one sample, ``memory`` is bytes for a batch.
    """

    trainable: int = 0
    frozen: int = 0
    shared: int = 0
    multiply_adds: int = 0
    memory: int = 0

    @property
    def parameters(self) -> int:
        return self.trainable + self.frozen

    def __add__(self, other: Costs) -> Costs:
        return Costs(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(Costs)))


@dataclass(frozen=True, slots=True)
class Row:
    """A layer, a block, or one repetition of a block. ``node`` of ``network`` is what a click leads to.

    ``path`` is unique: node ids with dots, and the number of the repetition, counted from 1, behind a repeated block.
    ``outputs`` are empty when they are not known. ``children`` are what stands in a block.
    """

    path: str
    network: str
    node: str
    title: str
    kind: str
    family: str
    outputs: tuple[Shape, ...]
    costs: Costs
    field: Field | None
    children: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Analysis:
    """Rows in the order in which the network computes, and the sum of those that lead to a result.

    ``complete``: every layer could be looked at; else the sum is that of a part, and is not to be shown as the whole.
    """

    network: str
    batch: int
    rows: tuple[Row, ...]
    total: Costs
    complete: bool = True


def analyse(networks: Mapping[str, Graph], network: str, inference: Inference, batch: int) -> Analysis:
    """The table of ``network``. ``inference`` is what was found for it; ``batch`` the samples of a step."""
    rows = _rows(networks, network, inference, batch, "")
    counted = (row for row in rows if inference.computed is None or row.node in inference.computed)
    return Analysis(network, batch, rows, sum((row.costs for row in counted), Costs()), inference.ok)


def _rows(
    networks: Mapping[str, Graph], network: str, inference: Inference, batch: int, before: str
) -> tuple[Row, ...]:
    graph = networks[network]
    ordered = dict.fromkeys((*graph.order, *graph.by_id))  # those on a cycle last
    return tuple(_row(networks, network, graph.by_id[node], inference.facts[node], batch, before) for node in ordered)


def _row(networks: Mapping[str, Graph], network: str, node: Node, facts: NodeFacts, batch: int, before: str) -> Row:
    path = f"{before}{node.id}"
    children = _inside(networks, network, node, facts, batch, path)
    shared = sum(child.costs.shared for child in children) or _borrowed(node, facts)
    costs = Costs(
        trainable=facts.trainable,
        frozen=facts.parameters - facts.trainable,
        shared=shared,
        multiply_adds=facts.multiply_adds,
        memory=facts.activations * batch * BYTES_PER_NUMBER,
    )
    kind, family = (node.kind.title, node.kind.family) if node.kind else (node.type, "")
    return Row(path, network, node.id, node.title, kind, family, facts.outputs, costs, facts.field, children)


def _borrowed(node: Node, facts: NodeFacts) -> int:
    """Parameters that a layer uses and another one owns."""
    layer = node.layer
    if not isinstance(layer, Weighted) or layer.shared_with is None or not facts.outputs:
        return 0
    return layer.parameter_count(*facts.inputs)


def _inside(
    networks: Mapping[str, Graph], network: str, node: Node, facts: NodeFacts, batch: int, path: str
) -> tuple[Row, ...]:
    """The layers of a block; of a repeated one a row for each repetition with its layers under it."""
    block = block_of(node)
    if block is None or not facts.inner or block.network not in networks:
        return ()
    if len(facts.inner) == 1:
        return _rows(networks, block.network, facts.inner[0], batch, f"{path}.")
    found = []
    for number, run in enumerate(facts.inner, 1):
        rows = _rows(networks, block.network, run, batch, f"{path}.{number}.")
        if block.shared and number > 1:
            rows = tuple(map(_shared, rows))
        costs = sum((row.costs for row in rows), Costs())
        ends = networks[block.network].exits
        outputs = tuple(shape for end in ends for shape in run.facts[end].outputs[:1])
        title = tr("Repetition {number}", number=number)
        found.append(
            Row(f"{path}.{number}", network, node.id, title, block.network, "block", outputs, costs, None, rows)
        )
    return tuple(found)


def _shared(row: Row) -> Row:
    """The row of a repetition that uses the weights of the first one."""
    costs = Costs(0, 0, row.costs.parameters + row.costs.shared, row.costs.multiply_adds, row.costs.memory)
    return Row(
        row.path, row.network, row.node, row.title, row.kind, row.family, row.outputs, costs, row.field,
        tuple(map(_shared, row.children)),
    )  # fmt: skip


# --- as text ---------------------------------------------------------------------------------------------------------

HEADINGS = (
    "Layer", "Id", "Kind", "Output shape", "Parameters", "Trainable", "Frozen", "Shared", "Multiply-adds",
    "Memory (bytes)", "Receptive field",
)  # fmt: skip


def named_outputs(row: Row) -> str:
    """``channels 32 × height 26 × width 26``; several outputs with commas; empty when not known."""
    return ", ".join(shape.named() or str(shape) for shape in row.outputs)


def seen(row: Row) -> str:
    """The receptive field in input places, ``whole input``, or nothing where it means nothing."""
    return str(row.field) if row.field is not None and (row.field.whole or row.field.size) else ""


def walk(rows: Iterable[Row], depth: int = 0) -> Iterator[tuple[int, Row]]:
    """Every row with its depth, what stands in a block right behind it."""
    for row in rows:
        yield depth, row
        yield from walk(row.children, depth + 1)


def cells(row: Row) -> tuple[str | int, ...]:
    """The values of a row under ``HEADINGS``, as files and other programs want them."""
    return (row.title, row.path, row.kind, named_outputs(row), *_numbers(row.costs), seen(row))


def total_cells(analysis: Analysis) -> tuple[str | int, ...]:
    if not analysis.complete:
        return ("Total", *["not known"] * (len(HEADINGS) - 1))
    return ("Total", "", "", "", *_numbers(analysis.total), "")


def _numbers(costs: Costs) -> tuple[int, ...]:
    return (costs.parameters, costs.trainable, costs.frozen, costs.shared, costs.multiply_adds, costs.memory)


def to_csv(analysis: Analysis) -> str:
    """The whole table with headings, blocks with what stands in them, and the total; numbers without grouping."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(HEADINGS)
    writer.writerows(_harmless(cells(row)) for _, row in walk(analysis.rows))
    writer.writerow(total_cells(analysis))
    return text.getvalue()


def _harmless(values: Iterable[str | int]) -> list[str | int]:
    """A name that a spreadsheet would take for a formula is kept as text."""
    return [
        f"'{value}" if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r") else value
        for value in values
    ]
