"""Numbers that break down and memory that runs out: back to the last good weights, and what to say of it."""

from __future__ import annotations

from playground.core.language import tr
from playground.engine import random_states
from playground.engine.breakdown import Broken, first_broken
from playground.engine.errors import RunError
from playground.engine.fitting_batch import fitting_batch
from playground.engine.loop.probing import Probing
from playground.engine.loop.running import Running
from playground.engine.samples import Batch
from playground.training.metrics import METRICS


class Breaking:
    """Makes the errors of a run whose numbers are none any more."""

    def __init__(self, running: Running, probing: Probing) -> None:
        self._running, self._probing = running, probing

    def diverged(self, step: int, metric: str, value: float) -> RunError:
        """The error for a loss that is not finite."""
        samples = self._running.state.samples
        with random_states.untouched(self._running.state.device):
            batch = samples.batch(self._running.order, (step - 1) % samples.steps_per_epoch)
        what = tr(METRICS[metric].title).lower() if metric in METRICS else metric
        return self.broken_down(
            tr("the {what} of step {step:,}", what=what, step=step), value, self.first_broken(step, batch)
        )

    def first_broken(self, step: int, batch: Batch | None = None) -> Broken | None:
        running = self._running
        return first_broken(running.state, self._probing.good, step, batch, lambda: not running.control.aborted)

    def broken_down(self, what: str, loss: float, broken: Broken | None) -> RunError:
        """Goes back to the last good weights and says so."""
        state, moments = self._running.state, self._running.moments
        told = broken.told(state) if broken else ""
        self._probing.good.put_back(state)
        if moments is not None:
            moments.rewind(state.position.step)
        state.judged.rewind(state.position.step)
        return RunError(
            tr("Training broke down: {what} is {loss}: {told}.", what=what, loss=loss, told=told)
            if told
            else tr("Training broke down: {what} is {loss}.", what=what, loss=loss),
            tr(
                "Lower the learning rate (it is {learning_rate:g}). The weights of step {step:,} are kept.",
                learning_rate=state.learning_rate,
                step=state.position.step,
            ),
            broken.node if broken else None,
        )

    def fitting(self, error: Exception) -> str:
        """What to do about a step that ran out of memory; nothing is changed."""
        self._probing.free()
        size = fitting_batch(self._running.state, error)
        if size is None:
            return tr("Make the batch or the layers smaller.")
        return (
            tr("A batch of {size:,} fits.", size=size)
            if size
            else tr("No smaller batch fits either. Make the layers smaller.")
        )
