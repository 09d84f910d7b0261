"""``playground check``: what every layer costs and sees, and every problem."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from playground.commands.failures import (
    WRONG_PROJECT,
    Failure,
    is_bundle,
    locate,
    refuse_overwriting,
    require_writable,
    to_json,
    usage,
)
from playground.core.bundle import read_bundle_text
from playground.core.files import FileError, load_project, write_atomic
from playground.core.project import Project
from playground.training.analysis import Analysis, Costs, Row, analyse, named_outputs, seen, to_csv, walk
from playground.training.check import Check, check as check_project
from playground.training.memory import byte_size

ProjectArgument = Annotated[
    str, typer.Argument(metavar="PROJECT|PRESET", help="A project file, or a preset by name.", show_default=False)
]
CheckedArgument = Annotated[
    str,
    typer.Argument(
        metavar="PROJECT|PRESET|BUNDLE", help="A project, a preset by name, or a trained bundle.", show_default=False
    ),
]
_STDOUT = "-"


def check(
    project: CheckedArgument,
    json: Annotated[bool, typer.Option("--json", help="Print everything as JSON.")] = False,
    csv: Annotated[
        Path | None,
        typer.Option(
            "--csv", metavar="FILE", help="Write the table of the layers as CSV; - prints it.", show_default=False
        ),
    ] = None,
) -> None:
    """Say what a project, or the one in a bundle, is and whether it can train; exit 1 if it cannot."""
    path = locate(project)
    if csv is not None and str(csv) != _STDOUT:
        require_writable(csv, "--csv")
        refuse_overwriting(path, csv=csv)
    if json and str(csv) == _STDOUT:
        raise usage("--json and --csv - would both print; give --csv the name of a file.")
    try:
        opened = read_bundle_text(path).project if is_bundle(path) else load_project(path)
    except FileError as error:
        if not json:
            raise Failure(str(error)) from error
        print(to_json(unreadable(error)))
        raise typer.Exit(WRONG_PROJECT) from error
    found = check_project(opened)
    if csv is not None:
        _write_csv(analysis_of(opened, found, found.main), csv)
    if json:
        print(to_json(as_data(opened, found)))
    elif str(csv) != _STDOUT:
        print(as_text(opened, found, _width()))
    if not found.ok:
        raise typer.Exit(WRONG_PROJECT)


def _write_csv(analysis: Analysis, path: Path) -> None:
    if str(path) == _STDOUT:
        print(to_csv(analysis), end="")
        return
    try:
        write_atomic(path, to_csv(analysis).encode("utf-8"))
    except FileError as error:
        raise Failure(str(error)) from error


def analysis_of(project: Project, found: Check, network: str) -> Analysis:
    return analyse(project.networks, network, found.networks[network], project.training.batch_size)


# --- as data ---------------------------------------------------------------------------------------------------------


def as_data(project: Project, found: Check) -> dict[str, Any]:
    """What ``check --json`` prints. A shape is a list of sizes without the batch, or null where it is not known."""
    return {
        "ok": found.ok,
        "problems": [
            {
                "severity": problem.severity,
                "code": problem.code,
                "network": problem.network,
                "node": problem.node,
                "message": problem.message,
                "hint": problem.hint,
                "fix": problem.fix.text if problem.fix else None,
            }
            for problem in found.problems
        ],
        "networks": {name: _network(project, analysis_of(project, found, name)) for name in found.networks},
    }


def _network(project: Project, analysis: Analysis) -> dict[str, Any]:
    kinds = {node.id: node.type for node in project.networks[analysis.network].nodes}
    return {**_costs(analysis.total), "batch": analysis.batch, "nodes": [_node(row, kinds) for row in analysis.rows]}


def _node(row: Row, kinds: dict[str, str]) -> dict[str, Any]:
    """A block's layers stand under ``inside``, each repetition with its number in the path."""
    shapes = [{"sizes": list(shape.sizes), "names": list(shape.names)} for shape in row.outputs]
    data = {
        "id": row.node,
        "type": kinds.get(row.node, row.kind),
        "shape": shapes[0]["sizes"] if shapes else None,
        "outputs": shapes,
        **_costs(row.costs),
        "receptive_field": seen(row) or None,
    }
    if row.children:
        data["inside"] = [{"path": child.path, "kind": child.kind, **_node(child, {})} for child in row.children]
    return data


def _costs(costs: Costs) -> dict[str, int]:
    return {
        "parameters": costs.parameters,
        "trainable": costs.trainable,
        "shared": costs.shared,
        "multiply_adds": costs.multiply_adds,
        "activation_bytes": costs.memory,
    }


def unreadable(error: FileError) -> dict[str, Any]:
    """The same form for a file that is no project: one problem, no networks."""
    problem = {
        "severity": "error", "code": "file", "network": None, "node": None, "message": str(error), "hint": "",
        "fix": None,
    }  # fmt: skip
    return {"ok": False, "problems": [problem], "networks": {}}


# --- as text ---------------------------------------------------------------------------------------------------------


def as_text(project: Project, found: Check, width: int | None = None) -> str:
    """A table for each network, the problems under them, and the verdict. ``width`` in characters; None is any."""
    lines = [f"{project.title} · data set {found.dataset.title if found.dataset else project.data.dataset}", ""]
    for name in found.networks:
        analysis = analysis_of(project, found, name)
        table = _table(_rows(project, analysis, brief=False))
        if width is not None and max(map(len, table)) > width:
            table = _table(_rows(project, analysis, brief=True))
        lines += [*table, ""]
    lines += [f"{problem.severity}: {problem}" for problem in found.problems]
    lines.append(_verdict(found))
    return "\n".join(lines)


def _rows(project: Project, analysis: Analysis, *, brief: bool) -> list[tuple[str, ...]]:
    """Headings, a row for each layer, the total. ``brief`` leaves out what the parameters and dimensions are called."""
    every, total = list(walk(analysis.rows)), analysis.total
    frozen = any(row.costs.frozen for _, row in every)
    shared = any(row.costs.shared for _, row in every)

    def numbers(costs: Costs) -> tuple[str, ...]:
        told = [costs.parameters, *[costs.frozen] * frozen, *[costs.shared] * shared, costs.multiply_adds]
        return (*(f"{number:,}" for number in told), byte_size(costs.memory))

    headings = ["parameters", *["frozen"] * frozen, *["shared"] * shared, "multiply-adds", "memory"]
    found = [("layer", "id", "output shape", "sees", *headings)]
    for depth, row in every:
        node = project.networks[row.network].by_id[row.node]
        caption = node.layer.caption() if node.layer and not brief and row.title == node.title else ""
        title = "  " * depth + row.title + (f" · {caption}" if caption else "")
        shape = ", ".join(map(str, row.outputs)) if brief else named_outputs(row)
        identifier = row.node if row.title == node.title else ""
        found.append((title, identifier, shape or "unknown", seen(row), *numbers(row.costs)))
    sums = numbers(total) if analysis.complete else ["—"] * len(headings)
    found.append((f"{analysis.network}: {len(analysis.rows)} layers", "", "", "", *sums))
    return found


def _table(rows: list[tuple[str, ...]]) -> list[str]:
    """Words on the left, numbers on the right of their columns."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = [
        "  ".join(
            f"{cell:<{width}}" if column < 4 else f"{cell:>{width}}"
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    ]
    rule = "-" * (sum(widths) + 2 * (len(widths) - 1))
    return [lines[0], rule, *lines[1:-1], rule, lines[-1]]


def _width() -> int | None:
    """Of the terminal; None where the output goes elsewhere."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def _verdict(found: Check) -> str:
    errors = sum(problem.severity == "error" for problem in found.problems)
    warnings = len(found.problems) - errors
    said = [f"{count} {word}{'s' if count != 1 else ''}" for count, word in ((errors, "error"), (warnings, "warning"))]
    return f"{'It can train' if found.ok else 'It cannot train'}: {', '.join(said)}."
