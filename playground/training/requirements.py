"""What the task, the data set, the settings and the machine ask of a project before Run may start."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import prod

from pydantic import ValidationError

from playground.core.edits import Connect, Macro, Remove, SetParams
from playground.core.graph import Graph, Node, fault_from
from playground.core.infer import Inference
from playground.core.language import mark, tr
from playground.core.problems import Fix, Problem, setting
from playground.core.project import DataSettings, Project
from playground.core.shape import Shape
from playground.core.weights import Weighted
from playground.layers.shared.captions import counted
from playground.training import schedules
from playground.training.datasets import DATASETS, Dataset, kind_of
from playground.training.losses import LOSSES
from playground.training.memory import BYTES_PER_ACTIVATION, BYTES_PER_PARAMETER
from playground.training.optimizers import OPTIMIZERS
from playground.training.outputs import marked, units_before
from playground.training.split import batch_size, split
from playground.training.upstream import leading_to, loose_branch, results

_NAMED = 5  # layers in one sentence


def one_result(
    project: Project, name: str, inference: Inference, dataset: Dataset | None, wanted: Wanted | None
) -> Iterator[Problem]:
    """One Input that takes the data, one result that is what is ``wanted``, something that learns."""
    graph = project.networks[name]
    if not graph.nodes:
        yield Problem(
            "error", "empty", tr("{name} has no layers.", name=name), tr("Drag an Input from the palette."), name
        )
        return
    ends = results(graph)
    yield from takes_data(graph, name, inference, dataset)
    if len(ends) > 1:
        yield _several_ends(graph, name, inference, ends, wanted)
    if len(ends) != 1:
        return
    if wanted is not None:
        yield from gives(graph, name, inference, marked(graph, ends[0]), wanted)
    yield from nothing_learns(graph, name, inference, ends[0])


_COUNTED = {"classes": mark("{title} has {count:,} classes"), "labels": mark("{title} has {count:,} labels")}


@dataclass(frozen=True)
class Wanted:
    """What a network must give. ``sizes`` are those that will do, the usual first; ``what`` says it in words."""

    sizes: tuple[tuple[int, ...], ...]
    what: str

    @classmethod
    def of(cls, dataset: Dataset, loss: str) -> Wanted | None:
        """For the target of ``dataset``: a number for each class, label or value. Two classes may do with one number.

        None where nothing is to be predicted.
        """
        target = dataset.target
        if target.kind == "none":
            return None
        if target.shape is not None and target.shape.rank > 1:
            return cls((target.shape.sizes,), tr("{title} wants {shape}", title=dataset.title, shape=target.shape))
        one = mark("{title} has {count:,} number to predict")
        words = _COUNTED.get(
            target.kind, one if target.count == 1 else mark("{title} has {count:,} numbers to predict")
        )
        vectors = [(target.count,)]
        if target.binary and loss in LOSSES and LOSSES[loss].single:
            vectors.insert(0, (1,))
        return cls(tuple(vectors), tr(words, title=dataset.title, count=target.count))

    @classmethod
    def shape(cls, shape: Shape, what: str) -> Wanted:
        return cls((shape.sizes,), what)

    @property
    def is_vector(self) -> bool:
        return len(self.sizes[0]) == 1


# --- where it begins -------------------------------------------------------------------------------------------------


def takes_data(graph: Graph, name: str, inference: Inference, dataset: Dataset | None) -> Iterator[Problem]:
    inputs = [node for node in graph.nodes if node.kind is not None and not node.input_ports and node.output_ports]
    if not inputs:
        yield Problem(
            "error", "no-input", tr("{name} has no Input.", name=name), tr("Add an Input and connect it."), name
        )
        return
    fed = leading_to(graph, graph.exits)
    kept = min(  # the first of those that fit and lead somewhere
        inputs,
        key=lambda node: (not _takes(inference, node, dataset), not graph.outgoing[node.id], node.id not in fed),
    )
    for node in inputs:
        if node is not kept:
            yield Problem(
                "error",
                "several-inputs",
                tr(
                    "{title}: {name} has {count} Input layers; this data set feeds one, {title2}.",
                    title=node.title,
                    name=name,
                    count=len(inputs),
                    title2=kept.title,
                ),
                tr("Remove all but one."),
                name,
                node.id,
                fix=_without(graph, name, node, kept),
            )
    facts = inference.facts[kept.id]
    if dataset is not None and facts.shape is not None and not _takes(inference, kept, dataset):
        following = kept.kind.following_data() if kept.kind else None
        yield Problem(
            "error",
            "input-shape",
            tr(
                "{title}: is fixed to {shape}, but a sample of {title2} is {shape2}.",
                title=kept.title,
                shape=facts.shape,
                title2=dataset.title,
                shape2=dataset.shape,
            ),
            tr("Let it follow the data set.") if following else tr("Put an Input in its place."),
            name,
            kept.id,
            next(iter(following or {}), None),
            Fix(tr("Follow the data set"), SetParams(name, kept.id, following)) if following else None,
        )


def _takes(inference: Inference, node: Node, dataset: Dataset | None) -> bool:
    shape = inference.facts[node.id].shape
    return dataset is None or (shape is not None and shape.sizes == dataset.shape.sizes)


def _without(graph: Graph, name: str, extra: Node, kept: Node) -> Fix:
    """Remove an Input; what it feeds is fed by the one that stays."""
    removal = Remove(name, frozenset({extra.id}))
    port = kept.output_ports[0].name
    links = [link.replace(source=kept.id, source_port=port) for link in graph.outgoing[extra.id]]
    if not links or any(link in graph.links for link in links):
        return Fix(tr("Remove it"), removal)
    return Fix(tr("Use {title} instead", title=kept.title), Macro((removal, *(Connect(name, link) for link in links))))


# --- where it ends ---------------------------------------------------------------------------------------------------


def _several_ends(
    graph: Graph, name: str, inference: Inference, ends: tuple[Node, ...], wanted: Wanted | None
) -> Problem:
    """One is the prediction when it alone gives what is wanted; then the others can go."""
    names = ", ".join(node.title for node in ends[:_NAMED]) + (" …" if len(ends) > _NAMED else "")
    fitting = [node for node in ends if wanted is not None and _fits(inference, node, wanted)]
    where, fix = ends[0], None
    if len(fitting) == 1:
        loose = [node for node in ends if node is not fitting[0]]
        where, kept = loose[0], leading_to(graph, [fitting[0].id])
        fix = removing_branches(graph, name, [node.id for node in loose], kept)
    return Problem(
        "error", "several-ends", tr("{name} ends {count} times: {names}.", name=name, count=len(ends), names=names),
        tr("Connect what is loose, or remove it: one layer gives the prediction."), name, where.id, fix=fix,
    )  # fmt: skip


def removing_branches(graph: Graph, name: str, ends: list[str], kept: frozenset[str]) -> Fix:
    """The fix that removes the nodes ``ends`` and all that serves them alone."""
    gone = loose_branch(graph, ends, kept)
    if len(gone) == 1:
        text = tr("Remove {title}", title=graph.by_id[ends[0]].title)
    else:
        text = tr("Remove these {count} layers", count=len(gone))
    return Fix(text, Remove(name, gone))


def _fits(inference: Inference, node: Node, wanted: Wanted) -> bool:
    shape = inference.facts[node.id].shape
    return shape is not None and shape.sizes in wanted.sizes


def gives(graph: Graph, name: str, inference: Inference, end: Node, wanted: Wanted) -> Iterator[Problem]:
    """A problem when ``end`` gives something else than what is wanted, with the fix that sets its units."""
    shape = inference.facts[end.id].shape
    if shape is None or shape.sizes in wanted.sizes:
        return
    sizes = wanted.sizes[0]
    text = " × ".join(f"{size:,}" for size in sizes)
    if not wanted.is_vector:
        yield Problem(
            "error",
            "output-shape",
            tr("{title}: gives {shape}, but {what}.", title=end.title, shape=shape, what=wanted.what),
            tr("End with a Reshape to {words}.", words=text)
            if shape.count == prod(sizes)
            else tr("The last layer must give {words}.", words=text),
            name,
            end.id,
        )
    elif not shape.is_vector:
        yield Problem(
            "error",
            "output-shape",
            tr("{title}: gives {shape}, but {what}.", title=end.title, shape=shape, what=wanted.what),
            tr("End with Flatten and a Dense layer of {counted}.", counted=counted(sizes[0], "unit")),
            name,
            end.id,
        )
    else:
        yield Problem(
            "error",
            "outputs",
            tr("{title}: gives {count:,} values, but {what}.", title=end.title, count=shape.count, what=wanted.what),
            tr("The last layer needs {counted}.", counted=counted(sizes[0], "unit")),
            name,
            end.id,
            *_outputs_fix(graph, name, inference, end, sizes[0]),
        )


def _outputs_fix(graph: Graph, name: str, inference: Inference, end: Node, count: int) -> tuple[str | None, Fix | None]:
    """The parameter that decides how many outputs there are, and the fix that sets it."""
    deciding = units_before(graph, end)
    params = deciding.kind.with_outputs(count) if deciding and deciding.kind else None
    if deciding is None or not params:
        return None, None
    given, wanted = inference.facts[deciding.id].shape, inference.facts[end.id].shape
    if given is None or wanted is None or given.sizes != wanted.sizes:
        return None, None  # something between them changes the number
    return next(iter(params)), setting(name, deciding.id, params)


def nothing_learns(graph: Graph, name: str, inference: Inference, end: Node) -> Iterator[Problem]:
    """There must be a weight to move on the way to the result."""
    leading, facts = leading_to(graph, [end.id]), inference.facts
    way = [node for node in graph.nodes if node.id in leading]
    if any(not facts[node.id].outputs for node in way) or any(facts[node.id].trainable for node in way):
        return
    if not any(facts[node.id].parameters for node in way):
        yield Problem(
            "error",
            "no-weights",
            tr("{name} has no layer that learns.", name=name),
            tr("Add a Dense layer."),
            name,
            end.id,
        )
        return
    frozen = [node for node in way if isinstance(node.layer, Weighted) and node.layer.frozen]
    last = max(frozen, key=lambda node: graph.order.index(node.id)) if frozen else None
    yield Problem(
        "error", "all-frozen", tr("Nothing is left to train: all weights of {name} are frozen.", name=name),
        tr("Let at least one layer learn."), name, last.id if last else end.id, "frozen" if last else None,
        Fix(tr("Unfreeze {title}", title=last.title), SetParams(name, last.id, {"frozen": False})) if last else None,
    )  # fmt: skip


# --- batches, memory, settings ---------------------------------------------------------------------------------------


def smallest_batch(project: Project, name: str, inference: Inference, dataset: Dataset | None) -> Iterator[Problem]:
    """Batch normalization needs two samples, unless there are several pixels to take a mean over."""
    train = split(dataset, project.data).train if dataset else project.training.batch_size
    batch = batch_size(project.training, train)
    for node in project.networks[name].nodes:
        facts = inference.facts[node.id]
        if node.layer is None or facts.shape is None or (facts.parameters and not facts.trainable):
            continue  # a frozen one keeps to its running averages
        needed = node.layer.smallest_batch(*facts.inputs)
        if 0 < min(batch, train) < needed:
            yield Problem(
                "error",
                "batch-norm",
                tr("{title}: cannot learn from one sample at a time.", title=node.title),
                tr("Use a batch of {needed} or more.", needed=needed)
                if batch < needed
                else tr("Train on {needed} samples or more.", needed=needed),
                name,
                node.id,
            )


def memory_needed(
    project: Project, name: str, inference: Inference, dataset: Dataset | None, memory: int
) -> Iterator[Problem]:
    """``memory`` is what the machine has, in bytes."""
    train = split(dataset, project.data).train if dataset else project.training.batch_size
    batch = min(batch_size(project.training, train), max(1, train))
    weights = inference.parameters * BYTES_PER_PARAMETER
    activations = inference.activations * batch * BYTES_PER_ACTIVATION
    if weights + activations <= memory:
        return
    largest = max(inference.facts, key=lambda node_id: inference.facts[node_id].parameters)
    title = project.networks[name].by_id[largest].title
    if weights >= activations:
        message = tr(
            "{title}: has {parameters:,} parameters; training {name} takes about {needed:,.1f} GB, this machine has "
            "{memory:,.1f} GB.",
            title=title,
            parameters=inference.facts[largest].parameters,
            name=name,
            needed=weights / 2**30,
            memory=memory / 2**30,
        )
        yield Problem("error", "memory", message, tr("Make the layer smaller, or what it gets."), name, largest)
    else:
        message = tr(
            "{name}: a batch of {batch:,} takes about {needed:,.1f} GB, this machine has {memory:,.1f} GB.",
            name=name,
            batch=batch,
            needed=activations / 2**30,
            memory=memory / 2**30,
        )
        hint = (
            tr("Choose an optimizer that looks at batches.")
            if batch > project.training.batch_size
            else tr("Make the batch smaller.")
        )
        yield Problem("error", "memory", message, hint, name)


def settings(project: Project, dataset: Dataset | None) -> Iterator[Problem]:
    """Names that must be known, numbers that must be in their range."""
    training, data = project.training, project.data
    if dataset is None:
        yield _no_data(data)
    else:
        parts = split(dataset, data)
        if parts.train < 1:
            yield Problem("error", "split", tr("No sample is left to train on."), tr("Make the other parts smaller."))
        elif batch_size(training, parts.train) > parts.train:
            yield Problem(
                "warning", "batch", tr("The batch of {batch_size:,} is larger than the {train:,} training "
"samples.", batch_size=training.batch_size, train=parts.train), tr("Each epoch is one step on all of them."),
            )  # fmt: skip
    if training.loss not in LOSSES:
        yield Problem(
            "error",
            "loss",
            tr("The loss {loss!r} is not known.", loss=training.loss),
            tr("Use one of: {names}.", names=", ".join(LOSSES)),
        )
    yield from schedules.settings_problems(training.schedule, training.epochs)
    kind = OPTIMIZERS.get(training.optimizer.type)
    if kind is None:
        known = ", ".join(OPTIMIZERS)
        yield Problem(
            "error",
            "optimizer",
            tr("The optimizer {type!r} is not known.", type=training.optimizer.type),
            tr("Use {known}.", known=known),
        )
        return
    try:
        kind.model_validate(training.optimizer.params)
    except ValidationError as error:
        fault = fault_from(error)
        yield Problem(
            "error",
            "optimizer",
            tr("{title}: {message}.", title=tr(kind.title), message=fault.message),
            fault.hint,
            field=fault.field,
        )


def _no_data(data: DataSettings) -> Problem:
    """Why the data settings describe no data."""
    if data.dataset not in DATASETS:
        known = ", ".join(DATASETS)
        return Problem(
            "error",
            "dataset",
            tr("The data set {dataset!r} is not known.", dataset=data.dataset),
            tr("Choose one of: {known}.", known=known),
        )
    title = tr(DATASETS[data.dataset].title)
    try:
        kind = kind_of(data)
    except ValidationError as error:
        fault = fault_from(error)
        return Problem(
            "error",
            "dataset",
            tr("{title}: {message}.", title=title, message=fault.message),
            fault.hint,
            field=fault.field,
        )
    return Problem(
        "error", "dataset", tr("{title}: {message}.", title=title, message=kind.missing()), tr("Choose it under Data.")
    )
