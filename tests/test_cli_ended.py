"""Commands that are ended from outside leave nothing half-written behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

PLAYGROUND = [sys.executable, "-m", "playground"]
PATIENCE = 100.0
pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
Start = Callable[..., subprocess.Popen[str]]


@pytest.fixture
def start() -> Iterator[Start]:
    started: list[subprocess.Popen[str]] = []

    def begin(*words: str | Path, **options: object) -> subprocess.Popen[str]:
        process: subprocess.Popen[str] = subprocess.Popen(
            [*PLAYGROUND, *map(str, words)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **options
        )  # type: ignore[call-overload]
        started.append(process)
        return process

    yield begin
    for process in started:
        process.kill()
        process.communicate()


def begun(folder: Path, process: subprocess.Popen[str]) -> Path:
    """The place beside, as soon as the export marks it as its own."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        found = list(folder.glob(".*.export.tmp/owner"))
        if found:
            return found[0].parent
        assert process.poll() is None, process.communicate()
        time.sleep(0.005)  # another process's files give no signal
    raise AssertionError("the export has not begun")


@pytest.mark.parametrize("background", [False, True])
def test_sigterm_clears_up_and_ends_with_143(start: Start, tmp_path: Path, background: bool) -> None:
    """``background``: as a shell starts a job with &, which ignores Ctrl-C."""
    target = tmp_path / "net.onnx"
    target.write_bytes(b"old")
    ignore = (lambda: signal.signal(signal.SIGINT, signal.SIG_IGN)) if background else None
    process = start("export", "digits-cnn", "--format", "onnx", "-o", target, preexec_fn=ignore)
    begun(tmp_path, process)
    process.terminate()
    out, err = process.communicate(timeout=PATIENCE)
    assert (process.returncode, out, err) == (143, "", "playground: terminated.\n")
    assert [path.name for path in tmp_path.iterdir()] == ["net.onnx"]
    assert target.read_bytes() == b"old"


def test_sigterm_stops_training_and_keeps_what_was_learned(start: Start, tmp_path: Path) -> None:
    out = tmp_path / "x.playground"
    process = start("train", "digits-cnn", "--epochs", "9999", "--limit", "640", "--out", out)
    assert process.stdout is not None
    for line in process.stdout:
        if line.startswith("epoch 1/"):
            break
    process.terminate()
    _, err = process.communicate(timeout=PATIENCE)
    assert process.returncode == 143
    assert "holds what was learned" in err
    assert out.is_file()


def test_what_a_killed_export_left_goes_with_the_next_one(start: Start, tmp_path: Path) -> None:
    words = ("export", "digits-cnn", "--format", "pt", "-o")
    killed = start(*words, tmp_path / "a.pt")
    left = begun(tmp_path, killed)
    killed.kill()
    killed.communicate()
    assert left.is_dir()
    other = tmp_path / ".mine.export.tmp"  # not marked: nobody knows whose
    other.mkdir()
    done = start(*words, tmp_path / "b.pt")
    _, err = done.communicate(timeout=PATIENCE)
    assert (done.returncode, err) == (0, "")
    assert sorted(path.name for path in tmp_path.iterdir()) == [other.name, "b.pt"]
