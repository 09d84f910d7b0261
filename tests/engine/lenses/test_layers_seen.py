"""What cards show of a layer is what a forward hook of torch sees there."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from networks import chain, project

from playground import api, protocol
from playground.core.presets import load_preset, preset_names
from playground.core.project import Project
from playground.engine.errors import CannotTrain
from playground.engine.lenses import look
from playground.engine.lenses.capture import capture
from playground.engine.loop import prepare
from playground.engine.state import TrainingState
from playground.protocol import Brought, FromData, Layers

CNN = chain(
    "Input", ("Conv2D", {"filters": 6, "kernel": 3, "activation": "ReLU"}), ("MaxPool2D", {"size": 2}), "Flatten",
    ("Dense", {"units": 10, "activation": "Softmax"}),
)  # fmt: skip


@pytest.fixture(scope="module")
def state() -> TrainingState:
    return prepare(project(CNN, data={"limit": 200}), device="cpu")


def seen(state: TrainingState, lens: Layers, brought: dict[int, np.ndarray] | None = None) -> protocol.LayersSeen:
    with state.evaluating():
        found = look(state, lens, brought or {})
    assert isinstance(found, protocol.LayersSeen)
    return found


def test_maps_are_those_of_a_forward_hook(state: TrainingState) -> None:
    network = state.networks["Classifier"]
    hooked: dict[str, torch.Tensor] = {}
    handles = [
        module.register_forward_hook(lambda _m, _x, y, name=name: hooked.__setitem__(name, y))
        for name, module in network.named_modules() if name
    ]  # fmt: skip
    x, y = state.samples.stored("test", np.array([3]))
    with state.evaluating():
        scores = network(state.samples.prepared(x))
    for handle in handles:
        handle.remove()
    found = seen(state, Layers("Classifier", FromData("test", 3)))
    conv = found.layers["conv1"]
    assert (conv.kind, conv.count) == ("maps", 6)
    expected = torch.relu(hooked["conv1"])[0].numpy()
    np.testing.assert_array_equal(conv.values, expected)
    assert (conv.low, conv.high) == pytest.approx((expected.min(), expected.max()))
    end = found.layers["dense1"]
    np.testing.assert_allclose(end.values, torch.softmax(scores, 1)[0].numpy(), rtol=1e-6)
    names = state.samples.arrays.dataset.classes
    assert end.names == names
    assert (found.truth, found.said) == (names[int(y[0])], names[int(scores.argmax())])
    image = found.layers["input1"]
    assert image.kind == "image"
    np.testing.assert_array_equal(image.values, x[0, 0])


def test_a_number_beyond_the_part_begins_again(state: TrainingState) -> None:
    count = state.samples.test_count
    first, again = (seen(state, Layers("Classifier", FromData("test", n))) for n in (1, count + 1))
    np.testing.assert_array_equal(first.layers["conv1"].values, again.layers["conv1"].values)
    assert first.sample == again.sample == "test 1"


def test_a_sample_that_was_brought_flows_through(state: TrainingState) -> None:
    x, _ = state.samples.stored("test", np.array([0]))
    own = seen(state, Layers("Classifier", Brought(4)), {4: x[0, 0]})
    known = seen(state, Layers("Classifier"))
    np.testing.assert_allclose(own.layers["dense1"].values, known.layers["dense1"].values, rtol=1e-6)
    with pytest.raises(CannotTrain, match=r"7 × 7.*1 × 28 × 28"):
        look(state, Layers("Classifier", Brought(5)), {5: np.zeros((7, 7), np.uint8)})
    with pytest.raises(CannotTrain, match="is gone"):
        look(state, Layers("Classifier", Brought(6)), {})


def test_a_network_that_does_not_train_is_named(state: TrainingState) -> None:
    with pytest.raises(CannotTrain, match="Other is not among"):
        look(state, Layers("Other"), {})


def test_a_softmax_of_its_own_at_the_end_shows_the_probabilities() -> None:
    """Training works on the scores and leaves it out; the card and the words are of what it gives all the same."""
    parts = ("Input", "Flatten", ("Dense", {"units": 10}), "Softmax")
    apart = prepare(project(chain(*parts), data={"limit": 64}), device="cpu")
    x, _ = apart.samples.stored("test", np.array([0]))
    with apart.evaluating():
        scores = apart.networks["Classifier"](apart.samples.prepared(x))
    found = seen(apart, Layers("Classifier", FromData("test", 0)))
    np.testing.assert_allclose(found.layers["softmax1"].values, torch.softmax(scores, 1)[0].numpy(), rtol=1e-6)
    np.testing.assert_allclose(found.layers["dense1"].values, scores[0].numpy(), rtol=1e-6)
    assert found.said == apart.samples.arrays.dataset.classes[int(scores.argmax())]


def quick(made: Project) -> Project:
    return made.replace(data=made.data.replace(limit=64), training=made.training.replace(device="cpu", batch_size=8))


@pytest.mark.parametrize("name", preset_names())
def test_every_layer_of_every_preset_shows_something(name: str) -> None:
    made = quick(load_preset(name).project)
    if made.data.dataset == "mnist":
        made = made.replace(data=made.data.replace(dataset="digits"))
    state = prepare(made)
    for network, module in state.networks.items():
        found = seen(state, Layers(network))
        graph = made.networks[network]
        assert {node.id for node in graph.nodes if node.id in graph.order} == set(found.layers)
        for path, layer in found.layers.items():
            assert np.isfinite(layer.values).all(), path
            assert layer.values.size <= 60_000, path
        assert module.training


def test_attention_is_what_torch_weighs() -> None:
    net = api.Network()
    embedded = net.add("Embedding", net.add("Input"), vocabulary=2000, dimension=8)
    attended = net.add("MultiHeadAttention", embedded, heads=2)
    net.add("Dense", net.add("Flatten", attended), units=2, activation="Softmax")
    graph = net.graph
    state = prepare(project(graph, data={"dataset": "sentiment", "limit": 40}), device="cpu")
    network = state.networks["Classifier"]
    x = state.samples.prepared(state.samples.stored("test", np.array([0]))[0])
    with state.evaluating():
        found = capture(network, x)
        embedded = found.outputs["embedding1"][0]
        module = network.get_submodule("attention1")
        _, expected = module(embedded, embedded, embedded, need_weights=True, average_attn_weights=False)
    torch.testing.assert_close(found.attention["attention1"], expected)
    layer = seen(state, Layers("Classifier")).layers["attention1"]
    assert layer.kind == "attention"
    np.testing.assert_allclose(layer.values.sum(2), 1, rtol=1e-5)
    assert seen(state, Layers("Classifier")).layers["input1"].kind == "text"
