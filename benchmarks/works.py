"""What the presets reach, trained by the command line as they stand: each must do what its description says.

Quick ones are trained with three seeds, those that take minutes with one; ``--seeds 0 1 2`` trains each with these,
``--only gan-small vae`` trains these alone. Seeds, epochs and seconds stand beside each figure.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import baselines
from benchmarks.report import Row, main
from benchmarks.window import has_mnist


@dataclass(frozen=True)
class Goal:
    """``reads`` gives the value from a run's JSON and its bundle; ``reached`` judges it and says against what.

    ``percent``: how the value is written.
    """

    what: str
    reads: Callable[[dict, Path], float]
    reached: Callable[[float, Path], tuple[bool, str]]
    percent: bool = False
    mnist: bool = True

    @property
    def seeds(self) -> tuple[int, ...]:
        """With MNIST a run takes minutes."""
        return (0,) if self.mnist else (0, 1, 2)

    def text(self, value: float) -> str:
        return f"{value:.2%}" if self.percent else f"{value:.4g}"


def _test(metric: str) -> Callable[[dict, Path], float]:
    return lambda result, _bundle: result["test"][metric]


def _least(limit: float, percent: bool = True) -> Callable[[float, Path], tuple[bool, str]]:
    text = f"≥ {limit:.1%}" if percent else f"≥ {limit:g}"
    return lambda value, _bundle: (value >= limit, text)


def _most(limit: float) -> Callable[[float, Path], tuple[bool, str]]:
    return lambda value, _bundle: (value <= limit, f"≤ {limit:g}")


def _above(limit: Callable[[Path], float], name: str, *, strictly: bool) -> Callable[[float, Path], tuple[bool, str]]:
    def judge(value: float, bundle: Path) -> tuple[bool, str]:
        other = limit(bundle)
        return (value > other if strictly else value >= other), f"{'>' if strictly else '≥'} {other:.2%} ({name})"

    return judge


def _below(limit: Callable[[Path], float], name: str, factor: float = 1.0) -> Callable[[float, Path], tuple[bool, str]]:
    def judge(value: float, bundle: Path) -> tuple[bool, str]:
        other = limit(bundle) * factor
        return value <= other, f"≤ {other:.4g} ({name})"

    return judge


def _accuracy(limit: float, *, mnist: bool = True) -> Goal:
    return Goal("test accuracy", _test("accuracy"), _least(limit), percent=True, mnist=mnist)


_DIGITS = Goal(
    "digits that are ≥ 2 % of 1,000 samples", lambda _result, bundle: float(baselines.digits_drawn(bundle)),
    _least(9, percent=False),
)  # fmt: skip
_BEATS = "logistic regression, same split"

GOALS: dict[str, Goal] = {
    "mnist-cnn-small": _accuracy(0.985),
    "mnist-mlp": _accuracy(0.975),
    "mnist-cnn": _accuracy(0.989),
    "mnist-mlp-dropout": _accuracy(0.975),
    "tabular-binary": Goal(
        "test accuracy", _test("accuracy"), _above(baselines.logistic, _BEATS, strictly=True), True, mnist=False
    ),
    "npy-binary": Goal(
        "test accuracy", _test("accuracy"), _above(baselines.logistic, _BEATS, strictly=False), True, mnist=False
    ),
    "lstm-forecast": Goal(
        "test MSE", _test("mse"), _below(baselines.last_value, "half of repeating the last value", 0.5), mnist=False
    ),
    "autoencoder": Goal("test MSE", _test("mse"), _below(baselines.pca, "PCA with 32 components")),
    "vae": Goal("−ELBO in nats per test image", _test("loss"), _most(107)),
    "gan": _DIGITS,
    "gan-small": _DIGITS,
    "spiral-2d": _accuracy(0.95, mnist=False),
    "gan-2d": Goal(
        "clouds that are ≥ 4 % of 1,000 samples", lambda _result, bundle: float(baselines.clouds_found(bundle)),
        _least(8, percent=False), mnist=False,
    ),
    "vae-2d": Goal("−ELBO in nats per test image", _test("loss"), _most(160)),
    "residual-cnn": _accuracy(0.98),
    "iris": _accuracy(0.9, mnist=False),
    "text-sentiment": _accuracy(0.65, mnist=False),  # the more frequent class is half of them
    "tiny-transformer": _accuracy(0.62, mnist=False),
    "denoising-autoencoder": Goal("test MSE", _test("mse"), _below(baselines.noise, "a quarter of the noise's", 0.25)),
}  # fmt: skip


def measure() -> list[Row]:
    parser = argparse.ArgumentParser()
    parser.add_argument("--seeds", type=int, nargs="+")
    parser.add_argument("--only", nargs="+", choices=sorted(GOALS))
    options = parser.parse_args()
    rows, there = [], has_mnist()
    for name in options.only or GOALS:
        goal = GOALS[name]
        if goal.mnist and not there:
            rows.append(Row(name, "not measured", note="no MNIST: set PLAYGROUND_DATA_DIR"))
        else:
            rows.append(_row(name, goal, options.seeds or goal.seeds))
            print(rows[-1], file=sys.stderr, flush=True)
    return rows


def _row(name: str, goal: Goal, seeds: Sequence[int]) -> Row:
    values, verdicts, said, seconds = [], [], "", 0.0
    for seed in seeds:
        with tempfile.TemporaryDirectory() as folder:
            result, bundle, took = _train(name, seed, Path(folder))
            value = goal.reads(result, bundle)
            reached, said = goal.reached(value, bundle)
            values.append(value)
            verdicts.append(reached)
            seconds += took
    each = ", ".join(f"seed {seed}: {goal.text(value)}" for seed, value in zip(seeds, values, strict=True))
    note = f"{each}; {len(result['epochs'])} epochs in {seconds / len(seeds):,.0f} s on {result['device']}, "
    note += f"{result['parameters']:,} parameters"
    worst = values[verdicts.index(False)] if False in verdicts else sorted(values)[len(values) // 2]
    return Row(f"{name}: {goal.what}", goal.text(worst), said, all(verdicts), note)


def _train(name: str, seed: int, folder: Path) -> tuple[dict, Path, float]:
    out, bundle = folder / "result.json", folder / f"{name}.playground"
    command = [Path(sys.executable).with_name("playground"), "train", name, "--seed", str(seed), "--json", out]
    began = time.perf_counter()
    subprocess.run([*command, "--out", bundle], check=True, stdout=subprocess.DEVNULL)
    return json.loads(out.read_text(encoding="utf-8")), bundle, time.perf_counter() - began


if __name__ == "__main__":
    main(measure)
