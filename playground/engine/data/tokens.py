"""Text as ids: words, the vocabulary that numbers them, and rows of one length. No torch."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

PADDING, UNKNOWN = 0, 1
_RESERVED = 2

# "don't" is "do" and "n't", so that a negation is the same word after every verb; "it's" is "it" and "'s"
_WORD = re.compile(
    r"n't\b|'(?:s|re|ve|ll|d|m)\b"
    r"|\d+(?:[.,]\d+)*"
    r"|[^\W\d_]+?(?=n't\b)"
    r"|[^\W_]+"
)
_APOSTROPHES = str.maketrans("’ʼ‘＇", "''''")


def words(text: str) -> list[str]:
    """Words and numbers in small letters, without punctuation; "n't", "'s", "'re" and the like stand alone."""
    return _WORD.findall(unicodedata.normalize("NFC", text).translate(_APOSTROPHES).lower())


@dataclass(frozen=True)
class Vocabulary:
    """Words by id, from 2 on: 0 is padding and 1 stands for every word that is not here."""

    words: tuple[str, ...]

    @classmethod
    def fit(cls, texts: Iterable[str], size: int) -> Vocabulary:
        """The most frequent words of ``texts``, so that there are at most ``size`` ids with the two reserved ones.

        Words that are as frequent as each other stand in alphabetical order, whatever the order of the texts.
        """
        counts = Counter(word for text in texts for word in words(text))
        ordered = sorted(counts, key=lambda word: (-counts[word], word))
        return cls(tuple(ordered[: max(0, size - _RESERVED)]))

    @property
    def size(self) -> int:
        """Ids in use, with the two reserved ones."""
        return len(self.words) + _RESERVED

    @cached_property
    def ids(self) -> dict[str, int]:
        return {word: place for place, word in enumerate(self.words, _RESERVED)}

    def encode(self, text: str, length: int) -> np.ndarray:
        """int64 ``length``: the ids of the last ``length`` words. Shorter texts are padded in front, so that a network
        that reads from left to right ends with the last word.
        """
        found = [self.ids.get(word, UNKNOWN) for word in words(text)[-length:]]
        return np.array([PADDING] * (length - len(found)) + found, np.int64)

    def encode_all(self, texts: Sequence[str], length: int) -> np.ndarray:
        """int64 texts×``length``."""
        rows = np.zeros((len(texts), length), np.int64)
        for row, text in zip(rows, texts, strict=True):
            row[:] = self.encode(text, length)
        return rows

    def decode(self, ids: Iterable[int]) -> list[str]:
        """The words of a row, "?" for unknown ones, without the padding."""
        return [
            self.words[number - _RESERVED] if _RESERVED <= number < self.size else "?"
            for number in map(int, ids)
            if number != PADDING
        ]
