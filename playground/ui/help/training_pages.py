"""The pages of what is chosen for training: tasks, losses, optimizers, schedules, metrics."""

from __future__ import annotations

from typing import Any

from playground.core.language import mark, tr
from playground.core.project import Project
from playground.training.losses import LOSSES
from playground.training.metrics import METRICS
from playground.training.optimizers import OPTIMIZERS
from playground.training.pytorch_lines import LOSS_LINES, METRIC_LINES, SCHEDULE_LINES, with_parameters
from playground.training.schedules import SCHEDULES
from playground.training.tasks import TASKS
from playground.ui.help.blocks import Action, Block, Facts, Heading, Picture, Text
from playground.ui.help.fields import parameters
from playground.ui.help.maths.judging import JUDGED
from playground.ui.help.pages import Context
from playground.ui.help.said import code, opening, source, when
from playground.ui.help.topics import Topic

Made = tuple[list[Block], list[Action]]
_TARGETS = {
    "classes": mark("one class out of several"), "labels": mark("several labels at once"),
    "values": mark("numbers"), "none": mark("nothing"),
}  # fmt: skip
_BETTER = {"more": mark("Higher is better"), "less": mark("Lower is better"), "": mark("Neither high nor low")}
_ENDS = {"softmax": mark("Softmax"), "log_softmax": mark("Log softmax"), "sigmoid": mark("Sigmoid")}


def task(topic: Topic, context: Context) -> Made:
    kind = TASKS[topic.name]
    now = _chosen(context.project, "task", topic.name)
    blocks = [*opening(kind), *when(kind.when), Heading(tr("What it takes")), Text(tr(kind.needs))]
    if kind.losses:
        names = ", ".join(tr(LOSSES[name].title) for name in kind.losses if name in LOSSES)
        blocks += [Facts(((tr("Losses"), names),))]
    blocks += [*_parameters(kind, now), *source(kind.reference)]
    return blocks, [_use(topic, used=now is not None)]


def loss(topic: Topic, context: Context) -> Made:
    kind = LOSSES[topic.name]
    blocks = opening(kind)
    if topic.name in JUDGED:
        blocks.append(Picture("loss", {"kind": topic.name}))
    ends = [tr("no activation") if end is None else tr(_ENDS[end]) for end in kind.suits]
    rows = (
        (tr("Judges"), ", ".join(tr(_TARGETS[target]) for target in kind.targets)),
        (tr("Last activation"), ", ".join(ends)),
    )
    blocks += [*when(kind.when), Heading(tr("What it goes with")), Facts(rows)]
    blocks += [*code(LOSS_LINES.get(topic.name, "")), *source(kind.reference)]
    project = context.project
    if project is None:
        return blocks, [_use(topic, used=False)]
    offered = TASKS[project.task.type].losses if project.task.type in TASKS else ()
    used = bool(offered) and project.training.loss == topic.name
    return blocks, [_use(topic, used=used)] if topic.name in offered else []


def optimizer(topic: Topic, context: Context) -> Made:
    kind = OPTIMIZERS[topic.name]
    now = _chosen(context.project, "optimizer", topic.name)
    blocks = [*opening(kind), Picture("descent", {"kind": topic.name}), *when(kind.when), *_parameters(kind, now)]
    rate = context.project.training.learning_rate if context.project is not None else 0.001
    call = kind.model_validate(now or {}).call(rate)
    given = ", ".join(f"{name}={value!r}" for name, value in call.kwargs.items())
    blocks += [*code(f"{call.target}(model.parameters(), {given})"), *source(kind.reference)]
    return blocks, [_use(topic, used=now is not None)]


def schedule(topic: Topic, context: Context) -> Made:
    kind = SCHEDULES[topic.name]
    now = _chosen(context.project, "schedule", topic.name)
    training = context.project.training if context.project is not None else None
    options: dict[str, Any] = {"kind": topic.name, "params": now or {}}
    if training is not None:
        options |= {"rate": training.learning_rate, "epochs": training.epochs}
    blocks = [*opening(kind), Picture("schedule", options), *when(kind.when), *_parameters(kind, now)]
    line = with_parameters(SCHEDULE_LINES.get(topic.name, ""), kind.read(now or {}).model_dump())
    blocks += [*code(line), *source(kind.reference)]
    return blocks, [_use(topic, used=now is not None)]


def metric(topic: Topic, _context: Context) -> Made:
    kind = METRICS[topic.name]
    unit = tr("a part, shown in percent") if kind.percent else tr("a number")
    rows = ((tr("How to read it"), tr(_BETTER[kind.better])), (tr("What it is"), unit))
    blocks = [*opening(kind), Facts(rows), *when(kind.when)]
    return [*blocks, *code(METRIC_LINES.get(topic.name, "")), *source(kind.reference)], []


def _parameters(kind: Any, now: dict[str, Any] | None) -> list[Block]:
    fields = parameters(kind, now)
    return [Heading(tr("Parameters")), *fields] if fields else []


def _use(topic: Topic, *, used: bool) -> Action:
    return Action("show" if used else "use", topic.key, tr("In use: show it") if used else tr("Use it"))


def _chosen(project: Project | None, what: str, name: str) -> dict[str, Any] | None:
    """Parameters of the task, optimizer or schedule of the project, where it is this one and they are right."""
    if project is None:
        return None
    settings = project.task if what == "task" else getattr(project.training, what)
    if settings.type != name:
        return None
    tables: dict[str, Any] = {"task": TASKS, "optimizer": OPTIMIZERS, "schedule": SCHEDULES}
    kind = tables[what][name]
    try:
        kind.model_validate(dict(settings.params))
    except ValueError:
        return {}
    return dict(settings.params)
