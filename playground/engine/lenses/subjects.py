"""The sample that flows through a network while somebody looks inside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from playground.core.graph import Graph
from playground.core.language import mark, tr
from playground.engine import random_states
from playground.engine.data.tokens import Vocabulary
from playground.engine.errors import CannotTrain
from playground.engine.samples import Part
from playground.engine.state import TrainingState
from playground.layers.generative.noise import Noise
from playground.protocol.lenses import Brought, FromData, Subject

BroughtSamples = Mapping[int, np.ndarray]


@dataclass(frozen=True)
class Fed:
    """``x`` 1×shape as a network takes it, on the device; ``sample`` says which it is, ``truth`` what is true of it.

    ``subject`` is the one that was found, of ``count``; 0 where nobody counts.
    """

    x: Tensor
    sample: str
    subject: Subject
    truth: str = ""
    words: tuple[str, ...] = ()
    count: int = 0


def fed(state: TrainingState, network: str, subject: Subject, brought: BroughtSamples) -> Fed:
    """What ``network`` is to be fed for ``subject``; a generator gets noise that stays the same throughout a run.

    Raises ``CannotTrain`` for a sample that the network cannot take.
    """
    size = noise_size(state.project.networks[network])
    if size is not None:
        number = subject.number if isinstance(subject, FromData) else 0
        seed = random_states.derived_seed(state.project.training.seed, "shown", 1 + number)
        noise = torch.randn(1, size, generator=torch.Generator().manual_seed(seed))
        return Fed(noise.to(state.device), tr("noise {number:,}", number=number), FromData(number=number))
    if isinstance(subject, Brought):
        return _brought(state, subject, brought.get(subject.number))
    return _from_data(state, subject)


def noise_size(graph: Graph) -> int | None:
    """How many random numbers ``graph`` begins with; None where samples enter it."""
    return next((node.layer.size for node in graph.nodes if isinstance(node.layer, Noise)), None)


def _from_data(state: TrainingState, subject: FromData) -> Fed:
    samples, part = state.samples, subject.part
    count = _count(state, part)
    if not count:
        part = "train"
        count = _count(state, part)
    number = subject.number % count
    x, y = samples.stored(part, np.array([number]))
    target, truth = samples.arrays.dataset.target, ""
    words: tuple[str, ...] = ()
    if target.kind == "classes":
        truth = target.names[int(y[0])]
    if x.dtype.kind == "i":
        words = tuple(Vocabulary(samples.arrays.words).decode(x[0]))
    found = FromData(part, number)
    return Fed(samples.prepared(x), tr(_PARTS[part], number=number), found, truth, words, count)


_PARTS = {
    "test": mark("test {number:,}"), "train": mark("training {number:,}"), "validation": mark("validation {number:,}"),
}  # fmt: skip


def _count(state: TrainingState, part: Part) -> int:
    samples = state.samples
    return {"test": samples.test_count, "train": samples.train_count, "validation": samples.validation_count}[part]


def _brought(state: TrainingState, subject: Brought, given: np.ndarray | None) -> Fed:
    shape = state.samples.arrays.dataset.shape
    if given is None:
        raise CannotTrain(tr("What was drawn or loaded is gone."), tr("Draw or load it again."))
    if given.dtype.kind == "U":
        return _written(state, subject, str(given))
    if shape.is_image:
        given = given[None] if given.ndim == 2 else np.moveaxis(given, -1, 0)
        if given.dtype == np.uint8 and state.samples.inputs.divisor == 1:
            given = given.astype(np.float32) / 255
    if given.shape != shape.sizes:
        raise CannotTrain(
            tr(
                "What was drawn or loaded is {names}; the network takes {shape}.",
                names=" × ".join(map(str, given.shape)),
                shape=shape,
            ),
            tr("Choose a sample of the data, or bring another one."),
        )
    return Fed(state.samples.prepared(given[None]), tr("yours"), subject)


def _written(state: TrainingState, subject: Brought, text: str) -> Fed:
    """A text, as the words that the network knows."""
    samples = state.samples
    vocabulary, dataset = Vocabulary(samples.arrays.words), samples.arrays.dataset
    if dataset.look != "text":
        raise CannotTrain(
            tr("The network takes {shape}, no text.", shape=dataset.shape), tr("Choose a sample of the data.")
        )
    if not vocabulary.words:
        raise CannotTrain(tr("The data say no vocabulary."), tr("Give the numbers of words as a .npy file."))
    ids = vocabulary.encode(text, dataset.shape.sizes[0])
    words = tuple(vocabulary.decode(ids))
    if not words:
        raise CannotTrain(tr("The text has no word."), tr("Write some."))
    return Fed(samples.prepared(ids[None]), tr("yours"), subject, words=words)
