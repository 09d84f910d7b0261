"""The space of codes inside a network: what samples become in it, and what becomes of codes."""

from __future__ import annotations

from playground.engine.lenses.latent.decoding import Grid, Way, code_seen, decoded_seen
from playground.engine.lenses.latent.maps import Maps
from playground.engine.lenses.latent.scatter import Codes

__all__ = ["Codes", "Grid", "Maps", "Way", "code_seen", "decoded_seen"]
