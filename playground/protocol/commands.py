"""What the window asks of the worker about runs, weights and exports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

Format = Literal["pt", "safetensors", "onnx", "pt2", "py"]


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
class Branch:
    """Take up the run ``parent`` as it was at ``step``, one of its ``Snapshots``, and train it on as ``run``.

    Weights, optimizers and random numbers are those of then. ``project`` (the text of a project file): with its
    training settings instead of those that the run had; only these may differ. The parent is put by
    (``RunsKept``) once this one is ready; where it cannot be, it is as it was. Answered as ``Start`` is.
    """

    run: int
    parent: int
    step: int
    project: str | None = None
    paused: bool = False


@dataclass(frozen=True, slots=True)
class TakeUp:
    """Go back to ``run``, one of ``RunsKept``, as it was left; it waits there. ``project`` (the text of a project file)
    is what it trained. ``history``: plain data of its ``RunHistory``, where the worker that had it was killed. What is
    current is put by in its turn once this one is ready. Answered as ``Start`` is.
    """

    run: int
    project: str
    data_dir: str | None = None
    history: dict[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Rescue:
    """A worker that was killed left snapshots of ``run`` in ``folder``: keep what can be read up to step ``until``, the
    last one that it told of. Answered by ``RunsKept``.
    """

    run: int
    folder: str
    until: int


@dataclass(frozen=True, slots=True)
class Discard:
    """``run``, one of ``RunsKept``, is not wanted back."""

    run: int


@dataclass(frozen=True, slots=True)
class Draft:
    """Have the networks of ``project`` (the text of a project file) as a run of it would begin, for lenses to look at
    as ``run``, until there is another draft or a run. Answered by ``Drafted``. ``project`` None: no draft is wanted
    any more.
    """

    run: int
    project: str | None
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
    """One batch, then pause; otherwise as ``Resume``. ``part``: of a task that has parts, the one that learns."""

    run: int
    data_dir: str | None = None
    part: str = ""


@dataclass(frozen=True, slots=True)
class Stop:
    """End the run; its weights stay for saving and export. Answered by the run's end, for an opened bundle too."""

    run: int


@dataclass(frozen=True, slots=True)
class SetLearningRate:
    run: int
    value: float


@dataclass(frozen=True, slots=True)
class SetPace:
    """Slow motion: from now on ``seconds`` lie between two steps, of the run under way and of those that follow, and
    every step is told and shown by itself. 0: as fast as it goes.
    """

    seconds: float


@dataclass(frozen=True, slots=True)
class FindLearningRate:
    """Try learning rates on a copy of the network of ``project`` (the text of a project file); nothing else changes.

    Answered by ``LearningRates`` several times, or by ``RequestFailed``: for one while a run is under way, too.
    """

    request: int
    project: str
    data_dir: str | None = None


@dataclass(frozen=True, slots=True)
class CancelLearningRates:
    """End a search that is not wanted any more. Answered by its last ``LearningRates``, unless that was sent."""

    request: int


@dataclass(frozen=True, slots=True)
class SaveBundle:
    """Write the weights as they are now. Answered by ``Saved`` or ``RequestFailed``."""

    request: int
    run: int
    path: str


@dataclass(frozen=True, slots=True)
class ExportModel:
    """Write the weights or the model as they are now. Answered by ``Exported`` or ``RequestFailed``.

    ``data_dir``: where the data lie that an opened bundle is compared on. ``part``: "encoder" or "decoder" of a
    network that has them, else all of it.
    """

    request: int
    run: int
    path: str
    format: Format
    data_dir: str | None = None
    part: str = ""


@dataclass(frozen=True, slots=True)
class CancelExport:
    """End an export that is not wanted any more. Answered by its ``RequestFailed``, unless it is done already."""

    request: int


@dataclass(frozen=True, slots=True)
class CancelFile:
    """Leave a bundle unwritten (``request``), or a file that is being opened or imported (``run``) unread.

    Answered by what it ends: ``RequestFailed`` or ``RunFailed``, unless it is done already.
    """

    request: int | None = None
    run: int | None = None


@dataclass(frozen=True, slots=True)
class CancelLooking:
    """Leave a report or a prediction undone. Answered by its ``RequestFailed``, unless it is done already."""

    request: int


@dataclass(frozen=True, slots=True)
class Forget:
    """End the run (Reset); it can be taken up again while it is one of ``RunsKept``."""

    run: int


@dataclass(frozen=True, slots=True)
class Shutdown:
    pass
