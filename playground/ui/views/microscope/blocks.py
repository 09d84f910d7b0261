"""How each kind of operation is written down: windows with kernels, weighted sums, shares, curves."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QRectF

from playground.core.language import mark, tr
from playground.protocol.lenses.arithmetic import (
    Attending,
    Curve,
    Gates,
    Normalized,
    Part,
    Row,
    Shares,
    Terms,
    Windows,
)
from playground.ui.theme import theme
from playground.ui.views.microscope.colors import reach_of
from playground.ui.views.microscope.paper import ROW, Paper, cell_for, rows_and_columns
from playground.ui.views.microscope.words import gate_text, number, product, title

FEW_TERMS, FEW_CHANNELS, FEW_HEADS = 12, 3, 16
_NAMES, _NUMBERS = 72.0, 66.0

# What a person opened: channels of windows, and "all" terms of a sum.
Opened = set[object]


def write(paper: Paper, part: Part, opened: Opened) -> None:
    """One part: its name and its terms."""
    name = title(part)
    if name:
        paper.write(name, bold=True)
    _WRITERS.get(type(part), _nothing)(paper, part, opened)
    paper.write(part.note, color="muted")


def worth_it(part: Part) -> bool:
    """Whether there is more to it than the line that puts its numbers together."""
    return type(part) in _WRITERS or bool(part.note)


def _nothing(_paper: Paper, _part: Part, _opened: Opened) -> None:
    """The last line says it all."""


# --- windows ---


def _windows(paper: Paper, part: Part, opened: Opened) -> None:
    assert isinstance(part, Windows)
    if not part.values.size:
        return
    if part.how != "sum":
        _pooled(paper, part)
        return
    reach = float(np.abs(part.sums).max()) or 1.0
    strengths = (reach_of(part.values), reach_of(part.weights if part.weights is not None else part.values))
    for row, channel in enumerate(part.at):
        shown = (int(channel) in opened) != (row < (FEW_CHANNELS if len(part.at) <= FEW_CHANNELS else 1))
        line = QRectF(0, paper.y, paper.width, ROW)
        paper.tap(line, int(channel))
        paper.label(
            QRectF(0, paper.y, _NAMES, ROW),
            ("▾ " if shown else "▸ ") + tr("channel {channel}", channel=channel),
            "text",
        )
        paper.bar(QRectF(_NAMES, paper.y, paper.width - _NAMES - _NUMBERS - 6, ROW), float(part.sums[row]), reach)
        end = QRectF(paper.width - _NUMBERS, paper.y, _NUMBERS, ROW)
        paper.label(end, number(float(part.sums[row])), "text", right=True, mono=True)
        paper.space(ROW)
        if shown:
            _products(paper, part, row, strengths)
    if part.count > len(part.at):
        left, rest = part.count - len(part.at), number(part.rest)
        told = tr("and {count:,} channels that add less, together {rest}", count=left, rest=rest)
        paper.write(told, color="muted")


def _products(paper: Paper, part: Windows, row: int, strengths: tuple[float, float]) -> None:
    """window × kernel = products, as three grids."""
    assert part.weights is not None
    values, weights = part.values[row], part.weights[row]
    grids = [rows_and_columns(each) for each in (values, weights, values * weights)]
    padding = rows_and_columns(part.padding)
    columns = grids[0].shape[1]
    beside = paper.width >= 3 * min(columns, 40) * 8 + 60
    cell = cell_for(columns, (paper.width - 60) / 3 if beside else paper.width - 30)
    reaches = (*strengths, reach_of(part.values * part.weights))
    left, top, box = 8.0, paper.y + 2, QRectF()
    for number_, (grid, reach) in enumerate(zip(grids, reaches, strict=True)):
        box = paper.grid(left, top, cell, grid, reach, padding=padding if number_ == 0 else None)
        left = box.right()
        if number_ < 2:
            left = paper.sign(left, box, "×" if number_ == 0 else "=")
        if not beside:
            left, top = 8.0, box.bottom() + 4
    paper.y = box.bottom() + 4
    if part.factors is not None:
        told = tr("weighed by {factor}", factor=number(float(part.factors[row])))
        paper.write(told, color="muted", left=8)


def _pooled(paper: Paper, part: Windows) -> None:
    grid = rows_and_columns(part.values[0])
    padding = rows_and_columns(part.padding)
    cell = cell_for(grid.shape[1], paper.width - 12)
    box = paper.grid(4, paper.y + 2, cell, grid, reach_of(grid), padding=padding, chosen=_chosen(part))
    paper.y = box.bottom() + 6


def _chosen(part: Windows) -> int | None:
    """The maximum's place on the sheet: slices of a volume stand side by side there."""
    if part.chosen is None:
        return None
    marks = np.zeros(part.padding.size, bool)
    marks[part.chosen] = True
    return int(rows_and_columns(marks.reshape(part.padding.shape)).reshape(-1).argmax())


# --- sums ---


def _terms(paper: Paper, part: Part, opened: Opened) -> None:
    assert isinstance(part, Terms)
    if not len(part.parts):
        return
    reach = float(np.abs(part.parts).max()) or 1.0
    shown = len(part.parts) if "terms" in opened else min(len(part.parts), FEW_TERMS)
    wide = 190.0 if part.w is not None else 70.0
    wide = min(wide, max(60.0, paper.width - _NAMES - 60))
    for row in range(shown):
        top = paper.y
        paper.label(QRectF(0, top, _NAMES - 6, ROW), part.names[row], "accent" if row == part.chosen else "text")
        paper.bar(QRectF(_NAMES, top, max(30.0, paper.width - _NAMES - wide - 6), ROW), float(part.parts[row]), reach)
        paper.label(QRectF(paper.width - wide, top, wide, ROW), product(part, row), "text", right=True, mono=True)
        paper.space(ROW)
    left = part.count - shown
    if left:
        rest = float(part.parts[shown:].sum()) + part.rest
        more = tr("and {count:,} more", count=left)
        if part.how == "sum":
            more = tr("and {count:,} more, together {rest}", count=left, rest=number(rest))
        line = QRectF(0, paper.y, paper.width, ROW)
        can = shown < len(part.parts)
        paper.label(line, ("▸ " if can else "") + more, "accent" if can else "muted")
        if can:
            paper.tap(line, "terms")
        paper.space(ROW)


def _shares(paper: Paper, part: Part, opened: Opened) -> None:
    assert isinstance(part, Shares)
    shown = list(range(len(part.at)))
    if "terms" not in opened and len(shown) > FEW_TERMS:
        shown = sorted({*np.argsort(-part.scores)[: FEW_TERMS - 1].tolist(), part.chosen})
    head = QRectF(_NAMES, paper.y, paper.width - _NAMES, ROW)
    paper.label(QRectF(head.right() - 190, head.top(), 60, ROW), tr("score"), right=True)
    paper.label(QRectF(head.right() - 128, head.top(), 66, ROW), "eˣ⁻ᵐᵃˣ", right=True)
    paper.label(QRectF(head.right() - 58, head.top(), 58, ROW), tr("share"), right=True)
    paper.space(ROW)
    for row in shown:
        top, share = paper.y, float(part.exponentials[row]) / part.total
        if row == part.chosen:
            paper.ground(QRectF(0, top, paper.width, ROW), theme().color("accentSoft"))
        name = part.names[row] if part.names else str(int(part.at[row]))
        paper.label(QRectF(0, top, _NAMES - 6, ROW), name, "text")
        paper.bar(QRectF(_NAMES, top, max(10.0, paper.width - _NAMES - 196), ROW), share, 1.0, signed=False)
        right = paper.width
        paper.label(QRectF(right - 190, top, 60, ROW), number(float(part.scores[row])), "text", right=True, mono=True)
        power = number(float(part.exponentials[row]))
        paper.label(QRectF(right - 128, top, 66, ROW), power, "text", right=True, mono=True)
        paper.label(QRectF(right - 58, top, 58, ROW), f"{100 * share:.2f}%", "text", right=True, mono=True)
        paper.space(ROW)
    if len(shown) < len(part.at):
        line = QRectF(0, paper.y, paper.width, ROW)
        paper.label(line, "▸ " + tr("and {count:,} more", count=part.count - len(shown)), "accent")
        paper.tap(line, "terms")
        paper.space(ROW)


# --- others ---


def _curve(paper: Paper, part: Part, _opened: Opened) -> None:
    assert isinstance(part, Curve)
    rect = QRectF(4, paper.y + 2, min(220.0, paper.width - 8), 84)
    paper.curve(rect, part.xs, part.ys, part.x, part.result)
    paper.y = rect.bottom() + 6


def _normalized(paper: Paper, part: Part, _opened: Opened) -> None:
    assert isinstance(part, Normalized)
    spread = tr("variance σ²") if part.mean is not None else tr("mean of x²")
    known = [("x", part.x), (tr("mean μ"), part.mean), (spread, part.variance), ("ε", part.epsilon),
             (tr("scale γ"), part.scale), (tr("shift β"), part.shift)]  # fmt: skip
    for name, value in known:
        if value is not None:
            paper.label(QRectF(0, paper.y, 96, ROW), name)
            paper.label(QRectF(96, paper.y, 120, ROW), number(value), "text", mono=True)
            paper.space(ROW)
    paper.write(tr("Mean and variance are those of {over}.", over=part.over), color="muted")


def _row(paper: Paper, part: Part, _opened: Opened) -> None:
    assert isinstance(part, Row)
    text = mark("The number that comes in is {token:,}: row {token:,} of {count:,}.")
    if part.word:
        text = mark("“{word}” has the number {token:,}: row {token:,} of {count:,}.")
    elif not part.token:
        text = mark("The place is filled up: it has the number 0: row {token:,} of {count:,}.")
    paper.write(tr(text, word=part.word, token=part.token, count=part.vocabulary))
    columns = min(len(part.row), max(1, int((paper.width - 8) // 8)), 32)
    rows = -(-len(part.row) // columns)
    filled = np.full(rows * columns, np.nan)
    filled[: len(part.row)] = part.row
    cell = cell_for(columns, paper.width - 8)
    chosen = part.place if part.place < len(part.row) else None
    box = paper.grid(4, paper.y + 2, cell, filled.reshape(rows, columns), reach_of(part.row), chosen=chosen)
    paper.y = box.bottom() + 6


def _gates(paper: Paper, part: Part, _opened: Opened) -> None:
    assert isinstance(part, Gates)
    before = ", ".join(f"{name} = {number(value)}" for name, value in part.before)
    paper.write(tr("After the step before: {before}.", before=before), color="muted")
    for gate in part.gates:
        top = paper.y
        paper.label(QRectF(0, top, 92, ROW), gate.name, "text")
        paper.bar(QRectF(94, top, 60, ROW), gate.value, 1.0)
        paper.space(1)
        paper.write(f"{gate.symbol} = {gate_text(gate)}", mono=True, left=164)
        paper.y = max(paper.y, top + ROW)
    for symbols, numbers, value in part.lines:
        paper.write(f"{symbols} = {numbers} = {number(value)}", mono=True)


def _attending(paper: Paper, part: Part, _opened: Opened) -> None:
    assert isinstance(part, Attending)
    reach, room = float(part.weights.max()) or 1.0, paper.width - _NAMES - _NUMBERS - 8
    for head in range(min(len(part.weights), FEW_HEADS)):
        top, count = paper.y, part.weights.shape[1]
        paper.label(QRectF(0, top, _NAMES, ROW), tr("head {head}", head=head), "text")
        cell = max(min(room / count, 17.0), 0.5)
        paper.grid(_NAMES, top + (17.0 - min(cell, 17.0)) / 2, cell, part.weights[head : head + 1], reach, tall=17.0)
        end = QRectF(paper.width - _NUMBERS, top, _NUMBERS, ROW)
        paper.label(end, number(float(part.parts[head])), "text", right=True, mono=True)
        paper.space(ROW + 3)
        best = np.argsort(-part.weights[head])[:3]
        told = ", ".join(_looked_at(part, head, int(each)) for each in best)
        paper.write(told, color="muted", left=_NAMES)


def _looked_at(part: Attending, head: int, at: int) -> str:
    name = f"“{part.names[at]}”" if part.names and part.names[at] else tr("step {step}", step=at)
    share, score = 100 * float(part.weights[head, at]), number(float(part.scores[head, at]))
    return tr("{name} {percent:.1f}% (score {score})", name=name, percent=share, score=score)


_WRITERS: dict[type[Part], Callable[[Paper, Part, Opened], None]] = {
    Windows: _windows, Terms: _terms, Shares: _shares, Curve: _curve, Normalized: _normalized, Row: _row,
    Gates: _gates, Attending: _attending,
}  # fmt: skip
