"""The bar on top: what is open, the buttons of the run, where the run stands, the device."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from playground.core.language import tr
from playground.ui.actions import Actions
from playground.ui.icons import SIZE, on_accent, sign
from playground.ui.menu_texts import plain
from playground.ui.theme import theme
from playground.ui.widgets.basics import set_flag
from playground.ui.widgets.elided import ElidedLabel, ElidedLine

HEIGHT = 52
_CHIP_HEIGHT = 26
_TITLE_LEAST, _TITLE_MOST = 48, 230
_SAVED_ROOM, _SAVED_MOST = 84, 126  # beside the title, for "not saved yet"; in a language of long words out of its own
# Below this width of the window the title gives way, so that the state of the run keeps its room.
_WIDE = 1280
_APART, _LEAST_DETAIL = 16, 60  # between the texts of the run's state; less is not worth reading
STEPS = 1000  # of the progress bar


class TitleEdit(ElidedLine):
    """The project's title; a click edits it. As wide as its text, in the room that there is."""

    renamed = Signal(str)

    def __init__(self) -> None:
        super().__init__(tr("The project's title; click to change it"))
        self.setProperty("look", "title")
        self.setMaxLength(120)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(tr("Project title"))
        self._shown, self._most = "", _TITLE_MOST
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

    def fit_into(self, width: int) -> None:
        """Take at most ``width`` pixels."""
        self._most = width
        self._fit()

    def _fit(self) -> None:
        self.ensurePolished()
        wanted = self.fontMetrics().horizontalAdvance(self.text()) + 20
        self.setFixedWidth(max(_TITLE_LEAST, min(self._most, wanted)))


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
        self.setText(plain(self._action.iconText()))
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
        self.commands_button = _commands_button(actions.commands)
        self._status = _StatusTexts()
        self._bar = QProgressBar()
        self._bar.setRange(0, STEPS)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(tr("Progress of the run"))
        self._pausing = False
        self._arrange()
        self._share()
        theme().changed.connect(self._paint_signs)
        self._paint_signs()

    def _arrange(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 0, 16, 0)
        layout.setSpacing(8)
        self._title_place = QWidget()
        inner = QHBoxLayout(self._title_place)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(4)
        inner.addWidget(self.title)
        inner.addWidget(self.saved)
        inner.addStretch(1)
        layout.addWidget(self._title_place)
        for button in (self.run_button, self.step_button, self.stop_button, self.reset_button):
            layout.addWidget(button)
        layout.addSpacing(16)
        progress = QVBoxLayout()
        progress.setContentsMargins(0, 9, 0, 9)
        progress.setSpacing(6)
        progress.addWidget(self._status)
        progress.addWidget(self._bar)
        layout.addLayout(progress, 1)
        layout.addSpacing(16)
        self.device.setFixedHeight(_CHIP_HEIGHT)
        layout.addWidget(self.device, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self.commands_button, 0, Qt.AlignmentFlag.AlignVCenter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """The room of the title is a matter of the window's width alone: nothing moves for a longer one."""
        room = _TITLE_MOST - max(0, _WIDE - self.width()) * 3 // 8
        saved = self.saved.sizeHint().width() + 4
        self.title.fit_into(room + _SAVED_ROOM - min(saved, _SAVED_MOST))
        self._title_place.setFixedWidth(room + _SAVED_ROOM)

    def show_title(self, title: str, state: str) -> None:
        self.title.show_title(title)
        if self.saved.text() != state:
            self.saved.setText(state)
            self._share()

    def show_status(
        self, headline: str, detail: str = "", right: str = "", *, look: str = "strong", detail_first: bool = False
    ) -> None:
        """``look``: "strong", "good", "warn" or "bad" for the headline. Where it is narrow the right text stays, or the
        detail with ``detail_first``.
        """
        self._status.show_texts(headline, detail, right, detail_first=detail_first)
        set_flag(self._status.headline, "look", look)

    def status(self) -> tuple[str, str, str]:
        """Headline, detail and right text, whole."""
        return self._status.texts

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


class _StatusTexts(QWidget):
    """Headline and detail from the left, one text at the right. Where it gets narrow the detail ends in …, then goes;
    then the right text loses its last part ("01:08 left" of "01:08 left · 3,619 samples/s"). A result is more than how
    fast it came: with ``detail_first`` it is the other way round.
    """

    def __init__(self) -> None:
        super().__init__()
        self.texts, self._detail_first = ("", "", ""), False
        self.headline, self.detail, self.right = _label("strong"), ElidedLabel("muted"), _label("muted")
        for shown in (self.headline, self.detail, self.right):
            shown.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_texts(self, headline: str, detail: str, right: str, *, detail_first: bool) -> None:
        if (headline, detail, right) != self.texts:
            self.texts, self._detail_first = (headline, detail, right), detail_first
            self._fit()

    def sizeHint(self) -> QSize:
        return QSize(0, self.headline.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        headline, detail, right = self.texts
        bold, plain = self.headline.fontMetrics(), self.right.fontMetrics()
        width, height = self.width(), self.height()
        first = min(bold.horizontalAdvance(headline) + 2, width)
        rest = width - first - _APART
        said = plain.horizontalAdvance(detail) + 2
        kept = said + _APART if detail and self._detail_first else 0
        while right and plain.horizontalAdvance(right) + 2 + kept > rest:
            right = right.rpartition(" · ")[0]
        last = plain.horizontalAdvance(right) + 2 if right else 0
        middle = max(0, rest - (last + _APART if right else 0))
        if middle < min(said, _LEAST_DETAIL):
            middle = 0
        self.headline.setText(bold.elidedText(headline, Qt.TextElideMode.ElideRight, first))
        self.right.setText(right)
        self.headline.setGeometry(0, 0, first, height)
        self.right.setGeometry(width - last, 0, last, height)
        self.detail.setGeometry(first + _APART, 0, middle, height)
        self.detail.show_text(detail if middle else "")
        cut = (self.headline.text(), self.detail.text(), right) != self.texts
        self.setToolTip("\n".join(text for text in self.texts if text) if cut else "")


def _commands_button(action: QAction) -> QPushButton:
    """Says its keys, as the look has it."""
    made = QPushButton(action.shortcuts()[-1].toString(QKeySequence.SequenceFormat.NativeText))
    made.setFixedHeight(28)
    made.setToolTip(action.toolTip())
    made.setAccessibleName(plain(action.text()))
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.clicked.connect(action.trigger)
    return made


def _label(look: str) -> QLabel:
    label = QLabel()
    label.setProperty("look", look)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setMinimumWidth(0)
    return label
