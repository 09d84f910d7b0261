"""All views that can be opened, in the order of the menu. A view's module is loaded when it is first opened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from playground.training.check import Check

if TYPE_CHECKING:
    from playground.ui.views.bench import Bench
    from playground.ui.views.view import View


def _anything(_check: Check) -> str:
    return ""


@dataclass(frozen=True)
class Entry:
    """``name`` is remembered between starts, ``help`` one sentence, ``made_by`` "module:class" under ``ui.views``.

    ``lacks`` says what a project lacks for this view, "" where it shows something.
    """

    name: str
    title: str
    help: str
    made_by: str
    lacks: Callable[[Check], str] = _anything

    def make(self, bench: Bench) -> View:
        module, _, name = self.made_by.partition(":")
        view: View = getattr(import_module(f"playground.ui.views.{module}"), name)(bench)
        return view


VIEWS: tuple[Entry, ...] = ()


def entry(name: str) -> Entry:
    """Raises ``KeyError`` for a name that no view has."""
    return {each.name: each for each in VIEWS}[name]
