"""What a person chooses for a picture of the canvas, how large it becomes, and what is too large."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QRectF, QSize, QSizeF

from playground.core.language import mark, tr

Format = Literal["png", "svg", "pdf"]
Ground = Literal["paper", "transparent", "shown"]
FORMATS: tuple[Format, ...] = ("png", "svg", "pdf")
GROUNDS: dict[Ground, str] = {
    "paper": mark("White paper"), "transparent": mark("Transparent"), "shown": mark("As on the screen"),
}  # fmt: skip
SCALES = (1, 2, 3, 4)
MARGIN = 24.0  # around what is drawn, in canvas units
MOST_PIXELS, LONGEST_SIDE = 64_000_000, 30_000
POINTS = 0.75  # of a unit of the canvas, which is a pixel of 1/96 inch
LONGEST_PAGE = 14_400.0  # points: what readers of PDF open


@dataclass(frozen=True, slots=True)
class Choices:
    """``only`` the ids that are drawn; None for all of the network. ``scale`` is that of pixels.

    ``live``: with previews, with what links show of a run, and with what views have pinned to cards.
    """

    format: Format = "png"
    scale: int = 2
    ground: Ground = "paper"
    only: frozenset[str] | None = None
    live: bool = True


class NoPicture(Exception):
    """It cannot be drawn; the message says why."""


class TooLarge(NoPicture):
    """The picture would take too much; the message says how much and what to do."""


def pixels(area: QRectF, scale: int) -> QSize:
    """The size of ``area`` of the canvas in pixels. Raises ``TooLarge``."""
    size = QSize(max(1, round(area.width() * scale)), max(1, round(area.height() * scale)))
    if size.width() * size.height() <= MOST_PIXELS and max(size.width(), size.height()) <= LONGEST_SIDE:
        return size
    said = f"{size.width():,} × {size.height():,}"
    smaller = [less for less in SCALES if less < scale and _fits(area, less)]
    if smaller:
        scale = smaller[-1]
        raise TooLarge(tr("The picture would have {size} pixels. Scale {scale} has room.", size=said, scale=scale))
    raise TooLarge(
        tr("The picture would have {size} pixels. Choose SVG or PDF, which have no pixels, or a part.", size=said)
    )


def _fits(area: QRectF, scale: int) -> bool:
    wide, high = area.width() * scale, area.height() * scale
    return wide * high <= MOST_PIXELS and max(wide, high) <= LONGEST_SIDE


def page_points(area: QRectF) -> QSizeF:
    """The page that shows ``area`` at its natural size, in points; a huge one is made smaller to fit what opens."""
    shrink = min(1.0, LONGEST_PAGE / (POINTS * max(area.width(), area.height())))
    return QSizeF(area.width() * POINTS * shrink, area.height() * POINTS * shrink)


def around(rects: Iterable[QRectF]) -> QRectF:
    """The area of a picture with these in it: cropped to them, with a margin. Empty for nothing."""
    box = QRectF()
    for rect in rects:
        box = box.united(rect)
    return box if box.isEmpty() else box.adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN)
