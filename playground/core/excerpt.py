"""Part of a network as the source of a PyTorch module of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from playground.core.block_edits import Group, free_network_name
from playground.core.codegen import generate
from playground.core.infer import Inference
from playground.core.plan import plan_inside
from playground.core.project import Project

NAME = "Part"


def source_of(
    project: Project, network: str, nodes: frozenset[str], infer: Callable[[Project], Mapping[str, Inference]]
) -> str:
    """Source of a class that computes what the layers ``nodes`` do: what feeds them comes in, what leaves goes out.

    ``infer`` gives the facts of all networks of a project. Inputs and Outputs among ``nodes`` are the borders.
    Raises ``EditRefused`` where they make no module, ``Unplannable`` where one of them has a problem.
    """
    name = free_network_name(project, NAME)
    grouped = Group(network, nodes, name).apply(project)
    found = infer(grouped)[name]
    plan = plan_inside(grouped.networks[name], name, found, grouped.networks)
    return generate(plan, title=f"Part of {network} of {project.title}").text
