"""Training a VAE, a GAN, an LSTM and an autoencoder with the window open, against plain PyTorch scripts of the same.

As ``throughput``: same network, batch, data, optimizer and number of threads, the two alternate in one run, the first
epoch of each is left out. The window draws curves, norms of every layer, reconstructions and samples meanwhile.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np

from benchmarks.report import Row, main, median
from benchmarks.throughput import in_window
from benchmarks.window import four_plots, has_mnist, main_window, mnist_folder, open_project, preset
from playground.core.project import Project
from playground.engine.data import load_data
from playground.engine.samples import Samples
from playground.engine.threads import training_threads
from playground.ui.main_window import MainWindow

ROUNDS = 5
EPOCHS = 3
LIMIT = {"vae": 30_000, "gan-small": 6_000, "lstm-forecast": None, "autoencoder": 60_000}


def measure() -> list[Row]:
    rows = []
    with main_window() as window:
        for name in LIMIT:
            if name != "lstm-forecast" and not has_mnist():
                rows.append(Row(name, "not measured", note="no MNIST: set PLAYGROUND_DATA_DIR"))
            else:
                rows.append(_compare(window, name))
                print(rows[-1], file=sys.stderr, flush=True)
    return rows


def _compare(window: MainWindow, name: str) -> Row:
    data = {"limit": LIMIT[name], "validation": 0.0}
    project = preset(name, data=data, training={"epochs": EPOCHS, "device": "cpu"})
    open_project(window, project)
    plain, ours = [], []
    with four_plots(window) as visible_plots, tempfile.TemporaryDirectory() as folder:
        place, count = _data(project, name, Path(folder))
        for _ in range(ROUNDS):
            plain.append(_plain(name, place, count, project.training.batch_size))
            ours.append(in_window(window, count))
            plots = visible_plots()
    ratio = median(ours) / median(plain)
    each = ", ".join(f"{a / b:.2f}" for a, b in zip(ours, plain, strict=True))
    return Row(
        f"{name}: window against plain script", f"{ratio:.2f} ×", "≥ 1.0 ×", ratio >= 1.0,
        f"{median(ours):,.0f} against {median(plain):,.0f} samples/s; rounds {each}; {plots} live plots, "
        f"{training_threads()} thread(s), batch {project.training.batch_size}",
    )  # fmt: skip


def _data(project: Project, name: str, folder: Path) -> tuple[Path, int]:
    """Where the script finds its data, and how many samples it trains on: those that the program trains on."""
    if name != "lstm-forecast":
        return mnist_folder(), int(LIMIT[name] or 0)
    import torch

    samples = Samples(load_data(project.data), project, torch.device("cpu"))
    x, y = samples.stored("train", np.arange(samples.train_count))
    np.savez(folder / "windows.npz", x=samples.inputs.apply(x), y=samples.targets.apply(y))
    return folder / "windows.npz", samples.train_count


def _plain(name: str, place: Path, count: int, batch_size: int) -> float:
    script = Path(__file__).with_name("plain_generative.py")
    options = {"--data": place, "--epochs": EPOCHS, "--limit": count, "--threads": training_threads(),
               "--batch-size": batch_size}  # fmt: skip
    words = [str(word) for pair in options.items() for word in pair]
    # The window stays open meanwhile but has nothing to do, so waiting here holds nothing up.
    result = subprocess.run([sys.executable, script, name, *words], check=True, capture_output=True, text=True)
    return float(json.loads(result.stdout)["samples_per_second"])


if __name__ == "__main__":
    main(measure)
