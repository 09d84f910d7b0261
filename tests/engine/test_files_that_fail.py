"""Files of one's own that cannot be read any more: while it trains, when a bundle is opened, when it goes on."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from playground import api
from playground.core.project import Project
from playground.engine import stores
from playground.engine.checkpoint import load_bundle, restore, save_bundle
from playground.engine.data import DataError, load_data
from playground.engine.data.inspecting import inspect
from playground.engine.errors import CannotTrain
from playground.engine.loop import prepare, run
from playground.engine.opened import Opened, resting_state
from playground.protocol import EpochDone, RunFailed

ROWS = 400


def write(folder: Path, rows: int) -> None:
    x = np.random.default_rng(0).normal(size=(rows, 64)).astype(np.float32)
    np.save(folder / "X_train.npy", x)
    np.save(folder / "y_train.npy", (x[:, 0] > 0).astype(np.int64))


@pytest.fixture
def made(tmp_path: Path) -> Project:
    write(tmp_path, ROWS)
    name, params = inspect([tmp_path / "X_train.npy", tmp_path / "y_train.npy"])
    net = api.Network()
    net.add("Dense", net.add("Input"), units=2, activation="Softmax")
    return api.new_project(
        "Own", net, dataset=name, dataset_params=params, epochs=5, batch_size=20, preparation={"scaling": "none"},
        device="cpu",
    )  # fmt: skip


def test_a_file_that_is_cut_while_it_is_read_ends_the_run_with_what_was_learned(
    made: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stores, "_MOST_ON_CPU", 0)
    state = prepare(made)
    events = run(state)
    for event in events:
        if isinstance(event, EpochDone):
            break
    with (tmp_path / "X_train.npy").open("r+b") as file:
        file.truncate(1000)
    last = list(events)[-1]
    assert isinstance(last, RunFailed)
    assert "X_train.npy: has become shorter while it was read" in last.message
    assert state.position.step >= state.samples.steps_per_epoch
    save_bundle(state, tmp_path / "kept.playground")
    assert load_bundle(tmp_path / "kept.playground").position.step == state.position.step


def test_a_bundle_of_data_that_have_changed_is_not_told_to_read_them_again(made: Project, tmp_path: Path) -> None:
    save_bundle(prepare(made), tmp_path / "b.playground")
    write(tmp_path, ROWS + 10)
    bundle = load_bundle(tmp_path / "b.playground")
    with pytest.raises(CannotTrain, match=r"was trained on other data: .*410 × 64") as refused:
        restore(bundle)
    assert "Bring back the files" in refused.value.hint
    assert resting_state(Opened(bundle, b"", None), 1) is None


def test_a_place_that_the_system_refuses_is_told_and_opens_all_the_same(made: Project, tmp_path: Path) -> None:
    save_bundle(prepare(made), tmp_path / "b.playground")
    params = {name: value for name, value in made.data.params.items() if name != "found"}
    nowhere = f"{tmp_path}/{'n' * 300}.npy"  # longer than a name may be
    found = {**made.data.params["found"], "of": [nowhere, *made.data.params["found"]["of"][1:]]}
    found["x"] = {**found["x"], "file": nowhere}
    moved = made.data.replace(params={**params, "x": nowhere, "found": found})
    with pytest.raises(DataError, match="File name too long"):
        load_data(moved)
    bundle = load_bundle(tmp_path / "b.playground")
    bundle = type(bundle)(**{**vars(bundle), "project": made.replace(data=moved)})
    assert resting_state(Opened(bundle, b"", None), 1) is None
