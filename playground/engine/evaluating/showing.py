"""Samples of a part as a person looks at them, with what is true and what is said of them."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from playground.engine.data.tokens import Vocabulary
from playground.engine.losses import threshold
from playground.engine.pictures import pictures
from playground.engine.samples import Part
from playground.engine.state import TrainingState
from playground.engine.wording import in_words
from playground.protocol.findings import Shown
from playground.training.outputs import final_activation

MOST_SHOWN = 200


def show_samples(state: TrainingState, part: Part, numbers: Sequence[int]) -> Shown:
    """At most ``MOST_SHOWN`` samples by their numbers in the part. Raises ``ValueError`` for one that is not there."""
    samples = state.samples
    count = samples.count(part)
    wrong = [number for number in numbers if not 0 <= number < count]
    if wrong:
        raise ValueError(f"the {part} part has samples 0 to {count - 1:,}, not {wrong[0]:,}")
    places = np.asarray(list(numbers)[:MOST_SHOWN], np.int64)
    x, y = samples.stored(part, places)
    truth, said = _words(state, y, _predicted(state, x))
    shown = Shown(part, tuple(places.tolist()), truth, said, samples.origins(part, places))
    return _looked_at(state, x, shown)


def shown_as_told(state: TrainingState, part: Part, numbers: np.ndarray, said: tuple[str, ...]) -> Shown:
    """Samples by their numbers in the part, with what was ``said`` of each before."""
    x, y = state.samples.stored(part, numbers)
    truth, _ = _words(state, y, y)
    origins = state.samples.origins(part, numbers)
    return _looked_at(state, x, Shown(part, tuple(numbers.tolist()), truth, said, origins))


def _predicted(state: TrainingState, x: np.ndarray) -> np.ndarray | None:
    if not state.task.description.predicts_target or not len(x):
        return None
    return state.predict(x)


def _given_back(state: TrainingState, x: np.ndarray) -> np.ndarray | None:
    """What comes back of samples, in the units of the data; None of a network that gives none back."""
    described = state.task.description
    if described.predicts_target or described.from_noise or not len(x):
        return None
    return state.predict(x)


def _words(state: TrainingState, y: np.ndarray, said: np.ndarray | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What is true and what is said, as text; nothing where nothing is predicted."""
    if said is None:
        return ("",) * len(y), ("",) * len(y)
    target = state.samples.arrays.dataset.target
    limit = threshold(state.project.training.loss, final_activation(state.project.networks[state.network]))
    return in_words(target, y), in_words(target, said, limit)


def _looked_at(state: TrainingState, x: np.ndarray, shown: Shown) -> Shown:
    """With the samples themselves: pictures, curves, texts or rows."""
    from dataclasses import replace

    arrays = state.samples.arrays
    dataset = arrays.dataset
    if dataset.shape.is_image:
        ends, back = state.samples.ends, _given_back(state, x)
        if back is not None:
            back = pictures(back.reshape(x.shape), ends)
        return replace(shown, images=pictures(x, ends), back=back)
    if dataset.look == "sequences" and x.ndim == 3:
        return replace(shown, curves=np.asarray(x, np.float32))
    if dataset.look == "text":
        vocabulary = Vocabulary(arrays.words)
        texts = tuple((" ".join(vocabulary.decode(row)),) for row in x)
        return replace(shown, columns=("text",), cells=texts)
    flat = x.reshape(len(x), math.prod(x.shape[1:]))  # there may be none
    named = dataset.features if len(dataset.features) == flat.shape[1] else ()
    columns = named or tuple(f"x{number + 1}" for number in range(flat.shape[1]))
    return replace(shown, columns=columns, cells=tuple(tuple(f"{value:.6g}" for value in row) for row in flat.tolist()))
