"""A word on the upper edge of a card: what a view has found of its layer."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from playground.ui.canvas.geometry import CARD_WIDTH
from playground.ui.canvas.look import draw_text, elided, look, mixed, width

LEFT, TOP, HIGH, EDGE = 10.0, -12.0, 17.0, 8.0  # beside the mark of problems, which stands at the right
FAR_SIZE = (64.0, 20.0)  # where words are too small to be read


@dataclass(frozen=True, slots=True)
class CardNote:
    """``text`` stands on the card, ``tip`` is what the pointer is told: plain text."""

    text: str
    tip: str


def note_place(note: CardNote, *, words: bool) -> QRectF:
    """Where it is drawn, from the upper left corner of the card."""
    if not words:
        return QRectF(LEFT, TOP, *FAR_SIZE)
    room = CARD_WIDTH - 2 * LEFT - 12
    return QRectF(LEFT, TOP, min(room, width("caption", note.text) + 2 * EDGE), HIGH)


def paint_note(painter: QPainter, note: CardNote, *, words: bool) -> None:
    """A pill in the accent colour on the upper edge; without ``words`` it is only seen."""
    at, place = look(), note_place(note, words=words)
    painter.setPen(QPen(at.accent, 1.0 if words else 2.0))
    painter.setBrush(mixed(at.accent, at.card, 0.14 if words else 1.0))
    painter.drawRoundedRect(place, place.height() / 2, place.height() / 2)
    if words:
        painter.setPen(at.accent)
        draw_text(painter, "caption", LEFT + EDGE, TOP + 12.5, elided("caption", note.text, place.width() - 2 * EDGE))


def on_note(note: CardNote | None, corner: QPointF, point: QPointF) -> bool:
    """Whether ``point`` of the scene is on the note of the card at ``corner``."""
    return note is not None and note_place(note, words=True).translated(corner).contains(point)
