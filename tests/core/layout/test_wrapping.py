"""Rows are as large in the window as any that cut as few wires; all ways to break a short drawing are tried here."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given, settings, strategies as st

from playground.core.layout.piece import Piece, Spot, Wire
from playground.core.layout.wrapping import LOSS, wrapped

GAP, APART = 64.0, 92.0
Drawing = tuple[list[Piece], list[Wire], list[Spot]]


def row_of(lengths: list[float], widths: list[float], wires: list[tuple[int, int]]) -> Drawing:
    """One piece for each layer, one behind the other."""
    pieces = [Piece(f"p{n}", long, wide) for n, (long, wide) in enumerate(zip(lengths, widths, strict=True))]
    spots = [Spot(sum(lengths[:n]) + n * GAP, 0.0, n) for n in range(len(pieces))]
    return pieces, [Wire(a, b, 10.0, 10.0) for a, b in wires], spots


def worth(drawing: Drawing, breaks: list[int], window: tuple[float, float]) -> float:
    """How large it is with rows that begin there, less what the wires cut are worth."""
    pieces, wires, _ = drawing
    length, high = 0.0, -APART
    for first, last in pairwise([0, *breaks, len(pieces)]):
        row = pieces[first:last]
        length = max(length, sum(piece.long for piece in row) + (len(row) - 1) * GAP)
        high += max(piece.wide for piece in row) + APART
    cut = sum(max(0, sum(wire.source < at <= wire.target for wire in wires) - 1) for at in breaks)
    return min(window[0] / length, window[1] / high, 1.0) * (1 - LOSS) ** cut


def breaks_of(spots: list[Spot]) -> list[int]:
    return [number for number, (a, b) in enumerate(pairwise(spots), 1) if b.across > a.across]


@st.composite
def drawings(draw: st.DrawFn) -> Drawing:
    count = draw(st.integers(1, 9))
    lengths = draw(st.lists(st.sampled_from([168.0, 168.0, 700.0]), min_size=count, max_size=count))
    widths = [128.0] * count
    skips = st.tuples(st.integers(0, count - 1), st.integers(0, count - 1)).filter(lambda pair: pair[0] < pair[1])
    more = draw(st.lists(skips, max_size=3)) if count > 1 else []
    return row_of(lengths, widths, [*pairwise(range(count)), *more])


@settings(max_examples=150)
@given(drawings(), st.sampled_from([(1200.0, 700.0), (880.0, 480.0), (600.0, 1400.0), (3000.0, 200.0)]))
def test_no_other_breaks_are_much_better(drawing: Drawing, window: tuple[float, float]) -> None:
    found = wrapped(*drawing, APART, window)
    count = len(drawing[0])
    best = max(
        worth(drawing, list(breaks), window)
        for many in range(count)
        for breaks in combinations(range(1, count), many)
    )  # fmt: skip
    assert worth(drawing, breaks_of(found), window) >= 0.85 * best


@given(drawings(), st.sampled_from([(1200.0, 700.0), (600.0, 1400.0)]))
def test_rows_are_read_as_a_text_is(drawing: Drawing, window: tuple[float, float]) -> None:
    pieces, _, _ = drawing
    found = wrapped(*drawing, APART, window)
    places = [(spot.across, spot.along) for spot in found]
    assert places == sorted(places)
    for (piece, spot), (_, other) in pairwise(zip(pieces, found, strict=True)):
        if other.across == spot.across:
            assert other.along >= spot.along + piece.long + GAP - 0.01
        else:
            assert other.along == 0.0
            assert other.across >= spot.across + piece.wide + APART


def test_blocks_of_a_residual_network_share_rows() -> None:
    """Ten blocks of six layers with a wire around each: a row for each block would leave half of the window empty."""
    ends = range(0, 61, 6)
    wires = [*pairwise(range(61)), *pairwise(ends)]
    drawing = row_of([168.0] * 61, [128.0] * 61, wires)
    found = wrapped(*drawing, APART, (880.0, 480.0))
    alone = [at + 1 for at in ends[1:-1]]
    assert worth(drawing, breaks_of(found), (880.0, 480.0)) > 1.2 * worth(drawing, alone, (880.0, 480.0))
