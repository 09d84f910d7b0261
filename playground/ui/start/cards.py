"""What one can click on the start page: a preset, a recent file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from playground.core.files import FileError, load_project
from playground.core.graph import Graph
from playground.core.language import tr
from playground.core.presets import Preset
from playground.core.project import Project
from playground.training.datasets import DATASETS
from playground.ui.start.arrows import KEYS
from playground.ui.start.thumbnail import Thumbnail
from playground.ui.widgets.basics import label
from playground.ui.widgets.elided import ElidedLabel

_SMALL_WIDTH, _SMALL_HEIGHT = 76, 48  # pixels of a recent file's picture
_LARGEST = 2 * 2**20  # bytes of a file that is read for its picture: a larger one would be felt


class ClickableFrame(QFrame):
    """A frame that is a button: click, Enter and Space. ``left`` tells of an arrow key, ``reached`` of the focus."""

    activated = Signal(str)
    left = Signal(int)
    reached = Signal()

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
        elif event.key() in KEYS:
            self.left.emit(event.key())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.reached.emit()


class PresetCard(ClickableFrame):
    """Thumbnail, title, description and facts of a preset. ``activated`` gives its name."""

    def __init__(self, preset: Preset, parent: QWidget | None = None) -> None:
        super().__init__(preset.name, parent)
        self.preset = preset
        self.setProperty("look", "card")
        self.setAccessibleName(tr("Open preset: {title}", title=preset.title))
        self.setAccessibleDescription(preset.description)
        self.setToolTip(tr("Open {name}", name=preset.name))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(4)
        project = preset.project
        layout.addWidget(Thumbnail(project.networks[project.main_network], preset=preset.name))
        layout.addSpacing(8)
        layout.addWidget(label(preset.title, "title", wrap=True))
        said = preset.description.replace(" %", "\u00a0%")  # no line begins with the sign
        layout.addWidget(label(said, "muted", wrap=True))
        layout.addStretch(1)
        layout.addSpacing(4)
        layout.addWidget(label(facts(project), "caption"))

    def matches(self, words: list[str]) -> bool:
        """Whether each of ``words`` (lower case) is somewhere in what the card says, or in the preset's name."""
        said = f"{self.preset.name} {self.preset.title} {self.preset.description} {facts(self.preset.project)}".lower()
        return all(word in said for word in words)


class RecentRow(ClickableFrame):
    """A small picture, the name and the folder of a file that was open before. ``activated`` gives its path."""

    def __init__(self, path: str, parent: QWidget | None = None) -> None:
        super().__init__(path, parent)
        self.setProperty("look", "card")
        file = Path(path)
        self.setAccessibleName(tr("Open {name} in {folder}", name=file.name, folder=file.parent))
        self.setToolTip(path)
        self.thumbnail = Thumbnail(None, height=_SMALL_HEIGHT)
        self.thumbnail.setFixedWidth(_SMALL_WIDTH)
        self.name, self.folder = ElidedLabel("strong"), ElidedLabel("caption")
        self.name.show_text(file.stem)
        self.folder.show_text(str(file.parent))
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addStretch(1)
        words.addWidget(self.name)
        words.addWidget(self.folder)
        words.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 8, 12, 8)
        layout.setSpacing(12)
        layout.addWidget(self.thumbnail)
        layout.addLayout(words, 1)

    def read(self) -> None:
        """Draw the file's network, and say its title; one that cannot be read keeps an empty picture."""
        project = _project_of(Path(self.key))
        if project is not None:
            self.thumbnail.show_graph(_network(project))
            if project.title:
                self.name.show_text(project.title)
                self.folder.show_text(f"{Path(self.key).name} · {Path(self.key).parent}")


def facts(project: Project) -> str:
    """ "8 layers · MNIST"."""
    count = sum(len(graph.nodes) for graph in project.networks.values())
    kind = DATASETS.get(project.data.dataset)
    title = kind.title if kind is not None else project.data.dataset
    layers = tr("1 layer") if count == 1 else tr("{count} layers", count=count)
    return f"{layers} · {tr(title)}" if title else layers


def _network(project: Project) -> Graph | None:
    return project.networks.get(project.main_network)


def _project_of(path: Path) -> Project | None:
    from playground.core.bundle import SUFFIX, read_bundle_text  # with zipfile: not for the first picture

    try:
        if path.stat().st_size > _LARGEST and path.suffix != SUFFIX:
            return None
        return read_bundle_text(path).project if path.suffix == SUFFIX else load_project(path)
    except (OSError, FileError):  # it is told when the file is opened; here there is only no picture of it
        return None
