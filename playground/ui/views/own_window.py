"""A tab in a window of its own, for a second screen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from playground.core.language import tr
from playground.ui.settings import settings
from playground.ui.widgets.basics import label

_SIZE = (760, 560)


class OwnWindow(QWidget):
    """Stays over the window of ``parent``, whose shortcuts work in it, and goes with it. It tells when it is closed."""

    closed = Signal(object)  # the widget in it
    back_wanted = Signal(object)

    def __init__(self, widget: QWidget, name: str, title: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Tool | Qt.WindowType.WindowMaximizeButtonHint)
        self.widget, self._name = widget, name
        self.setWindowTitle(title)
        back = QPushButton(tr("Put back"))
        back.setToolTip(tr("Make it a tab under the canvas again"))
        back.clicked.connect(lambda: self.back_wanted.emit(self.widget))
        row = QHBoxLayout()
        row.addWidget(label(title, "title"), 1)
        row.addWidget(back)
        self._layout = layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 12)
        layout.addLayout(row)
        layout.addWidget(widget, 1)
        if not self.restoreGeometry(settings().window_geometry(name)):
            self.resize(*_SIZE)
        widget.show()

    def give_back(self) -> QWidget:
        """The widget, taken out; the window is no more."""
        settings().set_window_geometry(self._name, self.saveGeometry())
        self._layout.removeWidget(self.widget)
        self.hide()
        self.deleteLater()
        return self.widget

    def closeEvent(self, event: QCloseEvent) -> None:
        settings().set_window_geometry(self._name, self.saveGeometry())
        event.accept()
        self.closed.emit(self.widget)
