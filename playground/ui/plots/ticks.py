"""Where an axis has its ticks and what they say. Pure functions."""

from __future__ import annotations

import math
from dataclasses import dataclass

# Beyond this a zoomed axis has no numbers that would tell neighbouring ticks apart.
_MOST_DECIMALS = 12
_SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True)
class Tick:
    """``place`` in axis units: the value itself, or its decimal logarithm on a logarithmic axis."""

    place: float
    text: str


def linear_ticks(low: float, high: float, most: int, *, percent: bool = False) -> list[Tick]:
    """About ``most`` ticks (at least 2) between ``low`` and ``high``, 1, 2 or 5 times a power of ten apart."""
    if not (math.isfinite(low) and math.isfinite(high)) or high <= low:
        return []
    step = nice_step((high - low) / max(most - 1, 1))
    if 2 * step > high - low:  # one tick says nothing of the scale
        step = _nice_below((high - low) / 2)
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    if last - first > 2 * most + 2 or abs(first) > 2**53:  # zoomed in beyond what a float can tell apart
        return []
    unit, letter = (1.0, "") if percent else _unit(max(abs(first), abs(last)) * step, step)
    texts = (
        _linear_text(index * step / unit, step / unit, percent=percent) + letter if index or not letter else "0"
        for index in range(first, last + 1)
    )
    return [Tick(index * step, text) for index, text in zip(range(first, last + 1), texts, strict=True)]


def log_ticks(low: float, high: float, most: int, *, percent: bool = False) -> list[Tick]:
    """Ticks between 10^low and 10^high: decades; within one decade or two also their 2 and 5; closer, round numbers."""
    if not (math.isfinite(low) and math.isfinite(high)) or high <= low:
        return []
    first, last = math.ceil(low - 1e-9), math.floor(high + 1e-9)
    decades = list(range(first, last + 1))
    if len(decades) >= 3 or (len(decades) == 2 and most < 4):
        apart = math.ceil(len(decades) / max(most, 2))
        shown = [decade for decade in decades if decade % apart == 0] or decades[:1]
        plain = shown[0] >= -2 and shown[-1] <= 3
        return [Tick(float(decade), _decade_text(decade, plain=plain, percent=percent)) for decade in shown]
    fine = [
        Tick(decade + math.log10(factor), _plain_text(factor * 10.0**decade, percent=percent))
        for decade in range(math.floor(low), math.ceil(high) + 1)
        for factor in (1, 2, 5)
        if low - 1e-9 <= decade + math.log10(factor) <= high + 1e-9
    ]
    if len(fine) >= 2 or high > 300 or low < -300:
        return fine[:: max(1, math.ceil(len(fine) / max(most, 2)))]
    even = linear_ticks(10.0**low, 10.0**high, most, percent=percent)
    return [Tick(math.log10(tick.place), tick.text) for tick in even if tick.place > 0]


def nice_step(least: float) -> float:
    """The smallest of 1, 2, 5 times a power of ten that is at least ``least`` (> 0)."""
    power = 10.0 ** math.floor(math.log10(least))
    return next((factor * power for factor in (1, 2, 5) if factor * power >= least * (1 - 1e-9)), 10 * power)


def _nice_below(most: float) -> float:
    """The largest of 1, 2, 5 times a power of ten that is at most ``most`` (> 0)."""
    power = 10.0 ** math.floor(math.log10(most))
    return max(factor * power for factor in (0.5, 1, 2, 5) if factor * power <= most * (1 + 1e-9))


def value_text(value: float | None, *, percent: bool = False) -> str:
    """A measured value to read beside its curve, about four digits; a dash where there is none."""
    if value is None or math.isnan(value):
        return "–"
    if math.isinf(value):
        return "∞" if value > 0 else "−∞"
    if percent:
        return f"{100 * value:.1f} %"
    size = abs(value)
    if size == 0:
        return "0"
    if not 1e-3 <= size < 1e5:
        mantissa, exponent = f"{value:.1e}".split("e")
        return _minus(f"{mantissa}·10{str(int(exponent)).translate(_SUPERSCRIPTS)}")
    decimals = min(max(3 - math.floor(math.log10(size)), 0), 4)
    return _minus(f"{value:,.{decimals}f}")


def _linear_text(value: float, step: float, *, percent: bool) -> str:
    if percent:
        value, step = 100 * value, 100 * step
    decimals = max(0, -_exponent(step))
    largest = max(abs(value), step)
    if decimals > 4 or largest >= 1e6:
        digits = max(0, _exponent(value) - _exponent(step)) if value else 0
        text = f"{value:.{min(digits, _MOST_DECIMALS)}e}" if digits or abs(value) >= step / 2 else "0"
        return _power_text(text) + (" %" if percent else "")
    return _minus(f"{0.0 if abs(value) < step / 2 else value:,.{decimals}f}") + (" %" if percent else "")


def _unit(largest: float, step: float) -> tuple[float, str]:
    """Thousands or millions for large values whose steps still differ in them, with their letter: 20k, 1.5M."""
    if 1e6 <= largest < 1e9 and step >= 1e4:
        return 1e6, "M"
    if 1e4 <= largest < 1e6 and step >= 100:
        return 1e3, "k"
    return 1.0, ""


def _exponent(value: float) -> int:
    return math.floor(math.log10(abs(value)) + 1e-9)


def _decade_text(decade: int, *, plain: bool, percent: bool) -> str:
    if percent or plain:
        return _plain_text(10.0**decade, percent=percent)
    return "10" + str(decade).translate(_SUPERSCRIPTS)


def _plain_text(value: float, *, percent: bool) -> str:
    if percent:
        return f"{100 * value:.6g} %"
    if 1e4 <= value < 1e9:
        return f"{value / 1e6:.6g}M" if value >= 1e6 else f"{value / 1e3:.6g}k"
    if 1e-3 <= value < 1e4:
        return f"{value:,.6g}"
    return _power_text(f"{value:.0e}")


def _power_text(text: str) -> str:
    """2e-05 as 2·10⁻⁵."""
    mantissa, _, exponent = text.partition("e")
    if not exponent or int(exponent) == 0:
        return _minus(mantissa)
    return _minus(f"{mantissa}·10{str(int(exponent)).translate(_SUPERSCRIPTS)}")


def _minus(text: str) -> str:
    return text.replace("-", "−")
