"""Numbers and places in words, and a whole calculation as text: for who listens, and for the clipboard."""

from __future__ import annotations

import math
from collections.abc import Sequence

from playground.protocol import ArithmeticSeen
from playground.protocol.lenses.arithmetic import (
    Attending,
    Curve,
    Gates,
    Moved,
    Normalized,
    Part,
    Row,
    Shares,
    Terms,
    Windows,
)

_AXES = {
    1: ("unit",), 2: ("step", "feature"), 3: ("channel", "row", "column"), 4: ("channel", "slice", "row", "column"),
}  # fmt: skip


def number(value: float) -> str:
    """Four digits: "0.2134", "−12.03"."""
    if not math.isfinite(value):
        return "not a number" if math.isnan(value) else "∞" if value > 0 else "−∞"
    return (f"{value:,.0f}" if 1e4 <= abs(value) < 1e9 else f"{value:.4g}").replace("-", "−")


def brief(value: float) -> str:
    """As many digits as a cell of a grid has room for."""
    if not math.isfinite(value):
        return "–"
    if value == 0:
        return "0"  # of a product also −0
    size = abs(value)
    text = f"{value:.2f}" if size < 9.995 else f"{value:.1f}" if size < 99.95 else f"{value:.0f}"
    if size >= 9999.5 or (0 < size < 0.005):
        text = f"{value:.0e}".replace("e-0", "e-").replace("e+0", "e")
    return text.replace("-", "−")


def signed(value: float) -> str:
    """With what joins it to a sum: "+ 0.2", "− 0.2"."""
    return f"− {number(-value)}" if value < 0 else f"+ {number(value)}"


def place(index: Sequence[int], rank: int | None = None) -> str:
    """ "channel 3, row 5, column 7"."""
    axes = _AXES.get(rank if rank is not None else len(index))
    if axes is None or len(axes) != len(index):
        return "place " + ", ".join(map(str, index))
    return ", ".join(f"{axis} {at}" for axis, at in zip(axes, index, strict=True))


def conclusion(part: Part) -> str:
    """The numbers of a part in one line, with what they come to."""
    if isinstance(part, Windows):
        return _windows(part)
    if isinstance(part, Terms):
        return _terms(part)
    if isinstance(part, Shares):
        power = f"e^({number(float(part.scores[part.chosen]))} {signed(-part.largest)}) / {number(part.total)}"
        return f"{f'ln({power})' if part.logarithm else power} = {number(part.result)}"
    if isinstance(part, Curve):
        return f"{part.title}({number(part.x)}) = {number(part.result)}"
    if isinstance(part, Normalized):
        return _normalized(part)
    if isinstance(part, Attending):
        heads = " ".join(signed(float(each)) for each in part.parts[:8])
        more = f" + … ({len(part.parts)} heads)" if len(part.parts) > 8 else ""
        return f"{heads.removeprefix('+ ')}{more} {signed(part.bias)} = {number(part.result)}"
    if isinstance(part, Row):
        return f"row {part.token:,}, number {part.place} = {number(part.result)}"
    if isinstance(part, Gates):
        symbols, numbers, value = part.lines[-1]
        return f"{symbols} = {numbers} = {number(value)}"
    if isinstance(part, Moved):
        where = f"the number at {place(part.source)} of the input: " if part.source is not None else ""
        return f"{where}{number(part.result)}"
    return number(part.result)


def title(part: Part) -> str:
    """What the operation is called."""
    if isinstance(part, Windows):
        names = {"sum": "Window × kernel", "mean": "Mean of the window", "max": "Largest of the window"}
        return names.get(part.how, "")
    if isinstance(part, Terms):
        names = {"sum": "Weighted sum" if part.w is not None else "Sum", "mean": "Mean", "max": "Largest"}
        return names.get(part.how, "Product")
    if isinstance(part, Gates):
        way = ", backwards" if part.backwards else ""
        return f"{part.cell} at step {part.time}, unit {part.unit}{way}"
    if isinstance(part, Attending):
        return f"What step {part.query} looks at"
    if isinstance(part, Curve):
        return part.title
    if isinstance(part, Shares):
        return "Log softmax" if part.logarithm else "Softmax"
    return {Normalized: "Normalization", Row: "Row of the table", Moved: "Where it comes from"}.get(type(part), "")


def as_text(seen: ArithmeticSeen, layer: str) -> str:
    """All of it, a line for each term that is known."""
    lines = [f"{layer}, {place(seen.index)}: {number(seen.value)}"]
    for part in seen.parts:
        lines.append(f"{title(part)}:" if title(part) else "")
        lines += _lines(part)
        lines.append(conclusion(part))
        lines += [part.note] if part.note else []
    return "\n".join(line for line in lines if line)


def _lines(part: Part) -> list[str]:
    if isinstance(part, Windows) and part.how == "sum":
        return [f"  channel {at}: {number(float(each))}" for at, each in zip(part.at, part.sums, strict=True)]
    if isinstance(part, Terms):
        rows = enumerate(part.names)
        return [f"  {name}: {product(part, i)}" for i, name in rows]
    if isinstance(part, Gates):
        return [f"  {gate.name} {gate.symbol} = {gate_text(gate)}" for gate in part.gates] + [
            f"  {symbols} = {numbers} = {number(value)}" for symbols, numbers, value in part.lines
        ]
    return []


def product(part: Terms, row: int) -> str:
    """ "0.5 × −0.2 = −0.1"."""
    if part.w is None:
        return number(float(part.x[row]))
    return f"{number(float(part.x[row]))} × {number(float(part.w[row]))} = {number(float(part.parts[row]))}"


def gate_text(gate: object) -> str:
    """What comes in, and what it is squashed to."""
    from playground.protocol.lenses.arithmetic import Gate

    assert isinstance(gate, Gate)
    bias = f" {signed(gate.bias)}" if gate.bias else ""
    squash = {"sigmoid": "σ", "tanh": "tanh", "relu": "relu"}[gate.squash]
    return f"{squash}({number(gate.from_input)} {signed(gate.from_state)}{bias}) = {number(gate.value)}"


def _windows(part: Windows) -> str:
    if part.how == "max":
        return f"max = {number(part.result)}"
    if part.how == "mean":
        return f"{number(float(part.sums.sum()))} / {number(part.divisor or 1)} = {number(part.result)}"
    total = float(part.sums.sum()) + part.rest
    told = f"Σ over {part.count:,} channels {number(total)}" if part.count > 1 else f"Σ {number(total)}"
    return f"{told} {signed(part.bias)} = {number(part.result)}" if part.bias is not None else f"{told}"


def _terms(part: Terms) -> str:
    if part.how == "max":
        return f"max = {number(part.result)}"
    if part.how == "product":
        return f"{' · '.join(number(float(each)) for each in part.parts[:8])} = {number(part.result)}"
    total = float(part.parts.sum()) + part.rest
    if part.how == "mean":
        return f"{number(total)} / {number(part.divisor or 1)} = {number(part.result)}"
    told = f"Σ over {part.count:,} terms {number(total)}"
    if part.w is None and part.count <= 6:
        told = " ".join(signed(float(each)) for each in part.parts).removeprefix("+ ")
    bias = f" {signed(part.bias)} (bias)" if part.bias is not None else ""
    return f"{told}{bias} = {number(part.result)}"


def _normalized(part: Normalized) -> str:
    top = number(part.x) if part.mean is None else f"({number(part.x)} {signed(-part.mean)})"
    text = f"{top} / √({number(part.variance)} + {part.epsilon:g})"
    text += f" · {number(part.scale)}" if part.scale is not None else ""
    text += f" {signed(part.shift)}" if part.shift is not None else ""
    return f"{text} = {number(part.result)}"
