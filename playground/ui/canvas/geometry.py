"""Sizes on the canvas and where ports sit. Scene units are pixels at 100 %."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

CARD_WIDTH, CARD_HEIGHT = 168, 104
HEAD_HEIGHT, RADIUS = 10, 10
SHAPE_HEIGHT = 22  # the line of text under a card
PORT_RADIUS, PORT_REACH = 5.5, 12.0  # drawn, and half of its hit area on screen
PORTS_TOP, PORT_STEP, PORTS_BOTTOM = 66.0, 24.0, 14.0  # several ports stand under name and caption
GRID, DOTS = 4, 20
COLUMN, ROW = 232, 220  # from card to card where the program places them
LIMIT = 9.9e6  # a project file's coordinates end at 1e7


@dataclass(frozen=True, slots=True)
class PortRef:
    """One port of one node."""

    node: str
    name: str
    output: bool


def snap(value: float) -> float:
    """The nearest line of the grid, inside what a file can hold."""
    return min(max(round(value / GRID) * GRID, -LIMIT), LIMIT)


def card_rect(x: float, y: float) -> QRectF:
    return QRectF(x, y, CARD_WIDTH, CARD_HEIGHT)


def card_height(ports: int) -> float:
    """Of a card with so many ports on its fuller side."""
    return max(float(CARD_HEIGHT), PORTS_TOP + (ports - 1) * PORT_STEP + PORTS_BOTTOM)


def port_offset(index: int, count: int, *, output: bool, down: bool = False) -> QPointF:
    """Where port ``index`` of ``count`` sits on its card; a single one where links of ordinary cards run straight.

    ``down``: inputs along the upper edge and outputs along the lower one, where data flow downwards.
    """
    if down:
        return QPointF(CARD_WIDTH * (index + 1) / (count + 1), float(CARD_HEIGHT) if output else 0.0)
    x = float(CARD_WIDTH) if output else 0.0
    return QPointF(x, CARD_HEIGHT / 2 if count == 1 else PORTS_TOP + index * PORT_STEP)
