"""Texts of one's own: a file for each, rows of a table, or a label and a text on each line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import numpy as np

from playground.core.language import tr
from playground.engine.data.arrays import ArrayData, DataError
from playground.engine.data.sources.own_columns import coded, in_order
from playground.engine.data.sources.own_frames import read_frame
from playground.engine.data.sources.own_images import list_folder
from playground.engine.data.sources.own_lines import codec_of, lines_of, read_text
from playground.engine.data.sources.own_paths import changed, locate, require
from playground.engine.data.tokens import Vocabulary, words
from playground.training.datasets.own import counted, shortened
from playground.training.datasets.own_texts import TextFiles

if TYPE_CHECKING:
    from playground.engine.data.sources import Request

_LONGEST_FILE = 16 << 20
_LABELS = ("label", "class", "sentiment", "target", "category", "y")
_TEXT_WORDS = 3  # fewer in most values: not a column of text


@dataclass(frozen=True)
class Texts:
    """Texts in order, the place of each one's class (−1 without classes), where each comes from, and the test part."""

    form: Literal["folder", "table", "lines"]
    texts: tuple[str, ...]
    codes: np.ndarray
    classes: tuple[str, ...]
    origins: tuple[str, ...]
    test: np.ndarray
    notes: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    text: str = ""
    label: str = ""


def read_texts(kind: TextFiles, data_dir: Path | str | None) -> Texts:
    """All texts. Raises ``DataError``."""
    path = _locate(kind.path, data_dir)
    if path.is_dir():
        return _from_folder(kind, path)
    codec = codec_of(path, kind.encoding)
    if path.suffix.lower() in {".txt", ".tsv", ".tab"} and not kind.text and is_text_lines(path):
        return _from_lines(path, codec)
    return _from_table(kind, path)


def _locate(file: str, data_dir: Path | str | None) -> Path:
    """A file or a folder. Raises ``DataError``."""
    try:
        return locate(file, data_dir)
    except DataError:
        return locate(file, data_dir, folder=True)


def _from_folder(kind: TextFiles, root: Path) -> Texts:
    listing = list_folder(root, {".txt"}, "text")
    texts, kept, empty = [], [], []
    for each in listing.files:
        text = read_text(require(each.path), codec_of(each.path, kind.encoding), _LONGEST_FILE)
        if words(text):
            texts.append(text)
            kept.append(each)
        else:
            empty.append(each.name)
    places = {name: place for place, name in enumerate(listing.classes)}
    notes = list(listing.notes)
    if empty:
        notes.append(
            tr(
                "Skipped: {counted} ({shortened}).",
                counted=counted(len(empty), "text without a word"),
                shortened=shortened(empty),
            )
        )
    if listing.skipped:
        notes.append(
            tr(
                "Skipped: {counted} ({shortened}).",
                counted=counted(len(listing.skipped), "file"),
                shortened=shortened(listing.skipped),
            )
        )
    return Texts(
        "folder", tuple(texts), np.array([places.get(each.label, -1) for each in kept], np.int64), listing.classes,
        tuple(each.name for each in kept), np.array([each.test for each in kept], bool), tuple(notes),
    )  # fmt: skip


def _from_lines(path: Path, codec: str) -> Texts:
    labels, texts, origins, skipped = [], [], [], []
    for number, line in enumerate(lines_of(read_text(path, codec)), start=1):
        if not line.strip():
            continue
        label, tab, text = line.partition("\t")
        if not tab:
            raise DataError(
                tr(
                    "{path}: line {number:,} has no tab; each line is a label, a tab and a text.",
                    path=path,
                    number=number,
                ),
                tr("Mend that line."),
            )
        if not words(text) or not label.strip():
            skipped.append(tr("line {number:,}", number=number))
            continue
        labels.append(label.strip())
        texts.append(text.strip())
        origins.append(tr("line {number}", number=number))
    classes = in_order(set(labels))
    places = {name: place for place, name in enumerate(classes)}
    gaps = tr(
        "Skipped: {counted} ({shortened}).",
        counted=counted(len(skipped), "line without a label or a word"),
        shortened=shortened(skipped),
    )
    notes = (gaps,) if skipped else ()
    codes = np.array([places[label] for label in labels], np.int64)
    return Texts("lines", tuple(texts), codes, classes, tuple(origins), np.zeros(len(texts), bool), notes)


def _from_table(kind: TextFiles, path: Path) -> Texts:
    frame = read_frame(path, kind.encoding)
    columns = {name: frame.data[name].head(200).tolist() for name in frame.data.columns}
    for chosen in (kind.text, kind.label):
        if chosen and chosen not in columns:
            raise DataError(
                tr("{path}: has no column “{chosen}”.", path=path, chosen=chosen),
                tr("It has {shortened}.", shortened=shortened(list(columns), 10)),
            )
    text = kind.text or text_column(columns)
    if text is None:
        raise DataError(
            tr("{path}: has no column of text.", path=path), tr("Choose it under Data, or open the file as a table.")
        )
    label = kind.label or label_column(columns, text)
    series = frame.data[text]
    there = np.array([isinstance(value, str) and bool(words(value)) for value in series], bool)
    codes, classes = coded(frame.data[label]) if label else (np.full(len(series), -1), ())
    kept = there & ((codes >= 0) | (not label))
    notes = [*frame.notes]
    if not kept.all():
        lacking = "row without a text or a label" if label else "row without a text"
        notes.append(tr("Left out: {counted}.", counted=counted(int((~kept).sum()), lacking)))
    gone = [name for place, name in enumerate(classes) if not (codes[kept] == place).any()]
    if gone:
        raise DataError(
            tr("{path}: no row with the label “{gone}” has a text.", path=path, gone=gone[0]),
            tr("Write one, or remove these rows."),
        )
    rows = np.flatnonzero(kept)
    texts = tuple(str(series.iloc[row]).strip() for row in rows)
    return Texts(
        "table", texts, codes[kept], classes, tuple(tr("row {row}", row=row + 1) for row in rows),
        np.zeros(len(rows), bool), tuple(notes), tuple(columns), text, label or "",
    )  # fmt: skip


def text_column(columns: Mapping[str, Sequence[object]]) -> str | None:
    """The column with most words, where these are a text."""
    counts = {name: _mean_words(values) for name, values in columns.items()}
    best = max(counts, key=lambda name: counts[name], default=None)
    return best if best is not None and counts[best] >= _TEXT_WORDS else None


def label_column(columns: Mapping[str, Sequence[object]], text: str) -> str | None:
    """A column whose name says so, else the one with fewest different values; None of a text alone."""
    others = [name for name in columns if name != text]
    named = [name for key in _LABELS for name in others if name.lower() == key]
    return named[0] if named else min(others, key=lambda name: len(set(map(str, columns[name]))), default=None)


def _mean_words(values: Sequence[object]) -> float:
    texts = [value for value in values if isinstance(value, str) and value.strip()]
    return sum(len(value.split()) for value in texts) / len(texts) if texts else 0.0


def is_text_lines(path: Path) -> bool:
    """Whether lines begin as a label, a tab and a text, without a line of names above them."""
    if path.suffix.lower() not in {".txt", ".tsv", ".tab"}:
        return False
    with path.open("rb") as file:
        start = file.read(1 << 16)
    lines = [line for line in lines_of(start.decode("utf-8", "replace")) if line.strip()][:50]
    lines = lines[:-1] if len(start) == 1 << 16 and len(lines) > 1 else lines
    pairs = [line.split("\t") for line in lines]
    if not pairs or any(len(pair) != 2 for pair in pairs):
        return False
    if pairs[0][0].strip().lower() in {*_LABELS, "text"}:
        return False
    return _mean_words([text for _, text in pairs]) >= _TEXT_WORDS > _mean_words([label for label, _ in pairs])


def load_texts(request: Request) -> ArrayData:
    """Ids of words, N×length. The vocabulary is that of all texts; what is predicted has no part in it."""
    kind: TextFiles = request.kind
    found, texts = kind.parts, read_texts(kind, request.data_dir)
    counts = Counter(int(code) for code in texts.codes)
    if len(texts.texts) != found.samples + found.test_samples:
        raise changed(
            kind.path,
            tr(
                "holds {count:,} texts; it held {samples:,}",
                count=len(texts.texts),
                samples=found.samples + found.test_samples,
            ),
        )
    now = {name: counts[place] for place, name in enumerate(texts.classes)}
    before = {each.name: each.count for each in found.classes}
    if now != before:
        other = next(name for name in {**before, **now} if now.get(name) != before.get(name))
        raise changed(
            kind.path,
            tr(
                "class “{other}” has {now:,} texts; it had {before:,}",
                other=other,
                now=now.get(other, 0),
                before=before.get(other, 0),
            ),
        )
    vocabulary = Vocabulary.fit(texts.texts, kind.vocabulary)
    order = np.argsort(texts.test, kind="stable")
    x = vocabulary.encode_all([texts.texts[place] for place in order], kind.length)
    y = texts.codes[order] if texts.classes else np.zeros((len(order), 0), np.float32)
    cut = int((~texts.test).sum())
    dataset = replace(request.dataset, vocabulary=max(vocabulary.size, request.dataset.vocabulary))
    origins = tuple(texts.origins[place] for place in order)
    return ArrayData(
        dataset, x[:cut], y[:cut], x[cut:], y[cut:], origins=origins, notes=found.notes, words=vocabulary.words
    )


def is_text_table(columns: Mapping[str, Sequence[object]]) -> bool:
    """Whether a table is a text with a label and little else."""
    text = text_column(columns)
    return text is not None and 2 <= len(columns) <= 4 and _mean_words(columns[text]) > _TEXT_WORDS
