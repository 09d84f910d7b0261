"""What there is to plot of a run: its losses, the metrics of its task, its learning rate. No Qt here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from playground import protocol
from playground.core.language import mark, tr
from playground.training.metrics import METRICS

LOSS = "loss"
_PART = "_loss"  # a task of several parts has a loss for each: "generator_loss"
# What such parts are called, by the front of the names of their losses.
_PARTS = {"generator": mark("generator"), "discriminator": mark("discriminator")}


@dataclass(frozen=True, slots=True)
class Stroke:
    """One line: its name in the legend, its series, a colour token, or the number of a part where several learn.

    ``validation`` lines have a point for each epoch. ``short`` names it where there is little room.
    """

    label: str
    series: str
    token: str = ""
    part: int = 0
    validation: bool = False
    short: str = ""


@dataclass(frozen=True, slots=True)
class Quantity:
    """What one plot shows. ``held``: a value stays until the next point, as a learning rate does."""

    name: str
    title: str
    summary: str
    strokes: tuple[Stroke, ...]
    percent: bool = False
    held: bool = False


def losses(metrics: Iterable[str], series: Iterable[str]) -> Quantity:
    """The loss; of a task whose parts have losses of their own these, in one plot."""
    parts = [name for name in _named(metrics, series) if name.endswith(_PART)]
    if not parts:
        return _of_metric(LOSS)
    strokes: list[Stroke] = []
    initials = [name[0].upper() for name in parts]
    for index, name in enumerate(parts):
        part = name.removesuffix(_PART)
        label = tr(_PARTS[part]) if part in _PARTS else part.replace("_", " ")
        short = initials[index] if initials.count(initials[index]) == 1 else label
        strokes.append(Stroke(label, protocol.training(name), part=index, short=short))
        strokes.append(
            Stroke(tr("{label}, validation", label=label), protocol.validation(name), part=index, validation=True)
        )
    return Quantity(LOSS, tr("Loss"), tr("What each part makes small."), tuple(strokes))


def quantities(metrics: Sequence[str], series: Iterable[str]) -> list[Quantity]:
    """What can be chosen beside the loss: the ``metrics`` that a run announces first, then what has a series."""
    known = set(series)
    found = [_of_metric(name) for name in _named(metrics, known) if name != LOSS and not name.endswith(_PART)]
    if protocol.LEARNING_RATE in known:
        found.append(_learning_rate())
    return found


def _named(metrics: Iterable[str], series: Iterable[str]) -> list[str]:
    """Names of metrics without doubles: as announced, then in the order in which the program lists them."""
    suffixes = (protocol.training(""), protocol.validation(""))
    there = {name.removesuffix(suffix) for name in series for suffix in suffixes if name.endswith(suffix)}
    order = {name: place for place, name in enumerate(METRICS)}
    rest = sorted(there, key=lambda name: (order.get(name, len(order)), name))
    return list(dict.fromkeys([*metrics, *rest]))


def _of_metric(name: str) -> Quantity:
    metric = METRICS.get(name)
    strokes = (
        Stroke(tr("training"), protocol.training(name), "train", short=tr("train")),
        Stroke(tr("validation"), protocol.validation(name), "val", validation=True, short=tr("val")),
    )
    if metric is None:
        return Quantity(name, name.replace("_", " ").capitalize(), "", strokes)
    return Quantity(name, tr(metric.title), tr(metric.summary), strokes, metric.percent)


def _learning_rate() -> Quantity:
    name = protocol.LEARNING_RATE
    strokes = (Stroke(tr("learning rate"), name, "train"),)
    summary = tr("The step length as the schedule, or a person, has set it.")
    return Quantity(name, tr("Learning rate"), summary, strokes, held=True)


def series_names(runs: Iterable[object]) -> Iterator[str]:
    """Names of all series that have points, of ``RunHistory`` objects."""
    for run in runs:
        yield from (name for name, series in run.series.items() if len(series))  # type: ignore[attr-defined]
