"""The bar on top: what is open, the buttons of the run, where the run stands, the device."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from playground.ui.actions import Actions
from playground.ui.icons import SIZE, on_accent, sign
from playground.ui.theme import theme
from playground.ui.widgets.elided import ElidedLabel

HEIGHT = 52
_CHIP_HEIGHT = 26
_TITLE_WIDTHS = (48, 230)
STEPS = 1000  # of the progress bar


class TitleEdit(QLineEdit):
    """The project's title; a click edits it."""

    renamed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "title")
        self.setMaxLength(120)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setToolTip("The project's title; click to change it")
        self.setAccessibleName("Project title")
        self._shown = ""
        self.textChanged.connect(self._fit)
        self.editingFinished.connect(self._on_finished)

    def show_title(self, title: str) -> None:
        self._shown = title
        self.setText(title)
        self.setCursorPosition(0)

    def _on_finished(self) -> None:
        text = self.text().strip()
        self.clearFocus()
        if text and text != self._shown:
            self.renamed.emit(text)
        else:
            self.show_title(self._shown)

    def _fit(self) -> None:
        low, high = _TITLE_WIDTHS
        self.ensurePolished()
        self.setFixedWidth(max(low, min(high, self.fontMetrics().horizontalAdvance(self.text()) + 18)))


class ActionButton(QPushButton):
    """A push button for an action: text without the mnemonic, enabled state and tool tip with the shortcut."""

    def __init__(self, action: QAction) -> None:
        super().__init__()
        self._action = action
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self.setText(self._action.iconText())
        self.setEnabled(self._action.isEnabled())
        keys = self._action.shortcut().toString(self._action.shortcut().SequenceFormat.NativeText)
        self.setToolTip(f"{self._action.toolTip()}{f' ({keys})' if keys else ''}")


class Toolbar(QFrame):
    """Knows nothing of runs: ``RunStatus`` and the window tell it what to show."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "toolbar")
        self.setFixedHeight(HEIGHT)
        self.title = TitleEdit()
        self.saved = _label("caption")
        self.run_button = ActionButton(actions.run)
        self.run_button.setProperty("look", "primary")
        self.run_button.setIconSize(QSize(SIZE, SIZE))
        self.run_button.setMinimumWidth(104)
        self.step_button, self.stop_button = ActionButton(actions.step), ActionButton(actions.stop)
        self.reset_button = ActionButton(actions.reset)
        self.device = _label("chip")
        self._headline, self._detail, self._right = _label("strong"), ElidedLabel("muted"), _label("muted")
        self._bar = QProgressBar()
        self._bar.setRange(0, STEPS)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName("Progress of the run")
        self._pausing = False
        self._arrange()
        theme().changed.connect(self._paint_signs)
        self._paint_signs()

    def _arrange(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 0, 16, 0)
        layout.setSpacing(8)
        title = QWidget()
        title.setFixedWidth(_TITLE_WIDTHS[1] + 76)
        inner = QHBoxLayout(title)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(4)
        inner.addWidget(self.title)
        inner.addWidget(self.saved)
        inner.addStretch(1)
        layout.addWidget(title)
        for button in (self.run_button, self.step_button, self.stop_button, self.reset_button):
            layout.addWidget(button)
        layout.addSpacing(16)
        texts = QHBoxLayout()
        texts.setSpacing(16)
        texts.addWidget(self._headline)
        texts.addWidget(self._detail, 1)
        texts.addWidget(self._right)
        progress = QVBoxLayout()
        progress.setContentsMargins(0, 9, 0, 9)
        progress.setSpacing(6)
        progress.addLayout(texts)
        progress.addWidget(self._bar)
        layout.addLayout(progress, 1)
        layout.addSpacing(16)
        self.device.setFixedHeight(_CHIP_HEIGHT)
        layout.addWidget(self.device, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_title(self, title: str, state: str) -> None:
        self.title.show_title(title)
        self.saved.setText(state)

    def show_status(self, headline: str, detail: str = "", right: str = "", *, look: str = "strong") -> None:
        """``look``: "strong", "good", "warn" or "bad" for the headline."""
        self._detail.show_text(detail)
        for label, text in ((self._headline, headline), (self._right, right)):
            if label.text() != text:
                label.setText(text)
        if self._headline.property("look") != look:
            self._headline.setProperty("look", look)
            self._headline.style().polish(self._headline)

    def status(self) -> tuple[str, str, str]:
        """Headline, detail and right text as shown."""
        return self._headline.text(), self._detail.full_text, self._right.text()

    def show_progress(self, share: float | None) -> None:
        """Between 0 and 1; None for "busy, but nobody knows how long"."""
        self._bar.setRange(0, 0 if share is None else STEPS)
        if share is not None:
            self._bar.setValue(round(STEPS * min(1.0, max(0.0, share))))

    def progress(self) -> float:
        return self._bar.value() / STEPS

    def show_device(self, text: str, tip: str) -> None:
        self.device.setText(text)
        self.device.setToolTip(tip)

    def show_pausing(self, pausing: bool) -> None:
        """Whether the filled button pauses."""
        self._pausing = pausing
        self._paint_signs()

    def _paint_signs(self) -> None:
        self.run_button.setIcon(sign("pause" if self._pausing else "play", on_accent()))


def _label(look: str) -> QLabel:
    label = QLabel()
    label.setProperty("look", look)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setMinimumWidth(0)
    return label
