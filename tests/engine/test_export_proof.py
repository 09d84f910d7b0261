"""Every export is read again in a clean process, and agrees there with the network."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnxruntime
import pytest
import torch
from exporting import SMALL, built
from networks import project

import playground as pg
from playground.core.project import DataSettings
from playground.engine.data import load_data
from playground.engine.export import export
from playground.engine.export.given import find_samples, given_to
from playground.engine.export.interface import interface_of
from playground.engine.export.proof import compare
from playground.engine.trained import TrainedModel

pytestmark = pytest.mark.usefixtures("warm_readers", "onnx_operators")


@pytest.fixture
def model() -> TrainedModel:
    return built(project(SMALL))


# --- what agrees -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["pt", "safetensors", "onnx", "pt2", "py"])
def test_the_proof_tells_what_was_compared_and_measured(kind: str, model: TrainedModel, tmp_path: Path) -> None:
    stages: list[str] = []
    done = export(model, tmp_path / f"m.{kind}", kind, tell=stages.append)  # type: ignore[arg-type]
    proof = done.proof
    assert stages == ["preparing", "writing", "proving"]
    assert (proof.samples, proof.real, proof.batches, proof.agreement) == (64, True, (64, 7, 1), 64)
    assert 0 <= proof.difference <= 1e-6 < proof.tolerance <= 1e-4  # the outputs are probabilities
    assert proof.size == sum(path.stat().st_size for path in done.files)
    assert proof.milliseconds > 0
    assert proof.own_milliseconds > 0
    runtime = f"onnxruntime {onnxruntime.__version__}" if kind == "onnx" else f"torch {torch.__version__}"
    assert proof.runtime == runtime
    assert "64 of 64" in "\n".join(done)


def test_it_is_tried_on_test_samples_spread_evenly_as_the_network_gets_them() -> None:
    samples = find_samples(project(SMALL))
    test_x = load_data(DataSettings(dataset="digits")).test_x
    assert samples is not None
    assert samples.shape == (64, 1, 28, 28)
    assert samples.dtype == np.float32
    assert np.array_equal(samples[0], test_x[0] / np.float32(255))
    assert np.array_equal(samples[-1], test_x[-1] / np.float32(255))


def test_without_the_data_it_is_tried_on_random_samples_and_says_so(tmp_path: Path) -> None:
    model = built(project(SMALL, data={"dataset": "mnist"}))
    done = export(model, tmp_path / "m.pt", "pt", data_dir=tmp_path)
    assert not done.proof.real
    assert any("random samples" in line for line in done)
    assert any("not on this machine" in line for line in done)


def test_with_the_data_in_the_folder_that_is_named_it_is_tried_on_them(mnist_dir: Path, tmp_path: Path) -> None:
    model = built(project(SMALL, data={"dataset": "mnist"}))
    assert export(model, tmp_path / "m.pt", "pt", data_dir=mnist_dir).proof.real


# --- any graph -------------------------------------------------------------------------------------------------------


def many() -> TrainedModel:
    """An image, five ids and noise go in; ten probabilities and one number come out."""
    net = pg.Network()
    image, words = net.add("Input"), net.add("Input", shape=(5,), values="ids")
    seen = net.add("Dense", net.add("Flatten", image), units=6, activation="ReLU")
    read = net.add("Flatten", net.add("Embedding", words, vocabulary=11, dimension=4))
    both = net.add("Concatenate", seen, read, net.add("Noise", size=3))
    net.add("Dense", both, units=10, activation="Softmax")
    net.add("Dense", both, units=1)
    return built(pg.new_project("Many", net))


def test_several_inputs_and_outputs_go_by_the_names_of_their_layers(tmp_path: Path) -> None:
    model = many()
    done = export(model, tmp_path / "m.onnx", "onnx")
    session = onnxruntime.InferenceSession(tmp_path / "m.onnx", providers=["CPUExecutionProvider"])
    given = {one.name: (one.type, one.shape) for one in session.get_inputs()}
    assert given == {
        "input1": ("tensor(float)", ["batch", 1, 28, 28]),
        "input2": ("tensor(int64)", ["batch", 5]),
        "noise1": ("tensor(float)", ["batch", 3]),
    }
    assert [one.name for one in session.get_outputs()] == ["dense2", "dense3"]
    assert done.proof.agreement == 64


@pytest.mark.parametrize("kind", ["pt", "pt2", "py"])
def test_any_graph_agrees_in_the_other_formats_too(kind: str, tmp_path: Path) -> None:
    assert export(many(), tmp_path / f"m.{kind}", kind).proof.agreement == 64  # type: ignore[arg-type]


def test_ids_stay_within_the_smallest_vocabulary_and_noise_is_normal() -> None:
    model = many()
    image, words, noise = given_to(model, interface_of(model), None).inputs
    assert (image.shape, words.shape, noise.shape) == ((64, 1, 28, 28), (64, 5), (64, 3))
    assert words.dtype == np.int64
    assert 0 <= words.min() <= words.max() <= 10
    assert 0 <= image.min() <= image.max() <= 1
    assert noise.min() < -1


def test_a_sequence_with_attention_and_a_recurrent_layer_keeps_its_batch_free(tmp_path: Path) -> None:
    net = pg.Network()
    rows = net.add("Reshape", net.add("Input"), sizes=(28, 28))
    read = net.add("LSTM", net.add("TransformerEncoder", rows, heads=4), units=6, bidirectional=True)
    net.add("Dense", read, units=10)
    assert export(built(pg.new_project("Rows", net)), tmp_path / "m.onnx", "onnx").proof.agreement == 64


# --- the rule --------------------------------------------------------------------------------------------------------


def test_a_difference_counts_against_the_largest_value_of_its_output() -> None:
    expected = np.array([[1000.0, 0.0], [0.0, 500.0]], dtype=np.float32)
    assert compare([expected], [expected + np.float32(0.09)], ("scores",)).agrees
    assert not compare([expected], [expected + np.float32(0.11)], ("scores",)).agrees
    small = expected / 1e6
    assert not compare([small], [small + np.float32(0.001)], ("scores",)).agrees
    assert not compare([expected], [np.full_like(expected, np.nan)], ("scores",)).agrees


def test_every_output_has_its_own_measure() -> None:
    large, small = np.full((3, 2), 1e6, dtype=np.float32), np.full((3, 2), 1.0, dtype=np.float32)
    assert compare([large, small], [large + 50, small], ("a", "b")).agrees
    assert not compare([large, small], [large, small + np.float32(0.01)], ("a", "b")).agrees


def test_a_class_may_change_only_where_it_is_a_close_call() -> None:
    close = np.array([[0.5, 0.49999], [0.9, 0.1]], dtype=np.float32)
    turned = np.array([[0.49999, 0.5], [0.9, 0.1]], dtype=np.float32)
    found = compare([close], [turned], ("probabilities",))
    assert (found.agreement, found.wrong, found.agrees) == (1, 0, True)
    far = compare([np.array([[0.9, 0.1]])], [np.array([[0.1, 0.9]])], ("probabilities",))
    assert (far.agreement, far.wrong, far.agrees) == (0, 1, False)


@pytest.mark.parametrize(("name", "expected", "agreement"), [("probabilities", 0.7, 1), ("scores", 0.7, 1)])
def test_a_single_number_decides_between_two_classes(name: str, expected: float, agreement: int) -> None:
    right = np.array([[expected], [0.6]], dtype=np.float32)
    assert compare([right], [right], (name,)).agreement == 2
    other = right - np.float32(0.65)  # below one half, and for one of them below zero
    assert compare([right], [other], (name,)).agreement == (0 if name == "probabilities" else agreement)


def test_outputs_that_are_no_classes_have_no_agreement() -> None:
    images = np.ones((4, 3, 5, 5), dtype=np.float32)
    assert compare([images], [images], ("scores",)).agreement is None
