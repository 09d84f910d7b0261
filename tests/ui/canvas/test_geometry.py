"""The way of links, and where cards go."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st
from PySide6.QtCore import QPointF, QRectF

from playground.ui.canvas.geometry import CARD_HEIGHT, card_rect, lane_for, route, snap
from playground.ui.canvas.placing import beside, in_view, is_free

places = st.floats(-4000, 4000)


@given(places, places, places, places)
def test_every_link_leaves_and_arrives_to_the_right(x: float, y: float, u: float, v: float) -> None:
    start, end = QPointF(x, y), QPointF(u, v)
    path = route(start, end, lane_for(start, end, ())).path
    last = path.elementAt(path.elementCount() - 1)
    before = path.elementAt(path.elementCount() - 2)
    first = path.elementAt(1)
    assert (path.elementAt(0).x, path.elementAt(0).y) == pytest.approx((x, y))
    assert (last.x, last.y) == pytest.approx((u, v))
    assert first.x >= x - 1e-6
    assert first.y == pytest.approx(y)
    assert before.x <= u + 1e-6
    assert before.y == pytest.approx(v)


def test_a_link_to_the_next_row_runs_between_the_rows() -> None:
    start, end = QPointF(864, 52), QPointF(0, 272)
    assert lane_for(start, end, ()) == 162.0  # between the shape under the first row (126) and the second row (220)


def test_a_link_back_in_the_same_row_runs_under_the_cards() -> None:
    lane = lane_for(QPointF(864, 52), QPointF(0, 52), ())
    assert lane is not None
    assert lane > CARD_HEIGHT


def test_a_skip_link_runs_over_the_card_in_its_way() -> None:
    start, end = QPointF(168, 52), QPointF(464, 52)
    assert lane_for(start, end, ()) is None
    assert lane_for(start, end, [card_rect(232, 0)]) == -28.0


def test_a_slanting_link_runs_around_the_cards_in_its_way() -> None:
    start, end = QPointF(168, 52), QPointF(696, 112)
    assert lane_for(start, end, ()) is None
    assert lane_for(start, end, [card_rect(400, 300)]) is None
    assert lane_for(start, end, [card_rect(232, 0), card_rect(464, 0)]) == 146.0
    assert lane_for(start, end, [card_rect(300, -20)]) == 126.0  # 84 is its lower edge, then its shape and some air


def test_a_label_has_no_more_room_than_the_gap_between_its_cards() -> None:
    assert route(QPointF(0, 0), QPointF(64, 80)).room == 64.0
    assert route(QPointF(0, 0), QPointF(64, 400)).room == 264.0


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
