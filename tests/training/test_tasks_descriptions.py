"""Every task says what it needs and, in words, what a project lacks; its fixes mend that."""

from __future__ import annotations

from typing import Any

import pytest
from networks import chain, node

from playground.core.graph import Graph, Link
from playground.core.problems import Problem
from playground.core.project import DataSettings, Preparation, Project, TaskSettings, TrainingSettings
from playground.core.shape import Shape
from playground.training import sketches
from playground.training.check import check
from playground.training.datasets import describe
from playground.training.losses import LOSSES
from playground.training.metrics import METRICS
from playground.training.starting import starting_project
from playground.training.tasks import TASKS, VariationalAutoencoder

SIGMOID_784 = ("Dense", {"units": 784, "activation": "Sigmoid"})


def made(task: str, graphs: dict[str, Graph], dataset: str = "digits", **settings: Any) -> Project:
    """``settings``: ``params`` of the task, ``scaling`` of the inputs, ``loss``."""
    return Project(
        task=TaskSettings(type=task, params=settings.get("params", {})), networks=graphs,
        data=DataSettings(dataset=dataset, preparation=Preparation(scaling=settings.get("scaling", "none"))),
        training=TrainingSettings(loss=settings.get("loss", "mean_squared_error")),
    )  # fmt: skip


def codes(project: Project) -> list[tuple[str, str]]:
    return [(problem.severity, problem.code) for problem in check(project).problems]


def the(project: Project, code: str) -> Problem:
    return next(problem for problem in check(project).problems if problem.code == code)


def mended(project: Project, code: str) -> Project:
    """The project after the button of its problem ``code``, which must be gone."""
    fix = the(project, code).fix
    assert fix is not None
    found = fix.edit.apply(project)
    assert code not in [name for _, name in codes(found)]
    return found


@pytest.mark.parametrize("name", TASKS)
def test_a_task_tells_what_it_is_for(name):
    kind = TASKS[name]
    assert kind.name == name
    assert all(text and text[0].isupper() for text in (kind.title, kind.summary, kind.explanation, kind.needs))
    assert kind.summary.endswith(".")
    assert kind.needs.endswith(".")
    assert kind.formula
    assert kind.reference
    assert set(kind.losses) <= set(LOSSES)
    for field in kind.model_fields.values():
        assert field.description
        assert field.description.endswith(".")


@pytest.mark.parametrize(
    ("task", "dataset"),
    [
        ("supervised", "iris"), ("forecasting", "sines"), ("text", "sentiment"), ("autoencoder", "digits"),
        ("vae", "digits"), ("gan", "moons"),
    ],
)  # fmt: skip
def test_its_metrics_are_known(task, dataset):
    project = starting_project(task, DataSettings(dataset=dataset))
    found = check(project)
    kind = TASKS[task].read(project.task.params)
    assert found.dataset is not None
    names = kind.metrics(project, found.dataset)
    assert set(kind.step_metrics(project, found.dataset)) <= set(names) <= set(METRICS)


def test_an_unknown_task_and_a_wrong_parameter():
    graphs = {"Net": chain("Input", "Flatten", SIGMOID_784)}
    assert the(made("autoencode", graphs), "task").message == "The task 'autoencode' is not known."
    wrong = the(made("vae", graphs, params={"beta": -1.0}), "task")
    assert wrong.field == "beta"
    assert wrong.message.startswith("Variational autoencoder: beta is -1.0")


# --- autoencoders ----------------------------------------------------------------------------------------------------


def test_an_autoencoder_may_give_a_row_or_the_shape():
    row = chain("Input", "Flatten", ("Dense", {"units": 32, "activation": "ReLU"}), SIGMOID_784)
    painted = ("ConvTranspose2D", {"filters": 1, "stride": 1, "activation": "Sigmoid"})
    image = chain("Input", ("Conv2D", {"filters": 4, "padding": "same", "activation": "ReLU"}), painted)
    for graph in (row, image):
        assert codes(made("autoencoder", {"Net": graph})) == []


def test_an_autoencoder_that_gives_too_few_numbers():
    graph = chain(
        "Input",
        "Flatten",
        ("Dense", {"units": 32, "activation": "ReLU"}),
        ("Dense", {"units": 10, "activation": "Sigmoid"}),
    )
    project = made("autoencoder", {"Net": graph})
    assert (
        the(project, "outputs").message
        == "Dense 2: gives 10 values, but a sample of Digits has 784 numbers (1 × 28 × 28)."
    )
    assert check(mended(project, "outputs")).ok


def test_an_autoencoder_takes_no_loss_of_classes():
    project = made("autoencoder", {"Net": chain("Input", "Flatten", SIGMOID_784)}, loss="cross_entropy")
    assert the(project, "loss-target").severity == "error"
    assert mended(project, "loss-target").training.loss == "mean_squared_error"


def test_words_cannot_be_reproduced():
    project = made(
        "autoencoder", {"Net": chain("Input", "Embedding", "Flatten", ("Dense", {"units": 24}))}, "sentiment"
    )
    assert the(project, "ids").message == "Sentiment consists of words, which cannot be reproduced as numbers."


def test_an_end_that_cannot_reach_the_data():
    project = made("autoencoder", {"Net": chain("Input", "Flatten", SIGMOID_784)}, scaling="symmetric")
    assert codes(project) == [("warning", "bounded-end")]
    assert mended(project, "bounded-end").data.preparation.scaling == "minmax"


def test_binary_cross_entropy_wants_inputs_from_0_to_1():
    graph = {"Net": chain("Input", "Flatten", SIGMOID_784)}
    assert codes(made("autoencoder", graph, loss="binary_cross_entropy")) == []
    project = made("autoencoder", graph, loss="binary_cross_entropy", scaling="standardize")
    assert ("error", "unit-interval") in codes(project)
    assert check(mended(project, "unit-interval")).ok


def test_a_sigmoid_before_the_end_would_be_applied_twice():
    graph = chain("Input", "Flatten", SIGMOID_784, ("Reshape", {"sizes": [1, 28, 28]}))
    project = made("autoencoder", {"Net": graph}, loss="binary_cross_entropy")
    assert the(project, "sigmoid-twice").message == (
        "Dense 1: its Sigmoid stands before Reshape 1, so binary cross-entropy would apply it again."
    )
    found = mended(project, "sigmoid-twice")
    assert check(found).problems == ()
    assert found.networks["Net"].by_id["dense1"].params["activation"] == "Linear"
    assert [found.networks["Net"].by_id[end].type for end in found.networks["Net"].exits] == ["Sigmoid"]


def test_without_a_sigmoid_at_all_one_is_proposed():
    project = made(
        "autoencoder", {"Net": chain("Input", "Flatten", ("Dense", {"units": 784}))}, loss="binary_cross_entropy"
    )
    assert codes(project) == [("warning", "loss-activation")]
    assert check(mended(project, "loss-activation")).problems == ()


# --- variational autoencoders ----------------------------------------------------------------------------------------


def vae(*, split: bool = False, around: bool = False) -> Graph:
    """784 → mean and log variance → 2 → 784; with ``split`` both come out of one Dense, ``around`` adds a detour."""
    nodes = [
        node("Input"), node("Flatten"), node("Dense", "dense1", units=4 if split else 2),
        node("GaussianSample", "sample1"),
        node("Dense", "dense3", units=784, activation="Linear" if around else "Sigmoid"),
    ]  # fmt: skip
    links = [Link(source="input1", target="flatten1"), Link(source="flatten1", target="dense1")]
    if split:
        nodes.append(node("Split", "split1"))
        links.append(Link(source="dense1", target="split1"))
        links += [
            Link(source="split1", source_port=f"part{i}", target="sample1", target_port=port)
            for i, port in enumerate(("mean", "log_variance"), 1)
        ]
    else:
        nodes.append(node("Dense", "dense2", units=2))
        links.append(Link(source="flatten1", target="dense2"))
        links.append(Link(source="dense1", target="sample1", target_port="mean"))
        links.append(Link(source="dense2", target="sample1", target_port="log_variance"))
    links.append(Link(source="sample1", target="dense3"))
    if around:
        nodes += [node("Add", "add1"), node("Sigmoid", "sigmoid1")]
        ways = (("dense3", "add1"), ("flatten1", "add1"), ("add1", "sigmoid1"))
        links += [Link(source=source, target=target) for source, target in ways]
    return Graph(nodes=tuple(nodes), links=tuple(links))


@pytest.mark.parametrize("split", [False, True])
def test_a_vae_of_two_layers_or_of_one_that_is_split(split):
    project = made("vae", {"VAE": vae(split=split)})
    assert check(project).problems == ()
    cuts = VariationalAutoencoder().cuts(project)
    assert cuts["decoder"].inputs == ("sample1",)
    assert cuts["encoder"].outputs == ("sample1",)


def test_a_vae_without_a_sample_layer():
    project = made("vae", {"VAE": chain("Input", "Flatten", SIGMOID_784)})
    assert the(project, "no-sample").message == (
        "VAE has no Gaussian sample layer, where a variational autoencoder draws its codes."
    )
    assert VariationalAutoencoder().cuts(project) == {}


def test_a_sample_layer_in_a_block():
    inner = Graph(
        nodes=(
            node("Input"), node("Dense", "dense1", units=2), node("Dense", "dense2", units=2),
            node("GaussianSample", "sample1"),
        ),
        links=(
            Link(source="input1", target="dense1"), Link(source="input1", target="dense2"),
            Link(source="dense1", target="sample1", target_port="mean"),
            Link(source="dense2", target="sample1", target_port="log_variance"),
        ),
    )  # fmt: skip
    outer = chain("Input", "Flatten", ("Block", {"network": "Encoder"}), SIGMOID_784)
    project = made("vae", {"VAE": outer, "Encoder": inner}).replace(main="VAE")
    assert the(project, "sample-in-block").message == (
        "The Gaussian sample stands in the block Encoder; it must stand in VAE itself."
    )


def test_a_way_around_the_codes():
    assert the(made("vae", {"VAE": vae(around=True)}), "around-sample").message == (
        "Add 1: gets what went around Gaussian sample 1, so codes alone are not enough for it."
    )


def test_bernoulli_wants_inputs_from_0_to_1_and_gaussian_does_not():
    project = made("vae", {"VAE": vae()}, scaling="standardize")
    assert ("error", "unit-interval") in codes(project)
    graph = vae()
    linear = graph.replace(
        nodes=tuple(n.replace(params={"units": 784}) if n.id == "dense3" else n for n in graph.nodes)
    )
    assert codes(made("vae", {"VAE": linear}, scaling="standardize", params={"output": "gaussian"})) == []


def test_a_mean_that_is_bent():
    graph = vae()
    bent = graph.replace(
        nodes=tuple(
            n.replace(params={"units": 2, "activation": "ReLU"}) if n.id == "dense1" else n for n in graph.nodes
        )
    )
    project = made("vae", {"VAE": bent})
    assert the(project, "bent-codes").message == "Dense 1: its ReLU keeps the mean from being any number."
    assert check(mended(project, "bent-codes")).problems == ()


# --- adversarial networks --------------------------------------------------------------------------------------------


def gan(**settings: Any) -> Project:
    points = Shape.vector(2)
    networks = {"Generator": sketches.generator(points, "Linear"), "Discriminator": sketches.discriminator(points)}
    return made("gan", networks, "moons", scaling="standardize", **settings)


def test_a_gan_without_its_networks_gets_them():
    project = made("gan", {"Net": chain("Input", "Flatten", ("Dense", {"units": 1}))}, scaling="symmetric")
    messages = [problem.message for problem in check(project).problems if problem.severity == "error"]
    assert messages == [
        "A GAN needs a network called Generator that begins in Noise and ends in the shape of a sample.",
        "A GAN needs a network called Discriminator that ends in one value.",
    ]
    for _ in range(2):
        project = check(project).problems[0].fix.edit.apply(project)
    assert check(project).problems == ()


def test_a_generator_that_begins_in_the_data():
    networks = {
        **gan().networks,
        "Generator": chain("Input", ("Dense", {"units": 8, "activation": "ReLU"}), ("Dense", {"units": 2})),
    }
    project = made("gan", networks, "moons", scaling="standardize")
    assert the(project, "no-noise").message == (
        "Input 1: Generator begins in the data, but it must begin in a Noise layer."
    )
    assert check(mended(project, "no-noise")).problems == ()


def test_a_generator_that_gives_no_sample():
    networks = {**gan().networks, "Generator": chain("Noise", ("Dense", {"units": 3}))}
    project = made("gan", networks, "moons", scaling="standardize")
    assert the(project, "outputs").message == "Dense 1: gives 3 values, but a sample of Moons is 2."
    assert check(mended(project, "outputs")).ok


def test_a_discriminator_that_gives_two_values():
    networks = {**gan().networks, "Discriminator": chain("Input", ("Dense", {"units": 2}))}
    project = made("gan", networks, "moons", scaling="standardize")
    assert the(project, "outputs").message == "Dense 1: gives 2 values, but a discriminator gives one value."
    assert check(mended(project, "outputs")).ok


def test_a_critic_ends_in_a_score():
    project = gan(params={"form": "wasserstein_gp"})
    assert codes(project) == [("warning", "loss-activation")]
    assert check(mended(project, "loss-activation")).problems == ()
    assert codes(gan()) == []


def test_label_smoothing_has_no_use_for_a_critic():
    project = mended(gan(params={"form": "wasserstein_gp", "label_smoothing": 0.1}), "label-smoothing")
    assert project.task.params == {"form": "wasserstein_gp"}


# --- sequences and texts ---------------------------------------------------------------------------------------------


def test_forecasting_takes_series_alone():
    project = made("forecasting", {"Net": chain("Input", ("Dense", {"units": 3}))}, "iris")
    assert the(project, "no-series").message == (
        "Forecasting takes series with the values that follow, but the samples of Iris are no series."
    )
    assert mended(project, "no-series").task.type == "supervised"


@pytest.mark.parametrize("task", ["text", "supervised"])
def test_a_table_of_too_few_words(task):
    graph = chain("Input", ("Embedding", {"vocabulary": 100, "dimension": 4}), "LSTM", ("Dense", {"units": 2}))
    project = made(task, {"Net": graph}, "sentiment", loss="cross_entropy")
    ids = describe(project.data).vocabulary
    assert the(project, "vocabulary").message == f"Embedding 1: knows 100 ids, but Sentiment has {ids:,}."
    assert check(mended(project, "vocabulary")).problems == ()
