"""How well a few typed letters fit a text: "c2d" means Conv 2D, "bn" Batch norm, "mhatt" Multi-head attention."""

from __future__ import annotations

from functools import lru_cache

EQUAL, PREFIX, WORD, INSIDE, INITIALS, SCATTERED = 1.0, 0.9, 0.8, 0.66, 0.72, 0.3
_DENSEST = 0.5  # of the letters that a scattered match may span at least this part must be meant


@lru_cache(maxsize=8192)
def _read(text: str) -> tuple[str, tuple[bool, ...]]:
    """``text`` without blanks and signs in small letters, and which of these begin a word ("ReLU" has two: Re, LU)."""
    letters, starts = [], []
    before = " "
    for letter in text:
        if letter.isalnum():
            begins = not before.isalnum() or (letter.isupper() and before.islower())
            begins |= letter.isdigit() and not before.isdigit()
            for small in letter.casefold():  # one letter may fold into two
                letters.append(small)
                starts.append(begins)
                begins = False
        before = letter
    return "".join(letters), tuple(starts)


def fit(typed: str, text: str) -> float:
    """From 0 (not at all) to 1 (the text itself). Blanks and signs do not count, nor does the size of letters."""
    wanted, _ = _read(typed)
    letters, starts = _read(text)
    if not wanted or len(wanted) > len(letters):
        return 0.0
    if wanted == letters:
        return EQUAL
    if letters.startswith(wanted):
        return PREFIX
    places = _places(wanted, letters)
    if places:
        return WORD if any(starts[place] for place in places) else INSIDE
    if _by_words(wanted, letters, starts, 0, 0):
        return INITIALS
    return _scattered(wanted, letters)


def _places(wanted: str, letters: str) -> list[int]:
    found, at = [], letters.find(wanted)
    while at >= 0:
        found.append(at)
        at = letters.find(wanted, at + 1)
    return found


def _by_words(wanted: str, letters: str, starts: tuple[bool, ...], done: int, at: int) -> bool:
    """Whether each letter follows the one before or begins a later word; the first begins one."""
    if done == len(wanted):
        return True
    follows = done > 0 and at < len(letters) and letters[at] == wanted[done]
    if follows and _by_words(wanted, letters, starts, done + 1, at + 1):
        return True
    places = (i for i in range(at, len(letters)) if starts[i] and letters[i] == wanted[done])
    return any(_by_words(wanted, letters, starts, done + 1, i + 1) for i in places)


def _scattered(wanted: str, letters: str) -> float:
    """The letters in their order, close enough together to be meant; at least three of them."""
    if len(wanted) < 3 or letters[0] != wanted[0]:
        return 0.0
    at = 0
    for letter in wanted[1:]:
        at = letters.find(letter, at + 1)
        if at < 0:
            return 0.0
    dense = len(wanted) / (at + 1)
    return SCATTERED * dense if dense >= _DENSEST else 0.0


def nearly(typed: str, text: str) -> bool:
    """Whether ``typed``, of four letters or more, begins ``text`` but for one letter: wrong, missing, or in the wrong
    order.
    """
    wanted, _ = _read(typed)
    letters, _ = _read(text)
    if len(wanted) < 4:
        return False
    mine = _shortened(wanted)
    return any(mine & _shortened(letters[: len(wanted) + off]) for off in (-1, 0, 1))


@lru_cache(maxsize=4096)
def _shortened(word: str) -> frozenset[str]:
    """``word`` and what is left of it without one of its letters."""
    return frozenset((word, *(word[:at] + word[at + 1 :] for at in range(len(word)))))
