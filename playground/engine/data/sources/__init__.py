"""Reading each kind of data set: a function for each, by the kind's name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playground.core.project import DataSettings
from playground.engine.data.arrays import ArrayData
from playground.engine.data.download import Progress
from playground.engine.data.sources.bundled import load_bundled_classes, load_diabetes
from playground.engine.data.sources.generated import load_generated_table, load_series
from playground.engine.data.sources.own_arrays import load_arrays, load_idx
from playground.engine.data.sources.own_images import load_images
from playground.engine.data.sources.own_table import load_table
from playground.engine.data.sources.own_texts import load_texts
from playground.engine.data.sources.published import load_cifar, load_digits_set, load_published
from playground.engine.data.sources.texts import load_sentiment
from playground.engine.data.sources.toys import load_toy
from playground.training.datasets import Dataset
from playground.training.datasets.toys import TOYS


@dataclass(frozen=True)
class Request:
    """What is to be read: the kind with its parameters, what it describes, all data settings, and where to look.

    ``progress(done, total)`` tells of bytes fetched or read and may raise to cancel.
    """

    kind: Any  # the DatasetKind whose name the loader stands under
    dataset: Dataset
    settings: DataSettings
    data_dir: Path | str | None = None
    progress: Progress | None = None


Loader = Callable[[Request], ArrayData]

LOADERS: dict[str, Loader] = {
    "digits": load_digits_set,
    "mnist": load_published,
    "fashion-mnist": load_published,
    "kmnist": load_published,
    "cifar-10": load_cifar,
    **{toy.name: load_toy for toy in TOYS},
    "iris": load_bundled_classes,
    "wine": load_bundled_classes,
    "breast-cancer": load_bundled_classes,
    "diabetes": load_diabetes,
    "classification": load_generated_table,
    "sines": load_series,
    "oscillator": load_series,
    "sentiment": load_sentiment,
    "table": load_table,
    "arrays": load_arrays,
    "idx": load_idx,
    "image-folder": load_images,
    "text-files": load_texts,
}
