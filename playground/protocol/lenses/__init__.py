"""The lenses through which one looks into a network: one file for each kind, with what is seen through it."""

from __future__ import annotations

from playground.protocol.lenses.base import Lens, Seen, Sight, Unseen, Watch
from playground.protocol.lenses.flow import Flow, FlowSeen, LayerHealth, LinkSeen, Trouble
from playground.protocol.lenses.layers import LayerKind, Layers, LayerSeen, LayersSeen
from playground.protocol.lenses.subjects import Brought, FromData, Subject

__all__ = [
    "Brought",
    "Flow",
    "FlowSeen",
    "FromData",
    "LayerHealth",
    "LayerKind",
    "LayerSeen",
    "Layers",
    "LayersSeen",
    "Lens",
    "LinkSeen",
    "Seen",
    "Sight",
    "Subject",
    "Trouble",
    "Unseen",
    "Watch",
]
