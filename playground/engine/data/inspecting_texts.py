"""What files of text hold: classes, words, how long the texts are."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from playground.core.language import tr
from playground.engine.data.arrays import DataError
from playground.engine.data.sources.own_frames import beginning
from playground.engine.data.sources.own_lines import Progress
from playground.engine.data.sources.own_texts import is_text_lines, is_text_table as _is_table, read_texts
from playground.engine.data.tokens import words
from playground.training.datasets.own import MAX_CLASSES, MAX_UNTRAINED, Class, untrained_words
from playground.training.datasets.own_texts import TextFiles, TextsFound

__all__ = ["inspect_texts", "is_text_lines", "is_text_table"]
# most texts are kept whole up to this many words
_USUAL_LENGTH, _SHORTEST = 256, 4


def is_text_table(path: Path) -> bool:
    """Whether a CSV or TSV is a text with a label and little else."""
    return _is_table(beginning(path))


def inspect_texts(kind: TextFiles, data_dir: Path | str | None, progress: Progress | None = None) -> TextFiles:
    """``kind`` with what its texts are; at first the length is such that nine of ten are kept whole. Raises
    ``DataError``.
    """
    texts = read_texts(kind, data_dir)
    if not texts.texts:
        raise DataError(
            tr("{path}: holds no text with a word in it.", path=kind.path), tr("Choose a file or folder with texts.")
        )
    if len(texts.classes) > MAX_CLASSES:
        raise DataError(
            tr(
                "{path}: has {count:,} different labels; there can be at most {max_classes:,}.",
                path=kind.path,
                count=len(texts.classes),
                max_classes=MAX_CLASSES,
            ),
            tr("Choose another column of labels."),
        )
    known: set[str] = set()
    lengths = []
    for number, text in enumerate(texts.texts, start=1):
        each = words(text)
        known.update(each)
        lengths.append(len(each))
        if progress is not None:
            progress(number, len(texts.texts))
    typical, most, longest = int(np.median(lengths)), int(np.quantile(lengths, 0.9)), max(lengths)
    length = kind.length if kind.found is not None else min(max(most, _SHORTEST), _USUAL_LENGTH)
    counts = [int((texts.codes == place).sum()) for place in range(len(texts.classes))]
    notes = [
        tr(
            "Half of the texts have at most {typical:,} words, the longest has {longest:,}.",
            typical=typical,
            longest=longest,
        )
    ]
    if texts.form == "table":
        label = tr(", the label from “{label}”", label=texts.label) if texts.label else tr("; there is no label")
        notes.append(tr("The text is taken from the column “{value}”{label}.", value=texts.text, label=label))
    learned, tested = (set(texts.codes[texts.test == test].tolist()) for test in (False, True))
    untrained = tuple(texts.classes[code] for code in sorted(tested - learned) if code >= 0)[:MAX_UNTRAINED]
    if untrained:
        notes.append(untrained_words(untrained))
    found = TextsFound(
        of=kind.decides, untrained=untrained, form=texts.form,
        samples=int((~texts.test).sum()), test_samples=int(texts.test.sum()),
        classes=tuple(Class(name=name, count=n) for name, n in zip(texts.classes, counts, strict=True)),
        words=len(known), longest=longest, typical=typical, columns=texts.columns, text=texts.text, label=texts.label,
        notes=(*texts.notes, *notes),
    )  # fmt: skip
    return kind.model_copy(update={"found": found, "length": length})
