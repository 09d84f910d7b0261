"""The messages between window and worker: small frozen records that travel through a pipe.

Commands go to the worker, events come back. Arrays are numpy's; no tensor crosses the process border.
"""

from __future__ import annotations

from playground.protocol.commands import (
    Branch,
    CancelExport,
    CancelFile,
    CancelLearningRates,
    CancelLooking,
    Discard,
    Draft,
    ExportModel,
    FindLearningRate,
    Forget,
    Format,
    ImportModel,
    OpenBundle,
    Pause,
    Rescue,
    Resume,
    SaveBundle,
    SetLearningRate,
    SetPace,
    Shutdown,
    Start,
    StepOnce,
    Stop,
    TakeUp,
)
from playground.protocol.data import (
    CancelData,
    DataFetched,
    DataLoading,
    DataPreview,
    FeatureFacts,
    FetchData,
    FilesInspected,
    InspectFiles,
    Part,
    PreviewData,
    SamplePictures,
    SamplePoints,
    SampleRows,
    SampleSeries,
)
from playground.protocol.events import (
    BundleOpened,
    DataProgress,
    Diverged,
    Drafted,
    EpochDone,
    Exported,
    ExportProgress,
    FileProgress,
    HistogramsTaken,
    KeptRun,
    LearningRates,
    ModelImported,
    Predictions,
    Progress,
    Proof,
    Ready,
    RequestFailed,
    RunFailed,
    RunFinished,
    RunPaused,
    RunResumed,
    RunsKept,
    RunStarted,
    Saved,
    Snapshots,
    Views,
    WorkerDied,
)
from playground.protocol.findings import (
    Evaluate,
    Evaluated,
    Looking,
    Predict,
    Predicted,
    SamplesShown,
    ShowSamples,
)
from playground.protocol.lenses import (
    Arithmetic,
    ArithmeticSeen,
    Attribution,
    Baseline,
    Boundary,
    BoundarySeen,
    Brought,
    Changed,
    Compare,
    CompareSeen,
    Confusion,
    ConfusionSeen,
    Coverage,
    CoverageSeen,
    Explain,
    ExplainSeen,
    FakePush,
    FakePushSeen,
    Fellow,
    Flow,
    FlowSeen,
    FromData,
    Game,
    GameField,
    GameSeen,
    Histograms,
    HistogramsSeen,
    Kernels,
    KernelsSeen,
    KnownStep,
    Landscape,
    LandscapeSeen,
    Latent,
    LatentCode,
    LatentCodeSeen,
    LatentDecoded,
    LatentDecodedSeen,
    LatentGrid,
    LatentMap,
    LatentMapSeen,
    LatentPath,
    LatentPathSeen,
    LatentSeen,
    LayerCompared,
    LayerHealth,
    Layers,
    LayerSeen,
    LayersSeen,
    Lens,
    LinkSeen,
    MapMethod,
    Method,
    Microscope,
    MicroscopeSeen,
    PlaneOfInputs,
    Plates,
    Seen,
    Sight,
    Standing,
    Subject,
    Trouble,
    Unseen,
    Watch,
)
from playground.protocol.views import (
    Forecasts,
    Pictures,
    Plane,
    Rows,
    Scatter,
    View,
)

__all__ = [
    "EXIT_DEVICE_LOST",
    "GRADIENT",
    "LEARNING_RATE",
    "TRAIN_LOSS",
    "UPDATE",
    "VALIDATION_LOSS",
    "Arithmetic",
    "ArithmeticSeen",
    "Attribution",
    "Baseline",
    "Boundary",
    "BoundarySeen",
    "Branch",
    "Brought",
    "BundleOpened",
    "CancelData",
    "CancelExport",
    "CancelFile",
    "CancelLearningRates",
    "CancelLooking",
    "Changed",
    "Command",
    "Compare",
    "CompareSeen",
    "Confusion",
    "ConfusionSeen",
    "Coverage",
    "CoverageSeen",
    "DataCommand",
    "DataFetched",
    "DataLoading",
    "DataPreview",
    "DataProgress",
    "Discard",
    "Diverged",
    "Draft",
    "Drafted",
    "EpochDone",
    "Evaluate",
    "Evaluated",
    "Event",
    "Explain",
    "ExplainSeen",
    "ExportModel",
    "ExportProgress",
    "Exported",
    "FakePush",
    "FakePushSeen",
    "FeatureFacts",
    "Fellow",
    "FetchData",
    "FileProgress",
    "FilesInspected",
    "FindLearningRate",
    "Flow",
    "FlowSeen",
    "Forecasts",
    "Forget",
    "Format",
    "FromData",
    "Game",
    "GameField",
    "GameSeen",
    "Histograms",
    "HistogramsSeen",
    "HistogramsTaken",
    "ImportModel",
    "InspectFiles",
    "KeptRun",
    "Kernels",
    "KernelsSeen",
    "KnownStep",
    "Landscape",
    "LandscapeSeen",
    "Latent",
    "LatentCode",
    "LatentCodeSeen",
    "LatentDecoded",
    "LatentDecodedSeen",
    "LatentGrid",
    "LatentMap",
    "LatentMapSeen",
    "LatentPath",
    "LatentPathSeen",
    "LatentSeen",
    "LayerCompared",
    "LayerHealth",
    "LayerSeen",
    "Layers",
    "LayersSeen",
    "LearningRates",
    "Lens",
    "LinkSeen",
    "Looking",
    "MapMethod",
    "Method",
    "Microscope",
    "MicroscopeSeen",
    "ModelImported",
    "OpenBundle",
    "Part",
    "Pause",
    "Pictures",
    "Plane",
    "PlaneOfInputs",
    "Plates",
    "Predict",
    "Predicted",
    "Predictions",
    "PreviewData",
    "Progress",
    "Proof",
    "Ready",
    "RequestFailed",
    "Rescue",
    "Resume",
    "Rows",
    "RunFailed",
    "RunFinished",
    "RunPaused",
    "RunResumed",
    "RunStarted",
    "RunsKept",
    "SamplePictures",
    "SamplePoints",
    "SampleRows",
    "SampleSeries",
    "SamplesShown",
    "SaveBundle",
    "Saved",
    "Scatter",
    "Seen",
    "SetLearningRate",
    "SetPace",
    "ShowSamples",
    "Shutdown",
    "Sight",
    "Snapshots",
    "Standing",
    "Start",
    "StepOnce",
    "Stop",
    "Subject",
    "TakeUp",
    "Trouble",
    "Unseen",
    "View",
    "Views",
    "Watch",
    "WorkerDied",
    "training",
    "validation",
]  # fmt: skip

# The exit code of a worker whose graphics card failed for good: a new one can use it again.
EXIT_DEVICE_LOST = 3

# Names of the series: a metric's for a part, and per-layer ones that end in "/<node id>".
GRADIENT, UPDATE = "gradient", "update"
LEARNING_RATE = "learning_rate"


def training(metric: str) -> str:
    """The series of ``metric`` in training, at every step."""
    return f"{metric}/training"


def validation(metric: str) -> str:
    """The series of ``metric`` on the validation part, at every epoch."""
    return f"{metric}/validation"


TRAIN_LOSS, VALIDATION_LOSS = training("loss"), validation("loss")

DataCommand = PreviewData | InspectFiles | FetchData | CancelData
Command = (
    Start
    | Branch
    | TakeUp
    | Rescue
    | Discard
    | Draft
    | OpenBundle
    | ImportModel
    | Pause
    | Resume
    | StepOnce
    | Stop
    | SetLearningRate
    | SetPace
    | FindLearningRate
    | CancelLearningRates
    | SaveBundle
    | ExportModel
    | CancelExport
    | CancelFile
    | CancelLooking
    | Evaluate
    | ShowSamples
    | Predict
    | Forget
    | PreviewData
    | InspectFiles
    | FetchData
    | CancelData
    | Watch
    | Shutdown
)
Event = (
    Ready | DataProgress | RunStarted | Progress | EpochDone | HistogramsTaken | Predictions | Views | Diverged
    | RunPaused | RunResumed | LearningRates | RunFinished | RunFailed | BundleOpened | ModelImported | Saved
    | ExportProgress | FileProgress | Exported | RequestFailed | Looking | Evaluated | SamplesShown | Predicted
    | WorkerDied | DataPreview | DataLoading | FilesInspected | DataFetched | Seen | Unseen | Snapshots | RunsKept
    | Drafted
)  # fmt: skip
