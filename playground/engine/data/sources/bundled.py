"""The small real tables that scikit-learn brings, in their own units."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from playground.engine.data.arrays import ArrayData
from playground.engine.data.bundled_files import read_table

if TYPE_CHECKING:
    from playground.engine.data.sources import Request

_FILES = {"iris": "iris.csv", "wine": "wine_data.csv", "breast-cancer": "breast_cancer.csv"}


def load_bundled_classes(request: Request) -> ArrayData:
    """float32 N×features and int64 classes, the last column of the file. Raises ``DataError``."""
    dataset = request.dataset
    columns = len(dataset.features) + 1
    table = read_table(_FILES[dataset.name], columns, dataset.train_samples, header=True)
    return ArrayData.whole(dataset, table[:, :-1].astype(np.float32), table[:, -1].astype(np.int64))


def load_diabetes(request: Request) -> ArrayData:
    """float32 N×10 as measured and N×1 in points of the progression. Raises ``DataError``."""
    dataset = request.dataset
    x = read_table("diabetes_data_raw.csv.gz", len(dataset.features), dataset.train_samples)
    y = read_table("diabetes_target.csv.gz", 1, dataset.train_samples)
    return ArrayData.whole(dataset, x.astype(np.float32), y.astype(np.float32))
