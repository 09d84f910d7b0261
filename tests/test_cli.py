"""The command line, called in this process: what it prints, what it writes, how it ends."""

from __future__ import annotations

import json
import re
from pathlib import Path

import numpy as np
import pytest
import torch

from playground import __version__, cli
from playground.core.files import save_project
from playground.core.presets import preset_names, preset_path
from playground.core.project import DataSettings, Project
from playground.engine.data import load_data

Run = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The first preset, trained for one epoch."""
    path = tmp_path_factory.mktemp("bundle") / "digits.playground"
    assert cli.main(["train", "digits-cnn", "--epochs", "1", "--out", str(path)]) == 0
    return path


def run(capsys: Run, *words: str | Path) -> tuple[int, str, str]:
    code = cli.main([str(word) for word in words])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


# --- usage -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("train digits-cnn --epochs 0", "--epochs 0: should be greater than or equal to 1"),
        ("train digits-cnn --epochs two", "Invalid value for '--epochs': not a whole number"),
        ("train digits-cnn --batch-size -3", "--batch-size -3: should be greater than or equal to 1"),
        ("train digits-cnn --limit 0", "--limit 0: should be greater than or equal to 1"),
        ("train digits-cnn --seed -1", "--seed -1: should be greater than or equal to 0"),
        ("train digits-cnn --device tpu", "there is no device 'tpu'. Devices: auto, cpu, cuda, mps"),
        ("train digits-cnn --out nowhere/x.playground", "nowhere does not exist"),
        ("train digits-cnn --json nowhere/x.json", "nowhere does not exist"),
        ("train digits-cnn --out .", ". is a folder"),
        ("train digits-cnn --data-dir nowhere", "nowhere is not a folder"),
        ("train digits-cn", "'digits-cn' is neither a file nor a preset. Did you mean digits-cnn?"),
        ("train missing.json", "missing.json does not exist"),
        ("train .", ". is a folder"),
        ("train", "Missing argument"),
        ("train digits-cnn --bogus", "No such option: --bogus"),
        ("check digits-cnn more", "unexpected extra argument"),
        ("export digits-cnn --format h5 -o x.h5", "there is no format 'h5'. Formats: onnx, py, safetensors, pt, pt2"),
        ("export digits-cnn --format pt --format onnx -o x.pt", "named like a file; several formats go into a folder"),
        ("export digits-cnn --format pt -o x.pt --data-dir nowhere", "nowhere is not a folder"),
        ("export digits-cnn -o x.pt", "Missing option '--format'"),
        ("export digits-cnn --format pt -o nowhere/x.pt", "nowhere does not exist"),
        ("predict digits-cnn --input x.png", "digits-cnn.json is not a trained bundle"),
        ("datasets get cifar", "there is no data set 'cifar'. Data sets: digits, mnist"),
        ("datasets fetch", "No such command 'fetch'"),
        ("--bogus", "No such option: --bogus"),
        ("trian digits-cnn", "Or did you mean the command train?"),
        ("digits-cnn mnist-mlp", "the window opens one project at a time; found also 'mnist-mlp'"),
    ],
)
def test_a_wrong_usage_is_one_line_and_exit_2(
    words: str, message: str, capsys: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, err = run(capsys, *words.split())
    assert (code, out) == (2, "")
    assert message in err
    assert err.startswith("playground: ")
    assert err.count("\n") == 1
    assert "─" not in err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(torch.cuda.is_available(), reason="this machine has a graphics card")
def test_a_device_that_is_not_there_is_named_with_those_that_are(capsys: Run) -> None:
    code, _, err = run(capsys, "train", "digits-cnn", "--device", "cuda")
    assert code == 2
    assert "'cuda' is not available on this machine. Available: cpu" in err


@pytest.mark.parametrize("words", ["--help", "-h", "train --help", "predict --help", "datasets --help"])
def test_help_is_plain_text(words: str, capsys: Run) -> None:
    code, out, err = run(capsys, *words.split())
    assert (code, err) == (0, "")
    assert out.startswith("Usage: playground")
    assert "╭" not in out


def test_help_names_every_command(capsys: Run) -> None:
    _, out, _ = run(capsys, "--help")
    assert all(re.search(rf"^  {command} ", out, re.MULTILINE) for command in cli.COMMANDS)


def test_the_version_is_printed(capsys: Run) -> None:
    assert run(capsys, "--version") == (0, f"playground {__version__}\n", "")


# --- the window ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("words", [[], ["digits-cnn"], ["--in-thread", "mnist-mlp"]])
def test_without_a_display_it_says_so_and_names_what_works(
    words: list[str], capsys: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    for variable in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(variable, raising=False)
    code, out, err = run(capsys, *words)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "no display" in err
    assert all(command in err for command in cli.COMMANDS)


def test_a_library_of_qt_that_is_missing_is_named(capsys: Run) -> None:
    missing = ImportError("libEGL.so.1: cannot open shared object file: No such file or directory")
    assert "libEGL.so.1: cannot open shared object file" in cli._not_loaded(missing)
    with pytest.raises(ImportError, match="no module"):
        cli._not_loaded(ImportError("no module"))


# --- check -----------------------------------------------------------------------------------------------------------


def test_check_prints_every_layer_and_a_verdict(capsys: Run) -> None:
    code, out, _ = run(capsys, "check", "mnist-cnn")
    assert code == 0
    rows = [re.split(r"\s{2,}", line.strip()) for line in out.splitlines()]
    # 11·11·64 places of 3·3·32 products; 64·11·11 numbers before and after ReLU, 4 bytes each, for 32 samples
    conv = ["Conv 2D 2 · 64 filters · 3×3 · ReLU", "conv2", "channels 64 × height 11 × width 11", "8 × 8", "18,496"]
    assert [*conv, "2,230,272", "1.9 MB"] in rows
    assert any(row[:2] == ["Classifier: 8 layers", "121,930"] for row in rows)
    assert rows[-1] == ["It can train: 0 errors, 0 warnings."]


def test_check_json_follows_its_contract(capsys: Run) -> None:
    code, out, _ = run(capsys, "check", "mnist-mlp", "--json")
    found = json.loads(out)
    assert (code, found["ok"], found["problems"]) == (0, True, [])
    assert set(found) == {"ok", "problems", "networks"}
    network = found["networks"]["Classifier"]
    assert network["parameters"] == 118_282
    assert network["nodes"][0] == {
        "id": "input1", "type": "Input", "shape": [1, 28, 28],
        "outputs": [{"sizes": [1, 28, 28], "names": ["channels", "height", "width"]}],
        "parameters": 0, "trainable": 0, "shared": 0, "multiply_adds": 0,
        "activation_bytes": 784 * 4 * network["batch"], "receptive_field": "1 × 1",
    }  # fmt: skip
    dense = network["nodes"][2]
    assert (dense["id"], dense["type"], dense["shape"], dense["parameters"]) == ("dense1", "Dense", [128], 785 * 128)


def test_check_writes_the_table_as_csv(capsys: Run, tmp_path: Path) -> None:
    code, out, _ = run(capsys, "check", "mnist-mlp", "--csv", tmp_path / "layers.csv")
    assert code == 0
    assert "It can train" in out
    written = (tmp_path / "layers.csv").read_text(encoding="utf-8")
    assert written.splitlines()[0].startswith("Layer,Id,Kind,Output shape,Parameters,")
    assert written.splitlines()[-1].startswith("Total,,,,118282,118282,0,0,")
    code, out, _ = run(capsys, "check", "mnist-mlp", "--csv", "-")
    assert (code, out) == (0, written)
    code, _, err = run(capsys, "check", "mnist-mlp", "--json", "--csv", "-")
    assert (code, "would both print" in err) == (2, True)
    code, _, err = run(capsys, "check", "mnist-mlp", "--csv", tmp_path / "no" / "layers.csv")
    assert (code, "does not exist" in err) == (2, True)


def without_flatten() -> Project:
    """The dense preset with its Flatten taken out."""
    path = preset_path("mnist-mlp")
    assert path is not None
    data = json.loads(path.read_text(encoding="utf-8"))
    graph = data["networks"]["Classifier"]
    graph["nodes"] = [node for node in graph["nodes"] if node["type"] != "Flatten"]
    graph["links"] = [link for link in graph["links"] if link["source"] != "flatten1"]
    graph["links"][0]["target"] = "dense1"
    return Project.model_validate_json(json.dumps(data))


def test_check_names_the_layer_that_is_wrong_and_exits_1(capsys: Run, tmp_path: Path) -> None:
    save_project(without_flatten(), tmp_path / "mine.json")
    code, out, _ = run(capsys, "check", tmp_path / "mine.json", "--json")
    found = json.loads(out)
    assert (code, found["ok"]) == (1, False)
    problem = found["problems"][0]
    assert set(problem) == {"severity", "code", "network", "node", "message", "hint", "fix"}
    assert (problem["code"], problem["fix"]) == ("shape", "Insert Flatten")
    assert (problem["severity"], problem["network"], problem["node"]) == ("error", "Classifier", "dense1")
    assert "gets 1 × 28 × 28" in problem["message"]
    assert problem["hint"] == "Put a Flatten before it."
    assert [node["shape"] for node in found["networks"]["Classifier"]["nodes"]] == [[1, 28, 28], None, None, None]
    code, out, _ = run(capsys, "check", tmp_path / "mine.json")
    assert code == 1
    assert "error: Dense 1: gets 1 × 28 × 28" in out
    assert out.endswith("It cannot train: 1 error, 0 warnings.\n")


def test_a_file_that_is_no_project_is_one_line_and_exit_1(capsys: Run, tmp_path: Path) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text('{"format": "neural-playground", "version": 1, "titel": "x"}', encoding="utf-8")
    for words in (["check", broken], ["train", broken], ["export", broken, "--format", "pt", "-o", tmp_path / "x.pt"]):
        code, out, err = run(capsys, *words)
        assert (code, out) == (1, "")
        assert err.startswith("playground: broken.json: titel: is not a field of a project file.")
        assert err.count("\n") == 1
    code, out, _ = run(capsys, "check", broken, "--json")
    assert code == 1
    assert json.loads(out)["problems"][0]["message"].startswith("broken.json: titel:")


def test_a_project_with_an_error_does_not_train(capsys: Run, tmp_path: Path) -> None:
    save_project(without_flatten(), tmp_path / "mine.json")
    out_path = tmp_path / "x.playground"
    code, _, err = run(capsys, "train", tmp_path / "mine.json", "--out", out_path)
    assert (code, err.count("\n")) == (1, 1)
    assert "Dense 1: gets 1 × 28 × 28" in err
    assert not out_path.exists()


# --- train -----------------------------------------------------------------------------------------------------------


def test_train_writes_metrics_by_contract_and_plain_lines(capsys: Run, tmp_path: Path) -> None:
    words = [
        "train",
        "digits-cnn",
        "--epochs",
        "2",
        "--limit",
        "320",
        "--batch-size",
        "16",
        "--seed",
        "3",
        "--device",
        "cpu",
        "--json",
    ]
    code, out, err = run(capsys, *words, tmp_path / "m.json")
    assert (code, err) == (0, "")
    found = json.loads((tmp_path / "m.json").read_text(encoding="utf-8"))
    assert set(found) == {"epochs", "test", "samples_per_second", "device", "parameters", "seed", "early", "note"}
    assert (found["early"], found["note"]) == (False, "")
    assert [epoch["epoch"] for epoch in found["epochs"]] == [1, 2]
    measured = {"loss", "accuracy", "top_5", "precision", "recall", "f1", "auroc"}
    assert set(found["epochs"][0]["train"]) == {"loss", "accuracy"}
    assert set(found["test"]) == measured
    for metrics in (found["test"], found["epochs"][0]["train"], found["epochs"][1]["validation"]):
        assert set(metrics) <= measured
        assert metrics["loss"] > 0
        assert 0 <= metrics["accuracy"] <= 1
    assert (found["device"], found["parameters"], found["seed"]) == ("cpu", 56_714, 3)
    assert found["samples_per_second"] > 0
    lines = out.splitlines()
    assert "288 training, 32 validation and 360 test samples" in lines[0]
    assert [line.split("  ")[0] for line in lines[1:3]] == ["epoch 1/2", "epoch 2/2"]
    assert lines[3].startswith("test loss ")
    assert "\x1b" not in out
    assert "\r" not in out


def test_metrics_can_be_printed_alone_on_standard_output(capsys: Run) -> None:
    code, out, err = run(capsys, "train", "digits-cnn", "--epochs", "1", "--limit", "64", "--json", "-")
    assert code == 0
    assert len(json.loads(out)["epochs"]) == 1
    assert "epoch 1/1" in err


def test_the_bundle_keeps_the_settings_that_were_given(bundle: Path) -> None:
    from playground.core.bundle import read_bundle_text

    text = read_bundle_text(bundle)
    assert text.project.training.epochs == 1
    assert text.project.title == "Digits · convolutional"
    assert len(text.history["epochs"]) == 1


@pytest.mark.mnist
def test_mnist_is_found_in_a_data_folder(capsys: Run, mnist_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PLAYGROUND_DATA_DIR")
    words = ["train", "mnist-mlp", "--epochs", "1", "--limit", "2000", "--data-dir", mnist_dir, "--json", "-"]
    code, out, _ = run(capsys, *words)
    assert code == 0
    assert json.loads(out)["test"]["accuracy"] > 0.8


def test_damaged_data_are_named_and_exit_1(capsys: Run, tmp_path: Path) -> None:
    (tmp_path / "mnist").mkdir()
    for name in ("train-images", "train-labels", "t10k-images", "t10k-labels"):
        kind = "idx3" if "images" in name else "idx1"
        (tmp_path / "mnist" / f"{name}-{kind}-ubyte").write_bytes(b"\0\0\x08\x01")
    for words in (["train", "mnist-mlp", "--data-dir", tmp_path], ["datasets", "get", "mnist", "--data-dir", tmp_path]):
        code, _, err = run(capsys, *words)
        assert (code, err.count("\n")) == (1, 1)
        assert "train-images-idx3-ubyte" in err
        assert "playground datasets get mnist" in err


# --- export and predict ----------------------------------------------------------------------------------------------


def test_export_of_a_bundle_holds_what_was_trained(capsys: Run, bundle: Path, tmp_path: Path) -> None:
    code, out, _ = run(capsys, "export", bundle, "--format", "pt", "-o", tmp_path / "w.pt")
    assert code == 0
    assert "untrained" not in out
    weights = torch.load(tmp_path / "w.pt", weights_only=True)
    assert weights["conv1.weight"].shape == (16, 1, 3, 3)


def test_several_formats_go_into_a_folder_with_a_table_of_what_was_measured(
    capsys: Run, bundle: Path, tmp_path: Path
) -> None:
    words = ["export", bundle, "--format", "safetensors", "--format", "pt", "-o", tmp_path / "all"]
    code, out, _ = run(capsys, *words)
    assert code == 0
    assert {path.name for path in (tmp_path / "all").iterdir()} == {"digits.safetensors", "digits.pt"}
    rows = [line.split() for line in out.splitlines() if line.startswith(("safetensors ", "pt "))]
    assert [row[0] for row in rows] == ["safetensors", "pt"]
    assert all("64 of 64" in " ".join(row) for row in rows)
    assert "checked in a clean process on 64 test samples, at batches of 64, 7 and 1" in out


def test_export_tells_its_proof_as_data(capsys: Run, bundle: Path, tmp_path: Path) -> None:
    code, out, _ = run(capsys, "export", bundle, "--format", "pt", "-o", tmp_path / "w.pt", "--json")
    (found,) = json.loads(out)["exports"]
    assert code == 0
    assert (found["format"], found["path"], found["files"]) == ("pt", str(tmp_path / "w.pt"), [str(tmp_path / "w.pt")])
    proof = found["proof"]
    assert (proof["samples"], proof["real"], proof["batches"], proof["agreement"]) == (64, True, [64, 7, 1], 64)
    assert proof["difference"] <= proof["tolerance"] <= 1e-4
    assert proof["size"] == (tmp_path / "w.pt").stat().st_size


def test_a_folder_that_is_no_earlier_export_is_one_line_and_exit_1(capsys: Run, bundle: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("mine")
    code, out, err = run(capsys, "export", bundle, "--format", "py", "-o", tmp_path / "mine")
    assert (code, out, err.count("\n")) == (1, "", 1)
    assert "other things in it" in err
    code, _, err = run(capsys, "export", bundle, "--format", "py", "--format", "h5", "-o", tmp_path / "new")
    assert code == 2
    assert not (tmp_path / "new").exists()


def test_export_of_a_project_says_that_its_weights_are_untrained(capsys: Run, tmp_path: Path) -> None:
    code, out, _ = run(capsys, "export", "digits-cnn", "--format", "safetensors", "-o", tmp_path / "w.safetensors")
    assert code == 0
    assert "untrained weights, from seed 0" in out
    assert (tmp_path / "w.safetensors").stat().st_size > 56_714 * 4


def test_predict_reads_samples_as_the_data_set_has_them(capsys: Run, bundle: Path, tmp_path: Path) -> None:
    data = load_data(DataSettings(dataset="digits"))
    np.save(tmp_path / "many.npy", data.test_x[:50])
    code, out, _ = run(capsys, "predict", bundle, "--input", tmp_path / "many.npy", "--json")
    found = json.loads(out)
    assert code == 0
    assert found["classes"] == list("0123456789")
    said = [int(prediction["class"]) for prediction in found["predictions"]]
    assert np.mean(said == data.test_y[:50]) > 0.5  # one epoch; guessing gives 0.1
    for prediction in found["predictions"]:
        assert sum(prediction["probabilities"]) == pytest.approx(1, abs=1e-5)
        assert prediction["confidence"] == max(prediction["probabilities"])
    code, out, _ = run(capsys, "predict", bundle, "--input", tmp_path / "many.npy")
    assert "sample 19: " in out
    assert "… and 30 more" in out


def test_outputs_that_are_no_probabilities_are_called_scores(capsys: Run, tmp_path: Path) -> None:
    import playground as pg

    net = pg.Network()
    net.add("Dense", net.add("Flatten", net.add("Input")), units=10)
    made = pg.new_project("Squares", net, loss="mean_squared_error", epochs=1, limit=100)
    trained = pg.train(made)
    trained.save(tmp_path / "squares.playground")
    image = load_data(DataSettings(dataset="digits")).test_x[:1]
    np.save(tmp_path / "one.npy", image)
    words = ("predict", tmp_path / "squares.playground", "--input", tmp_path / "one.npy")
    code, out, _ = run(capsys, *words, "--json")
    found = json.loads(out)["predictions"][0]
    assert code == 0
    assert set(found) == {"class", "score", "scores"}
    np.testing.assert_allclose(found["scores"], trained.predict(image.astype(np.float32) / 255)[0], atol=1e-6)
    assert found["score"] == max(found["scores"])
    code, out, _ = run(capsys, *words)
    assert code == 0
    assert "%" not in out
    assert f"score {found['score']:.3g}" in out
    assert "these are scores, not probabilities" in out


def test_predict_refuses_what_it_cannot_read(capsys: Run, bundle: Path, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("7", encoding="utf-8")
    for name, message in (("notes.txt", "give a .png or a .npy"), ("none.png", "does not exist")):
        code, out, err = run(capsys, "predict", bundle, "--input", tmp_path / name)
        assert (code, out, err.count("\n")) == (2, "", 1)
        assert message in err


def test_a_bundle_is_known_by_its_content_too(capsys: Run, bundle: Path, tmp_path: Path) -> None:
    renamed = tmp_path / "renamed.zip"
    renamed.write_bytes(bundle.read_bytes())
    assert run(capsys, "export", renamed, "--format", "pt", "-o", tmp_path / "w.pt")[0] == 0
    code, out, err = run(capsys, "train", renamed)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "is a trained bundle" in err


def test_the_project_in_a_bundle_can_be_checked(capsys: Run, bundle: Path, tmp_path: Path) -> None:
    from playground.core.bundle import read_bundle_text
    from playground.core.files import save_project

    save_project(read_bundle_text(bundle).project, tmp_path / "inside.json")
    (tmp_path / "renamed.zip").write_bytes(bundle.read_bytes())
    for options in ([], ["--json"], ["--csv", "-"]):
        wanted = run(capsys, "check", tmp_path / "inside.json", *options)
        assert wanted[0] == 0
        for path in (bundle, tmp_path / "renamed.zip"):
            assert run(capsys, "check", path, *options) == wanted
    half = tmp_path / "half.playground"
    half.write_bytes(bundle.read_bytes()[:400])
    code, out, err = run(capsys, "check", half)
    assert (code, out, err.count("\n")) == (1, "", 1)
    code, out, err = run(capsys, "check", "--json", half)
    assert (code, json.loads(out)["ok"], err) == (1, False, "")


def test_a_damaged_bundle_is_one_line_and_exit_1(capsys: Run, bundle: Path, tmp_path: Path) -> None:
    half = tmp_path / "half.playground"
    half.write_bytes(bundle.read_bytes()[: bundle.stat().st_size // 2])
    np.save(tmp_path / "one.npy", np.zeros((28, 28)))
    for words in (
        ["predict", half, "--input", tmp_path / "one.npy"],
        ["export", half, "--format", "pt", "-o", tmp_path / "w.pt"],
    ):
        code, out, err = run(capsys, *words)
        assert (code, out, err.count("\n")) == (1, "", 1)
        assert "half.playground" in err


# --- listings --------------------------------------------------------------------------------------------------------


def test_presets_are_listed_with_the_first_one_first(capsys: Run) -> None:
    code, out, _ = run(capsys, "presets")
    assert code == 0
    names = [line.split()[0] for line in out.splitlines()[::2]]
    assert names[0] == "digits-cnn"
    assert sorted(names) == list(preset_names())


def test_datasets_are_listed_and_the_bundled_one_is_there(capsys: Run) -> None:
    code, out, _ = run(capsys, "datasets")
    assert code == 0
    assert "60,000 training and 10,000 test samples of 1 × 28 × 28" in out
    assert run(capsys, "datasets", "get", "digits") == (0, "digits comes with the program.\n", "")


@pytest.mark.mnist
def test_a_data_set_that_is_there_is_checked(capsys: Run, mnist_dir: Path) -> None:
    code, out, _ = run(capsys, "datasets", "get", "mnist", "--data-dir", mnist_dir)
    assert code == 0
    assert f"mnist is in {mnist_dir / 'mnist'}: 4 files, all sound" in out


def test_info_names_versions_devices_and_folders(capsys: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLAYGROUND_DATA_DIR", str(tmp_path))
    code, out, _ = run(capsys, "info")
    assert code == 0
    rows = dict(re.split(r"\s{2,}", line, maxsplit=1) for line in out.splitlines())
    assert rows["playground"] == __version__
    assert rows["torch"] == torch.__version__
    assert "device cpu" in rows
    assert str(tmp_path) in out
    assert rows["data set mnist"].startswith("not here")


def test_the_schema_describes_every_layer_and_points_only_to_what_is_in_it(capsys: Run) -> None:
    from playground.core.layer import REGISTRY

    code, out, _ = run(capsys, "schema")
    assert code == 0
    schema = json.loads(out)
    tied = {rule["if"]["properties"]["type"]["const"] for rule in schema["$defs"]["Node"]["allOf"]}
    assert tied == {kind.type_name for kind in REGISTRY.all()}
    pointers = set(re.findall(r'"#/\$defs/([^"]+)"', out))
    assert pointers <= set(schema["$defs"])
    assert schema["$defs"]["Dense"]["properties"]["units"]["minimum"] == 1
