"""The worker's desk for questions about a trained network: how well it does, what it says of new samples."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import torch

from playground import protocol
from playground.core.files import FileError
from playground.core.language import tr
from playground.engine.checkpoint import Bundle, restore
from playground.engine.data import DataError
from playground.engine.errors import CannotTrain
from playground.engine.evaluating import evaluate, show_samples
from playground.engine.frozen import frozen
from playground.engine.predict import (
    InputError,
    Prediction,
    predict_each,
    predict_image,
    predict_rows,
    predict_samples,
    predict_texts,
    reconstructed,
    records,
    require_predictable,
)
from playground.engine.preparation import memory_words
from playground.engine.slices import Ended, Pause, Slices
from playground.engine.state import TrainingState
from playground.engine.trained import TrainedModel
from playground.protocol.findings import Report, Shown

Question = protocol.Evaluate | protocol.ShowSamples | protocol.Predict
Tell = Callable[[protocol.Event], None]
# Hands a job to whoever computes next: between two steps of the run under way, else at once.
Soon = Callable[[Callable[[], None]], None]
_WORST_SHOWN = 40
TELL_SECONDS = 0.2  # between two words on how far a report is
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Source:
    """What is asked about: a run as it stands, or a bundle that was opened, with the folder of its data."""

    state: TrainingState | None
    bundle: Bundle | None = None
    data_dir: str | None = None


@dataclass(frozen=True)
class _Looked:
    """The report that was told last, by its request, with the run and its weights then."""

    run: int
    report: int
    state: TrainingState


class _Cancelled(Exception):
    """Nobody wants this answer any more."""


class LookingDesk:
    """Answers in slices, so that training is held up for some hundredths of a second at a time. For one thread, but for
    ``cancel``.
    """

    def __init__(self, tell: Tell, soon: Soon) -> None:
        self._tell, self._soon = tell, soon
        self._open: list[Slices] = []
        self._looked: _Looked | None = None
        self._cancelled: set[int] = set()  # requests
        self._forgotten = 0  # runs: a report that takes longer than its run is not kept

    def forget(self) -> None:
        """The run is gone: free what was kept of it."""
        self._looked = None
        self._forgotten += 1

    def close(self) -> None:
        for slices in self._open:
            slices.end()
        self._open = []

    def cancel(self, request: int) -> None:
        """Leave it undone: for any thread."""
        self._cancelled.add(request)

    def ask(self, request: Question, source: Source) -> None:
        """Begin to answer. The weights are those of now: training on does not change the answer."""
        weights = frozen(source.state) if source.state is not None and isinstance(request, protocol.Evaluate) else None
        model = _model(source) if isinstance(request, protocol.Predict) else None
        step = _step(source)

        def work(pause: Pause) -> None:
            def wanted() -> None:
                if request.request in self._cancelled:
                    raise _Cancelled
                pause()

            event = self._answer(request, source, weights, model, wanted)
            self._cancelled.discard(request.request)
            self._tell(replace(event, step=step) if isinstance(event, protocol.Evaluated) else event)

        slices = Slices(work)
        self._open.append(slices)
        self._go_on(slices)

    def _go_on(self, slices: Slices) -> None:
        if slices.go_on():
            self._open = [other for other in self._open if other is not slices]
        else:
            self._soon(lambda: self._go_on(slices))

    def _answer(
        self, request: Question, source: Source, frozen: TrainingState | None, model: TrainedModel | None, pause: Pause
    ) -> protocol.Event:
        """Every failure becomes words for people."""
        try:
            if isinstance(request, protocol.Predict):
                assert model is not None
                return _predicted(request, model, source.data_dir, pause)
            return self._looked_at(request, source, frozen, pause)
        except (CannotTrain, DataError) as error:
            return protocol.RequestFailed(request.request, error.message, error.hint)
        except InputError as error:  # what follows the name of a file, or says all by itself
            text = str(error)
            told = text if error.whole else tr("what was given {text}", text=text)
            return protocol.RequestFailed(request.request, _sentence(told))
        except (FileError, ValueError) as error:
            return protocol.RequestFailed(request.request, _sentence(str(error)))
        except (RuntimeError, MemoryError) as error:
            return protocol.RequestFailed(request.request, *memory_words(error, torch.device("cpu")))
        except _Cancelled:
            return protocol.RequestFailed(request.request, tr("It was cancelled."))
        except Ended:
            raise
        except Exception as error:  # noqa: BLE001  (a bug must not leave a person waiting, or take the worker along)
            _log.exception("looking failed")
            short = f"{type(error).__name__}: {str(error)[:200]}"
            return protocol.RequestFailed(request.request, tr("That failed unexpectedly: {short}.", short=short))

    def _looked_at(
        self, request: protocol.Evaluate | protocol.ShowSamples, source: Source, frozen: TrainingState | None,
        pause: Pause,
    ) -> protocol.Event:  # fmt: skip
        state, forgotten = self._state(request, source, frozen), self._forgotten
        if isinstance(request, protocol.ShowSamples):
            return protocol.SamplesShown(request.request, show_samples(state, request.part, request.numbers))
        told = time.perf_counter()

        def progress(done: int, samples: int) -> None:
            nonlocal told
            if time.perf_counter() - told >= TELL_SECONDS:
                told = time.perf_counter()
                self._tell(protocol.Looking(request.request, done, samples))

        report = evaluate(state, request.part, between=pause, counted=progress)
        found = protocol.Evaluated(request.request, request.run, report, _worst(state, report))
        # not before it is told: till then a person sees the last one, and asks about its samples
        if forgotten == self._forgotten:  # else the run is gone, and nobody will ask
            self._looked = _Looked(request.run, request.request, state)
        return found

    def _state(
        self, request: protocol.Evaluate | protocol.ShowSamples, source: Source, frozen: TrainingState | None
    ) -> TrainingState:
        """The weights of now for a report, those of the report for its samples. Raises ``CannotTrain``."""
        if frozen is not None:
            return frozen
        last = self._looked if self._looked is not None and self._looked.run == request.run else None
        if isinstance(request, protocol.ShowSamples) and request.report not in (None, last and last.report):
            raise CannotTrain(tr("The weights of this report are gone."), tr("Evaluate again."))
        if last is not None:
            return last.state
        if source.state is not None:
            return source.state
        assert source.bundle is not None
        return restore(source.bundle, request.data_dir or source.data_dir)


def _step(source: Source) -> int:
    """How many batches the weights of now have seen."""
    if source.state is not None:
        return source.state.position.step
    return source.bundle.position.step if source.bundle is not None else 0


def _model(source: Source) -> TrainedModel:
    if source.state is not None:
        return TrainedModel.from_state(source.state)
    assert source.bundle is not None
    return source.bundle.model()


def _worst(state: TrainingState, report: Report) -> Shown | None:
    """The worst mistakes as they look."""
    numbers = tuple(one.number for one in report.worst[:_WORST_SHOWN])
    return show_samples(state, report.part, numbers) if numbers else None


def _predicted(
    request: protocol.Predict, model: TrainedModel, data_dir: str | None, pause: Pause
) -> protocol.Predicted:
    """Raises ``InputError`` for what was typed, drawn or pasted; of files those that cannot be read are told."""
    done: list[tuple[str, Prediction]] = []
    problems: list[str] = []
    back = None
    for path, found in predict_each(model, [Path(path) for path in request.paths], data_dir, pause):
        if isinstance(found, InputError):
            problems.append(f"{path}: {found}")
        else:
            done.append((str(path), found))
    if request.texts:
        done.append(("", predict_texts(model, request.texts, data_dir)))
    if request.rows:
        done.append(("", predict_rows(model, [dict(row) for row in request.rows])))
    if request.image is not None:
        drawn = predict_image(model, request.image)
        images = reconstructed(model, drawn)
        back = None if images is None else images[0]
        done.append(("", drawn))
    if request.samples is not None:
        require_predictable(model)
        done.append(("", predict_samples(model, request.samples)))
    rows = tuple(record for file, found in done for record in records(model, file, found))
    notes = tuple(dict.fromkeys(note for _, found in done for note in found.notes))
    names = model.classes or model.names
    return protocol.Predicted(
        request.request, rows, names, model.tells, model.gives_probabilities, notes, tuple(problems), back
    )  # fmt: skip


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?", "。", "！", "？")) else ".")
