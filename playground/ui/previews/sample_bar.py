"""Which sample flows through the network on the canvas, and what it is."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QActionGroup, QIntValidator, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QInputDialog, QLineEdit, QMenu, QToolButton, QWidget

from playground.core.language import tr
from playground.core.project import Project
from playground.protocol import FromData, LayersSeen
from playground.training.datasets import describe
from playground.ui.icons import sign
from playground.ui.previews.sample_words import DRAW, FILES, PARTS, WRITE, words_of, wrong
from playground.ui.settings import settings
from playground.ui.theme import theme
from playground.ui.widgets.basics import set_flag
from playground.ui.widgets.elided import ElidedLabel

HEIGHT = 28
_WORDS, _NUMBER, _FARTHEST = 220, 58, 9_999_999  # pixels for words at most, for the number; the largest number
_LEAST_WORDS, _READABLE = 60, 100  # where they tell a fault; otherwise narrower ones are left out


class SampleBar(QWidget):
    """Hidden while nothing is seen. ``project`` tells what the run trains, for which a file is read."""

    subject_wanted = Signal(object)  # FromData
    sample_loaded = Signal(object)  # an array
    draw_wanted = Signal()
    plane_wanted = Signal(bool)
    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.project: Callable[[], Project | None] = lambda: None
        self._at, self._count, self._noise = FromData(), 0, False
        self._widest, self._fault, self._planar, self._written = 0, "", False, ""
        self.words = ElidedLabel("caption")
        self.part, self.back, self.next, self.random, self.load = (QToolButton() for _ in range(5))
        self.draw, self._drawn = QToolButton(), ""
        self.plane = QToolButton()
        self.number = QLineEdit()
        self.setAccessibleName(tr("Sample that flows through the network"))
        self._lay_out()
        self._connect()
        self._draw_signs()
        self.hide()

    def _lay_out(self) -> None:
        layout = self._row = QHBoxLayout(self)
        layout.setContentsMargins(10, 2, 4, 2)
        layout.setSpacing(2)
        self.words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        sample = (self.part, self.back, self.number, self.next, self.random, self.load, self.draw)
        for widget in (self.plane, self.words, *sample):
            layout.addWidget(widget)
        named: tuple[tuple[QToolButton, str, str], ...] = (
            (self.part, tr("Part of the data"), ""), (self.back, tr("Previous sample"), ""),
            (self.next, tr("Next sample"), ""), (self.random, tr("Random sample"), tr("Any sample")),
            (self.load, tr("Load a sample from a file"),
             tr("Have an image, an array or a row of your own flow through")),
            (self.draw, tr("Draw a sample"), tr(DRAW)),
        )  # fmt: skip
        for tool, name, tip in named:
            tool.setProperty("look", "tab")
            tool.setFixedHeight(24)
            tool.setAccessibleName(name)
            tool.setToolTip(tip or name)
            tool.setCursor(Qt.CursorShape.PointingHandCursor)
        for tool in (self.back, self.next, self.random):
            tool.setFixedWidth(24)
            tool.setStyleSheet("padding: 0;")
        self.load.setText(tr("Load…"))
        self.draw.setText(tr("Draw…"))
        self.plane.setText(tr("Plane"))
        self.plane.setCheckable(True)
        self.plane.setChecked(True)
        self.plane.setProperty("look", "choice")
        self.plane.setAccessibleName(tr("Show units over the plane of the inputs"))
        self.plane.setToolTip(
            tr("Cards show what each unit says over the whole plane; off: what it makes of this sample")
        )
        self.plane.setFixedHeight(24)
        self.number.setProperty("look", "bare")
        self.number.setValidator(QIntValidator(0, _FARTHEST, self))
        self.number.setFixedSize(_NUMBER, 24)
        self.number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.number.setAccessibleName(tr("Number of the sample"))
        self.setFixedHeight(HEIGHT)

    def _connect(self) -> None:
        menu = QMenu(self.part)
        self._parts = QActionGroup(menu)
        for part, title in PARTS.items():
            action = menu.addAction(tr(title))
            action.setCheckable(True)
            action.setData(part)
            self._parts.addAction(action)
        self._parts.triggered.connect(lambda action: self._want(FromData(action.data(), self._at.number)))
        self.part.setMenu(menu)
        self.part.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        self.part.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.back.clicked.connect(lambda: self._step(-1))
        self.next.clicked.connect(lambda: self._step(1))
        self.random.clicked.connect(self._on_random)
        self.load.clicked.connect(self._on_load)
        self.draw.clicked.connect(self._on_draw)
        self.plane.toggled.connect(self.plane_wanted)
        self.number.editingFinished.connect(self._on_number)
        theme().changed.connect(self._draw_signs)

    # --- what is seen ---

    def show_sight(self, sight: LayersSeen | None, *, trained: bool = True, draft: bool = False) -> None:
        """What flows through now, and what the network says of it; who has learned nothing makes no mistakes. Of a
        draft it is said that it has not begun: after a run that failed it stands there in its place.
        """
        if sight is None:
            self._fault = ""
            self._told_fault = False
            self._set_shown(False)
            return
        brought = not isinstance(sight.subject, FromData)
        noise = not brought and not sight.count  # nobody counts it
        image = any(layer.kind == "image" for layer in sight.layers.values())
        self._show_draw("" if noise else "image" if image else "text" if self._takes_text() else "")
        self._planar = sight.planar
        if isinstance(sight.subject, FromData):
            self._at, self._count = sight.subject, sight.count
        self.part.setText(tr("Yours ▾") if brought else f"{tr(PARTS[self._at.part])} ▾")
        for action in self._parts.actions():
            action.setChecked(not brought and action.data() == self._at.part)
        if not self.number.isModified() or not self.number.hasFocus():
            self.number.setText("" if brought else f"{self._at.number}")
        self.number.setPlaceholderText("–" if brought else "")
        told = words_of(sight, draft=draft)
        said = " · ".join(told) or (tr("noise") if noise else "")
        self._tell(self._fault or said, wrong=bool(self._fault) or (trained and wrong(sight)), noise=noise)
        self.setAccessibleDescription(" · ".join(text for text in (sight.sample, *told, self._fault) if text))
        self._set_shown(True)

    def show_fault(self, text: str) -> None:
        """Why a sample of one's own does not flow through; it stands there until another is wanted."""
        self._fault = text
        self._tell(text, wrong=True, noise=False)
        self.setAccessibleDescription(text)
        self._set_shown(True)

    def _tell(self, text: str, *, wrong: bool, noise: bool) -> None:
        """The room for words only grows, so that the arrows stay where they are while one clicks through."""
        fits_maybe = self.words.isHidden() and text != self.words.full_text
        before = bool(self.words.full_text), self._noise, self._widest, self.plane.isHidden()
        changed = self._told_fault != bool(self._fault)
        if changed:  # a long sentence comes, or has gone
            self._told_fault, self._widest = bool(self._fault), 0
        set_flag(self.words, "look", "bad-caption" if wrong else "caption")
        self._widest = max(self._widest, min(self.words.fontMetrics().horizontalAdvance(text) + 8, _WORDS))
        self.words.setFixedWidth(self._widest)
        self.words.show_text(text)
        self._noise = noise
        self.plane.setVisible(self._planar)
        if changed or fits_maybe or before != (bool(text), noise, self._widest, self.plane.isHidden()):
            self.resized.emit()

    def _show_draw(self, drawn: str) -> None:
        """Where images enter, one can be drawn, where texts do, written."""
        if drawn != self._drawn:
            self._drawn = drawn
            writes = drawn == "text"
            self.draw.setText(tr("Write…") if writes else tr("Draw…"))
            self.draw.setAccessibleName(tr("Write a text") if writes else tr("Draw a sample"))
            self.draw.setToolTip(tr(WRITE if writes else DRAW))
            self.resized.emit()

    def _takes_text(self) -> bool:
        project = self.project()
        dataset = describe(project.data) if project is not None else None
        return dataset is not None and dataset.look == "text"

    def _set_shown(self, shown: bool) -> None:
        if not shown:
            self._widest = 0
        if self.isHidden() == shown:
            self.setVisible(shown)
            self.resized.emit()

    # --- what is wanted ---

    def _want(self, subject: FromData) -> None:
        self._fault = ""
        self.subject_wanted.emit(subject)

    def _step(self, by: int) -> None:
        number = self._at.number + by
        if self._count:
            number %= self._count
        self._want(FromData(self._at.part, max(0, number)))

    @Slot()
    def _on_random(self) -> None:
        number = random.randrange(self._count or 1000)  # noqa: S311  (nothing hangs on it)
        self._want(FromData(self._at.part, number))

    @Slot()
    def _on_number(self) -> None:
        if self.number.isModified() and self.number.text():
            self.number.setModified(False)
            self._want(FromData(self._at.part, int(self.number.text())))

    @Slot()
    def _on_load(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, tr("Load a sample"), str(settings().folder), tr(FILES))
        if chosen:
            settings().folder = Path(chosen).parent
            self.load_file(Path(chosen))

    @Slot()
    def _on_draw(self) -> None:
        if self._drawn != "text":
            self.draw_wanted.emit()
            return
        title, asked = tr("Write a text"), tr("What every layer makes of:")
        text, wanted = QInputDialog.getText(self, title, asked, text=self._written)
        if wanted and text.strip():
            self.write(text.strip())

    def write(self, text: str) -> None:
        """Have a text flow through."""
        import numpy as np  # not what a start is for

        self._written, self._fault = text, ""
        self.sample_loaded.emit(np.array(text))

    def load_file(self, path: Path) -> None:
        """Have the content of a file flow through, or say why it cannot."""
        from playground.ui.previews.loading import Unloadable, load_sample  # numpy is not what a start is for

        project = self.project()
        if project is None:
            return  # the run went while one chose
        try:
            sample = load_sample(path, project)
        except Unloadable as error:
            self.show_fault(str(error))
        else:
            self._fault = ""
            self.sample_loaded.emit(sample)

    # --- looks ---

    def sizeHint(self) -> QSize:
        return QSize(self._row.sizeHint().width(), HEIGHT)

    def fit_into(self, width: int) -> None:
        """Leave out what has no room: first the words (cut, if they tell a fault), then loading and drawing, at last
        the dice and the part, so that the number and its arrows stay.
        """
        self.plane.ensurePolished()  # one that was hidden until now knows nothing of its padding yet
        self._row.invalidate()
        self.draw.setVisible(bool(self._drawn))
        self.part.setHidden(self._noise)
        self.load.setHidden(self._noise)
        self.random.show()
        self.plane.setVisible(self._planar)
        self.words.setVisible(bool(self.words.full_text))
        self.words.setFixedWidth(self._widest)
        if self.sizeHint().width() > width:  # no room for the longest there was, maybe for these
            own = self.words.fontMetrics().horizontalAdvance(self.words.full_text) + 8
            self.words.setFixedWidth(min(own, self._widest))
            self._row.invalidate()
            over = self.sizeHint().width() - width
            if 0 < over <= self.words.width() - _READABLE:
                self.words.setFixedWidth(self.words.width() - over)
                self._row.invalidate()
        first: tuple[QWidget, ...] = () if self._fault else (self.words,)
        for widget in (*first, self.load, self.draw, self.random, self.part, self.plane):
            if self.sizeHint().width() > width:
                widget.hide()
                self._row.invalidate()
        if self._fault:
            self.words.setFixedWidth(max(_LEAST_WORDS, self._widest - max(0, self.sizeHint().width() - width)))
            self._row.invalidate()
        self.resize(min(self.sizeHint().width(), width), HEIGHT)

    @Slot()
    def _draw_signs(self) -> None:
        for tool, name in ((self.back, "previous"), (self.next, "next"), (self.random, "random")):
            tool.setIcon(sign(name, theme().color("muted")))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().color("line"), 1))
        painter.setBrush(theme().color("raised"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.end()
