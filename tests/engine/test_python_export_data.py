"""The data that travel with an exported training script are those that the network learned from, or there is none."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest

from playground.core.presets import load_preset
from playground.core.project import Project
from playground.engine.checkpoint import load_bundle, save_bundle
from playground.engine.export import ExportError, export
from playground.engine.export.python_source import to_python
from playground.engine.loop import prepare, run
from playground.engine.state import TrainingState


def quick() -> Project:
    """A preset whose files anybody may replace by others of the same name."""
    made = load_preset("npy-binary").project
    return made.replace(training=made.training.replace(epochs=1, device="cpu"))


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """A data folder with other arrays of the same shape."""
    folder = tmp_path / "data" / "npy-binary"
    folder.mkdir(parents=True)
    x = np.random.default_rng(3).uniform(-1, 1, (2000, 100)).astype(np.float32)
    np.save(folder / "X_train.npy", x)
    np.save(folder / "y_train.npy", (x[:, 0] > 0).astype(np.uint8))
    return folder.parent


@pytest.fixture
def trained(mine: Path) -> TrainingState:
    state = prepare(quick(), data_dir=mine)
    list(run(state))
    return state


def carried(content: bytes) -> np.ndarray:
    with np.load(io.BytesIO(content)) as arrays:
        return np.array(arrays["train_x"])


def test_a_run_on_ones_own_files_takes_these_along(trained: TrainingState, mine: Path, tmp_path: Path) -> None:
    export(trained, tmp_path / "net", "py", data_dir=mine)
    own = np.load(mine / "npy-binary" / "X_train.npy")
    np.testing.assert_array_equal(carried((tmp_path / "net" / "data.npz").read_bytes()), own)


def test_a_bundle_takes_along_what_it_learned_from_or_says_that_it_is_not_there(
    trained: TrainingState, mine: Path, tmp_path: Path
) -> None:
    save_bundle(trained, tmp_path / "b.playground")
    model = load_bundle(tmp_path / "b.playground").model()
    own = np.load(mine / "npy-binary" / "X_train.npy")
    np.testing.assert_array_equal(carried(to_python(model, "x", mine)["data.npz"]), own)
    with pytest.raises(ExportError, match="not those that the network learned from"):
        export(model, tmp_path / "net", "py")  # without the folder the program's own are found
    assert not (tmp_path / "net").exists()
