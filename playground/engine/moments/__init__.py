"""Moments of a run: all that it was at some of its steps, kept on disk to look back at and to branch from."""

from __future__ import annotations

from playground.engine.moments.branching import branched
from playground.engine.moments.handing_on import fork, found
from playground.engine.moments.moment import Moment, Unreadable
from playground.engine.moments.moments import Moments
from playground.engine.moments.past import Past
from playground.engine.moments.shelf import Left, Shelf

__all__ = ["Left", "Moment", "Moments", "Past", "Shelf", "Unreadable", "branched", "fork", "found"]
