"""Parts of an exported training script that follow the project's settings: how samples are split, and the schedule."""

from __future__ import annotations

from playground.core.codegen.quoting import literal
from playground.core.project import DataSettings, ScheduleSettings
from playground.engine.export.python_text import filled
from playground.training.datasets import Dataset
from playground.training.schedules import Constant, Cosine, Exponential, OneCycle, Schedule, Step, WarmUp, schedule_of

_OWN_TEST = '''def split(count: int) -> tuple[Tensor, Tensor]:
    """Places of the samples to train on, and of those to validate on."""
    used = min(LIMIT or count, count)
    held = int(used * VALIDATION)
    chosen = shuffled(count, 1)[:used]
    return chosen[held:], chosen[:held]'''
_TAKEN_OUT = '''def split(count: int) -> tuple[Tensor, Tensor, Tensor]:
    """Places of the samples to train on, of those to validate on, and of those to test on."""
    tested = int(count * TEST)
    used = min(LIMIT or count, count - tested)
    held = int(used * VALIDATION)
    chosen = shuffled(count, 1)
    test, rest = chosen[:tested], chosen[tested:][:used]
    return rest[held:], rest[:held], test'''
_PARTS_OWN_TEST = "    train_places, held = (part.to(device) for part in split(len(train_y)))"
_PARTS_TAKEN_OUT = """    train_places, held, tested = (part.to(device) for part in split(len(train_y)))
    test_x, test_y = train_x[tested], train_y[tested]"""

_SCHEDULE = '''def learning_rate(step: int, per_epoch: int, steps: int) -> float:
    """The step length of one of the ``steps`` of a run, counted from 0: «title»."""
«body»'''
_FALLS = "    return LEARNING_RATE * «gamma» ** (step // per_epoch«every»)"
_RISES = "    return LEARNING_RATE * min(1.0, (step + 1) / max(1, round(«epochs» * per_epoch)))"
_COSINE = """    rising = round(«warm_up» * per_epoch)
    if step < rising:
        return LEARNING_RATE * ((step + 1) / rising)
    done = (step - rising) / max(1, steps - rising)
    return LEARNING_RATE * («minimum» + (1 - «minimum») * (1 + math.cos(math.pi * done)) / 2)"""
_ONE_CYCLE = """    low, high, last = 1 / «start_divisor», 1.0, steps - 1
    peak = «rising» * steps - 1
    if step < peak:
        start, end, done = low, high, step / peak
    else:
        start, end, done = high, low / «end_divisor», (step - peak) / (last - peak)
    return LEARNING_RATE * (end + (start - end) * (1 + math.cos(math.pi * done)) / 2)"""
_BODIES: dict[type[Schedule], str] = {
    Constant: "    return LEARNING_RATE", Step: _FALLS, Exponential: _FALLS, Cosine: _COSINE, WarmUp: _RISES,
    OneCycle: _ONE_CYCLE,
}  # fmt: skip


def split_words(dataset: Dataset, data: DataSettings) -> dict[str, str]:
    """``split`` and what uses it, for data with a test part of their own and for those that it is taken out of."""
    if dataset.test_samples:
        return {"test": "", "split": _OWN_TEST, "parts": _PARTS_OWN_TEST}
    test = f"TEST = {literal(data.test)}  # share of all samples that is held back to test on\n"
    return {"test": test, "split": _TAKEN_OUT, "parts": _PARTS_TAKEN_OUT}


def schedule_source(settings: ScheduleSettings) -> str:
    """``learning_rate`` of a schedule that watches nothing."""
    schedule = schedule_of(settings)
    values = {name: literal(value) for name, value in schedule.model_dump().items()}
    values["every"] = f" // {values['every']}" if "every" in values else ""
    return filled(_SCHEDULE, {"title": schedule.title.lower(), "body": filled(_BODIES[type(schedule)], values)})
