"""The data sets as descriptions: one class for each, found by name. ``engine/data`` reads them."""

from __future__ import annotations

from pydantic import ValidationError

from playground.core.language import tr
from playground.core.project import DataSettings
from playground.training.datasets.bundled import BUNDLED
from playground.training.datasets.dataset import DataFile, Dataset, Look, Target, TargetKind
from playground.training.datasets.generated import GENERATED
from playground.training.datasets.kind import DatasetKind, Group
from playground.training.datasets.own_arrays import Arrays, Idx
from playground.training.datasets.own_images import ImageFolder
from playground.training.datasets.own_table import Table
from playground.training.datasets.own_texts import TextFiles
from playground.training.datasets.published import Cifar10, Digits, FashionMnist, Kmnist, Mnist, Published
from playground.training.datasets.texts import Sentiment
from playground.training.datasets.toys import TOYS

__all__ = [
    "DATASETS", "DataFile", "Dataset", "DatasetKind", "Group", "Look", "Published", "Target", "TargetKind", "describe",
    "kind_of", "title_of",
]  # fmt: skip

# In the order of the window: images, points, tables, sequences, text, one's own.
_KINDS: tuple[type[DatasetKind], ...] = (
    Digits, Mnist, FashionMnist, Kmnist, Cifar10,
    *TOYS,
    *BUNDLED,
    *GENERATED,
    Sentiment,
    Table, Arrays, Idx, ImageFolder, TextFiles,
)  # fmt: skip
DATASETS: dict[str, type[DatasetKind]] = {kind.name: kind for kind in _KINDS}

# The last that was described: edits share the settings that they do not change, so asking at every edit costs nothing.
_last: list[tuple[DataSettings, Dataset | None]] = []


def kind_of(data: DataSettings) -> DatasetKind:
    """The data set with its parameters. Raises ``KeyError`` for an unknown name, ``ValidationError`` for parameters."""
    return DATASETS[data.dataset].read(data.params)


def describe(data: DataSettings) -> Dataset | None:
    """What a network will be given; None where the data set is unknown, its parameters are wrong or a file is due."""
    if not _last or _last[0][0] is not data:
        _last[:] = [(data, _described(data))]
    return _last[0][1]


def title_of(data: DataSettings) -> str:
    """What data are called in the language that is spoken: of one's own by the name of the file, where there is one."""
    kind, dataset = DATASETS.get(data.dataset), describe(data)
    if kind is None:
        return data.dataset
    return tr(kind.title) if dataset is None or dataset.title == kind.title else dataset.title


def _described(data: DataSettings) -> Dataset | None:
    try:
        found = kind_of(data).describe()
    except (KeyError, ValidationError):
        return None
    return None if found is None else found.prepared(data.preparation)
