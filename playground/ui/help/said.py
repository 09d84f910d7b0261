"""Blocks that most pages have: what it does, when one uses it, the formula, the source."""

from __future__ import annotations

from typing import Any

from playground.core.language import tr
from playground.ui.help.blocks import Block, Code, Formula, Heading, Text


def opening(kind: Any) -> list[Block]:
    """Summary, explanation and formula of a kind."""
    blocks: list[Block] = [Text(tr(kind.summary))]
    explanation = getattr(kind, "explanation", "")
    if explanation:
        blocks.append(Text(tr(explanation)))
    if kind.formula:
        blocks.append(Formula(kind.formula))
    return blocks


def when(text: str, heading: str = "") -> list[Block]:
    return [Heading(heading or tr("When to use it")), Text(tr(text))] if text else []


def code(lines: str) -> list[Block]:
    return [Heading(tr("In PyTorch")), Code(lines)] if lines else []


def source(reference: str) -> list[Block]:
    """Each source a line of its own; the words are those of the papers."""
    if not reference:
        return []
    return [Heading(tr("Read more")), *(Text(part.strip(), "reference") for part in reference.split(";"))]
