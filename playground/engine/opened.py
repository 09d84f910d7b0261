"""A bundle that was opened and not trained on yet."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path

from playground.core.project import DataSettings
from playground.engine.checkpoint import IMPORTED, Bundle, restore
from playground.engine.data import find_files
from playground.engine.state import TrainingState
from playground.training.datasets import describe

# Numbers that are read in about a second: from arrays as they lie on disk, and from what has to be parsed or decoded.
_MOST_READ, _MOST_PARSED = 200_000_000, 4_000_000
_PARSED = frozenset({"table", "image-folder", "text-files"})
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Opened:
    """A bundle as it came from disk; its bytes, because the file may be overwritten by a save.

    ``learning_rate``: the one that was wished for since, for when it is trained on.
    """

    bundle: Bundle
    content: bytes
    data_dir: str | None
    learning_rate: float | None = None


def resting_state(opened: Opened, run: int) -> TrainingState | None:
    """The run as its file has it, with its data, for those who look before anybody trains on.

    None where the data are not at hand or take long to read: nobody has asked for them yet, and going on or evaluating
    says what is missing.
    """
    bundle = opened.bundle
    if IMPORTED in bundle.metadata or bundle.placeholders:
        return None
    try:
        return restore(bundle, opened.data_dir, run=run) if at_hand(bundle.project.data, opened.data_dir) else None
    except Exception as error:  # noqa: BLE001  (it was opened all the same: whoever goes on is told what is wrong)
        _log.info("nothing to show of %s: %s", bundle.path, error)
        return None


def at_hand(settings: DataSettings, data_dir: Path | str | None, most: int = _MOST_READ) -> bool:
    """Whether the data can be had within a second or so, and without a download, and are ``most`` numbers at most."""
    dataset = describe(settings)
    if dataset is None or (dataset.files and find_files(dataset, data_dir) is None):
        return False
    numbers = (dataset.train_samples + dataset.test_samples) * dataset.shape.count
    return numbers <= (_MOST_PARSED if settings.dataset in _PARSED else most)
