"""Noise, a Gaussian draw, and the Input beside them: what brings values into a network."""

from __future__ import annotations

import pytest
import torch
from networks import node
from running import module_of

from playground.core.graph import Graph, Link
from playground.core.infer import infer
from playground.core.shape import Resize, Shape, ShapeError
from playground.engine.compiler import compile_graph
from playground.layers import GaussianSample, Input, Noise

PAIR = (Shape.vector(20_000), Shape.vector(20_000))


def test_noise_is_what_the_caller_feeds() -> None:
    graph = Graph(
        nodes=(node("Noise", size=5), node("Dense", units=3)), links=(Link(source="noise1", target="dense1"),)
    )
    assert infer(graph, "Generator", None).facts["noise1"].shape == Shape.vector(5)
    module = compile_graph(graph, None)
    z = torch.rand(4, 5)
    weights = module.state_dict()
    torch.testing.assert_close(module(z), z @ weights["dense1.weight"].T + weights["dense1.bias"])
    assert graph.entrances == ("noise1",)


def test_noise_does_not_follow_the_data() -> None:
    assert Noise(size=7).source_shape(Shape.image(1, 28, 28)) == Shape.vector(7)
    assert Noise.following_data() is None
    assert Noise().caption() == "100 numbers"


def test_a_gaussian_draw_has_the_mean_and_the_variance_that_were_asked_for() -> None:
    torch.manual_seed(0)
    module = module_of("GaussianSample", {}, *PAIR).train()
    # a standard deviation of 3 is a log-variance of ln 9
    found = module(torch.full((4, 20_000), -2.0), torch.full((4, 20_000), 2.1972246))
    assert float(found.mean()) == pytest.approx(-2, abs=0.05)
    assert float(found.std()) == pytest.approx(3, abs=0.05)


def test_gradients_pass_through_the_draw_to_mean_and_variance() -> None:
    torch.manual_seed(0)
    module = module_of("GaussianSample", {}, Shape.vector(3), Shape.vector(3)).train()
    mean, log_variance = torch.zeros(2, 3, requires_grad=True), torch.zeros(2, 3, requires_grad=True)
    found = module(mean, log_variance)
    found.sum().backward()
    torch.testing.assert_close(mean.grad, torch.ones(2, 3))
    torch.testing.assert_close(log_variance.grad, found.detach() / 2)  # d/dv of e^(v/2)·ε at v = 0


def test_while_predicting_it_gives_the_mean() -> None:
    mean = torch.rand(2, 20_000)
    assert torch.equal(module_of("GaussianSample", {}, *PAIR)(mean, torch.rand(2, 20_000)), mean)


def test_mean_and_variance_have_one_shape() -> None:
    assert GaussianSample().output_shape(Shape.sequence(3, 4), Shape.sequence(3, 4)) == Shape.sequence(3, 4)
    with pytest.raises(ShapeError, match="Gaussian sample takes inputs of one shape") as refused:
        GaussianSample().output_shape(Shape.vector(20), Shape.vector(10))
    assert refused.value.remedy == Resize(20, 1)


def test_an_input_brings_numbers_or_ids_of_up_to_four_axes() -> None:
    assert Input(shape=(1, 2, 3, 4)).source_shape(None) == Shape.volume(1, 2, 3, 4)
    assert Input(shape=(12,), values="ids").source_shape(None) == Shape((12,), ("features",), whole=True)
    image = Shape.image(1, 28, 28)
    assert Input(values="ids").source_shape(image) == image  # the data set knows what it gives
    assert Input.role == Noise.role == "entrance"


def test_ids_reach_an_embedding_and_nothing_that_computes() -> None:
    for kind, ok in (("Embedding", True), ("Dense", False)):
        graph = Graph(
            nodes=(node("Input", shape=[12], values="ids"), node(kind, "layer1")),
            links=(Link(source="input1", target="layer1"),),
        )
        assert infer(graph, "Net", None).ok is ok
