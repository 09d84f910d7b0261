"""What stands on a canvas beside the network: frames around layers, and notes. Nothing that computes reads them."""

from __future__ import annotations

from typing import Annotated, Final, Literal, get_args

from pydantic import Field

from playground.core.record import Coordinate, NodeId, Record

# By name: a theme decides how each looks on its ground.
Tint = Literal["gray", "blue", "green", "sky", "violet", "amber", "pink", "orange"]
TINTS: Final[tuple[Tint, ...]] = get_args(Tint)
SHORTEST, LONGEST = 24.0, 1e6  # sides, in units of the canvas
Length = Annotated[float, Field(ge=SHORTEST, le=LONGEST)]
LONGEST_NOTE: Final = 20_000


def side(length: float) -> float:
    """``length`` as a frame or note may have it: layers can stand farther apart than a frame is long."""
    return min(max(length, SHORTEST), LONGEST)


class Annotation(Record):
    """What frames and notes have in common: an area in units of the canvas."""

    id: NodeId
    x: Coordinate = 0.0
    y: Coordinate = 0.0
    width: Length = 240.0
    height: Length = 120.0


class Frame(Annotation):
    """A titled area behind layers. What lies in it belongs to it; collapsed, it names what it has put away.

    Its area is that of the open frame; collapsed it is a small card with its corner at the same place. ``members`` are
    ids of layers, frames and notes, empty while it is open.
    """

    title: Annotated[str, Field(max_length=80)] = ""
    color: Tint = "gray"
    collapsed: bool = False
    members: tuple[NodeId, ...] = ()


class Note(Annotation):
    """A text on the canvas. ``text`` is Markdown without HTML, pictures and links to files."""

    text: Annotated[str, Field(max_length=LONGEST_NOTE)] = ""
    color: Tint = "amber"
