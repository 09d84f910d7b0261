"""The messages about data, a part of the protocol: previews, files of one's own, downloads."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:  # a window that has not looked at data yet does without numpy
    import numpy as np

Part = Literal["train", "validation", "test"]


# --- commands ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class PreviewData:
    """Look at the data that ``data`` (the JSON of data settings) and the seed of the split give; nothing is downloaded.

    ``part`` and ``class_index`` (None: all) say which samples are shown. The latest one counts: of those that wait only
    the last is answered, by ``DataPreview`` or ``RequestFailed``.
    """

    request: int
    data: str
    seed: int
    data_dir: str | None = None
    part: Part = "train"
    class_index: int | None = None


@dataclass(frozen=True, slots=True)
class InspectFiles:
    """Find out what files or a folder hold; with ``dataset`` read those of ``params`` again, keeping what was chosen.

    ``encoding``: of the text in ``paths``, empty for the usual one.

    Answered by ``DataLoading`` while it reads, then ``FilesInspected`` or ``RequestFailed``.
    """

    request: int
    paths: tuple[str, ...]
    data_dir: str | None = None
    dataset: str = ""
    params: str = "{}"
    encoding: str = ""


@dataclass(frozen=True, slots=True)
class FetchData:
    """Download what the data settings name. Answered by ``DataLoading``, then ``DataFetched`` or ``RequestFailed``."""

    request: int
    data: str
    data_dir: str | None = None


@dataclass(frozen=True, slots=True)
class CancelData:
    """End the download or reading of that request. Answered by its ``RequestFailed``, unless it is done already."""

    request: int


# --- answers ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class FeatureFacts:
    """A column or channel in the training part: NaN where nothing is known. ``prepared``: its range for the network."""

    name: str
    low: float
    high: float
    mean: float
    deviation: float
    missing: int = 0
    prepared: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class SamplePictures:
    """Images uint8 n×h×w or n×h×w×3, a caption for each. ``varied`` k×v×h×w(×3): v each of the first k, augmented."""

    images: np.ndarray
    captions: tuple[str, ...]
    varied: np.ndarray | None = None


@dataclass(frozen=True, slots=True)
class SamplePoints:
    """float32 n×2 with targets n (number of a class, or value) and parts n (0 train, 1 validation, 2 test)."""

    points: np.ndarray
    targets: np.ndarray
    parts: np.ndarray


@dataclass(frozen=True, slots=True)
class SampleRows:
    """Rows of a table, or texts, as text; the last ``targets`` columns are to be predicted. ``types`` by column."""

    columns: tuple[str, ...]
    types: tuple[str, ...]
    cells: tuple[tuple[str, ...], ...]
    targets: int = 0


@dataclass(frozen=True, slots=True)
class SampleSeries:
    """float32 n×time×features in the units of the data; ``following`` n×horizon are the values of the feature number
    ``ahead`` that come next, where it is one. ``captions`` has one text for each, or none.
    """

    values: np.ndarray
    names: tuple[str, ...]
    following: np.ndarray | None = None
    ahead: int = 0
    captions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DataPreview:
    """What there is to see before anything is trained, split and prepared as a run would.

    ``counts`` are samples by part and ``class_counts`` those of each class; ``left_out`` by the limit. ``absent``: its
    files are not on this machine, and ``download`` bytes would be fetched (0: unknown); then nothing else is known.
    """

    request: int
    counts: dict[Part, int] = field(default_factory=dict)
    left_out: int = 0
    classes: tuple[str, ...] = ()
    class_counts: dict[Part, tuple[int, ...]] = field(default_factory=dict)
    features: tuple[FeatureFacts, ...] = ()
    samples: SamplePictures | SamplePoints | SampleRows | SampleSeries | None = None
    notes: tuple[str, ...] = ()
    absent: bool = False
    download: int = 0


@dataclass(frozen=True, slots=True)
class DataLoading:
    """Bytes fetched or read so far for a request; ``total`` is 0 while unknown."""

    request: int
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class FilesInspected:
    """The files hold data of the kind ``dataset``; ``params`` (JSON) with all that was found in them."""

    request: int
    dataset: str
    params: str


@dataclass(frozen=True, slots=True)
class DataFetched:
    request: int
    dataset: str
