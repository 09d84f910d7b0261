"""The worker's second desk: looks into data, reads files of one's own and downloads, beside a run under way.

Importing this loads neither torch nor numpy; its threads do, once the worker is ready.
"""

from __future__ import annotations

import json
import logging
import queue
import threading
import time
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from playground import protocol
from playground.core.language import tr
from playground.core.project import DataSettings

if TYPE_CHECKING:
    from playground.engine.data import Progress
    from playground.training.datasets import DatasetKind

_REPORT_SECONDS = 0.1
_log = logging.getLogger(__name__)

Answer = Callable[[protocol.Event], None]


class _Cancelled(Exception):
    """A person does not want it any more, or wants something else instead."""


class DataDesk:
    """``receive`` belongs to the thread that reads the pipe and never waits; answers come from two threads: one for
    previews, of which only the latest counts, one for what takes its time.
    """

    def __init__(self, tell: Answer) -> None:
        self._tell = tell
        self._changed = threading.Condition()
        self._wanted: protocol.PreviewData | None = None
        self._jobs: queue.SimpleQueue[protocol.InspectFiles | protocol.FetchData | None] = queue.SimpleQueue()
        self._cancelled: set[int] = set()
        self._closed = False

    def open(self) -> None:
        """Begin to answer, what came before too. Called once torch is loaded, as two threads must not import it."""
        for name, work in (("previews", self._preview_all), ("files", self._do_jobs)):
            threading.Thread(target=work, name=f"playground data {name}", daemon=True).start()

    def close(self) -> None:
        """Answer nothing more; a download under way ends at its next block."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
        self._jobs.put(None)

    def receive(self, command: protocol.DataCommand) -> None:
        """Queue the command, or put it in the place of the one that waits."""
        match command:
            case protocol.PreviewData():
                with self._changed:
                    self._wanted = command
                    self._changed.notify_all()
            case protocol.CancelData():
                with self._changed:
                    self._cancelled.add(command.request)
            case _:
                self._jobs.put(command)

    # --- previews ---

    def _preview_all(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._wanted is not None or self._closed)
                command, self._wanted = self._wanted, None
            if command is None or self._closed:
                return
            self._answer(command.request, partial(_preview, command, self._unless_outdated))

    def _unless_outdated(self, _done: int, _total: int) -> None:
        """Reading is given up for what a person wants by now."""
        if self._closed or self._wanted is not None:
            raise _Cancelled

    # --- files and downloads ---

    def _do_jobs(self) -> None:
        while (command := self._jobs.get()) is not None and not self._closed:
            self._do(command, self._progress(command.request))
            with self._changed:
                self._cancelled.discard(command.request)

    def _do(self, command: protocol.InspectFiles | protocol.FetchData, progress: Progress) -> None:
        if isinstance(command, protocol.InspectFiles):
            self._answer(command.request, partial(_inspect, command, progress))
        else:
            self._answer(command.request, partial(_fetch, command, progress))

    def _progress(self, request: int) -> Progress:
        last = 0.0

        def tell(done: int, total: int) -> None:
            nonlocal last
            if self._closed or request in self._cancelled:
                raise _Cancelled
            if time.monotonic() - last >= _REPORT_SECONDS or done == total:
                last = time.monotonic()
                self._tell(protocol.DataLoading(request, done, total))

        return tell

    def _answer(self, request: int, work: Callable[[], protocol.Event]) -> None:
        """Every failure becomes words for people."""
        from playground.engine.data import DataError

        try:
            answer = work()
        except _Cancelled:
            answer = protocol.RequestFailed(request, tr("Cancelled."))
        except DataError as error:
            answer = protocol.RequestFailed(request, error.message, error.hint, error.encoding)
        except MemoryError:
            answer = protocol.RequestFailed(request, tr("This machine has too little memory for these data."))
        except Exception as error:  # noqa: BLE001  (a bug must not take the worker along)
            _log.exception("looking into data failed")
            answer = protocol.RequestFailed(
                request, tr("That failed unexpectedly: {name}: {error}.", name=type(error).__name__, error=error)
            )
        if not self._closed:
            self._tell(answer)


def _preview(command: protocol.PreviewData, progress: Progress) -> protocol.Event:
    """Raises ``DataError``."""
    from playground.engine.data import find_files, load_data
    from playground.engine.data_preview import preview

    settings = DataSettings.model_validate_json(command.data)
    kind = _kind(settings)
    dataset = None if kind is None else kind.describe()
    if dataset is not None and dataset.files and find_files(dataset, command.data_dir) is None:
        return protocol.DataPreview(command.request, absent=True, download=dataset.download_size)
    arrays = load_data(settings, command.data_dir, progress)
    assert kind is not None  # load_data refuses others
    return preview(command, settings, kind, arrays)


def _inspect(command: protocol.InspectFiles, progress: Progress) -> protocol.Event:
    """Raises ``DataError``."""
    from playground.engine.data.inspecting import inspect, inspect_again

    if command.dataset:
        name, params = inspect_again(command.dataset, json.loads(command.params), command.data_dir, progress)
    else:
        name, params = inspect(command.paths, command.data_dir, progress, command.encoding)
    return protocol.FilesInspected(command.request, name, json.dumps(params))


def _fetch(command: protocol.FetchData, progress: Progress) -> protocol.Event:
    """Raises ``DataError``."""
    from playground.engine.data import DataError, download, find_files

    settings = DataSettings.model_validate_json(command.data)
    kind = _kind(settings)
    dataset = None if kind is None else kind.describe()
    if dataset is None or not dataset.files:
        raise DataError(
            tr("{dataset!r} is no data set that can be downloaded.", dataset=settings.dataset),
            tr("Choose another one."),
        )
    progress(0, dataset.download_size)  # cancelled while it waited
    if find_files(dataset, command.data_dir) is None:
        download(dataset, command.data_dir, progress)
    return protocol.DataFetched(command.request, dataset.name)


def _kind(settings: DataSettings) -> DatasetKind | None:
    """None for settings that ``load_data`` refuses with words."""
    from pydantic import ValidationError

    from playground.training.datasets import kind_of

    try:
        return kind_of(settings)
    except (KeyError, ValidationError):
        return None
