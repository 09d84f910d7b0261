"""Automatic layout of any graph: no overlaps, the way the links lead, the same picture every time."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings, strategies as st

from playground.core.graph import Graph, Link, Node
from playground.core.layout import cards
from playground.core.layout.arranging import WAYS, arranged
from playground.core.layout.layering import layers_of, without_cycles
from playground.core.layout.ordering import ordered
from playground.core.layout.piece import Piece, Wire
from playground.core.layout.stage import staged
from playground.ui.canvas import geometry

WIDE, HIGH = 168, 104 + 22  # a card with the shape under it


def network(count: int, pairs: set[tuple[int, int]]) -> Graph:
    nodes = tuple(Node(id=f"add{n}", type="Add", x=float(n * 31 % 400), y=float(n * 57 % 300)) for n in range(count))
    return Graph(nodes=nodes, links=tuple(Link(source=f"add{a}", target=f"add{b}") for a, b in sorted(pairs)))


def chain(count: int) -> Graph:
    return network(count, {(n, n + 1) for n in range(count - 1)})


@st.composite
def graphs(draw: st.DrawFn, *, cycles: bool = False) -> Graph:
    count = draw(st.integers(1, 14))
    ends = st.tuples(st.integers(0, count - 1), st.integers(0, count - 1))
    pairs = draw(st.sets(ends, max_size=22))
    return network(count, {(a, b) for a, b in pairs if (a != b if cycles else a < b)})


def overlapping(places: dict[str, tuple[float, float]]) -> list[tuple[str, str]]:
    return [
        (a, b)
        for (a, (ax, ay)), (b, (bx, by)) in combinations(places.items(), 2)
        if abs(ax - bx) < WIDE and abs(ay - by) < HIGH
    ]


@settings(max_examples=40, deadline=None)
@given(graphs(), st.sampled_from(WAYS))
def test_nothing_overlaps_and_links_lead_on(graph: Graph, way: str) -> None:
    places = arranged(graph, way)
    assert places.keys() == graph.by_id.keys()
    assert overlapping(places) == []
    for link in graph.links:
        (x1, y1), (x2, y2) = places[link.source], places[link.target]
        if way == "right":
            assert x2 >= x1 + WIDE + 24, link
        elif way == "down":
            assert y2 >= y1 + HIGH + 24, link
    assert all(x % 4 == y % 4 == 0 for x, y in places.values())  # on the grid
    assert arranged(graph, way) == places


@settings(max_examples=25, deadline=None)
@given(graphs(cycles=True), st.sampled_from(WAYS))
def test_cycles_do_no_harm(graph: Graph, way: str) -> None:
    assert overlapping(arranged(graph, way)) == []


@settings(max_examples=25, deadline=None)
@given(graphs(), st.sampled_from(WAYS))
def test_arranging_again_changes_nothing(graph: Graph, way: str) -> None:
    places = arranged(graph, way)
    moved = graph.replace(nodes=tuple(n.replace(x=places[n.id][0], y=places[n.id][1]) for n in graph.nodes))
    assert arranged(moved, way) == places


@settings(max_examples=25, deadline=None)
@given(graphs(), st.data())
def test_only_what_is_chosen_moves_and_stays_around_its_middle(graph: Graph, data: st.DataObject) -> None:
    chosen = data.draw(st.sets(st.sampled_from(sorted(graph.by_id)), min_size=1))
    places = arranged(graph, "right", chosen)
    assert places.keys() == chosen
    assert overlapping(places) == []

    def middle(corners: list[tuple[float, float]]) -> tuple[float, float]:
        xs, ys = zip(*corners, strict=True)
        return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2

    old = middle([(graph.by_id[key].x, graph.by_id[key].y) for key in chosen])
    new = middle(list(places.values()))
    assert abs(old[0] - new[0]) <= 2
    assert abs(old[1] - new[1]) <= 2


@settings(max_examples=60, deadline=None)
@given(graphs(cycles=True))
def test_turned_links_leave_no_cycle(graph: Graph) -> None:
    number = {key: index for index, key in enumerate(graph.by_id)}
    wires = [Wire(number[link.source], number[link.target], 52, 52) for link in graph.links]
    forward = without_cycles(len(number), wires)
    layer = layers_of(len(number), forward)
    assert all(layer[wire.target] > layer[wire.source] for wire in forward)
    assert {frozenset((w.source, w.target)) for w in forward} == {frozenset((w.source, w.target)) for w in wires}
    if len(graph.order) == len(graph.nodes):
        assert forward == wires  # there was none


def test_what_crosses_needlessly_is_uncrossed() -> None:
    # Two layers joined in reverse: all six pairs cross as they stand, none need.
    pieces = [Piece(str(n), 168, 126) for n in range(8)]
    wires = [Wire(a, 7 - a, 52, 52) for a in range(4)]
    stage = staged(pieces, wires, layers_of(8, wires))
    assert ordered(stage) == 0
    # Every one of three to every one of three: nine crossings are the least there is.
    wires = [Wire(a, b, 52, 52) for a in range(3) for b in range(3, 6)]
    assert ordered(staged(pieces[:6], wires, layers_of(6, wires))) == 9


def test_a_loose_branch_stands_just_before_what_it_feeds() -> None:
    # 0 → 1 → 2 → 3, and 4 → 5 feeding 3: the second chain begins late.
    pairs = [(0, 1), (1, 2), (2, 3), (4, 5), (5, 3)]
    layer = layers_of(6, [Wire(a, b, 52, 52) for a, b in pairs])
    assert layer == [0, 1, 2, 3, 1, 2]


def test_the_main_way_is_a_line_and_a_skip_bends_around_it() -> None:
    graph = network(6, {(0, 1), (1, 2), (2, 3), (3, 4), (4, 5), (1, 4)})
    places = arranged(graph, "right")
    assert len({y for _, y in places.values()}) == 1


def test_branches_lie_evenly_around_where_they_part_and_meet() -> None:
    # 0 parts to 1 2 3 4, which meet in 5.
    graph = network(6, {*((0, n) for n in (1, 2, 3, 4)), *((n, 5) for n in (1, 2, 3, 4))})
    places = arranged(graph, "right")
    heights = sorted(places[f"add{n}"][1] for n in (1, 2, 3, 4))
    gaps = {b - a for a, b in pairwise(heights)}
    assert len(gaps) == 1
    middle = (heights[0] + heights[-1]) / 2
    assert abs(places["add0"][1] - middle) <= 2
    assert abs(places["add5"][1] - middle) <= 2


def test_inputs_of_one_card_come_in_the_order_of_its_ports() -> None:
    nodes = [Node(id=name, type="Dense") for name in ("a1", "b1", "c1")]
    attention = Node(id="attention1", type="MultiHeadAttention")
    ports = [port.name for port in attention.input_ports]
    assert len(ports) == 3
    feeding = dict(zip(("c1", "a1", "b1"), ports, strict=True))  # not the order of the file
    links = tuple(Link(source=key, target="attention1", target_port=port) for key, port in feeding.items())
    places = arranged(Graph(nodes=(*nodes, attention), links=links), "right")
    assert places["c1"][1] < places["a1"][1] < places["b1"][1]


@pytest.mark.parametrize("window", [(800.0, 450.0), (1900.0, 900.0), (500.0, 900.0)])
def test_rows_fit_a_window_better_than_one_line(window: tuple[float, float]) -> None:
    def size(places: dict[str, tuple[float, float]]) -> float:
        wide = max(x for x, _ in places.values()) + WIDE
        high = max(y for _, y in places.values()) + HIGH
        return min(window[0] / wide, window[1] / high)

    graph = chain(24)
    line, rows = arranged(graph, "right"), arranged(graph, "rows", window=window)
    assert size(rows) > 1.7 * size(line)
    by_row: dict[float, list[int]] = {}
    for number in range(24):
        by_row.setdefault(rows[f"add{number}"][1], []).append(number)
    assert [n for _, members in sorted(by_row.items()) for n in members] == list(range(24))  # read as a text is
    lengths = [len(members) for _, members in sorted(by_row.items())]
    assert max(lengths) - min(lengths) <= 2


def test_a_short_chain_stays_one_row() -> None:
    places = arranged(chain(3), "rows", window=(1200.0, 700.0))
    assert len({y for _, y in places.values()}) == 1


def test_rows_break_where_fewest_links_are_cut() -> None:
    # Two diamonds joined by one link: 0 → 1,2 → 3 → 4 → 5,6 → 7.
    graph = network(8, {(0, 1), (0, 2), (1, 3), (2, 3), (3, 4), (4, 5), (4, 6), (5, 7), (6, 7)})
    places = arranged(graph, "rows", window=(760.0, 700.0))
    first = max(places[f"add{n}"][1] for n in range(4))
    assert all(places[f"add{n}"][1] > first for n in range(4, 8))


def test_parts_and_single_layers_do_not_mix() -> None:
    graph = network(7, {(0, 1), (2, 3), (3, 4)})  # and 5, 6 alone
    places = arranged(graph, "right")
    low = max(places[f"add{n}"][1] for n in range(5))
    assert all(places[key][1] > low for key in ("add5", "add6"))


def test_sizes_are_those_that_the_canvas_draws() -> None:
    for count in range(1, 9):
        graph = Graph(nodes=(Node(id="split1", type="Split", params={"parts": max(count, 2)}),))
        ports = len(graph.output_ports("split1"))
        assert cards.card_height(graph, "split1") == geometry.card_height(ports)
        for index, port in enumerate(graph.output_ports("split1")):
            link = Link(source="split1", target="split1", source_port=port.name)
            assert cards.leaves_at(graph, link) == geometry.port_offset(index, ports, output=True).y()
    assert cards.WIDTH == geometry.CARD_WIDTH
    assert cards.SHAPE_LINE >= geometry.SHAPE_HEIGHT


def test_a_thousand_layers_with_long_links_are_bounded() -> None:
    # Every tenth layer also feeds one that is far away: without a bound this would be 60,000 places to pass.
    graph = network(400, {(n, n + 1) for n in range(399)} | {(n, 399 - n) for n in range(0, 190, 2)})
    places = arranged(graph, "right")
    assert overlapping({key: place for key, place in places.items() if int(key[3:]) < 40}) == []
    assert [key for key, _ in sorted(places.items(), key=lambda item: item[1][0])] == [f"add{n}" for n in range(400)]
