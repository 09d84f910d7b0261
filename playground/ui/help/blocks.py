"""What a page of help consists of: plain records, which ``page_view`` makes widgets of."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

# What a button on a page does: put a layer on the canvas, use a kind in the training settings, open a preset.
Act = Literal["add", "use", "try", "show"]


@dataclass(frozen=True, slots=True)
class Heading:
    text: str


@dataclass(frozen=True, slots=True)
class Text:
    """One paragraph; ``look`` is one of the style sheet's ("muted", "caption"; empty for body)."""

    text: str
    look: str = ""


@dataclass(frozen=True, slots=True)
class Prose:
    """Several paragraphs, lists and links in Markdown."""

    markdown: str


@dataclass(frozen=True, slots=True)
class Formula:
    latex: str


@dataclass(frozen=True, slots=True)
class Code:
    text: str


@dataclass(frozen=True, slots=True)
class Facts:
    """Names and values, a row each."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Parameter:
    """One field: what it is called, what it takes and has at first, what it does. ``name`` is the one in files."""

    name: str
    label: str
    takes: str
    default: str
    help: str
    now: str = ""  # what the selected layer, or the project, has


@dataclass(frozen=True, slots=True)
class Picture:
    """An interactive picture: a name of ``pictures.catalogue``, and what it begins with."""

    name: str
    options: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Links:
    """Pages by key and title."""

    links: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Action:
    """A button: ``what`` is a layer's type, a kind's key or the name of a preset; ``views`` are opened with it."""

    act: Act
    what: str
    text: str
    views: tuple[str, ...] = ()


Block = Heading | Text | Prose | Formula | Code | Facts | Parameter | Picture | Links


@dataclass(frozen=True, slots=True)
class Page:
    """``kicker`` says above the title what it is ("Layer · convolution"); ``family`` gives the sign, if any."""

    key: str
    title: str
    kicker: str
    blocks: tuple[Block, ...]
    family: str = ""
    actions: tuple[Action, ...] = ()
