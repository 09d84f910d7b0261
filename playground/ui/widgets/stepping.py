"""The next value of a number field: what the arrow keys, the wheel and the two small arrows go to. No Qt.

Sizes go from one power of two to the next, decades by 1, 2, 5, other numbers by a step that fits their size. A fine
step is the smallest that makes sense.
"""

from __future__ import annotations

import math

from playground.core.forms import FormField

PAGE = 10  # so many steps are asked for by a page key
_DECADE = 3  # 1, 2, 5
_PAGE_POWERS = 2
_LEAST = 1e-6  # the first number of a decade scale above 0
HUNDREDTHS = 2.0  # up to this range one goes by hundredths
WIDEST_LINE = 200.0  # … and up to this one by equal steps
_USUAL = 20.0  # unless its end lies so many times further than the default


def stepped(field: FormField, value: float, steps: int, *, fine: bool = False) -> int | float:
    """``value`` after ``steps`` (±1, ±``PAGE``), held within the limits of ``field``."""
    if field.kind != "float":
        whole = int(value)
        return int(_held(field, whole + steps if fine else _next_whole(field, whole, steps)))
    if is_near_one(field) and 0 < value < 1:
        # the memory's loss is what is chosen: 0.99, 0.995, 0.998, 0.999
        lost = 1 - value
        moved = 1 - (_fine_log(field, lost, -steps) if fine else _next_decade(field, lost, -steps))
    elif is_decades(field):
        moved = _fine_log(field, value, steps) if fine else _next_decade(field, value, steps)
    else:
        coarse, small = linear_steps(field)
        moved = _to_multiple(value, small if fine else coarse, steps if abs(steps) < PAGE else steps // 5)
    return float(f"{_held(field, moved):.12g}")


def is_near_one(field: FormField) -> bool:
    """Whether the values are memories like 0.999, of which what is missing to 1 counts."""
    default = field.default
    return field.maximum == 1 and isinstance(default, float) and default > 0.99 and round(default, 2) != default


def is_decades(field: FormField) -> bool:
    """Whether the values go by decades: told so, or because the range is far wider than what is usual."""
    if field.scale == "log":
        return True
    low, high, default = field.minimum, field.maximum, float(field.default or 0)
    if low is None or high is None or default <= 0 or high - low <= HUNDREDTHS:
        return False
    return high - low > WIDEST_LINE or high > _USUAL * default


def nice(size: float) -> float:
    """The largest of 1, 2, 5, 10, 20 … (and below 1 their parts) that is not above ``size``."""
    if size <= 0:
        return _LEAST
    power = math.floor(math.log10(size) + 1e-9)
    digit = size / 10**power
    return float(f"{next(d for d in (5, 2, 1) if digit >= d - 1e-9)}e{power}")


def linear_steps(field: FormField) -> tuple[float, float]:
    """The coarse and the fine step of a number that lies on a line."""
    if field.step is not None:
        return field.step, field.step / 10
    low, high = field.minimum, field.maximum
    span = 0.0 if low is None or high is None else high - low
    if not span or span > 200:
        span = 10 * abs(float(field.default or 0)) or 10.0
    coarse = nice(span / 20)
    return coarse, max(nice(coarse / 5), 0.01) if span <= HUNDREDTHS else nice(coarse / 5)


def _next_whole(field: FormField, value: int, steps: int) -> int:
    if field.scale == "powers" and value >= 1:
        times = _PAGE_POWERS if abs(steps) >= PAGE else abs(steps)
        for _ in range(times):
            value = 1 << value.bit_length() if steps > 0 else _power_below(value)
        return value
    step = max(int(nice(max(abs(value) - (steps < 0), 0) / 20)), 1) if abs(value) >= 20 else 1
    return round(_to_multiple(value, step, steps))


def _power_below(value: int) -> int:
    return 1 << ((value - 1).bit_length() - 1) if value > 1 else 0


def _to_multiple(value: float, step: float, steps: int) -> float:
    """``value`` moved to a multiple of ``step``: the first step of an odd value is the way to the next one."""
    at = value / step
    base = math.floor(at + 1e-9) if steps > 0 else math.ceil(at - 1e-9)
    return (base + steps) * step


def _next_decade(field: FormField, value: float, steps: int) -> float:
    for _ in range(_DECADE if abs(steps) >= PAGE else abs(steps)):
        if value <= 0:
            value = max(_LEAST, field.minimum or 0.0) if steps > 0 else value
            continue
        if steps < 0 and field.minimum == 0 and not field.exclusive_minimum and value <= _LEAST * (1 + 1e-9):
            value = 0.0
            continue
        power = math.floor(math.log10(value) + 1e-9)
        around = [float(f"{digit}e{exp}") for exp in (power - 1, power, power + 1) for digit in (1, 2, 5)]
        value = (
            next(one for one in around if one > value * (1 + 1e-9)) if steps > 0
            else next(one for one in reversed(around) if one < value * (1 - 1e-9))
        )  # fmt: skip
    return value


def _fine_log(field: FormField, value: float, steps: int) -> float:
    """The second digit moves: 0.001 to 0.0011."""
    if value <= 0:
        return _next_decade(field, value, steps)
    power = math.floor(math.log10(value) + 1e-9) - 1
    if steps < 0 and value / 10.0 ** (power + 1) < 1 + 1e-9:
        power -= 1  # below 0.001 lies 0.00099
    return _to_multiple(value, float(f"1e{power}"), steps)


def _held(field: FormField, value: float) -> float:
    low, high = field.minimum, field.maximum
    if low is not None and (value < low or (field.exclusive_minimum and value <= low)):
        if not field.exclusive_minimum:
            return low
        return low + (_LEAST if is_decades(field) else linear_steps(field)[1])
    if high is not None and (value > high or (field.exclusive_maximum and value >= high)):
        return high - min(linear_steps(field)[1], 0.01) if field.exclusive_maximum else high
    return value
