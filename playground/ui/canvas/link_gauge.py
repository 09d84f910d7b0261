"""How a link looks as an instrument: its width by how much flows, its colour by how units fare. No painting."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from playground.core.language import tr
from playground.protocol import LinkSeen
from playground.ui.link_choices import Shows

THINNEST, THICKEST, DECADES = 1.5, 6.0, 3
# The part of dead units, or of numbers at the flat ends of an activation, at which a link is amber and red.
AMBER, RED = 0.35, 0.7
_STEPS_OF_WIDTH, _STEPS_OF_WORRY = 4, 4  # to a pixel, from green to amber: smaller changes are not drawn


@dataclass(frozen=True, slots=True)
class Gauge:
    """``thick`` in pixels at 100 %. ``worry`` 0 is good, 1 amber, 2 red; None where there is nothing to worry about."""

    thick: float
    worry: float | None


def flows(link: LinkSeen, shows: Shows) -> float | None:
    """The number that the width stands for; None where there is none."""
    return link.gradient if shows == "gradient" else link.rms


def top_of(links: Iterable[LinkSeen], shows: Shows) -> int:
    """The power of ten at which a link is thickest: the one that the greatest number does not exceed."""
    known = (flows(link, shows) for link in links)
    greatest = max((value for value in known if value is not None and 0 < value < math.inf), default=1.0)
    return math.ceil(math.log10(greatest) - 1e-9)


def gauge_of(link: LinkSeen, shows: Shows, top: int) -> Gauge:
    """The width is a logarithm: ``DECADES`` powers of ten from the thinnest to the thickest, at 10 ** ``top``."""
    value = flows(link, shows)
    part = 0.0
    if value is not None and value > 0:
        part = 1 + (math.log10(value) - top) / DECADES if math.isfinite(value) else 1.0
    thick = THINNEST + (THICKEST - THINNEST) * min(max(part, 0.0), 1.0)
    return Gauge(round(thick * _STEPS_OF_WIDTH) / _STEPS_OF_WIDTH, worry_of(link))


def worry_of(link: LinkSeen) -> float | None:
    """0 … 2, in steps."""
    if link.unfinite or not math.isfinite(link.gradient or 0.0):
        return 2.0
    parts = [part for part in (link.dead, link.saturated) if part is not None]
    if not parts:
        return None
    part = max(parts)
    level = part / AMBER if part < AMBER else 1 + (part - AMBER) / (RED - AMBER)
    return min(round(level * _STEPS_OF_WORRY) / _STEPS_OF_WORRY, 2.0)


def power(exponent: int) -> str:
    """10 to the ``exponent`` in writing: "0.001", "10", "1e-6"."""
    return f"{10.0**exponent:,.{max(0, -exponent)}f}" if -4 <= exponent <= 4 else f"1e{exponent}"


def number(value: float) -> str:
    """Three digits that count: "0.0123", "4.56e-7"."""
    if not math.isfinite(value):
        return tr("not finite")
    if value and not 1e-3 <= abs(value) < 1e5:
        digits, _, exponent = f"{value:.2e}".partition("e")
        return f"{digits.replace('-', '−')}e{int(exponent)}"
    return f"{value:.3g}".replace("-", "−")


def percent(part: float) -> str:
    """ "0.4 %", "38 %"; never 0 or 100 where it is not quite that."""
    if 0 < part < 0.001:
        return "< 0.1 %"
    if part < 1 < part + 0.0005:
        return "> 99.9 %"
    return f"{100 * part:.1f} %" if 0 < part < 0.1 or 0.995 <= part < 1 else f"{100 * part:.0f} %"
