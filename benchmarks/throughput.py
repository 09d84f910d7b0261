"""Training with the window open and its plots live, against a plain PyTorch script with a DataLoader.

Same network, batch, data, optimizer and number of threads; the two alternate in one run, and the first epoch of each is
left out. The script (``plain_script.py``) only trains. The window draws curves, norms of every layer and test images
meanwhile; while the script runs it stays open, idle. Nothing is held back to validate on, as in the script.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.report import Row, main, median
from benchmarks.window import four_plots, has_mnist, idle, main_window, mnist_folder, open_project, preset, train
from playground.engine.threads import training_threads
from playground.ui.main_window import MainWindow

ROUNDS = 5
EPOCHS = 3
LIMIT = {"mnist-mlp": 60_000, "mnist-cnn": 10_000}


def measure() -> list[Row]:
    if not has_mnist():
        return [Row("training speed", "not measured", note="no MNIST: set PLAYGROUND_DATA_DIR")]
    rows = []
    with main_window() as window:
        for name in LIMIT:
            rows += _compare(window, name)
    return rows


def _compare(window: MainWindow, name: str) -> list[Row]:
    project = preset(name, data={"limit": LIMIT[name], "validation": 0.0}, training={"epochs": EPOCHS, "device": "cpu"})
    open_project(window, project)
    plain, ours = [], []
    with four_plots(window) as visible_plots:
        for _ in range(ROUNDS):
            plain.append(_plain(name, project.training.batch_size))
            ours.append(in_window(window, LIMIT[name]))
            plots = visible_plots()
    ratios = [a / b for a, b in zip(ours, plain, strict=True)]
    ratio = median(ours) / median(plain)
    return [
        Row(
            f"{name}: window against plain script", f"{ratio:.2f} ×", "≥ 1.0 ×", ratio >= 1.0,
            f"{median(ours):,.0f} against {median(plain):,.0f} samples/s; rounds "
            + ", ".join(f"{r:.2f}" for r in ratios)
            + f"; {plots} live plots, {training_threads()} thread(s), batch {project.training.batch_size}",
        )
    ]  # fmt: skip


def _plain(name: str, batch_size: int) -> float:
    script = Path(__file__).with_name("plain_script.py")
    options = {"--data": mnist_folder(), "--epochs": EPOCHS, "--limit": LIMIT[name], "--threads": training_threads(),
               "--batch-size": batch_size}  # fmt: skip
    words = [str(word) for pair in options.items() for word in pair]
    # The window stays open meanwhile but has nothing to do, so waiting here holds nothing up.
    result = subprocess.run([sys.executable, script, name, *words], check=True, capture_output=True, text=True)
    return float(json.loads(result.stdout)["samples_per_second"])


def in_window(window: MainWindow, samples: int) -> float:
    """Samples per second from the end of the first epoch to the end of the last, by the clock of the window."""
    ends: list[float] = []

    def on_epoch(_event: object) -> None:
        ends.append(time.perf_counter())

    window.controller.epoch_done.connect(on_epoch)
    train(window)
    window.controller.epoch_done.disconnect(on_epoch)
    idle(0.5)
    return samples * (len(ends) - 1) / (ends[-1] - ends[0])


if __name__ == "__main__":
    main(measure)
