"""Samples from text: each line one, as ids of the words that the network knows."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from playground.core.language import tr
from playground.engine.data import DataError, load_data
from playground.engine.data.sources.own_frames import read_frame
from playground.engine.data.sources.own_lines import codec_of, lines_of, read_text
from playground.engine.data.sources.own_paths import require
from playground.engine.data.sources.own_texts import text_column
from playground.engine.data.tokens import UNKNOWN, Vocabulary, words
from playground.engine.inputs.errors import InputError
from playground.engine.inputs.taken import MAX_SAMPLES, Samples
from playground.training.datasets.own import counted, shortened

if TYPE_CHECKING:
    from playground.engine.trained import TrainedModel

_LONGEST_FILE = 64 << 20


def takes_texts(model: TrainedModel) -> bool:
    """Whether the network reads ids of words."""
    dataset = model.dataset
    return dataset is not None and dataset.look == "text" and model.takes_data


def read_text_file(model: TrainedModel, path: Path, data_dir: Path | str | None = None) -> Samples:
    """The lines of a text file, or a column of text of a table. Raises ``InputError``."""
    try:
        if path.suffix.lower() == ".txt":
            text = read_text(require(path), codec_of(path, "utf-8"), _LONGEST_FILE)
            return read_texts(model, lines_of(text), data_dir)
        frame = read_frame(require(path))
    except DataError as error:
        raise InputError(f"{error.message.removeprefix(f'{path}: ')} {error.hint}".strip()) from error
    column = text_column({name: frame.data[name].head(200).tolist() for name in frame.data.columns})
    if column is None:
        column = str(frame.data.columns[0]) if len(frame.data.columns) == 1 else None
    if column is None:
        raise InputError(tr("has no column of text."))
    found = [value if isinstance(value, str) else "" for value in frame.data[column]]
    taken = read_texts(model, found, data_dir)
    return Samples(
        taken.values,
        (*frame.notes, tr("texts are those of the column “{column}”", column=column), *taken.notes),
        taken.rows,
    )


def read_texts(model: TrainedModel, texts: Sequence[str], data_dir: Path | str | None = None) -> Samples:
    """One sample for each text that has a word; ``notes`` name those that have none. Raises ``InputError``."""
    kept = [(number, text.strip()) for number, text in enumerate(texts, 1) if words(text)]
    empty = [tr("number {number:,}", number=number) for number, text in enumerate(texts, 1) if not words(text)]
    if not kept:
        raise InputError(tr("holds no text: each line is one."))
    if len(kept) > MAX_SAMPLES:
        raise InputError(
            tr("holds {count:,} texts; at most {max_samples:,} at once.", count=len(kept), max_samples=MAX_SAMPLES)
        )
    vocabulary = _vocabulary(model, data_dir)
    length = model.data_shape.sizes[0]
    values = vocabulary.encode_all([text for _, text in kept], length)
    notes = (
        [
            tr(
                "left out: {counted} ({shortened})",
                counted=counted(len(empty), "text without a word"),
                shortened=shortened(empty),
            )
        ]
        if empty
        else []
    )
    unknown = int((values == UNKNOWN).sum())
    if unknown:
        notes.append(tr("{unknown:,} words are not known to the network", unknown=unknown))
    longer = sum(len(words(text)) > length for _, text in kept)
    if longer:
        notes.append(tr("of {longer:,} texts the last {length:,} words are read", longer=longer, length=length))
    return Samples(values, tuple(notes), tuple(f"{number}: {text}" for number, text in kept))


def _vocabulary(model: TrainedModel, data_dir: Path | str | None) -> Vocabulary:
    """The words that came with the network, else those of its data. Raises ``InputError``."""
    if model.words:
        return Vocabulary(model.words)
    try:
        found = load_data(model.project.data, data_dir).words
    except DataError as error:
        raise InputError(tr("cannot be read as words: {error}", error=error)) from error
    if not found:
        raise InputError(tr("cannot be read as words: the data set says no vocabulary. Give ids as a .npy."))
    return Vocabulary(found)
