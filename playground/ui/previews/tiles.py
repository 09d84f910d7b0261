"""What one layer gives, as small images and numbers to be drawn. Values to pixels; nothing here paints."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

import numpy as np
from PySide6.QtGui import QImage

from playground.protocol import LayerSeen
from playground.ui.data.figures import class_color
from playground.ui.plots.image_grid import to_image
from playground.ui.plots.views.shades import class_map, share_map, value_map
from playground.ui.previews.viridis import colored

FEW, FEW_CLASSES = 12, 40  # numbers that are drawn as bars; more of them as a sheet of cells
LARGEST_CELL, LARGEST_CELL_ENLARGED = 12.0, 22.0


@dataclass(frozen=True, slots=True)
class Cells:
    """Numbers laid out in reading order: so many columns and rows, ``side`` units each."""

    columns: int
    rows: int
    side: float


def cells_for(count: int, width: float, height: float, largest: float = LARGEST_CELL) -> Cells:
    """As large as fit into ``width`` × ``height``, none larger than ``largest``; as wide as possible."""
    best = Cells(count, 1, 0.0)
    for rows in range(1, max(1, min(count, int(height))) + 1):
        columns = ceil(count / rows)
        side = min(largest, height / rows, width / columns)
        if side > best.side + 1e-9:
            best = Cells(columns, rows, side)
        elif side < best.side:
            break  # from here on the height is what lacks
    return best


def maps_of(seen: LayerSeen, first: int = 0, last: int | None = None) -> list[QImage]:
    """Feature maps, or heads that attend, ``first`` up to ``last``: all on the layer's own scale."""
    return [to_image(colored(each, seen.low, seen.high)) for each in seen.values[first:last]]


def planes_of(seen: LayerSeen, first: int = 0, last: int | None = None) -> list[QImage]:
    """Units over a plane, ``first`` up to ``last``: below zero in one colour, above it in the other, on the layer's own
    scale. Of classes the likeliest everywhere, and then the probability of each.
    """
    if not seen.names:
        reach = max(abs(seen.low), abs(seen.high)) or 1.0
        return [value_map(each, -reach, reach) for each in seen.values[first:last]]
    found = [class_map(seen.values.argmax(0).astype(np.float32), seen.values.max(0), len(seen.values))]
    found += [share_map(each, class_color(index)) for index, each in enumerate(seen.values)]
    return found[first:last]


def plane_count(seen: LayerSeen) -> int:
    """How many of these there are."""
    return len(seen.values) + bool(seen.names)


def image_of(seen: LayerSeen) -> QImage:
    """The image as it is."""
    return to_image(np.ascontiguousarray(seen.values))


def sheet_of(values: np.ndarray, cells: Cells, low: float, high: float) -> QImage:
    """Numbers as a sheet of cells, a pixel each; where the last row has none it is transparent."""
    pixels = np.zeros((cells.rows * cells.columns, 4), np.uint8)
    pixels[: len(values), :3] = colored(values, low, high)
    pixels[: len(values), 3] = 255
    data = pixels.tobytes()
    return QImage(data, cells.columns, cells.rows, 4 * cells.columns, QImage.Format.Format_RGBA8888).copy()


def numbers_of(seen: LayerSeen) -> np.ndarray:
    """The values as one row: of maps that are a single pixel each, too."""
    return seen.values.reshape(-1)


def likeliest(seen: LayerSeen) -> int | None:
    """Which number is the largest, where they stand for classes."""
    return int(np.argmax(seen.values)) if seen.names and len(seen.values) > 1 else None


def form_of(seen: LayerSeen) -> str:
    """How it is drawn: "image", "maps", "planes", "lines", "text", "number", "bars" or "sheet"."""
    if seen.kind == "plane":
        return "planes"
    if seen.kind in ("image", "text"):
        return seen.kind
    pixels = seen.values.ndim == 3 and seen.values.shape[1:] == (1, 1)
    if seen.kind in ("maps", "attention") and not pixels:
        return "maps"
    if seen.kind == "sequence" and seen.values.shape[0] > 1:
        return "lines"
    count = seen.values.size
    if count == 1:
        return "number"
    return "bars" if count <= (FEW_CLASSES if seen.names else FEW) else "sheet"


def alike(one: LayerSeen, other: LayerSeen) -> bool:
    """Whether both look the same."""
    said = ((seen.kind, seen.count, seen.low, seen.high, seen.names) for seen in (one, other))
    return next(said) == next(said) and np.array_equal(one.values, other.values)
