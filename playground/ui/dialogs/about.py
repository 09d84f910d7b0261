"""Versions and plug-ins, with a button that copies them for a report."""

from __future__ import annotations

import platform
from importlib import metadata

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPushButton, QVBoxLayout, QWidget

from playground import __version__
from playground.core.language import tr
from playground.core.plugins import plugins

_PARTS = ("torch", "PySide6-Essentials", "pyqtgraph", "numpy", "pydantic", "onnx", "onnxruntime", "safetensors")


def versions() -> str:
    """One line for the program, the system and each part."""
    lines = [
        f"Neural Playground {__version__}",
        f"Python {platform.python_version()} on {platform.system()} {platform.release()} ({platform.machine()})",
    ]
    for part in _PARTS:
        try:
            lines.append(f"{part} {metadata.version(part)}")
        except metadata.PackageNotFoundError:
            lines.append(f"{part} not found")
    return "\n".join(lines)


def screens() -> str:
    """The platform and the scale of each screen: what looks wrong often depends on them."""
    scales = ", ".join(
        f"{screen.size().width()}×{screen.size().height()} at {screen.devicePixelRatio():g}"
        for screen in QGuiApplication.screens()
    )
    return f"{QGuiApplication.platformName()}, {scales}"


def plugin_lines() -> str:
    """One line for each plug-in: its layers, or why it could not be loaded. Empty without plug-ins."""
    return "\n".join(
        f"{plugin}: {', '.join(plugin.layers) if plugin.error is None else f'not loaded. {plugin.error}'}"
        for plugin in plugins()
    )


class AboutDialog(QDialog):
    """``device`` is what the training process said of itself, or that it starts."""

    def __init__(self, device: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("About Neural Playground"))
        self._text = f"{versions()}\n{screens()}\nTraining on {device}"
        added = plugin_lines()
        if added:
            self._text += f"\n\nPlug-ins\n{added}"
        title = QLabel("Neural Playground")
        title.setProperty("look", "display")
        what = QLabel(tr("Build a neural network, watch it learn, take it away."))
        what.setProperty("look", "muted")
        parts = QLabel(self._text)
        parts.setTextFormat(Qt.TextFormat.PlainText)
        parts.setWordWrap(True)
        parts.setMinimumWidth(440)
        parts.setProperty("look", "mono")
        parts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        licence = QLabel(
            tr(
                "MIT licence. Made with Qt and PySide (LGPL), PyTorch (BSD), pyqtgraph (MIT) and others named above; "
                "the fonts Inter and JetBrains Mono are under the SIL Open Font License."
            )
        )
        licence.setProperty("look", "caption")
        licence.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        copy = QPushButton(tr("Copy for a bug report"))
        copy.clicked.connect(self._copy)
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(12)
        for widget in (title, what, parts, licence, buttons):
            layout.addWidget(widget)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)
