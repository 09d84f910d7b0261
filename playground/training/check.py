"""Can this project train? Inference of every network, and what the task, data and machine ask for."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import ValidationError

import playground.layers  # noqa: F401  (registers the built-in layers)
from playground.core.graph import Node, fault_from
from playground.core.infer import Fix, Inference, Problem, infer
from playground.core.project import Project
from playground.training.datasets import DATASETS, Dataset
from playground.training.losses import LOSSES
from playground.training.optimizers import OPTIMIZERS
from playground.training.outputs import activated_before, units_before
from playground.training.split import split

# Weights, gradients, Adam's two moments, and the weights of the last good and of the step before: each a float32.
BYTES_PER_PARAMETER = 24
BYTES_PER_ACTIVATION = 8  # the value and its gradient
_UNKNOWN_MEMORY = 8 * 2**30


@dataclass(frozen=True, slots=True)
class Check:
    """What is known of a project: facts for each network, and all problems, errors first."""

    networks: dict[str, Inference]
    problems: tuple[Problem, ...]
    dataset: Dataset | None

    @property
    def ok(self) -> bool:
        """Whether Run may start: warnings do not stop it."""
        return not any(problem.severity == "error" for problem in self.problems)

    @property
    def parameters(self) -> int:
        return sum(inference.parameters for inference in self.networks.values())


def check(project: Project, memory: int | None = None) -> Check:
    """Everything that can be said without building the model. ``memory`` in bytes; by default the machine's."""
    dataset = DATASETS.get(project.data.dataset)
    shape = dataset.shape if dataset else None
    networks = {name: infer(graph, name, shape) for name, graph in project.networks.items()}
    problems = [problem for inference in networks.values() for problem in inference.problems]
    for name, inference in networks.items():
        problems += _supervised(project, name, inference, dataset)
        problems += _smallest_batch(project, name, inference, dataset)
        problems += _memory(project, name, inference, machine_memory() if memory is None else memory)
    problems += _settings(project, dataset)
    problems.sort(key=lambda problem: problem.severity != "error")
    return Check(networks, tuple(problems), dataset)


def machine_memory() -> int:
    """Bytes of main memory, or 8 GiB where the system does not say."""
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):
        return _UNKNOWN_MEMORY


def _supervised(project: Project, name: str, inference: Inference, dataset: Dataset | None) -> Iterator[Problem]:
    graph = project.networks[name]
    if not graph.nodes:
        yield Problem("error", "empty", f"{name} has no layers.", "Drag an Input from the palette.", name)
        return
    inputs = [node for node in graph.nodes if node.kind is not None and not node.kind.inputs]
    if not inputs:
        yield Problem("error", "no-input", f"{name} has no Input.", "Add an Input and connect it.", name)
    if len(inputs) > 1:
        yield Problem(
            "error", "several-inputs", f"{name} has {len(inputs)} Input layers; this data set feeds one.",
            "Remove all but one.", name, inputs[1].id, fix=Fix("Remove it", inputs[1].id, remove=True),
        )  # fmt: skip
    ends = [node for node in graph.nodes if not graph.outgoing[node.id]]
    if len(ends) > 1:
        names = ", ".join(node.title for node in ends[:5])
        yield Problem(
            "error", "several-ends", f"{name} ends {len(ends)} times: {names}.",
            "Connect what is loose, or remove it: one layer gives the prediction.", name, ends[0].id,
        )  # fmt: skip
    if dataset and inputs:
        facts = inference.facts[inputs[0].id]
        if facts.shape is not None and facts.shape.sizes != dataset.shape.sizes:
            following = inputs[0].kind.following_data() if inputs[0].kind else None
            yield Problem(
                "error", "input-shape",
                f"{inputs[0].title}: is fixed to {facts.shape}, but a sample of {dataset.title} is {dataset.shape}.",
                "Let it follow the data set.", name, inputs[0].id, next(iter(following or {}), None),
                Fix("Follow the data set", inputs[0].id, following) if following else None,
            )  # fmt: skip
    if len(ends) == 1 and dataset:
        yield from _output(project, name, inference, ends[0], dataset)


def _output(project: Project, name: str, inference: Inference, end: Node, dataset: Dataset) -> Iterator[Problem]:
    shape, classes = inference.facts[end.id].shape, len(dataset.classes)
    if shape is None:
        return
    if not shape.is_vector:
        yield Problem(
            "error", "output-shape", f"{end.title}: gives {shape}; {dataset.title} needs one number per class.",
            f"End with Flatten and a Dense layer of {classes} units.", name, end.id,
        )  # fmt: skip
        return
    if shape.count != classes:
        yield Problem(
            "error", "classes",
            f"{end.title}: gives {shape.count:,} values, but {dataset.title} has {classes} classes.",
            f"The last layer needs {classes} units.", name, end.id, *_outputs_fix(project, name, end, classes),
        )  # fmt: skip
    loss = LOSSES.get(project.training.loss)
    final = end.layer.final_activation() if end.layer else None
    if loss and final not in loss.suits:
        hint = "Use binary cross-entropy with it, or Softmax." if final == "sigmoid" else "Use cross-entropy with it."
        yield Problem(
            "warning", "loss-activation", f"{end.title}: ends in {final}, which {loss.title.lower()} does not expect.",
            hint, name, end.id,
        )  # fmt: skip
    yield from _twice(project, name, inference, end)


def _outputs_fix(project: Project, name: str, end: Node, count: int) -> tuple[str | None, Fix | None]:
    """The parameter that decides how many outputs there are, and the fix that sets it."""
    deciding = units_before(project.networks[name], end)
    params = deciding.kind.with_outputs(count) if deciding and deciding.kind else None
    if deciding is None or not params:
        return None, None
    field = next(iter(params))
    return field, Fix(f"Set {field} to {count}", deciding.id, params)


def _twice(project: Project, name: str, inference: Inference, end: Node) -> Iterator[Problem]:
    """A last Softmax or Sigmoid on what already went through one: it learns slowly, and its numbers mislead."""
    graph = project.networks[name]
    found = activated_before(graph, end, project.training.loss)
    if found is None:
        return
    inner, again = found
    assert inner.layer is not None  # it has an activation
    first, linear = inner.layer.final_activation(), inner.layer.without_activation()
    if end.layer is not None and end.layer.final_activation() is not None:
        message = f"{inner.title}: already ends in {first}; {end.title} applies {again} to that again."
    else:
        loss = LOSSES[project.training.loss].title.lower()
        message = f"{inner.title}: already ends in {first}; {loss} applies {again} again to what {end.title} gives."
    facts = inference.facts[end.id]
    fix: Fix | None = None
    if linear:
        field, value = next(iter(linear.items()))
        fix = Fix(f"Set {field} to {value}", inner.id, linear)
    elif graph.incoming[end.id][0].source == inner.id and facts.inputs == (facts.shape,):
        fix = Fix(f"Remove {end.title}", end.id, remove=True)  # what stands before it becomes the end
    hint = f"{fix.text}." if fix else f"Keep one of the two, as the last step: move {inner.title} to the end."
    yield Problem("warning", "softmax-twice", message, hint, name, inner.id, fix=fix)


def _memory(project: Project, name: str, inference: Inference, memory: int) -> Iterator[Problem]:
    weights = inference.parameters * BYTES_PER_PARAMETER
    numbers = sum(fact.shape.count for fact in inference.facts.values() if fact.shape)
    activations = numbers * project.training.batch_size * BYTES_PER_ACTIVATION
    if weights + activations <= memory:
        return
    largest = max(inference.facts, key=lambda node_id: inference.facts[node_id].parameters)
    title = project.networks[name].by_id[largest].title
    if weights >= activations:
        message = (
            f"{title}: has {inference.facts[largest].parameters:,} parameters; training {name} takes about "
            f"{weights / 2**30:,.1f} GB, this machine has {memory / 2**30:,.1f} GB."
        )
        yield Problem("error", "memory", message, "Make the layer smaller, or what it gets.", name, largest)
    else:
        message = (
            f"{name}: a batch of {project.training.batch_size:,} takes about {activations / 2**30:,.1f} GB, this "
            f"machine has {memory / 2**30:,.1f} GB."
        )
        yield Problem("error", "memory", message, "Make the batch smaller.", name)


def _settings(project: Project, dataset: Dataset | None) -> Iterator[Problem]:
    training, data = project.training, project.data
    if dataset is None:
        known = ", ".join(DATASETS)
        yield Problem("error", "dataset", f"The data set {data.dataset!r} is not known.", f"Choose one of: {known}.")
    else:
        train = split(dataset.train_samples, data).train
        if train < 1:
            yield Problem("error", "split", "No sample is left to train on.", "Make the validation part smaller.")
        elif training.batch_size > train:
            yield Problem(
                "warning", "batch", f"The batch of {training.batch_size:,} is larger than the {train:,} training "
                "samples.", "Each epoch is one step on all of them.",
            )  # fmt: skip
    if training.loss not in LOSSES:
        yield Problem("error", "loss", f"The loss {training.loss!r} is not known.", f"Use one of: {', '.join(LOSSES)}.")
    kind = OPTIMIZERS.get(training.optimizer.type)
    if kind is None:
        known = ", ".join(OPTIMIZERS)
        yield Problem("error", "optimizer", f"The optimizer {training.optimizer.type!r} is not known.", f"Use {known}.")
        return
    try:
        kind.model_validate(training.optimizer.params)
    except ValidationError as error:
        fault = fault_from(error)
        yield Problem("error", "optimizer", f"{kind.title}: {fault.message}.", fault.hint, field=fault.field)


def _smallest_batch(project: Project, name: str, inference: Inference, dataset: Dataset | None) -> Iterator[Problem]:
    """Batch normalization needs two samples, unless there are several pixels to take a mean over."""
    batch = project.training.batch_size
    train = split(dataset.train_samples, project.data).train if dataset else batch
    for node in project.networks[name].nodes:
        facts = inference.facts[node.id]
        if node.layer is None or facts.shape is None:
            continue
        needed = node.layer.smallest_batch(*facts.inputs)
        if 0 < min(batch, train) < needed:
            yield Problem(
                "error", "batch-norm", f"{node.title}: cannot learn from one sample at a time.",
                f"Use a batch of {needed} or more." if batch < needed else f"Train on {needed} samples or more.",
                name, node.id,
            )  # fmt: skip
