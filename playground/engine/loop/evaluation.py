"""What the validation and the test part say of a run."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Literal

import torch

from playground.core.language import mark, tr
from playground.engine import random_states
from playground.engine.breakdown import Broken
from playground.engine.failing import why_not_finite
from playground.engine.loop.breaking import Breaking
from playground.engine.loop.running import Running
from playground.engine.tasks import EVALUATION_BATCH

Measured = dict[str, float]


class Evaluation:
    """``first_non_finite`` names the layer that makes something infinite of the samples that are shown."""

    def __init__(self, running: Running, breaking: Breaking, first_non_finite: Callable[[], str | None]) -> None:
        self._running, self._breaking, self._first_non_finite = running, breaking, first_non_finite

    def validated(self) -> Measured | None:
        """Loss and metrics; None when the run is to end at once. Raises ``RunError`` for a loss that is not finite: the
        last good weights are back then.
        """
        found = self._evaluated("validation")
        if found is not None and not math.isfinite(found["loss"]):
            step = self._running.state.position.step
            node = self._first_non_finite() if self._sound() else None
            broken = self._breaking.first_broken(step)
            shown = Broken(node, mark("numbers become infinite or undefined in {layer}")) if node else None
            what = tr("the validation loss after step {step:,}", step=step)
            raise self._breaking.broken_down(what, found["loss"], broken or shown)
        return found

    def tested(self) -> tuple[Measured | None, str]:
        """What the test part says, or why nothing can be said of it; the weights stay as they were learned.

        Raises ``RunError`` when these are broken themselves: then the last good ones are back.
        """
        found = self._evaluated("test")
        if found is None or math.isfinite(found["loss"]):
            return found, ""
        state = self._running.state
        if not self._sound():  # it was the last step that broke them, not the test part
            step = state.position.step
            what = tr("the test loss after step {step:,}", step=step)
            raise self._breaking.broken_down(what, found["loss"], self._breaking.first_broken(step))
        why = why_not_finite(state, "test", EVALUATION_BATCH)
        if not why:
            return None, tr("The test part could not be measured: its loss is {loss}.", loss=found["loss"])
        return None, tr(
            "The test part could not be measured: its loss is {loss}, because {why}.", loss=found["loss"], why=why
        )

    def keep_told(self, part: Literal["validation", "test"]) -> None:
        """Keep what the evaluation of ``part`` just told of each sample."""
        state, told = self._running.state, self._running.state.task.told
        state.judged.rewind(state.position.step)
        if told is not None:
            state.judged.note(part, state.position.step, state.position.step / self._running.steps_per_epoch, told)

    def _evaluated(self, part: Literal["validation", "test"]) -> Measured | None:
        """None, too, when there are no samples."""
        running, state = self._running, self._running.state
        batches = state.samples.part(part, EVALUATION_BATCH)
        with state.evaluating(), random_states.untouched(state.device), running.give_way.between_layers():
            return state.task.evaluate(batches, self._goes_on)

    def _goes_on(self) -> bool:
        """Between two batches."""
        self._running.give_way()
        return not self._running.control.aborted

    def _sound(self) -> bool:
        """Whether all weights are numbers."""
        return all(bool(torch.isfinite(tensor).all()) for tensor in self._running.state.module.state_dict().values())
