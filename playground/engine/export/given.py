"""What an exported model is tried on: samples of the project's data, or random numbers where there are none."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from playground.core.plan import Feed
from playground.core.project import Project
from playground.engine.data import DataError, find_files, load_dataset
from playground.engine.export.interface import Interface
from playground.engine.trained import TrainedModel
from playground.training.datasets import DATASETS

SAMPLES = 64
_SMALLEST_VOCABULARY = 2


@dataclass(frozen=True)
class Given:
    """``inputs``: an array N×shape for each feed, float32 or int64. ``real``: they are samples of the data set."""

    inputs: tuple[np.ndarray, ...]
    real: bool

    @property
    def count(self) -> int:
        return len(self.inputs[0])


def even_samples(images: np.ndarray) -> np.ndarray:
    """At most ``SAMPLES`` of ``images`` (N×shape), evenly spread, as the network is fed: float32 from 0 to 1."""
    picked = images[np.linspace(0, len(images) - 1, min(SAMPLES, len(images))).round().astype(np.int64)]
    return picked.astype(np.float32) / (np.float32(255) if images.dtype == np.uint8 else np.float32(1))


def find_samples(project: Project, data_dir: Path | str | None = None) -> np.ndarray | None:
    """Samples of the test part of the project's data; None when they are not on this machine: nothing is fetched."""
    dataset = DATASETS.get(project.data.dataset)
    if dataset is None or (not dataset.bundled and find_files(dataset, data_dir) is None):
        return None
    try:
        return even_samples(load_dataset(dataset.name, data_dir).test_x)
    except DataError:
        return None  # damaged files: whoever trains is told; here the proof says that it went without them


def given_to(model: TrainedModel, interface: Interface, samples: np.ndarray | None) -> Given:
    """``samples`` wherever the network takes them, random numbers for all its other inputs."""
    generator = np.random.default_rng(0)  # the same each time, without touching anybody's random state
    count = SAMPLES if samples is None else len(samples)
    inputs, real = [], False
    for feed in interface.feeds:
        if samples is not None and not feed.shape.whole and samples.shape[1:] == feed.shape.sizes:
            inputs.append(samples)
            real = True
        else:
            inputs.append(_drawn(model, feed, count, generator))
    return Given(tuple(inputs), real)


def _drawn(model: TrainedModel, feed: Feed, count: int, generator: np.random.Generator) -> np.ndarray:
    """Random numbers for one input: ids that every table has, noise as a generator gets it, else values from 0 to 1."""
    sizes = (count, *feed.shape.sizes)
    if feed.shape.whole:
        return generator.integers(0, _smallest_vocabulary(model.project), sizes, dtype=np.int64)
    node = model.project.networks[model.network].by_id[feed.node]
    if node.kind is not None and node.kind.family == "generative":
        return generator.standard_normal(sizes, dtype=np.float32)
    return generator.random(sizes, dtype=np.float32)


def _smallest_vocabulary(project: Project) -> int:
    found = [getattr(node.layer, "vocabulary", None) for graph in project.networks.values() for node in graph.nodes]
    return min((count for count in found if isinstance(count, int)), default=_SMALLEST_VOCABULARY)
