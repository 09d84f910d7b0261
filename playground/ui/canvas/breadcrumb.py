"""Classifier ▸ Block 1: where one is, and the way back."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from playground.core.language import tr
from playground.ui.canvas.trail import Trail
from playground.ui.project_session import ProjectSession
from playground.ui.theme import theme

HEIGHT = 26


class Breadcrumb(QLabel):
    """Hidden in a network that stands in no other."""

    shown_changed = Signal(bool)

    def __init__(self, session: ProjectSession, trail: Trail, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._trail = session, trail
        self.setAccessibleName(tr("Way back"))
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse
                                     | Qt.TextInteractionFlag.LinksAccessibleByKeyboard)  # fmt: skip
        self.setToolTip(tr("Esc goes back"))
        self.setProperty("look", "breadcrumb")
        self.linkActivated.connect(self._on_link)
        trail.changed.connect(self._show_trail)
        theme().changed.connect(self._show_trail)
        self._show_trail()

    def _show_trail(self) -> None:
        steps, muted, accent = self._trail.steps, theme().color("muted").name(), theme().color("accent").name()
        parts = [
            f'<a href="{number}" style="color:{accent};text-decoration:none">{escape(step.network)}</a>'
            for number, step in enumerate(steps)
        ]
        between = f' <span style="color:{muted}">▸</span> '
        self.setText(between.join([*parts, f"<b>{escape(self._session.network)}</b>"]))
        was, now = not self.isHidden(), bool(steps)
        self.setVisible(now)
        self.adjustSize()
        self.setFixedHeight(HEIGHT)
        if was != now:
            self.shown_changed.emit(now)

    def _on_link(self, target: str) -> None:
        self._trail.leave(int(target))
