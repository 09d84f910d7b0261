"""Generative adversarial networks: one network forges, the other finds out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar, Literal

from pydantic import Field

from playground.core.block_edits import AddNetwork
from playground.core.edits import AddNodes, Macro, Remove, SetTask
from playground.core.graph import Graph, Node
from playground.core.infer import Inference
from playground.core.language import mark, tr
from playground.core.problems import Fix, Problem, removing, setting
from playground.core.project import Project
from playground.training import sketches
from playground.training.datasets import Dataset
from playground.training.outputs import marked
from playground.training.requirements import Wanted, gives, nothing_learns, one_result
from playground.training.tasks.reproducing import end_of, within_reach
from playground.training.tasks.task import Task
from playground.training.upstream import results

GENERATOR, DISCRIMINATOR = "Generator", "Discriminator"


class Adversarial(Task):
    name: ClassVar[str] = "gan"
    title: ClassVar[str] = "Generative adversarial network"
    summary: ClassVar[str] = "A generator makes samples of noise; a discriminator learns to tell them from real ones."
    explanation: ClassVar[str] = (
        "Both learn in turn: the discriminator to call real samples real and fakes fake, the generator to have its "
        "fakes called real. Where it ends well, fakes look like the data and the discriminator can only guess. Neither "
        "loss says how good the samples are: look at them. With the Wasserstein form the loss is the distance between "
        "fakes and data as the discriminator estimates it, and falls as they come closer; with the others it is the "
        "generator's."
    )
    when: ClassVar[str] = "When sharp new samples are wanted, and there is patience to keep two networks level."
    needs: ClassVar[str] = (
        "Two networks: one called Generator that begins in a Noise layer and ends in the shape of a sample, and one "
        "called Discriminator with one Input that takes a sample and one end that gives one value."
    )
    formula: ClassVar[str] = (
        r"\min_G \max_D\; \mathbb{E}_x\left[\log D(x)\right] + \mathbb{E}_z\left[\log\left(1 - D(G(z))\right)\right]"
    )
    reference: ClassVar[str] = (
        "Goodfellow et al. 2014, arXiv:1406.2661; Mao et al. 2016, arXiv:1611.04076; Gulrajani et al. 2017, "
        "arXiv:1704.00028"
    )
    parts: ClassVar[tuple[tuple[str, str], ...]] = (
        ("generator", mark("Generator")), ("discriminator", mark("Discriminator")),
    )  # fmt: skip
    from_noise: ClassVar[bool] = True

    form: Literal["non_saturating", "minimax", "least_squares", "wasserstein_gp"] = Field(
        "non_saturating",
        description="Non-saturating: the usual one. Minimax: the original. Least squares: calmer. Wasserstein: with a "
        "gradient penalty, steady but slower.",
    )
    gp_weight: float = Field(
        10.0, ge=0.0, le=1000.0, title="Gradient penalty", description="Its weight in the Wasserstein form."
    )
    discriminator_steps: int = Field(
        1, ge=1, le=100, description="Steps of the discriminator for each step of the generator."
    )
    label_smoothing: float = Field(
        0.0, ge=0.0, le=0.5, description="How much less than 1 real samples are wanted to be called real."
    )
    discriminator_rate: float = Field(
        1.0, ge=0.01, le=100.0, description="The discriminator's learning rate, as a multiple of the run's."
    )

    def trains(self, project: Project) -> tuple[str, ...]:
        return tuple(name for name in (GENERATOR, DISCRIMINATOR) if name in project.networks)

    def main(self, project: Project) -> str:
        return GENERATOR if GENERATOR in project.networks else project.main_network

    def idle(self) -> dict[str, str]:
        if self.form != "wasserstein_gp":
            return {"gp_weight": tr("The Wasserstein form alone has one.")}
        return {} if self.label_smoothing else {"label_smoothing": tr("The Wasserstein form has none.")}

    def metrics(self, project: Project, dataset: Dataset) -> tuple[str, ...]:
        losses = ("generator_loss", "discriminator_loss")
        # the scores of a critic have no zero that would part real from fake
        return losses if self.form == "wasserstein_gp" else (*losses, "real_score", "fake_score")

    def step_metrics(self, project: Project, dataset: Dataset) -> tuple[str, ...]:
        return self.metrics(project, dataset)

    def problems(
        self, project: Project, networks: Mapping[str, Inference], dataset: Dataset | None
    ) -> Iterator[Problem]:
        if dataset is not None and dataset.shape.whole:
            yield Problem(
                "error",
                "ids",
                tr("{title} consists of words, which a generator cannot make out of numbers.", title=dataset.title),
                tr("Choose images, points, a table or sequences."),
            )
            return
        for name, message in (
            (
                GENERATOR,
                mark("A GAN needs a network called {name} that begins in Noise and ends in the shape of a sample."),
            ),
            (DISCRIMINATOR, mark("A GAN needs a network called {name} that ends in one value.")),
        ):
            if name not in project.networks:
                yield _missing(name, tr(message, name=name), dataset)
        if GENERATOR in project.networks:
            yield from _generates(project, networks[GENERATOR], dataset)
        if DISCRIMINATOR in project.networks:
            wanted = Wanted(((1,),), tr("a discriminator gives one value"))
            yield from one_result(project, DISCRIMINATOR, networks[DISCRIMINATOR], dataset, wanted)

    def advice(self, project: Project, networks: Mapping[str, Inference], dataset: Dataset | None) -> Iterator[Problem]:
        if GENERATOR in project.networks:
            yield from within_reach(project, GENERATOR, dataset)
        if DISCRIMINATOR in project.networks:
            yield from self._advise_discriminator(project)
        if self.form == "wasserstein_gp" and self.label_smoothing:
            params = {key: value for key, value in self.to_params().items() if key != "label_smoothing"}
            yield Problem(
                "warning",
                "label-smoothing",
                tr("Label smoothing does nothing in the Wasserstein form: it has no labels."),
                tr("Set it to 0."),
                field="label_smoothing",
                fix=Fix(tr("Set label smoothing to 0"), SetTask({"params": params})),
            )

    def _advise_discriminator(self, project: Project) -> Iterator[Problem]:
        graph = project.networks[DISCRIMINATOR]
        end = end_of(graph)
        layer = None if end is None else end.layer
        final = None if layer is None else layer.final_activation()
        if end is not None and layer is not None and final is not None and (self.form in _SCORES or final != "sigmoid"):
            linear = layer.without_activation()
            told = mark("{title}: ends in {final}, but this form trains a score, not a share of one value.")
            if final == "sigmoid":
                told = mark("{title}: ends in {final}, but this form trains a score, not a probability.")
            yield Problem(
                "warning",
                "loss-activation",
                tr(told, title=end.title, final=tr(final.replace("_", " ").capitalize()).lower()),
                tr("Leave the last layer without an activation."),
                DISCRIMINATOR,
                end.id,
                next(iter(linear or {}), None),
                setting(DISCRIMINATOR, end.id, linear) if linear else removing(DISCRIMINATOR, end),
            )
        norm = next((node for node in graph.nodes if node.type == "BatchNorm"), None)
        if self.form == "wasserstein_gp" and norm is not None:
            yield Problem(
                "warning",
                "batch-norm-critic",
                tr(
                    "{title}: mixes the samples of a batch, but the gradient penalty looks at each by itself.",
                    title=norm.title,
                ),
                tr("Use a Layer norm in the discriminator, or none."),
                DISCRIMINATOR,
                norm.id,
                fix=removing(DISCRIMINATOR, norm),
            )


_SCORES = ("least_squares", "wasserstein_gp")


def _missing(name: str, message: str, dataset: Dataset | None) -> Problem:
    fix = None
    if dataset is not None:
        graph = (sketches.generator if name == GENERATOR else sketches.discriminator)(dataset.shape)
        fix = Fix(tr("Add a {name}", name=name), AddNetwork(name, graph))
    return Problem(
        "error",
        "no-network",
        message,
        tr("Add it, or rename one."),
        fix=fix,
    )


def _generates(project: Project, inference: Inference, dataset: Dataset | None) -> Iterator[Problem]:
    """From one Noise to something that looks like a sample."""
    graph = project.networks[GENERATOR]
    if not graph.nodes:
        yield Problem(
            "error",
            "empty",
            tr("{generator} has no layers.", generator=GENERATOR),
            tr("Drag a Noise from the palette."),
            GENERATOR,
        )
        return
    sources = [node for node in graph.nodes if node.kind is not None and not node.input_ports]
    noises = [node for node in sources if node.type == "Noise"]
    if not sources:
        yield Problem(
            "error",
            "no-input",
            tr("{generator} has no Noise to begin with.", generator=GENERATOR),
            tr("Add a Noise and connect it."),
            GENERATOR,
        )
    for node in sources:
        if node.type != "Noise" or node is not noises[0]:
            yield _not_noise(graph, node, bool(noises))
    ends = results(graph)
    if len(ends) > 1:
        names = ", ".join(node.title for node in ends[:5]) + (" …" if len(ends) > 5 else "")
        yield Problem(
            "error",
            "several-ends",
            tr("{generator} ends {count} times: {names}.", generator=GENERATOR, count=len(ends), names=names),
            tr("Connect what is loose, or remove it: one layer gives the sample."),
            GENERATOR,
            ends[0].id,
        )
    if len(ends) != 1:
        return
    if dataset is not None:
        wanted = Wanted.shape(
            dataset.shape, tr("a sample of {title} is {shape}", title=dataset.title, shape=dataset.shape)
        )
        yield from gives(graph, GENERATOR, inference, marked(graph, ends[0]), wanted)
    yield from nothing_learns(graph, GENERATOR, inference, ends[0])


def _not_noise(graph: Graph, node: Node, noise_there: bool) -> Problem:
    """An Input, or a second Noise, where noise alone should come in."""
    if noise_there:
        told = mark("{title}: {generator} begins also in the data; it begins in one Noise alone.")
        if node.type == "Noise":
            told = mark("{title}: {generator} begins in several Noise layers; it begins in one Noise alone.")
        return Problem(
            "error",
            "several-inputs",
            tr(told, title=node.title, generator=GENERATOR),
            tr("Remove it."),
            GENERATOR,
            node.id,
            fix=removing(GENERATOR, node),
        )
    noise = Node(id=graph.free_id("noise"), type="Noise", x=node.x, y=node.y)
    port = noise.output_ports[0].name
    links = tuple(link.replace(source=noise.id, source_port=port) for link in graph.outgoing[node.id])
    text = tr("Put a Noise in its place")
    edits = (Remove(GENERATOR, frozenset({node.id})), AddNodes(GENERATOR, (noise,), links))
    return Problem(
        "error",
        "no-noise",
        tr(
            "{title}: {generator} begins in the data, but it must begin in a Noise layer.",
            title=node.title,
            generator=GENERATOR,
        ),
        tr("Put a Noise in its place."),
        GENERATOR,
        node.id,
        fix=Fix(text, Macro(edits, text)),
    )
