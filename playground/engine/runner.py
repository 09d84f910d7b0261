"""The worker's working thread: runs, bundles and exports. Every failure becomes an event with words for people."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import save as dump_tensors

from playground import protocol
from playground.core import bundle as file
from playground.core.files import FileError, dump_project, parse_project, write_atomic
from playground.core.language import tr
from playground.engine.checkpoint import load_bundle, restore, save_bundle
from playground.engine.control import Control
from playground.engine.data import DataError, Progress
from playground.engine.data.arrays import FilesChanged
from playground.engine.drafting import NoDraft, drafted
from playground.engine.errors import Cancelled, CannotTrain, DeviceLost
from playground.engine.export.beside import require_place
from playground.engine.export.desk import ExportDesk, Job
from playground.engine.export.given import samples_of
from playground.engine.looking import LookingDesk, Soon, Source
from playground.engine.loop import prepare, run
from playground.engine.lr_finder import Tried, find_learning_rate, suggestion
from playground.engine.moments import Left, Moments, Past, Shelf, Unreadable, branched, fork
from playground.engine.opened import Opened, resting_state
from playground.engine.preparation import memory_words
from playground.engine.previews import Previews
from playground.engine.session import Request
from playground.engine.state import TrainingState
from playground.engine.unwanted import Unwanted
from playground.engine.watching import Watching
from playground.telemetry.run_history import RunHistory

_DOWNLOAD_REPORT_SECONDS = 0.1
_REPORT_SECONDS = 0.05
_log = logging.getLogger(__name__)


class Runner:
    """Holds the last run's state after its end, so that it can be saved, exported and continued."""

    def __init__(self, tell: Callable[[protocol.Event], None], soon: Soon = lambda job: job()) -> None:
        """``soon`` has a job done between two steps of the run under way, else in its turn."""
        self._tell = tell
        self._run: int | None = None
        self._state: TrainingState | None = None
        self._opened: Opened | None = None
        self._soon = soon
        self._exports = ExportDesk(tell)
        self._looking = LookingDesk(tell, soon)
        self._unwanted = Unwanted(tell)
        self._watching = Watching(again=lambda: soon(self._look_on))
        self._shown: TrainingState | None = None  # of an opened bundle
        self._tried = False
        self._moments: Moments | None = None
        self._shelf = Shelf(self._tell_kept)
        self._draft: TrainingState | None = None

    def close(self) -> None:
        """End the exports under way; nothing of them, or of the moments of runs, is left when this returns."""
        self._exports.close()
        self._forget_moments()
        self._shelf.close()
        self._looking.close()

    def start(self, command: protocol.Start, control: Control) -> None:
        """The last run's weights go when this one is ready to train, not before: it may fail to begin."""

        def begin() -> TrainingState:
            self._draft = None
            project = parse_project(command.project)
            progress = self._download(project.data.dataset, control)
            state = prepare(project, data_dir=command.data_dir, run=command.run, progress=progress)
            self._drop(command.run)
            return state

        self._drive(command.run, begin, control)

    def branch(self, command: protocol.Branch, control: Control) -> None:
        """The parent is put by when the branch is ready; its moments up to there are those of the branch, too."""

        def begin() -> TrainingState:
            parent, moments = self._state, self._moments
            step = moments.nearest(command.step) if moments is not None else None
            if self._run != command.parent or parent is None or parent.device_lost or moments is None or step is None:
                raise CannotTrain(tr("The run to branch off is gone."), tr("Press Run to start a new one."))
            project = None if command.project is None else parse_project(command.project)
            try:
                state = branched(parent, moments.get(step), command.run, project)
            except (Unreadable, ValueError) as error:
                raise CannotTrain(
                    tr("Step {step:,} cannot be taken up again: {error}.", step=step, error=error),
                    tr("Choose another one."),
                ) from error
            shared = fork(moments, step)
            self._drop(command.run)
            self._remember(shared, command.run)
            return state

        self._drive(command.run, begin, control)

    def take_up(self, command: protocol.TakeUp, control: Control) -> None:
        """The current one is put by when this one is ready."""

        def begin() -> TrainingState:
            self._draft = None
            left = self._shelf.get(command.run)
            if left is None:
                raise CannotTrain(tr("The weights of that run are gone."), tr("Press Run to start a new one."))
            project = parse_project(command.project)
            progress = self._download(project.data.dataset, control)
            state = prepare(project, data_dir=command.data_dir, run=command.run, progress=progress)
            state.history = left.history or RunHistory.from_dict(command.history or {})
            state.judged = left.judged
            try:
                left.moment().put_into(state)
            except (Unreadable, ValueError) as error:
                raise CannotTrain(
                    tr("Step {step:,} cannot be taken up again: {error}.", step=left.step, error=error),
                    tr("Press Run to start a new one."),
                ) from error
            self._shelf.take(command.run)
            self._drop(command.run)
            self._remember(left.moments, command.run)
            self._soon(lambda: self._show_state(command.run))
            return state

        self._drive(command.run, begin, control)

    def draft(self, command: protocol.Draft) -> None:
        """While there is no run, no bundle and no model."""
        self._draft = None  # its memory may be needed
        if self._run is not None:
            return
        try:
            self._draft = drafted(command)
        except NoDraft as error:
            self._tell(protocol.Drafted(command.run, error.message))
        if self._draft is not None:
            self._tell(protocol.Drafted(command.run))
            for event in self._watching.rest(self._draft):
                self._tell(event)

    def open_bundle(self, command: protocol.OpenBundle) -> None:
        """The weights that were there are dropped only when the file's are."""
        run, wanted = command.run, self._unwanted
        try:
            content = file.read_content(command.path, wanted.follow(command.path, run=run))
            opened = Opened(load_bundle(command.path, content), content, command.data_dir)
            wanted.require_wanted(command.path, run=run)
        except FileError as error:
            self._tell(protocol.RunFailed(command.run, str(error)))
        except Exception as error:  # noqa: BLE001  (a bug must not take the worker along)
            self._tell(_unexpected(command.run, error))
        else:
            self._drop(command.run)
            self._opened = opened
            self._tell(protocol.BundleOpened(command.run, command.path, opened.bundle.position.step))
            self._soon(lambda: self._show(opened, command.run))

    def _show(self, opened: Opened, run: int) -> None:
        """What the weights of a file have to show, unless something else has taken their place by now."""
        self._preview(self._resting() if self._opened is opened and self._run == run else None)

    def _show_state(self, run: int) -> None:
        """As ``_show``, of a run that was taken up: until it trains on it tells of nothing by itself."""
        self._preview(self._state if self._state is not None and self._state.run == run else None)

    def _preview(self, state: TrainingState | None) -> None:
        if state is None:
            return
        try:
            for event in Previews(state).events():
                self._tell(event)
        except Exception:  # noqa: BLE001  (it was opened all the same)
            _log.exception("the weights show nothing")

    def import_model(self, command: protocol.ImportModel) -> None:
        """As a bundle that was saved before its first step."""
        try:
            from playground.engine.importing import bundle_content, import_onnx  # onnx takes a moment to load

            found = import_onnx(command.path)
            self._unwanted.require_wanted(command.path, run=command.run)
            content = bundle_content(found)
            opened = Opened(load_bundle(command.path, content), content, command.data_dir)
            self._unwanted.require_wanted(command.path, run=command.run)
        except FileError as error:
            self._tell(protocol.RunFailed(command.run, str(error)))
        except MemoryError:
            self._tell(protocol.RunFailed(command.run, tr("This machine has too little memory for that network.")))
        except Exception as error:  # noqa: BLE001  (a bug must not take the worker along)
            self._tell(_unexpected(command.run, error))
        else:
            self._drop(command.run)
            self._opened = opened
            project = dump_project(found.project)
            self._tell(protocol.ModelImported(command.run, command.path, project, found.missing))

    def go_on(self, command: protocol.Resume | protocol.StepOnce, control: Control) -> None:
        """Continue after the end of a run, or with a bundle that was opened. Such a one stays open when that fails."""
        run = command.run

        def begin() -> TrainingState:
            state = self._state if self._run == run else None
            if self._opened is not None and self._run == run:
                self._opened = replace(self._opened, data_dir=command.data_dir or self._opened.data_dir)
                state = self._restored(self._opened, control)
            if state is None:
                raise CannotTrain(
                    tr("There is nothing to go on with: the run was reset."), tr("Press Run to start a new one.")
                )
            state.extend()
            return state

        self._drive(run, begin, control)

    def _restored(self, opened: Opened, control: Control) -> TrainingState:
        assert self._run is not None
        self._shown = None  # its memory is needed
        progress = self._download(opened.bundle.project.data.dataset, control)
        state = restore(opened.bundle, opened.data_dir, run=self._run, progress=progress)
        if opened.learning_rate is not None:
            state.set_learning_rate(opened.learning_rate)
        return state

    def stop(self, run: int) -> None:
        """End a bundle that was opened and not trained on; any other run has told its end already."""
        if self._run == run and self._opened is not None:
            self._tell(self._not_begun(run))

    def set_learning_rate(self, run: int, value: float) -> None:
        """For a run that is not under way."""
        if self._run != run:
            return
        if self._opened is not None:
            self._opened = replace(self._opened, learning_rate=value)
        elif self._state is not None:
            self._state.set_learning_rate(value)

    def forget(self, run: int) -> None:
        if self._run == run:
            self._drop(None)

    def find_learning_rate(self, command: protocol.FindLearningRate, control: Control) -> None:
        """Tell of each rate as it is tried, until ``control`` stops it. The run that was, and its weights, stay."""
        tried: list[Tried] = []
        try:
            project = parse_project(command.project)
            progress = self._download(project.data.dataset, control)
            last = time.monotonic()
            if not control.stopping:
                for each in find_learning_rate(project, data_dir=command.data_dir, progress=progress):
                    tried.append(each)
                    if control.stopping:
                        break
                    if time.monotonic() - last >= _REPORT_SECONDS:
                        last = time.monotonic()
                        self._tell(_rates(command.request, tried))
        except Cancelled:
            pass  # while the data were fetched: there is nothing to tell
        except (CannotTrain, DataError) as error:
            self._tell(protocol.RequestFailed(command.request, error.message, error.hint))
            return
        except FileError as error:
            self._tell(protocol.RequestFailed(command.request, str(error)))
            return
        except (RuntimeError, MemoryError) as error:
            self._tell(protocol.RequestFailed(command.request, *memory_words(error, torch.device("cpu"))))
            return
        except Exception as error:  # noqa: BLE001  (a bug must not take the worker along)
            _log.exception("a search failed")
            self._tell(
                protocol.RequestFailed(command.request, tr("That failed unexpectedly: {short}.", short=_short(error)))
            )
            return
        self._tell(_rates(command.request, tried, done=True))

    def refuse_search(self, command: protocol.FindLearningRate) -> None:
        self._tell(
            protocol.RequestFailed(
                command.request, tr("A run is under way."), tr("Stop it first, or wait for its end.")
            )
        )

    def cancel(self, command: protocol.CancelExport | protocol.CancelFile | protocol.CancelLooking) -> None:
        """At once: for any thread."""
        if isinstance(command, protocol.CancelExport):
            self._exports.cancel(command)
        elif isinstance(command, protocol.CancelFile):
            self._unwanted.add(command)
        else:
            self._looking.cancel(command.request)

    def watch(self, command: protocol.Watch) -> None:
        """For any thread."""
        self._watching.watch(command)

    def look(self) -> None:
        """Through what is open, at the weights that there are."""
        state = self._state or self._resting()
        if state is not None and not state.device_lost:
            for event in self._watching.rest(state, new=True):
                self._tell(event)

    def _look_on(self) -> None:
        state = self._state or self._resting()
        if state is not None and not state.device_lost:
            for event in self._watching.go_on(state):
                self._tell(event)

    def _resting(self) -> TrainingState | None:
        """An opened bundle is restored once for looking, where its data are at hand; who trains it restores it anew."""
        if self._opened is not None and self._run is not None and not self._tried:
            self._tried = True
            self._shown = resting_state(self._opened, self._run)
        return self._shown or self._draft

    def serve(self, request: Request) -> None:
        """Save, export or look at what the run has learned so far; also called between two of its steps.

        Only the copy is made here: an export goes on beside the run, a look in slices.
        """
        if isinstance(request, protocol.Rescue):
            self._shelf.rescue(request.run, Path(request.folder), request.until)
            return
        if isinstance(request, protocol.Discard):
            self._shelf.discard(request.run)
            return
        try:
            self._require_weights(request.run)
            if isinstance(request, protocol.ExportModel):
                require_place(Path(request.path), request.format)
                self._exports.begin(request, self._export_job())
            elif isinstance(request, (protocol.Evaluate, protocol.ShowSamples, protocol.Predict)):
                self._looking.ask(request, self._source())
            else:
                self._tell(self._saved(request))
        except CannotTrain as error:
            self._tell(protocol.RequestFailed(request.request, error.message, error.hint))
        except FileError as error:
            self._tell(protocol.RequestFailed(request.request, str(error)))
        except Exception as error:  # noqa: BLE001  (see above)
            _log.exception("a request failed")
            self._tell(
                protocol.RequestFailed(request.request, tr("That failed unexpectedly: {short}.", short=_short(error)))
            )

    def _require_weights(self, run: int) -> None:
        """Raises ``CannotTrain``."""
        if self._run != run or (self._state is None and self._opened is None):
            raise CannotTrain(tr("There are no trained weights yet."), tr("Train first, then save or export."))
        if self._state is not None and self._state.device_lost:
            raise CannotTrain(tr("The graphics card failed and took the weights along."), tr("Train again."))

    def _source(self) -> Source:
        """What there is to look at."""
        if self._opened is None:
            return Source(self._state)
        return Source(self._state, self._opened.bundle, self._opened.data_dir)

    def _export_job(self) -> Job:
        """A copy of the weights as they are now: training on does not change it."""
        state, opened = self._state, self._opened
        if state is None:
            assert opened is not None  # there are weights
            content = opened.content
            return Job(lambda: content, bundle=str(opened.bundle.path))
        weights = state.main_weights()
        samples = state.samples
        return Job(
            lambda: dump_tensors(weights), None, dump_project(state.project), state.network, samples_of(state),
            samples.inputs.to_dict(), samples.targets.to_dict(), samples.arrays.words, lambda: samples.arrays.sha256,
        )  # fmt: skip

    def _saved(self, request: protocol.SaveBundle) -> protocol.Event:
        """Raises ``FileError``; then nothing was written."""
        path, told = Path(request.path), self._unwanted.follow(request.path, request=request.request)
        if self._state is not None:
            save_bundle(self._state, path, told)
        elif self._opened is not None:
            write_atomic(path, self._opened.content, told)
        return protocol.Saved(request.request, request.path)

    def _drive(self, number: int, begin: Callable[[], TrainingState], control: Control) -> None:
        """Raises ``DeviceLost`` when this process can compute no more on the graphics card; then all is told."""
        try:
            before, self._state, self._opened = self._state, begin(), None
            if self._state is not before:
                self._watching.forget()  # what looked at other networks knows nothing of these
            if self._moments is None:
                self._remember(Moments(), number)
            for event in run(self._state, control, self._watching, self._moments):
                if isinstance(event, (protocol.RunFinished, protocol.RunFailed)):
                    self._end(control, event)
                else:
                    self._tell(event)
        except Cancelled:
            self._end(control, self._not_begun(number))
        except (CannotTrain, DataError) as error:
            node = error.node if isinstance(error, CannotTrain) else None
            changed = isinstance(error, FilesChanged)
            self._end(control, protocol.RunFailed(number, error.message, error.hint, node, changed))
        except FileError as error:
            self._end(control, protocol.RunFailed(number, str(error)))
        except Exception as error:  # noqa: BLE001  (see above)
            self._end(control, _unexpected(number, error))
        if self._state is not None and self._state.device_lost:
            raise DeviceLost

    def _not_begun(self, run: int) -> protocol.RunFinished:
        """The end of a run that was stopped before its loop began: where its bundle is, if it is one."""
        if self._opened is None or self._run != run:
            return protocol.RunFinished(run, "stopped", 0, 0, None, 0.0, 0.0)
        position, test = self._opened.bundle.position, self._opened.bundle.history.test
        return protocol.RunFinished(run, "stopped", position.epoch, position.step, test, 0.0, 0.0)

    def _end(self, control: Control, event: protocol.RunFinished | protocol.RunFailed) -> None:
        """Tell the last event of a run. Its control is closed first: who hears of the end may at once ask to go on."""
        left = control.close()
        if left.learning_rate is not None:
            self.set_learning_rate(event.run, left.learning_rate)  # came too late for this stretch: it is for the next
        self._tell(event)
        for job in left.jobs:
            job()

    def _download(self, dataset: str, control: Control) -> Progress:
        last = 0.0

        def tell(done: int, total: int) -> None:
            nonlocal last
            if control.stopping:
                raise Cancelled
            if time.monotonic() - last >= _DOWNLOAD_REPORT_SECONDS or done == total:
                last = time.monotonic()
                self._tell(protocol.DataProgress(dataset, done, total))

        return tell

    def _drop(self, run: int | None) -> None:
        """Free the memory of the last run before the next one needs it; its weights lie on disk for a while."""
        if self._state is not None and self._moments is not None:
            self._shelf.leave(self._state, self._moments)
            self._moments = None
        self._run, self._state, self._opened, self._draft = run, None, None, None
        self._looking.forget()
        self._watching.forget()
        self._shown, self._tried = None, False
        self._forget_moments()

    def _remember(self, moments: Moments, run: int) -> None:
        """From now on these are the moments of ``run``, for those who look back."""
        self._moments = moments
        moments.changed = lambda steps, note: self._tell(protocol.Snapshots(run, steps, note, moments.folder.place))
        self._watching.remember(Past(moments))
        if moments.steps:
            moments.tell()

    def _forget_moments(self) -> None:
        self._watching.remember(None)
        if self._moments is not None:
            self._moments.close()
            self._moments = None

    def _tell_kept(self, runs: tuple[Left, ...]) -> None:
        kept = (protocol.KeptRun(left.run, left.step, left.moments.folder.place) for left in runs)
        self._tell(protocol.RunsKept(tuple(kept)))


def _rates(request: int, tried: list[Tried], *, done: bool = False) -> protocol.LearningRates:
    rates, losses = (np.array(values, np.float64) for values in ([t.rate for t in tried], [t.loss for t in tried]))
    return protocol.LearningRates(request, rates, losses, suggestion(tried), done)


def _unexpected(run: int, error: Exception) -> protocol.RunFailed:
    _log.exception("a run failed")
    return protocol.RunFailed(
        run,
        tr("The training process met an error that it did not expect: {short}.", short=_short(error)),
        tr("Your network is unharmed. Please report this, with the project file."),
    )


def _short(error: BaseException) -> str:
    text = str(error).splitlines()[0][:200] if str(error) else ""
    return f"{type(error).__name__}: {text}" if text else type(error).__name__
