"""Activations, against values worked out by hand or with the formula they print."""

from __future__ import annotations

import math
from typing import get_args

import pytest
import torch
from running import module_of, run

from playground.core.layer import FEATURES_FIRST, REGISTRY
from playground.core.shape import Shape
from playground.layers import ELU, GELU, Dense, LeakyReLU, Linear, LogSoftmax, PReLU, Sigmoid, Softmax, Softplus
from playground.layers.shared.with_activation import Activation

VECTOR, SEQUENCE, IMAGE = Shape.vector(4), Shape.sequence(5, 4), Shape.image(3, 2, 2)
VALUES = [-3.0, -1.0, 0.0, 0.5, 7.0]


def phi(x: float) -> float:
    """The distribution function of the normal distribution."""
    return (1 + math.erf(x / math.sqrt(2))) / 2


CURVES = {
    "Linear": ({}, lambda x: x),
    "ReLU": ({}, lambda x: max(0.0, x)),
    "ReLU6": ({}, lambda x: min(max(0.0, x), 6.0)),
    "LeakyReLU": ({"slope": 0.2}, lambda x: x if x > 0 else 0.2 * x),
    "PReLU": ({"start": 0.5}, lambda x: x if x > 0 else 0.5 * x),
    "ELU": ({"alpha": 2.0}, lambda x: x if x > 0 else 2 * (math.exp(x) - 1)),
    "SELU": ({}, lambda x: 1.0507009873554805 * (x if x > 0 else 1.6732632423543772 * (math.exp(x) - 1))),
    "GELU": ({}, lambda x: x * phi(x)),
    "SiLU": ({}, lambda x: x / (1 + math.exp(-x))),
    "Mish": ({}, lambda x: x * math.tanh(math.log1p(math.exp(x)))),
    "Softplus": ({"beta": 2.0}, lambda x: math.log1p(math.exp(2 * x)) / 2),
    "Softsign": ({}, lambda x: x / (1 + abs(x))),
    "Hardswish": ({}, lambda x: x * min(max(0.0, x + 3), 6) / 6),
    "Sigmoid": ({}, lambda x: 1 / (1 + math.exp(-x))),
    "Tanh": ({}, math.tanh),
}


@pytest.mark.parametrize("name", CURVES)
def test_the_curve_is_that_of_the_formula(name: str) -> None:
    params, curve = CURVES[name]
    found = run(name, params, torch.tensor([VALUES]))
    torch.testing.assert_close(found, torch.tensor([[curve(x) for x in VALUES]]), atol=1e-6, rtol=1e-5)


def test_the_tanh_approximation_of_gelu_is_near_and_not_the_same() -> None:
    x = torch.tensor([VALUES])
    exact, near = run("GELU", {}, x), run("GELU", {"approximation": "tanh"}, x)
    assert 0 < float((exact - near).abs().max()) < 1e-3


def test_softmax_adds_up_over_the_features_of_each_step_and_the_channels_of_each_pixel() -> None:
    torch.testing.assert_close(run("Softmax", {}, torch.rand(2, 4)).sum(1), torch.ones(2))
    torch.testing.assert_close(run("Softmax", {}, torch.rand(2, 5, 4)).sum(2), torch.ones(2, 5))
    torch.testing.assert_close(run("Softmax", {}, torch.rand(2, 3, 2, 2)).sum(1), torch.ones(2, 2, 2))
    torch.testing.assert_close(run("LogSoftmax", {}, torch.rand(2, 5, 4)).exp().sum(2), torch.ones(2, 5))


@pytest.mark.parametrize(
    ("names", "dim"),
    [
        (("features", "time"), 1),  # permuted: the features are elsewhere
        (("height", "width", "channels"), 3),
        (("time", "time"), 2),  # scores of attention: each row adds up to 1
        (("height", "width"), 2),
    ],
)
def test_softmax_follows_the_names_of_the_axes(names: tuple[str, ...], dim: int) -> None:
    shape = Shape(tuple(range(2, 2 + len(names))), names)
    assert Softmax().call(shape).kwargs == LogSoftmax().call(shape).kwargs == {"dim": dim}


def test_log_softmax_is_the_logarithm_of_softmax() -> None:
    x = torch.tensor([[1.0, 2.0, 3.0]])
    total = math.exp(1) + math.exp(2) + math.exp(3)
    torch.testing.assert_close(run("LogSoftmax", {}, x), torch.tensor([[k - math.log(total) for k in (1, 2, 3)]]))


def test_prelu_learns_one_slope_or_one_for_each_channel() -> None:
    assert PReLU().parameter_count(IMAGE) == PReLU().parameter_count(SEQUENCE) == 1
    per_channel = PReLU(per_channel=True)
    assert [per_channel.parameter_count(shape) for shape in (VECTOR, SEQUENCE, IMAGE)] == [4, 4, 3]
    assert per_channel.call(SEQUENCE).before == per_channel.call(SEQUENCE).after == (FEATURES_FIRST,)
    assert per_channel.call(IMAGE).before == ()


def test_prelu_gives_each_feature_of_a_sequence_its_own_slope() -> None:
    module = module_of("PReLU", {"per_channel": True}, Shape.sequence(3, 2))
    with torch.no_grad():
        module.layer1.weight.copy_(torch.tensor([0.5, 0.1]))
        found = module(-torch.ones(1, 3, 2))
    torch.testing.assert_close(found, torch.tensor([[[-0.5, -0.1]] * 3]))


def test_every_activation_can_be_a_field_and_says_the_same_there() -> None:
    kinds = {kind.type_name for kind in REGISTRY.all() if kind.family == "activation"}
    assert set(get_args(Activation)) == kinds
    for name in kinds - {"Linear"}:
        field, layer = Dense(units=4, activation=name), REGISTRY.get(name)
        assert layer is not None
        assert field.activation_call(VECTOR) == layer().call(VECTOR)
        assert field.final_activation() == layer().final_activation()
    assert Dense(activation="Linear").activation_layer() is None


def test_only_linear_does_not_bend_and_passes_values_on() -> None:
    for kind in REGISTRY.all():
        if kind.family == "activation":
            assert kind.non_linear is (kind is not Linear) is not kind.keeps_values


def test_what_a_network_can_end_in() -> None:
    ends = {kind.type_name: kind().final_activation() for kind in REGISTRY.all() if kind.family == "activation"}
    told = {name: end for name, end in ends.items() if end}
    assert told == {"Softmax": "softmax", "LogSoftmax": "log_softmax", "Sigmoid": "sigmoid"}


@pytest.mark.parametrize(
    ("layer", "text", "caption"),
    [
        (LeakyReLU(), "nn.LeakyReLU()", "0.01"),
        (LeakyReLU(slope=0.2), "nn.LeakyReLU(0.2)", "0.2"),
        (PReLU(), "nn.PReLU()", ""),
        (PReLU(per_channel=True, start=0.1), "nn.PReLU(3, init=0.1)", "per channel"),
        (ELU(), "nn.ELU()", ""),
        (ELU(alpha=0.5), "nn.ELU(0.5)", "α 0.5"),
        (GELU(), "nn.GELU()", ""),
        (GELU(approximation="tanh"), "nn.GELU(approximate='tanh')", "tanh"),
        (Softplus(beta=2.0), "nn.Softplus(beta=2.0)", "β 2"),
        (Sigmoid(), "nn.Sigmoid()", ""),
        (Linear(), "nn.Identity()", ""),
    ],
)
def test_what_runs_and_the_caption(layer, text: str, caption: str) -> None:
    assert str(layer.call(IMAGE)) == text
    assert layer.caption() == caption
    assert layer.output_shape(IMAGE) == IMAGE
