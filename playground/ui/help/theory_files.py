"""The pages of theory: one Markdown file for each page and language in ``resources/help``.

A file begins with lines ``name: value`` up to a line of dashes: ``title``, ``summary``, ``keywords``, ``order``, then
``try`` with presets and the views that are opened with them (``spiral-2d boundary; gan-2d gan``) and ``see`` with other
pages. Behind it stands Markdown with two things of our own, each a line for itself: ``$$ … $$`` is a formula,
``{{ name option=value }}`` an interactive picture. A language that lacks a page shows the English one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from playground.core.language import spoken_language
from playground.core.resources import resource_path
from playground.ui.help.blocks import Block, Formula, Heading, Picture, Prose

_FORMULA = re.compile(r"^\$\$(.+)\$\$$")
_PICTURE = re.compile(r"^\{\{\s*([a-z_]+)\s*((?:\w+=\S+\s*)*)\}\}$")
_HEADING = re.compile(r"^##\s+(.+)$")


@dataclass(frozen=True, slots=True)
class TheoryPage:
    """``tries`` are presets with the views that show there what the page tells; ``see`` keys of other pages."""

    name: str
    title: str
    summary: str
    keywords: tuple[str, ...]
    order: int
    tries: tuple[tuple[str, tuple[str, ...]], ...]
    see: tuple[str, ...]
    body: str


def theory_pages() -> tuple[TheoryPage, ...]:
    """All of them in the language that is spoken, in their order."""
    return _read_all(spoken_language())


@cache
def _read_all(language: str) -> tuple[TheoryPage, ...]:
    folder = resource_path("help")
    pages = [_read(_in_language(path, folder / language)) for path in sorted((folder / "en").glob("*.md"))]
    return tuple(sorted(pages, key=lambda page: page.order))


def _in_language(english: Path, folder: Path) -> Path:
    own = folder / english.name
    return own if own.is_file() else english


def _read(path: Path) -> TheoryPage:
    """Raises ``ValueError`` for a file without its head."""
    head, dashes, body = path.read_text(encoding="utf-8").partition("\n---\n")
    if not dashes:
        raise ValueError(f"{path.name} has no line of dashes behind its head")
    told = {name.strip(): value.strip() for name, _, value in (line.partition(":") for line in head.splitlines())}
    tries = [part.split() for part in told.get("try", "").split(";") if part.strip()]
    return TheoryPage(
        path.stem, told["title"], told["summary"], _listed(told.get("keywords", "")), int(told.get("order", "99")),
        tuple((preset, tuple(views)) for preset, *views in tries), _listed(told.get("see", "")), body.strip(),
    )  # fmt: skip


def _listed(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def blocks_of(body: str) -> tuple[Block, ...]:
    """The Markdown between formulas, pictures and headings, and these."""
    found: list[Block] = []
    prose: list[str] = []

    def end_prose() -> None:
        text = "\n".join(prose).strip()
        if text:
            found.append(Prose(text))
        prose.clear()

    for line in body.splitlines():
        special = _special(line.strip())
        if special is None:
            prose.append(line)
        else:
            end_prose()
            found.append(special)
    end_prose()
    return tuple(found)


def _special(line: str) -> Block | None:
    if match := _FORMULA.match(line):
        return Formula(match[1].strip())
    if match := _HEADING.match(line):
        return Heading(match[1])
    if match := _PICTURE.match(line):
        return Picture(match[1], dict(part.split("=", 1) for part in match[2].split()))
    return None
