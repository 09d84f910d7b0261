"""Networks that stand in others as layers: their ports, and how a block keeps up with the network that it shows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from playground.core.graph import Graph, Link, Node
from playground.core.language import mark, tr
from playground.core.layer import Nested

BLOCK = "Block"  # the type name of the layer that shows a network


@dataclass(frozen=True, slots=True)
class Interface:
    """A network from outside: ids of the nodes that it is fed through and of those that give its results."""

    inputs: tuple[str, ...]
    outputs: tuple[str, ...]


def interface(graph: Graph) -> Interface:
    return Interface(graph.entrances, graph.exits)


def block_of(node: Node) -> Nested | None:
    """What ``node`` stands for when it is a block."""
    return node.layer.nested() if node.layer is not None else None


def block_params(name: str, shown: Graph) -> dict[str, object]:
    """The parameters of a block that stands for the network ``name``, which is ``shown``."""
    face = interface(shown)
    return {"network": name, "input_names": list(face.inputs), "output_names": list(face.outputs)}


def showing(graph: Graph, name: str) -> tuple[Node, ...]:
    """The blocks of ``graph`` that stand for the network ``name``."""
    if name not in graph.nested:
        return ()
    return tuple(node for node in graph.nodes if (block := block_of(node)) is not None and block.network == name)


# Names of ports that say more than a letter or a number does.
_PORTS = {
    "mean": mark("mean"), "log_variance": mark("log variance"), "query": mark("query"), "key": mark("key"),
    "value": mark("value"),
}  # fmt: skip


def port_title(networks: Mapping[str, Graph], node: Node, port: str) -> str:
    """A port's name for people: of a block what its network calls that Input or Output."""
    block = block_of(node)
    inner = networks[block.network].by_id.get(port) if block is not None and block.network in networks else None
    return inner.title if inner is not None else tr(_PORTS.get(port, port.replace("_", " ")))


def settled(networks: Mapping[str, Graph], changed: Iterable[str]) -> dict[str, Graph]:
    """``networks`` after those named ``changed`` became others: each block has the ports of what it shows.

    A block that loses a port may leave its network with another end, and so on outwards until nothing changes.
    """
    found, pending = dict(networks), list(changed)
    for _ in range(4 * len(found) + len(pending)):  # a damaged file may hold networks that show each other
        if not pending:
            break
        name = pending.pop(0)
        graph = found[name]
        for shown in sorted(graph.nested & found.keys()):
            graph = with_ports_of(graph, shown, found[shown])
        found[name] = graph
        for host, other in tuple(found.items()):
            if host != name and name in other.nested:
                followed = with_ports_of(other, name, graph)
                if followed is not other:
                    found[host] = followed
                    pending.append(host)
    return found


def with_ports_of(graph: Graph, name: str, shown: Graph) -> Graph:
    """``graph`` with the blocks for ``name`` given the ports of ``shown``; the same object if they have them.

    Links to ports that are gone go too; where one port was linked and one is left, it stays linked under its new name.
    """
    face = interface(shown)
    nodes: dict[str, Node] = {}
    links: tuple[Link, ...] = graph.links
    for node in graph.nodes:
        block = block_of(node)
        if block is None or block.network != name:
            continue
        before = Interface(
            tuple(port.name for port in node.input_ports), tuple(port.name for port in node.output_ports)
        )
        if before == face:
            continue
        params = {**node.params, "input_names": list(face.inputs), "output_names": list(face.outputs)}
        nodes[node.id] = node.replace(params=params)
        links = _followed(links, node.id, before, face)
    if not nodes:
        return graph
    return graph.replace(nodes=tuple(nodes.get(node.id, node) for node in graph.nodes), links=links)


def _followed(links: tuple[Link, ...], block: str, before: Interface, after: Interface) -> tuple[Link, ...]:
    """``links`` as they are when ``block`` changed its face: without those whose port is gone."""
    into = {link.target_port for link in links if link.target == block}
    out = {link.source_port for link in links if link.source == block}
    inputs, outputs = _renamed(into, before.inputs, after.inputs), _renamed(out, before.outputs, after.outputs)
    found = []
    for link in links:
        if link.target == block and link.target_port in inputs:
            found.append(link.replace(target_port=inputs[link.target_port]))
        elif link.source == block and link.source_port in outputs:
            found.append(link.replace(source_port=outputs[link.source_port]))
        elif block not in (link.source, link.target):
            found.append(link)
    return tuple(found)


def _renamed(linked: set[str], before: tuple[str, ...], after: tuple[str, ...]) -> dict[str, str]:
    """What the ``linked`` ports are called now; a port that is gone is left out."""
    kept = {port: port for port in linked if port in after}
    if not kept and len(linked) == 1 and len(after) == 1 and linked <= set(before):
        return {next(iter(linked)): after[0]}
    return kept


def uses(networks: Mapping[str, Graph], outer: str, inner: str) -> bool:
    """Whether ``outer`` shows ``inner``, itself or through other blocks; a network counts as showing itself."""
    seen, stack = set(), [outer]
    while stack:
        name = stack.pop()
        if name == inner:
            return True
        if name not in seen and name in networks:
            seen.add(name)
            stack += networks[name].nested
    return False


def nesting(networks: Mapping[str, Graph]) -> int:
    """How many networks at most stand in one another; those of a damaged file that show themselves are not counted."""
    levels: dict[str, int] = {}
    left = set(networks)
    while left:
        ready = {name for name in left if not networks[name].nested & left}
        if not ready:
            break
        for name in ready:
            levels[name] = 1 + max((levels[inner] for inner in networks[name].nested & levels.keys()), default=0)
        left -= ready
    return max(levels.values(), default=0)


def locate(networks: Mapping[str, Graph], network: str, path: str) -> tuple[str, str]:
    """The network and the node id that a path of submodules such as ``block1.0.conv2`` leads to."""
    found = (network, path.partition(".")[0].partition("__")[0])
    for part in (part for part in path.split(".") if not part.isdigit()):  # numbers count a block's repetitions
        node_id = part.partition("__")[0]
        node = networks[network].by_id.get(node_id) if network in networks else None
        if node is None:
            break
        found, block = (network, node_id), block_of(node)
        if block is None:
            break
        network = block.network
    return found


def recursion(networks: Mapping[str, Graph], host: str, shown: str) -> str | None:
    """Why ``shown`` cannot stand in ``host`` as a block, in one sentence; None when it can."""
    if shown == host:
        return tr("{host} cannot stand in itself.", host=host)
    if uses(networks, shown, host):
        return tr("{shown} cannot stand in {host}: it shows {host} itself.", shown=shown, host=host)
    return None
