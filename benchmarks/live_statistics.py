"""What it costs to watch: the loop with its live statistics against the very same steps with nobody looking.

Watched is what a window shows at the default interval: the loss and first metric of every step, the norms of every
layer's gradients and updates, the samples with what the network says of them, also at the end of each epoch. Unwatched
takes the same steps on the same batches and reads nothing. Both are seconds on the wall from before the first step to
after the last look. The two alternate in one process; validation and test are in neither.
"""

from __future__ import annotations

import time

from benchmarks.report import Row, main, median
from playground.core.files import load_project
from playground.core.presets import find_project
from playground.core.project import Project
from playground.engine.data import DataError
from playground.engine.loop import prepare, run
from playground.engine.state import TrainingState
from playground.engine.threads import training_threads
from playground.protocol import RunFailed, RunFinished

ROUNDS = 5
MOST = 3.0  # percent of a step
# Preset and training samples: each stretch takes some seconds.
WATCHED = {"mnist-mlp": 40_000, "mnist-cnn": 4_000, "vae": 10_000, "gan": 4_000, "lstm-forecast": None}


def measure() -> list[Row]:
    return [row for name, limit in WATCHED.items() for row in _compare(name, limit)]


def _compare(name: str, limit: int | None) -> list[Row]:
    project = load_project(find_project(name))
    data = project.data.replace(validation=0.0, limit=limit)
    project = project.replace(data=data, training=project.training.replace(device="cpu", epochs=1))
    try:
        project = _lasting(project)
        _watched(project), _unwatched(project)
        pairs = [(_watched(project), _unwatched(project)) for _ in range(ROUNDS)]
    except DataError as error:
        return [Row(f"{name}: live statistics", "not measured", note=error.message)]
    costs = [100 * (watched / unwatched - 1) for watched, unwatched in pairs]
    cost = 100 * (median([a for a, _ in pairs]) / median([b for _, b in pairs]) - 1)
    steps = prepare(project).samples.steps_per_epoch * project.training.epochs
    return [
        Row(
            f"{name}: live statistics", f"{cost:.1f} %", f"≤ {MOST:g} %", cost <= MOST,
            f"{1000 * median([a for a, _ in pairs]) / steps:.3f} against "
            f"{1000 * median([b for _, b in pairs]) / steps:.3f} ms a step; rounds "
            + ", ".join(f"{each:.1f}" for each in costs) + f"; {training_threads()} thread(s)",
        )
    ]  # fmt: skip


def _lasting(project: Project) -> Project:
    """With as many epochs as make some three seconds: looks come every 0.05 and 0.7 seconds."""
    return project.replace(training=project.training.replace(epochs=max(1, round(3.0 / _unwatched(project)))))


def _watched(project: Project) -> float:
    """Seconds from before the first step to what is told last before the test, all looks included."""
    events = run(prepare(project))
    next(events)  # the run is ready for its first step
    began = time.perf_counter()
    told, end = began, None
    for end in events:
        if not isinstance(end, RunFinished):  # that one comes after the test
            told = time.perf_counter()
    if not isinstance(end, RunFinished):
        raise RuntimeError(end.message if isinstance(end, RunFailed) else "the run did not end")  # noqa: TRY004
    return told - began


def _unwatched(project: Project) -> float:
    state = prepare(project)
    began = time.perf_counter()
    _take_steps(state)
    return time.perf_counter() - began


def _take_steps(state: TrainingState) -> None:
    samples, position = state.samples, state.position
    for epoch in range(state.epochs):
        order = samples.order(epoch)
        state.task.start_epoch(epoch)
        for number in range(samples.steps_per_epoch):
            state.apply_rate()
            state.task.at = (epoch, number)
            state.task.step(samples.batch(order, number))
            position.step += 1


if __name__ == "__main__":
    main(measure)
