"""Contour lines of a surface over cells, and the levels that they are drawn at."""

from __future__ import annotations

import numpy as np

from playground.ui.plots.ticks import linear_ticks

_MOST_LEVELS = 8
# By which of its four corners (bottom left 1, bottom right 2, top right 4, top left 8) are above the level, the edges
# of a square (bottom 0, right 1, top 2, left 3) between which a line runs; of a saddle two.
_RUNS: dict[int, tuple[tuple[int, int], ...]] = {
    1: ((3, 0),), 2: ((0, 1),), 3: ((3, 1),), 4: ((1, 2),), 5: ((3, 2), (0, 1)), 6: ((0, 2),), 7: ((3, 2),),
    8: ((2, 3),), 9: ((2, 0),), 10: ((3, 0), (1, 2)), 11: ((2, 1),), 12: ((1, 3),), 13: ((1, 0),), 14: ((0, 3),),
}  # fmt: skip
_CORNERS = ((0, 0), (0, 1), (1, 1), (1, 0))  # row and column of each corner
_EDGES = ((0, 1), (1, 2), (2, 3), (3, 0))  # the corners that each edge lies between


def levels_of(low: float, high: float) -> tuple[float, ...]:
    """Round numbers between the two."""
    ticks = linear_ticks(low, high, _MOST_LEVELS)
    return tuple(tick.place for tick in ticks if low < tick.place < high)


def contour(values: np.ndarray, level: float) -> np.ndarray:
    """Pieces of the line on which ``values`` rows×columns are ``level``: n×2×2, from x, y to x, y in cells: 0.5, 0.5 is
    the middle of the first one. Marching squares (Lorensen and Cline 1987, in two dimensions); straight between the
    middles of cells, nothing beside those that are not finite.
    """
    corners = [
        values[row : values.shape[0] - 1 + row, column : values.shape[1] - 1 + column] for row, column in _CORNERS
    ]
    case = sum((corner > level) * (1 << number) for number, corner in enumerate(corners))
    case = np.where(np.isfinite(sum(corners)), case, 0)
    found: list[np.ndarray] = []
    for number, runs in _RUNS.items():
        rows, columns = np.nonzero(case == number)
        if not len(rows):
            continue
        at = [corner[rows, columns] for corner in corners]
        for run in runs:
            ends = [_crossing(edge, at, rows, columns, level) for edge in run]
            found.append(np.stack(ends, 1))
    return np.concatenate(found) if found else np.zeros((0, 2, 2))


def _crossing(edge: int, at: list[np.ndarray], rows: np.ndarray, columns: np.ndarray, level: float) -> np.ndarray:
    """Where the level is crossed on an edge of each square: n×2."""
    first, second = _EDGES[edge]
    part = (level - at[first]) / (at[second] - at[first])
    (row, column), (row_there, column_there) = _CORNERS[first], _CORNERS[second]
    x = columns + 0.5 + column + part * (column_there - column)
    y = rows + 0.5 + row + part * (row_there - row)
    return np.stack((x, y), 1)
