"""The report on a part of the data: the task's own metrics, and what is behind them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from playground.core.language import tr
from playground.engine.checkpoint import Bundle, load_bundle, restore
from playground.engine.data import Progress
from playground.engine.errors import CannotTrain
from playground.engine.evaluating.looks import look_for
from playground.engine.samples import Batch, Part
from playground.engine.state import TrainingState
from playground.engine.tasks import EVALUATION_BATCH
from playground.protocol.findings import Kind, Report
from playground.training.split import part_name

PARTS: tuple[Part, ...] = ("test", "validation", "train")


def evaluate(
    source: TrainingState | Bundle | Path | str,
    part: Part = "test",
    data_dir: Path | str | None = None,
    *,
    progress: Progress | None = None,
    between: Callable[[], None] = lambda: None,
    counted: Callable[[int, int], None] = lambda *_: None,
) -> Report:
    """Look at every sample of ``part``, once, without learning from it. ``between`` is called often, ``counted`` with
    how many samples were looked at, of how many.

    Of a bundle the data are read as for going on with it: the parts are those of its run. Memory does not grow with
    the number of samples. Raises ``CannotTrain`` (also for a part without samples), ``DataError`` and ``FileError``.
    """
    state = state_of(source, data_dir, progress)
    samples = state.samples
    count = samples.count(part)
    if not count:
        raise CannotTrain(
            tr("The {part} part has no samples.", part=part_name(part)),
            tr("Hold some back under Data, or choose another part."),
        )
    look = look_for(state, part)

    def watched() -> Iterator[Batch]:
        done = 0
        for x, y in samples.part(part, EVALUATION_BATCH):
            if look is not None:
                look.add(x, y)
                between()
            yield x, y
            done += len(x)
            counted(done, count)
            between()

    with state.evaluating():
        metrics = state.task.evaluate(watched(), lambda: True)
    project, dataset = state.project, samples.arrays.dataset
    kind: Kind = look.kind if look is not None else "generated"
    return Report(
        title=project.title, task=state.task.description.title, network=state.network, dataset=dataset.title, part=part,
        samples=count, kind=kind, metrics={name: float(value) for name, value in (metrics or {}).items()},
        worst=look.worst.result() if look is not None else (),
        notes=(*samples.arrays.notes, *(_scaled(state) if look is not None else ())),
        **(look.result() if look is not None else {}),
    )  # fmt: skip


def _scaled(state: TrainingState) -> tuple[str, ...]:
    """That the loss is no number in the units of the data, where what it judges is scaled."""
    predicts = state.task.description.predicts_target
    judged = state.samples.targets if predicts else state.samples.inputs
    if judged.shift is None:
        return ()
    if predicts:
        return (tr("The loss is in scaled units, as targets are scaled to train."),)
    return (tr("The loss is in scaled units, as inputs are scaled to train."),)


def state_of(
    source: TrainingState | Bundle | Path | str, data_dir: Path | str | None = None, progress: Progress | None = None
) -> TrainingState:
    """A run that can be looked at. Raises as ``evaluate`` does."""
    if isinstance(source, TrainingState):
        return source
    bundle = source if isinstance(source, Bundle) else load_bundle(source)
    return restore(bundle, data_dir, progress=progress)
