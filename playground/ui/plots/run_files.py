"""Runs out of trained bundles, to be compared with the current one."""

from __future__ import annotations

from pathlib import Path

from playground.core.bundle import HISTORY, read_bundle_text
from playground.core.files import FileError
from playground.core.language import tr
from playground.core.project import Project
from playground.telemetry.run_history import RunHistory


def read_run(path: Path) -> tuple[RunHistory, Project]:
    """The history of a bundle, named as its file, and what it trained; no weights are read. Raises ``FileError``."""
    bundle = read_bundle_text(path)
    try:
        history = RunHistory.from_dict(bundle.history, path.stem)
    except ValueError as error:
        raise FileError(path, f"{error}.", HISTORY) from error
    if not any(len(series) for series in history.series.values()):
        raise FileError(path, tr("holds no curves: it has not been trained here."))
    return history, bundle.project
