"""Places on the canvas: left to right by depth, branches below each other, links as short as a few sweeps make them."""

from __future__ import annotations

from playground.core.graph import Graph

# From card to card; a card is 168 wide and 104 high and has a line of text under it.
COLUMN, ROW = 232.0, 220.0
SWEEPS = 6


def laid_out(graph: Graph) -> Graph:
    """``graph`` with places for all nodes, none on another."""
    columns = _columns(graph)
    rows = _rows(graph, columns)
    nodes = tuple(node.replace(x=columns[node.id] * COLUMN, y=rows[node.id] * ROW) for node in graph.nodes)
    return graph.replace(nodes=nodes)


def _columns(graph: Graph) -> dict[str, int]:
    """As far to the right as the longest way to a node is; sources stand just before what they feed."""
    depth: dict[str, int] = {}
    for node_id in graph.order:
        depth[node_id] = max((depth[link.source] + 1 for link in graph.incoming[node_id]), default=0)
    for node_id in reversed(graph.order):
        following = [depth[link.target] for link in graph.outgoing[node_id]]
        if following and not graph.incoming[node_id]:
            depth[node_id] = min(following) - 1
    return depth


def _rows(graph: Graph, columns: dict[str, int]) -> dict[str, float]:
    """Rows by column. A link over several columns keeps a row free there, so that it does not lie on a card."""
    stacks: dict[int, list[str]] = {}
    neighbours: dict[str, list[str]] = {node.id: [] for node in graph.nodes}
    for node in graph.nodes:
        stacks.setdefault(columns[node.id], []).append(node.id)
    for number, link in enumerate(graph.links):
        before = link.source
        for column in range(columns[link.source] + 1, columns[link.target]):
            passing = f"{number}/{column}"  # no id holds a slash
            stacks.setdefault(column, []).append(passing)
            neighbours[passing] = [before]
            neighbours[before].append(passing)
            before = passing
        neighbours[before].append(link.target)
        neighbours[link.target].append(before)
    rows = {name: float(row) for stack in stacks.values() for row, name in enumerate(stack)}
    for sweep in range(SWEEPS):
        for column in sorted(stacks, reverse=bool(sweep % 2)):
            _settle(stacks[column], neighbours, rows)
    return rows


def _settle(stack: list[str], neighbours: dict[str, list[str]], rows: dict[str, float]) -> None:
    """Sort a column by the mean row of what its nodes are linked to, and move each as near to it as the others let."""
    wanted = {name: _mean([rows[other] for other in neighbours[name]], rows[name]) for name in stack}
    stack.sort(key=lambda name: wanted[name])
    groups: list[tuple[float, int]] = []  # mean row and number of members of nodes that stand shoulder to shoulder
    for name in stack:
        mean, count = wanted[name], 1
        while groups and groups[-1][0] + (groups[-1][1] + count) / 2 > mean:
            other, others = groups.pop()
            mean, count = (mean * count + other * others) / (count + others), count + others
        groups.append((mean, count))
    names = iter(stack)
    for mean, count in groups:
        for number in range(count):
            rows[next(names)] = round((mean - (count - 1) / 2 + number) * 2) / 2


def _mean(values: list[float], default: float) -> float:
    return sum(values) / len(values) if values else default
