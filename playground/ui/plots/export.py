"""What a plot shows as a PNG file, what a run measured as a CSV file; both written atomically."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

from playground.core.files import write_atomic
from playground.ui.theme import theme

# As sharp as on a high-density screen, wherever it was made.
_SCALE = 2


def picture_of(widget: QWidget) -> QPixmap:
    """The widget as it looks now, at twice its size."""
    picture = QPixmap(widget.size() * _SCALE)
    picture.setDevicePixelRatio(_SCALE)
    picture.fill(theme().color("surface"))
    widget.render(picture)
    return picture


def save_png(widget: QWidget, path: Path) -> None:
    """As ``picture_of``. Raises ``playground.core.files.FileError``."""
    picture = picture_of(widget)
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    write_atomic(path, bytes(content.data()))


def save_csv(text: str, path: Path) -> None:
    """Raises ``playground.core.files.FileError``."""
    write_atomic(path, text.encode("utf-8"))
