"""The pictures compute what torch computes."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from hypothesis import given, settings, strategies as st
from pytestqt.qtbot import QtBot
from torch.nn import functional

from playground.core.layer import REGISTRY
from playground.core.shape import Shape
from playground.engine.losses import loss_function
from playground.training.datasets import Target
from playground.training.optimizers import OPTIMIZERS
from playground.ui.help.maths.activations import CURVES, softmax
from playground.ui.help.maths.judging import JUDGED
from playground.ui.help.maths.stepping import LANDSCAPES, RULES, Walk
from playground.ui.help.maths.theory import (
    Pass,
    discriminator_loss,
    discriminator_slope,
    divergence,
    fitted,
    generator_loss,
    generator_slope,
    noisy_points,
    polynomial,
)
from playground.ui.help.maths.windows import Sliding, convolved, pooled, seen
from playground.ui.help.pictures.attention import positions
from playground.ui.help.pictures.dropout import DropoutPicture
from playground.ui.help.pictures.knob import number
from playground.ui.help.pictures.normalization import members, normalized

_PARAMS = {
    "LeakyReLU": {"slope": 0.2}, "PReLU": {"start": -0.3}, "ELU": {"alpha": 1.7}, "Softplus": {"beta": 3.0},
}  # fmt: skip


@pytest.mark.parametrize("approximation", ["none", "tanh"])
@pytest.mark.parametrize("kind", list(CURVES))
def test_activations_and_their_slopes_are_those_of_the_layer(kind: str, approximation: str) -> None:
    if approximation == "tanh" and kind != "GELU":
        return
    params = {"approximation": approximation} if kind == "GELU" else _PARAMS.get(kind, {})
    layer = REGISTRY.get(kind)
    assert layer is not None
    call = layer(**params).call(Shape.vector(3))
    x = torch.linspace(-7, 7, 57, dtype=torch.float64, requires_grad=True)  # 0 and the corners at 3 and 6 among them
    if kind == "PReLU":
        y = functional.prelu(x, torch.tensor([params["start"]], dtype=torch.float64))
    else:
        y = getattr(torch.nn, call.target.rpartition(".")[2])(*call.args, **call.kwargs)(x)
    y.sum().backward()
    value, slope = CURVES[kind](x.detach().numpy(), params)
    np.testing.assert_allclose(value, y.detach().numpy(), atol=1e-6)
    at_corner = np.isin(x.detach().numpy(), (-3.0, 0.0, 3.0, 6.0))
    np.testing.assert_allclose(slope[~at_corner], x.grad.numpy()[~at_corner], atol=1e-6)


def test_every_activation_of_one_number_has_a_curve() -> None:
    kinds = {
        kind.type_name
        for kind in REGISTRY.all()
        if kind.family == "activation" and kind.__module__.startswith("playground.")
    }
    assert kinds - set(CURVES) == {"Softmax", "LogSoftmax"}


def test_softmax_divides_by_the_temperature_first() -> None:
    scores = np.array([1.0, -2.0, 0.5])
    np.testing.assert_allclose(softmax(scores, 0.5), torch.softmax(torch.tensor(scores) / 0.5, 0).numpy())


@settings(max_examples=25)
@given(
    sliding=st.builds(
        Sliding, kernel=st.integers(1, 4), stride=st.integers(1, 3), padding=st.integers(0, 2),
        dilation=st.integers(1, 2),
    ),
    seed=st.integers(0, 99),
)  # fmt: skip
def test_windows_slide_as_those_of_torch(sliding: Sliding, seed: int) -> None:
    random = np.random.default_rng(seed)
    image, kernel = random.normal(size=(7, 7)), random.normal(size=(sliding.kernel, sliding.kernel))
    if sliding.outputs(7) == 0:
        assert convolved(image, kernel, sliding).size == 0
        return
    x, rest = torch.tensor(image)[None, None], {"stride": sliding.stride, "padding": sliding.padding}
    wanted = functional.conv2d(x, torch.tensor(kernel)[None, None], dilation=sliding.dilation, **rest)[0, 0]
    found = convolved(image, kernel, sliding)
    np.testing.assert_allclose(found, wanted.numpy(), atol=1e-12)
    assert found[-1, -1] == pytest.approx(
        float((seen(image, sliding, found.shape[0] - 1, found.shape[1] - 1) * kernel).sum())
    )
    if sliding.padding <= sliding.kernel // 2:
        largest = functional.max_pool2d(x, sliding.kernel, dilation=sliding.dilation, **rest)[0, 0]
        np.testing.assert_allclose(pooled(image, sliding, "max"), largest.numpy())
        if sliding.dilation == 1:
            mean = functional.avg_pool2d(x, sliding.kernel, **rest)[0, 0]
            np.testing.assert_allclose(pooled(image, sliding, "mean"), mean.numpy(), atol=1e-12)


def test_flat_windows_slide_as_those_of_torch_along_a_sequence() -> None:
    random = np.random.default_rng(3)
    sequence, kernel = random.normal(size=(1, 12)), random.normal(size=(1, 3))
    x, rest = torch.tensor(sequence)[None], {"stride": 2, "padding": 1}
    sliding = Sliding(3, 2, 1, 2, flat=True)
    wanted = functional.conv1d(x, torch.tensor(kernel)[None], dilation=2, **rest)[0]
    np.testing.assert_allclose(convolved(sequence, kernel, sliding), wanted.numpy(), atol=1e-12)
    plain = Sliding(3, 2, 1, flat=True)
    np.testing.assert_allclose(pooled(sequence, plain, "max"), functional.max_pool1d(x, 3, **rest)[0].numpy())
    np.testing.assert_allclose(pooled(sequence, plain, "mean"), functional.avg_pool1d(x, 3, **rest)[0].numpy())


@pytest.mark.parametrize("name", list(JUDGED))
def test_losses_and_slopes_are_those_of_training(name: str) -> None:
    judged = JUDGED[name]
    for wanted in {judged.targets[0], judged.targets[1], 0.25 if not judged.whole else 1.0}:
        x = torch.linspace(judged.low, judged.high, 31, dtype=torch.float64, requires_grad=True)
        if name in ("cross_entropy", "negative_log_likelihood", "kl_divergence"):
            scores = torch.stack([x, torch.zeros_like(x)], 1)
            target = torch.full((31,), 0 if wanted == 1 else 1)
            if name == "kl_divergence":
                target = torch.tensor([[wanted, 1 - wanted]], dtype=torch.float64).expand(31, 2)
            loss = loss_function(name, None, Target.classes("a", "b"))(scores, target)
        elif name in ("binary_cross_entropy", "hinge"):
            target = torch.full((31, 1), wanted, dtype=torch.float64)
            loss = loss_function(name, None, Target.labels("a"))(x[:, None], target)
        else:
            loss = loss_function(name, None, Target.values("a"))(x[:, None], torch.full((31, 1), wanted).double())
        loss.backward()
        value, slope = judged.both(x.detach().numpy(), wanted)
        assert float(value.mean()) == pytest.approx(float(loss.detach()), abs=1e-6), wanted
        inside = np.abs(np.abs(x.detach().numpy() - wanted) - 1) > 1e-6  # away from corners
        np.testing.assert_allclose(slope[inside], 31 * x.grad.numpy()[inside], atol=1e-6)


_OWN = {
    "SGD": [{}, {"momentum": 0.9}, {"momentum": 0.8, "nesterov": True, "weight_decay": 0.1}],
    "GradientDescent": [{}], "Adam": [{}, {"beta1": 0.5, "beta2": 0.9, "weight_decay": 0.2}], "AdamW": [{}],
    "RMSprop": [{}, {"alpha": 0.9, "momentum": 0.5, "weight_decay": 0.1}], "Adagrad": [{}, {"weight_decay": 0.1}],
}  # fmt: skip


@pytest.mark.parametrize("name", list(RULES))
def test_optimizers_walk_as_those_of_torch(name: str) -> None:
    assert set(RULES) == set(OPTIMIZERS)
    for params in _OWN[name]:
        land = LANDSCAPES["banana"]
        weights = torch.tensor(land.start, dtype=torch.float64, requires_grad=True)
        call = OPTIMIZERS[name](**params).call(0.05)
        theirs = getattr(torch.optim, call.target.rpartition(".")[2])([weights], *call.args, **call.kwargs)
        ours = Walk(name, land.start, 0.05, params)
        for _ in range(25):
            theirs.zero_grad()
            x, y = weights
            (0.25 * (1 - x) ** 2 + (y - 0.5 * x**2) ** 2).backward()
            theirs.step()
            ours.step(land.gradient(ours.at))
        np.testing.assert_allclose(ours.at, weights.detach().numpy(), rtol=1e-6, atol=1e-9)


@pytest.mark.parametrize("name", list(LANDSCAPES))
def test_gradients_of_the_landscapes_are_slopes_of_their_losses(name: str) -> None:
    land, small = LANDSCAPES[name], 1e-6
    for x, y in ((-1.3, 0.7), (0.4, -2.0), land.start):
        slopes = [
            float(land.value(np.array(x + dx), np.array(y + dy)) - land.value(np.array(x - dx), np.array(y - dy)))
            / (2 * small)
            for dx, dy in ((small, 0.0), (0.0, small))
        ]
        np.testing.assert_allclose(land.gradient(np.array([x, y])), slopes, atol=1e-5)


def test_the_chain_rule_of_one_unit_is_autograds() -> None:
    done = Pass(1.5, 0.8, -0.3, -0.5)
    x, w, b = (torch.tensor(value, dtype=torch.float64, requires_grad=True) for value in (done.x, done.w, done.b))
    loss = (torch.tanh(w * x + b) - done.target) ** 2
    loss.backward()
    assert done.values["J"] == pytest.approx(loss.item())
    for name, theirs in (("x", x), ("w", w), ("b", b)):
        assert done.slopes[name] == pytest.approx(float(theirs.grad))
    assert done.moved(0.1).values["J"] < done.values["J"]


def test_the_small_gan_takes_the_gradients_of_its_losses_and_ends_at_the_data() -> None:
    random = np.random.default_rng(0)
    weights, generator = np.array([-0.3, 0.8, 0.1]), np.array([0.7, -0.4])
    real, z = random.normal(1, 0.5, 40), random.normal(size=40)
    fake = generator[0] * z + generator[1]
    for index in range(3):
        step = np.eye(3)[index] * 1e-6
        slope = (discriminator_loss(weights + step, real, fake) - discriminator_loss(weights - step, real, fake)) / 2e-6
        assert discriminator_slope(weights, real, fake)[index] == pytest.approx(slope, abs=1e-6)
    for index in range(2):
        step = np.eye(2)[index] * 1e-6
        slope = (generator_loss(generator + step, weights, z) - generator_loss(generator - step, weights, z)) / 2e-6
        assert generator_slope(generator, weights, z)[index] == pytest.approx(slope, abs=1e-6)


def test_a_polynomial_of_a_degree_below_the_points_is_numpys_least_squares() -> None:
    x, y = noisy_points(12, 0.2, 5)
    own = polynomial(fitted(x, y, 4), x)
    np.testing.assert_allclose(own, np.polyval(np.polyfit(x, y, 4), x), atol=1e-8)
    assert np.abs(polynomial(fitted(x, y, 11), x) - y).max() < 1e-6  # goes through every point
    assert np.abs(fitted(x, y, 11, 1e-3)).max() < np.abs(fitted(x, y, 11)).max()


def test_the_divergence_of_a_code_is_torchs() -> None:
    one, other = torch.distributions.Normal(0.7, 0.4), torch.distributions.Normal(0.0, 1.0)
    assert divergence(0.7, 0.4) == pytest.approx(float(torch.distributions.kl_divergence(one, other)), rel=1e-5)


def test_normalizations_average_over_what_torch_averages_over() -> None:
    values = np.random.default_rng(2).normal(2, 3, (3, 6, 4))
    x = torch.tensor(values)
    wanted = {
        "BatchNorm": functional.batch_norm(x, None, None, training=True),
        "InstanceNorm": functional.instance_norm(x),
        "GroupNorm": functional.group_norm(x, 2),
        "LayerNorm": functional.layer_norm(x.transpose(1, 2), [6]).transpose(1, 2),
        "RMSNorm": functional.rms_norm(x.transpose(1, 2), [6], eps=1e-5).transpose(1, 2),
    }
    for kind, theirs in wanted.items():
        np.testing.assert_allclose(normalized(values, kind, 2), theirs.numpy(), atol=1e-9, err_msg=kind)
    assert members("BatchNorm", 2, 0, 1, 1).sum() == 3 * 4


def test_positions_are_told_by_sines_of_falling_rate() -> None:
    found = positions(5, 4)
    np.testing.assert_allclose(found[3], [np.sin(3), np.cos(3), np.sin(0.03), np.cos(0.03)])


@pytest.mark.parametrize("kind", ["Dropout", "SpatialDropout", "AlphaDropout"])
def test_dropout_keeps_the_mean_over_many_draws(qtbot: QtBot, kind: str) -> None:
    picture = DropoutPicture({"kind": kind, "params": {"rate": 0.3}})
    qtbot.addWidget(picture)
    before = float(picture._values.mean())
    means = []
    for _ in range(300):
        picture.draw_again()
        means.append(float(picture.output().mean()))
    assert float(np.mean(means)) == pytest.approx(before, abs=0.05)
    picture.choices["mode"].setCurrentIndex(1)
    np.testing.assert_array_equal(picture.output(), picture._values)


@pytest.mark.parametrize(
    ("value", "told"),
    [(0.0, "0"), (-3.15e-17, "0"), (2e-5, "2e−5"), (1e4, "10,000"), (-0.3944, "−0.394"), (123456.0, "123,000"),
     (1e-4, "0.0001"), (2.5e9, "2.5e9")],
)  # fmt: skip
def test_numbers_are_told_in_three_digits(value: float, told: str) -> None:
    assert number(value) == told
