"""What links can show of a network that is looked at: the menus say it before there is a canvas."""

from __future__ import annotations

from typing import Literal

from playground.core.language import mark

Shows = Literal["nothing", "activation", "gradient"]
SHOWS: tuple[Shows, ...] = ("activation", "gradient", "nothing")
TITLES: dict[Shows, str] = {
    "activation": mark("Activation"), "gradient": mark("Gradient"), "nothing": mark("Nothing"),
}  # fmt: skip
TIPS: dict[Shows, str] = {
    "activation": mark("Width by the size of what a layer gives, colour by its dead or saturated units"),
    "gradient": mark("Width by the size of the gradient that comes back, colour by dead or saturated units"),
    "nothing": mark("Nothing is measured, and no layer is watched for trouble"),
}
