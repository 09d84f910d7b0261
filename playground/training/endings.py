"""What an expert would say about the end of a network: its last activation and the loss that reads it."""

from __future__ import annotations

from collections.abc import Iterator

from playground.core.blocks import block_of
from playground.core.edits import SetTraining
from playground.core.graph import Graph, Node
from playground.core.infer import Inference
from playground.core.language import mark, tr
from playground.core.layer import Layer
from playground.core.problems import Fix, Problem, removing, setting
from playground.core.project import Project, Scaling
from playground.core.shape import Shape
from playground.training.datasets import Dataset, Target, TargetKind
from playground.training.losses import LOSSES, Loss, usual_loss
from playground.training.outputs import activated_before, output_node
from playground.training.upstream import above

_NAMES = {"softmax": mark("Softmax"), "log_softmax": mark("Log softmax"), "sigmoid": mark("Sigmoid")}
_WORDS: dict[TargetKind, str] = {
    "classes": mark("classes"), "labels": mark("labels"), "values": mark("numbers to predict"),
}  # fmt: skip
_INTERVALS: dict[Scaling, str] = {"minmax": mark("0 to 1"), "symmetric": mark("−1 to 1")}
# What an activation at the very end can give, and the scalings of the target that lie within.
_REACH: dict[str, tuple[str, tuple[Scaling, ...]]] = {
    "Softmax": (mark("numbers that add up to 1"), ()),
    "LogSoftmax": (mark("numbers below 0"), ()),
    "Sigmoid": (mark("numbers between 0 and 1"), ("minmax",)),
    "Tanh": (mark("numbers between −1 and 1"), ("symmetric", "minmax")),
    "Softsign": (mark("numbers between −1 and 1"), ("symmetric", "minmax")),
    "ReLU": (mark("no number below 0"), ("minmax",)),
    "ReLU6": (mark("numbers from 0 to 6"), ("minmax",)),
    "Softplus": (mark("no number below 0"), ("minmax",)),
    "GELU": (mark("hardly a number below 0"), ("minmax",)),
    "SiLU": (mark("hardly a number below 0"), ("minmax",)),
    "Mish": (mark("hardly a number below 0"), ("minmax",)),
    "Hardswish": (mark("hardly a number below 0"), ("minmax",)),
}


# --- the loss and the target -----------------------------------------------------------------------------------------


def loss_fits(project: Project, dataset: Dataset, shape: Shape | None = None) -> Iterator[Problem]:
    """Errors where the loss, or the class weights, cannot judge the target of ``dataset``, each with a fix.

    ``shape`` is what the network gives, where that is known.
    """
    loss, target = LOSSES.get(project.training.loss), dataset.target
    if loss is None or target.kind == "none":
        return
    one_output = target.binary and shape is not None and shape.sizes == (1,)
    if target.kind not in loss.targets:
        fitting = [other for other in LOSSES.values() if target.kind in other.targets]
        yield Problem(
            "error",
            "loss-target",
            tr(
                "{title} judges {told_kinds}, but {title2} has {words}.",
                title=tr(loss.title),
                told_kinds=_told_kinds(loss),
                title2=dataset.title,
                words=tr(_WORDS[target.kind]),
            ),
            tr("Use {either}.", either=_either([tr(other.title).lower() for other in fitting])),
            field="loss",
            fix=choosing(usual_loss(target)),
        )
    elif one_output and not loss.single:
        yield Problem(
            "error",
            "loss-target",
            tr(
                "{title} wants a number for each of the 2 classes of {title2}, but the network gives one.",
                title=tr(loss.title),
                title2=dataset.title,
            ),
            tr("Binary cross-entropy reads one number as the probability of the second class."),
            field="loss",
            fix=choosing("binary_cross_entropy"),
        )
    yield from _weights_fit(project, dataset)


def choosing(loss: str) -> Fix:
    """The fix that sets another loss."""
    return Fix(tr("Use {title}", title=tr(LOSSES[loss].title).lower()), SetTraining({"loss": loss}))


def _told_kinds(loss: Loss) -> str:
    words = [tr(_WORDS[kind]) for kind in loss.targets]
    return words[0] if len(words) == 1 else tr("{first} and {last}", first=", ".join(words[:-1]), last=words[-1])


def _either(words: list[str]) -> str:
    return words[0] if len(words) == 1 else tr("{first} or {last}", first=", ".join(words[:-1]), last=words[-1])


def _named(activation: str) -> str:
    """``log_softmax`` as people call it."""
    return tr(_NAMES[activation]) if activation in _NAMES else activation


def _weights_fit(project: Project, dataset: Dataset) -> Iterator[Problem]:
    weights, count = project.training.class_weights, len(dataset.classes)
    equal = Fix(tr("Weigh all classes the same"), SetTraining({"class_weights": "equal"}))
    if weights == "equal":
        return
    if not count:
        yield Problem(
            "warning",
            "class-weights",
            tr("Class weights do nothing here: {title} has no classes.", title=dataset.title),
            tr("They weigh the classes of a classifier."),
            field="class_weights",
            fix=equal,
        )
    elif isinstance(weights, tuple) and len(weights) != count:
        yield Problem(
            "error",
            "class-weights",
            tr(
                "{title} has {count:,} classes, but the class weights are {count2:,}.",
                title=dataset.title,
                count=count,
                count2=len(weights),
            ),
            tr("Give one for each class, in the order of the classes."),
            field="class_weights",
            fix=equal,
        )
    elif isinstance(weights, tuple) and not any(weights):
        yield Problem(
            "error", "class-weights", tr("All class weights are 0, so nothing would be learned."),
            tr("Make at least one of them larger."), field="class_weights", fix=equal,
        )  # fmt: skip


# --- the last activation ---------------------------------------------------------------------------------------------


def advise_end(project: Project, name: str, inference: Inference, end: Node, dataset: Dataset) -> Iterator[Problem]:
    """``end`` is the layer whose values are the result."""
    shape = inference.facts[end.id].shape
    if shape is None or end.layer is None:
        return
    loss = LOSSES.get(project.training.loss)
    if dataset.target.kind == "values":
        if loss is not None and dataset.target.kind in loss.targets:
            yield from _bounded(project, name, end, loss)
        return
    if not shape.is_vector:
        return
    final = end.layer.final_activation()
    if shape.sizes == (1,) and final in {"softmax", "log_softmax"}:
        yield _softmax_of_one(project, name, end)
        return
    if loss is not None and final not in loss.suits:
        yield _unsuited(name, end, loss, dataset.target, shape)
    yield from _twice(project, name, inference, end)
    yield from _inside_block(project, end)
    yield from _bent_scores(project, name, end)


def _unsuited(name: str, end: Node, loss: Loss, target: Target, shape: Shape) -> Problem:
    """A last activation that no textbook pairs with the loss."""
    assert end.layer is not None  # it has an activation
    final = end.layer.final_activation()
    fix = None
    if final == "sigmoid":
        single = target.kind == "labels" or shape.sizes == (1,)
        hint = (
            tr("Use binary cross-entropy with it.") if single else tr("Use binary cross-entropy with it, or Softmax.")
        )
        fix = choosing("binary_cross_entropy")
    elif target.kind == "labels":
        hint = tr("Its numbers add up to 1, but several labels can be true at once. Use Sigmoid.")
        fix = _with_activation(name, end, "Sigmoid")
    else:
        hint, fix = tr("Use cross-entropy with it."), choosing("cross_entropy")
    message = tr(
        "{title}: ends in {told}, which {loss} does not expect.",
        title=end.title,
        told=_named(str(final)),
        loss=tr(loss.title).lower(),
    )
    return Problem("warning", "loss-activation", message, hint, name, end.id, fix=fix)


def _with_activation(name: str, end: Node, activation: str) -> Fix | None:
    """Another activation in the field that the layer has for it."""
    params = end.layer.without_activation() if end.layer is not None else None
    return setting(name, end.id, dict.fromkeys(params, activation)) if params else None


def _softmax_of_one(project: Project, name: str, end: Node) -> Problem:
    """A share of one is all of it."""
    fix = _with_activation(name, end, "Sigmoid")
    if fix is None and LOSSES[project.training.loss].reads_as == "sigmoid":
        fix = removing(name, end)  # then the loss applies the Sigmoid
    return Problem(
        "error",
        "softmax-of-one",
        tr("{title}: a Softmax of one number is always 1, whatever the network learns.", title=end.title),
        tr("Use Sigmoid, which gives the probability of the second class."),
        name,
        end.id,
        fix=fix,
    )


def _bounded(project: Project, name: str, end: Node, loss: Loss) -> Iterator[Problem]:
    """A regression whose last activation cannot give every number that may be wanted."""
    graph = project.networks[name]
    found = last_activation(graph, end)
    if found is None:
        return
    node, activation = found
    reach, scalings = _REACH.get(type(activation).type_name, ("", ()))
    if activation.final_activation() in loss.suits and loss.reads_as is not None:
        return  # a distribution is what is wanted
    if not reach or project.data.preparation.target in scalings:
        return
    params = node.layer.without_activation() if node.layer is not None else None
    fix = setting(name, node.id, params) if params else removing(name, node)
    hint = tr("Leave the last layer without an activation.")
    if scalings:
        hint = tr(
            "Leave the last layer without an activation, or scale the target to {interval}.",
            interval=tr(_INTERVALS[scalings[0]]),
        )
    yield Problem(
        "warning",
        "bounded-end",
        tr(
            "{title}: its {title2} gives {reach}, but any may be wanted.",
            title=node.title,
            title2=tr(type(activation).title),
            reach=tr(reach),
        ),
        hint,
        name,
        node.id,
        next(iter(params or {}), None),
        fix,
    )


def last_activation(graph: Graph, end: Node) -> tuple[Node, Layer] | None:
    """The layer that holds the activation nothing but what keeps values follows, and that activation."""
    for node in (end, *above(graph, end)):
        if node.layer is None:
            return None
        field = node.layer.activation_layer()
        if field is not None or type(node.layer).family == "activation":
            return node, field or node.layer
        if not type(node.layer).keeps_values:
            return None
    return None


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
        message = tr(
            "{title}: already ends in {first}; {end} applies {again} to that again.",
            title=inner.title,
            first=_named(str(first)).lower(),
            end=end.title,
            again=_named(again).lower(),
        )
    else:
        message = tr(
            "{title}: already ends in {first}; {loss} applies {again} again to what {end} gives.",
            title=inner.title,
            first=_named(str(first)).lower(),
            loss=tr(LOSSES[project.training.loss].title).lower(),
            again=_named(again).lower(),
            end=end.title,
        )
    facts = inference.facts[end.id]
    fix: Fix | None = None
    if linear:
        fix = setting(name, inner.id, linear)
    elif graph.incoming[end.id][0].source == inner.id and facts.inputs == (facts.shape,):
        fix = removing(name, end)  # what stands before it becomes the end
    hint = (
        tr("{sentence}.", sentence=fix.text)
        if fix
        else tr("Keep one of the two, as the last step: move {title} to the end.", title=inner.title)
    )
    yield Problem("warning", "softmax-twice", message, hint, name, inner.id, fix=fix)


def _inside_block(project: Project, end: Node) -> Iterator[Problem]:
    """A block at the end whose network ends in a Softmax: only an activation in the network that trains is seen."""
    loss, node, network = LOSSES.get(project.training.loss), end, ""
    while (block := block_of(node)) is not None and block.network in project.networks:
        network = block.network
        inner = output_node(project.networks[network])
        if inner is None:
            return
        node = inner
    final = node.layer.final_activation() if network and node.layer is not None else None
    if loss is None or loss.reads_as is None or final is None or node.layer is None:
        return
    params = node.layer.without_activation()
    fix = setting(network, node.id, params) if params else removing(network, node)
    yield Problem(
        "warning",
        "softmax-twice",
        tr(
            "{title}: ends in {get} inside {network}; {title2} applies {reads_as} again.",
            title=node.title,
            get=_named(final),
            network=network,
            title2=tr(loss.title).lower(),
            reads_as=_named(loss.reads_as).lower(),
        ),
        tr("Take it out of the block: at the end of the network that trains it is applied once."),
        network,
        node.id,
        next(iter(params or {}), None),
        fix,
    )


def _bent_scores(project: Project, name: str, end: Node) -> Iterator[Problem]:
    """An activation between the last weights and a loss, or a last Softmax, that reads scores of any size."""
    graph, loss = project.networks[name], LOSSES.get(project.training.loss)
    if loss is None or (loss.reads_as is None and loss.name != "hinge"):
        return
    bent = _bent(graph, end)
    if bent is None or bent.layer is None:
        return
    field = bent.layer.activation_layer()
    if loss.name == "hinge" and type(field or bent.layer).type_name == "Tanh":
        return  # −1 to 1 is what a hinge aims at
    reader = end.title if end is not bent and end.layer and end.layer.final_activation() else tr(loss.title).lower()
    params = bent.layer.without_activation()
    fix = removing(name, bent) if field is None else setting(name, bent.id, params) if params else None
    told = {"title": bent.title, "reader": reader}
    message = tr("{title}: bends the scores that {reader} wants as they are.", **told)
    if field is not None:
        message = tr(
            "{title}: its {activation} bends the scores that {reader} wants as they are.",
            activation=tr(type(field).title),
            **told,
        )
    yield Problem(
        "warning",
        "bent-scores",
        message,
        tr("What it makes equal can no longer be told apart. Leave the last layer without an activation."),
        name,
        bent.id,
        next(iter(params or {}), None),
        fix,
    )


def _bent(graph: Graph, end: Node) -> Node | None:
    """The layer whose activation is the last before the scores are read; looks through what keeps values."""
    for node in (end, *above(graph, end)):
        layer = node.layer
        if layer is None:
            return None
        field, squeezes = layer.activation_layer(), layer.final_activation() is not None
        if squeezes and (node is not end or field is not None):
            return None  # told as applied twice, or the activation of the last weights
        if squeezes or type(layer).keeps_values:
            continue
        bends = type(field or layer).non_linear
        bare = type(layer).family == "activation"
        return node if bends and (bare or field is not None) else None
    return None
