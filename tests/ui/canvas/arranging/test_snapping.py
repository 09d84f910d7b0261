"""What a dragged card snaps to, in numbers: held against a search through all that it could snap to."""

from __future__ import annotations

from hypothesis import given, settings, strategies as st

from playground.core.framing import Box
from playground.ui.canvas.arranging.snapping import Line, Snapping, Straight

LEAD = Box(0, 0, 168, 104)


def box(x: float, y: float, wide: float = 168, high: float = 104) -> Box:
    return Box(x, y, x + wide, y + high)


def test_an_edge_meets_the_same_edge_of_another() -> None:
    snap = Snapping([LEAD], [box(300, 400, wide=100, high=50)]).at(297, 20, 6)
    assert (snap.dx, snap.x_held, snap.y_held) == (3, True, False)
    assert snap.lines == (Line(300, 20, 300, 450),)  # from the card's top to the other's bottom


def test_middles_meet_and_far_things_do_not_pull() -> None:
    other = box(1000, 300, wide=68, high=400)  # its middle is at 1034
    assert Snapping([LEAD], [other]).at(1034 - 84 + 4, 0, 6).dx == -4
    assert not Snapping([LEAD], [other]).at(1034 - 84 + 7, 0, 6).x_held


def test_a_left_edge_does_not_meet_a_right_edge() -> None:
    assert not Snapping([LEAD], [box(300, 400, wide=100)]).at(398, 0, 6).x_held


def test_the_area_around_all_that_moves_snaps_too() -> None:
    whole = Box(-400, -300, 168, 104)
    snap = Snapping([LEAD, whole], [box(100, 900, wide=10, high=10)]).at(498, 0, 6)
    assert snap.dx == 2  # −400 + 498 + 2 = 100


def test_a_gap_between_two_neighbours_is_halved_and_measured() -> None:
    snap = Snapping([LEAD], [box(-400, 7, high=90), box(500, 7, high=90)]).at(51, 0, 6)
    # from −232 to 500 are 732; less 168 leaves two gaps of 282
    assert (snap.dx, snap.dy) == (-1, 0)
    measured = sorted((line for line in snap.lines if line.gap is not None), key=lambda line: line.x1)
    assert [(line.x1, line.x2, line.gap) for line in measured] == [(-232, 50, 282), (218, 500, 282)]


def test_the_gap_of_others_goes_on() -> None:
    row = [box(-464, 3, high=90), box(-232, 3, high=90)]  # 64 between them
    snap = Snapping([LEAD], row).at(3, 0, 6)
    assert snap.dx == -3
    assert {line.gap for line in snap.lines if line.gap is not None} == {64}
    above = [box(11, -300, wide=140), box(11, -150, wide=140)]  # 46 between them
    assert Snapping([LEAD], above).at(0, -4, 6).dy == 4  # ends at −46, so 0


def test_a_link_that_can_run_level_does_before_edges_meet() -> None:
    straight = Straight(10, (500, 62), (168, 52))
    snap = Snapping([LEAD], [box(300, 8)], [straight]).at(0, 7, 6)
    assert snap.dy == 3
    assert Line(500, 62, 168, 62) in snap.lines


def test_nothing_to_snap_to_is_no_trouble() -> None:
    snap = Snapping([LEAD], []).at(13.7, 5.1, 6)
    assert (snap.dx, snap.dy, snap.lines) == (0, 0, ())


_places = st.integers(-60, 60).map(float)
_boxes = st.builds(box, _places, _places, st.sampled_from([20.0, 30.0]), st.sampled_from([10.0, 24.0]))


@settings(max_examples=60, deadline=None)
@given(st.lists(_boxes, min_size=1, max_size=6), _places, _places)
def test_the_nearest_edge_wins(others: list[Box], dx: float, dy: float) -> None:
    lead = box(0, 0, wide=20, high=10)
    snap = Snapping([lead], others).at(dx, dy, 5)
    here = (lead.left + dx, lead.right + dx, (lead.left + lead.right) / 2 + dx)
    steps = [
        theirs - mine
        for other in others
        for mine, theirs in zip(here, (other.left, other.right, (other.left + other.right) / 2), strict=True)
    ]
    nearest = min(steps, key=abs)
    if abs(nearest) <= 5:
        assert abs(snap.dx) == abs(nearest)
        assert any(abs(step - snap.dx) < 1e-9 for step in steps)
    assert abs(snap.dx) <= 5
    assert abs(snap.dy) <= 5
    assert bool(snap.lines) <= (snap.x_held or snap.y_held)
