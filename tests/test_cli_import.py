"""``playground import``: what it writes, what it says, how it ends."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import onnx
import pytest
from onnx_models import hand_made, node, run as run_file

from playground import cli
from playground.engine.checkpoint import load_bundle

Run = pytest.CaptureFixture[str]
WEIGHT = np.random.default_rng(0).standard_normal((12, 3)).astype(np.float32)


def run(capsys: Run, *words: str | Path) -> tuple[int, str, str]:
    code = cli.main([str(word) for word in words])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


@pytest.fixture
def model(tmp_path: Path) -> Path:
    nodes = [node("Flatten", ["x"], ["f"]), node("MatMul", ["f", "out.weight"], ["s"]), node("Softmax", ["s"], ["y"])]
    return hand_made(tmp_path / "model.onnx", nodes, {"x": ["N", 3, 4]}, {"out.weight": WEIGHT})


@pytest.fixture
def odd(tmp_path: Path) -> Path:
    nodes = [node("Sin", ["x"], ["s"]), node("MatMul", ["s", "w"], ["y"])]
    return hand_made(tmp_path / "odd.onnx", nodes, {"x": ["N", 12]}, {"w": WEIGHT})


def test_a_model_becomes_a_bundle_that_predicts_and_exports_the_same(capsys: Run, model: Path, tmp_path: Path) -> None:
    bundle, again = tmp_path / "model.playground", tmp_path / "again.onnx"
    code, out, err = run(capsys, "import", model, "-o", bundle)
    assert (code, err) == (0, "")
    assert "3 layers, 36 weights, from opset 13" in out
    samples = np.random.default_rng(1).standard_normal((5, 3, 4)).astype(np.float32) * 3
    np.save(tmp_path / "samples.npy", samples)
    (wanted,) = run_file(model, [samples])
    code, out, err = run(capsys, "predict", bundle, "--input", tmp_path / "samples.npy", "--json")
    assert code == 0, err
    found = [sample["probabilities"] for sample in json.loads(out)["predictions"]]
    values = [list(row.values()) if isinstance(row, dict) else row for row in found]
    np.testing.assert_allclose(values, wanted, atol=1e-5)
    code, out, err = run(capsys, "export", bundle, "--format", "onnx", "-o", again)
    assert code == 0, err
    np.testing.assert_allclose(run_file(again, [samples])[0], wanted, atol=1e-5)


def test_a_bundle_that_is_there_is_replaced_only_with_force(capsys: Run, model: Path, tmp_path: Path) -> None:
    keep = tmp_path / "keep.playground"
    keep.write_bytes(b"mine")
    code, out, err = run(capsys, "import", model, "-o", keep)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "is there already" in err
    assert "--force" in err
    assert keep.read_bytes() == b"mine"
    assert run(capsys, "import", model, "-o", keep, "--force")[0] == 0
    assert load_bundle(keep).project.networks


def test_the_bundle_says_where_it_comes_from(capsys: Run, model: Path, tmp_path: Path) -> None:
    import hashlib

    bundle = tmp_path / "model.playground"
    assert run(capsys, "import", model, "-o", bundle)[0] == 0
    told = load_bundle(bundle).metadata["imported"]
    assert told["file"] == "model.onnx"
    assert told["sha256"] == hashlib.sha256(model.read_bytes()).hexdigest()


def test_what_is_missing_is_said_in_one_sentence(capsys: Run, odd: Path, tmp_path: Path) -> None:
    bundle = tmp_path / "odd.playground"
    code, out, _ = run(capsys, "import", odd, "-o", bundle)
    assert code == 0
    assert out.splitlines()[-1].startswith("1 operator has no layer here and is a placeholder: Sin")
    # its weights are in the bundle, but what cannot be built cannot be exported
    assert "dense1.weight" in load_bundle(bundle).weights
    code, _, err = run(capsys, "export", bundle, "--format", "onnx", "-o", tmp_path / "no.onnx")
    assert code == 1
    assert "the ONNX operator 'Sin' has no layer here" in err
    assert not (tmp_path / "no.onnx").exists()


def test_json_tells_layers_and_placeholders(capsys: Run, odd: Path, tmp_path: Path) -> None:
    code, out, _ = run(capsys, "import", odd, "-o", tmp_path / "odd.playground", "--json")
    assert code == 0
    told = json.loads(out)
    assert [layer["type"] for layer in told["layers"]] == ["Input", "onnx.Sin", "Dense"]
    assert told["placeholders"] == [{"id": "sin1", "operator": "Sin", "reason": "no layer here does that"}]


def test_an_open_shape_is_asked_for_and_taken(capsys: Run, tmp_path: Path) -> None:
    nodes = [node("Conv", ["x", "w"], ["c"]), node("GlobalAveragePool", ["c"], ["g"]), node("Flatten", ["g"], ["y"])]
    path = hand_made(
        tmp_path / "open.onnx", nodes, {"x": ["N", 3, "H", "W"]}, {"w": np.ones((2, 3, 3, 3), np.float32)}
    )  # fmt: skip
    code, _, err = run(capsys, "import", path, "-o", tmp_path / "open.playground")
    assert code == 1
    assert "leaves the size of its input 'x' open (3 × ? × ?)" in err
    code, _, err = run(capsys, "import", path, "-o", tmp_path / "open.playground", "--shape", "3,9,8")
    assert (code, err) == (0, "")
    assert load_bundle(tmp_path / "open.playground").model().data_shape.sizes == (3, 9, 8)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("import nothing.onnx -o x.playground", "nothing.onnx does not exist"),
        ("import . -o x.playground", ". is a folder"),
        ("import {model}", "Missing option"),
        ("import {model} -o x.json", "let its name end in .playground"),
        ("import {model} -o nowhere/x.playground", "nowhere does not exist"),
        ("import {model} -o x.playground --shape big", "'big' is not a list of sizes"),
        ("import {model} -o x.playground --shape 0,3", "'0,3' is no shape of a sample"),
    ],
)
def test_a_wrong_call_is_one_line(words: str, message: str, capsys: Run, model: Path) -> None:
    code, out, err = run(capsys, *words.format(model=model).split())
    assert (code, out) == (2, "")
    assert message in err
    assert err.count("\n") == 1


def test_a_damaged_file_is_one_line_and_nothing_is_written(capsys: Run, model: Path, tmp_path: Path) -> None:
    model.write_bytes(model.read_bytes()[:-30])
    code, out, err = run(capsys, "import", model, "-o", tmp_path / "x.playground")
    assert (code, out) == (1, "")
    assert err.startswith("playground: model.onnx: is not an ONNX file, or is damaged")
    assert err.count("\n") == 1
    assert not (tmp_path / "x.playground").exists()


SMALL_MACHINE = """
import resource, sys
from pathlib import Path
from playground import cli
import playground.engine.importing
words = [line.split() for line in Path("/proc/self/status").read_text().splitlines()]
used = next(int(word[1]) * 1024 for word in words if word[0] == "VmSize:")
resource.setrlimit(resource.RLIMIT_AS, (used + 2**28, used + 2**28))
sys.exit(cli.main(sys.argv[1:]))
"""


def test_too_little_memory_is_one_line(tmp_path: Path) -> None:
    """A gigabyte of weights where a quarter is left."""
    pytest.importorskip("resource")
    path = hand_made(tmp_path / "large.onnx", [node("MatMul", ["x", "w"], ["y"])], {"x": ["N", 2**14]})
    broken = onnx.load(path)
    weight = broken.graph.initializer.add(name="w", dims=[2**14, 2**14], data_type=onnx.TensorProto.FLOAT)
    weight.data_location = onnx.TensorProto.EXTERNAL
    weight.external_data.add(key="location", value="large.bin")
    path.write_bytes(broken.SerializeToString())
    with (tmp_path / "large.bin").open("wb") as file:
        file.truncate(2**30)
    words = ["import", str(path), "-o", str(tmp_path / "x.playground")]
    ended = subprocess.run(
        [sys.executable, "-c", SMALL_MACHINE, *words], capture_output=True, text=True, timeout=60, check=False
    )
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr == "playground: large.onnx: this machine has too little memory for that network.\n"
    assert not (tmp_path / "x.playground").exists()


def test_a_bundle_is_not_written_over_by_a_bad_import(capsys: Run, model: Path, tmp_path: Path) -> None:
    bundle = tmp_path / "x.playground"
    assert run(capsys, "import", model, "-o", bundle)[0] == 0
    before = bundle.read_bytes()
    broken = onnx.load(model)
    broken.graph.initializer[0].dims[:] = [1]
    model.write_bytes(broken.SerializeToString())
    assert run(capsys, "import", model, "-o", bundle, "--force")[0] == 1
    assert bundle.read_bytes() == before
