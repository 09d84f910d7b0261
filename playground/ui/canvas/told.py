"""What the session tells the cards of the active network, besides its graph and what was inferred of it."""

from __future__ import annotations

from playground.core.blocks import showing
from playground.core.infer import Problem
from playground.core.language import tr
from playground.ui.project_session import ProjectSession


def data_title(session: ProjectSession) -> str:
    """What stands on an Input: the data set, or inside a block that the block feeds it."""
    if any(showing(graph, session.network) for graph in session.project.networks.values()):
        return tr("what the block is fed")
    dataset = session.check.dataset
    return dataset.title if dataset else ""


def problems_here(session: ProjectSession) -> dict[str, tuple[Problem, ...]]:
    """Problems of the active network, by layer."""
    found: dict[str, tuple[Problem, ...]] = {}
    for problem in session.check.problems:
        if problem.network == session.network and problem.node is not None:
            found[problem.node] = (*found.get(problem.node, ()), problem)
    return found
