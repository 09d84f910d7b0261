"""File ▸ Export picture: format, part, ground and scale, with a look at it; errors and progress stand in the dialog."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from playground.core.files import FileError, write_atomic
from playground.core.language import tr
from playground.ui.canvas.picture.choices import (
    GROUNDS,
    POINTS,
    SCALES,
    Choices,
    Format,
    TooLarge,
    pixels,
)
from playground.ui.canvas.picture.drawing import Drawing
from playground.ui.canvas.picture.work import Work
from playground.ui.canvas.picture.writing import file_of
from playground.ui.canvas.view import CanvasView
from playground.ui.dialogs.files import ask_save
from playground.ui.widgets.basics import Combo, button, label, set_text

PREVIEW = QSize(420, 200)
MOST_PREVIEWED = 600  # items: of more a look would take too long for what it shows
KINDS: dict[Format, str] = {"png": "PNG (*.png)", "svg": "SVG (*.svg)", "pdf": "PDF (*.pdf)"}


class PictureDialog(QDialog):
    """Stands over the window, whose project does not change meanwhile. ``copied``: the picture is on the clipboard."""

    saved = Signal(object)  # the path
    copy_wanted = Signal(object)  # Choices

    def __init__(self, view: CanvasView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view, self._session = view, view.session
        self._drawing: Drawing | None = None
        self._path: Path | None = None
        self.setWindowTitle(tr("Export picture"))
        formats = {"png": tr("PNG, pixels"), "svg": tr("SVG, lines"), "pdf": tr("PDF, a page")}
        self.format = _combo(tr("Format"), formats)
        self.part = _combo(tr("What"), {"all": tr("Whole network"), "selection": tr("Selection")})
        self.ground = _combo(tr("Background"), {key: tr(text) for key, text in GROUNDS.items()})
        shows = {"live": tr("Previews and colors of the run"), "plain": tr("Layers and links alone")}
        self.shows = _combo(tr("Shows"), shows)
        self.scale = _combo(tr("Scale"), {str(scale): f"{scale}×" for scale in SCALES})
        self.scale.setCurrentIndex(1)
        self.preview = QLabel()
        self.preview.setAccessibleName(tr("A look at the picture"))
        self.preview.setFixedSize(PREVIEW)
        self.preview.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.size_text, self.message = label("", "caption"), label("", "bad", wrap=True)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(tr("Painting"))
        self.progress.hide()
        self.save_button, self.copy_button = button(tr("Save…"), "primary"), button(tr("Copy"))
        self.close_button = button(tr("Close"))
        self.work = Work(self)
        self._arrange()
        self._connect()
        chosen = bool(self._session.selection or view.canvas_scene.annotations.selected)
        self.part.setEnabled(chosen)
        self.part.setCurrentIndex(1 if chosen and len(self._session.selection) > 1 else 0)
        self._follow()

    def _arrange(self) -> None:
        form = QFormLayout()
        form.setSpacing(8)
        for name, field in (
            (tr("Format"), self.format), (tr("What"), self.part), (tr("Background"), self.ground),
            (tr("Shows"), self.shows), (tr("Scale"), self.scale),
        ):  # fmt: skip
            form.addRow(label(name, "muted"), field)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.progress, 1)
        buttons.addStretch(1)
        for each in (self.close_button, self.copy_button, self.save_button):
            buttons.addWidget(each)
        self.save_button.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(12)
        for part in (self.preview, self.size_text):
            layout.addWidget(part)
        layout.addLayout(form)
        layout.addWidget(self.message)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self.format.activated.connect(self._suit)
        for field in (self.format, self.part, self.ground, self.shows, self.scale):
            field.currentIndexChanged.connect(self._follow)
        self.save_button.clicked.connect(self._on_save)
        self.copy_button.clicked.connect(lambda: self.copy_wanted.emit(self.choices))
        self.close_button.clicked.connect(self.reject)
        self.work.advanced.connect(self._on_advanced)
        self.work.done.connect(self._on_painted)
        self.work.failed.connect(self._on_failed)

    @property
    def choices(self) -> Choices:
        only = self._session.selection | self._view.canvas_scene.annotations.selected
        return Choices(
            format=self.format.currentData(), scale=int(self.scale.currentData()), ground=self.ground.currentData(),
            only=only if self.part.currentData() == "selection" else None, live=self.shows.currentData() == "live",
        )  # fmt: skip

    def _suit(self, _index: int) -> None:
        """Lines are for a paper, where colours of a run mean nothing; pixels are for what one sees."""
        self.shows.setCurrentIndex(self.shows.findData("live" if self.format.currentData() == "png" else "plain"))

    def _follow(self, *_: object) -> None:
        """Show what would be written: its size, a look at it, or why it cannot be."""
        choices = self.choices
        self.scale.setEnabled(choices.format == "png")
        scene = self._view.canvas_scene
        self._drawing = drawing = Drawing(self._session, scene, choices, self._view.zoom)
        trouble = "" if drawing.count else tr("There is nothing to draw yet.")
        if drawing.count and choices.format == "png":
            try:
                size = pixels(drawing.area, choices.scale)
                set_text(self.size_text, f"{size.width():,} × {size.height():,} {tr('pixels')}")
            except TooLarge as error:
                trouble = str(error)
        elif drawing.count:
            millimetres = (POINTS * side / 72 * 25.4 for side in (drawing.area.width(), drawing.area.height()))
            set_text(self.size_text, " × ".join(f"{side:,.0f}" for side in millimetres) + tr(" mm"))
        set_text(self.message, trouble)
        for each in (self.save_button, self.copy_button):
            each.setEnabled(not trouble)
        self._show_preview(drawing, choices)

    def _show_preview(self, drawing: Drawing, choices: Choices) -> None:
        if drawing.area.isEmpty() or drawing.count > MOST_PREVIEWED:
            self.preview.setVisible(False)
            return
        ratio = self.devicePixelRatioF()
        scale = min(PREVIEW.width() / drawing.area.width(), PREVIEW.height() / drawing.area.height()) * ratio
        size = QSize(max(1, int(drawing.area.width() * scale)), max(1, int(drawing.area.height() * scale)))
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        for _done in drawing.paint(painter, QRectF(0, 0, size.width(), size.height())):
            pass
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        self.preview.setPixmap(pixmap)
        self.preview.setVisible(True)

    # --- writing ---

    def _on_save(self) -> None:
        if self.work.busy:
            return
        choices = self.choices
        suffix = f".{choices.format}"
        path = ask_save(self, tr("Save picture"), self._name, suffix, KINDS[choices.format])
        if path is not None:
            self.write(path)

    @property
    def _name(self) -> str:
        session = self._session
        several = len(session.project.networks) > 1
        return f"{session.project.title} {session.network}" if several else session.project.title

    def write(self, path: Path) -> None:
        """Paint the picture and write it to ``path``; the old file stays whole when that fails."""
        drawing = self._drawing
        if drawing is None:
            return
        self._path = path
        set_text(self.message, "")
        self.progress.setRange(0, max(1, drawing.count))
        self._set_busy(busy=True)
        self.work.start(file_of(drawing, self.choices, self._name))

    def _set_busy(self, *, busy: bool) -> None:
        for each in (self.save_button, self.copy_button, self.format, self.part, self.ground):
            each.setEnabled(not busy)
        self.scale.setEnabled(not busy and self.choices.format == "png")
        self.close_button.setText(tr("Cancel") if busy else tr("Close"))
        if not busy:
            self.progress.hide()
            self.part.setEnabled(bool(self._session.selection or self._view.canvas_scene.annotations.selected))

    def _on_advanced(self, number: int) -> None:
        self.progress.show()
        self.progress.setValue(number)

    def _on_painted(self, content: bytes) -> None:
        self._set_busy(busy=False)
        if self._path is None:
            return
        try:
            write_atomic(self._path, content)
        except FileError as error:
            self._on_failed(str(error))
            return
        self.saved.emit(self._path)
        self.accept()

    def _on_failed(self, reason: str) -> None:
        self._set_busy(busy=False)
        set_text(self.message, reason)

    def reject(self) -> None:
        """Close; while it paints, end that and stay."""
        if self.work.busy:
            self.work.cancel()
            self._set_busy(busy=False)
            return
        super().reject()


def _combo(name: str, choices: dict[str, str]) -> Combo:
    made = Combo()
    made.setAccessibleName(name)
    for key, text in choices.items():
        made.addItem(text, key)
    return made
