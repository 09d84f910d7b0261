"""Two samples held against each other: the numbers are those of forward hooks, the difference is exact."""

from __future__ import annotations

import copy
import math

import numpy as np
import pytest
import torch
from networks import chain, project

from playground.core.presets import load_preset
from playground.engine.errors import CannotTrain
from playground.engine.lenses import begin, look
from playground.engine.lenses.compare import distance, parting
from playground.engine.loop import prepare
from playground.engine.state import TrainingState
from playground.protocol import Brought, Changed, Compare, CompareSeen, Fellow, FromData, LayerCompared, LayerSeen

CNN = chain(
    "Input", ("Conv2D", {"filters": 6, "kernel": 3, "activation": "ReLU"}), ("MaxPool2D", {"size": 2}), "Flatten",
    ("Dense", {"units": 12, "activation": "Tanh"}), ("Dense", {"units": 10, "activation": "Softmax"}),
)  # fmt: skip
THIRD, NINTH = FromData("test", 3), FromData("test", 9)


@pytest.fixture(scope="module")
def state() -> TrainingState:
    return prepare(project(CNN, data={"limit": 300}), device="cpu")


def seen(state: TrainingState, lens: Compare, brought: dict[int, np.ndarray] | None = None) -> CompareSeen:
    study = begin(lens)
    for _ in range(1000):
        with state.evaluating():
            found = look(state, lens, brought or {}, study)
        assert isinstance(found, CompareSeen)
        if not study.unfinished:
            return found
    raise AssertionError("it does not come to an end")


def hooked(state: TrainingState, x: torch.Tensor) -> dict[str, np.ndarray]:
    """What each layer gives, its activation included, by hooks."""
    network = copy.deepcopy(state.networks["Classifier"]).eval()
    found: dict[str, np.ndarray] = {"input1": x[0].numpy()}
    for name, module in network.named_modules():
        if name:
            path = name.removesuffix("__activation")
            module.register_forward_hook(lambda _m, _x, y, path=path: found.__setitem__(path, y[0].numpy()))
    with torch.no_grad():
        found["dense2"] = torch.softmax(network(x), 1)[0].numpy()
    return found


def prepared(state: TrainingState, number: int) -> torch.Tensor:
    return state.samples.prepared(state.samples.stored("test", np.array([number]))[0])


def test_values_are_those_of_hooks_and_the_difference_is_exact(state: TrainingState) -> None:
    found = seen(state, Compare("Classifier", THIRD, NINTH))
    a, b = (hooked(state, prepared(state, number)) for number in (3, 9))
    assert list(found.layers) == ["input1", "conv1", "pool1", "flatten1", "dense1", "dense2"]
    for path, layer in found.layers.items():
        one, other = a[path].astype(np.float64), b[path].astype(np.float64)
        assert layer.relative == pytest.approx(np.linalg.norm(one - other) / np.linalg.norm(one), rel=1e-5)
        cosine = float((one * other).sum() / np.linalg.norm(one) / np.linalg.norm(other))
        assert layer.cosine == pytest.approx(cosine, rel=1e-5)
        assert layer.difference is not None
        if one.size <= 512 or one.ndim == 3:
            expected = (one - other)[:16]
            np.testing.assert_allclose(layer.difference.values, expected, atol=1e-6)
        reach = float(np.abs(one - other).max())
        assert (layer.difference.low, layer.difference.high) == (pytest.approx(-reach), pytest.approx(reach))
        if path != "input1" and one.size <= 512:
            np.testing.assert_allclose(layer.first.values, one, rtol=1e-5, atol=1e-7)
            np.testing.assert_allclose(layer.second.values, other, rtol=1e-5, atol=1e-7)
    names = state.samples.arrays.dataset.classes
    assert found.said == tuple(names[int(each["dense2"].argmax())] for each in (a, b))
    assert found.samples == ("test 3", "test 9")
    assert (found.subject, found.second) == (THIRD, NINTH)


def test_a_sample_does_not_part_from_itself(state: TrainingState) -> None:
    found = seen(state, Compare("Classifier", THIRD, THIRD))
    assert found.parted == ""
    for layer in found.layers.values():
        assert layer.relative == 0
        assert layer.cosine == pytest.approx(1)
        assert layer.difference is not None
        assert not layer.difference.values.any()


def compared(cosine: float | None) -> LayerCompared:
    card = LayerSeen("vector", np.zeros(1, np.float32), 1, 0, 0)
    return LayerCompared("layer", card, card, None, 0.0, cosine)


def test_they_part_where_they_are_first_less_alike_than_the_limit() -> None:
    layers = {name: compared(value) for name, value in {"in": 0.9, "a": 0.6, "b": 0.45, "c": 0.2}.items()}
    assert parting(("in",), layers) == ("b", 0.5)
    layers["in"] = compared(0.3)  # the inputs are further apart than that
    assert parting(("in",), layers) == ("c", 0.3)
    layers["in"] = compared(None)  # words
    assert parting(("in",), layers) == ("b", 0.5)
    assert parting(("in",), {"in": compared(0.1), "a": compared(0.2)}) == ("", 0.1)


def test_nothing_is_at_right_angles_to_something() -> None:
    nothing, something = torch.zeros(3), torch.tensor([3.0, 0.0, 4.0])
    assert distance(nothing, nothing) == (0.0, 1.0)
    assert distance(something, nothing) == (1.0, 0.0)
    assert distance(nothing, something) == (math.inf, 0.0)
    assert distance(something, -something) == (2.0, -1.0)


def test_the_next_of_another_class_and_of_the_same(state: TrainingState) -> None:
    y = state.samples.stored("test", np.arange(state.samples.test_count))[1]
    after = [n % len(y) for n in range(4, 4 + len(y) - 1)]
    for how, wanted in (
        ("another class", [n for n in after if y[n] != y[3]]),
        ("same class", [n for n in after if y[n] == y[3]]),
    ):
        found = seen(state, Compare("Classifier", THIRD, Fellow(how)))  # type: ignore[arg-type]
        assert found.second == FromData("test", wanted[0])


def test_the_nearest_is_that_of_brute_force(state: TrainingState, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("playground.engine.lenses.fellows.SECONDS", 0.0)
    network, given = copy.deepcopy(state.networks["Classifier"]).eval(), []
    network.get_submodule("dense1__activation").register_forward_hook(lambda _m, _x, y: given.append(y))
    with torch.no_grad():
        network(state.samples.prepared(state.samples.stored("test", np.arange(state.samples.test_count))[0]))
    apart = np.linalg.norm((given[0] - given[0][3]).numpy(), axis=1)
    apart[3] = np.inf
    lens = Compare("Classifier", THIRD, Fellow("nearest"))
    study = begin(lens)
    with state.evaluating():
        first = look(state, lens, {}, study)
    assert isinstance(first, CompareSeen)
    assert first.searching
    found = seen(state, lens)
    assert not found.searching
    assert found.second == FromData("test", int(np.argmin(apart)))


def test_noise_and_shifts_are_as_large_as_was_said(state: TrainingState) -> None:
    shifted = seen(state, Compare("Classifier", THIRD, Changed("shift", 4 / 28)))
    x = prepared(state, 3)[0, 0].numpy()
    expected = np.concatenate((np.repeat(x[:, :1], 4, 1), x[:, :-4]), 1)
    difference = shifted.layers["input1"].difference
    assert difference is not None
    np.testing.assert_allclose(difference.values[0], x - expected, atol=1e-6)
    assert shifted.samples[1] == "test 3 shifted by 4 pixels"
    assert shifted.second is None
    still = seen(state, Compare("Classifier", THIRD, Changed("noise", 0.0)))
    assert still.layers["input1"].relative == 0
    some, more, other = (
        seen(state, Compare("Classifier", THIRD, Changed("noise", size, anew)))
        for size, anew in ((0.1, 0), (0.5, 0), (0.1, 1))
    )
    assert 0 < (some.layers["input1"].relative or 0) < (more.layers["input1"].relative or 0)
    assert some.layers["input1"].relative != other.layers["input1"].relative


def test_what_was_drawn_is_held_against_data(state: TrainingState) -> None:
    image = state.samples.stored("test", np.array([9]))[0][0, 0]
    drawn = seen(state, Compare("Classifier", THIRD, Brought(2)), {2: image})
    known = seen(state, Compare("Classifier", THIRD, NINTH))
    assert drawn.layers["dense1"].relative == pytest.approx(known.layers["dense1"].relative)
    assert drawn.samples[1] == "yours"
    found = seen(state, Compare("Classifier", Brought(2), Fellow("nearest")), {2: image})
    assert found.second == NINTH  # the same image is among the data


def test_words_and_rows_say_what_they_cannot() -> None:
    made = load_preset("tiny-transformer").project
    state = prepare(made.replace(data=made.data.replace(limit=60)), device="cpu")
    found = seen(state, Compare(made.main_network, THIRD, NINTH))
    assert found.layers["input1"].difference is None
    assert found.layers["encoder1"].difference is not None  # attention, as on the card
    assert found.layers["encoder1"].first.kind == "attention"
    with pytest.raises(CannotTrain, match="Words take no noise"):
        seen(state, Compare(made.main_network, THIRD, Changed("noise")))
    table = prepare(project(chain("Input", ("Dense", {"units": 3})), data={"dataset": "iris"}), device="cpu")
    with pytest.raises(CannotTrain, match="Only images and series"):
        seen(table, Compare("Classifier", THIRD, Changed("shift")))


def test_without_classes_the_least_alike_of_the_next_samples_is_held_against_it() -> None:
    rows = load_preset("diabetes").project
    table = prepare(rows, device="cpu")
    x = table.samples.prepared(table.samples.stored("test", np.arange(table.samples.test_count))[0]).numpy()
    for number in (0, len(x) - 2):  # the next ones begin anew after the last
        after = [(number + n) % len(x) for n in range(1, min(len(x), 65))]
        apart = [float(np.linalg.norm(x[n] - x[number])) for n in after]
        found = seen(table, Compare(rows.main_network, FromData("test", number), Fellow("different")))
        assert found.second == FromData("test", after[int(np.argmax(apart))])
        assert found.layers["input1"].relative
    made = load_preset("tiny-transformer").project
    words = prepare(made.replace(data=made.data.replace(limit=60)), device="cpu")
    ids = words.samples.stored("test", np.arange(words.samples.test_count))[0]
    same = [int((ids[n] == ids[0]).sum()) for n in range(1, min(len(ids), 65))]
    found = seen(words, Compare(made.main_network, FromData("test", 0), Fellow("different")))
    assert found.second == FromData("test", 1 + int(np.argmin(same)))


def test_a_fake_is_held_against_a_real_sample_and_other_noise_against_noise() -> None:
    made = load_preset("gan-2d").project
    state = prepare(made, device="cpu")
    found = seen(state, Compare("Discriminator", THIRD, Fellow("fake")))
    with torch.no_grad():
        noise = torch.from_numpy(seen(state, Compare("Generator", THIRD, THIRD)).layers["noise1"].first.values)
        fake = copy.deepcopy(state.networks["Generator"]).eval()(noise[None])[0].numpy()
    np.testing.assert_allclose(found.layers["input1"].second.values, fake, atol=1e-6)
    assert found.samples == ("test 3", "fake 3")
    assert found.second is None
    other = seen(state, Compare("Generator", THIRD, Fellow("different")))
    assert other.samples == ("noise 3", "noise 4")
    assert other.layers["noise1"].relative
    with pytest.raises(CannotTrain, match="no generator"):
        seen(prepare(project(CNN, data={"limit": 60}), device="cpu"), Compare("Classifier", THIRD, Fellow("fake")))
