"""The networks of a project before anybody has trained them, for those who look while they build."""

from __future__ import annotations

import logging
from pathlib import Path

from playground import protocol
from playground.core.files import FileError, parse_project
from playground.core.language import tr
from playground.core.project import Project
from playground.engine.data import DataError, find_files
from playground.engine.errors import CannotTrain
from playground.engine.opened import at_hand
from playground.engine.preparation import prepare, require_trainable
from playground.engine.state import TrainingState
from playground.training.datasets import describe

# A larger network takes its time to be built, and its memory, for who really trains it; and so do more numbers of data.
MOST_PARAMETERS, MOST_NUMBERS = 20_000_000, 100_000_000
_log = logging.getLogger(__name__)


class NoDraft(Exception):
    """``message`` says in a sentence why nothing is built before somebody presses Run."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


def drafted(command: protocol.Draft) -> TrainingState | None:
    """As a run of the project would begin: the same weights, prepared samples and random numbers; None of no project.

    Raises ``NoDraft`` where that would take long, data would have to be fetched, or a run could not begin.
    """
    if command.project is None:
        return None
    try:
        project = parse_project(command.project)
        _require_soon(project, command.data_dir)
        return prepare(project, data_dir=command.data_dir, run=command.run)
    except (CannotTrain, DataError) as error:
        raise NoDraft(f"{error.message} {error.hint}".strip()) from error
    except FileError as error:
        raise NoDraft(str(error)) from error
    except NoDraft:
        raise
    except Exception as error:  # a bug must not take the worker along: who presses Run is told of it
        _log.exception("nothing to show before the first run")
        raise NoDraft(tr("The network could not be built.")) from error


def _require_soon(project: Project, data_dir: Path | str | None) -> None:
    """Raises ``NoDraft`` for what takes longer than somebody waits who has asked for nothing, and ``CannotTrain``."""
    parameters = require_trainable(project).parameters
    if parameters > MOST_PARAMETERS:
        raise NoDraft(
            tr("A network of {parameters:,} parameters is not built before it is wanted.", parameters=parameters)
        )
    if project.training.compiled:
        raise NoDraft(tr("Compiling the network takes a minute."))
    if at_hand(project.data, data_dir, MOST_NUMBERS):
        return
    dataset = describe(project.data)
    if dataset is not None and dataset.files and find_files(dataset, data_dir) is None:
        raise NoDraft(tr("{title} is not on this machine yet: Run fetches it.", title=dataset.title))
    raise NoDraft(tr("These data take a while to be read."))
