"""The undo history: every edit of the project, the one that is current, and the one that the file holds."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QUndoView, QVBoxLayout, QWidget

from playground.core.language import tr
from playground.ui.icons import sign
from playground.ui.theme import theme
from playground.ui.views.bench import Bench
from playground.ui.views.view import View
from playground.ui.widgets.basics import label


class HistoryView(View):
    """A click, or Up and Down with the keyboard, goes to the step; what comes after it stays until the next edit."""

    def __init__(self, bench: Bench, parent: QWidget | None = None) -> None:
        super().__init__(bench, parent)
        stack = self._stack = bench.session.undo_stack
        self.list = QUndoView(stack)
        self.list.setEmptyLabel(tr("The project as it was opened"))
        self.list.setAccessibleName(tr("Edits"))
        self.list.setVerticalScrollMode(QUndoView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(True)
        self._count = label("", "caption")
        self.choices.addWidget(self._count)
        layout = QVBoxLayout(self.content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list)
        bench.session.stepped.connect(self._on_index)
        theme().changed.connect(self._paint_sign)
        self._paint_sign()
        self._on_index(stack.index())
        self.show_content()

    def refresh(self) -> None:
        """There is always something to see: the project as it was opened."""
        self.show_content()

    def _follow_mark(self) -> None:
        """Nothing is told of weights here: no mark says that they are untrained."""

    @Slot(int)
    def _on_index(self, now: int) -> None:
        count = self._stack.count()
        self._count.setText(
            tr("Step {now} of {count}", now=now, count=count) if count else tr("Nothing was edited yet")
        )

    @Slot()
    def _paint_sign(self) -> None:
        """The step that the file holds carries a mark."""
        self.list.setCleanIcon(sign("info", theme().color("accent")))
