"""The lessons on the start page: what each is about, how long it takes, how far one came."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from playground.core.language import tr
from playground.ui.lessons.lesson import Lesson
from playground.ui.settings import settings
from playground.ui.start.cards import ClickableFrame
from playground.ui.widgets.basics import label, set_text


class LessonTile(ClickableFrame):
    """``activated`` gives the lesson's name."""

    def __init__(self, lesson: Lesson, parent: QWidget | None = None) -> None:
        super().__init__(lesson.name, parent)
        self._lesson = lesson
        self.setProperty("look", "card")
        self.setAccessibleName(tr("Begin the lesson {title}", title=tr(lesson.title)))
        self.setAccessibleDescription(tr(lesson.summary))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(4)
        layout.addWidget(label(tr(lesson.title), "strong", wrap=True))
        layout.addWidget(label(tr(lesson.summary), "muted", wrap=True))
        layout.addStretch(1)
        self._far = label("", "caption")
        layout.addWidget(self._far)
        self.refresh()

    def refresh(self) -> None:
        """How far one came by now."""
        steps, reached = len(self._lesson.steps), settings().lesson_step(self.key)
        long = tr("about {minutes} minutes", minutes=self._lesson.minutes)
        if reached >= steps:
            long = tr("✓ taken")
        elif reached:
            long = tr("step {number} of {count}", number=reached + 1, count=steps)
        set_text(self._far, long)
