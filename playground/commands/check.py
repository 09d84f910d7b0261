"""``playground check``: every layer's output shape and parameters, and every problem."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from playground.commands.failures import WRONG_PROJECT, locate, open_project, refuse_bundle, to_json
from playground.core.files import FileError, load_project
from playground.core.project import Project
from playground.training.check import Check, check as check_project

ProjectArgument = Annotated[
    str, typer.Argument(metavar="PROJECT|PRESET", help="A project file, or a preset by name.", show_default=False)
]


def check(
    project: ProjectArgument,
    json: Annotated[bool, typer.Option("--json", help="Print everything as JSON.")] = False,
) -> None:
    """Say what a project is and whether it can train; exit 1 if it cannot."""
    path = locate(project)
    refuse_bundle(path)
    if json:
        try:
            opened = load_project(path)
        except FileError as error:
            print(to_json(unreadable(error)))
            raise typer.Exit(WRONG_PROJECT) from error
        found = check_project(opened)
        print(to_json(as_data(opened, found)))
    else:
        opened = open_project(path)
        found = check_project(opened)
        print(as_text(opened, found))
    if not found.ok:
        raise typer.Exit(WRONG_PROJECT)


def as_data(project: Project, found: Check) -> dict[str, Any]:
    """What ``check --json`` prints. A shape is a list of sizes without the batch, or null where it is not known."""
    return {
        "ok": found.ok,
        "problems": [
            {
                "severity": problem.severity,
                "network": problem.network,
                "node": problem.node,
                "message": problem.message,
                "hint": problem.hint,
            }
            for problem in found.problems
        ],
        "networks": {
            name: {
                "parameters": inference.parameters,
                "nodes": [
                    {
                        "id": node.id,
                        "type": node.type,
                        "shape": list(shape.sizes) if (shape := inference.facts[node.id].shape) else None,
                        "parameters": inference.facts[node.id].parameters,
                    }
                    for node in project.networks[name].nodes
                ],
            }
            for name, inference in found.networks.items()
        },
    }


def unreadable(error: FileError) -> dict[str, Any]:
    """The same form for a file that is no project: one problem, no networks."""
    problem = {"severity": "error", "network": None, "node": None, "message": str(error), "hint": ""}
    return {"ok": False, "problems": [problem], "networks": {}}


def as_text(project: Project, found: Check) -> str:
    """A table for each network, the problems under them, and the verdict."""
    lines = [f"{project.title} · data set {found.dataset.title if found.dataset else project.data.dataset}", ""]
    for name, inference in found.networks.items():
        graph = project.networks[name]
        rows = [("layer", "id", "output shape", "parameters")]
        for node in graph.nodes:
            fact = inference.facts[node.id]
            title = node.title + (f" · {caption}" if node.layer and (caption := node.layer.caption()) else "")
            rows.append((title, node.id, str(fact.shape) if fact.shape else "unknown", f"{fact.parameters:,}"))
        rows.append((f"{name}: {len(graph.nodes)} layers", "", "", f"{inference.parameters:,}"))
        lines += [*_table(rows), ""]
    lines += [f"{problem.severity}: {problem}" for problem in found.problems]
    lines.append(_verdict(found))
    return "\n".join(lines)


def _table(rows: list[tuple[str, str, str, str]]) -> list[str]:
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    lines = [
        f"{row[0]:<{widths[0]}}  {row[1]:<{widths[1]}}  {row[2]:<{widths[2]}}  {row[3]:>{widths[3]}}" for row in rows
    ]
    rule = "-" * (sum(widths) + 6)
    return [lines[0], rule, *lines[1:-1], rule, lines[-1]]


def _verdict(found: Check) -> str:
    errors = sum(problem.severity == "error" for problem in found.problems)
    warnings = len(found.problems) - errors
    said = [f"{count} {word}{'s' if count != 1 else ''}" for count, word in ((errors, "error"), (warnings, "warning"))]
    return f"{'It can train' if found.ok else 'It cannot train'}: {', '.join(said)}."
