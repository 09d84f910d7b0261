"""What is selected beside layers: a frame, a note, or several of them."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLineEdit, QPlainTextEdit, QToolButton, QVBoxLayout, QWidget

from playground.core.annotations import LONGEST_NOTE, TINTS, Frame, Note, Tint
from playground.core.edits import Edit, Macro
from playground.core.frame_edits import ChangeAnnotation
from playground.core.framing import with_contents
from playground.core.language import tr
from playground.ui.canvas.frames.tints import NAMES, swatch
from playground.ui.project_session import ProjectSession
from playground.ui.theme import theme
from playground.ui.widgets.basics import button, label
from playground.ui.widgets.facts import FactsTable
from playground.ui.widgets.numbers import grouped

LONGEST_TITLE = 80


class AreaView(QWidget):
    """Title, text and colour are changed here; what the canvas does with what is selected it is asked for."""

    fold_wanted = Signal()
    fit_wanted = Signal()
    contents_wanted = Signal()
    delete_wanted = Signal()

    def __init__(self, session: ProjectSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._ids: tuple[str, ...] = ()
        self._network = ""
        self.heading = label("", "display", wrap=True)
        self.title = QLineEdit()
        self.title.setMaxLength(LONGEST_TITLE)
        self.title.setPlaceholderText(tr("Title"))
        self.title.setAccessibleName(tr("Title of the frame"))
        self.title.editingFinished.connect(self._on_title)
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(tr("Text of the note"))
        self.text.setPlaceholderText(tr("Write a note. # makes a heading, - a list, **bold**"))
        self.text.textChanged.connect(self._on_text)
        self.facts = FactsTable()
        self.fold, self.fit = button(""), button("")
        self.contents = button(tr("Select what is in it"))
        self.delete = button("", "danger")
        for made, wanted in (
            (self.fold, self.fold_wanted), (self.fit, self.fit_wanted), (self.contents, self.contents_wanted),
            (self.delete, self.delete_wanted),
        ):  # fmt: skip
            made.clicked.connect(wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        parts: list[QWidget] = [
            self.heading, self.title, self.text, label(tr("Colour"), "section"), self._swatches(), self.facts,
            self.fold, self.fit, self.contents, self.delete,
        ]  # fmt: skip
        for part in parts:
            column.addWidget(part)
        theme().changed.connect(self._paint_swatches)

    def _swatches(self) -> QWidget:
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(4)
        self.tints = QButtonGroup(self)
        self.tints.setExclusive(False)  # several areas may have several colours, or none in common
        for number, tint in enumerate(TINTS):
            made = QToolButton()
            made.setCheckable(True)
            made.setIconSize(QSize(16, 16))
            made.setToolTip(tr(NAMES[tint]))
            made.setAccessibleName(tr(NAMES[tint]))
            self.tints.addButton(made, number)
            grid.addWidget(made, 0, number)
        grid.setColumnStretch(len(TINTS), 1)
        self.tints.idClicked.connect(self._on_tint)
        self._paint_swatches()
        return box

    @Slot()
    def _paint_swatches(self) -> None:
        for number, tint in enumerate(TINTS):
            self.tints.button(number).setIcon(swatch(tint))

    # --- showing ---

    def show_areas(self, ids: Iterable[str]) -> None:
        """Frames and notes of the network on the canvas, by id."""
        graph, wanted = self._session.graph, set(ids)
        known: list[Frame | Note] = [*graph.frames, *graph.notes]
        areas = [area for area in known if area.id in wanted]
        self._ids, self._network = tuple(area.id for area in areas), self._session.network
        one = areas[0] if len(areas) == 1 else None
        frame, note = one if isinstance(one, Frame) else None, one if isinstance(one, Note) else None
        frames = [area for area in areas if isinstance(area, Frame)]
        self.heading.setText(
            tr("Frame") if frame else tr("Note") if note else tr("{count} frames and notes", count=len(areas))
        )
        self.title.setVisible(frame is not None)
        self.text.setVisible(note is not None)
        if frame is not None and not self.title.isModified():
            self.title.setText(frame.title)
        if note is not None and self.text.toPlainText() != note.text:
            blocked = self.text.blockSignals(True)
            self.text.setPlainText(note.text)
            self.text.blockSignals(blocked)
        for number, tint in enumerate(TINTS):
            self.tints.button(number).setChecked({area.color for area in areas} == {tint})
        self.facts.setVisible(bool(frames))
        self.facts.show_facts(self._facts_of(frames))
        self.fold.setVisible(bool(frames))
        self.fold.setText(tr("Expand") if frames and all(each.collapsed for each in frames) else tr("Collapse"))
        self.fit.setVisible(not (frames and all(each.collapsed for each in frames)))
        self.fit.setText(tr("Fit to its text") if note else tr("Fit to its layers"))
        self.contents.setVisible(bool(frames))
        self.delete.setText(tr("Delete the frame, keep its layers") if frames else tr("Delete"))

    def _facts_of(self, frames: list[Frame]) -> list[tuple[str, str]]:
        graph, facts = self._session.graph, self._session.inference.facts
        inside = with_contents(graph, (frame.id for frame in frames)) & graph.by_id.keys()
        parameters = grouped(sum(facts[key].parameters for key in inside if key in facts))
        if not all(key in facts and facts[key].outputs for key in inside):
            parameters = tr("not known while there are errors")
        return [(tr("Layers"), grouped(len(inside))), (tr("Parameters"), parameters)]

    # --- changing ---

    @Slot()
    def _on_title(self) -> None:
        self.title.setModified(False)
        if len(self._ids) == 1:
            self._do({"title": self.title.text().strip()}, tr("Rename frame"))

    @Slot()
    def _on_text(self) -> None:
        """While one writes; one visit of the field is one step of the history."""
        if len(self._ids) == 1 and self.text.isVisible():
            self._do({"text": self.text.toPlainText()[:LONGEST_NOTE]}, tr("Write note"), sweep="inspector")

    @Slot(int)
    def _on_tint(self, number: int) -> None:
        tint: Tint = TINTS[number]
        self._do({"color": tint}, tr("Change color"))

    def _do(self, changes: dict[str, object], text: str, sweep: object | None = None) -> None:
        """Of areas that are still there: the network on the canvas may be another by now."""
        graph = self._session.project.networks.get(self._network)
        known = {area.id for area in (*graph.frames, *graph.notes)} if graph is not None else set()
        edits: tuple[Edit, ...] = tuple(
            ChangeAnnotation(self._network, key, changes, text, sweep) for key in self._ids if key in known
        )
        if len(edits) == 1:
            self._session.do(edits[0])
        elif edits:
            self._session.do(Macro(edits, text))
