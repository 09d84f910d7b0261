"""A block gives way to the layers of the network that it shows."""

from __future__ import annotations

from collections.abc import Mapping

from playground.core.annotations import Annotation
from playground.core.blocks import block_of, uses
from playground.core.cutting import unfolded_annotations
from playground.core.edits import EditRefused
from playground.core.graph import Flow, Graph, Link, Node
from playground.core.grouping import COLUMN, ROW, Value, middle, snapped
from playground.core.language import tr
from playground.core.layer import Layer, Nested
from playground.core.weights import Weighted

MOST_LAYERS = 2000
CARD = (168.0, 130.0)  # with the line of text under it
MARGIN = 8.0


def ungrouped(networks: Mapping[str, Graph], network: str, node_id: str) -> Graph:
    """``network`` with the layers of what the block ``node_id`` shows in its place, once for each repetition.

    Ids stay where they are free. Copies of a block with shared weights share those of the first.
    Raises ``EditRefused``.
    """
    host = networks[network]
    node = host.by_id.get(node_id)
    if node is None:
        raise EditRefused(tr("The layer is no longer there."))
    block = block_of(node)
    if block is None:
        raise EditRefused(tr("{title} is no block.", title=node.title))
    _refuse(networks, network, node, block)
    return _Unfolding(host, node, block, networks[block.network]).graph()


def _refuse(networks: Mapping[str, Graph], network: str, node: Node, block: Nested) -> None:
    shown = networks.get(block.network)
    if shown is None:
        raise EditRefused(tr("{title} shows no network.", title=node.title))
    if uses(networks, block.network, network):
        raise EditRefused(
            tr("{shown} shows {network} itself: there would be no end.", shown=block.network, network=network)
        )
    if block.repeat == 1:
        return
    if (len(shown.entrances), len(shown.exits)) != (1, 1):
        raise EditRefused(tr("{network} needs one Input and one Output to be repeated.", network=block.network))
    if len(shown.nodes) * block.repeat > MOST_LAYERS:
        raise EditRefused(
            tr(
                "{title} would become {count:,} layers; repeat it less often first.",
                title=node.title,
                count=len(shown.nodes) * block.repeat,
            )
        )
    if block.shared:
        stuck = next((inner for inner in shown.nodes if not _can_share(networks, inner)), None)
        if stuck is not None:
            raise EditRefused(
                tr(
                    "{title} of {network} cannot share its weights outside a block. "
                    "Let the repetitions have weights of their own first.",
                    title=stuck.title,
                    network=block.network,
                )
            )


def _can_share(networks: Mapping[str, Graph], node: Node) -> bool:
    """Whether a copy of ``node`` outside a block can use its weights, or it has none."""
    layer = node.layer
    if layer is None:
        return False
    block = layer.nested()
    if block is not None:
        return block.network in networks and not any(
            _learns(inner.layer) or not _can_share(networks, inner) for inner in networks[block.network].nodes
        )
    return not _learns(layer.activation_layer()) and (isinstance(layer, Weighted) or not _learns(layer))


def _learns(layer: Layer | None) -> bool:
    return layer is not None and type(layer).parameter_count is not Layer.parameter_count


class _Unfolding:
    """One block of ``host`` being replaced by the nodes of ``shown``."""

    def __init__(self, host: Graph, node: Node, block: Nested, shown: Graph) -> None:
        self._host, self._node, self._block, self._shown = host, node, block, shown
        fed = {link.target_port: (link.source, link.source_port) for link in reversed(host.incoming[node.id])}
        self._feeds: list[dict[str, Value | None]] = [{entry: fed.get(entry) for entry in shown.entrances}]
        self._exits = {inner.id for inner in shown.nodes if inner.kind is not None and inner.kind.role == "exit"}
        # An Input is only the border and goes; what brings values of its own and is not fed from outside stays.
        gone = {key for key, value in self._feeds[0].items() if value is not None or shown.by_id[key].type == "Input"}
        self._kept = tuple(inner for inner in shown.nodes if inner.id not in gone | self._exits)
        self._ids = _Ids(host, node.id)
        self._names: list[dict[str, str]] = []

    def graph(self) -> Graph:
        """The host with the layers in place. Raises ``EditRefused`` when a layer would be fed twice by the same one."""
        nodes: list[Node] = []
        links: list[Link] = []
        for number in range(self._block.repeat):
            self._names.append({inner.id: self._ids.take(inner.id) for inner in self._kept})
            if number:
                self._feeds.append({self._shown.entrances[0]: self._result(number - 1, self._shown.exits[0])})
            nodes += (self._copy(number, inner) for inner in self._kept)
            links += self._inner_links(number)
        others = [node for node in self._host.nodes if node is not self._node]
        nodes, others = _placed(self._node, self._kept, nodes, others, self._host.flow)
        at = self._host.nodes.index(self._node)
        plain = Graph(
            nodes=(*others[:at], *nodes, *others[at:]),
            links=self._all_links(links),
            flow=self._host.flow,
        )
        return unfolded_annotations(self._host, self._node, self._shown, plain, self._names, self._ids.take)

    def _value(self, number: int, value: Value) -> Value | None:
        """An inner value as a value of the host; None when nothing brings it."""
        node_id, port = value
        if node_id in self._names[number]:
            return self._names[number][node_id], port
        return self._feeds[number].get(node_id)

    def _result(self, number: int, exit_id: str) -> Value | None:
        """What stands behind a port of the block."""
        if exit_id not in self._exits:
            ports = self._shown.output_ports(exit_id)
            return self._value(number, (exit_id, ports[0].name)) if ports else None
        into = self._shown.incoming[exit_id]
        return self._value(number, (into[0].source, into[0].source_port)) if into else None

    def _copy(self, number: int, inner: Node) -> Node:
        params = dict(inner.params)
        names, layer = self._names[number], inner.layer
        if isinstance(layer, Weighted) and layer.shared_with in names:
            params["shared_with"] = names[layer.shared_with]
        if number and self._block.shared and isinstance(layer, Weighted):
            params["shared_with"] = self._names[0].get(layer.shared_with or inner.id)
        return inner.replace(id=names[inner.id], params=params)

    def _inner_links(self, number: int) -> list[Link]:
        found = []
        for link in self._shown.links:
            value = self._value(number, (link.source, link.source_port))
            target = self._names[number].get(link.target)
            if value is not None and target is not None:
                found.append(Link(source=value[0], source_port=value[1], target=target, target_port=link.target_port))
        return found

    def _all_links(self, inner: list[Link]) -> tuple[Link, ...]:
        found: list[Link] = []
        waiting = inner
        for link in self._host.links:  # in their order: merges read them in it
            if self._node.id not in (link.source, link.target):
                found.append(link)
                continue
            found += waiting
            waiting = []
            if link.source == self._node.id and link.source_port in self._shown.exits:
                value = self._result(self._block.repeat - 1, link.source_port)
                if value is not None:
                    found.append(link.replace(source=value[0], source_port=value[1]))
        found += waiting
        if len(set(found)) < len(found):
            double = next(link for number, link in enumerate(found) if link in found[:number])
            raise EditRefused(
                tr(
                    "Without {title}, {target} would be fed twice by {source}; between two ports there is one link.",
                    title=self._node.title,
                    target=double.target,
                    source=double.source,
                )
            )
        return tuple(found)


class _Ids:
    """Ids that are free in ``host`` when ``gone`` has left it."""

    def __init__(self, host: Graph, gone: str) -> None:
        annotations: tuple[Annotation, ...] = (*host.frames, *host.notes)
        self._used = {each.id for each in annotations} | set(host.by_id) - {gone}
        self._next: dict[str, int] = {}

    def take(self, wanted: str) -> str:
        """``wanted``, or its stem with the lowest number that is free."""
        stem = wanted.rstrip("0123456789")[:40].rstrip("_") or "layer"
        while wanted in self._used:
            number = self._next[stem] = self._next.get(stem, 0) + 1
            wanted = f"{stem}{number}"
        self._used.add(wanted)
        return wanted


# --- places ------------------------------------------------------------------------------------------------------


def _placed(
    block: Node, kept: tuple[Node, ...], copies: list[Node], others: list[Node], flow: Flow
) -> tuple[list[Node], list[Node]]:
    """The copies around the block's place, one group behind the other, as they stand in their own network.

    Where they would cover other cards they begin at the block, and what stands behind it makes room.
    """
    if not copies:
        return copies, others
    if flow == "right":
        return _in_a_row(block, kept, copies, others, COLUMN, (CARD[0] + MARGIN, CARD[1] + MARGIN))
    sizes = (CARD[1] + MARGIN, CARD[0] + MARGIN)
    found = _in_a_row(_turned(block), tuple(map(_turned, kept)), _all_turned(copies), _all_turned(others), ROW, sizes)
    return _all_turned(found[0]), _all_turned(found[1])


def _turned(node: Node) -> Node:
    return node.replace(x=node.y, y=node.x)


def _all_turned(nodes: list[Node]) -> list[Node]:
    return [_turned(node) for node in nodes]


def _in_a_row(
    block: Node, kept: tuple[Node, ...], copies: list[Node], others: list[Node], step: float, card: tuple[float, float]
) -> tuple[list[Node], list[Node]]:
    wide = max(node.x for node in kept) - min(node.x for node in kept) + step
    moved = [_moved(node, wide * (number // len(kept)), 0) for number, node in enumerate(copies)]
    x, y = middle(moved)
    moved = [_moved(node, block.x - x, block.y - y) for node in moved]
    if (block.x, block.y) == (x, y) or not _cover(moved, others, card):
        return moved, others
    left = block.x - min(node.x for node in moved)
    moved = [_moved(node, left, 0) for node in moved]
    right = [node.x for node in others if node.x > block.x]
    room = max(node.x for node in moved) + step - min(right, default=LARGE)
    others = [_moved(node, room, 0) if room > 0 and node.x > block.x else node for node in others]
    return moved, others


LARGE = 1e9


def _moved(node: Node, dx: float, dy: float) -> Node:
    return node if not dx and not dy else node.replace(x=snapped(node.x + dx), y=snapped(node.y + dy))


def _cover(new: list[Node], others: list[Node], card: tuple[float, float]) -> bool:
    wide, high = card
    return any(abs(a.x - b.x) < wide and abs(a.y - b.y) < high for a in new for b in others)
