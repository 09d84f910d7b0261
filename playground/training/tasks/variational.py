"""Variational autoencoders: codes are drawn from a distribution, so that new ones can be drawn as well."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar, Literal

from pydantic import Field

from playground.core.blocks import uses
from playground.core.graph import Graph, Node
from playground.core.infer import Inference
from playground.core.language import mark, tr
from playground.core.problems import Problem, setting
from playground.core.project import Project
from playground.training.datasets import Dataset
from playground.training.tasks.reproducing import end_of, in_unit_interval, reproduces, sigmoid_end, within_reach
from playground.training.tasks.task import Task

SAMPLE = "GaussianSample"


@dataclass(frozen=True, slots=True)
class Cut:
    """A part of a network: what ``make_plan`` and ``compile_graph`` take as ``inputs`` and ``outputs`` (node ids).

    Empty ``inputs`` are the network's own, ``outputs`` None its own ends.
    """

    inputs: tuple[str, ...] = ()
    outputs: tuple[str, ...] | None = None


class VariationalAutoencoder(Task):
    name: ClassVar[str] = "vae"
    title: ClassVar[str] = "Variational autoencoder"
    summary: ClassVar[str] = "An autoencoder whose codes follow a normal distribution: draw a code, get a new sample."
    explanation: ClassVar[str] = (
        "The encoder says where the code of a sample may lie, as a mean and a variance; a code is drawn there, and the "
        "decoder makes a sample of it. The loss is what is lost on the way plus β times how far the codes are from the "
        "normal distribution (KL), summed over a sample, in nats; with β = 1 it is the negative evidence lower bound. "
        "The loss of an evaluation is that one, whatever β is while training, with one draw for each sample."
    )
    when: ClassVar[str] = "When new samples are wanted, and a code in which one can walk from one to another."
    needs: ClassVar[str] = (
        "One network with one Input, one Gaussian sample layer that gets a mean and a log variance and is the only way "
        "to the end, and one end that gives as many numbers as a sample has."
    )
    formula: ClassVar[str] = (
        r"J = -\mathbb{E}_{q(z|x)}\left[\log p(x|z)\right] + \beta\, D_{KL}\left(q(z|x)\,\|\,\mathcal{N}(0, I)\right)"
    )
    reference: ClassVar[str] = "Kingma & Welling 2013, arXiv:1312.6114; Higgins et al. 2017 (beta), ICLR"

    beta: float = Field(1.0, ge=0.0, le=1000.0, title="β", description="Weight of the KL divergence while training.")
    warm_up: int = Field(
        0, ge=0, le=10_000, description="Epochs over which the weight of the KL divergence grows from 0 to β."
    )
    output: Literal["bernoulli", "gaussian"] = Field(
        "bernoulli",
        description="Bernoulli: inputs from 0 to 1, outputs are probabilities. Gaussian: any numbers, with noise.",
    )
    deviation: float = Field(
        1.0, ge=1e-3, le=100.0, description="Deviation of the noise of a gaussian output: smaller wants it more exact."
    )

    def idle(self) -> dict[str, str]:
        return {} if self.output == "gaussian" else {"deviation": tr("A gaussian output alone has one.")}

    def metrics(self, project: Project, dataset: Dataset) -> tuple[str, ...]:
        return ("reconstruction", "kl")

    def step_metrics(self, project: Project, dataset: Dataset) -> tuple[str, ...]:
        return ("reconstruction", "kl")

    def sample_node(self, project: Project) -> Node | None:
        """The layer that draws the codes; None when there is none or more than one."""
        found = _samples(project.networks[self.main(project)])
        return found[0] if len(found) == 1 else None

    def cuts(self, project: Project) -> dict[str, Cut]:
        """The parts that can be used alone: ``encoder`` gives the mean of the codes, ``decoder`` takes codes.

        Empty while the network has no such layer.
        """
        node, graph = self.sample_node(project), project.networks[self.main(project)]
        if node is None or len(graph.inputs_of(node.id)) != 2:
            return {}
        return {"encoder": Cut(outputs=(node.id,)), "decoder": Cut(inputs=(node.id,))}

    def problems(
        self, project: Project, networks: Mapping[str, Inference], dataset: Dataset | None
    ) -> Iterator[Problem]:
        name = self.main(project)
        yield from reproduces(project, name, networks[name], dataset)
        yield from _one_sample(project, name)
        if self.output == "bernoulli" and dataset is not None and not dataset.shape.whole:
            yield from in_unit_interval(project, dataset, tr("The Bernoulli output"))

    def advice(self, project: Project, networks: Mapping[str, Inference], dataset: Dataset | None) -> Iterator[Problem]:
        name = self.main(project)
        if self.output == "bernoulli":
            yield from sigmoid_end(project, name, tr("the Bernoulli output"))
        else:
            yield from within_reach(project, name, dataset)
        node = self.sample_node(project)
        if node is not None:
            yield from _bent_codes(project.networks[name], name, node)


def _samples(graph: Graph) -> list[Node]:
    return [node for node in graph.nodes if node.type == SAMPLE]


def _one_sample(project: Project, name: str) -> Iterator[Problem]:
    """Exactly one Gaussian sample, in the network itself, that all goes through."""
    graph = project.networks[name]
    found = _samples(graph)
    if len(found) > 1:
        yield Problem(
            "error",
            "several-samples",
            tr(
                "{name} has {count} Gaussian sample layers; a variational autoencoder has one.",
                name=name,
                count=len(found),
            ),
            tr("Join what they get with Concatenate, and keep one."),
            name,
            found[1].id,
        )
    elif not found and graph.nodes:
        shown = [other for other in project.networks if other != name and uses(project.networks, name, other)]
        inside = next((other for other in shown if _samples(project.networks[other])), None)
        if inside is not None:
            yield Problem(
                "error",
                "sample-in-block",
                tr(
                    "The Gaussian sample stands in the block {inside}; it must stand in {name} itself.",
                    inside=inside,
                    name=name,
                ),
                tr("Ungroup that block."),
                name,
            )
        else:
            yield Problem(
                "error",
                "no-sample",
                tr("{name} has no Gaussian sample layer, where a variational autoencoder draws its codes.", name=name),
                tr(
                    "Put one between encoder and decoder, fed by a Dense layer for the mean and one for the log "
                    "variance."
                ),
                name,
            )
    elif found:
        yield from _only_way(graph, name, found[0])


def _only_way(graph: Graph, name: str, sample: Node) -> Iterator[Problem]:
    """What reaches the end without going through the codes would spare the network to put anything into them."""
    end = end_of(graph)
    if end is None:
        return
    after, around = _reached(graph, [sample.id], ""), _reached(graph, graph.entrances, sample.id)
    if end.id not in around:
        return
    place = next((graph.by_id[node_id] for node_id in graph.order if node_id in around & after), end)
    yield Problem(
        "error",
        "around-sample",
        tr(
            "{title}: gets what went around {title2}, so codes alone are not enough for it.",
            title=place.title,
            title2=sample.title,
        ),
        tr("Let all that leads to the end go through {title}.", title=sample.title),
        name,
        place.id,
    )


def _reached(graph: Graph, begin: tuple[str, ...] | list[str], without: str) -> frozenset[str]:
    """``begin`` and all that is reached from there, not going through the node ``without``."""
    found = set(begin)
    stack = list(begin)
    while stack:
        for link in graph.outgoing[stack.pop()]:
            if link.target not in found and link.target != without:
                found.add(link.target)
                stack.append(link.target)
    return frozenset(found)


_CODES = (
    mark("{title}: its {title2} keeps the mean from being any number."),
    mark("{title}: its {title2} keeps the log variance from being any number."),
)


def _bent_codes(graph: Graph, name: str, sample: Node) -> Iterator[Problem]:
    """Mean and log variance may be any number."""
    told = set()
    for link, what in zip(graph.inputs_of(sample.id), _CODES, strict=False):
        node = graph.by_id[link.source]
        field = node.layer.activation_layer() if node.layer is not None else None
        bends = field if field is not None else node.layer
        if node.layer is None or bends is None or node.id in told:
            continue
        if type(bends).family == "activation" and type(bends).non_linear:
            told.add(node.id)
            params = node.layer.without_activation()
            yield Problem(
                "warning",
                "bent-codes",
                tr(what, title=node.title, title2=tr(type(bends).title)),
                tr("Leave it without an activation."),
                name,
                node.id,
                next(iter(params or {}), None),
                setting(name, node.id, params) if params else None,
            )
