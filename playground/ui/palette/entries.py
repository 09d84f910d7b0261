"""What the palette lists, and which of it a search finds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import playground.layers  # noqa: F401  (registers the built-in layers)
from playground.core.blocks import BLOCK
from playground.core.layer import FAMILIES, REGISTRY, Layer
from playground.core.plugins import package_of
from playground.core.project import Project
from playground.ui.canvas.entries import NEW_BLOCK, block_entry

BLOCKS = "block"  # the family whose rows are networks of the project


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: ``key`` is what it adds (see ``canvas.entries``), ``package`` the plug-in that it comes from."""

    key: str
    title: str
    family: str
    summary: str
    keywords: tuple[str, ...] = ()
    package: str = ""


def heading(family: str) -> str:
    """How a family is called above its rows."""
    return "Blocks" if family == BLOCKS else family.capitalize()


def layer_entries() -> tuple[Entry, ...]:
    """A row for each registered kind, families in their order; blocks have rows of their own."""
    kinds = sorted(REGISTRY.all(), key=lambda kind: FAMILIES.index(kind.family))
    return tuple(_entry(kind) for kind in kinds if kind.type_name != BLOCK)


def _entry(kind: type[Layer]) -> Entry:
    return Entry(
        kind.type_name, kind.title, kind.family, kind.summary, (kind.type_name, *kind.keywords), package_of(kind) or ""
    )


def block_entries(project: Project, shown: str) -> tuple[Entry, ...]:
    """A row for each network but the one on the canvas, and one for a block that is yet to be drawn."""
    kind = REGISTRY.get(BLOCK)
    words = kind.keywords if kind is not None else ()
    networks = (
        Entry(block_entry(name), name, BLOCKS, f"Uses {name} as one layer of {shown}.", ("network", *words))
        for name in sorted(project.networks)
        if name != shown
    )
    new = Entry(NEW_BLOCK, "New block", BLOCKS, "A block whose inside you draw yourself.", ("network", *words))
    return (*networks, new)


def by_family(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    """Entries under their families, both in the order given."""
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        found.setdefault(entry.family, []).append(entry)
    return found


def search(entries: Iterable[Entry], text: str) -> list[Entry]:
    """Entries in which every word of ``text`` stands, best first: names before keywords, family and summary."""
    words = text.casefold().split()
    ranked = [(rank, entry) for entry in entries if (rank := _rank(entry, words)) is not None]
    return [entry for _, entry in sorted(ranked, key=lambda pair: pair[0])]


def _rank(entry: Entry, words: list[str]) -> int | None:
    """0 is best; None: not found."""
    whole = " ".join(words)
    title, keys = entry.title.casefold(), tuple(key.casefold() for key in entry.keywords)
    texts = (title, *keys, heading(entry.family).casefold(), entry.summary.casefold(), entry.package.casefold())
    if not words or not all(any(word in text for text in texts) for word in words):
        return None
    close = whole.replace(" ", "")
    tests = (
        title == whole or close in (title.replace(" ", ""), keys[0]),
        title.startswith(whole) or keys[0].startswith(close),
        whole in keys,
        any(word.startswith(whole) for word in title.split()),
        any(key.startswith(whole) for key in keys),
        whole in title or close in title.replace(" ", ""),
        any(whole in key for key in keys) or whole in heading(entry.family).casefold(),
        all(any(word in text for text in (title, *keys)) for word in words),
    )
    return next((rank for rank, found in enumerate(tests) if found), len(tests))
