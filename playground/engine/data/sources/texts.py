"""The opinions that come with the program, as rows of ids."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from playground.core.language import tr
from playground.core.resources import resource_path
from playground.engine.data.arrays import ArrayData, DataError
from playground.engine.data.tokens import Vocabulary
from playground.training.datasets.texts import Sentiment

if TYPE_CHECKING:
    from playground.engine.data.sources import Request


def load_sentiment(request: Request) -> ArrayData:
    """int64 N×length and classes; each sample's origin is its text. Raises ``DataError``."""
    labels, texts = read_sentiment()
    vocabulary = sentiment_vocabulary(request.kind)
    x = vocabulary.encode_all(texts, request.kind.length)
    return replace(ArrayData.whole(request.dataset, x, labels, origins=tuple(texts)), words=vocabulary.words)


def sentiment_vocabulary(kind: Sentiment) -> Vocabulary:
    """Counted over all texts, test part or not: it says which words have ids, and nothing of what they mean."""
    return Vocabulary.fit(read_sentiment()[1], kind.vocabulary)


def read_sentiment() -> tuple[np.ndarray, list[str]]:
    """int64 labels, 1 for pleased, and the texts. Raises ``DataError`` when the file is not as it came."""
    path = resource_path("data", "sentiment.tsv")
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(
            tr("{path}: cannot be read: {error}.", path=path, error=error), tr("Install the program again.")
        ) from error
    labels, texts = [], []
    for number, line in enumerate(lines, 1):
        label, tab, text = line.partition("\t")
        if label not in ("0", "1") or not tab or not text.strip():
            raise DataError(
                tr(
                    "{path}, line {number}: holds {line!r}; expected 0 or 1, a tab and a text.",
                    path=path,
                    number=number,
                    line=line[:40],
                ),
                tr("Install the program again."),
            )
        labels.append(int(label))
        texts.append(text)
    if len(texts) != Sentiment.samples:
        raise DataError(
            tr(
                "{path}: holds {count:,} texts; expected {samples:,}.",
                path=path,
                count=len(texts),
                samples=Sentiment.samples,
            ),
            tr("Install the program again."),
        )
    return np.array(labels, np.int64), texts
