"""What one can click on the start page: a preset, a recent file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from playground.core.presets import Preset
from playground.ui.start.thumbnail import Thumbnail
from playground.ui.widgets.basics import label


class ClickableFrame(QFrame):
    """A frame that is a button: click, Enter and Space."""

    activated = Signal(str)

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.activated.emit(self.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.activated.emit(self.key)
        else:
            super().keyPressEvent(event)


class PresetCard(ClickableFrame):
    """Thumbnail, title and description of a preset. ``activated`` gives its name."""

    def __init__(self, preset: Preset, parent: QWidget | None = None) -> None:
        super().__init__(preset.name, parent)
        self.setProperty("look", "card")
        self.setAccessibleName(f"Open preset: {preset.title}")
        self.setAccessibleDescription(preset.description)
        self.setToolTip(f"Open {preset.name}")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(4)
        project = preset.project
        layout.addWidget(Thumbnail(project.networks[project.main_network]))
        layout.addSpacing(6)
        layout.addWidget(label(preset.title, "title", wrap=True))
        layout.addWidget(label(preset.description, "muted", wrap=True))
        layout.addStretch(1)


class RecentRow(ClickableFrame):
    """Name and folder of a file that was open before. ``activated`` gives its path."""

    def __init__(self, path: str, parent: QWidget | None = None) -> None:
        super().__init__(path, parent)
        self.setProperty("look", "row")
        file = Path(path)
        self._folder_text = str(file.parent)
        self._name, self._folder = label(file.name), label("", "caption")
        self._name.setMinimumWidth(1)
        self.setAccessibleName(f"Open {file.name} in {file.parent}")
        self.setToolTip(path)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.setSpacing(12)
        layout.addWidget(self._name)
        layout.addWidget(self._folder, 1, Qt.AlignmentFlag.AlignVCenter)
        self._folder.setMinimumWidth(1)
        self.setMinimumHeight(30)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = max(self.width() - self._name.sizeHint().width() - 20, 0)
        metrics = QFontMetrics(self._folder.font())
        self._folder.setText(metrics.elidedText(self._folder_text, Qt.TextElideMode.ElideMiddle, room))
