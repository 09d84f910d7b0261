"""How one came into the network on the canvas: through which blocks of which networks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from playground.core.blocks import block_of, showing
from playground.core.graph import Graph
from playground.core.language import tr
from playground.ui.project_session import ProjectSession


@dataclass(frozen=True, slots=True)
class Step:
    """Into the block ``node`` of ``network``."""

    network: str
    node: str


class Trail(QObject):
    """``steps`` lead from the outermost network to the one on the canvas; none when it stands in no other."""

    changed = Signal()

    def __init__(self, session: ProjectSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.steps: tuple[Step, ...] = ()
        session.network_changed.connect(self._follow)
        session.changed.connect(self._follow)
        session.opened.connect(self._follow)
        self._follow()

    def enter(self, node_id: str) -> bool:
        """Show the network of a block; False when the node is none."""
        session = self._session
        node = session.graph.by_id.get(node_id)
        block = block_of(node) if node is not None else None
        if node is None or block is None:
            return False
        if block.network not in session.project.networks:
            shows = (
                tr("shows {network}, which is not there", network=block.network)
                if block.network
                else tr("shows no network yet")
            )
            session.refused.emit(tr("{title} {shows}. Choose one in the inspector.", title=node.title, shows=shows))
            return True
        self.steps = (*self.steps, Step(session.network, node_id))
        session.show_network(block.network)
        return True

    def leave(self, level: int = -1) -> bool:
        """Back to the network of step ``level``, its block selected; False when there is nowhere to go."""
        if not self.steps:
            return False
        step = self.steps[level]
        self._session.show_network(step.network)
        self._session.select([step.node])
        return True

    def _follow(self, *_: object) -> None:
        networks, shown = self._session.project.networks, self._session.network
        before, steps = self.steps, self.steps
        at = next((number for number, step in enumerate(steps) if step.network == shown), None)
        if at is not None:
            steps = steps[:at]
        if not _leads(networks, steps, shown):
            steps = path_to(networks, self._session.project.main_network, shown)
        self.steps = steps
        if steps != before or shown != self._shown:
            self._shown = shown
            self.changed.emit()

    _shown = ""


def _leads(networks: Mapping[str, Graph], steps: tuple[Step, ...], shown: str) -> bool:
    """Whether each step's block shows the network of the next one, and the last one ``shown``."""
    if not steps:
        return not any(showing(graph, shown) for graph in networks.values())
    names = [step.network for step in steps[1:]] + [shown]
    for step, name in zip(steps, names, strict=True):
        node = networks[step.network].by_id.get(step.node) if step.network in networks else None
        block = block_of(node) if node is not None else None
        if block is None or block.network != name:
            return False
    return True


def path_to(networks: Mapping[str, Graph], main: str, shown: str) -> tuple[Step, ...]:
    """The shortest way into ``shown`` from ``main``, or from another network that stands in none."""
    inner = set().union(*(graph.nested for graph in networks.values()))
    for start in (main, *(name for name in networks if name not in inner)):
        found: dict[str, tuple[Step, ...]] = {start: ()}
        pending = [start]
        for name in pending:  # grows while it is walked
            if name == shown:
                return found[name]
            for node in networks[name].nodes:
                block = block_of(node)
                if block is not None and block.network in networks and block.network not in found:
                    found[block.network] = (*found[name], Step(name, node.id))
                    pending.append(block.network)
    return ()
