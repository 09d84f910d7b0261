"""Cards of a network of two numbers: what each unit says over the plane is what a forward hook of torch sees there."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from networks import chain, project

from playground.core.presets import load_preset
from playground.engine.lenses import begin, look, responses
from playground.engine.lenses.responses import MOST_UNITS, SIDE
from playground.engine.loop import prepare
from playground.engine.state import TrainingState
from playground.protocol import FromData, Layers, LayersSeen, PlaneOfInputs

SPIRAL = chain(
    "Input", ("Dense", {"units": 40, "activation": "Tanh"}), ("Dense", {"units": 3}),
    ("Dense", {"units": 2, "activation": "Softmax"}),
)  # fmt: skip
SCALED = {"dataset": "spiral", "params": {"samples": 120}, "preparation": {"scaling": "standardize"}}


@pytest.fixture(scope="module")
def state() -> TrainingState:
    return prepare(project(SPIRAL, data=SCALED), device="cpu")


def seen(state: TrainingState, lens: Layers) -> LayersSeen:
    study = begin(lens)
    while True:
        with state.evaluating():
            found = look(state, lens, {}, study)
        assert isinstance(found, LayersSeen)
        if not study.unfinished:
            return found


def plane_of(found: LayersSeen) -> PlaneOfInputs:
    """The same of all layers."""
    (plane,) = {id(layer.plane): layer.plane for layer in found.layers.values()}.values()
    assert plane is not None
    return plane


def places(edges: tuple[float, float, float, float]) -> np.ndarray:
    """The middles of the cells, worked out one by one."""
    left, right, bottom, top = edges
    rows = [
        (left + (column + 0.5) * (right - left) / SIDE, bottom + (row + 0.5) * (top - bottom) / SIDE)
        for row in range(SIDE)
        for column in range(SIDE)
    ]
    return np.array(rows, np.float32)


def test_each_unit_is_what_a_forward_hook_sees_on_the_same_grid(state: TrainingState) -> None:
    found = seen(state, Layers("Classifier"))
    assert found.planar
    network = state.networks["Classifier"]
    hooked: dict[str, torch.Tensor] = {}
    handles = [
        module.register_forward_hook(lambda _m, _x, y, name=name: hooked.__setitem__(name, y))
        for name, module in network.named_modules() if name
    ]  # fmt: skip
    fitted = state.samples.inputs
    assert fitted.shift is not None
    assert fitted.scale is not None
    given = torch.from_numpy((places(plane_of(found).edges) - fitted.shift) / fitted.scale)
    with state.evaluating():
        network(given)
    for handle in handles:
        handle.remove()
    expected = {
        "input1": given, "dense1": torch.tanh(hooked["dense1"]), "dense2": hooked["dense2"],
        "dense3": torch.softmax(hooked["dense3"], 1),
    }  # fmt: skip
    assert found.layers.keys() == expected.keys()
    for path, units in expected.items():
        layer = found.layers[path]
        assert (layer.kind, layer.count) == ("plane", units.shape[1])
        assert layer.values.shape == (min(units.shape[1], MOST_UNITS), SIDE, SIDE)
        np.testing.assert_allclose(
            layer.values, units.numpy().T[:MOST_UNITS].reshape(-1, SIDE, SIDE), rtol=1e-5, atol=1e-6
        )
        assert (layer.low, layer.high) == pytest.approx((float(units.min()), float(units.max())), rel=1e-5)
    assert found.layers["dense3"].names == state.samples.arrays.dataset.classes


def test_the_plane_holds_all_training_samples_and_some_are_drawn(state: TrainingState) -> None:
    plane = plane_of(seen(state, Layers("Classifier")))
    x, y = state.samples.stored("train", np.arange(state.samples.train_count))
    left, right, bottom, top = plane.edges
    assert left < x[:, 0].min() < x[:, 0].max() < right
    assert bottom < x[:, 1].min() < x[:, 1].max() < top
    assert right - left == pytest.approx(top - bottom)  # a unit is as long on both axes
    np.testing.assert_array_equal(plane.points, x)
    np.testing.assert_array_equal(plane.labels, y)


def test_the_sample_is_told_with_the_plane_as_without(state: TrainingState) -> None:
    over, alone = (seen(state, Layers("Classifier", FromData("test", 4), plane=plane)) for plane in (True, False))
    assert (over.sample, over.truth, over.said) == (alone.sample, alone.truth, alone.said)
    assert over.said in state.samples.arrays.dataset.classes
    assert alone.planar
    assert alone.layers["dense1"].kind == "vector"


def test_a_generator_of_two_numbers_is_shown_over_its_noise() -> None:
    made = load_preset("gan-2d").project
    state = prepare(made.replace(data=made.data.replace(params={"samples": 200})), device="cpu")
    found = seen(state, Layers("Generator"))
    assert plane_of(found).axes == ("noise 1", "noise 2")
    grid = torch.from_numpy(places(plane_of(found).edges))
    np.testing.assert_allclose(found.layers["noise1"].values[1].ravel(), grid[:, 1], rtol=1e-6)
    with state.evaluating():
        expected = state.networks["Generator"](grid)
    end = list(found.layers)[-1]
    np.testing.assert_allclose(found.layers[end].values.reshape(2, -1), expected.T, rtol=1e-5, atol=1e-5)


def test_other_networks_show_a_sample() -> None:
    state = prepare(load_preset("iris").project, device="cpu")
    found = seen(state, Layers(state.network))
    assert not found.planar
    assert {layer.kind for layer in found.layers.values()} == {"vector"}


def test_a_slow_network_is_asked_in_turn_from_coarse_to_fine(
    state: TrainingState, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(responses, "_SECONDS", 0.0)  # one portion in each look
    lens, known = Layers("Classifier"), seen(state, Layers("Classifier")).layers["dense1"].values
    study, looks = begin(lens), []
    while not looks or study.unfinished:
        with state.evaluating():
            found = look(state, lens, {}, study)
        assert isinstance(found, LayersSeen)
        looks.append(found.layers["dense1"].values)
    apart = [float(np.nanmean(np.abs(values - known))) for values in looks]
    assert len(looks) > 3
    assert np.isfinite(looks[len(looks) // 2]).all()  # a coarse picture is a whole one
    assert apart[-1] == pytest.approx(0, abs=1e-6)
    assert apart[len(apart) // 2] > apart[-1]
    state.renewed()
    with state.evaluating():
        look(state, lens, {}, study)
    assert study.unfinished
