"""The command line as its own process: starting, signals, terminals, pipes."""

from __future__ import annotations

import json
import multiprocessing
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from playground import protocol
from playground.core.bundle import read_bundle_text
from playground.core.files import dump_project, load_project
from playground.core.presets import preset_path
from playground.core.project import Project
from playground.engine import worker

PLAYGROUND = [sys.executable, "-m", "playground"]
posix = pytest.mark.skipif(os.name != "posix", reason="signals and terminals of POSIX")


def start(*words: str | Path, **options: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [*PLAYGROUND, *map(str, words)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **options
    )  # type: ignore[call-overload,no-any-return]


@pytest.mark.parametrize(
    ("words", "absent"),
    [
        ([], {"typer", "rich", "torch", "numpy", "pydantic", "PySide6"}),
        (["digits-cnn"], {"typer", "rich", "torch", "numpy", "PySide6"}),
        (["check", "digits-cnn"], {"torch", "numpy", "PySide6"}),
        (["train", "digits-cnn", "--epochs", "0"], {"torch", "PySide6"}),
        (["presets"], {"torch", "numpy", "PySide6"}),
    ],
)
def test_each_way_imports_only_what_it_needs(words: list[str], absent: set[str]) -> None:
    code = (
        "import sys; from playground.cli import main; main(sys.argv[1:]); "
        "print(sorted({name.split('.')[0] for name in sys.modules}), file=sys.stderr)"
    )
    display = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {name: value for name, value in os.environ.items() if name not in display}
    done = subprocess.run(
        [sys.executable, "-c", code, *words], env=environment, capture_output=True, text=True, timeout=60, check=True
    )
    loaded = set(re.findall(r"'(\w+)'", done.stderr.splitlines()[-1]))
    assert "playground" in loaded
    assert not loaded & absent


@posix
def test_ctrl_c_stops_after_the_step_and_keeps_what_was_learned(tmp_path: Path) -> None:
    process = start(
        "train", "digits-cnn", "--epochs", "9999", "--limit", "640", "--out", tmp_path / "x.playground", "--json",
        tmp_path / "x.json",
    )  # fmt: skip
    assert process.stdout is not None
    for line in process.stdout:
        if line.startswith("epoch 2/"):
            break
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert re.fullmatch(r"playground: stopped at step [\d,]+; .*x\.playground holds what was learned\.\n", err)
    assert "test loss" in out
    bundle = read_bundle_text(tmp_path / "x.playground")
    metrics = json.loads((tmp_path / "x.json").read_text(encoding="utf-8"))
    assert len(bundle.history["epochs"]) == len(metrics["epochs"]) >= 2
    assert metrics["test"]["loss"] > 0


@posix
def test_a_terminal_gets_a_progress_bar_that_goes_away() -> None:
    import pty

    terminal, end = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "120"}
    words = ["train", "digits-cnn", "--epochs", "3"]
    process = subprocess.Popen([*PLAYGROUND, *words], stdout=end, stderr=end, env=environment)
    os.close(end)
    shown = b""
    try:
        while block := os.read(terminal, 65536):
            shown += block
    except OSError:  # Linux ends a closed terminal so
        pass
    os.close(terminal)
    assert process.wait(timeout=60) == 0
    text = re.sub(r"\x1b\[[\d;?]*[A-Za-z]", "", shown.decode())
    assert "━" in text
    assert re.search(r"epoch [123]/3 .*batch [\d,]+/41 .*left .*samples/s", text)
    assert "epoch 3/3  training loss" in text
    assert shown.rstrip().endswith(b"s in all")


@posix
def test_a_reader_that_goes_away_is_no_error_message() -> None:
    process = start("schema")
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr.read() == ""
    process.stderr.close()
    assert process.wait(timeout=60) in (0, 1)


def test_output_to_a_narrow_encoding_is_not_an_error() -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(
        [*PLAYGROUND, "check", "digits-cnn"], env=environment, capture_output=True, timeout=60, check=False
    )
    assert done.returncode == 0
    assert b"channels 16 ? height 26 ? width 26" in done.stdout


def in_the_windows_worker(project: Project) -> tuple[list[dict[str, object]], dict[str, float] | None]:
    """Epochs and test metrics of ``project``, trained as the window has it trained."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=worker.main, args=(theirs,), daemon=True)
    process.start()
    theirs.close()
    ours.send(protocol.Start(1, dump_project(project)))
    epochs: list[dict[str, object]] = []
    event = None
    while not isinstance(event, (protocol.RunFinished, protocol.RunFailed)):
        assert ours.poll(60)
        event = ours.recv()
        if isinstance(event, protocol.EpochDone):
            epochs.append({"epoch": event.epoch, "train": event.train, "validation": event.validation})
    ours.send(protocol.Shutdown())
    process.join(60)
    ours.close()
    assert isinstance(event, protocol.RunFinished)
    return epochs, event.test


def test_the_same_seed_gives_the_same_numbers_in_the_window_and_on_the_command_line(tmp_path: Path) -> None:
    path = preset_path("digits-cnn")
    assert path is not None
    project = load_project(path)
    changes = {"epochs": 2, "seed": 11, "device": "cpu"}
    in_window = in_the_windows_worker(project.replace(training=project.training.replace(**changes)))
    words = ["train", "digits-cnn", "--epochs", "2", "--seed", "11", "--device", "cpu", "--json"]
    process = start(*words, tmp_path / "m.json")
    process.communicate(timeout=100)
    assert process.returncode == 0
    metrics = json.loads((tmp_path / "m.json").read_text(encoding="utf-8"))
    assert (metrics["epochs"], metrics["test"]) == in_window


@posix
@pytest.mark.skipif(os.name == "posix" and os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_to_is_refused_before_training(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    process = start("train", "digits-cnn", "--out", tmp_path / "x.playground")
    _, err = process.communicate(timeout=60)
    tmp_path.chmod(0o700)
    assert process.returncode == 2
    assert "cannot be written to" in err
