"""A few lines of code with a button that copies them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from playground.core.language import tr
from playground.ui.widgets.basics import label


class CodeBox(QFrame):
    """Monospaced text in a quiet box."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "code")
        self._text = label("", "mono", wrap=True, selectable=True)
        self.copy_button = QToolButton()
        self.copy_button.setText(tr("Copy"))
        self.copy_button.setProperty("look", "step")
        self.copy_button.setMinimumHeight(24)
        self.copy_button.setToolTip(tr("Copy this to the clipboard"))
        self.copy_button.clicked.connect(self.copy)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 4, 4, 4)
        layout.setSpacing(4)
        layout.addWidget(self._text, 1)
        layout.addWidget(self.copy_button, 0, Qt.AlignmentFlag.AlignTop)

    @property
    def text(self) -> str:
        return self._text.text()

    def set_code(self, text: str) -> None:
        if text != self._text.text():
            self._text.setText(text)
            self.copy_button.setText(tr("Copy"))
            self.copy_button.setAccessibleName(tr("Copy {text}", text=text))

    def copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text.text())
        self.copy_button.setText(tr("Copied"))
