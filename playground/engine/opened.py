"""A bundle that was opened and not trained on yet."""

from __future__ import annotations

import logging
from dataclasses import dataclass

from playground import protocol
from playground.core.files import FileError
from playground.engine.checkpoint import IMPORTED, Bundle, restore
from playground.engine.data import DataError, find_files
from playground.engine.errors import CannotTrain
from playground.engine.previews import Previews
from playground.training.datasets import describe

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


def first_look(opened: Opened, run: int) -> tuple[protocol.Event, ...]:
    """What its weights have to show of its data, as a run that was just paused would.

    Nothing where the data are not at hand: nobody has asked to fetch them, and going on or evaluating says what is
    missing.
    """
    bundle = opened.bundle
    if IMPORTED in bundle.metadata or bundle.placeholders or not _at_hand(opened):
        return ()
    try:
        return Previews(restore(bundle, opened.data_dir, run=run)).events()
    except (CannotTrain, DataError, FileError, RuntimeError, MemoryError) as error:
        _log.info("nothing to show of %s: %s", bundle.path, error)
        return ()


def _at_hand(opened: Opened) -> bool:
    dataset = describe(opened.bundle.project.data)
    return dataset is not None and (not dataset.files or find_files(dataset, opened.data_dir) is not None)
