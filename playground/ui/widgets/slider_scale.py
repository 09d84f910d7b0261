"""Which values a slider offers for a field: the round ones, so that a sweep lands where people want to be."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from playground.core.forms import FormField
from playground.ui.widgets.stepping import HUNDREDTHS, WIDEST_LINE, is_decades, is_near_one, linear_steps

_LEAST_REACH, _REACH = 64, 16
_SMALL_RANGE = 64
_FACTOR = 100.0  # by decades one slides so many times below and above the default
_DIGITS = (1.0, 1.5, 2.0, 3.0, 5.0, 7.0)


@dataclass(frozen=True, slots=True)
class SliderScale:
    """The values of a slider in rising order; its positions count them from 0."""

    values: tuple[float, ...]

    def value(self, position: int) -> float:
        return self.values[position]

    def between(self, at: float) -> float:
        """The number at a place between two positions, for a hand that goes slowly."""
        left = min(max(int(at), 0), len(self.values) - 1)
        right = min(left + 1, len(self.values) - 1)
        return self.values[left] + (at - left) * (self.values[right] - self.values[left])

    def gap(self, at: float) -> float:
        """How far the values around a place lie apart."""
        left = min(max(int(at), 0), max(len(self.values) - 2, 0))
        return self.values[min(left + 1, len(self.values) - 1)] - self.values[left]

    def position(self, value: float) -> int:
        """The position nearest to ``value``; beyond the ends, the end."""
        right = min(bisect_left(self.values, value), len(self.values) - 1)
        left = max(right - 1, 0)
        return left if abs(self.values[left] - value) < abs(self.values[right] - value) else right


def _decades(first: int, last: int, digits: tuple[float, ...] = _DIGITS) -> tuple[float, ...]:
    """1, 1.5, 2, 3, 5, 7 of each decade from 10^first to below 10^last, and that."""
    return (*(float(f"{d:g}e{power}") for power in range(first, last) for d in digits), float(f"1e{last}"))


LEARNING_RATES = SliderScale(_decades(-5, 0))
_SMALL = (0.0, *_decades(-6, 0))  # of penalties, where none is the usual


def scale_for(field: FormField) -> SliderScale | None:
    """The slider of a number field; None where none would be of use (a seed, a tiny epsilon)."""
    if field.minimum is None or field.maximum is None or not isinstance(field.default, (int, float)):
        return None
    if field.kind == "int":
        return _whole_numbers(int(field.minimum), int(field.maximum), int(field.default))
    if field.kind == "float":
        return _logarithmic(field) if field.scale == "log" else _numbers(field)
    return None


def _whole_numbers(low: int, high: int, default: int) -> SliderScale | None:
    if high - low <= _SMALL_RANGE:
        return SliderScale(tuple(float(value) for value in range(low, high + 1)))
    if default < 1:
        return None
    reach = min(high, max(_LEAST_REACH, _REACH * default))
    values, value, step = [], max(low, 1), 1
    while value <= reach:
        values.append(float(value))
        # single numbers to 16, then 8 to 16 of them for each doubling
        while value >= 16 * step:
            step *= 2 if step > 1 else 4
        value += step
    return SliderScale(tuple(sorted({*values, float(default)})))  # where a person wants to come back to


def _logarithmic(field: FormField) -> SliderScale | None:
    if field.name == "learning_rate":
        return LEARNING_RATES
    if field.minimum != 0 or field.exclusive_minimum or (field.maximum or 0) > 1000:
        return None
    return _with_default(field, _SMALL)


def _numbers(field: FormField) -> SliderScale | None:
    low, high, default = field.minimum or 0.0, field.maximum or 0.0, float(field.default)
    if is_near_one(field):
        return _near_one(field)
    if high - low <= HUNDREDTHS and round(default, 2) == default:
        first = round(low * 100) + field.exclusive_minimum
        last = round(high * 100) - field.exclusive_maximum
        return SliderScale(tuple(hundredth / 100 for hundredth in range(first, last + 1)))
    if is_decades(field):
        least = max(low, default / _FACTOR)
        some = [value for value in _decades(-4, 10) if least <= value <= min(high, default * _FACTOR)]
        first_value = [0.0] if low == 0 and not field.exclusive_minimum else []
        return _with_default(field, (*first_value, *some))
    if high - low > WIDEST_LINE or round(default, 2) != default:
        return None
    return _with_default(field, _line(field, low, high))


def _line(field: FormField, low: float, high: float) -> tuple[float, ...]:
    step = linear_steps(field)[1]
    count = round((high - low) / step)
    values = [float(f"{low + index * step:.12g}") for index in range(count + 1)]
    return tuple(values[field.exclusive_minimum : len(values) - field.exclusive_maximum])


def _near_one(field: FormField) -> SliderScale:
    """Memories like 0.999: what is missing to 1 falls by decades."""
    missing = [float(f"{digit}e-{power}") for power in (1, 2, 3, 4) for digit in (10, 5, 2)]
    values = sorted({float(f"{1 - part:.6g}") for part in missing if part < 1} | {0.0})
    return _with_default(field, tuple(values))


def _with_default(field: FormField, values: tuple[float, ...]) -> SliderScale:
    """With the default among them, within the limits: where a person wants to come back to."""
    low, high = field.minimum, field.maximum
    held = {
        value for value in (*values, float(field.default))
        if (low is None or value > low or (value == low and not field.exclusive_minimum))
        and (high is None or value < high or (value == high and not field.exclusive_maximum))
    }  # fmt: skip
    return SliderScale(tuple(sorted(held)))
