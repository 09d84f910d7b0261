"""What must be fetched or is being read: in words, with progress, and buttons to begin, cancel and try again."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from playground.core.language import mark, tr
from playground.protocol import RequestFailed
from playground.training.datasets import title_of
from playground.ui.data.client import DataClient, Loading
from playground.ui.dialogs.files import ask_folder
from playground.ui.project_session import ProjectSession
from playground.ui.widgets.basics import button, label, set_text
from playground.ui.widgets.numbers import byte_size

_STEPS = 1000


class LoadingBox(QWidget):
    """Hidden while there is nothing to say. ``changed`` when it comes or goes."""

    changed = Signal()

    def __init__(self, session: ProjectSession, client: DataClient, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._client = session, client
        self._failure: tuple[Loading, RequestFailed] | None = None
        self._sentence, self._hint = label("", wrap=True), label("", "caption", wrap=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self.fetch_button, self.locate_button = button(tr("Download")), button(tr("Locate files…"), "link")
        self.cancel_button = button(tr("Cancel"))
        self._lay_out()
        self.fetch_button.clicked.connect(self._on_fetch)
        self.locate_button.clicked.connect(self._on_locate)
        self.cancel_button.clicked.connect(client.cancel)
        client.loading_changed.connect(self._on_loading)
        client.failed.connect(self._on_failed)
        client.previewed.connect(self.render_now)
        client.waiting.connect(self.render_now)
        session.opened.connect(self._forget)
        self.render_now()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for each in (self.fetch_button, self.cancel_button, self.locate_button):
            buttons.addWidget(each)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for widget in (self._sentence, self._bar, self._hint):
            layout.addWidget(widget)
        layout.addLayout(buttons)

    @property
    def text(self) -> str:
        """What it says, for tests and screen readers."""
        return f"{self._sentence.text()} {self._hint.text()}".strip()

    @property
    def needed(self) -> bool:
        """Whether there is something to say."""
        preview = self._client.preview
        return bool(self._client.loading or self._failure or (preview is not None and preview.absent))

    @Slot()
    def render_now(self) -> None:
        """Show where things stand."""
        loading, failure, preview = self._client.loading, self._failure, self._client.preview
        absent = preview is not None and preview.absent
        self.setVisible(self.needed)
        self._bar.setVisible(loading is not None)
        self.cancel_button.setVisible(loading is not None)
        fetching = failure is not None and failure[0].work == "download"
        self.fetch_button.setVisible(loading is None and (absent or fetching))
        self.locate_button.setVisible(loading is None and (absent or fetching))
        if loading is not None:
            self._show_loading(loading)
        elif failure is not None:
            set_text(self._sentence, failure[1].message)
            set_text(self._hint, failure[1].hint)
            self.fetch_button.setText(tr("Try again"))
        elif preview is not None and preview.absent:
            set_text(self._sentence, tr("{title} is not on this machine.", title=self._title()))
            set_text(self._hint, "")
            self.fetch_button.setText(
                tr("Download ({byte_size})", byte_size=byte_size(preview.download))
                if preview.download
                else tr("Download")
            )
        self.changed.emit()

    def _show_loading(self, loading: Loading) -> None:
        sentence = mark("Downloading {title}…") if loading.work == "download" else mark("Reading {title}…")
        set_text(self._sentence, tr(sentence, title=loading.title))
        set_text(
            self._hint,
            tr("{byte_size} of {byte_size2}", byte_size=byte_size(loading.done), byte_size2=byte_size(loading.total))
            if loading.total
            else "",
        )
        self._bar.setRange(0, _STEPS if loading.total else 0)
        if loading.total:
            self._bar.setValue(_STEPS * loading.done // loading.total)

    def _title(self) -> str:
        return title_of(self._session.project.data)

    @Slot()
    def _on_fetch(self) -> None:
        self._failure = None
        self._client.fetch()

    @Slot()
    def _on_locate(self) -> None:
        folder = ask_folder(self, tr("Folder with the files of {title}", title=self._title()))
        if folder is not None:
            self._failure = None
            self._client.use_folder(folder)
            self.render_now()

    @Slot()
    def _on_loading(self) -> None:
        if self._client.loading is not None:
            self._failure = None
        self.render_now()

    @Slot(object)
    def _on_failed(self, failure: tuple[Loading, RequestFailed]) -> None:
        self._failure = failure
        self.render_now()

    @Slot()
    def _forget(self) -> None:
        self._failure = None
        self.render_now()
