"""Weights and models taken away: readable elsewhere, and the same numbers there."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest
import safetensors
import safetensors.torch
import torch

import playground as pg
from playground.core.files import FileError
from playground.core.project import Project
from playground.engine.export import ExportError, export
from playground.engine.loop import prepare
from playground.engine.trained import TrainedModel

pytestmark = pytest.mark.usefixtures("warm_readers", "onnx_operators")


def residual_network() -> pg.Network:
    """Convolutions with a skip and a concatenation, batch norm, dropout, both poolings, a Softmax of its own."""
    net = pg.Network()
    image = net.add("Input")
    first = net.add("BatchNorm", net.add("Conv2D", image, filters=4, padding="same"))
    second = net.add("Conv2D", net.add("ReLU", first), filters=4, padding="same", activation="Tanh")
    added = net.add("Add", first, second)
    both = net.add("Concatenate", net.add("MaxPool2D", added, size=4), net.add("AvgPool2D", added, size=4))
    flat = net.add("Dropout", net.add("Flatten", both), rate=0.5)
    net.add("Softmax", net.add("Dense", flat, units=10))
    return net


def linear_network(activation: str = "Linear") -> pg.Network:
    net = pg.Network()
    net.add("Dense", net.add("Flatten", net.add("Input")), units=10, activation=activation)
    return net


def project_of(net: pg.Network, **training: object) -> Project:
    return pg.new_project("Mine", net, limit=128, epochs=1, batch_size=32, **training)


@pytest.fixture(scope="module")
def trained() -> pg.Trained:
    return pg.train(project_of(residual_network()))


def test_pt_is_a_plain_state_dict_that_torch_reads_without_running_anything(
    trained: pg.Trained, tmp_path: Path
) -> None:
    report = export(trained.state, tmp_path / "w.pt", "pt")
    weights = torch.load(tmp_path / "w.pt", weights_only=True)
    assert type(weights) is dict
    expected = trained.state.module.state_dict()
    assert set(weights) == set(expected) >= {"conv1.weight", "norm1.running_mean", "dense1.bias"}
    assert all(torch.equal(weights[name], expected[name]) for name in expected)
    assert all(tensor.device.type == "cpu" and not tensor.requires_grad for tensor in weights.values())
    assert any("weights_only=True" in line for line in report)


def test_pt_fits_a_module_written_by_hand(tmp_path: Path) -> None:
    trained = pg.train(project_of(linear_network("Softmax")))
    export(trained.state, tmp_path / "w.pt", "pt")
    by_hand = torch.nn.Sequential()
    by_hand.add_module("flatten1", torch.nn.Flatten())
    by_hand.add_module("dense1", torch.nn.Linear(784, 10))
    by_hand.load_state_dict(torch.load(tmp_path / "w.pt", weights_only=True))
    samples = np.random.default_rng(1).random((4, 1, 28, 28), dtype=np.float32)
    with torch.no_grad():
        expected = torch.softmax(by_hand(torch.from_numpy(samples)), dim=1).numpy()
    np.testing.assert_allclose(trained.predict(samples), expected, rtol=1e-5, atol=1e-7)


def test_safetensors_hold_the_same_tensors_with_title_and_classes(trained: pg.Trained, tmp_path: Path) -> None:
    export(trained.state, tmp_path / "w.safetensors", "safetensors")
    weights = safetensors.torch.load_file(tmp_path / "w.safetensors")
    expected = trained.state.module.state_dict()
    assert set(weights) == set(expected)
    assert all(torch.equal(weights[name], expected[name]) for name in expected)
    with safetensors.safe_open(tmp_path / "w.safetensors", "pt") as file:
        metadata = file.metadata()
    assert metadata["title"] == "Mine"
    assert metadata["classes"].split("\n") == [str(digit) for digit in range(10)]


def test_onnx_gives_the_same_probabilities_for_any_batch(trained: pg.Trained, tmp_path: Path) -> None:
    report = export(trained.state, tmp_path / "m.onnx", "onnx")
    model = onnx.load(tmp_path / "m.onnx")
    onnx.checker.check_model(model, full_check=True)
    session = onnxruntime.InferenceSession(tmp_path / "m.onnx", providers=["CPUExecutionProvider"])
    (given,), (found,) = session.get_inputs(), session.get_outputs()
    assert (given.name, given.shape) == ("input", ["batch", 1, 28, 28])
    assert (found.name, found.shape) == ("probabilities", ["batch", 10])
    for batch in (1, 2, 3, 17):
        samples = np.random.default_rng(batch).random((batch, 1, 28, 28), dtype=np.float32)
        (values,) = session.run(None, {"input": samples})
        np.testing.assert_allclose(values, trained.predict(samples), rtol=1e-4, atol=1e-6)
    assert {prop.key: prop.value for prop in model.metadata_props}["classes"] == json.dumps(list("0123456789"))
    assert any("batches of 64, 7 and 1" in line for line in report)
    assert not list(tmp_path.glob("*.data"))


@pytest.mark.parametrize(("activation", "output"), [("Linear", "scores"), ("Sigmoid", "probabilities")])
def test_onnx_is_the_network_as_drawn(activation: str, output: str, tmp_path: Path) -> None:
    loss = "binary_cross_entropy" if activation == "Sigmoid" else "cross_entropy"
    state = prepare(project_of(linear_network(activation), loss=loss))
    export(state, tmp_path / "m.onnx", "onnx")
    session = onnxruntime.InferenceSession(tmp_path / "m.onnx", providers=["CPUExecutionProvider"])
    assert session.get_outputs()[0].name == output
    samples = np.random.default_rng(3).random((2, 1, 28, 28), dtype=np.float32)
    dense = state.module.get_submodule("dense1")
    with torch.no_grad():
        scores = dense(torch.from_numpy(samples).flatten(1))
    expected = torch.sigmoid(scores) if activation == "Sigmoid" else scores
    (found,) = session.run(None, {"input": samples})
    np.testing.assert_allclose(found, expected.numpy(), rtol=1e-4, atol=1e-6)


def test_pt2_runs_without_its_source_for_any_batch(trained: pg.Trained, tmp_path: Path) -> None:
    report = export(trained.state, tmp_path / "m.pt2", "pt2")
    program = torch.export.load(tmp_path / "m.pt2")
    module = program.module()
    for batch in (1, 2, 19):
        samples = np.random.default_rng(batch).random((batch, 1, 28, 28), dtype=np.float32)
        found = module(torch.from_numpy(samples)).detach().numpy()
        np.testing.assert_allclose(found, trained.predict(samples), rtol=1e-4, atol=1e-6)
    assert any("torch.export.load(path)" in line for line in report)
    extra = {"title": "", "classes": ""}
    torch.export.load(tmp_path / "m.pt2", extra_files=extra)
    assert extra == {"title": "Mine", "classes": json.dumps(list("0123456789"))}


@pytest.mark.parametrize("name", ["mine", "mine.py"])
def test_python_source_runs_where_it_was_written(name: str, trained: pg.Trained, tmp_path: Path) -> None:
    done = export(trained.state, tmp_path / name, "py")
    assert {path for path in tmp_path.rglob("*") if path.is_file()} == set(done.files)
    model = tmp_path / "mine" / "model.py" if name == "mine" else tmp_path / name
    spec = importlib.util.spec_from_file_location("exported_model", model)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    samples = np.random.default_rng(5).random((9, 1, 28, 28), dtype=np.float32)
    with torch.no_grad():
        found = module.load()(torch.from_numpy(samples)).numpy()
    np.testing.assert_allclose(found, trained.predict(samples), rtol=1e-5, atol=1e-7)
    assert done.proof.size == sum(path.stat().st_size for path in done.files)


def test_weights_that_are_not_numbers_leave_the_old_onnx_file_alone(tmp_path: Path) -> None:
    state = prepare(project_of(linear_network("Softmax")))
    with torch.no_grad():
        state.module.get_submodule("dense1").weight.fill_(float("nan"))  # type: ignore[operator,union-attr]
    (tmp_path / "m.onnx").write_bytes(b"old")
    with pytest.raises(ExportError, match="nothing was written"):
        export(state, tmp_path / "m.onnx", "onnx")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("m.onnx", b"old")]


@pytest.mark.parametrize("kind", ["pt", "onnx", "pt2"])
def test_exporting_does_not_disturb_the_run(kind: str, tmp_path: Path) -> None:
    state = prepare(project_of(residual_network()))
    before = {name: tensor.clone() for name, tensor in state.module.state_dict().items()}
    random = torch.get_rng_state()
    threads = torch.get_num_threads()
    export(state, tmp_path / "out", kind)  # type: ignore[arg-type]
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    assert state.module.training
    assert torch.equal(torch.get_rng_state(), random)
    assert torch.get_num_threads() == threads
    assert all(torch.equal(tensor, before[name]) for name, tensor in state.module.state_dict().items())


def test_a_bundle_exports_as_its_run_does(trained: pg.Trained, tmp_path: Path) -> None:
    trained.save(tmp_path / "b.playground")
    export(TrainedModel.from_bundle(tmp_path / "b.playground"), tmp_path / "from-bundle.safetensors", "safetensors")
    export(trained.state, tmp_path / "from-run.safetensors", "safetensors")
    first, second = (safetensors.torch.load_file(tmp_path / f"from-{name}.safetensors") for name in ("bundle", "run"))
    assert list(first) == list(second)
    assert all(torch.equal(first[name], second[name]) for name in first)


def test_a_folder_that_is_not_there_is_named(trained: pg.Trained, tmp_path: Path) -> None:
    with pytest.raises(FileError, match=r"w\.pt: cannot be saved: there is no folder"):
        export(trained.state, tmp_path / "nowhere" / "w.pt", "pt")


def test_a_format_that_is_not_known_is_refused(trained: pg.Trained, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="pt, safetensors, onnx, pt2, py"):
        export(trained.state, tmp_path / "w.h5", "h5")  # type: ignore[arg-type]
