"""The slim bar at the top of the canvas: field, count, previous, next, close; under it what was found."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QListView, QToolButton, QVBoxLayout, QWidget

from playground.core.language import tr
from playground.ui.canvas.network_search.index import Match
from playground.ui.canvas.network_search.rows import ROW_HEIGHT, RowPainter, Rows
from playground.ui.icons import sign
from playground.ui.theme import theme
from playground.ui.widgets.basics import label

WIDTH, MOST_ROWS = 400, 8
_BACK = Qt.KeyboardModifier.ShiftModifier


class SearchBar(QFrame):
    """Signals say what a person wants; what is shown comes from ``show_matches`` and ``show_current``."""

    query_changed = Signal(str)
    walked = Signal(int)  # ±1: look at the next, the previous one
    chosen = Signal(int)  # the row that is gone to
    went_on = Signal(int)  # ±1, or 0: go to the one looked at, or to the next, the previous one
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.setAccessibleName(tr("Search in the network"))
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Name, kind, kernel 3, 32×13×13, problem …"))
        self.field.setAccessibleName(tr("Search in the network"))
        self.field.setMinimumHeight(28)
        self.field.installEventFilter(self)
        self.count = QLabel()
        self.count.setProperty("look", "caption")
        self.count.setMinimumWidth(68)
        self.count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._buttons = [
            self._button("previous", tr("Previous (Shift+F3)"), lambda: self.went_on.emit(-1)),
            self._button("next", tr("Next (F3)"), lambda: self.went_on.emit(1)),
            self._button("close", tr("Close (Esc)"), self.closed.emit),
        ]
        self.rows = Rows()
        self.list = self._make_list()
        self._nothing = label(tr("Nothing in this project has all of these words."), "muted", wrap=True)
        self._nothing.setContentsMargins(8, 2, 8, 6)
        self._lay_out()
        self.field.textChanged.connect(self.query_changed)
        theme().changed.connect(self._paint_signs)
        self._paint_signs()
        self.hide()

    def _button(self, name: str, tip: str, act: object) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setProperty("look", "tab")
        button.setFixedSize(28, 28)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(act)
        return button

    def _make_list(self) -> QListView:
        made = QListView()
        made.setModel(self.rows)
        made.setItemDelegate(RowPainter(made))
        made.setUniformItemSizes(True)
        made.setFrameShape(QFrame.Shape.NoFrame)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setAccessibleName(tr("What was found"))
        made.clicked.connect(self._on_clicked)
        return made

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(2)
        line.addWidget(self.field, 1)
        line.addWidget(self.count)
        for button in self._buttons:
            line.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 6, 6)
        layout.setSpacing(4)
        layout.addLayout(line)
        layout.addWidget(self.list)
        layout.addWidget(self._nothing)

    def _paint_signs(self) -> None:
        for button in self._buttons:
            button.setIcon(sign(button.objectName(), theme().color("muted")))

    # --- what is shown ---

    def show_matches(self, matches: list[Match], network: str) -> None:
        """List ``matches``; ``network`` is the one on the canvas."""
        self.rows.show(matches, network)
        self._nothing.setVisible(not matches and bool(self.field.text().strip()))
        self.list.setVisible(bool(matches))
        self.list.setFixedHeight(ROW_HEIGHT * min(len(matches), MOST_ROWS) + 2)
        for button in self._buttons[:2]:
            button.setEnabled(bool(matches))
        self.fit()

    def show_current(self, row: int) -> None:
        """Mark the row that is looked at; −1: none."""
        total = len(self.rows.matches)
        if row < 0 or not total:
            asked = bool(self.field.text().strip())
            self.count.setText(tr("no match") if asked else "")
            return
        self.count.setText(tr("{number} of {total}", number=f"{row + 1:,}", total=f"{total:,}"))
        index = self.rows.index(row)
        self.list.setCurrentIndex(index)
        self.list.scrollTo(index)

    def fit(self) -> None:
        """As high as what is in it, at its place at the right."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
        self.resize(self.width(), self.sizeHint().height())

    def _on_clicked(self, index: QModelIndex) -> None:
        self.chosen.emit(index.row())

    # --- keys ---

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and event.key() in (Qt.Key.Key_F3, Qt.Key.Key_Escape):
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                return self._pressed(event)
        return super().eventFilter(watched, event)

    def _pressed(self, event: QKeyEvent) -> bool:
        back = bool(event.modifiers() & _BACK)
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.closed.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.went_on.emit(-1 if back else 0)
        elif key == Qt.Key.Key_F3:
            self.went_on.emit(-1 if back else 1)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.walked.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self.walked.emit(MOST_ROWS if key == Qt.Key.Key_PageDown else -MOST_ROWS)
        else:
            return False
        return True
