"""What the presets reach on the 10,000 test images of the real MNIST, trained by the command line as they stand.

``--seeds 0 1 2`` trains each of them with several seeds.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.report import Row, main, median
from benchmarks.window import has_mnist

GOALS = {"mnist-mlp": 0.975, "mnist-cnn": 0.989}


def measure() -> list[Row]:
    parser = argparse.ArgumentParser()
    parser.add_argument("--seeds", type=int, nargs="+", default=[0])
    seeds = parser.parse_args().seeds
    if not has_mnist():
        return [Row("accuracy on MNIST", "not measured", note="no MNIST: set PLAYGROUND_DATA_DIR")]
    return [_row(name, goal, seeds) for name, goal in GOALS.items()]


def _row(name: str, goal: float, seeds: list[int]) -> Row:
    found = [_train(name, seed) for seed in seeds]
    accuracy = [result["test"]["accuracy"] for result in found]
    speed = median([result["samples_per_second"] for result in found])
    epochs = len(found[0]["epochs"])
    each = ", ".join(f"seed {seed}: {value:.2%}" for seed, value in zip(seeds, accuracy, strict=True))
    return Row(
        f"{name}, {epochs} epochs, test accuracy", f"{median(accuracy):.2%}", f"≥ {goal:.1%}", min(accuracy) >= goal,
        f"{each}; {found[0]['parameters']:,} parameters, {speed:,.0f} samples/s on {found[0]['device']}",
    )  # fmt: skip


def _train(name: str, seed: int) -> dict:
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "result.json")
        command = [Path(sys.executable).with_name("playground"), "train", name, "--device", "cpu"]
        subprocess.run([*command, "--seed", str(seed), "--json", out], check=True, stdout=subprocess.DEVNULL)
        return json.loads(out.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main(measure)
