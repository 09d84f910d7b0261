"""Where a layer is wanted, and what it would be linked with there."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF

from playground.core.graph import Link
from playground.ui.canvas.geometry import PortRef


@dataclass(frozen=True)
class Spot:
    """``at``: in the scene, where the port that takes the link will be, or the card's middle without one; None: where
    there is room.

    ``source``: the output port that will feed it. ``target``: the input port that it will feed. ``link``: the one that
    it goes into. ``replaces``: ids of the layers in whose places it comes. ``loose``: it is linked only if it can be.
    """

    at: QPointF | None = None
    source: PortRef | None = None
    target: PortRef | None = None
    link: Link | None = None
    replaces: tuple[str, ...] = ()
    loose: bool = False
