"""What an exported model is tried on: samples of the project's data, or random numbers where there are none."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from playground.core.plan import Feed
from playground.core.project import Project
from playground.engine.data import DataError, find_files, load_data
from playground.engine.export.interface import Interface
from playground.engine.samples import even_places
from playground.engine.state import TrainingState
from playground.engine.trained import TrainedModel
from playground.training.datasets import describe

SAMPLES = 64
_SMALLEST_VOCABULARY = 2
_BYTES = 255


@dataclass(frozen=True)
class Given:
    """``inputs``: an array N×shape for each feed, float32 or int64, in the units of the data. ``real``: they are
    samples of the data set. ``noise``: the network takes nothing but noise.
    """

    inputs: tuple[np.ndarray, ...]
    real: bool
    noise: bool = False

    @property
    def count(self) -> int:
        return len(self.inputs[0])


def samples_of(state: TrainingState) -> np.ndarray:
    """At most ``SAMPLES`` of a run's test part (or training part), evenly spread, in the units of the data."""
    part = state.samples.shown_part
    x, _ = state.samples.stored(part, even_places(state.samples.count(part), SAMPLES))
    return in_units(x)


def find_samples(project: Project, data_dir: Path | str | None = None) -> np.ndarray | None:
    """Samples of the project's data, of their test part where they have one, in the units of the data.

    None when they are not on this machine: nothing is fetched.
    """
    dataset = describe(project.data)
    if dataset is None or (dataset.files and find_files(dataset, data_dir) is None):
        return None
    try:
        arrays = load_data(project.data, data_dir)
    except DataError:
        return None  # damaged files: whoever trains is told; here the proof says that it went without them
    x = arrays.test_x if len(arrays.test_x) else arrays.train_x
    return in_units(x[even_places(len(x), SAMPLES)])


def in_units(stored: np.ndarray) -> np.ndarray:
    """Samples as exports take them: bytes from 0 to 1, float32; ids as they are."""
    if stored.dtype.kind == "i":
        return np.ascontiguousarray(stored, np.int64)
    found = np.asarray(stored, np.float32)
    return np.ascontiguousarray(found / np.float32(_BYTES) if stored.dtype == np.uint8 else found)


def given_to(model: TrainedModel, interface: Interface, samples: np.ndarray | None) -> Given:
    """``samples`` wherever the network takes them, random numbers for all its other inputs.

    Where missing numbers are filled, the last sample lacks one.
    """
    generator = np.random.default_rng(0)  # the same each time, without touching anybody's random state
    count = SAMPLES if samples is None else len(samples)
    inputs, real = [], False
    for feed in interface.feeds:
        if samples is not None and _takes(model, feed, samples):
            found = samples
            real = True
        else:
            found = _drawn(model, feed, count, generator)
        inputs.append(_with_gap(found) if model.takes_data and model.entering.fill is not None else found)
    return Given(tuple(inputs), real, all(_is_noise(model, feed) for feed in interface.feeds))


def _takes(model: TrainedModel, feed: Feed, samples: np.ndarray) -> bool:
    """Whether ``feed`` is where samples of the data come in: no noise, no code."""
    fits = samples.shape[1:] == feed.shape.sizes and (samples.dtype.kind == "i") == feed.shape.whole
    known = not feed.shape.whole or int(samples.max(initial=0)) < _smallest_vocabulary(model.project)
    return fits and known and not model.cut.inputs and not _is_noise(model, feed)


def _is_noise(model: TrainedModel, feed: Feed) -> bool:
    node = model.project.networks[model.network].by_id[feed.node]
    return node.kind is not None and node.kind.family == "generative"


def _with_gap(samples: np.ndarray) -> np.ndarray:
    if np.isnan(samples).any():
        return samples
    found = samples.copy()
    found.reshape(len(found), -1)[-1, 0] = np.nan
    return found


def _drawn(model: TrainedModel, feed: Feed, count: int, generator: np.random.Generator) -> np.ndarray:
    """Random numbers for one input: ids that every table has, noise and codes as a network gets them, else values from
    0 to 1; of data that are scaled, numbers that lie where those of the data do.
    """
    sizes = (count, *feed.shape.sizes)
    if feed.shape.whole:
        return generator.integers(0, _smallest_vocabulary(model.project), sizes, dtype=np.int64)
    if _is_noise(model, feed) or model.cut.inputs:
        return generator.standard_normal(sizes, dtype=np.float32)
    if model.takes_data and model.entering.shift is not None:
        return np.asarray(model.entering.invert(generator.standard_normal(sizes, dtype=np.float32)), np.float32)
    return generator.random(sizes, dtype=np.float32)


def _smallest_vocabulary(project: Project) -> int:
    found = [getattr(node.layer, "vocabulary", None) for graph in project.networks.values() for node in graph.nodes]
    return min((count for count in found if isinstance(count, int)), default=_SMALLEST_VOCABULARY)
