"""``playground train`` on files of one's own that were replaced since the project was saved."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from playground import api, cli
from playground.core.files import save_project
from playground.core.project import Project
from playground.engine.data.inspecting import inspect


def files(folder: Path, count: int, width: int = 4, classes: int = 2) -> None:
    rng = np.random.default_rng(count)
    x = rng.normal(size=(count, width)).astype(np.float32)
    np.save(folder / "X_train.npy", x)
    np.save(folder / "y_train.npy", (np.arange(count) % classes).astype(np.int64))


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    files(tmp_path, 60)
    name, params = inspect([tmp_path / "X_train.npy", tmp_path / "y_train.npy"])
    net = api.Network()
    net.add("Dense", net.add("Input"), units=2, activation="Softmax")
    project: Project = api.new_project("Own", net, dataset=name, dataset_params=params, epochs=1, device="cpu")
    save_project(project, tmp_path / "own.json")
    return tmp_path / "own.json"


def run(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    code = cli.main([str(word) for word in words])
    out, err = capsys.readouterr()
    return code, out, err


def test_others_of_another_length_and_width_are_trained_on_and_it_is_said(
    saved: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files(saved.parent, 90, width=7)
    before = saved.read_bytes()
    code, out, err = run(capsys, "train", saved, "--json", saved.parent / "m.json")
    assert (code, err) == (0, ""), err
    assert "holds 90 × 7 values of float32; it held 60 × 4" in " ".join(out.split())
    assert "The files were read again." in " ".join(out.split())
    assert json.loads((saved.parent / "m.json").read_text())["parameters"] == 7 * 2 + 2
    assert saved.read_bytes() == before


def test_others_that_do_not_fit_the_network_are_refused_with_what_to_do(
    saved: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files(saved.parent, 90, classes=3)
    code, _, err = run(capsys, "train", saved)
    assert code == 1
    assert "3" in err
    assert "Traceback" not in err
