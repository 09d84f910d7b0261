"""Pictures for networks that learned from images of floats: black and white are the ends of their data."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from playground import api
from playground.engine.data.inspecting import inspect
from playground.engine.evaluating import show_samples
from playground.engine.inputs import read_input
from playground.engine.loop import prepare, run
from playground.engine.predict import predict_image, predict_samples
from playground.engine.previews import Previews
from playground.engine.state import TrainingState
from playground.engine.trained import TrainedModel
from playground.protocol import Predictions

LOW, HIGH = -50.0, 250.0


@pytest.fixture(scope="module")
def state(tmp_path_factory: pytest.TempPathFactory) -> TrainingState:
    folder = tmp_path_factory.mktemp("floats")
    x = np.random.default_rng(0).uniform(LOW, HIGH, (80, 8, 8)).astype(np.float32)
    x[0, 0, :2] = LOW, HIGH
    np.save(folder / "X_train.npy", x)
    np.save(folder / "y_train.npy", (x.mean((1, 2)) > 100).astype(np.int64))
    name, params = inspect([folder / "X_train.npy", folder / "y_train.npy"])
    net = api.Network()
    net.add("Dense", net.add("Flatten", net.add("Input")), units=2, activation="Softmax")
    made = api.new_project(
        "Floats", net, dataset=name, dataset_params={**params, "look": "images"},
        preparation={"scaling": "minmax"}, epochs=1, device="cpu",
    )  # fmt: skip
    found = prepare(made)
    list(run(found))
    return found


def test_a_drawing_and_a_file_come_in_the_units_of_the_data(state: TrainingState, tmp_path: Path) -> None:
    model = TrainedModel.from_state(state)
    grey = np.full((8, 8), 51, np.uint8)  # a fifth of the way from black to white
    expected = predict_samples(model, np.full((1, 1, 8, 8), LOW + 0.2 * (HIGH - LOW), np.float32))
    drawn = predict_image(model, grey)
    np.testing.assert_allclose(drawn.probabilities, expected.probabilities, rtol=1e-5)
    assert any("-50 and 250" in note for note in drawn.notes)
    Image.fromarray(grey).save(tmp_path / "grey.png")
    read = read_input(model, tmp_path / "grey.png")
    np.testing.assert_allclose(read.values, LOW + 0.2 * (HIGH - LOW), rtol=1e-5)


def test_they_are_seen_between_these_ends(state: TrainingState) -> None:
    shown = show_samples(state, "train", [0])
    x, _ = state.samples.stored("train", np.array([0]))
    low, high = state.samples.ends
    expected = np.rint(np.clip((x[0, 0] - low) / (high - low), 0, 1) * 255)
    assert shown.images is not None
    np.testing.assert_allclose(shown.images[0], expected, atol=1)
    told = next(event for event in Previews(state).events() if isinstance(event, Predictions))
    assert 100 < told.images.mean() < 155  # evenly spread grey, neither black nor white
