"""Pictures of the canvas: the dialog that writes them, and the one on the clipboard."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QImage

from playground.core.language import tr
from playground.ui.canvas.picture.choices import Choices
from playground.ui.canvas.picture.dialog import PictureDialog
from playground.ui.canvas.picture.drawing import Drawing
from playground.ui.canvas.picture.work import Work
from playground.ui.canvas.picture.writing import image_of
from playground.ui.toasts import COPIED, MANY, tell, tell_saved, waiting

if TYPE_CHECKING:
    from playground.ui.canvas.panel import CanvasPanel

COPIED_SCALE = 2


class Pictures(QObject):
    """``saved``: a picture was written there."""

    saved = Signal(object)

    def __init__(self, panel: CanvasPanel) -> None:
        super().__init__(panel)
        self._panel, self._view, self._session = panel, panel.view, panel.view.session
        self.dialog: PictureDialog | None = None
        self._work = Work(self)
        self._work.done.connect(self._on_copied)
        self._work.failed.connect(self._session.refused)
        for signal in (self._session.changed, self._session.opened, self._session.network_changed):
            signal.connect(self._work.cancel)  # what was being drawn may be gone

    def ask(self) -> None:
        """Show the dialog."""
        dialog = self.dialog = PictureDialog(self._view, self._panel.window())
        dialog.saved.connect(self._on_saved)
        dialog.copy_wanted.connect(self._copy)
        dialog.finished.connect(self._on_finished)
        dialog.open()

    def copy(self) -> None:
        """What is selected, or all of the network, goes to the clipboard as a picture."""
        chosen = self._session.selection | self._view.canvas_scene.annotations.selected
        self._copy(Choices("png", COPIED_SCALE, only=chosen or None))

    def _copy(self, choices: Choices) -> None:
        many = len(self._session.graph.nodes) >= MANY
        with waiting(self._panel, tr("Drawing the picture…")) if many else nullcontext():
            drawing = Drawing(self._session, self._view.canvas_scene, choices, self._view.zoom)
        if not drawing.count:
            self._session.refused.emit(tr("There is nothing to draw yet."))
            return
        self._work.start(image_of(drawing, choices))

    def _on_copied(self, image: QImage) -> None:
        QGuiApplication.clipboard().setImage(image)
        size = f"{image.width():,} × {image.height():,}"
        tell(self._panel, tr("Copied as a picture of {size} pixels.", size=size), key=COPIED)

    def _on_saved(self, path: Path) -> None:
        tell_saved(self._panel, path)
        self.saved.emit(path)

    def _on_finished(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
