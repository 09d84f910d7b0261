"""The weights of a bundle that was opened, for those who look inside before anybody trains on."""

from __future__ import annotations

import logging

from playground.core.files import FileError
from playground.engine.checkpoint import IMPORTED, Bundle, restore
from playground.engine.data import DataError, find_files
from playground.engine.errors import CannotTrain
from playground.engine.state import TrainingState
from playground.training.datasets import describe

_log = logging.getLogger(__name__)


def resting_state(bundle: Bundle, data_dir: str | None, run: int) -> TrainingState | None:
    """``bundle`` with its data. None where these are not at hand: nobody has asked to fetch them, and going on or
    evaluating says what is missing.
    """
    dataset = describe(bundle.project.data)
    if IMPORTED in bundle.metadata or bundle.placeholders or dataset is None:
        return None
    if dataset.files and find_files(dataset, data_dir) is None:
        return None
    try:
        return restore(bundle, data_dir, run=run)
    except (CannotTrain, DataError, FileError, RuntimeError, MemoryError) as error:
        _log.info("nothing to see of %s: %s", bundle.path, error)
        return None
