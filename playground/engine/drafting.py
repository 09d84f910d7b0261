"""The networks of a project before anybody has trained them, for those who look while they build."""

from __future__ import annotations

import logging

from playground import protocol
from playground.core.files import parse_project
from playground.engine.opened import at_hand
from playground.engine.preparation import prepare, require_trainable
from playground.engine.state import TrainingState

# A larger network takes its time to be built, and its memory, for who really trains it; and so do more numbers of data.
MOST_PARAMETERS, MOST_NUMBERS = 20_000_000, 100_000_000
_log = logging.getLogger(__name__)


def drafted(command: protocol.Draft) -> TrainingState | None:
    """As a run of the project would begin: the same weights, prepared samples and random numbers.

    None where that would take long, data would have to be fetched, or a run could not begin: Run says why.
    """
    if command.project is None:
        return None
    try:
        project = parse_project(command.project)
        large = require_trainable(project).parameters > MOST_PARAMETERS
        compiled = project.training.compiled  # which takes a minute
        if large or compiled or not at_hand(project.data, command.data_dir, MOST_NUMBERS):
            return None
        return prepare(project, data_dir=command.data_dir, run=command.run)
    except Exception as error:  # noqa: BLE001  (nobody has asked for it: who presses Run is told what is wrong)
        _log.info("nothing to show before the first run: %s", error)
        return None
