"""Memory of a run of a million steps in the window: everything that is plotted of it, and whether a spike survives.

A fresh process takes the worker's events as the window does (``RunLog``): loss and metrics of every step, validation
of every epoch, the learning rate of every step, gradient norm and update of each of 20 layers ten times an epoch, and
the histograms of all tensors after each epoch. Then all curves are prepared for drawing and drawn once. What counts is
how much the process has grown since before the first event. One step has a loss a thousand times as high as the others.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time

from benchmarks.report import Row, main

MOST = 100  # MB
LAYERS, EPOCHS, PER_EPOCH = 20, 1_000, 1_000
SPIKE_STEP, SPIKE = 345_678, 1_000.0
PROBES = 10  # of gradients and updates, in an epoch


def measure() -> list[Row]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "benchmarks.history_memory", "child"]
    result = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True, env=environment)
    found = json.loads(result.stdout.splitlines()[-1])
    series = f"{found['series']} series with {found['points']:,} points, {found['histograms']:,} histograms"
    kept = found["spike"] == SPIKE
    return [
        Row(
            "memory of a million steps of a network of 20 layers", f"{found['grown']:.1f} MB", f"≤ {MOST} MB",
            found["grown"] <= MOST, f"{series}; taken in within {found['seconds']:.0f} s",
        ),
        Row(
            "a spike of one step in a million", "drawn" if kept else "lost", "drawn", kept,
            f"step {SPIKE_STEP:,}: {found['spike']:g} of {SPIKE:g} in the line that is painted",
        ),
        Row("the same, with eight earlier runs of that length", f"{found['nine']:.1f} MB", note="nine runs in all"),
    ]  # fmt: skip


def child() -> None:
    import psutil
    from PySide6.QtWidgets import QApplication

    application = QApplication([])
    from playground.ui.plots.curves_tab import CurvesTab
    from playground.ui.plots.gradients_tab import GradientsTab
    from playground.ui.plots.run_log import RunLog

    process = psutil.Process()
    log = RunLog()
    tabs = [CurvesTab(log), GradientsTab(log)]
    for tab in tabs:
        tab.resize(900, 260)
        tab.grab()
    _take_in(RunLog(), 1, epochs=2)  # what is imported and made once is no part of a run
    application.processEvents()
    before, began = process.memory_info().rss, time.perf_counter()
    _take_in(log, 1, epochs=EPOCHS)
    seconds = time.perf_counter() - began
    for tab in tabs:
        tab.refresh()
        tab.grab()
    run = log.current
    assert run is not None
    grown = process.memory_info().rss - before
    line = tabs[0].plots[0].curves[0].line[1]  # what is painted, in axis units
    found = {
        "grown": grown / 2**20, "seconds": seconds, "series": len(run.series), "spike": float(line.max()),
        "points": sum(len(series) for series in run.series.values()),
        "histograms": sum(len(moment.names) for moment in run.histograms.moments),
    }  # fmt: skip
    for number in range(2, 10):
        _take_in(log, number, epochs=EPOCHS)
    for tab in tabs:
        tab.refresh()
        tab.grab()
    found["nine"] = (process.memory_info().rss - before) / 2**20
    print(json.dumps(found))


def _take_in(log: object, number: int, *, epochs: int) -> None:
    """Events as the worker sends them, an epoch at a time."""
    import numpy as np

    from playground import protocol
    from playground.ui.plots.run_log import RunLog

    assert isinstance(log, RunLog)
    random = np.random.default_rng(number)
    layers = {f"dense{index}": f"Dense {index}" for index in range(LAYERS)}
    metrics = ("accuracy", "f1")
    log.start(
        protocol.RunStarted(number, "cpu", 0, epochs, PER_EPOCH, 32, 32 * PER_EPOCH, 100, 100, 10**6, layers,
                            metrics=metrics)
    )  # fmt: skip
    for epoch in range(epochs):
        steps = np.arange(epoch * PER_EPOCH + 1, (epoch + 1) * PER_EPOCH + 1, dtype=np.float64)
        loss = random.random(PER_EPOCH)
        loss[steps == SPIKE_STEP] = SPIKE
        series = {protocol.training(name): np.stack([steps, random.random(PER_EPOCH)], 1) for name in metrics}
        series |= {
            protocol.TRAIN_LOSS: np.stack([steps, loss], 1),
            protocol.LEARNING_RATE: np.stack([steps, np.cos(steps)], 1),
        }
        at = steps[:: PER_EPOCH // PROBES]
        for node in layers:
            for what in (protocol.GRADIENT, protocol.UPDATE):
                series[f"{what}/{node}"] = np.stack([at, random.random(len(at))], 1)
        log.add(protocol.Progress(number, epoch + 1, PER_EPOCH, int(steps[-1]), 1.0, 1.0, 0.1, series))
        means = {"loss": 0.5, "accuracy": 0.9, "f1": 0.9}
        log.end_epoch(protocol.EpochDone(number, epoch + 1, int(steps[-1]), means, means))
        if log.current is not None and log.current.histograms.wants(epoch + 1):  # the worker takes no others
            log.keep_histograms(_histograms(number, epoch + 1, int(steps[-1]), tuple(layers), random))


def _histograms(number: int, epoch: int, step: int, layers: tuple[str, ...], random: object) -> object:
    import numpy as np

    from playground import protocol
    from playground.telemetry.histograms import BINS

    assert isinstance(random, np.random.Generator)
    names = tuple(
        f"{what}/{layer}{'' if what == 'activations' else f'.{tensor}'}"
        for what in ("weights", "gradients", "activations")
        for layer in layers
        for tensor in (("weight", "bias") if what != "activations" else ("",))
    )
    count = len(names)
    return protocol.HistogramsTaken(
        number, epoch, step, names, random.random(count) - 1, random.random(count),
        random.integers(0, 10_000, (count, BINS)).astype(np.uint32), np.zeros(count, np.int64),
    )  # fmt: skip


if __name__ == "__main__":
    if sys.argv[1:] == ["child"]:
        child()
    else:
        main(measure)
