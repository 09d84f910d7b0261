"""What the command line keeps and tells where things do not go as usual: broken runs, reconstructions, odd tables."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from networks import chain, project
from PIL import Image

from playground import cli
from playground.core.files import save_project
from playground.core.presets import preset_path
from playground.engine.checkpoint import load_bundle
from playground.engine.predict import predict_file
from playground.engine.trained import TrainedModel
from playground.proof_words import proof_head
from playground.protocol import Proof
from playground.protocol.findings import Mistake, Report, report_lines

Run = pytest.CaptureFixture[str]


def run(capsys: Run, *words: str | Path) -> tuple[int, str, str]:
    code = cli.main([str(word) for word in words])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


@pytest.fixture
def steep(tmp_path: Path) -> Path:
    """Three linear layers and a squared error: the rate rises until the numbers explode, after many good steps."""
    graph = chain("Input", "Flatten", ("Dense", {"units": 50}), ("Dense", {"units": 50}), ("Dense", {"units": 10}))
    made = project(
        graph, epochs=150, batch_size=5, schedule={"type": "one_cycle", "params": {}},
        optimizer={"type": "SGD", "params": {}}, learning_rate=3.0, loss="mean_squared_error",
    )  # fmt: skip
    save_project(made, tmp_path / "steep.json")
    return tmp_path / "steep.json"


def test_a_run_that_breaks_down_leaves_its_last_good_weights(capsys: Run, steep: Path, tmp_path: Path) -> None:
    out = tmp_path / "kept.playground"
    code, _, err = run(capsys, "train", steep, "--out", out)
    assert code == 1
    assert err.startswith("playground: Training broke down")
    step = load_bundle(out).position.step
    assert step >= 1
    assert f"{out} holds the weights of step {step:,}." in err
    assert all(
        np.isfinite(values.numpy()).all() for values in TrainedModel.from_bundle(out).module.state_dict().values()
    )
    code, _, err = run(capsys, "train", steep)
    assert (code, "Nothing was saved, for there was no --out." in err) == (1, True)


@pytest.fixture(scope="module")
def autoencoder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("kept") / "auto.playground"
    assert cli.main(["train", "autoencoder", "--epochs", "1", "--limit", "200", "--out", str(path)]) == 0
    return path


def test_images_that_come_back_are_saved(capsys: Run, autoencoder: Path, tmp_path: Path) -> None:
    model = TrainedModel.from_bundle(autoencoder)
    channels, height, width = model.data_shape.sizes
    np.save(tmp_path / "two.npy", np.random.default_rng(0).random((2, channels, height, width), np.float32))
    code, out, _ = run(capsys, "predict", autoencoder, "--input", tmp_path / "two.npy", "--save", tmp_path / "back")
    assert code == 0
    assert f"saved 2 images in {tmp_path / 'back'}" in out
    back = predict_file(model, tmp_path / "two.npy").probabilities
    for number in range(2):
        with Image.open(tmp_path / "back" / f"two-{number}.png") as image:
            found = np.asarray(image)
        expected = np.rint(np.clip(back[number].reshape(height, width), 0, 1) * 255)
        np.testing.assert_array_equal(found, expected)


def test_what_gives_no_images_back_says_so(capsys: Run, tmp_path: Path) -> None:
    bundle = tmp_path / "iris.playground"
    assert cli.main(["train", "iris", "--epochs", "1", "--out", str(bundle)]) == 0
    (tmp_path / "rows.csv").write_text("a,b,c,d\n1,2,3,4\n")
    code, _, err = run(capsys, "predict", bundle, "--input", tmp_path / "rows.csv", "--save", tmp_path / "back")
    assert code == 2
    assert "--save: iris.playground gives no images back" in err
    assert not (tmp_path / "back").exists()
    (tmp_path / "rows.csv").write_text("x1,x2,city,target\n1,2,Rome,yes\n")
    code, _, err = run(capsys, "predict", bundle, "--input", tmp_path / "rows.csv")
    assert code == 2
    assert "it has x1, x2, city, target, and the network was trained on" in err


def test_reports_keep_names_and_numbers_apart() -> None:
    forecast = Report(
        title="t", task="", network="n", dataset="d", part="test", samples=3, kind="values",
        metrics={"repeat_last": 0.055034},
    )  # fmt: skip
    lines = report_lines(forecast, {"repeat_last": ("MSE of repeating the last value", False)})
    assert "MSE of repeating the last value  0.055034" in lines


def test_reports_on_reconstructions_have_no_empty_columns() -> None:
    report = Report(
        title="t", task="", network="n", dataset="d", part="test", samples=3, kind="data", metrics={},
        worst=(Mistake(4, "", "", 0.25, origin="a.png"),),
    )  # fmt: skip
    lines = report_lines(report, {})
    assert lines[-2].split("  ")[0] == "worst"
    assert "was" not in lines[-2]
    assert "MSE" in lines[-2]
    assert lines[-1].split() == ["4", "0.25", "a.png"]


def test_a_loss_over_scaled_targets_says_so(capsys: Run, tmp_path: Path) -> None:
    for preset, scaled in (("diabetes", True), ("iris", False)):
        if not preset_path(preset).exists():
            pytest.skip(f"there is no preset {preset}")
        bundle = tmp_path / f"{preset}.playground"
        assert cli.main(["train", preset, "--epochs", "1", "--out", str(bundle)]) == 0
        capsys.readouterr()
        _, out, _ = run(capsys, "evaluate", bundle)
        assert ("The loss is in scaled units" in out) is scaled


def test_a_generator_is_proved_on_noise() -> None:
    proof = Proof(
        samples=64, real=False, batches=(64, 7, 1), difference=0.0, tolerance=1.0, agreement=None, size=1,
        milliseconds=1.0, own_milliseconds=1.0, runtime="torch", noise=True,
    )  # fmt: skip
    assert proof_head(proof)[1] == "noise, as the generator gets it"
