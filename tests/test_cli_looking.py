"""``playground evaluate``, ``predict`` on several files, rows and folders, and parts of a network exported."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import numpy as np
import pytest
from networks import chain, project

from playground import cli
from playground.core.project import Project, TaskSettings
from playground.engine.checkpoint import save_bundle
from playground.engine.evaluating import evaluate
from playground.engine.loop import prepare, run as train
from playground.engine.state import TrainingState

Run = pytest.CaptureFixture[str]
SCALED = {"preparation": {"scaling": "standardize"}}


def run(capsys: Run, *words: object) -> tuple[int, str, str]:
    code = cli.main([str(word) for word in words])
    out, err = capsys.readouterr()
    return code, out, err


def saved(made: Project, path: Path) -> TrainingState:
    state = prepare(made, device="cpu")
    list(train(state))
    save_bundle(state, path)
    return state


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cli")


@pytest.fixture(scope="module")
def iris(folder: Path) -> TrainingState:
    graph = chain("Input", ("Dense", {"units": 3, "activation": "Softmax"}))
    return saved(project(graph, data={"dataset": "iris", **SCALED}, epochs=3), folder / "iris.playground")


@pytest.fixture
def bundle(iris: TrainingState, folder: Path) -> Path:
    return folder / "iris.playground"


def test_evaluate_tells_and_writes_the_report(capsys: Run, bundle: Path, iris: TrainingState, tmp_path: Path) -> None:
    code, out, err = run(capsys, "evaluate", bundle, "--report", tmp_path / "r.json")
    assert (code, err) == (0, "")
    expected = evaluate(iris)
    assert out.startswith("Untitled: 30 test samples of Iris")
    assert f"{100 * expected.metrics['accuracy']:.2f} %" in out
    assert "was \\ called" in out
    assert json.loads((tmp_path / "r.json").read_text()) == json.loads(json.dumps(expected.to_dict()))
    code, out, _ = run(capsys, "evaluate", bundle, "--json", "--part", "train")
    assert json.loads(out)["samples"] == iris.samples.train_count


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--part", "all"), "Parts: test, validation, train"),
        (("--data-dir", "/nowhere"), "is not a folder"),
        (("--report", "/nowhere/r.json"), "does not exist"),
    ],
)
def test_evaluate_called_wrongly_says_so(capsys: Run, bundle: Path, words: tuple[str, ...], message: str) -> None:
    code, out, err = run(capsys, "evaluate", bundle, *words)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert message in err


def write_rows(path: Path, state: TrainingState, count: int = 4) -> np.ndarray:
    x = np.asarray(state.samples.arrays.train_x[:count])
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([state.samples.arrays.dataset.features, *x.tolist()])
    return x


def test_rows_become_rows(capsys: Run, bundle: Path, iris: TrainingState, tmp_path: Path) -> None:
    x = write_rows(tmp_path / "rows.csv", iris)
    code, out, _ = run(capsys, "predict", bundle, "--input", tmp_path / "rows.csv", "--csv", tmp_path / "out.csv")
    assert code == 0
    assert out.startswith("row 1: ")
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["row"] for row in rows] == [f"row {n}" for n in range(1, 5)]
    expected = iris.predict(x)
    classes = iris.samples.arrays.dataset.classes
    for row, values in zip(rows, expected, strict=True):
        assert row["prediction"] == classes[int(values.argmax())]
        np.testing.assert_allclose([float(row[name]) for name in classes], values, rtol=1e-5)
        assert float(row["confidence"]) == pytest.approx(values.max())


def test_of_several_files_what_cannot_be_read_is_named_and_the_rest_is_done(
    capsys: Run, bundle: Path, iris: TrainingState, tmp_path: Path
) -> None:
    (tmp_path / "in").mkdir()
    write_rows(tmp_path / "in" / "a.csv", iris, 2)
    (tmp_path / "in" / "b.csv").write_text("x,y\n1,2\n", encoding="utf-8")
    (tmp_path / "in" / "c.npy").write_bytes(b"nothing")
    code, out, err = run(capsys, "predict", bundle, "--input", tmp_path / "in", "--json")
    assert (code, err.count("\n")) == (1, 1)
    assert "2 of 3 files could not be used" in err
    assert "b.csv: lacks the columns" in err
    found = json.loads(out)
    assert [entry["row"] for entry in found["predictions"]] == ["row 1", "row 2"]
    assert {Path(entry["file"]).name for entry in found["predictions"]} == {"a.csv"}
    assert [Path(entry["file"]).name for entry in found["skipped"]] == ["b.csv", "c.npy"]


def test_results_are_not_written_over_what_is_read(
    capsys: Run, bundle: Path, iris: TrainingState, tmp_path: Path
) -> None:
    write_rows(tmp_path / "a.csv", iris)
    code, _, err = run(capsys, "predict", bundle, "--input", tmp_path / "a.csv", "--csv", tmp_path / "a.csv")
    assert code == 2
    assert "is the file that is read" in err


def test_numbers_are_told_in_their_units(capsys: Run, folder: Path) -> None:
    data = {"dataset": "diabetes", "preparation": {"scaling": "standardize", "target": "standardize"}}
    made = project(chain("Input", ("Dense", {"units": 1})), data=data, loss="mean_squared_error", epochs=3)
    state = saved(made, folder / "d.playground")
    x = np.asarray(state.samples.arrays.train_x[:2])
    np.save(folder / "x.npy", x)
    code, out, _ = run(capsys, "predict", folder / "d.playground", "--input", folder / "x.npy", "--json")
    assert code == 0
    said = [entry["values"]["progression"] for entry in json.loads(out)["predictions"]]
    np.testing.assert_allclose(said, state.predict(x)[:, 0], rtol=1e-5)


def test_a_decoder_is_exported_alone(capsys: Run, folder: Path) -> None:
    graph = chain("Input", "Flatten", ("Dense", {"units": 3}), ("Dense", {"units": 784, "activation": "Sigmoid"}))
    made = project(graph, data={"limit": 60}, loss="mean_squared_error", epochs=1)
    saved(made.replace(task=TaskSettings(type="autoencoder")), folder / "a.playground")
    words = ("export", folder / "a.playground", "--format", "onnx", "-o", folder / "d.onnx")
    code, out, _ = run(capsys, *words, "--part", "decoder")
    assert code == 0
    assert "input: batch × 3, float32; output: batch × 784 generated samples" in out
    code, _, err = run(capsys, *words, "--part", "half")
    assert (code, err.count("\n")) == (2, 1)
    code, out, _ = run(capsys, "predict", folder / "a.playground", "--input", folder / "none.png")
    assert code == 2
