"""The Data tab under the canvas: samples as they look, how they are divided, what is in them."""

from __future__ import annotations

from pydantic import ValidationError
from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from playground.core.language import tr
from playground.protocol import (
    DataPreview,
    Part,
    RequestFailed,
    SamplePictures,
    SamplePoints,
    SampleRows,
    SampleSeries,
)
from playground.training.datasets import DatasetKind, describe, kind_of, title_of
from playground.training.datasets.toys import Drawn, Points
from playground.ui.data.client import DataClient
from playground.ui.data.drawing import Drawing
from playground.ui.data.facts_column import FactsColumn
from playground.ui.data.loading_box import LoadingBox
from playground.ui.data.pictures_view import PicturesView
from playground.ui.data.points_view import Dot, PointsView
from playground.ui.data.series_view import SeriesView
from playground.ui.data.tables import PlainTable
from playground.ui.data.tools import DrawingTools, SampleChooser, pens
from playground.ui.project_session import ProjectSession
from playground.ui.widgets.basics import label, scrolled, set_text
from playground.ui.widgets.elided import ElidedLabel

_FACTS_WIDTH, _FACTS_WIDEST = 170, 480
# after it the window draws a toy itself: the worker starts, or is busy
PATIENCE_MILLISECONDS = 15


class DataPanel(QWidget):
    """Renders what the client is told; while it is hidden nothing is asked."""

    def __init__(self, session: ProjectSession, client: DataClient, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._client = session, client
        self.pictures, self.points, self.series = PicturesView(), PointsView(), SeriesView()
        self.rows, self.facts = PlainTable(tr("Rows of the data set")), FactsColumn()
        self.loading = LoadingBox(session, client)
        self.chooser, self.tools = SampleChooser(), DrawingTools()
        self.drawing = Drawing(session, self.points, self)
        self._title, self._state = ElidedLabel("section"), ElidedLabel("caption")
        self._words, self._hint = label("", wrap=True), label("", "muted", wrap=True)
        self._impatient = QTimer(self, singleShot=True, interval=PATIENCE_MILLISECONDS)
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect()
        self._say("")

    # --- building ---

    def _lay_out(self) -> None:
        self._message = self._message_page()
        self._picture_page, self._series_page = scrolled(self.pictures), scrolled(self.series)
        for page in (self._message, self._picture_page, self.points, self.rows, self._series_page):
            self._pages.addWidget(page)
        head = QHBoxLayout()
        head.setSpacing(12)
        for widget in (self._title, self._state):
            head.addWidget(widget, 1)
        for tools in (self.tools, self.chooser):
            head.addWidget(tools)
        left = QVBoxLayout()
        left.setSpacing(6)
        left.addLayout(head)
        left.addWidget(self._pages, 1)
        facts = scrolled(self.facts)
        facts.setMinimumWidth(_FACTS_WIDTH)
        facts.setMaximumWidth(_FACTS_WIDEST)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.setSpacing(16)
        layout.addLayout(left, 3)
        layout.addWidget(facts, 2)
        self.setAccessibleName(tr("Data"))

    def _message_page(self) -> QWidget:
        page = QWidget()
        inside = QVBoxLayout(page)
        inside.setContentsMargins(0, 8, 12, 8)
        inside.setSpacing(8)
        for widget in (self._words, self._hint, self.loading):
            inside.addWidget(widget)
        inside.addStretch(1)
        return page

    def _connect(self) -> None:
        client = self._client
        client.previewed.connect(self._on_answer)
        client.refused.connect(self._on_answer)
        client.waiting.connect(self._on_waiting)
        self._session.checked.connect(self._on_checked)
        self._impatient.timeout.connect(self._show_own_points)
        self.chooser.chosen.connect(self._on_chosen)
        self.loading.changed.connect(self._on_loading)
        self.tools.tool_chosen.connect(self.points.set_tool)
        self.tools.class_chosen.connect(self._on_class)
        self.tools.clear_wanted.connect(self.drawing.clear)
        self.drawing.full.connect(self._on_full)
        self._session.opened.connect(self.tools.put_down)

    # --- what the worker answers ---

    @Slot()
    def _on_waiting(self) -> None:
        if self.isVisible():
            self._impatient.start()

    @Slot(object)
    def _on_answer(self, _answer: object) -> None:
        if self.isVisible():
            self.render_now()

    @Slot()
    def _on_checked(self) -> None:
        """Points that are drawn stand at once: they must follow the pen."""
        if self.isVisible() and isinstance(self._kind(), Drawn):
            self._show_own_points()

    @Slot()
    def _on_loading(self) -> None:
        if self.isVisible() and self._pages.currentWidget() is self._message:
            self._describe_message()

    def render_now(self) -> None:
        """Show the last answer; what was there stays while it is awaited."""
        answer, dataset = self._client.last, describe(self._session.project.data)
        kind = self._kind()
        self._title.show_text(title_of(self._session.project.data) if dataset or kind else "")
        self.tools.setVisible(isinstance(kind, Points))
        if not isinstance(kind, Points) and self.tools.tool != "look":
            self.tools.put_down()
        if answer is None:
            self._impatient.start()
            return
        self._impatient.stop()
        self._say("")
        if isinstance(answer, DataPreview) and not answer.absent:
            self._show_preview(answer)
        elif isinstance(kind, Points):
            self._show_own_points()
            self.facts.show_preview(None)
            self.chooser.hide()
        else:
            self._show_message()

    def _say(self, text: str) -> None:
        """What is to be known of the samples that are shown, or not."""
        self._state.show_text(text)
        self._state.setVisible(bool(text))

    def _show_preview(self, preview: DataPreview) -> None:
        self.facts.show_preview(preview)
        self.chooser.setVisible(not isinstance(preview.samples, SamplePoints))
        self.chooser.show_classes(preview.classes, self._client.part, self._client.class_index)
        match preview.samples:
            case SamplePictures():
                self.pictures.show_samples(preview.samples)
                self._pages.setCurrentWidget(self._picture_page)
            case SamplePoints():
                self._show_points(preview)
            case SampleSeries():
                self.series.show_samples(preview.samples)
                self._pages.setCurrentWidget(self._series_page)
            case SampleRows():
                self.rows.show_rows(preview.samples)
                self._pages.setCurrentWidget(self.rows)
        if not preview.counts.get(self._client.part, 0) and not isinstance(preview.samples, SamplePoints):
            self._say(tr("No samples in this part"))

    def _show_points(self, preview: DataPreview) -> None:
        samples, kind = preview.samples, self._kind()
        assert isinstance(samples, SamplePoints)
        names, targets = preview.classes, samples.targets.tolist()
        if isinstance(kind, Drawn):  # in the colours of the pens
            names, numbers = pens(), kind.classes
            targets = [float(numbers[int(target)]) for target in targets]
        points = zip(samples.points.tolist(), targets, samples.parts.tolist(), strict=True)
        self.points.show_points([(x, y, target, part) for (x, y), target, part in points], names)
        self._pages.setCurrentWidget(self.points)

    @Slot()
    def _show_own_points(self) -> None:
        """What the window knows without the worker, while that does not answer."""
        kind = self._kind()
        if not isinstance(kind, Points):
            if self._client.last is None:
                self._say(tr("Reading…"))
            return
        self.tools.setVisible(True)
        found: list[Dot] = []
        if isinstance(kind, Drawn):
            found = [(x, y, float(number), 0) for x, y, number in kind.points]
            names = pens()
        else:
            found = [(x, y, value, 0) for x, y, value in kind.scatter()]
            names = kind.target.names if kind.target.kind == "classes" else ()
        self.points.show_points(found, names)
        self._pages.setCurrentWidget(self.points)
        missing = kind.missing()
        self._say(f"{missing[:1].upper()}{missing[1:]}" if missing else "")

    # --- words instead of samples ---

    def _show_message(self) -> None:
        self.facts.show_preview(None)
        self.chooser.hide()
        self._describe_message()
        self._pages.setCurrentWidget(self._message)

    def _describe_message(self) -> None:
        answer = self._client.last
        refused = answer if isinstance(answer, RequestFailed) and not self.loading.needed else None
        set_text(self._words, refused.message if refused else "")
        set_text(self._hint, refused.hint if refused else "")

    # --- what a person chooses ---

    def _kind(self) -> DatasetKind | None:
        try:
            return kind_of(self._session.project.data)
        except (KeyError, ValidationError):
            return None

    @Slot(str, object)
    def _on_chosen(self, part: Part, index: int | None) -> None:
        self._client.show_samples(part, index)

    @Slot(int)
    def _on_class(self, number: int) -> None:
        self.points.pen_class = number
        self.points.update()

    @Slot()
    def _on_full(self) -> None:
        self._say(tr("There is no room for more points"))

    # --- events ---

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._client.watch("tab", watching=True)
        self.render_now()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._client.watch("tab", watching=False)
