"""What the worker tells of runs, weights and exports."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from playground.protocol.views import View

if TYPE_CHECKING:  # a window that has not trained yet does without numpy
    import numpy as np


@dataclass(frozen=True, slots=True)
class Ready:
    """Torch is loaded. ``devices`` maps "cpu", "cuda", "mps" as found to a name for people."""

    devices: dict[str, str]
    torch: str
    threads: int


@dataclass(frozen=True, slots=True)
class DataProgress:
    """Bytes of a download so far; ``total`` is 0 while unknown."""

    dataset: str
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Drafted:
    """The answer to a ``Draft``. ``why`` it cannot be had before somebody presses Run, in a sentence; "" where it is
    there.
    """

    run: int
    why: str = ""


@dataclass(frozen=True, slots=True)
class RunStarted:
    """``layers`` are the node ids that have a gradient and an update series, with their titles. ``parent``: the run
    that this one branched off at ``resumed_step``.
    """

    run: int
    device: str
    seed: int
    epochs: int
    steps_per_epoch: int
    batch_size: int
    train_samples: int
    validation_samples: int
    test_samples: int
    parameters: int
    layers: dict[str, str]
    resumed_step: int = 0
    metrics: tuple[str, ...] = ("accuracy",)  # names of training.metrics that are curves, most telling first
    notes: tuple[str, ...] = ()  # what was left out or changed while the data were read
    parent: int | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """Coalesced: at most about 10 a second. ``series`` maps a name to rows of (step, value), float64 k×2.

    ``epoch`` and ``batch`` count from 1; ``step`` counts batches over all epochs.
    """

    run: int
    epoch: int
    batch: int
    step: int
    samples_per_second: float
    seconds_left: float
    learning_rate: float
    series: dict[str, np.ndarray] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class EpochDone:
    """Means over the epoch by metric, the loss among them; validation is None without a validation part."""

    run: int
    epoch: int
    step: int
    train: dict[str, float]
    validation: dict[str, float] | None


@dataclass(frozen=True, slots=True)
class HistogramsTaken:
    """How weights, gradients and activations of all layers were spread after an epoch, 0: before the first one.

    n histograms by name, as in ``telemetry.histograms.HistogramsAt``: ``counts`` unsigned n×bins in equal bins from
    ``low`` to ``high``, float64 n; ``unfinite`` int64 n are in no bin.
    """

    run: int
    epoch: int
    step: int
    names: tuple[str, ...]
    low: np.ndarray
    high: np.ndarray
    counts: np.ndarray
    unfinite: np.ndarray


@dataclass(frozen=True, slots=True)
class Predictions:
    """Fixed test images with what the network says. ``images`` uint8 n×h×w (grey) or n×h×w×3.

    ``confidence`` is a probability from 0 to 1, or, without ``probabilities``, the largest score as it is. ``at``: that
    of the ``Watch`` with which somebody looks back.
    """

    run: int
    step: int
    images: np.ndarray
    truth: np.ndarray
    predicted: np.ndarray
    confidence: np.ndarray
    classes: tuple[str, ...]
    probabilities: bool = True
    at: int | None = None


@dataclass(frozen=True, slots=True)
class Views:
    """What there is to see of a task's weights as they are; a view replaces the one of the same name. ``at`` as for
    ``Predictions``: these show weights of an earlier step.
    """

    run: int
    step: int
    views: tuple[View, ...]
    at: int | None = None


@dataclass(frozen=True, slots=True)
class Diverged:
    """Numbers went out of bounds: the run is paused on its last good weights. ``RunPaused`` follows."""

    run: int
    step: int
    message: str
    hint: str = ""
    node: str | None = None


@dataclass(frozen=True, slots=True)
class Snapshots:
    """The steps, rising, at which the run can be looked at (``Watch.at``) and branched off. ``note`` says in a sentence
    why no more are kept; ``folder`` is where they are.
    """

    run: int
    steps: tuple[int, ...]
    note: str = ""
    folder: str = ""


@dataclass(frozen=True, slots=True)
class KeptRun:
    """``step`` is how far its weights are trained; they lie in ``folder``."""

    run: int
    step: int
    folder: str


@dataclass(frozen=True, slots=True)
class RunsKept:
    """All runs whose place others took and that can be taken up again (``TakeUp``), the latest last."""

    runs: tuple[KeptRun, ...]


@dataclass(frozen=True, slots=True)
class LearningRates:
    """All that a search has tried so far: float64 k rates and the losses after them, smoothed.

    ``suggestion`` is a rate that would do well, None while there is none. ``done``: no more will come.
    """

    request: int
    rates: np.ndarray
    losses: np.ndarray
    suggestion: float | None = None
    done: bool = False


@dataclass(frozen=True, slots=True)
class RunPaused:
    run: int
    step: int


@dataclass(frozen=True, slots=True)
class RunResumed:
    run: int


@dataclass(frozen=True, slots=True)
class RunFinished:
    """``test`` is the evaluation on the test part; for a stopped run too. ``seconds`` without pauses.

    "early": it no longer got better; ``note`` says since when, and which weights it ends with.
    """

    run: int
    reason: Literal["finished", "stopped", "early"]
    epochs: int
    step: int
    test: dict[str, float] | None
    seconds: float
    samples_per_second: float
    note: str = ""


@dataclass(frozen=True, slots=True)
class RunFailed:
    """The run ended in an error; the weights of the last good step stay when there are any.

    ``files_changed``: reading files of one's own again may be all that is missing.
    """

    run: int
    message: str
    hint: str = ""
    node: str | None = None
    files_changed: bool = False


@dataclass(frozen=True, slots=True)
class BundleOpened:
    """A bundle is loaded, paused at the end of what it has trained. The history comes from the file itself."""

    run: int
    path: str
    step: int


@dataclass(frozen=True, slots=True)
class ModelImported:
    """A network is there with its weights. ``project`` is the text of a project file; ``missing`` says in a sentence
    what has no counterpart and stands as a placeholder, if anything has none.
    """

    run: int
    path: str
    project: str
    missing: str = ""


@dataclass(frozen=True, slots=True)
class Saved:
    request: int
    path: str


@dataclass(frozen=True, slots=True)
class FileProgress:
    """Bytes so far of a bundle that is being written (``request``) or opened (``run``)."""

    done: int
    total: int
    request: int | None = None
    run: int | None = None


@dataclass(frozen=True, slots=True)
class ExportProgress:
    """Where an export stands: collecting the samples, writing, running what was written in a clean process."""

    request: int
    stage: Literal["preparing", "writing", "proving"]


@dataclass(frozen=True, slots=True)
class Proof:
    """What was written, read again in a clean process and run there, against the network in this program.

    ``samples`` is how many were compared, ``real`` whether they are the data set's (else random numbers; ``noise``: as
    a generator gets them), ``batches`` how many went in at once, in turn. ``difference`` is the largest of any output
    value and ``tolerance`` what would have been refused; ``agreement`` how many samples get the same class, None where
    they are no classes. ``size`` is in bytes; times are milliseconds for all samples at once, medians; ``runtime``
    names what ran it.
    """

    samples: int
    real: bool
    batches: tuple[int, ...]
    difference: float
    tolerance: float
    agreement: int | None
    size: int
    milliseconds: float
    own_milliseconds: float
    runtime: str
    noise: bool = False


@dataclass(frozen=True, slots=True)
class Exported:
    """``report`` lines tell what was written and how it was checked; ``files`` are all that was written.

    ``replaced``: something of that name was there before.
    """

    request: int
    path: str
    format: str
    report: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    proof: Proof | None = None
    replaced: bool = False


@dataclass(frozen=True, slots=True)
class RequestFailed:
    """``encoding``: one with which files that are not UTF-8 text may be read, else empty."""

    request: int
    message: str
    hint: str = ""
    encoding: str = ""


@dataclass(frozen=True, slots=True)
class WorkerDied:
    """Made on the window's side when the process is gone. ``run`` is the run it took along, or None."""

    message: str
    exit_code: int | None
    run: int | None
