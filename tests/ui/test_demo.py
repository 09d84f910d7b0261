"""The demo as a person runs it: a process of its own, no display, a folder with three files at the end."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from playground.core.bundle import read_bundle_text

CALL = "import sys, pathlib; from playground.ui.demo import run_demo; sys.exit(run_demo(pathlib.Path(sys.argv[1])))"


def run(out: Path) -> subprocess.CompletedProcess[str]:
    env = {key: value for key, value in os.environ.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY")}
    return subprocess.run(
        [sys.executable, "-c", CALL, str(out)], env=env, text=True, capture_output=True, timeout=110, check=False
    )


def test_the_demo_trains_in_the_window_and_leaves_its_files(tmp_path: Path) -> None:
    done = run(tmp_path / "out")
    assert done.returncode == 0, done.stderr
    assert "Pressing Run" in done.stdout
    assert "epoch 10" in done.stdout
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "digits-cnn.onnx", "digits-cnn.playground", "digits-cnn.png",
    ]  # fmt: skip
    assert read_bundle_text(tmp_path / "out" / "digits-cnn.playground").history["test"]["accuracy"] > 0.9
    png = (tmp_path / "out" / "digits-cnn.png").read_bytes()
    assert png.startswith(b"\x89PNG")
    assert len(png) > 50_000  # a picture of a window, not of an empty one


def test_a_folder_that_cannot_be_made_ends_the_demo_with_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    done = run(tmp_path / "file" / "out")
    assert done.returncode == 1
    assert done.stderr.startswith("The demo failed: ")
    assert "Traceback" not in done.stderr
