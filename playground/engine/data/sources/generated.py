"""Generated tables and series as arrays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from playground.engine.data.arrays import ArrayData

if TYPE_CHECKING:
    from playground.engine.data.sources import Request


def load_generated_table(request: Request) -> ArrayData:
    """float32 N×features and int64 classes."""
    from sklearn.datasets import make_classification  # type: ignore[import-untyped]

    kind = request.kind
    x, y = make_classification(
        n_samples=kind.samples,
        n_features=kind.features,
        n_informative=kind.informative,
        n_redundant=kind.redundant,
        n_classes=kind.classes,
        n_clusters_per_class=kind.clusters,
        class_sep=kind.separation,
        flip_y=kind.noise,
        random_state=kind.seed,
    )
    return ArrayData.whole(request.dataset, x.astype(np.float32), y.astype(np.int64))


def load_series(request: Request) -> ArrayData:
    """Windows float32 N×steps×features in order of time, and the first feature ``horizon`` moments on, N×horizon."""
    kind = request.kind
    series = np.array(kind.series(), np.float32)
    x, y = windows(series, series[:, 0], kind.steps, kind.horizon)
    return ArrayData.whole(request.dataset, x, y)


def windows(series: np.ndarray, predicted: np.ndarray, steps: int, horizon: int) -> tuple[np.ndarray, np.ndarray]:
    """Cut ``series``, moments×features, into n×steps×features, and ``predicted``, moments, into n×horizon.

    Each window begins ``horizon`` moments after the one before, so that no value is the target of two.
    """
    count = (len(series) - steps) // horizon
    starts = np.arange(count)[:, None] * horizon
    return series[starts + np.arange(steps)], predicted[starts + steps + np.arange(horizon)]
