"""From the command to the painted window, and what the window's process holds after a training run.

The command is run as a person runs it, ``playground``, nine times; the clock stops when the window has painted itself
for the first time. Memory is the resident set of the window's process (the worker is another) after two epochs.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.report import Row, main, median
from benchmarks.window import has_mnist, idle, main_window, open_project, own_folders, preset, train

RUNS = 9
WAIT_SECONDS = 30.0


def measure() -> list[Row]:
    seconds, modules = [], set()
    for _ in range(RUNS):
        took, loaded = _start_once()
        seconds.append(took)
        modules |= loaded
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "memory.json")
        subprocess.run([sys.executable, "-m", "benchmarks.startup", "memory", str(out)], check=True)
        memory = json.loads(out.read_text(encoding="utf-8"))
    return [
        Row(
            "command to painted window", f"{median(seconds):.2f} s", "≤ 1.0 s", median(seconds) <= 1.0,
            f"median of {RUNS}, slowest {max(seconds):.2f} s",
        ),
        Row(
            "torch imported by the window", "yes" if "torch" in modules | set(memory["modules"]) else "no", "no",
            "torch" not in modules | set(memory["modules"]), "at the first picture and after a run",
        ),
        Row(
            "memory of the window's process", f"{memory['after']:.0f} MB", "≤ 250 MB", memory["after"] <= 250,
            f"after {memory['run']}; {memory['before']:.0f} MB before it",
        ),
    ]  # fmt: skip


def _start_once() -> tuple[float, set[str]]:
    """Seconds until the first picture, and the large modules that were loaded by then."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        trace = Path(folder, "trace.json")
        environment = {**os.environ, "PLAYGROUND_STARTUP_TRACE": str(trace), **own_folders(folder)}
        command = Path(sys.executable).with_name("playground")
        started = time.time()
        with subprocess.Popen([command], env=environment, cwd=folder) as process:
            while time.time() - started < WAIT_SECONDS and not _complete(trace):
                if process.poll() is not None:
                    raise SystemExit(f"playground ended with {process.returncode} before it painted")
                time.sleep(0.02)  # the window writes the time itself: waiting does not change it
            process.send_signal(signal.SIGTERM)
            process.wait(WAIT_SECONDS)
        found = json.loads(trace.read_text(encoding="utf-8"))
        return found["first_paint"] - started, set(found["modules"])


def _complete(trace: Path) -> bool:
    return trace.exists() and trace.read_text(encoding="utf-8").endswith("}")


def _memory(out: Path) -> None:
    """In a process of its own: train once in the window, then look at its resident set."""
    import psutil

    name = "mnist-mlp" if has_mnist() else "digits-cnn"
    process = psutil.Process()
    with main_window() as window:
        open_project(window, preset(name, training={"epochs": 2, "device": "cpu"}))
        idle(1.0)
        before = process.memory_info().rss / 2**20
        train(window)
        idle(1.0)
        after = process.memory_info().rss / 2**20
        modules = [module for module in ("torch", "sklearn", "onnx") if module in sys.modules]
    found = {"before": before, "after": after, "modules": modules, "run": f"two epochs of {name}"}
    out.write_text(json.dumps(found), encoding="utf-8")


if __name__ == "__main__":
    if sys.argv[1:2] == ["memory"]:
        _memory(Path(sys.argv[2]))
    else:
        main(measure)
