"""Can this project train? Inference of every network, and what the task, data and machine ask for."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import ValidationError

import playground.layers  # noqa: F401  (registers the built-in layers)
from playground.core.graph import Graph, Node, fault_from
from playground.core.infer import Fix, Inference, Problem, infer
from playground.core.project import Project
from playground.training.datasets import DATASETS, Dataset
from playground.training.losses import LOSSES
from playground.training.optimizers import OPTIMIZERS

# Weights, gradients and Adam's two moments, each a float32.
BYTES_PER_PARAMETER = 16
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
        problems += _batch_norm(project, name, inference)
        problems += _memory(project, name, inference, machine_memory() if memory is None else memory)
    problems += _settings(project, dataset)
    problems.sort(key=lambda problem: problem.severity != "error")
    return Check(networks, tuple(problems), dataset)


def output_node(graph: Graph) -> Node | None:
    """The one layer that nothing follows; None when there is none or more than one."""
    ends = [node for node in graph.nodes if not graph.outgoing[node.id]]
    return ends[0] if len(ends) == 1 else None


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
            yield Problem(
                "error", "input-shape",
                f"{inputs[0].title}: is fixed to {facts.shape}, but a sample of {dataset.title} is {dataset.shape}.",
                "Let it follow the data set.", name, inputs[0].id, "shape",
                Fix("Follow the data set", inputs[0].id, {"shape": None}),
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
        widest = units_before(project.networks[name], end)
        fix = Fix(f"Set units to {classes}", widest.id, {"units": classes}) if widest else None
        yield Problem(
            "error", "classes",
            f"{end.title}: gives {shape.count:,} values, but {dataset.title} has {classes} classes.",
            f"The last layer needs {classes} units.", name, end.id, "units", fix,
        )  # fmt: skip
    loss = LOSSES.get(project.training.loss)
    final = end.layer.final_activation() if end.layer else None
    if loss and final not in loss.suits:
        hint = "Use binary cross-entropy with it, or Softmax." if final == "sigmoid" else "Use cross-entropy with it."
        yield Problem(
            "warning", "loss-activation", f"{end.title}: ends in {final}, which {loss.title.lower()} does not expect.",
            hint, name, end.id,
        )  # fmt: skip


def units_before(graph: Graph, end: Node) -> Node | None:
    """The layer with units that decides the size of the output: the end itself, or what stands before it."""
    node: Node | None = end
    while node is not None:
        if node.kind is not None and "units" in node.kind.model_fields:
            return node
        links = graph.incoming[node.id]
        node = graph.by_id[links[0].source] if len(links) == 1 and links[0].source in graph.order else None
    return None


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
        used = min(data.limit or dataset.train_samples, dataset.train_samples)
        held = int(used * data.validation)
        if used - held < 1:
            yield Problem("error", "split", "No sample is left to train on.", "Make the validation part smaller.")
        elif training.batch_size > used - held:
            yield Problem(
                "warning", "batch", f"The batch of {training.batch_size:,} is larger than the {used - held:,} training "
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


def _batch_norm(project: Project, name: str, inference: Inference) -> Iterator[Problem]:
    """With one sample in a batch there must be several pixels to take a mean over."""
    if project.training.batch_size > 1:
        return
    for node in project.networks[name].nodes:
        shape = inference.facts[node.id].shape
        if node.type == "BatchNorm" and shape is not None and shape.count == shape.sizes[0]:
            yield Problem(
                "error", "batch-norm", f"{node.title}: cannot normalize over a batch of one sample.",
                "Use a batch of two or more.", name, node.id,
            )  # fmt: skip
