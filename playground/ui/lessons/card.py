"""The card that tells a lesson: over the canvas, to be dragged anywhere, folded to its head, or closed."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from playground.core.language import tr
from playground.ui.icons import sign
from playground.ui.lessons.tour import Tour
from playground.ui.theme import theme
from playground.ui.widgets.basics import button, label, set_flag
from playground.ui.widgets.elided import ElidedLabel

LEAST, MOST, MARGIN = 320, 760, 12  # pixels: of its width, and what it keeps free around it
_ANY = 16_777_215  # Qt has no larger height


class LessonCard(QFrame):
    """Shows ``tour``. ``closed``: the person has had enough; the step is remembered."""

    closed = Signal()
    folded = Signal()

    def __init__(self, tour: Tour, parent: QWidget) -> None:
        super().__init__(parent)
        self._tour, self._over = tour, parent
        self._grip: QPoint | None = None
        self._moved = False
        self.setProperty("look", "message")
        self.setProperty("kind", "info")
        self.setAccessibleName(tr("Lesson: {title}", title=tr(tour.lesson.title)))
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._where = label("", "caption")
        self._fold, self._close = _tool(tr("Fold this card")), _tool(tr("End the lesson (it can be taken up again)"))
        self._title = label("", "title")
        self._text = label("", wrap=True)
        self._text.setTextFormat(Qt.TextFormat.MarkdownText)
        self._state = ElidedLabel("muted")
        self.back, self.act, self.next = button(tr("Back"), "quiet"), button(""), button(tr("Next"))
        self._body = QWidget()
        self._lay_out()
        self._fold.clicked.connect(self._on_fold)
        self._close.clicked.connect(self.closed)
        self.back.clicked.connect(tour.previous)
        self.act.clicked.connect(tour.act)
        self.next.clicked.connect(tour.following)
        tour.changed.connect(self.refresh)
        tour.told.connect(self._tell)
        theme().changed.connect(self._paint_signs)
        self._paint_signs()
        self.refresh()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addWidget(self._where, 1)
        head.addWidget(self._fold)
        head.addWidget(self._close)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._state, 1)
        for each in (self.back, self.act, self.next):
            foot.addWidget(each)
        body = self._column = QVBoxLayout(self._body)
        body.setContentsMargins(0, 0, 8, 4)
        body.setSpacing(8)
        body.addWidget(self._text)
        body.addLayout(foot)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 8, 8)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self._body)

    # --- what it says ---

    def refresh(self) -> None:
        """Show the step as it is now."""
        tour, step = self._tour, self._tour.step
        self._where.setText(
            tr(
                "{lesson} · {number} of {count}",
                lesson=tr(tour.lesson.title), number=tour.number + 1, count=len(tour.lesson.steps),
            )
        )  # fmt: skip
        self._title.setText(tr(step.title))
        self._text.setText(tr(step.text))
        self.back.setEnabled(tour.number > 0)
        self.act.setText(tr(step.act_label) if step.act_label else "")
        self.act.setVisible(step.act is not None and not tour.done)
        self.next.setText(tr("Finish") if tour.last else tr("Next") if tour.done else tr("Skip"))
        if self.window().focusWidget() is self.next and not tour.done:
            self.setFocus()  # who goes on by keys must not skip what comes; Tab leads back
        set_flag(self.next, "look", "primary" if tour.done else "quiet")
        self._tell()

    def _tell(self) -> None:
        tour = self._tour
        words = tour.words()
        if tour.asks:
            words = " · ".join(part for part in (tr("✓ Done") if tour.done else tr("○ To do"), words) if part)
        self._state.show_text(words)
        set_flag(self._state, "look", "good" if tour.asks and tour.done else "muted")
        self.fit()

    # --- where it stands ---

    def fit(self) -> None:
        """As high as its text."""
        inner = self.width() - 16 - 8 - 8
        self._text.setMinimumHeight(0)  # a fixed height would be its own answer
        self._text.setMaximumHeight(_ANY)
        self._text.setFixedHeight(self._text.heightForWidth(inner))
        high = 8 + max(26, self._title.sizeHint().height()) + 8
        if not self._body.isHidden():
            high += 4 + self._text.height() + 8 + self.next.sizeHint().height() + 4
        self.resize(self.width(), high)
        self.stay_inside()

    def stand_at(self, region: QRect) -> None:
        """Along the lower edge of ``region`` of the parent, unless the person has put it elsewhere."""
        self.resize(max(LEAST, min(MOST, region.width() - 2 * MARGIN)), self.height())
        self.fit()
        if not self._moved:
            self.move(region.left() + MARGIN, region.bottom() - MARGIN - self.height())
        self.stay_inside()
        self.raise_()

    @property
    def moved(self) -> bool:
        """Whether the person has put it elsewhere."""
        return self._moved

    def stay_inside(self) -> None:
        area = self._over.rect().adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        x = max(area.left(), min(self.x(), area.right() - self.width()))
        y = max(area.top(), min(self.y(), area.bottom() - self.height()))
        if (x, y) != (self.x(), self.y()):
            self.move(x, y)

    def _on_fold(self) -> None:
        self._body.setVisible(self._body.isHidden())
        self._paint_signs()
        self._fold.setToolTip(tr("Fold this card") if self._body.isVisible() else tr("Unfold this card"))
        self.fit()
        self.folded.emit()

    def _paint_signs(self) -> None:
        color = theme().color("muted")
        self._fold.setIcon(sign("previous" if self._body.isHidden() else "next", color))
        self._close.setIcon(sign("close", color))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._grip = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None:
            self._moved = True
            self.move(self.mapToParent(event.position().toPoint()) - self._grip)
            self.stay_inside()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def _tool(tip: str) -> QToolButton:
    made = QToolButton()
    made.setToolTip(tip)
    made.setAccessibleName(tip)
    made.setFixedSize(26, 26)
    return made
