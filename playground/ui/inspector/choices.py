"""Fields that name another layer or another network: what may be chosen, and the edit that chooses it."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from playground.core.block_choice import ChooseNetwork, networks_for
from playground.core.edits import Edit, SetParams
from playground.core.forms import FormField, form_fields
from playground.core.graph import Graph, Node
from playground.core.language import tr
from playground.core.layer import Layer
from playground.core.weights import Weighted
from playground.ui.project_session import ProjectSession
from playground.ui.widgets.form import FieldForm


def offer(form: FieldForm, kind: type[Layer], session: ProjectSession, nodes: Collection[Node]) -> None:
    """Fill the lists of ``form`` for ``nodes``, all of ``kind``, in the active network."""
    for field in form_fields(kind):
        if field.kind == "layer":
            form.set_options(field.name, [(None, tr("its own")), *owners(session.graph, nodes)])
        elif field.kind == "network":
            names = networks_for(session.project.networks, session.network)
            form.set_options(field.name, [(name, name) for name in names])


def owners(graph: Graph, nodes: Collection[Node]) -> list[tuple[str, str]]:
    """Ids and titles of the layers whose weights ``nodes`` could use: of their kind, with weights of their own."""
    ids, types = {node.id for node in nodes}, {node.type for node in nodes}
    found = [
        node
        for node in graph.nodes
        if {node.type} == types
        and node.id not in ids
        and isinstance(node.layer, Weighted)
        and node.layer.shared_with is None
    ]
    titles = [node.title for node in found]
    return [(node.id, node.title if titles.count(node.title) == 1 else f"{node.title} ({node.id})") for node in found]


def edit_for(network: str, node: str, field: FormField, value: Any, sweep: object = None) -> Edit:
    """What sets ``field`` of a layer: a block's network brings its ports along."""
    if field.kind == "network":
        return ChooseNetwork(network, node, value)
    return SetParams(network, node, {field.name: value}, sweep)
