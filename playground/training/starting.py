"""A project to begin with for a task and data, and what must change when an open project gets another task."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from math import prod
from typing import Any

from playground.core.edits import Edit, Macro, SetTask, SetTraining
from playground.core.graph import Graph
from playground.core.language import tr
from playground.core.project import (
    DataSettings,
    OptimizerSettings,
    Preparation,
    Project,
    Scaling,
    TaskSettings,
    TrainingSettings,
)
from playground.training import sketches
from playground.training.datasets import DATASETS, Dataset, describe, kind_of
from playground.training.losses import LOSSES, usual_loss
from playground.training.sketches import Sketch
from playground.training.split import split
from playground.training.tasks import DISCRIMINATOR, GENERATOR, TASKS, Task
from playground.training.tasks.reproducing import ANY, Interval, input_interval

_STEPS = 3000  # about as many as a first run takes
_MOST_EPOCHS, _FEWEST_EPOCHS = 100, 5
# Small differences between samples that are scaled to deviation 1 count; a code must be worth its nats.
_DEVIATION = 0.2


@dataclass(frozen=True)
class _Plan:
    """What a task lays out: networks, its own settings, the loss, how inputs are scaled, and how it trains."""

    networks: dict[str, Graph]
    params: dict[str, Any] = field(default_factory=dict)
    loss: str = "mean_squared_error"
    learning_rate: float = 1e-3
    optimizer: OptimizerSettings = field(default_factory=OptimizerSettings)


def starting_project(task: str, data: DataSettings) -> Project:
    """A sensible network for ``task`` on ``data``, with loss, optimizer and preparation, laid out left to right.

    Preparation that was chosen stays. Raises ``ValueError``, in a person's words, where the two do not go together or
    the data are not chosen yet, and ``KeyError`` for an unknown task.
    """
    kind = TASKS[task]
    dataset = describe(data)
    if dataset is None:
        raise ValueError(_no_data(data))
    _require_sense(task, dataset)
    prepared = data.replace(preparation=_prepared(task, dataset, data.preparation))
    plan = _PLANS[task](dataset, input_interval(dataset, prepared.preparation) or ANY)
    samples = split(dataset, prepared).train
    batch = 32 if samples < 5000 else 64
    # batch norms and what looks at a batch as a whole want a few samples
    batch = max(1, min(batch, samples))
    steps = max(1, samples // batch)
    epochs = max(_FEWEST_EPOCHS, min(_MOST_EPOCHS, _STEPS // steps))
    return Project(
        title=tr("{task}: {data}", task=tr(kind.title), data=dataset.title)[:120],
        description=tr("{first} {second}", first=tr(kind.summary), second=tr(dataset.summary))[:2000],
        task=TaskSettings(type=task, params=plan.params), networks=plan.networks, data=prepared,
        main=GENERATOR if GENERATOR in plan.networks else None,
        training=TrainingSettings(
            epochs=epochs, batch_size=batch, loss=plan.loss, learning_rate=plan.learning_rate, optimizer=plan.optimizer
        ),
    )  # fmt: skip


def suits(task: str, dataset: Dataset) -> str:
    """Why ``task`` makes no sense on ``dataset``, in a person's words; empty where it does."""
    target, told = dataset.target.kind, {"task": tr(TASKS[task].title), "title": dataset.title}
    if not TASKS[task].predicts_target:
        if dataset.shape.whole:
            return tr("{task}: {title} consists of words, which cannot be made out of numbers", **told)
        return ""
    if target == "none":
        return tr("{task}: {title} has nothing to predict", **told)
    if task == "forecasting" and not (dataset.look == "sequences" and target == "values"):
        return tr("{task}: takes series with the values that follow, and {title} has none", **told)
    if task == "text" and not (dataset.look == "text" and target in ("classes", "labels")):
        return tr("{task}: takes texts with classes, and {title} has none", **told)
    return ""


def edits_for_task(project: Project, task: str) -> Macro:
    """Give ``project`` another task, as it comes; a loss that the task does not take gives way to its usual one.

    Networks stay as they are and keep their names: what a task lacks is told, with fixes. Raises ``KeyError``.
    """
    kind = TASKS[task]
    if task == project.task.type:
        return Macro((), text=tr("Use {title}", title=tr(kind.title)))
    dataset = describe(project.data)
    params: dict[str, Any] = {}
    if task == "vae" and dataset is not None:
        params = _output(input_interval(dataset, project.data.preparation) or ANY)
    edits: list[Edit] = [SetTask({"type": task, "params": params})]
    loss = _loss_for(project, kind, dataset)
    if loss != project.training.loss:
        edits.append(SetTraining({"loss": loss}))
    return Macro(tuple(edits), text=tr("Use {title}", title=tr(kind.title)))


def _loss_for(project: Project, kind: type[Task], dataset: Dataset | None) -> str:
    """The loss that there is where the task takes it and it can judge the target, else the usual one."""
    loss, known = project.training.loss, LOSSES.get(project.training.loss)
    if not kind.losses:
        return loss
    if not kind.predicts_target:
        return loss if loss in kind.losses else kind.losses[0]
    before = TASKS.get(project.task.type)
    chosen = before is not None and before.losses == kind.losses  # not forced on it by a task with fewer
    if dataset is None or dataset.target.kind == "none":
        return loss if loss in kind.losses else kind.losses[0]
    if chosen and known is not None and loss in kind.losses and dataset.target.kind in known.targets:
        return loss
    usual = usual_loss(dataset.target)
    return usual if usual in kind.losses else kind.losses[0]


def _no_data(data: DataSettings) -> str:
    if data.dataset not in DATASETS:
        known = ", ".join(DATASETS)
        return tr("The data set {dataset!r} is not known. Choose one of: {known}.", dataset=data.dataset, known=known)
    try:
        missing = kind_of(data).missing()
    except ValueError:
        missing = tr("its settings cannot be used")
    title, missing = tr(DATASETS[data.dataset].title), missing or tr("nothing is chosen")
    return tr("{title}: {missing}. Choose it under Data.", title=title, missing=missing)


def _require_sense(task: str, dataset: Dataset) -> None:
    reason = suits(task, dataset)
    if reason:
        fitting = ", ".join(tr(TASKS[other].title).lower() for other in TASKS if not suits(other, dataset))
        if not fitting:
            raise ValueError(tr("{sentence}.", sentence=reason))
        raise ValueError(tr("{reason}. It is for: {fitting}.", reason=reason, fitting=fitting))


def _prepared(task: str, dataset: Dataset, chosen: Preparation) -> Preparation:
    """Inputs that a first network learns well from, unless somebody chose otherwise."""
    scaling: Scaling = chosen.scaling
    if scaling == "none" and not chosen.columns and not dataset.shape.whole:
        if not dataset.shape.is_image:
            scaling = "standardize"
        elif TASKS[task].from_noise:
            scaling = "symmetric"
        elif dataset.range != (0.0, 1.0):
            scaling = "standardize" if TASKS[task].predicts_target else "minmax"
    target: Scaling = chosen.target
    if TASKS[task].predicts_target and dataset.target.kind == "values" and target == "none":
        target = "standardize"
    return chosen.replace(scaling=scaling, target=target)


# --- what each task lays out -----------------------------------------------------------------------------------------


def _answering(dataset: Dataset, _: Interval) -> _Plan:
    """Two classes may do with one number; several labels want one each, numbers no activation."""
    target = dataset.target
    if target.kind == "classes":
        end: Sketch = ("Dense", {"units": target.count, "activation": "Softmax"})
        loss = "cross_entropy"
        if target.binary:
            end, loss = ("Dense", {"units": 1, "activation": "Sigmoid"}), "binary_cross_entropy"
    elif target.kind == "labels":
        end, loss = ("Dense", {"units": target.count, "activation": "Sigmoid"}), "binary_cross_entropy"
    else:
        end, loss = ("Dense", {"units": target.count}), "mean_squared_error"
    graph = sketches.predictor(dataset.shape, end, dataset.vocabulary)
    if target.shape is not None and target.shape.rank > 1:
        graph = sketches.extended(graph, ("Reshape", {"sizes": list(target.shape.sizes)}))
    name = "Classifier" if target.kind in ("classes", "labels") else "Regression"
    slow = prod(dataset.shape.sizes) > 2  # a small network on points stands larger steps
    return _Plan({name: graph}, loss=loss, learning_rate=1e-3 if slow else 1e-2)


def _forecasting(dataset: Dataset, interval: Interval) -> _Plan:
    plan = _answering(dataset, interval)
    return replace(plan, networks={"Forecast": next(iter(plan.networks.values()))})


def _end(interval: Interval) -> str:
    """The last activation that gives exactly what there is."""
    return {(0.0, 1.0): "Sigmoid", (-1.0, 1.0): "Tanh"}.get(interval, "Linear")


def _autoencoding(dataset: Dataset, interval: Interval) -> _Plan:
    return _Plan({"Autoencoder": sketches.autoencoder(dataset.shape, _end(interval))})


def _output(interval: Interval) -> dict[str, Any]:
    """Settings of a VAE for inputs that lie there."""
    return {} if interval[0] >= 0 and interval[1] <= 1 else {"output": "gaussian", "deviation": _DEVIATION}


def _varying(dataset: Dataset, interval: Interval) -> _Plan:
    params = _output(interval)
    end = "Sigmoid" if not params else _end(interval)
    return _Plan({"VAE": sketches.variational(dataset.shape, end)}, params)


def _forging(dataset: Dataset, interval: Interval) -> _Plan:
    """For images as Radford et al. 2015 (arXiv:1511.06434) advise. What is no image has few numbers: there a critic
    with a weak gradient penalty finds all clouds of a ring, where the usual form is content with one.
    """
    shape = dataset.shape
    generator = sketches.generator(shape, _end(interval))
    if shape.is_image:
        networks = {GENERATOR: generator, DISCRIMINATOR: sketches.discriminator(shape)}
        adam = OptimizerSettings(params={"beta1": 0.5})
        return _Plan(networks, {"label_smoothing": 0.1}, learning_rate=2e-4, optimizer=adam)
    networks = {GENERATOR: generator, DISCRIMINATOR: sketches.discriminator(shape, "Linear")}
    params = {"form": "wasserstein_gp", "gp_weight": 1.0, "discriminator_steps": 3}
    return _Plan(networks, params, learning_rate=2e-3, optimizer=OptimizerSettings(params={"beta1": 0.0, "beta2": 0.9}))


_PLANS = {
    "supervised": _answering,
    "forecasting": _forecasting,
    "text": _answering,
    "autoencoder": _autoencoding,
    "vae": _varying,
    "gan": _forging,
}
