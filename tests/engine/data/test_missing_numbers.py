"""Numbers that are missing: in whichever part they are they are filled, dropped and counted, or told."""

from __future__ import annotations

import importlib
import re
from pathlib import Path

import numpy as np
import pytest
import torch
from networks import chain, project

from playground import protocol
from playground.core.project import Project
from playground.engine.data import DataError, Fitted, load_data
from playground.engine.data.inspecting import inspect
from playground.engine.loop import prepare, run
from playground.engine.samples import Samples

ARRAYS = importlib.import_module("playground.engine.data.sources.own_arrays")
RANDOM = np.random.default_rng(5)


def project_of(folder: Path, x: np.ndarray, test: np.ndarray | None = None, missing: str = "median") -> Project:
    parts = {"train": x} if test is None else {"train": x, "test": test}
    for name, values in parts.items():
        np.save(folder / f"X_{name}.npy", values)
        np.save(folder / f"y_{name}.npy", np.arange(len(values)) % 2)
    name, params = inspect([str(folder / "X_train.npy")])
    layers = ("Flatten",) if x.ndim > 2 else ()
    graph = chain("Input", *layers, ("Dense", {"units": 2, "activation": "Softmax"}))
    data = {"dataset": name, "params": params, "preparation": {"missing": missing}}
    return project(graph, data=data, epochs=2, batch_size=32)


def rows(count: int, *gaps: int) -> np.ndarray:
    x = RANDOM.normal(5, 1, (count, 3)).astype(np.float32)
    x[list(gaps), 1] = np.nan
    return x


@pytest.mark.parametrize("how", ["median", "mean", "zero"])
def test_a_gap_in_the_test_part_alone_is_filled_from_the_training_part(tmp_path: Path, how: str) -> None:
    x, test = rows(120), rows(30, 3)
    state = prepare(project_of(tmp_path, x, test, how))
    train = x[state.samples.train_indices.numpy(), 1].astype(np.float64)
    wanted = {"median": np.median(train), "mean": train.mean(), "zero": 0.0}[how]
    ((given, _),) = state.samples.test(1000)
    assert float(given[3, 1]) == pytest.approx(wanted, rel=1e-6)
    end = list(run(state))[-1]
    assert isinstance(end, protocol.RunFinished)
    assert end.test is not None
    assert np.isfinite(end.test["loss"])


def test_a_gap_in_the_validation_part_alone_is_filled(tmp_path: Path) -> None:
    whole = project_of(tmp_path, rows(120))
    whole = whole.replace(data=whole.data.replace(validation=0.25))
    place = int(Samples(load_data(whole.data), whole, torch.device("cpu")).validation_indices[0])
    made = project_of(tmp_path, rows(120, place))
    made = made.replace(data=made.data.replace(validation=0.25))
    state = prepare(made)
    assert place in state.samples.validation_indices.tolist()
    assert all(bool(torch.isfinite(x).all()) for x, _ in state.samples.validation(1000))


def test_samples_with_gaps_are_dropped_from_arrays_and_counted(tmp_path: Path) -> None:
    x, test = rows(120, 2, 7, 50), rows(30, 3)
    arrays = load_data(project_of(tmp_path, x, test, "drop").data)
    kept, held = np.delete(np.arange(120), [2, 7, 50]), np.delete(np.arange(30), 3)
    np.testing.assert_array_equal(arrays.train_x, x[kept])
    np.testing.assert_array_equal(arrays.train_y, kept % 2)
    np.testing.assert_array_equal(arrays.test_x, test[held])
    np.testing.assert_array_equal(arrays.test_y, held % 2)
    assert (arrays.dataset.train_samples, arrays.dataset.test_samples) == (117, 29)
    assert "Left out: 3 samples with a missing number." in arrays.notes
    assert "Left out: 1 sample with a missing number in the test part." in arrays.notes
    assert arrays.origins[2] == "sample 3"
    assert arrays.origins[117 + 3] == "test sample 4"
    assert isinstance(list(run(prepare(project_of(tmp_path, x, test, "drop"))))[-1], protocol.RunFinished)


def test_an_npz_drops_them_too(tmp_path: Path) -> None:
    np.savez(tmp_path / "all.npz", X=rows(40, 1), y=np.arange(40) % 2)
    name, params = inspect([str(tmp_path / "all.npz")])
    made = project_of(tmp_path, rows(40))
    data = made.data.replace(dataset=name, params=params, preparation=made.data.preparation.replace(missing="drop"))
    assert len(load_data(data).train_x) == 39


def test_samples_of_which_each_lacks_a_number_are_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="every sample lacks a number"):
        load_data(project_of(tmp_path, rows(20, *range(20)), missing="drop").data)


def test_none_are_dropped_from_an_array_on_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ARRAYS, "_CONVERTED_BYTES", 100)
    with pytest.raises(DataError, match=r"2 samples with a missing number cannot be left out .* on disk"):
        load_data(project_of(tmp_path, rows(20, 3, 9), missing="drop").data)


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        (np.nan, r"because number 4 of the test part \(test sample 3\) holds a number that is missing or infinite"),
        (3e38, "because numbers become infinite or undefined in Dense"),
    ],
)
def test_a_test_part_that_cannot_be_measured_takes_nothing_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, spoil: float, why: str
) -> None:
    """Sequences on disk are not looked through before a run, so that what is wrong in them shows at its end."""
    monkeypatch.setattr(ARRAYS, "_CONVERTED_BYTES", 100)
    x = RANDOM.normal(size=(84, 5, 2)).astype(np.float32)
    made = project_of(tmp_path, x[:64], x[64:])
    test = np.load(tmp_path / "X_test.npy")
    test[3] = spoil
    np.save(tmp_path / "X_test.npy", test)
    state = prepare(made)
    with torch.no_grad():
        for weights in state.module.parameters():
            weights.mul_(100)  # so that sums of what is near the largest number overflow
    end = list(run(state))[-1]
    assert isinstance(end, protocol.RunFinished)
    assert (end.reason, end.test, state.history.test) == ("finished", None, None)
    assert (state.position.epoch, state.position.step, len(state.history.epochs)) == (2, end.step, 2)
    assert "The test part could not be measured: its loss is" in end.note
    assert re.search(why, end.note), end.note
    assert "learning rate" not in end.note


@pytest.mark.parametrize("divisor", [0, -255, float("nan"), float("inf"), "255", None, True, [1]])
def test_a_divisor_that_cannot_be_divided_by_is_refused(divisor: object) -> None:
    with pytest.raises(ValueError, match="divisor"):
        Fitted.from_dict({"divisor": divisor})
    assert Fitted.from_dict({"divisor": 255}).divisor == 255
