"""What the palette lists, and which of it a search finds."""

from __future__ import annotations

from collections.abc import Iterable

import playground.layers  # noqa: F401  (registers the built-in layers)
from playground.core.layer import REGISTRY, Layer

Kind = type[Layer]


def by_family(kinds: Iterable[Kind]) -> dict[str, list[Kind]]:
    """Kinds under their families, both in the order of the registry."""
    found: dict[str, list[Kind]] = {}
    for kind in kinds:
        found.setdefault(kind.family, []).append(kind)
    return found


def search(text: str) -> list[Kind]:
    """Kinds in which every word of ``text`` stands (title, type name, family, keywords), best first.

    Without words: all kinds. Best is a title that starts with the text, then one that holds it, then the others.
    """
    words = text.casefold().split()
    whole = " ".join(words)
    found = [kind for kind in REGISTRY.all() if all(word in _text(kind) for word in words)]
    return sorted(found, key=lambda kind: _rank(kind, whole)) if words else found


def _text(kind: Kind) -> str:
    return " ".join((kind.title, kind.type_name, kind.family, *kind.keywords)).casefold()


def _rank(kind: Kind, whole: str) -> int:
    names = (kind.title.casefold(), kind.type_name.casefold())
    if any(name.startswith(whole) for name in names):
        return 0
    if any(whole in name for name in names):
        return 1
    return 2 if any(word.casefold().startswith(whole) for word in kind.keywords) else 3
