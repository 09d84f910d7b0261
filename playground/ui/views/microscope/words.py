"""Numbers and places in words, and a whole calculation as text: for who listens, and for the clipboard."""

from __future__ import annotations

import math
from collections.abc import Sequence

from playground.core.language import mark, tr
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
_PLACES = {
    1: mark("unit {unit}"), 2: mark("step {step}, feature {feature}"),
    3: mark("channel {channel}, row {row}, column {column}"),
    4: mark("channel {channel}, slice {slice}, row {row}, column {column}"),
}  # fmt: skip
_OF_WINDOWS = {
    "sum": mark("Window × kernel"), "mean": mark("Mean of the window"), "max": mark("Largest of the window"),
}  # fmt: skip
_OF_TERMS = {"sum": mark("Sum"), "mean": mark("Mean"), "max": mark("Largest"), "product": mark("Product")}
_OF_OTHERS: dict[type[Part], str] = {
    Normalized: mark("Normalization"), Row: mark("Row of the table"), Moved: mark("Where it comes from"),
}  # fmt: skip


def number(value: float) -> str:
    """Four digits: "0.2134", "−12.03"."""
    if not math.isfinite(value):
        return tr("not a number") if math.isnan(value) else "∞" if value > 0 else "−∞"
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
        return tr("place {numbers}", numbers=", ".join(map(str, index)))
    return tr(_PLACES[len(axes)], **dict(zip(axes, index, strict=True)))


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
        more = " + … " + tr("({count} heads)", count=len(part.parts)) if len(part.parts) > 8 else ""
        return f"{heads.removeprefix('+ ')}{more} {signed(part.bias)} = {number(part.result)}"
    if isinstance(part, Row):
        where = tr("row {row:,}, number {number}", row=part.token, number=part.place)
        return f"{where} = {number(part.result)}"
    if isinstance(part, Gates):
        symbols, numbers, value = part.lines[-1]
        return f"{symbols} = {numbers} = {number(value)}"
    if isinstance(part, Moved):
        result = number(part.result)
        if part.source is None:
            return result
        return tr("the number at {place} of the input: {result}", place=place(part.source), result=result)
    return number(part.result)


def title(part: Part) -> str:
    """What the operation is called."""
    if isinstance(part, Windows):
        return tr(_OF_WINDOWS[part.how]) if part.how in _OF_WINDOWS else ""
    if isinstance(part, Terms):
        weighted = part.how == "sum" and part.w is not None
        return tr("Weighted sum") if weighted else tr(_OF_TERMS.get(part.how, _OF_TERMS["product"]))
    if isinstance(part, Gates):
        text = mark("{cell} at step {step}, unit {unit}, backwards")
        if not part.backwards:
            text = mark("{cell} at step {step}, unit {unit}")
        return tr(text, cell=part.cell, step=part.time, unit=part.unit)
    if isinstance(part, Attending):
        return tr("What step {step} looks at", step=part.query)
    if isinstance(part, Curve):
        return part.title
    if isinstance(part, Shares):
        return tr("Log softmax") if part.logarithm else tr("Softmax")
    return tr(_OF_OTHERS.get(type(part), ""))


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
        sums = zip(part.at, part.sums, strict=True)
        return [f"  {tr('channel {channel}', channel=at)}: {number(float(each))}" for at, each in sums]
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
    told = f"Σ {number(total)}"
    if part.count > 1:
        told = tr("Σ over {count:,} channels {total}", count=part.count, total=number(total))
    return f"{told} {signed(part.bias)} = {number(part.result)}" if part.bias is not None else told


def _terms(part: Terms) -> str:
    if part.how == "max":
        return f"max = {number(part.result)}"
    if part.how == "product":
        return f"{' · '.join(number(float(each)) for each in part.parts[:8])} = {number(part.result)}"
    total = float(part.parts.sum()) + part.rest
    if part.how == "mean":
        return f"{number(total)} / {number(part.divisor or 1)} = {number(part.result)}"
    told = tr("Σ over {count:,} terms {total}", count=part.count, total=number(total))
    if part.w is None and part.count <= 6:
        told = " ".join(signed(float(each)) for each in part.parts).removeprefix("+ ")
    bias = f" {signed(part.bias)} " + tr("(bias)") if part.bias is not None else ""
    return f"{told}{bias} = {number(part.result)}"


def _normalized(part: Normalized) -> str:
    top = number(part.x) if part.mean is None else f"({number(part.x)} {signed(-part.mean)})"
    text = f"{top} / √({number(part.variance)} + {part.epsilon:g})"
    text += f" · {number(part.scale)}" if part.scale is not None else ""
    text += f" {signed(part.shift)}" if part.shift is not None else ""
    return f"{text} = {number(part.result)}"
