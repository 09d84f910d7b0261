"""Are the links into a layer what its ports ask for, and may it use another one's weights?"""

from __future__ import annotations

from typing import Any

from playground.core.graph import Graph, Link, Node
from playground.core.language import mark, tr
from playground.core.layer import Layer, Port
from playground.core.shape import Shape
from playground.core.weights import Weighted


class Refused(Exception):
    """Why nothing can be inferred for a node: what its problem says. Without a code it is said elsewhere."""

    def __init__(self, code: str = "", message: str = "", hint: str = "", **extra: Any) -> None:
        super().__init__(message)
        self.code, self.message, self.hint, self.extra = code, message, hint, extra


def check_links(graph: Graph, layer: Layer, links: tuple[Link, ...]) -> None:
    """Raises ``Refused`` unless every link fits a port of ``layer`` and every port has the links that it needs."""
    ports = layer.input_ports()
    if len(links) == len(ports) == 1 and _fits(graph, links[0], ports[0]):
        return  # most layers
    counts = {port.name: 0 for port in ports}
    for link in links:
        if link.target_port not in counts:
            raise Refused(
                "unknown-port",
                tr("has no input {target_port!r}", target_port=link.target_port),
                tr("Remove the link and pull it again."),
            )
        counts[link.target_port] += 1
        source = graph.by_id[link.source]
        if source.kind is not None and all(port.name != link.source_port for port in source.output_ports):
            raise Refused(
                "unknown-port",
                tr("{title} has no output {source_port!r}", title=source.title, source_port=link.source_port),
                tr("Remove the link."),
            )
    free = None
    for port in ports:
        count = counts[port.name]
        which = tr("its input {name!r}", name=port.name) if len(ports) > 1 else tr("its input")
        if count == 0 and port.optional:
            free = port.name
            continue
        if count and free is not None:
            raise Refused(
                "unconnected",
                tr("{which} is connected, but {free!r} is not", which=which, free=free),
                tr("Connect {free!r} too.", free=free),
            )
        if count == 0 or (port.many and count < 2):
            what = (
                tr("needs at least two inputs, has {count}", count=count)
                if port.many
                else tr("{which} is not connected", which=which)
            )
            mend = (
                mark("Pull a link to it from another layer.")
                if count
                else mark("Pull a link to it from the layer before.")
            )
            raise Refused("unconnected", what, tr(mend))
        if count > 1 and not port.many:
            raise Refused(
                "too-many-links",
                tr("{which} has {count} links", which=which, count=count),
                tr("Keep one, or merge them with Add."),
            )


def _fits(graph: Graph, link: Link, port: Port) -> bool:
    """Whether one link is all that ``port`` needs, and comes from a port that is there."""
    outputs = graph.by_id[link.source].output_ports
    return not port.many and link.target_port == port.name and len(outputs) == 1 and outputs[0].name == link.source_port


def check_owner(node: Node, layer: Weighted, owner: Node | None) -> None:
    """Raises ``Refused`` unless ``owner`` is a layer of the kind of ``node`` that has weights of its own."""
    if owner is None:
        raise _unshared(
            tr("shares weights with {name!r}, which is not there", name=layer.shared_with), tr("Choose another layer.")
        )
    if owner is node or (isinstance(owner.layer, Weighted) and owner.layer.shared_with is not None):
        raise _unshared(
            tr("shares weights with {title}, which has none of its own", title=owner.title),
            tr("Choose the layer that has them."),
        )
    if owner.type != node.type or owner.layer is None:
        raise _unshared(
            tr("cannot share weights with {title}", title=owner.title), tr("Choose a layer of the same kind.")
        )


def check_alike(layer: Layer, inputs: tuple[Shape, ...], owner: Node, given: tuple[Shape, ...]) -> None:
    """Raises ``Refused`` unless ``layer``, fed ``inputs``, is of the same make as ``owner``, which takes ``given``."""
    if owner.layer is None:
        return  # what is wrong with the owner is said there
    mine, theirs = layer.call(*inputs), owner.layer.call(*given)
    if (mine.target, mine.args, mine.kwargs) != (theirs.target, theirs.args, theirs.kwargs):
        raise _unshared(
            tr(
                "cannot share weights with {title}: that is {theirs}, this {mine}",
                title=owner.title,
                theirs=theirs,
                mine=mine,
            ),
            tr("Give both the same parameters, and inputs of the same size."),
        )


def _unshared(message: str, hint: str) -> Refused:
    return Refused("shared", message, hint, field="shared_with")
