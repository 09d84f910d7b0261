"""Links go around cards: whatever stands where, whatever was moved before, in each direction of the flow."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings, strategies as st
from PySide6.QtCore import QPointF

from playground.core.framing import Box
from playground.ui.canvas.routes import route_of
from playground.ui.canvas.routing.obstacles import Obstacles, Places
from playground.ui.canvas.routing.router import Router, way_of
from playground.ui.canvas.routing.tracks import LEVEL, UPRIGHT
from playground.ui.canvas.routing.way import Ends, LinkKey, Way, straightened

WIDE, HIGH, GAP = 168.0, 104.0, 24.0
Cards = dict[str, Box]
Links = dict[LinkKey, Ends]


def card(x: float, y: float, high: float = HIGH) -> Box:
    return Box(x, y, x + WIDE, y + high)


@st.composite
def worlds(draw: st.DrawFn) -> tuple[Cards, list[tuple[str, str]]]:
    """Cards in rows and columns, each shifted as far as its neighbours leave the least gap; links between any two."""
    cards: Cards = {}
    spots = draw(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=2, max_size=18, unique=True))
    room_x, room_y = draw(st.sampled_from([(0, 0), (40, 0), (0, 60), (64, 92)]))
    for number, (column, row) in enumerate(spots):
        x = column * (WIDE + GAP + room_x) + draw(st.integers(0, room_x))
        y = row * (160 + GAP + room_y) + draw(st.integers(0, room_y))
        cards[f"n{number}"] = card(x, y, draw(st.sampled_from([HIGH, 160.0])))
    names = st.sampled_from(sorted(cards))
    pairs = draw(st.lists(st.tuples(names, names).filter(lambda pair: pair[0] != pair[1]), max_size=8, unique=True))
    return cards, pairs


def links_of(cards: Cards, pairs: list[tuple[str, str]], *, down: bool = False) -> Links:
    found: Links = {}
    for source, target in pairs:
        a, b = cards[source], cards[target]
        start = ((a.left + a.right) / 2, a.bottom) if down else (a.right, a.top + HIGH / 2)
        end = ((b.left + b.right) / 2, b.top) if down else (b.left, b.top + HIGH / 2)
        found[source, "out", target, "in"] = Ends(start, end, source, target, f"{source} out", f"{target} in")
    return found


def drawn(way: Way) -> list[QPointF]:
    """Places along what is painted, two units apart at most."""
    places: list[QPointF] = []
    for a, b in pairwise(route_of(way).path.toSubpathPolygons()[0].toList()):
        steps = max(1, int((b - a).manhattanLength() / 2))
        places += [a + (b - a) * (step / steps) for step in range(steps + 1)]
    return places


def crossed(way: Way, cards: Cards) -> set[str]:
    """Cards whose inside the painted line enters."""
    inner = {key: box.grown(-0.75) for key, box in cards.items()}
    return {key for at in drawn(way) for key, box in inner.items() if box.holds(at.x(), at.y())}


@settings(max_examples=120)
@given(worlds(), st.booleans())
def test_no_link_crosses_a_card_where_there_is_a_way(world: tuple[Cards, list[tuple[str, str]]], down: bool) -> None:
    """A gap of 24 units is enough, and its own cards are left and entered from outside."""
    cards, pairs = world
    links = links_of(cards, pairs, down=down)
    router = Router()
    router.settle(cards, links, turned=down)
    for key, ends in links.items():
        points = router.ways[key].points
        assert (points[0], points[-1]) == (ends.start, ends.end)
        assert not crossed(router.ways[key], cards)


@settings(max_examples=60)
@given(worlds(), st.data())
def test_ways_depend_on_nothing_but_where_things_stand(
    world: tuple[Cards, list[tuple[str, str]]], data: st.DataObject
) -> None:
    """Not on what was moved before, dragged on the way, or told first."""
    cards, pairs = world
    router = Router()
    frames = st.lists(st.sampled_from(sorted(cards.values())).map(lambda box: box.grown(32)), max_size=2)
    router.settle(cards, links_of(cards, pairs), frames=data.draw(frames))
    moved = data.draw(st.lists(st.sampled_from(sorted(cards)), max_size=3, unique=True))
    dx, dy = data.draw(st.integers(-300, 300)), data.draw(st.integers(-300, 300))
    after = {
        key: Box(box[0] + dx, box[1] + dy, box[2] + dx, box[3] + dy) if key in moved else box
        for key, box in cards.items()
    }
    followed = {key: ends for key, ends in links_of(after, pairs).items() if {key[0], key[2]} & set(moved)}
    router.follow({key: after[key] for key in moved}, followed)
    for key, ends in followed.items():
        assert (router.ways[key].points[0], router.ways[key].points[-1]) == (ends.start, ends.end)
    kept = pairs[: data.draw(st.integers(0, len(pairs)))]
    framed = data.draw(frames)
    told = router.settle(after, links_of(after, kept), frames=framed)
    fresh, backwards = Router(), dict(reversed(list(links_of(after, kept).items())))
    fresh.settle(dict(reversed(list(after.items()))), backwards, frames=framed)
    assert {key: way.points for key, way in router.ways.items()} == {k: w.points for k, w in fresh.ways.items()}
    assert told <= set(router.ways)
    assert router.settle(after, links_of(after, kept), frames=framed) == set()


def ends(start: tuple[float, float], end: tuple[float, float]) -> Ends:
    return Ends(start, end, "a", "b")


def around(*boxes: Box) -> Obstacles:
    found = Obstacles()
    for number, box in enumerate(boxes):
        found.put(f"c{number}", box)
    return found


def test_a_link_that_nothing_stands_in_the_way_of_is_a_curve() -> None:
    way = way_of(around(card(232, 300)), ends((168, 52), (464, 112)))
    assert way.curved
    assert way_of(around(), ends((168, 52), (232, 52))).points[1][1] == 52.0


def test_a_skip_runs_level_over_or_under_what_it_skips() -> None:
    """Where there is as much room, over it: under cards stand their shapes."""
    skipped = [card(232, 0), card(464, 0)]
    way = way_of(around(*skipped), ends((168, 52), (696, 52)))
    heights = {y for _, y in way.points}
    assert not way.curved
    assert min(heights) == -20.0
    assert len(way.points) == 6


def test_a_link_to_the_next_row_runs_between_the_rows() -> None:
    way = way_of(around(card(696, 0), card(0, 220)), Ends((864, 52), (0, 272), "c0", "c1"))
    lane = way.points[2][1]
    assert 126 < lane < 208  # between the shape under the first row and the second row


def test_a_link_without_a_way_still_arrives() -> None:
    """Cards that lie on each other leave none."""
    way = way_of(around(card(160, 0), card(230, 10), card(100, 40)), ends((168, 52), (240, 60)))
    assert (way.points[0], way.points[-1]) == ((168, 52), (240, 60))
    back = way_of(around(card(0, 0), card(10, 10)), Ends((168, 52), (10, 62), "c0", "c1"))
    assert (back.points[0], back.points[-1]) == ((168, 52), (10, 62))


def test_a_small_move_is_a_small_change() -> None:
    before = way_of(around(card(232, 0), card(464, 0)), ends((168, 52), (696, 52)))
    after = way_of(around(card(232, 0), card(464, 0)), ends((168, 52), (700, 56)))
    assert len(before.points) == len(after.points)
    for (x, y), (u, v) in zip(before.points, after.points, strict=True):
        assert abs(x - u) <= 4
        assert abs(y - v) <= 4


def test_skips_of_different_layers_run_side_by_side() -> None:
    cards = {f"n{number}": card(number * 232.0, 0) for number in range(6)}
    pairs = [("n0", "n3"), ("n1", "n4"), ("n0", "n5")]
    router = Router()
    router.settle(cards, links_of(cards, pairs))
    first, other, last = (min(y for _, y in router.ways[a, "out", b, "in"].points) for a, b in pairs)
    assert abs(first - other) >= LEVEL[0]
    assert abs(last - other) >= LEVEL[0]
    assert last == first or abs(last - first) >= LEVEL[0]  # links of one port may run together


@pytest.mark.parametrize("down", [False, True])
def test_a_link_does_not_run_along_the_edge_of_a_frame(*, down: bool) -> None:
    """One could not tell it from the edge."""
    across = HIGH if down else WIDE
    step = across + 64
    cards = {f"n{number}": card(0, number * step) if down else card(number * step, 0) for number in range(4)}
    links = links_of(cards, [("n0", "n3")], down=down)
    router = Router()
    router.settle(cards, links, turned=down)
    key = ("n0", "out", "n3", "in")
    lane = router.ways[key].points[2][0 if down else 1]  # beside the cards that are skipped
    beside, far = (lane, 4 * WIDE) if lane < 0 else (-2 * WIDE, lane)
    frame = Box(beside, step - 32, far, 3 * step) if down else Box(step - 32, beside, 3 * step, far)
    assert router.settle(cards, links, frames=[frame], turned=down) == {key}
    corners = router.ways[key].points
    for (x, y), (u, v) in pairwise(corners[1:-1]):
        if down and x == u:
            assert min(abs(x - frame.left), abs(x - frame.right)) >= UPRIGHT[1]
        if not down and y == v:
            assert min(abs(y - frame.top), abs(y - frame.bottom)) >= LEVEL[1]
    assert not crossed(router.ways[key], cards)
    assert router.settle(cards, links, turned=down) == {key}
    assert router.ways[key].points[2][0 if down else 1] == lane


def test_while_cards_are_dragged_no_link_flees_from_them() -> None:
    """Else nothing could be dropped on a link."""
    cards = {"a": card(0, 0), "b": card(500, 0), "free": card(200, 400)}
    links = links_of(cards, [("a", "b")])
    router = Router()
    router.settle(cards, links)
    before = router.ways["a", "out", "b", "in"]
    assert router.follow({"free": card(250, 0)}, {}) == set()
    assert router.ways["a", "out", "b", "in"] is before
    assert router.settle({**cards, "free": card(250, 0)}, links) == {("a", "out", "b", "in")}
    assert not crossed(router.ways["a", "out", "b", "in"], {"free": card(250, 0)})


@given(
    st.dictionaries(
        st.integers(0, 20),
        st.tuples(st.floats(-1e4, 1e4), st.floats(-1e4, 1e4), st.floats(0, 5e3), st.floats(0, 5e3)),
    ),
    st.tuples(st.floats(-1e4, 1e4), st.floats(-1e4, 1e4), st.floats(0, 8e3), st.floats(0, 8e3)),
)
def test_places_finds_what_meets_an_area(
    boxes: dict[int, tuple[float, float, float, float]], area: tuple[float, float, float, float]
) -> None:
    places: Places[int] = Places(100.0)
    for key, (x, y, wide, high) in boxes.items():
        places.put(key, Box(x + 7, y, x, y))
        places.put(key, Box(x, y, x + wide, y + high))
    x, y, u, v = area[0], area[1], area[0] + area[2], area[1] + area[3]
    meeting = {k for k, (a, b, w, h) in boxes.items() if a <= u and a + w >= x and b <= v and b + h >= y}
    assert set(places.meeting(x, y, u, v)) == meeting
    for key in boxes:
        places.drop(key)
    assert not list(places.meeting(-2e4, -2e4, 2e4, 2e4))


def test_corners_at_which_a_way_goes_straight_on_are_left_out() -> None:
    assert straightened([(0, 0), (5, 0), (5, 0), (9, 0), (9, 4)]) == ((0, 0), (9, 0), (9, 4))


@given(st.integers(8, 23), st.integers(-60, 60), st.booleans())
def test_between_near_neighbours_a_link_is_a_short_curve(gap: int, off: int, down: bool) -> None:
    """Ports as near as that are still one behind the other: no loop around the cards."""
    cards = {"a": card(0, 0), "b": card(off, HIGH + gap) if down else card(WIDE + gap, off)}
    router = Router()
    router.settle(cards, links_of(cards, [("a", "b")], down=down), turned=down)
    (way,) = router.ways.values()
    along = [place.y() if down else place.x() for place in drawn(way)]
    start = HIGH if down else WIDE
    assert min(along) >= start - 0.01
    assert max(along) <= start + gap + 0.01
