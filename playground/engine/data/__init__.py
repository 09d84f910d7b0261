"""The data of a project as arrays: read, downloaded or generated, and kept in memory between runs. No torch."""

from __future__ import annotations

from pathlib import Path

from pydantic import ValidationError

from playground.core.graph import fault_from
from playground.core.language import tr
from playground.core.project import DataSettings
from playground.engine.data.arrays import ArrayData, DataError
from playground.engine.data.download import Progress, download
from playground.engine.data.folders import data_folders, find_files
from playground.engine.data.preparing import Fitted, fit_inputs, fit_targets, image_ends
from playground.engine.data.resizing import resized
from playground.engine.data.signatures import Signature, decided_by, signature_of
from playground.engine.data.sources import LOADERS, Request
from playground.engine.data.turns import turn
from playground.training.datasets import DATASETS, kind_of

__all__ = [
    "ArrayData", "DataError", "Fitted", "Progress", "data_folders", "download", "find_files", "fit_inputs",
    "fit_targets", "image_ends", "load_data",
]  # fmt: skip

# The last data that were read, with what decides them: settings without split, and what the files looked like.
_loaded: dict[str, tuple[Signature, ArrayData]] = {}


def load_data(
    settings: DataSettings, data_dir: Path | str | None = None, progress: Progress | None = None
) -> ArrayData:
    """The data that ``settings`` name; images resized and made grey as these say, nothing scaled yet.

    ``progress(done, total)`` tells of bytes that are fetched and may raise to cancel. Files are looked for in
    ``data_dir``, ``PLAYGROUND_DATA_DIR`` and the user's data folder, then downloaded. Raises ``DataError``.
    """
    try:
        return _loaded_data(settings, data_dir, progress)
    except OSError as error:  # of folders above the files, say: of files themselves those who read them tell
        raise DataError(
            tr(
                "{value}: cannot be read: {value2}.",
                value=error.filename or tr("The data"),
                value2=error.strerror or error,
            ),
            tr("Check the rights of it."),
        ) from error


def _loaded_data(settings: DataSettings, data_dir: Path | str | None, progress: Progress | None) -> ArrayData:
    try:
        kind = kind_of(settings)
    except KeyError:
        raise DataError(
            tr("The data set {dataset!r} is not known.", dataset=settings.dataset),
            tr("Choose one of: {names}.", names=", ".join(DATASETS)),
        ) from None
    except ValidationError as error:
        fault = fault_from(error)
        raise DataError(
            tr("{title}: {message}.", title=tr(DATASETS[settings.dataset].title), message=fault.message), fault.hint
        ) from error
    dataset = kind.describe()
    if dataset is None:
        raise DataError(
            tr("{title}: {message}.", title=tr(kind.title), message=kind.missing()), tr("Choose it under Data.")
        )
    # a run and a preview that want the same data read them once, and share them
    with turn(f"load {decided_by(settings)}", None if progress is None else lambda: progress(0, 0)):
        signature, last = signature_of(settings, dataset, kind, data_dir), _loaded.get("last")
        if signature is not None and last is not None and last[0] == signature:
            return last[1]
        found = resized(LOADERS[settings.dataset](Request(kind, dataset, settings, data_dir, progress)), settings)
        # asked again: what was downloaded or read meanwhile is what counts
        after = signature_of(settings, dataset, kind, data_dir)
        if after is not None:
            _loaded["last"] = (after, found)
        return found
