"""A run that begins at a moment of another one."""

from __future__ import annotations

from dataclasses import replace

from playground.core.language import tr
from playground.core.project import Project
from playground.engine import random_states
from playground.engine.errors import CannotTrain
from playground.engine.frozen import frozen
from playground.engine.moments.moment import Moment
from playground.engine.preparation import require_trainable
from playground.engine.rates import Rates
from playground.engine.state import TrainingState
from playground.engine.stopping import Watch
from playground.engine.updating import require_compiler
from playground.training.branching import what_differs
from playground.training.schedules import Span, schedule_of
from playground.training.tasks import task_of


def branched(parent: TrainingState, moment: Moment, run: int, project: Project | None = None) -> TrainingState:
    """A run of its own, as ``parent`` was at ``moment``; ``parent`` is left as it is, and they share the data.

    Trained on, it learns bit by bit what ``parent`` learned from there. With ``project`` its training settings count
    from there on; what other settings do not understand of the moment (the memory of another optimizer, what another
    schedule waits for) begins anew. Where all epochs are done, as many again are wanted. Raises ``CannotTrain``.
    """
    settings = parent.project if project is None else project
    if project is not None:
        differs = what_differs(parent.project, project)
        if differs:
            raise CannotTrain(
                tr("The run cannot go on with the settings as they are now: {differs} is another.", differs=differs),
                tr("Branch with the settings of the run."),
            )
        require_trainable(project)
        require_compiler(project.training, parent.device)
    with random_states.untouched(parent.device):
        state = replace(frozen(replace(parent, project=settings)), run=run, parent=parent.run, device_lost=False)
        state.rates, state.watch, state.random = _rates(state), _watch(state), dict(parent.random)
        state.judged = parent.judged.copy()
        state.judged.rewind(moment.step)
        before, after = parent.project.training, settings.training
        moment.put_into(
            state,
            optimizers=before.optimizer == after.optimizer,
            schedule=before.schedule == after.schedule,
            stopping=before.early_stopping == after.early_stopping,
        )
    if project is not None:
        state.epochs = max(project.training.epochs, state.position.epoch)
        state.set_learning_rate(project.training.learning_rate)
    state.extend()
    return state


def _rates(state: TrainingState) -> Rates:
    training, per_epoch = state.project.training, state.samples.steps_per_epoch
    span = Span(training.epochs * per_epoch, per_epoch)
    return Rates(schedule_of(training.schedule), span, training.learning_rate)


def _watch(state: TrainingState) -> Watch:
    described, watch = task_of(state.project), Watch(state.project.training.early_stopping)
    # without a validation part an epoch is judged by the means of its steps
    measured = described.metrics if state.samples.validation_count else described.step_metrics
    watch.settle(measured(state.project, state.samples.arrays.dataset))
    return watch
