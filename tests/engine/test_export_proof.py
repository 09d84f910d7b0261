"""Every export is read again in a clean process; what does not agree, run or answer leaves nothing behind."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest
import torch
from networks import chain, project
from onnx import numpy_helper
from safetensors.torch import load_file, save_file

import playground as pg
from playground.core.files import FileError
from playground.core.project import Project
from playground.engine.compiler import compile_graph
from playground.engine.data import load_dataset
from playground.engine.export import FORMATS, ExportError, clean_process, export
from playground.engine.export.beside import beside, clear_up
from playground.engine.export.given import even_samples, find_samples, given_to
from playground.engine.export.interface import Interface, interface_of
from playground.engine.export.proof import compare
from playground.engine.trained import TrainedModel
from playground.training.datasets import DATASETS

SMALL = chain("Input", "Flatten", ("Dense", {"units": 10, "activation": "Softmax"}))
OLD = b"what was there before"


def built(made: Project) -> TrainedModel:
    """A model whose weights come from a seed; also of networks that no task can train."""
    dataset, name = DATASETS[made.data.dataset], made.main_network
    torch.manual_seed(0)
    module = compile_graph(made.networks[name], dataset.shape, networks=made.networks)
    return TrainedModel(made, name, module.eval(), dataset.shape, dataset.classes)


@pytest.fixture
def model() -> TrainedModel:
    return built(project(SMALL))


def assert_untouched(folder: Path, name: str) -> None:
    assert [(path.name, path.read_bytes()) for path in folder.iterdir()] == [(name, OLD)]


# --- what agrees -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["pt", "safetensors", "onnx", "pt2", "py"])
def test_the_proof_tells_what_was_compared_and_measured(kind: str, model: TrainedModel, tmp_path: Path) -> None:
    stages: list[str] = []
    done = export(model, tmp_path / f"m.{kind}", kind, tell=stages.append)  # type: ignore[arg-type]
    proof = done.proof
    assert stages == ["preparing", "writing", "proving"]
    assert (proof.samples, proof.real, proof.batches, proof.agreement) == (64, True, (64, 7, 1), 64)
    assert 0 <= proof.difference <= 1e-6 < proof.tolerance <= 1e-4  # the outputs are probabilities
    assert proof.size == sum(path.stat().st_size for path in done.files)
    assert proof.milliseconds > 0
    assert proof.own_milliseconds > 0
    runtime = f"onnxruntime {onnxruntime.__version__}" if kind == "onnx" else f"torch {torch.__version__}"
    assert proof.runtime == runtime
    assert "64 of 64" in "\n".join(done)


def test_it_is_tried_on_test_samples_spread_evenly_as_the_network_gets_them() -> None:
    samples = find_samples(project(SMALL))
    test_x = load_dataset("digits").test_x
    assert samples is not None
    assert samples.shape == (64, 1, 28, 28)
    assert samples.dtype == np.float32
    assert np.array_equal(samples[0], test_x[0] / np.float32(255))
    assert np.array_equal(samples[-1], test_x[-1] / np.float32(255))
    assert len(even_samples(test_x[:5])) == 5


def test_without_the_data_it_is_tried_on_random_samples_and_says_so(tmp_path: Path) -> None:
    model = built(project(SMALL, data={"dataset": "mnist"}))
    done = export(model, tmp_path / "m.pt", "pt", data_dir=tmp_path)
    assert not done.proof.real
    assert any("random samples" in line for line in done)
    assert any("not on this machine" in line for line in done)


def test_with_the_data_in_the_folder_that_is_named_it_is_tried_on_them(mnist_dir: Path, tmp_path: Path) -> None:
    model = built(project(SMALL, data={"dataset": "mnist"}))
    assert export(model, tmp_path / "m.pt", "pt", data_dir=mnist_dir).proof.real


# --- any graph -------------------------------------------------------------------------------------------------------


def many() -> TrainedModel:
    """An image, five ids and noise go in; ten probabilities and one number come out."""
    net = pg.Network()
    image, words = net.add("Input"), net.add("Input", shape=(5,), values="ids")
    seen = net.add("Dense", net.add("Flatten", image), units=6, activation="ReLU")
    read = net.add("Flatten", net.add("Embedding", words, vocabulary=11, dimension=4))
    both = net.add("Concatenate", seen, read, net.add("Noise", size=3))
    net.add("Dense", both, units=10, activation="Softmax")
    net.add("Dense", both, units=1)
    return built(pg.new_project("Many", net))


def test_several_inputs_and_outputs_go_by_the_names_of_their_layers(tmp_path: Path) -> None:
    model = many()
    done = export(model, tmp_path / "m.onnx", "onnx")
    session = onnxruntime.InferenceSession(tmp_path / "m.onnx", providers=["CPUExecutionProvider"])
    given = {one.name: (one.type, one.shape) for one in session.get_inputs()}
    assert given == {
        "input1": ("tensor(float)", ["batch", 1, 28, 28]),
        "input2": ("tensor(int64)", ["batch", 5]),
        "noise1": ("tensor(float)", ["batch", 3]),
    }
    assert [one.name for one in session.get_outputs()] == ["dense2", "dense3"]
    assert done.proof.agreement == 64


@pytest.mark.parametrize("kind", ["pt", "pt2", "py"])
def test_any_graph_agrees_in_the_other_formats_too(kind: str, tmp_path: Path) -> None:
    assert export(many(), tmp_path / f"m.{kind}", kind).proof.agreement == 64  # type: ignore[arg-type]


def test_ids_stay_within_the_smallest_vocabulary_and_noise_is_normal() -> None:
    model = many()
    image, words, noise = given_to(model, interface_of(model), None).inputs
    assert (image.shape, words.shape, noise.shape) == ((64, 1, 28, 28), (64, 5), (64, 3))
    assert words.dtype == np.int64
    assert 0 <= words.min() <= words.max() <= 10
    assert 0 <= image.min() <= image.max() <= 1
    assert noise.min() < -1


def test_a_sequence_with_attention_and_a_recurrent_layer_keeps_its_batch_free(tmp_path: Path) -> None:
    net = pg.Network()
    rows = net.add("Reshape", net.add("Input"), sizes=(28, 28))
    read = net.add("LSTM", net.add("TransformerEncoder", rows, heads=4), units=6, bidirectional=True)
    net.add("Dense", read, units=10)
    assert export(built(pg.new_project("Rows", net)), tmp_path / "m.onnx", "onnx").proof.agreement == 64


# --- what does not agree ---------------------------------------------------------------------------------------------


def spoiled(monkeypatch: pytest.MonkeyPatch, kind: str, spoil: object) -> None:
    """After the format has written its file, ``spoil`` changes it: what a fault of an exporter would be."""
    honest = FORMATS[kind]  # type: ignore[index]

    def write(model: TrainedModel, interface: Interface, path: Path) -> tuple[str, ...]:
        lines = honest.write(model, interface, path)
        spoil(path)  # type: ignore[operator]
        return lines

    monkeypatch.setitem(FORMATS, kind, replace(honest, write=write))  # type: ignore[call-overload]


def turn_weights(path: Path) -> None:
    weights = load_file(path)
    save_file({name: tensor.flip(0) for name, tensor in weights.items()}, path)


def nudge_onnx(path: Path) -> None:
    model = onnx.load(path)
    for tensor in model.graph.initializer:
        if tensor.data_type == onnx.TensorProto.FLOAT:
            tensor.CopyFrom(numpy_helper.from_array(numpy_helper.to_array(tensor) * np.float32(1.01), tensor.name))
    onnx.save(model, path)


def fix_batch(path: Path) -> None:
    """A model that takes 64 samples at once, and nothing else."""
    model = onnx.load(path)
    for value in (*model.graph.input, *model.graph.output):
        value.type.tensor_type.shape.dim[0].dim_value = 64
    onnx.save(model, path)


def halve(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


@pytest.mark.parametrize(
    ("kind", "spoil", "message"),
    [
        ("safetensors", turn_weights, r"does not agree with the network: \d+ of 64 samples get another class"),
        ("onnx", nudge_onnx, "does not agree with the network"),
        ("onnx", fix_batch, "does not run"),
        ("onnx", halve, "does not run"),
        ("pt", halve, "does not run"),
        ("pt2", halve, "does not run"),
    ],
)
def test_a_file_that_does_not_agree_is_not_left_behind(
    kind: str, spoil: object, message: str, model: TrainedModel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoiled(monkeypatch, kind, spoil)
    target = tmp_path / f"m.{kind}"
    target.write_bytes(OLD)
    with pytest.raises(ExportError, match=message) as caught:
        export(model, target, kind)  # type: ignore[arg-type]
    assert "nothing was written" in str(caught.value)
    assert_untouched(tmp_path, target.name)


def source(text: str) -> object:
    def spoil(path: Path) -> None:
        path.write_text(text, encoding="utf-8")

    return spoil


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("import os\nos.abort()", r"crashed \(SIGABRT\)"),
        ("import os, signal\nos.kill(os.getpid(), signal.SIGKILL)", "was killed, perhaps because memory ran out"),
        ("import playground", "playground"),
        ("import torch\nprint('hello')\ndef load(): return torch.nn.Flatten()", "gives probabilities as 64 × 784"),
    ],
)
def test_a_reader_that_crashes_is_one_clear_message(
    text: str, message: str, model: TrainedModel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoiled(monkeypatch, "py", source(text))
    with pytest.raises(ExportError, match=message) as caught:
        export(model, tmp_path / "m.py", "py")
    assert "\n" not in str(caught.value)
    assert not list(tmp_path.iterdir())


def test_a_reader_that_hangs_is_ended_when_time_is_up(
    model: TrainedModel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoiled(monkeypatch, "py", source("import threading\nthreading.Event().wait()"))
    asked = clean_process.CleanProcess.ask

    def ask(self: clean_process.CleanProcess, do: str, *, seconds: float = 4.0, **order: object) -> object:
        return asked(self, do, seconds=min(seconds, 4.0), **order)

    monkeypatch.setattr(clean_process.CleanProcess, "ask", ask)
    with pytest.raises(ExportError, match="no answer within 4 seconds"):
        export(model, tmp_path / "m.py", "py")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("kind", ["pt", "onnx"])
def test_a_network_that_lost_its_weights_to_nan_is_refused(kind: str, model: TrainedModel, tmp_path: Path) -> None:
    with torch.no_grad():
        model.module.get_parameter("dense1.weight")[0, 0] = float("nan")
    with pytest.raises(ExportError, match="smaller learning rate"):
        export(model, tmp_path / f"m.{kind}", kind)  # type: ignore[arg-type]
    assert not list(tmp_path.iterdir())


def test_outputs_that_overflow_are_refused(model: TrainedModel, tmp_path: Path) -> None:
    with torch.no_grad():
        model.module.get_parameter("dense1.weight").fill_(3e38)
    with pytest.raises(ExportError, match="not finite"):
        export(model, tmp_path / "m.pt", "pt")


# --- the rule --------------------------------------------------------------------------------------------------------


def test_a_difference_counts_against_the_largest_value_of_its_output() -> None:
    expected = np.array([[1000.0, 0.0], [0.0, 500.0]], dtype=np.float32)
    assert compare([expected], [expected + np.float32(0.09)], ("scores",)).agrees
    assert not compare([expected], [expected + np.float32(0.11)], ("scores",)).agrees
    small = expected / 1e6
    assert not compare([small], [small + np.float32(0.001)], ("scores",)).agrees
    assert not compare([expected], [np.full_like(expected, np.nan)], ("scores",)).agrees


def test_every_output_has_its_own_measure() -> None:
    large, small = np.full((3, 2), 1e6, dtype=np.float32), np.full((3, 2), 1.0, dtype=np.float32)
    assert compare([large, small], [large + 50, small], ("a", "b")).agrees
    assert not compare([large, small], [large, small + np.float32(0.01)], ("a", "b")).agrees


def test_a_class_may_change_only_where_it_is_a_close_call() -> None:
    close = np.array([[0.5, 0.49999], [0.9, 0.1]], dtype=np.float32)
    turned = np.array([[0.49999, 0.5], [0.9, 0.1]], dtype=np.float32)
    found = compare([close], [turned], ("probabilities",))
    assert (found.agreement, found.wrong, found.agrees) == (1, 0, True)
    far = compare([np.array([[0.9, 0.1]])], [np.array([[0.1, 0.9]])], ("probabilities",))
    assert (far.agreement, far.wrong, far.agrees) == (0, 1, False)


@pytest.mark.parametrize(("name", "expected", "agreement"), [("probabilities", 0.7, 1), ("scores", 0.7, 1)])
def test_a_single_number_decides_between_two_classes(name: str, expected: float, agreement: int) -> None:
    right = np.array([[expected], [0.6]], dtype=np.float32)
    assert compare([right], [right], (name,)).agreement == 2
    other = right - np.float32(0.65)  # below one half, and for one of them below zero
    assert compare([right], [other], (name,)).agreement == (0 if name == "probabilities" else agreement)


def test_outputs_that_are_no_classes_have_no_agreement() -> None:
    images = np.ones((4, 3, 5, 5), dtype=np.float32)
    assert compare([images], [images], ("scores",)).agreement is None


# --- the place -------------------------------------------------------------------------------------------------------


def test_a_folder_that_is_not_an_earlier_export_is_never_written_over(model: TrainedModel, tmp_path: Path) -> None:
    mine = tmp_path / "thesis"
    mine.mkdir()
    (mine / "model.py").write_text("print('my own')")
    with pytest.raises(FileError, match="other things in it"):
        export(model, mine, "py")
    assert [path.read_text() for path in mine.iterdir()] == ["print('my own')"]


def test_an_earlier_export_is_replaced_and_what_a_person_added_stays(model: TrainedModel, tmp_path: Path) -> None:
    target = tmp_path / "net"
    export(model, target, "py")
    (target / "notes.txt").write_text("mine")
    before = (target / "weights.pt").read_bytes()
    other = built(project(SMALL, seed=1))
    with torch.no_grad():
        other.module.get_parameter("dense1.weight").mul_(2)
    export(other, target, "py")
    assert (target / "notes.txt").read_text() == "mine"
    assert (target / "weights.pt").read_bytes() != before
    assert [path.name for path in tmp_path.iterdir()] == ["net"]


def test_an_empty_folder_is_filled_and_a_file_is_not_taken_for_one(model: TrainedModel, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    export(model, tmp_path / "empty", "py")
    assert (tmp_path / "empty" / "model.py").is_file()
    (tmp_path / "file").write_bytes(OLD)
    with pytest.raises(FileError, match="is a file"):
        export(model, tmp_path / "file", "py")
    with pytest.raises(FileError, match="is a folder"):
        export(model, tmp_path / "empty", "pt")


def test_a_new_file_has_the_usual_mode_and_an_old_one_keeps_its_own_through_a_link_too(
    model: TrainedModel, tmp_path: Path
) -> None:
    (tmp_path / "usual").touch()
    target = tmp_path / "m.safetensors"
    export(model, target, "safetensors")
    assert target.stat().st_mode == (tmp_path / "usual").stat().st_mode
    target.chmod(0o600)
    target.write_bytes(OLD)
    link = tmp_path / "link.safetensors"
    link.symlink_to(target)
    export(model, link, "safetensors")
    assert link.is_symlink()
    assert target.read_bytes() != OLD
    assert target.stat().st_mode & 0o777 == 0o600


def test_an_export_that_was_ended_while_it_moved_gives_the_old_folder_back(tmp_path: Path) -> None:
    target, left = tmp_path / "net", beside(tmp_path / "net", "token")
    (left / "old").mkdir(parents=True)
    (left / "old" / "notes.txt").write_text("mine")
    clear_up(target, "token")
    assert (target / "notes.txt").read_text() == "mine"
    assert [path.name for path in tmp_path.iterdir()] == ["net"]


_FULL = """
import resource, signal, sys
from playground.core.files import FileError
from playground.core.presets import find_project
from playground.core.files import load_project
from playground.engine.export import export
from playground.engine.trained import TrainedModel
model = TrainedModel.untrained(load_project(find_project("digits-cnn")))
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
try:
    export(model, sys.argv[1], sys.argv[2])
except FileError as error:
    print(error)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGXFSZ"), reason="needs limits of file sizes")
def test_a_full_disk_leaves_the_old_file_whole(tmp_path: Path) -> None:
    target = tmp_path / "m.pt"
    target.write_bytes(OLD)
    command = [sys.executable, "-c", _FULL, str(target), "pt"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=110, check=False, env=dict(os.environ))
    assert "cannot be saved: File too large. What is there is unchanged" in done.stdout, done.stderr
    assert_untouched(tmp_path, target.name)


def test_the_script_of_the_clean_process_speaks_lines_of_json(tmp_path: Path) -> None:
    """It stands alone: standard library and numpy, no import of the program."""
    script = clean_process.SCRIPT
    order = json.dumps({"do": "load", "path": str(tmp_path / "none.onnx"), "threads": 1, "inputs": [], "outputs": []})
    done = subprocess.run(
        [sys.executable, "-P", str(script), "onnx"], input=order + "\n", capture_output=True, text=True,
        timeout=60, check=False, cwd=tmp_path,
    )  # fmt: skip
    assert done.stdout == "" or set(json.loads(done.stdout)) == {"error"}  # the input ends, and so does it
    assert "import playground" not in script.read_text(encoding="utf-8")
