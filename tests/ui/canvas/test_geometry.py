"""The way of links, and where cards go."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st
from PySide6.QtCore import QPointF, QRectF

from playground.core.framing import Box
from playground.ui.canvas.geometry import card_rect, snap
from playground.ui.canvas.placing import beside, in_view, is_free, nearest
from playground.ui.canvas.routes import pulled, rounded, route_of
from playground.ui.canvas.routing.curve import plain
from playground.ui.canvas.routing.way import Way

places = st.floats(-4000, 4000)


@given(places, places, places, places, st.booleans(), st.booleans())
def test_every_pulled_link_leaves_and_arrives_along_the_flow(
    x: float, y: float, u: float, v: float, snapped: bool, down: bool
) -> None:
    path = pulled(QPointF(x, y), QPointF(u, v), snapped=snapped, down=down)
    last, before = path.elementAt(path.elementCount() - 1), path.elementAt(path.elementCount() - 2)
    first = path.elementAt(1)
    assert (path.elementAt(0).x, path.elementAt(0).y) == pytest.approx((x, y))
    assert (last.x, last.y) == pytest.approx((u, v))
    if down:
        assert first.y >= y - 1e-6
        assert before.y <= v + 1e-6
        assert (first.x, before.x) == (pytest.approx(x), pytest.approx(u))
    else:
        assert first.x >= x - 1e-6
        assert before.x <= u + 1e-6
        assert (first.y, before.y) == (pytest.approx(y), pytest.approx(v))


def test_a_label_has_no_more_room_than_the_gap_between_its_cards() -> None:
    assert route_of(plain((0, 0), (64, 80))).room == 64.0
    assert route_of(plain((0, 0), (64, 400))).room == 264.0


def test_the_label_of_a_way_with_corners_stands_on_its_longest_level_piece() -> None:
    way = Way(((0, 0), (20, 0), (20, -60), (500, -60), (500, 0), (520, 0)), False, Box(0, -60, 520, 0))
    route = route_of(way)
    assert (route.middle, route.room, route.level) == (QPointF(260, -60), 480.0, False)


def test_corners_are_round_as_far_as_there_is_room() -> None:
    """The line stays within its corners, and meets no place outside of them."""
    path = rounded([QPointF(0, 0), QPointF(100, 0), QPointF(100, 8), QPointF(200, 8)])
    box = path.boundingRect()
    assert (box.left(), box.top(), box.right(), box.bottom()) == (0, 0, 200, 8)
    assert path.elementCount() > 6
    assert path.length() < 208


@given(st.floats(-1e9, 1e9))
def test_snapping_stays_inside_what_a_file_holds(value: float) -> None:
    assert abs(snap(value)) <= 9.9e6
    assert snap(value) % 4 == 0


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 4)), max_size=20))
def test_a_new_card_stands_on_no_other(spots: list[tuple[int, int]]) -> None:
    cards = [card_rect(column * 232.0, row * 220.0) for column, row in spots]
    place = in_view(QRectF(-100, -100, 1400, 900), cards)
    assert is_free(place, cards)
    if cards:
        assert is_free(beside(cards[0], cards), cards)


@given(
    st.lists(st.tuples(st.integers(-30, 30), st.integers(-30, 30)), max_size=6),
    st.integers(-600, 600),
    st.integers(-600, 600),
)
def test_a_new_card_comes_to_the_nearest_free_place(spots: list[tuple[int, int]], x: int, y: int) -> None:
    cards, corner = [card_rect(24.0 * column, 24.0 * row) for column, row in spots], QPointF(x, y)
    place = nearest(corner, cards)
    assert is_free(place, cards)
    if is_free(corner, cards):
        assert place == corner
    straight = [QPointF(x + 42.0 * n, y) for n in range(13)] + [QPointF(x, y + 26.0 * n) for n in range(13)]
    closer = min(((spot - corner).manhattanLength() for spot in straight if is_free(spot, cards)), default=4000.0)
    assert (place - corner).manhattanLength() <= closer + 24  # the grid
