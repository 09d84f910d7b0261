"""A small object with the controller's signals, and the worker's events as it would send them."""

from __future__ import annotations

import numpy as np
from PySide6.QtWidgets import QWidget

from playground import protocol
from playground.ui.plots.curve_plot import CurvePlot
from playground.ui.run_signals import RunSignals

LAYERS = {"conv1": "Conv 2D", "dense1": "Dense", "dense2": "Dense"}


class Reporter(RunSignals):
    """Says what a controller says."""

    def start(self, run: int = 1, *, per_epoch: int = 10, epochs: int = 5, resumed: int = 0) -> None:
        event = protocol.RunStarted(
            run=run, device="cpu", seed=0, epochs=epochs, steps_per_epoch=per_epoch, batch_size=8, train_samples=80,
            validation_samples=8, test_samples=8, parameters=100, layers=dict(LAYERS), resumed_step=resumed,
        )  # fmt: skip
        self.run_started.emit(event)

    def progress(self, first: int, last: int, *, run: int = 1, loss: float = 1.0) -> None:
        steps = np.arange(first, last + 1, dtype=np.float64)
        series = {
            protocol.TRAIN_LOSS: np.stack([steps, loss / steps], 1),
            protocol.training("accuracy"): np.stack([steps, 1 - 1 / (1 + steps)], 1),
        }
        for index, node in enumerate(LAYERS):
            series[f"{protocol.GRADIENT}/{node}"] = np.stack([steps, 10.0**-index / steps], 1)
            series[f"{protocol.UPDATE}/{node}"] = np.stack([steps, 1e-3 * (index + 1) + 0 * steps], 1)
        self.progressed.emit(protocol.Progress(run, last // 10 + 1, last % 10 + 1, last, 100.0, 9.0, 1e-3, series))

    def end_epoch(self, epoch: int, *, run: int = 1, per_epoch: int = 10, loss: float = 0.5) -> None:
        validation = {"loss": loss, "accuracy": 0.75}
        event = protocol.EpochDone(run, epoch, epoch * per_epoch, {"loss": 0.4, "accuracy": 0.8}, validation)
        self.epoch_done.emit(event)

    def finish(self, *, run: int = 1, step: int = 50) -> None:
        test = {"loss": 0.3, "accuracy": 0.9}
        self.run_finished.emit(protocol.RunFinished(run, "finished", 5, step, test, 1.0, 100.0))

    def show_images(self, *, run: int = 1, step: int = 1) -> None:
        self.predictions.emit(make_predictions(run=run, step=step))


def make_predictions(*, run: int = 1, step: int = 1) -> protocol.Predictions:
    """Forty grey images; the second (a 4 taken for a 9) and the last are wrong."""
    truth = np.arange(40) % 10
    truth[1] = 4
    predicted = truth.copy()
    predicted[1], predicted[39] = 9, 0
    confidence = np.full(40, 0.5, dtype=np.float32)
    confidence[1] = 0.873
    images = np.full((40, 28, 28), 128, dtype=np.uint8)
    return protocol.Predictions(run, step, images, truth, predicted, confidence, tuple("0123456789"))


def plot_named(panel: QWidget, name: str) -> CurvePlot:
    """The plot whose accessible name begins with ``name``: Loss, Accuracy, Gradient norm, Update."""
    return next(plot for plot in panel.findChildren(CurvePlot) if plot.accessibleName().startswith(name))
