"""An export that does not agree, run or answer leaves nothing behind; one that does keeps what a person had there."""

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
import pytest
import torch
from exporting import OLD, SMALL, assert_untouched, built
from networks import project
from onnx import numpy_helper
from safetensors.torch import load_file, save_file

from playground.core.files import FileError
from playground.engine.export import FORMATS, ExportError, clean_process, export
from playground.engine.export.beside import beside, clear_up
from playground.engine.export.interface import Interface
from playground.engine.trained import TrainedModel


@pytest.fixture
def model() -> TrainedModel:
    return built(project(SMALL))


# --- what does not agree ---------------------------------------------------------------------------------------------


def spoiled(monkeypatch: pytest.MonkeyPatch, kind: str, spoil: object) -> None:
    """After the format has written its file, ``spoil`` changes it: what a fault of an exporter would be."""
    honest = FORMATS[kind]  # type: ignore[index]

    def write(model: TrainedModel, interface: Interface, path: Path, data_dir: Path | str | None) -> tuple[str, ...]:
        lines = honest.write(model, interface, path, data_dir)
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


# --- the place -------------------------------------------------------------------------------------------------------


def test_a_folder_that_is_not_an_earlier_export_is_never_written_over(model: TrainedModel, tmp_path: Path) -> None:
    mine = tmp_path / "thesis"
    mine.mkdir()
    (mine / "model.py").write_text("print('my own')")
    with pytest.raises(FileError, match="other things in it"):
        export(model, mine, "py")
    assert [path.read_text() for path in mine.iterdir()] == ["print('my own')"]


@pytest.mark.usefixtures("warm_readers")
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


@pytest.mark.usefixtures("warm_readers")
def test_an_empty_folder_is_filled_and_a_file_is_not_taken_for_one(model: TrainedModel, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    export(model, tmp_path / "empty", "py")
    assert (tmp_path / "empty" / "model.py").is_file()
    (tmp_path / "file").write_bytes(OLD)
    with pytest.raises(FileError, match="is a file"):
        export(model, tmp_path / "file", "py")
    with pytest.raises(FileError, match="is a folder"):
        export(model, tmp_path / "empty", "pt")


@pytest.mark.usefixtures("warm_readers")
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
