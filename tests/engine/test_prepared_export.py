"""What was fitted to the data leaves with the network: exports take and give the units of the data."""

from __future__ import annotations

import csv
import importlib.util
import json
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import onnxruntime
import pytest
import safetensors
import safetensors.torch
import torch
from networks import chain, project

from playground.core.project import Project
from playground.engine.data.inspecting import inspect
from playground.engine.export import export
from playground.engine.export.given import given_to
from playground.engine.export.interface import interface_of
from playground.engine.loop import prepare, run
from playground.engine.trained import TrainedModel

pytestmark = pytest.mark.usefixtures("warm_readers", "onnx_operators")
FORMATS = ("onnx", "pt2", "py", "pt", "safetensors")
REGRESSION = chain("Input", ("Dense", {"units": 8, "activation": "Tanh"}), ("Dense", {"units": 1}))


@pytest.fixture(scope="module")
def houses(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A table with a category, missing numbers, and a target far from 0."""
    path = tmp_path_factory.mktemp("houses") / "houses.csv"
    generator = np.random.default_rng(3)
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["area", "year", "heating", "price"])
        for number in range(90):
            area, year = generator.normal(120, 30), int(generator.integers(1950, 2020))
            price = 1_000_000 + 900 * area + 50 * (year - 1980)
            shown = "" if number % 7 == 0 else f"{area:.3f}"
            writer.writerow([shown, year, ("gas", "wood", "oil")[number % 3], f"{price:.2f}"])
    return path


def houses_project(path: Path) -> Project:
    name, params = inspect(path)
    params["target"] = ["price"]
    preparation = {"scaling": "standardize", "target": "standardize"}
    data: dict[str, Any] = {"dataset": name, "params": params, "preparation": preparation}
    return project(REGRESSION, data=data, loss="mean_squared_error", epochs=2)


@pytest.fixture(scope="module")
def model(houses: Path) -> TrainedModel:
    state = prepare(houses_project(houses), device="cpu")
    list(run(state))
    return TrainedModel.from_state(state)


ROWS = np.array([[95.5, 1987, 1, 0, 0], [np.nan, 2001, 0, 1, 0], [180.0, 1955, 0, 0, 1]], np.float32)


def test_the_model_predicts_in_units_of_the_target_with_a_number_missing(model: TrainedModel) -> None:
    assert model.inputs.fill is not None
    assert model.inputs.shift is not None
    found = model.predict(ROWS)
    assert found.shape == (3, 1)
    assert (found > 900_000).all()
    filled = ROWS.copy()
    filled[1, 0] = model.inputs.fill[0]
    np.testing.assert_array_equal(model.predict(filled), found)
    # by hand, layer by layer
    weights = {name: tensor.numpy() for name, tensor in model.module.state_dict().items()}
    x = (filled - model.inputs.shift) / model.inputs.scale
    hidden = np.tanh(x @ weights["dense1.weight"].T + weights["dense1.bias"])
    by_hand = hidden @ weights["dense2.weight"].T + weights["dense2.bias"]
    np.testing.assert_allclose(found, by_hand * model.targets.scale + model.targets.shift, rtol=1e-6)


def test_the_state_says_the_same_as_its_model(houses: Path) -> None:
    state = prepare(houses_project(houses), device="cpu")
    np.testing.assert_allclose(state.predict(ROWS), TrainedModel.from_state(state).predict(ROWS), rtol=1e-6)


@pytest.mark.parametrize("kind", FORMATS)
def test_every_format_proves_itself_on_samples_as_they_are_with_a_gap(
    kind: str, model: TrainedModel, tmp_path: Path
) -> None:
    (samples,) = given_to(model, interface_of(model), None).inputs
    assert np.isnan(samples).any()
    done = export(model, tmp_path / f"m.{kind}", kind)  # type: ignore[arg-type]
    assert done.proof.real
    assert done.proof.agreement is None  # no classes
    spread = 100 * float(np.abs(model.targets.scale).max())  # type: ignore[arg-type]
    assert done.proof.tolerance < spread / 100  # held against the spread of the prices, not against their height
    told = "\n".join(done.lines)
    assert "area" in told
    assert "heating" in told
    assert "price" in told


def test_onnx_takes_rows_as_they_stand_in_the_table(model: TrainedModel, tmp_path: Path) -> None:
    export(model, tmp_path / "m.onnx", "onnx")
    session = onnxruntime.InferenceSession(tmp_path / "m.onnx", providers=["CPUExecutionProvider"])
    assert session.get_outputs()[0].name == "values"
    (found,) = session.run(None, {"input": ROWS})
    np.testing.assert_allclose(found, model.predict(ROWS), rtol=1e-6)
    told = {prop.key: prop.value for prop in onnx.load(tmp_path / "m.onnx").metadata_props}
    assert json.loads(told["features"]) == ["area", "year", "heating=gas", "heating=oil", "heating=wood"]
    assert json.loads(told["targets"]) == ["price"]
    assert set(json.loads(told["preparation"])) == {"inputs", "outputs"}


def test_weights_alone_carry_the_preparation(model: TrainedModel, tmp_path: Path) -> None:
    done = export(model, tmp_path / "w.safetensors", "safetensors")
    with safetensors.safe_open(tmp_path / "w.safetensors", "pt") as file:
        preparation = json.loads(file.metadata()["preparation"])
    np.testing.assert_array_equal(np.float32(preparation["inputs"]["fill"]), model.inputs.fill)
    np.testing.assert_array_equal(np.float32(preparation["outputs"]["scale"]), model.targets.scale)
    assert set(safetensors.torch.load_file(tmp_path / "w.safetensors")) == set(model.module.state_dict())
    assert any("prepared samples" in line for line in done.lines)
    export(model, tmp_path / "w.pt", "pt")
    weights = torch.load(tmp_path / "w.pt", weights_only=True)
    extra = {key for key in weights if key.startswith("preparation.")}
    assert extra == {f"preparation.inputs.{n}" for n in ("fill", "shift", "scale")} | {
        f"preparation.outputs.{n}" for n in ("shift", "scale")
    }
    assert set(weights) - extra == set(model.module.state_dict())


def load_source(path: Path) -> Any:
    spec = importlib.util.spec_from_file_location("exported", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_python_source_scales_by_itself_and_names_its_columns(model: TrainedModel, tmp_path: Path) -> None:
    export(model, tmp_path / "m", "py")
    exported = load_source(tmp_path / "m" / "model.py")
    np.testing.assert_allclose(exported.predict(ROWS).numpy(), model.predict(ROWS), rtol=1e-6)
    assert exported.FEATURES == ("area", "year", "heating=gas", "heating=oil", "heating=wood")
    assert exported.TARGETS == ("price",)
    readme = (tmp_path / "m" / "README.md").read_text(encoding="utf-8")
    assert "columns in order: area, year, heating=gas" in readme
    assert "There is no training script: it is written for networks that tell classes apart." in readme
    assert not (tmp_path / "m" / "train.py").exists()


def test_images_that_were_scaled_are_taken_from_0_to_1(tmp_path: Path) -> None:
    graph = chain("Input", "Flatten", ("Dense", {"units": 10, "activation": "Softmax"}))
    data = {"limit": 200, "preparation": {"scaling": "symmetric"}}
    state = prepare(project(graph, data=data, epochs=1), device="cpu")
    model = TrainedModel.from_state(state)
    x = np.random.default_rng(0).random((4, 1, 28, 28), np.float32)
    by_hand = model.module(torch.from_numpy(2 * x - 1)).detach().numpy()
    np.testing.assert_allclose(model.predict(x), by_hand, rtol=1e-5, atol=1e-7)
    for kind in FORMATS:
        assert export(state, tmp_path / f"m.{kind}", kind).proof.agreement == 64  # type: ignore[arg-type]
    session = onnxruntime.InferenceSession(tmp_path / "m.onnx", providers=["CPUExecutionProvider"])
    np.testing.assert_allclose(session.run(None, {"input": x})[0], by_hand, rtol=1e-4, atol=1e-6)


def test_nothing_is_added_where_nothing_is_prepared(tmp_path: Path) -> None:
    graph = chain("Input", "Flatten", ("Dense", {"units": 10, "activation": "Softmax"}))
    export(TrainedModel.untrained(project(graph)), tmp_path / "m", "py")
    assert "Prepared" not in (tmp_path / "m" / "model.py").read_text(encoding="utf-8")
    export(TrainedModel.untrained(project(graph)), tmp_path / "m.onnx", "onnx")
    names = {node.op_type for node in onnx.load(tmp_path / "m.onnx").graph.node}
    assert not names & {"Sub", "Div", "Where", "IsNaN"}


def test_a_bundle_keeps_the_preparation(model: TrainedModel, houses: Path, tmp_path: Path) -> None:
    from playground.engine.checkpoint import save_bundle

    state = prepare(houses_project(houses), device="cpu")
    list(run(state))
    save_bundle(state, tmp_path / "h.playground")
    np.testing.assert_array_equal(
        TrainedModel.from_bundle(tmp_path / "h.playground").predict(ROWS), model.predict(ROWS)
    )


def test_one_output_that_tells_two_classes_gives_both(tmp_path: Path) -> None:
    for activation in ("Sigmoid", "Linear"):
        graph = chain("Input", ("Dense", {"units": 1, "activation": activation}))
        data = {"dataset": "breast-cancer", "preparation": {"scaling": "standardize"}}
        state = prepare(project(graph, data=data, loss="binary_cross_entropy", epochs=1), device="cpu")
        list(run(state))
        model = TrainedModel.from_state(state)
        x = np.asarray(state.samples.arrays.train_x[:20])
        found = model.predict(x)
        assert model.classes == state.samples.arrays.dataset.classes
        np.testing.assert_allclose(found.sum(1), 1, atol=1e-6)
        np.testing.assert_allclose(found, state.predict(x), atol=1e-6)
        export(model, tmp_path / activation, "py")
        exported = load_source(tmp_path / activation / "model.py")
        np.testing.assert_allclose(exported.predict(x).numpy(), found, atol=1e-6)
        assert (tmp_path / activation / "train.py").exists()
