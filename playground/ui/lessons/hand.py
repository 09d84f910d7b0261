"""What a lesson does in the window when the person asks for it: the same edits and commands as by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from playground.core.edits import (
    AddNodes,
    Edit,
    InsertOnLink,
    Macro,
    Move,
    Remove,
    SetData,
    SetParams,
    SetTask,
    SetTraining,
)
from playground.core.graph import Graph, Link, Node
from playground.core.language import tr
from playground.core.layer import REGISTRY
from playground.ui.lessons.facts import reached

if TYPE_CHECKING:
    from playground.ui.main_window import MainWindow

_COLUMN = 232  # from card to card, as the presets stand


class Hand:
    """Acts on ``window``; each act is one step of the undo history, or a command of the menu."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    @property
    def _network(self) -> str:
        return self._window.session.project.main_network

    @property
    def _graph(self) -> Graph:
        return self._window.session.project.networks[self._network]

    def append(self, kind: str, **params: Any) -> None:
        """A layer behind the last one that data reaches, linked to it."""
        graph = self._graph
        known = REGISTRY.get(kind)
        assert known is not None  # lessons name kinds that are there
        flow = reached(graph)
        last = flow[-1] if flow else None
        x, y = (last.x + _COLUMN, last.y) if last is not None else (0.0, 0.0)
        node = Node(id=graph.free_id(known.id_stem), type=kind, params=params, x=x, y=y)
        links = () if last is None else (_link(last, node),)
        self._do(AddNodes(self._network, (node,), links, tr("Add {title}", title=tr(known.title))))

    def insert(self, kind: str, before: str, **params: Any) -> None:
        """A layer between the first layer of the kind ``before`` and what feeds it; what follows makes room."""
        target = self.first(before)
        self._insert(kind, target, params)

    def insert_before_last(self, kind: str, **params: Any) -> None:
        """A layer between the last one that data reaches and what feeds it."""
        flow = reached(self._graph)
        self._insert(kind, flow[-1].id if flow else None, params)

    def _insert(self, kind: str, target: str | None, params: dict[str, Any]) -> None:
        graph = self._graph
        links = graph.incoming[target] if target is not None else ()
        if target is None or not links:
            self._window.session.refused.emit(tr("There is no linked layer to put it before."))
            return
        place = graph.by_id[target]
        behind = {key for key in graph.by_id if key == target or graph.reaches(target, key)}
        places = {key: (graph.by_id[key].x + _COLUMN, graph.by_id[key].y) for key in behind}
        made = InsertOnLink.between(graph, self._network, links[0], kind, params)
        made = replace(made, node=made.node.replace(x=place.x, y=place.y))
        self._do(Macro((Move(self._network, places), made), made.text))
        self._window.canvas.view.fit()

    def remove_first(self, kind: str) -> None:
        """Take the first layer of a kind out; what fed it feeds what followed it."""
        node = self.first(kind)
        if node is not None:
            self._do(Remove(self._network, frozenset({node}), heal=True))

    def set_layer(self, kind: str, **params: Any) -> None:
        """Parameters of the first layer of a kind that data reaches."""
        graph = self._graph
        node = next((node for node in reached(graph) if node.type == kind), None)
        if node is not None:
            self._do(SetParams(self._network, node.id, params))

    def set_training(self, **changes: Any) -> None:
        self._do(SetTraining(changes))

    def set_data(self, **changes: Any) -> None:
        self._do(SetData(changes))

    def vary(self, **amounts: float) -> None:
        """Augmentation of the training images."""
        self.set_data(augmentation=self._window.session.project.data.augmentation.replace(**amounts))

    def set_task(self, **params: Any) -> None:
        """Parameters of the task."""
        task = self._window.session.project.task
        self._do(SetTask({"params": {**task.params, **params}}))

    def run(self) -> None:
        """Train, or go on."""
        if not self._window.controller.can["pause"]:
            self._window.menu_actions.run.trigger()

    def restart(self) -> None:
        """Put the run by and begin another with the settings of now."""
        self._window.controller.reset()
        self.run()

    def open_view(self, name: str, target: object = None) -> None:
        self._window.workbench.open_view(name, target)

    def show_settings(self, tab: str) -> None:
        """Bring "Layer", "Training" or "Data" of the inspector to the front."""
        self._window.workbench.show_settings(tab)

    def show_network(self, name: str) -> None:
        self._window.session.show_network(name)

    def select(self, kind: str) -> None:
        """The first layer of a kind in the network that trains."""
        session = self._window.session
        session.show_network(self._network)
        node = next((node for node in session.graph.nodes if node.type == kind), None)
        if node is not None:
            session.select([node.id])
            self._window.canvas.view.center_on_node(node.id)

    def first(self, kind: str) -> str | None:
        """The id of the first layer of a kind."""
        graph = self._graph
        return next((node.id for node in graph.nodes if node.type == kind), None)

    def slow_motion(self, seconds: float) -> None:
        """So long between two steps; 0: as fast as it goes."""
        self._window.controller.set_pace(seconds)

    def _do(self, edit: Edit) -> None:
        self._window.session.show_network(self._network)
        self._window.session.do(edit)


def together(*acts: Callable[[Hand], None]) -> Callable[[Hand], None]:
    """One act after the other."""

    def act(hand: Hand) -> None:
        for each in acts:
            each(hand)

    return act


def _link(source: Node, target: Node) -> Link:
    return Link(
        source=source.id, source_port=source.output_ports[0].name,
        target=target.id, target_port=target.input_ports[0].name,
    )  # fmt: skip
