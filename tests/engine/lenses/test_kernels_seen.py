"""Kernels as pictures: the weights themselves, in the order of the output channels."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from networks import chain, project

from playground.engine.errors import CannotTrain
from playground.engine.lenses import look
from playground.engine.loop import prepare
from playground.engine.state import TrainingState
from playground.protocol import Kernels, KernelsSeen

CNN = chain(
    "Input", ("Conv2D", {"filters": 70, "kernel": 3, "activation": "ReLU"}),
    ("Conv2D", {"filters": 4, "kernel": [5, 3]}),
    ("ConvTranspose2D", {"filters": 6, "kernel": 2}), ("SeparableConv2D", {"filters": 3}), "Flatten",
    ("Dense", {"units": 10, "activation": "Softmax"}),
)  # fmt: skip


@pytest.fixture(scope="module")
def state() -> TrainingState:
    return prepare(project(CNN, data={"limit": 60}), device="cpu")


def seen(state: TrainingState, layer: str) -> KernelsSeen:
    with state.evaluating():
        found = look(state, Kernels(state.network, layer), {})
    assert isinstance(found, KernelsSeen)
    return found


def weight(state: TrainingState, name: str) -> np.ndarray:
    return state.networks["Classifier"].get_parameter(f"{name}.weight").detach().numpy()


def test_kernels_of_one_channel_are_the_weights(state: TrainingState) -> None:
    found = seen(state, "conv1")
    assert (found.values.shape, found.count, found.channels) == ((64, 3, 3), 70, 1)
    own = weight(state, "conv1")
    np.testing.assert_array_equal(found.values, own[:64, 0])
    assert (found.low, found.high) == (float(own[:64].min()), float(own[:64].max()))


def test_several_channels_are_averaged_and_the_window_keeps_its_form(state: TrainingState) -> None:
    found = seen(state, "conv2")
    assert (found.values.shape, found.channels) == ((4, 5, 3), 70)
    np.testing.assert_allclose(found.values, weight(state, "conv2").mean(1), atol=1e-7)
    turned = seen(state, "deconv1")
    assert (turned.values.shape, turned.channels) == ((6, 2, 2), 4)
    np.testing.assert_allclose(turned.values, weight(state, "deconv1").mean(0), atol=1e-7)
    assert seen(state, "separable1").values.shape[1:] == (3, 3)


def test_numbers_that_are_none_do_not_set_the_scale(state: TrainingState) -> None:
    kept = weight(state, "conv2")[0, 0, 0, 0]
    parameter = state.networks["Classifier"].get_parameter("conv2.weight")
    with torch.no_grad():
        parameter[0, 0, 0, 0] = float("nan")
    found = seen(state, "conv2")
    assert np.isnan(found.values).any()
    assert np.isfinite([found.low, found.high]).all()
    with torch.no_grad():
        parameter[0, 0, 0, 0] = float(kept)


@pytest.mark.parametrize("layer", ["dense1", "nowhere"])
def test_a_layer_without_kernels_says_so(state: TrainingState, layer: str) -> None:
    with state.evaluating(), pytest.raises(CannotTrain):
        look(state, Kernels(state.network, layer), {})
