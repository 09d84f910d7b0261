"""The messages between window and worker: small frozen records that travel through a pipe.

Commands go to the worker, events come back. Arrays are numpy's; no tensor crosses the process border.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:  # a window that has not trained yet does without numpy
    import numpy as np

Format = Literal["pt", "safetensors", "onnx", "pt2", "py"]

# The exit code of a worker whose graphics card failed for good: a new one can use it again.
EXIT_DEVICE_LOST = 3

# Names of the series; per-layer ones end in "/<node id>".
TRAIN_LOSS, VALIDATION_LOSS = "loss/training", "loss/validation"
TRAIN_ACCURACY, VALIDATION_ACCURACY = "accuracy/training", "accuracy/validation"
GRADIENT, UPDATE = "gradient", "update"


# --- commands ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Start:
    """Train ``project`` (the text of a project file) from its seed. ``paused`` waits before the first step."""

    run: int
    project: str
    data_dir: str | None = None
    paused: bool = False


@dataclass(frozen=True, slots=True)
class OpenBundle:
    """Load a trained bundle: it can be exported, saved and trained on (``Resume``)."""

    run: int
    path: str
    data_dir: str | None = None


@dataclass(frozen=True, slots=True)
class ImportModel:
    """Read a network and its weights from an ONNX file; from then on as after ``OpenBundle``.

    Answered by ``ModelImported`` or ``RunFailed``.
    """

    run: int
    path: str
    data_dir: str | None = None


@dataclass(frozen=True, slots=True)
class Pause:
    run: int


@dataclass(frozen=True, slots=True)
class Resume:
    """Go on with a paused or ended run. ``data_dir`` is for an opened bundle: it replaces that of ``OpenBundle``."""

    run: int
    data_dir: str | None = None


@dataclass(frozen=True, slots=True)
class StepOnce:
    """One batch, then pause; otherwise as ``Resume``."""

    run: int
    data_dir: str | None = None


@dataclass(frozen=True, slots=True)
class Stop:
    """End the run; its weights stay for saving and export. Answered by the run's end, for an opened bundle too."""

    run: int


@dataclass(frozen=True, slots=True)
class SetLearningRate:
    run: int
    value: float


@dataclass(frozen=True, slots=True)
class SaveBundle:
    """Write the weights as they are now. Answered by ``Saved`` or ``RequestFailed``."""

    request: int
    run: int
    path: str


@dataclass(frozen=True, slots=True)
class ExportModel:
    """Write the weights or the model as they are now. Answered by ``Exported`` or ``RequestFailed``.

    ``data_dir``: where the data lie that an opened bundle is compared on.
    """

    request: int
    run: int
    path: str
    format: Format
    data_dir: str | None = None


@dataclass(frozen=True, slots=True)
class CancelExport:
    """End an export that is not wanted any more. Answered by its ``RequestFailed``, unless it is done already."""

    request: int


@dataclass(frozen=True, slots=True)
class Forget:
    """Drop the run and its weights (Reset)."""

    run: int


@dataclass(frozen=True, slots=True)
class Shutdown:
    pass


Command = (
    Start
    | OpenBundle
    | ImportModel
    | Pause
    | Resume
    | StepOnce
    | Stop
    | SetLearningRate
    | SaveBundle
    | ExportModel
    | CancelExport
    | Forget
    | Shutdown
)


# --- events -----------------------------------------------------------------------------------------------------


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
class RunStarted:
    """``layers`` are the node ids that have a gradient and an update series, with their titles."""

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


@dataclass(frozen=True, slots=True)
class Progress:
    """Coalesced: at most about 20 a second. ``series`` maps a name to rows of (step, value), float64 k×2.

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
    """Means over the epoch: {"loss": …, "accuracy": …}; validation is None without a validation part."""

    run: int
    epoch: int
    step: int
    train: dict[str, float]
    validation: dict[str, float] | None


@dataclass(frozen=True, slots=True)
class Predictions:
    """Fixed test images with what the network says. ``images`` uint8 n×h×w (grey) or n×h×w×3.

    ``confidence`` is a probability from 0 to 1, or, without ``probabilities``, the largest score as it is.
    """

    run: int
    step: int
    images: np.ndarray
    truth: np.ndarray
    predicted: np.ndarray
    confidence: np.ndarray
    classes: tuple[str, ...]
    probabilities: bool = True


@dataclass(frozen=True, slots=True)
class RunPaused:
    run: int
    step: int


@dataclass(frozen=True, slots=True)
class RunResumed:
    run: int


@dataclass(frozen=True, slots=True)
class RunFinished:
    """``test`` is the evaluation on the test part; for a stopped run too. ``seconds`` without pauses."""

    run: int
    reason: Literal["finished", "stopped"]
    epochs: int
    step: int
    test: dict[str, float] | None
    seconds: float
    samples_per_second: float


@dataclass(frozen=True, slots=True)
class RunFailed:
    """The run ended in an error; the weights of the last good step stay when there are any."""

    run: int
    message: str
    hint: str = ""
    node: str | None = None


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
class ExportProgress:
    """Where an export stands: collecting the samples, writing, running what was written in a clean process."""

    request: int
    stage: Literal["preparing", "writing", "proving"]


@dataclass(frozen=True, slots=True)
class Proof:
    """What was written, read again in a clean process and run there, against the network in this program.

    ``samples`` is how many were compared, ``real`` whether they are the data set's (else random numbers), ``batches``
    how many went in at once, in turn. ``difference`` is the largest of any output value and ``tolerance`` what would
    have been refused; ``agreement`` how many samples get the same class, None where they are no classes. ``size`` is
    in bytes; times are milliseconds for all samples at once, medians; ``runtime`` names what ran it.
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
    request: int
    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class WorkerDied:
    """Made on the window's side when the process is gone. ``run`` is the run it took along, or None."""

    message: str
    exit_code: int | None
    run: int | None


Event = (
    Ready | DataProgress | RunStarted | Progress | EpochDone | Predictions | RunPaused | RunResumed | RunFinished
    | RunFailed | BundleOpened | ModelImported | Saved | ExportProgress | Exported | RequestFailed | WorkerDied
)  # fmt: skip
