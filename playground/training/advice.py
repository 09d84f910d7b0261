"""What an expert would see in a network that trains all the same: warnings, with fixes where there are any."""

from __future__ import annotations

from collections.abc import Iterator
from math import prod

from playground.core.edits import InsertOnLink, SetTraining
from playground.core.graph import Graph, Node
from playground.core.infer import Inference
from playground.core.language import mark, tr
from playground.core.layer import REGISTRY, Layer
from playground.core.problems import Fix, Problem, setting
from playground.core.project import Project
from playground.core.shape import Shape
from playground.core.weights import Initialized
from playground.training.datasets import Dataset
from playground.training.endings import advise_end
from playground.training.outputs import marked
from playground.training.requirements import removing_branches
from playground.training.split import batch_size, last_batch, split
from playground.training.upstream import above, leading_to, results

# Below this many samples the mean and variance of a batch are mostly noise (Wu & He 2018, figure 1).
FEW_SAMPLES = 8
# A Dense layer of this size that is most of its network holds more than a small data set can teach it.
HUGE_DENSE = 2_000_000
_LARGEST_WINDOW = 8


def advise(
    project: Project, main: str, inference: Inference, dataset: Dataset | None, *, finished: bool
) -> Iterator[Problem]:
    """Warnings about the network that trains as a whole: how it ends, how much it sees.

    Until it is ``finished`` its last layer is the result of nothing: it may see as little as it likes.
    """
    graph = project.networks[main]
    ends = results(graph)
    end = marked(graph, ends[0]) if len(ends) == 1 else None
    if end is not None and dataset is not None:
        yield from advise_end(project, main, inference, end, dataset)
    yield from _fields(graph, main, inference, end if finished else None)


def advise_network(project: Project, name: str, inference: Inference, dataset: Dataset | None) -> Iterator[Problem]:
    """Warnings about the layers of a network that trains, or that stands as a block in one that does."""
    graph = project.networks[name]
    yield from _dead_ends(graph, name)
    yield from _linear_pairs(graph, name, inference)
    yield from _huge_dense(graph, name, inference)
    yield from _few_samples(project, graph, name, inference, dataset)


# --- dead ends -------------------------------------------------------------------------------------------------------


def _dead_ends(graph: Graph, name: str) -> Iterator[Problem]:
    """A branch beside the Outputs that leads to none of them. Without an Output every end is a result."""
    exits = frozenset(graph.exits)
    kept = leading_to(graph, exits)
    for node_id in graph.ends:
        node = graph.by_id[node_id]
        if node_id in exits or not graph.incoming[node_id] or node.kind is None:
            continue  # an unconnected or unknown one is told for that
        yield Problem(
            "warning", "dead-end", tr("{title}: leads to no result, so it is not computed.", title=node.title),
            tr("Connect it to what should use it, or remove it."), name, node_id,
            fix=removing_branches(graph, name, [node_id], kept),
        )  # fmt: skip


# --- two linear layers that are one ----------------------------------------------------------------------------------


def _linear_pairs(graph: Graph, name: str, inference: Inference) -> Iterator[Problem]:
    for node in graph.nodes:
        if not _is_linear_map(node):
            continue
        between: list[Node] = []
        for other in above(graph, node):
            if _is_linear_map(other):
                if not (_bends(other) or _on_purpose(other, node, inference)):
                    yield _one_layer(graph, name, other, node, between)
                break
            if _bends(other):
                break
            between.append(other)


def _is_linear_map(node: Node) -> bool:
    """A Dense or convolution layer: weighs its one input. An Embedding looks up."""
    layer = node.layer
    return (
        isinstance(layer, Initialized)
        and type(layer).family in ("linear", "convolution")
        and type(layer).takes == "numbers"
        and len(node.input_ports) == 1
    )


def _bends(node: Node) -> bool:
    """Whether a straight line goes in and something else comes out; what is not known is believed to."""
    layer = node.layer
    if layer is None or len(node.input_ports) != 1 or type(layer).non_linear:
        return True
    field = layer.activation_layer()
    return field is not None and type(field).non_linear


def _on_purpose(first: Node, second: Node, inference: Inference) -> bool:
    """Convolutions are split to be cheaper: by channel and then by place, or through fewer channels on the way."""
    layers, facts = (first.layer, second.layer), (inference.facts[first.id], inference.facts[second.id])
    if any(layer is None or type(layer).family != "convolution" for layer in layers):
        return False
    if any(not fact.outputs for fact in facts):
        return True  # nothing is known of them yet
    grouped = any(_is_grouped(node, inference) for node in (first, second))
    thin = _channels(facts[0].outputs[0])
    return grouped or thin < min(_channels(facts[0].inputs[0]), _channels(facts[1].outputs[0]))


def _is_grouped(node: Node, inference: Inference) -> bool:
    assert node.layer is not None
    return bool(node.layer.call(*inference.facts[node.id].inputs).kwargs.get("groups", 1) != 1)


def _channels(shape: Shape) -> int:
    return shape.sizes[shape.channel_axis]


def _one_layer(graph: Graph, name: str, first: Node, second: Node, between: list[Node]) -> Problem:
    """``between`` are the layers from ``second`` up to ``first``."""
    norm = next((node for node in between if node.kind is not None and node.kind.family == "normalization"), None)
    kind = REGISTRY.get("ReLU")
    assert first.layer is not None
    field = first.layer.without_activation()
    fix: Fix | None = None
    if norm is None and field:
        fix = setting(name, first.id, dict.fromkeys(field, "ReLU"))
        fix = Fix(tr("{words} in {title}", words=fix.text, title=first.title), fix.edit)
    elif kind is not None:
        edit = InsertOnLink.between(graph, name, graph.outgoing[(norm or first).id][0], "ReLU")
        fix = Fix(tr("Insert {title}", title=tr(kind.title)), edit)
    return Problem(
        "warning", "no-non-linearity",
        tr("{title}: nothing bends what it gives {title2}; "
"two linear layers in a row can do no more than one.", title=first.title, title2=second.title),
        tr("Put an activation between them, such as ReLU."), name, first.id, fix=fix,
    )  # fmt: skip


# --- how much of the image is seen -----------------------------------------------------------------------------------


def _fields(graph: Graph, name: str, inference: Inference, end: Node | None) -> Iterator[Problem]:
    """Values that have seen a part of the image only, and are averaged or are the result."""
    facts = inference.facts
    whole = next((facts[node].shape for node in graph.entrances if facts[node].shape is not None), None)
    if whole is None or not whole.spatial:
        return
    for node in graph.nodes:
        if not facts[node.id].outputs or not (node is end or _pools_all(node, inference)):
            continue
        # a layer that sees everything has a whole field itself: the values that it is given are looked at
        seen = [facts[node.id].field] if node is end else []
        if _pools_all(node, inference):
            seen = [facts[link.source].field for link in graph.inputs_of(node.id)]
        for field in seen:
            if field is None or field.whole or len(field.size) != len(whole.spatial):
                continue
            if any(size < full for size, full in zip(field.size, whole.spatial, strict=True)):
                image = " × ".join(map(str, whole.spatial))
                gives = mark(
                    "{title}: each value that it gives has seen {field} of the {image} input; nothing larger can be "
                    "recognized."
                )
                gets = mark(
                    "{title}: each value that it gets has seen {field} of the {image} input; nothing larger can be "
                    "recognized."
                )
                yield Problem(
                    "warning",
                    "receptive-field",
                    tr(gives if node is end else gets, title=node.title, field=field, image=image),
                    tr("Put more layers, larger strides or pooling before it."),
                    name,
                    node.id,
                )


def _pools_all(node: Node, inference: Inference) -> bool:
    """Whether it makes one number of all places of a channel, without weights."""
    facts = inference.facts[node.id]
    if node.kind is None or node.kind.family != "pooling" or not facts.inputs or not facts.outputs:
        return False
    return prod(facts.inputs[0].spatial) > 1 and prod(facts.outputs[0].spatial) == 1


# --- a Dense layer that holds nearly everything ----------------------------------------------------------------------


def _huge_dense(graph: Graph, name: str, inference: Inference) -> Iterator[Problem]:
    limit = max(HUGE_DENSE, inference.parameters // 2)
    for node in graph.nodes:
        facts = inference.facts[node.id]
        if facts.parameters < limit or not _is_linear_map(node) or not facts.inputs[0].is_vector:
            continue
        flat = _flattened(graph, node, inference)
        if flat is None:
            continue
        share = 100 * facts.parameters / inference.parameters
        fix, left = _shrinking(graph, name, node, flat, inference)
        hint = tr("Use fewer units, or let convolutions with strides or pooling make the image smaller before it.")
        if left is not None:
            hint = tr(
                "Make the image smaller before {title}: with the fix {left:,} parameters are left.",
                title=flat.title,
                left=left,
            )
        yield Problem(
            "warning",
            "huge-dense",
            tr(
                "{title}: has {parameters:,} parameters, {share:.0f} % of the network, "
                "because {title2} gives it {count:,} numbers.",
                title=node.title,
                parameters=facts.parameters,
                share=share,
                title2=flat.title,
                count=facts.inputs[0].count,
            ),
            hint,
            name,
            node.id,
            fix=fix,
        )


def _flattened(graph: Graph, dense: Node, inference: Inference) -> Node | None:
    """The layer that laid an image in a row for ``dense``; looks through what leaves the row as it is."""
    count = inference.facts[dense.id].inputs[0].count
    for node in above(graph, dense):
        facts = inference.facts[node.id]
        if facts.shape is None or facts.shape.count != count or not facts.inputs:
            return None
        if facts.shape.is_vector and not facts.inputs[0].is_vector:
            return node if prod(facts.inputs[0].spatial) > 1 and facts.inputs[0].count == count else None
    return None


def _shrinking(graph: Graph, name: str, dense: Node, flat: Node, inference: Inference) -> tuple[Fix | None, int | None]:
    """A pooling before ``flat`` that brings ``dense`` to a usual size, and the parameters it leaves it.

    Raw pixels are not pooled away, and nothing is averaged that has seen but a part of the image.
    """
    link = graph.incoming[flat.id][0]
    source, shape = graph.by_id[link.source], inference.facts[flat.id].inputs[0]
    if source.kind is None or source.kind.role == "entrance" or dense.layer is None:
        return None, None
    pool = REGISTRY.get(f"MaxPool{len(shape.spatial)}D")
    for size in range(2, min(_LARGEST_WINDOW, *shape.spatial) + 1):
        left = _parameters(dense.layer, _channels(shape) * prod(axis // size for axis in shape.spatial))
        if pool is not None and left < HUGE_DENSE:
            edit = InsertOnLink.between(graph, name, link, pool.type_name, {"size": size})
            window = " × ".join([str(size)] * len(shape.spatial))
            return Fix(tr("Insert {title}, {window}", title=tr(pool.title), window=window), edit), left
    average, field = REGISTRY.get("GlobalAvgPool"), inference.facts[source.id].field
    left = _parameters(dense.layer, _channels(shape))
    if average is not None and left < HUGE_DENSE and field is not None and field.whole:
        return Fix(
            tr("Insert {title}", title=tr(average.title)), InsertOnLink.between(graph, name, link, "GlobalAvgPool")
        ), left
    return None, None


def _parameters(dense: Layer, inputs: int) -> int:
    return dense.parameter_count(Shape.vector(inputs))


# --- batches that are too small to take a mean of --------------------------------------------------------------------


def _few_samples(
    project: Project, graph: Graph, name: str, inference: Inference, dataset: Dataset | None
) -> Iterator[Problem]:
    if dataset is None:
        return
    train = split(dataset, project.data).train
    batch = batch_size(project.training, train)
    if train < 2:
        return
    usual, last = min(batch, train), last_batch(train, batch)
    told: list[tuple[Node, bool]] = []  # and whether the batch is all that it takes its mean over
    for node in graph.nodes:
        facts = inference.facts[node.id]
        if _looks_at_batch(node.layer, facts.inputs) and not (facts.parameters and not facts.trainable):
            assert node.layer is not None
            told.append((node, node.layer.smallest_batch(*facts.inputs) > 1))
    alone = any(vector for _, vector in told)
    if not told or (alone and usual < 2):
        return  # impossible: an error says so
    if usual < FEW_SAMPLES:
        message = mark("{title}: takes mean and variance over batches of {count}, which is little more than noise.")
        hint = tr(
            "Use a batch of {count} or more, or a Group norm, which does not look at the batch.", count=2 * FEW_SAMPLES
        )
        better: int | None = 4 * FEW_SAMPLES if train >= 4 * FEW_SAMPLES else None
    elif alone and last < min(usual, FEW_SAMPLES // 2):
        message = mark("{title}: the last batch of each epoch has {count} samples, too few to take a mean over.")
        hint, better = tr("Use another batch size."), _even_batch(train, batch)
    else:
        return
    node = next(node for node, vector in told if vector or not alone)
    title = tr("{title} (and {count} more)", title=node.title, count=len(told) - 1) if len(told) > 1 else node.title
    count = usual if usual < FEW_SAMPLES else last
    fix = Fix(tr("Set batch size to {better}", better=better), SetTraining({"batch_size": better})) if better else None
    yield Problem("warning", "small-batch", tr(message, title=title, count=count), hint, name, node.id, fix=fix)


def _looks_at_batch(layer: Layer | None, inputs: tuple[Shape, ...]) -> bool:
    """Whether with one place for each channel it would need a second sample."""
    if layer is None or not inputs or type(layer).smallest_batch is Layer.smallest_batch:
        return False
    first = inputs[0]
    spatial = set(range(first.rank)) - {first.channel_axis}
    return (
        layer.smallest_batch(Shape(tuple(1 if i in spatial else s for i, s in enumerate(first.sizes)), first.names)) > 1
    )


def _even_batch(train: int, batch: int) -> int | None:
    """The next larger batch size that leaves no small batch at the end of an epoch."""
    return next(
        (size for size in range(batch + 1, min(2 * batch, train) + 1) if last_batch(train, size) >= FEW_SAMPLES), None
    )
