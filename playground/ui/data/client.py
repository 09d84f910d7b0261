"""What the window asks the worker about data: previews as settings change, files of one's own, downloads."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from playground import protocol
from playground.core.language import tr
from playground.core.project import DataSettings, Preparation, Project
from playground.training.datasets import title_of
from playground.training.follow import edits_for_data
from playground.ui.project_session import ProjectSession
from playground.ui.settings import settings

Work = Literal["download", "reading"]


@dataclass(frozen=True, slots=True)
class Loading:
    """What is under way: ``title`` for people, bytes so far, and in all (0 while unknown)."""

    request: int
    work: Work
    title: str
    done: int = 0
    total: int = 0


class DataClient(QObject):
    """Asks for previews of the open project's data while somebody watches; reads files and downloads, one at a time."""

    previewed = Signal(object)  # protocol.DataPreview of what was asked for last
    refused = Signal(object)  # RequestFailed: the data cannot be shown, and why
    waiting = Signal()  # other data are wanted than those that are shown
    loading_changed = Signal()
    chosen = Signal(object, object)  # data settings before and after files of one's own were read
    failed = Signal(object)  # Loading, RequestFailed: a reading or a download did not work

    def __init__(self, session: ProjectSession, controller: Any, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._controller = session, controller
        self._watchers: set[str] = set()
        self._asked: tuple[object, ...] | None = None
        self._request = 0
        self._last: protocol.DataPreview | protocol.RequestFailed | None = None
        self._loading: Loading | None = None
        self._read_as: Callable[[str], None] | None = None  # what was read last once more, in another encoding
        self._sweep: object | None = None
        self.part: protocol.Part = "train"
        self.class_index: int | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)  # one question for all that changes at once
        self._soon.timeout.connect(self._ask)
        controller.answered.connect(self._on_answer)
        session.checked.connect(self._soon.start)
        session.opened.connect(self._on_opened)
        controller.ready.connect(self._on_worker)
        controller.state_changed.connect(self._on_state)

    # --- previews ---

    @property
    def last(self) -> protocol.DataPreview | protocol.RequestFailed | None:
        """The answer for the data as they are; None while it is awaited."""
        return self._last

    @property
    def preview(self) -> protocol.DataPreview | None:
        """The last answer where it is one."""
        return self._last if isinstance(self._last, protocol.DataPreview) else None

    def watch(self, who: str, *, watching: bool) -> None:
        """Previews are asked for while anybody watches."""
        (self._watchers.add if watching else self._watchers.discard)(who)
        self._soon.start()

    def show_samples(self, part: protocol.Part, class_index: int | None) -> None:
        """Which samples are wanted from now on."""
        self.part, self.class_index = part, class_index
        self._soon.start()

    @Slot()
    def look_again(self) -> None:
        """The files may be others now."""
        self._asked = None
        self._soon.start()

    def use_folder(self, folder: Path) -> None:
        """Look for data in ``folder`` from now on. It holds a folder for each data set; a person may well point at
        the inner one.
        """
        inner = folder.name == self._session.project.data.dataset
        settings().data_dir = self._controller.data_dir = folder.parent if inner else folder
        self.look_again()

    @Slot()
    def _ask(self) -> None:
        project = self._session.project
        wanted = (project.data, project.training.seed, self.part, self.class_index, self._controller.data_dir)
        if not self._watchers or wanted == self._asked:
            return
        self._asked, self._last = wanted, None
        data, seed = project.data.model_dump_json(), project.training.seed
        self._request = self._controller.ask(
            lambda request: protocol.PreviewData(request, data, seed, self._folder, self.part, self.class_index)
        )
        self.waiting.emit()

    # --- files and downloads ---

    @property
    def loading(self) -> Loading | None:
        """What is under way, if anything."""
        return self._loading

    def fetch(self) -> None:
        """Download the data set of the project."""
        data = self._session.project.data
        self._begin(
            "download", title_of(data),
            lambda request: protocol.FetchData(request, data.model_dump_json(), self._folder),
        )  # fmt: skip

    def read_files(self, paths: Sequence[Path | str], encoding: str = "") -> None:
        """Find out what files or a folder hold; then they are the data of the project (``chosen``)."""
        texts = tuple(str(path) for path in paths)
        name, more = Path(texts[0]).name, len(texts) - 1
        title = tr("{name} and {count:,} more", name=name, count=more) if more else name
        self._begin(
            "reading", title,
            lambda request: protocol.InspectFiles(request, texts, self._folder, encoding=encoding),
        )  # fmt: skip
        self._read_as = lambda other: self.read_files(texts, other)

    def read_again(self, params: dict[str, Any], sweep: object | None = None) -> None:
        """Read the project's own files anew with other parameters, which only then are the project's."""
        name = self._session.project.data.dataset
        text = json.dumps({key: value for key, value in params.items() if key != "found"})
        self._begin(
            "reading", title_of(self._session.project.data),
            lambda request: protocol.InspectFiles(request, (), self._folder, name, text),
        )  # fmt: skip
        self._sweep = sweep
        self._read_as = lambda encoding: self.read_again({**params, "encoding": encoding}, sweep)

    @Slot()
    def read_project_again(self) -> None:
        """Read the project's own files anew: they may have changed."""
        self.read_again(dict(self._session.project.data.params))

    def read_as(self, encoding: str) -> None:
        """Read what could not be read once more, as text in ``encoding``."""
        if self._read_as is not None:
            self._read_as(encoding)

    @Slot()
    def cancel(self) -> None:
        """Nobody waits for it any more."""
        if self._loading is not None:
            self._controller.tell(protocol.CancelData(self._loading.request))
            self._set_loading(None)

    def _begin(self, work: Work, title: str, question: Any) -> None:
        self.cancel()
        self._sweep = None
        self._set_loading(Loading(self._controller.ask(question), work, title))

    @property
    def _folder(self) -> str | None:
        folder = self._controller.data_dir
        return None if folder is None else str(folder)

    def _set_loading(self, loading: Loading | None) -> None:
        if loading != self._loading:
            self._loading = loading
            self.loading_changed.emit()

    # --- answers ---

    @Slot()
    def _on_opened(self) -> None:
        """What is under way was for another project; a preview of its class may not fit this one."""
        self.cancel()
        self.class_index = None
        self.look_again()

    @Slot(object)
    def _on_worker(self, _ready: object) -> None:
        """Another worker may know more than the one that died over the question."""
        if isinstance(self._last, protocol.RequestFailed):
            self.look_again()

    @Slot(str)
    def _on_state(self, state: str) -> None:
        """A run fetches what it needs itself."""
        if state == "running" and self.preview is not None and self.preview.absent:
            self.look_again()

    @Slot(object)
    def _on_answer(self, answer: protocol.Event) -> None:
        request = getattr(answer, "request", None)
        if request == self._request and isinstance(answer, (protocol.DataPreview, protocol.RequestFailed)):
            self._last = answer
            (self.previewed if isinstance(answer, protocol.DataPreview) else self.refused).emit(answer)
            return
        loading = self._loading
        if loading is None or request != loading.request:
            return
        match answer:
            case protocol.DataLoading():
                self._set_loading(replace(loading, done=answer.done, total=answer.total))
            case protocol.DataFetched():
                self._set_loading(None)
                self.look_again()
            case protocol.FilesInspected():
                self._set_loading(None)
                self._choose(answer)
            case protocol.RequestFailed():
                self._set_loading(None)
                self.failed.emit((loading, answer))

    def _choose(self, answer: protocol.FilesInspected) -> None:
        """The files are the data of the project from now on, as one undo step."""
        project = self._session.project
        before, data = project.data, own_data(project, answer.dataset, json.loads(answer.params))
        edit = edits_for_data(project, data, tr("Use {title}", title=title_of(data)))
        if self._sweep is not None:
            edit = replace(edit, key=("own data", self._sweep))
        self._session.do(edit)
        self.look_again()  # the same choice of a file that has changed is no edit
        self.chosen.emit(before, data)


def own_data(project: Project, dataset: str, params: dict[str, Any]) -> DataSettings:
    """The project's data settings with other data of the same kind, or of another: then preparation begins anew."""
    data = project.data
    if data.dataset == dataset:
        return data.replace(params=params)
    return data.replace(dataset=dataset, params=params, preparation=Preparation())
