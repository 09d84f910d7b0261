"""Learning-rate schedules: one class each; the window draws them, the loop follows them. Plain arithmetic, no torch."""

from __future__ import annotations

import math
from abc import abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from pydantic import Field, ValidationError

from playground.core.described import Described
from playground.core.graph import fault_from
from playground.core.language import tr
from playground.core.problems import Problem
from playground.core.project import ScheduleSettings


@dataclass(frozen=True, slots=True)
class Span:
    """How long a run is planned: ``steps`` in all, ``per_epoch`` of them in an epoch."""

    steps: int
    per_epoch: int


class Schedule(Described):
    """``factor`` is what the learning rate is multiplied by in a step; it needs nothing but the step's number.

    One that follows what training says (``watches``) has its factor worked out by ``engine/plateau.py`` instead.
    """

    explanation: ClassVar[str] = ""
    when: ClassVar[str] = ""
    formula: ClassVar[str] = ""
    reference: ClassVar[str] = ""
    watches: ClassVar[bool] = False

    def factor(self, step: int, span: Span) -> float:
        """For the step number ``step``, from 0; behind the end it stays what it was last."""
        return self._factor(max(0, min(step, span.steps - 1)), span)

    @abstractmethod
    def _factor(self, step: int, span: Span) -> float:
        """For a step within the run."""


class Constant(Schedule):
    name: ClassVar[str] = "constant"
    title: ClassVar[str] = "Constant"
    summary: ClassVar[str] = "The same learning rate throughout."
    explanation: ClassVar[str] = (
        "Every step is scaled alike. With Adam and a short run this is often all that is needed; at the end the "
        "weights keep trembling around the best place by about the size of a step."
    )
    when: ClassVar[str] = "To begin with, and for short runs."
    reference: ClassVar[str] = "Goodfellow et al. 2016, Deep Learning, section 8.3, deeplearningbook.org"
    formula: ClassVar[str] = r"\alpha_t = \alpha"

    def _factor(self, step: int, span: Span) -> float:
        return 1.0


class Step(Schedule):
    name: ClassVar[str] = "step"
    title: ClassVar[str] = "Step decay"
    summary: ClassVar[str] = "Every so many epochs the learning rate falls at once."
    explanation: ClassVar[str] = (
        "Long steps first, then a sudden change to short ones: the loss falls visibly at each fall of the rate, "
        "since the trembling around a valley gets smaller."
    )
    when: ClassVar[str] = "With SGD and momentum, when one knows about how many epochs it takes."
    reference: ClassVar[str] = "He et al. 2015, arXiv:1512.03385"
    formula: ClassVar[str] = r"\alpha_e = \alpha\,\gamma^{\lfloor e / k \rfloor}"

    every: int = Field(10, ge=1, le=100_000, description="Epochs between two falls, k.")
    gamma: float = Field(0.1, gt=0.0, le=1.0, description="What the rate is multiplied by at each fall, γ.")

    def _factor(self, step: int, span: Span) -> float:
        return float(self.gamma ** (step // span.per_epoch // self.every))


class Exponential(Schedule):
    name: ClassVar[str] = "exponential"
    title: ClassVar[str] = "Exponential"
    summary: ClassVar[str] = "Every epoch the learning rate falls by the same part."
    explanation: ClassVar[str] = (
        "The rate shrinks by the same factor in each epoch, so it never reaches 0 but soon is small: after n epochs"
        " it is the n-th power of the factor."
    )
    when: ClassVar[str] = "When the rate should fall evenly and there is no plan for the length of the run."
    reference: ClassVar[str] = "PyTorch documentation, torch.optim.lr_scheduler.ExponentialLR"
    formula: ClassVar[str] = r"\alpha_e = \alpha\,\gamma^{e}"

    gamma: float = Field(0.95, gt=0.0, le=1.0, description="What the rate is multiplied by after each epoch, γ.")

    def _factor(self, step: int, span: Span) -> float:
        return float(self.gamma ** (step // span.per_epoch))


class Cosine(Schedule):
    name: ClassVar[str] = "cosine"
    title: ClassVar[str] = "Cosine"
    summary: ClassVar[str] = "Falls along half a cosine to the end of the run, after a warm-up if one is wanted."
    explanation: ClassVar[str] = (
        "It stays high for a while, falls fastest in the middle and comes in flat, with no falls to place by hand. "
        "The warm-up keeps the first steps short, when the running means of Adam know little."
    )
    when: ClassVar[str] = "As a good default for runs of a planned length, for Transformers with a warm-up."
    reference: ClassVar[str] = "Loshchilov & Hutter 2016, arXiv:1608.03983"
    formula: ClassVar[str] = r"\alpha_t = \alpha\left(m + (1 - m)\,\frac{1 + \cos(\pi\, t / T)}{2}\right)"

    warm_up: float = Field(0.0, ge=0.0, le=100_000.0, description="Epochs in which the rate first rises from near 0.")
    minimum: float = Field(0.0, ge=0.0, le=1.0, description="Part of the learning rate that is left at the end, m.")

    def _factor(self, step: int, span: Span) -> float:
        rising = _warm_up_steps(self.warm_up, span)
        if step < rising:
            return (step + 1) / rising
        # the whole of it lies within the run, or, of a longer warm-up, beyond
        done = (step - rising) / max(1, span.steps - rising)
        return self.minimum + (1 - self.minimum) * (1 + math.cos(math.pi * done)) / 2


class WarmUp(Schedule):
    name: ClassVar[str] = "warm_up"
    title: ClassVar[str] = "Warm-up"
    summary: ClassVar[str] = "Rises evenly from near 0, then stays."
    explanation: ClassVar[str] = (
        "At first weights are random and gradients large; short steps then keep the network from being thrown "
        "somewhere it does not come back from."
    )
    when: ClassVar[str] = "For Transformers, for large batches and for high learning rates."
    reference: ClassVar[str] = "Goyal et al. 2017, arXiv:1706.02677"
    formula: ClassVar[str] = r"\alpha_t = \alpha\,\min\left(1,\ \frac{t + 1}{W}\right)"

    epochs: float = Field(1.0, gt=0.0, le=100_000.0, description="How long it rises; W is that in steps.")

    def _factor(self, step: int, span: Span) -> float:
        return min(1.0, (step + 1) / max(1, _warm_up_steps(self.epochs, span)))


class OneCycle(Schedule):
    name: ClassVar[str] = "one_cycle"
    title: ClassVar[str] = "One cycle"
    summary: ClassVar[str] = (
        "Rises to the learning rate and falls to almost nothing, each along half a cosine (Smith and Topin 2019, "
        "doi:10.1117/12.2520589)."
    )
    explanation: ClassVar[str] = (
        "Up to a rate that would be too high for long, then down to almost nothing. The high middle keeps the "
        "network out of narrow valleys, the end lets it settle."
    )
    when: ClassVar[str] = "For few epochs with a high rate: find that with Find learning rate."
    reference: ClassVar[str] = "Smith & Topin 2019, doi:10.1117/12.2520589"
    formula: ClassVar[str] = r"\frac{\alpha}{d} \;\rightarrow\; \alpha \;\rightarrow\; \frac{\alpha}{d\,f}"

    rising: float = Field(0.3, gt=0.0, lt=1.0, description="Part of the run in which the rate rises.")
    start_divisor: float = Field(25.0, ge=1.0, le=1e6, description="It begins at the rate divided by this, d.")
    end_divisor: float = Field(1e4, ge=1.0, le=1e9, description="It ends at its beginning divided by this, f.")

    def _factor(self, step: int, span: Span) -> float:
        low = 1 / self.start_divisor
        peak, last = self.rising * span.steps - 1, span.steps - 1
        if step < peak:
            return _half_cosine(low, 1.0, step / peak)
        # a peak before the first step: a run too short to rise in
        done = (step - peak) / (last - peak)
        return _half_cosine(1.0, low / self.end_divisor, done)


class OnPlateau(Schedule):
    name: ClassVar[str] = "plateau"
    title: ClassVar[str] = "On plateau"
    summary: ClassVar[str] = (
        "Falls when the validation loss (the training loss without a validation part) no longer gets better. When that "
        "will be nobody knows before the run."
    )
    explanation: ClassVar[str] = (
        "It waits for the patience that is set; when the loss has not got better by then, the rate falls. So the "
        "run itself decides when."
    )
    when: ClassVar[str] = "When it is not known how many epochs it takes."
    reference: ClassVar[str] = "Goodfellow et al. 2016, Deep Learning, section 8.3, deeplearningbook.org"
    formula: ClassVar[str] = r"\alpha \leftarrow \max(\gamma\,\alpha,\ m\,\alpha_0)"
    watches: ClassVar[bool] = True

    gamma: float = Field(0.1, gt=0.0, lt=1.0, description="What the rate is multiplied by at each fall, γ.")
    patience: int = Field(3, ge=0, le=10_000, description="Epochs without improvement that are let pass.")
    minimum_improvement: float = Field(0.0, ge=0.0, le=1e6, description="What counts as better must be more than this.")
    minimum: float = Field(0.0, ge=0.0, le=1.0, description="Part of the learning rate below which it never falls, m.")

    def _factor(self, step: int, span: Span) -> float:
        return 1.0


def _warm_up_steps(epochs: float, span: Span) -> int:
    return round(epochs * span.per_epoch)


def _half_cosine(start: float, end: float, done: float) -> float:
    return end + (start - end) * (1 + math.cos(math.pi * done)) / 2


SCHEDULES: dict[str, type[Schedule]] = {
    kind.name: kind for kind in (Constant, Step, Exponential, Cosine, WarmUp, OneCycle, OnPlateau)
}


def schedule_of(settings: ScheduleSettings) -> Schedule:
    """The schedule with its parameters; Constant where it is unknown or wrong, which the check reports."""
    try:
        return SCHEDULES[settings.type].read(settings.params)
    except (KeyError, ValidationError):
        return Constant()


def settings_problems(settings: ScheduleSettings, epochs: int) -> Iterator[Problem]:
    """A schedule that is not known, a parameter that it refuses, a warm-up that a run of ``epochs`` never leaves."""
    kind = SCHEDULES.get(settings.type)
    if kind is None:
        known = ", ".join(SCHEDULES)
        yield Problem(
            "error",
            "schedule",
            tr("The schedule {type!r} is not known.", type=settings.type),
            tr("Use one of: {known}.", known=known),
        )
        return
    try:
        schedule = kind.read(settings.params)
    except ValidationError as error:
        fault = fault_from(error)
        yield Problem(
            "error",
            "schedule",
            tr("{title}: {message}.", title=tr(kind.title), message=fault.message),
            fault.hint,
            field=fault.field,
        )
        return
    rises = schedule.epochs if isinstance(schedule, WarmUp) else schedule.warm_up if isinstance(schedule, Cosine) else 0
    if rises > epochs:
        yield Problem(
            "warning",
            "warm-up",
            tr(
                "{title}: warms up for {rises:g} epochs, but the run has {epochs:,}.",
                title=tr(kind.title),
                rises=rises,
                epochs=epochs,
            ),
            tr("The full learning rate is never reached. Make the warm-up shorter, or the run longer."),
        )


def curve(schedule: Schedule, span: Span, rate: float, points: int = 200) -> list[tuple[int, float]]:
    """Steps and learning rates over the run, for drawing: evenly spaced, the first and the last step among them.

    Where the rate falls at once both sides are there, for the first falls: at most as many points again.
    """
    last = max(0, span.steps - 1)
    count = min(max(2, points), last + 1)
    steps = {round(last * index / max(1, count - 1)) for index in range(count)}
    if isinstance(schedule, Step | Exponential):
        distance = span.per_epoch * (schedule.every if isinstance(schedule, Step) else 1)
        falls = range(distance, last + 1, distance)
        steps |= {step + side for step in falls[: points // 2] for side in (-1, 0)}
    return [(step, rate * schedule.factor(step, span)) for step in sorted(steps)]
