"""What it costs to watch: the loop with its live statistics against the very same steps with nobody looking.

Watched is what a window shows at the default interval: the loss and first metric of every step, the norms of every
layer's gradients and updates, the samples with what the network says of them, also at the end of each epoch. Unwatched
takes the same steps on the same batches and reads nothing. Two networks train in turn in one process, each for a third
of a second at a time, so that both meet the same moods of the machine; the clock of the one stands while the other
trains. What counts is the time of a step: all seconds on the wall by all steps. Validation and test are in neither.
"""

from __future__ import annotations

import time
from abc import ABC, abstractmethod
from collections.abc import Iterator

from benchmarks.report import Row, main, median
from playground.core.files import load_project
from playground.core.presets import find_project
from playground.core.project import Project
from playground.engine.data import DataError
from playground.engine.loop import clock, prepare, run
from playground.engine.state import TrainingState
from playground.engine.threads import training_threads

SECONDS = 40.0  # of training that is watched, and as many that are not
TURN = 0.33
MOST = 3.0  # percent of a step
# Preset and training samples: several epochs go by.
WATCHED = {"mnist-mlp": 40_000, "mnist-cnn": 4_000, "vae": 10_000, "gan-small": 4_000, "lstm-forecast": None}


def measure() -> list[Row]:
    return [_compare(name, limit) for name, limit in WATCHED.items()]


def _compare(name: str, limit: int | None) -> Row:
    project = load_project(find_project(name))
    data = project.data.replace(validation=0.0, limit=limit)
    project = project.replace(data=data, training=project.training.replace(device="cpu", epochs=10_000))
    try:
        watched, unwatched = _Watched(project), _Unwatched(project)
    except DataError as error:
        return Row(f"{name}: live statistics", "not measured", note=error.message)
    for each in (watched, unwatched):  # caches, and the first looks
        each.take_turn(10 * TURN)
    turns = [(watched.take_turn(TURN), unwatched.take_turn(TURN)) for _ in range(round(SECONDS / TURN))]
    first, second = ([turn[side] for turn in turns] for side in (0, 1))
    a, b = (sum(seconds for seconds, _ in side) / sum(steps for _, steps in side) for side in (first, second))
    cost = 100 * (a / b - 1)
    thirds = [100 * (_pace(first[n::3]) / _pace(second[n::3]) - 1) for n in range(3)]
    return Row(
        f"{name}: live statistics", f"{cost:.1f} %", f"≤ {MOST:g} %", cost <= MOST,
        f"{1000 * a:.3f} against {1000 * b:.3f} ms a step; every third turn alone "
        + ", ".join(f"{each:.1f}" for each in thirds)
        + f"; median of turns {1000 * median([s / n for s, n in first]):.3f} against "
        f"{1000 * median([s / n for s, n in second]):.3f}; {training_threads()} thread(s)",
    )  # fmt: skip


def _pace(turns: list[tuple[float, int]]) -> float:
    return sum(seconds for seconds, _ in turns) / sum(steps for _, steps in turns)


class _Turns(ABC):
    """Something that trains a little at a time; its clock stands in between."""

    def __init__(self, project: Project) -> None:
        self.state: TrainingState = prepare(project)
        self._paused, self._since = 0.0, time.perf_counter()
        self._steps = self.steps()

    def now(self) -> float:
        return time.perf_counter() - self._paused

    @abstractmethod
    def steps(self) -> Iterator[object]:
        """The training, from where it is to where nobody asks for more."""

    def take_turn(self, seconds: float) -> tuple[float, int]:
        """Seconds on the wall and steps of one turn; what has begun is ended."""
        began = time.perf_counter()
        self._paused += began - self._since
        clock.now = self.now  # the loop asks it when to look next
        first = self.state.position.step
        for _ in self._steps:
            if time.perf_counter() - began >= seconds:
                break
        self._since = time.perf_counter()
        return self._since - began, self.state.position.step - first


class _Watched(_Turns):
    def steps(self) -> Iterator[object]:
        return run(self.state)


class _Unwatched(_Turns):
    def steps(self) -> Iterator[object]:
        state = self.state
        samples, position = state.samples, state.position
        while True:
            order = samples.order(position.epoch)
            state.task.start_epoch(position.epoch)
            for number in range(samples.steps_per_epoch):
                state.apply_rate()
                state.task.at = (position.epoch, number)
                state.task.step(samples.batch(order, number))
                position.step += 1
                yield number
            position.epoch += 1


if __name__ == "__main__":
    main(measure)
