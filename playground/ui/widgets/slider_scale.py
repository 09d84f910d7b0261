"""Which values a slider offers for a field: the round ones, so that a sweep lands where people want to be."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from playground.core.forms import FormField

_LEAST_REACH, _REACH = 64, 16
_SMALL_RANGE = 64


@dataclass(frozen=True, slots=True)
class SliderScale:
    """The values of a slider in rising order; its positions count them from 0."""

    values: tuple[float, ...]

    def value(self, position: int) -> float:
        return self.values[position]

    def position(self, value: float) -> int:
        """The position nearest to ``value``; beyond the ends, the end."""
        right = min(bisect_left(self.values, value), len(self.values) - 1)
        left = max(right - 1, 0)
        return left if abs(self.values[left] - value) < abs(self.values[right] - value) else right


# 1, 1.5, 2, 3, 5, 7 of each decade from 0.00001 to 1
LEARNING_RATES = SliderScale(
    (*(float(f"{digit}e{power}") for power in range(-5, 0) for digit in ("1", "1.5", "2", "3", "5", "7")), 1.0)
)


def scale_for(field: FormField) -> SliderScale | None:
    """The slider of a number field; None where none would be of use (a seed, a tiny epsilon)."""
    if field.minimum is None or field.maximum is None or not isinstance(field.default, (int, float)):
        return None
    if field.kind == "int":
        return _whole_numbers(int(field.minimum), int(field.maximum), int(field.default))
    if field.kind == "float":
        return _hundredths(field)
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


def _hundredths(field: FormField) -> SliderScale | None:
    low, high = field.minimum or 0.0, field.maximum or 0.0
    if high - low > 1 or round(field.default, 2) != field.default or (field.default == 0 and low != 0):
        return None
    first = round(low * 100) + field.exclusive_minimum
    last = round(high * 100) - field.exclusive_maximum
    return SliderScale(tuple(hundredth / 100 for hundredth in range(first, last + 1)))
