"""Which sample really flowed through, of how many."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from networks import chain, project

from playground.core.presets import load_preset
from playground.engine.errors import CannotTrain
from playground.engine.lenses import look
from playground.engine.lenses.subjects import fed
from playground.engine.loop import prepare
from playground.engine.state import TrainingState
from playground.protocol import Brought, FromData, Layers, LayersSeen, Subject

NET = chain("Input", "Flatten", ("Dense", {"units": 10, "activation": "Softmax"}))


def seen(state: TrainingState, subject: Subject, brought: dict[int, np.ndarray] | None = None) -> LayersSeen:
    with state.evaluating():
        return look(state, Layers(state.network, subject), brought or {})


def on_digits(preset: str) -> TrainingState:
    made = load_preset(preset).project
    return prepare(made.replace(data=made.data.replace(dataset="digits", limit=64)), device="cpu")


def test_a_number_is_wrapped_around_and_counted() -> None:
    state = prepare(project(NET, data={"limit": 200}), device="cpu")
    count = state.samples.test_count
    found = seen(state, FromData("test", count + 4))
    assert (found.subject, found.count) == (FromData("test", 4), count)
    found = seen(state, FromData("train", 7))
    assert (found.subject, found.count) == (FromData("train", 7), state.samples.train_count)
    x, _ = state.samples.stored("test", np.array([0]))
    assert seen(state, Brought(2), {2: x[0, 0]}).subject == Brought(2)


def test_an_empty_part_is_replaced_by_the_training_part() -> None:
    rows = chain("Input", ("Dense", {"units": 3, "activation": "Softmax"}))
    state = prepare(project(rows, data={"dataset": "iris", "test": 0.0}), device="cpu")
    assert state.samples.test_count == 0
    assert seen(state, FromData("test", 3)).subject == FromData("train", 3)


def test_noise_is_not_counted() -> None:
    made = load_preset("gan-small").project
    made = made.replace(
        data=made.data.replace(dataset="digits", limit=64), training=made.training.replace(device="cpu")
    )
    state = prepare(made)
    with state.evaluating():
        found = look(state, Layers("Generator", FromData("test", 5)), {})
    assert (found.subject.number, found.count, found.sample) == (5, 0, "noise 5")


def test_an_autoencoder_that_ends_in_a_dense_layer_gives_an_image_back() -> None:
    made = load_preset("vae-2d").project
    made = made.replace(
        data=made.data.replace(dataset="digits", limit=64), training=made.training.replace(device="cpu")
    )
    state = prepare(made)
    found = seen(state, FromData())
    graph = made.networks[state.network]
    ends = [node.id for node in graph.nodes if not any(link.source == node.id for link in graph.links)]
    images = [found.layers[end] for end in ends if found.layers[end].kind == "image"]
    assert [image.values.shape for image in images] == [(28, 28)]


def test_a_text_of_ones_own_is_its_words() -> None:
    made = load_preset("text-sentiment").project
    state = prepare(made.replace(training=made.training.replace(device="cpu")))
    vocabulary, length = state.samples.arrays.words, state.samples.arrays.dataset.shape.sizes[0]
    text = f"{vocabulary[5]} Qwxyz, {vocabulary[0]}!"
    expected = np.array([[0] * (length - 3) + [7, 1, 2]])  # 0 is padding, 1 a word that nobody knows, words from 2 on
    with state.evaluating():
        found = fed(state, state.network, Brought(3), {3: np.array(text)})
        by_hand = state.networks[state.network](torch.from_numpy(expected))
        np.testing.assert_allclose(state.networks[state.network](found.x), by_hand)
    assert found.words == (vocabulary[5], "?", vocabulary[0])
    with pytest.raises(CannotTrain, match="no word"):
        fed(state, state.network, Brought(3), {3: np.array("!?")})
    rows = prepare(project(NET, data={"limit": 200}), device="cpu")
    with pytest.raises(CannotTrain, match="no text"):
        fed(rows, rows.network, Brought(3), {3: np.array("good")})
