"""What the search lists: entries in sections while nothing is typed, and by how well they fit what is typed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from playground.core.language import tr
from playground.ui.canvas.quick_search.fits import Fit, Fitting, Rank
from playground.ui.palette.entries import Entry, by_family, heading, ranked

MOST_RECENT = 5
# As good as a name or its beginning: what is so meant goes before what merely fits.
MEANT = 0.85


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry, and how it fits."""

    entry: Entry
    fit: Fit


@dataclass(frozen=True, slots=True)
class Section:
    """Hits under a heading; an empty one is not shown."""

    title: str
    hits: tuple[Hit, ...]


def sections(entries: Sequence[Entry], fitting: Fitting, recent: Sequence[str]) -> list[Section]:
    """All that can be there, while nothing is typed: of the family that is replaced, used last, then what fits by
    family, then the rest.
    """
    hits = _judged(entries, fitting)
    by_key = {hit.entry.key: hit for hit in hits}
    used = [by_key[key] for key in recent if key in by_key and by_key[key].fit.rank is Rank.FITS][:MOST_RECENT]
    shown = {hit.entry.key: hit.fit for hit in hits}
    fits = [hit.entry for hit in hits if hit.fit.rank is Rank.FITS]
    doubtful = tuple(hit for hit in hits if hit.fit.rank is Rank.DOUBTFUL)
    found = [Section(tr("Recent"), tuple(used))] if used else []
    for family, members in by_family(fits).items():
        section = Section(heading(family), tuple(Hit(entry, shown[entry.key]) for entry in members))
        found.insert(0 if family == fitting.family else len(found), section)
    if doubtful:
        found.append(Section(tr("With a warning"), doubtful))
    return found


def matching(entries: Sequence[Entry], fitting: Fitting, recent: Sequence[str], typed: str) -> list[Hit]:
    """What ``typed`` finds, best first. What is meant by name stays on top; among the others what fits goes first.

    Of names that are meant alike, those that take the project's data come first: for images Conv 2D, not Conv 1D.
    """
    place = {key: number for number, key in enumerate(recent)}
    scored = [(score, entry) for score, entry in ranked(entries, typed) if fitting.judge(entry.key) is not None]

    def order(pair: tuple[float, Entry]) -> tuple[int, int, float, bool, int]:
        score, entry = pair
        fit = fitting.judge(entry.key) or Fit()
        stranger = not fitting.takes_data(entry.key)
        return (0 if score >= MEANT else 1, fit.rank, -score, stranger, place.get(entry.key, len(place)))

    return [Hit(entry, fitting.judge(entry.key) or Fit()) for _, entry in sorted(scored, key=order)]


def _judged(entries: Iterable[Entry], fitting: Fitting) -> list[Hit]:
    fits = ((entry, fitting.judge(entry.key)) for entry in entries)
    return [Hit(entry, fit) for entry, fit in fits if fit is not None]
