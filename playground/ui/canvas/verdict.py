"""Would this link do? The graph's refusal first, then a trial of the target's shape rule."""

from __future__ import annotations

from dataclasses import dataclass

from playground.core.blocks import block_of
from playground.core.graph import Graph, Link, Node
from playground.core.infer import infer
from playground.core.shape import Shape, ShapeError
from playground.core.wiring import Refused, check_links
from playground.ui.canvas.quick_search.outcome import is_own
from playground.ui.project_session import ProjectSession


@dataclass(frozen=True, slots=True)
class Verdict:
    """``refusal``: it cannot be made. ``doubt``: it can, but the shape does not fit. ``shape``: what comes out."""

    refusal: str | None = None
    doubt: str | None = None
    shape: Shape | None = None


class Trial:
    """Looks at links before they are made. ``graph`` is without the link that these would replace."""

    def __init__(self, graph: Graph, session: ProjectSession) -> None:
        self._graph, self._session = graph, session
        self._facts = session.inference.facts

    def judge(self, link: Link) -> Verdict:
        refusal = self._graph.refusal(link)
        if refusal is not None:
            return Verdict(refusal)
        target = self._graph.by_id[link.target]
        layer = target.layer
        if layer is None:
            return Verdict()
        links = self._links_with(link, target)
        wanting = {port.name for port in target.input_ports if not port.optional}
        inputs = [self._shape(into) for into in links]
        known = [shape for shape in inputs if shape is not None]
        if len(known) < len(inputs) or not wanting <= {into.target_port for into in links}:
            return Verdict()  # what is missing decides
        if block_of(target) is not None:
            return self._inside(link, target)
        try:
            if not any(port.many for port in target.input_ports):  # one of several is no fault yet
                check_links(self._graph, layer, links)
            return Verdict(shape=layer.outputs_for(*known)[0])
        except Refused as error:
            return Verdict(doubt=f"{target.title}: {error.message}. {error.hint}".strip())
        except ShapeError as error:
            return Verdict(doubt=f"{target.title} {error.message}. {error.hint}".strip())
        except Exception:
            if is_own(layer):
                raise
            return Verdict()  # a plug-in's own code failed: what it would give is not known

    def _links_with(self, link: Link, target: Node) -> tuple[Link, ...]:
        """Links into ``target`` with the new one, in the order of its ports."""
        order = {port.name: number for number, port in enumerate(target.input_ports)}
        links = (*self._graph.incoming[target.id], link)
        return tuple(sorted(links, key=lambda into: order.get(into.target_port, len(order))))

    def _shape(self, link: Link) -> Shape | None:
        facts = self._facts.get(link.source)
        ports = [port.name for port in self._graph.output_ports(link.source)]
        if facts is None or link.source_port not in ports:
            return None
        index = ports.index(link.source_port)
        return facts.outputs[index] if index < len(facts.outputs) else None

    def _inside(self, link: Link, target: Node) -> Verdict:
        """Only the network of a block knows what comes out of it."""
        project, name = self._session.project, self._session.network
        dataset = self._session.check.dataset
        found = infer(
            self._graph.replace(links=(*self._graph.links, link)), name, dataset.shape if dataset else None,
            networks=project.networks, previous=self._session.inference,
            given={key: facts.shape for key, facts in self._facts.items() if key in self._entrances and facts.shape},
        )  # fmt: skip
        problem = next((p for p in found.problems if p.node == target.id), None)
        return Verdict(doubt=str(problem)) if problem is not None else Verdict(shape=found.facts[target.id].shape)

    @property
    def _entrances(self) -> tuple[str, ...]:
        return self._graph.entrances
