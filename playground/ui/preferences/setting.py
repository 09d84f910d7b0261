"""One setting of the program as the dialog shows it: what it is called, what it does, and how it is read and set."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Choice:
    """One of a few: ``options`` are values with their names. ``note`` says what a change needs."""

    title: str
    help: str
    options: Sequence[tuple[str, str]]
    read: Callable[[], str]
    write: Callable[[str], object]
    note: str = ""


@dataclass(frozen=True)
class Switch:
    """On or off."""

    title: str
    help: str
    read: Callable[[], bool]
    write: Callable[[bool], object]


@dataclass(frozen=True)
class Act:
    """Something that is done by a button; ``state`` says how things stand."""

    title: str
    help: str
    label: str
    act: Callable[[], object]
    state: Callable[[], str] = str


Setting = Choice | Switch | Act
