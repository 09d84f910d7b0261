"""A note on the canvas: text on tinted paper, with headings, lists and emphasis as Markdown writes them."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, QUrl
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QImage,
    QPainter,
    QPalette,
    QPen,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from playground.core.annotations import Note
from playground.core.language import tr
from playground.ui.canvas.frames.area_item import AreaItem
from playground.ui.canvas.frames.tints import tint_colors
from playground.ui.canvas.look import font, look
from playground.ui.theme import BODY, CAPTION, theme

RADIUS = 8.0
FAR, VERY_FAR = 0.58, 0.22
PAD = 12.0
NOTE_Z = 0.7


class _Paper(QTextDocument):
    """Never loads anything: a note of a file that somebody sent reads no file and asks no server."""

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        nothing = QImage(1, 1, QImage.Format.Format_ARGB32_Premultiplied)  # for nothing at all Qt opens the file
        nothing.fill(Qt.GlobalColor.transparent)
        return nothing


class NoteItem(AreaItem):
    """The area of ``note``. Its text is laid out when it is first painted near enough to be read."""

    def __init__(self, note: Note) -> None:
        super().__init__(note.id)
        self.setZValue(NOTE_Z)
        self._document: QTextDocument | None = None
        self._laid_out: tuple[str, float, str] | None = None
        self.note = note
        self.show_note(note)

    def show_note(self, note: Note) -> None:
        self.note = note
        self.show_rect(QRectF(note.x, note.y, note.width, note.height))

    @property
    def words(self) -> str:
        """What is written, without the marks of Markdown."""
        return self._layout().toPlainText()

    @property
    def text_height(self) -> float:
        """What the whole text needs, in scene units."""
        return self._layout().size().height() + 2 * PAD

    def height_for(self, text: str) -> float:
        """What ``text`` would need at this width, in scene units."""
        return _laid_out(text, self._wide).size().height() + 2 * PAD

    @property
    def _wide(self) -> float:
        return max(10.0, self.size[0] - 2 * PAD)

    def _layout(self) -> QTextDocument:
        key = (self.note.text, self._wide, theme().name)
        if self._document is None or self._laid_out != key:
            self._document, self._laid_out = _laid_out(self.note.text, self._wide), key
        return self._document

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        at, colors, box = look(), tint_colors(self.note.color), self.box
        zoom = painter.worldTransform().m11()
        edge = at.accent if self.selected else colors.strong if self.hovered else colors.edge
        painter.setPen(QPen(edge, max(2.0 if self.selected else 1.0, (2.0 if self.selected else 1.0) / zoom)))
        painter.setBrush(colors.paper)
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        if zoom < VERY_FAR:
            return
        painter.save()
        painter.setClipRect(box.adjusted(2, 2, -2, -2), Qt.ClipOperation.IntersectClip)
        if zoom < FAR:
            self._paint_far(painter, box, zoom)
        else:
            self._paint_text(painter, box)
        painter.restore()

    def _paint_far(self, painter: QPainter, box: QRectF, zoom: float) -> None:
        """As many of the words as have room, as large on the screen as a caption."""
        painter.setPen(look().text)
        written = QFont(font("note"))
        written.setPixelSize(round(min(CAPTION / zoom, box.height() * 0.7)))
        painter.setFont(written)
        wraps = Qt.TextFlag.TextWordWrap if " " in self.note.text else Qt.TextFlag.TextWrapAnywhere
        painter.drawText(box.adjusted(PAD, 8, -PAD, -8), int(Qt.AlignmentFlag.AlignLeft) | int(wraps), self.words)

    def _paint_text(self, painter: QPainter, box: QRectF) -> None:
        at = look()
        painter.translate(PAD, PAD)
        if not self.note.text.strip():
            painter.setPen(at.muted)
            painter.setFont(font("note"))
            painter.drawText(0, BODY, tr("Empty note"))
            return
        context = QAbstractTextDocumentLayout.PaintContext()
        palette = QPalette()
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText):
            palette.setColor(role, at.text)
        context.palette = palette
        document = self._layout()
        painter.setClipRect(QRectF(0, 0, box.width() - 2 * PAD, box.height() - PAD - 4), Qt.ClipOperation.IntersectClip)
        context.clip = QRectF(0, 0, box.width() - 2 * PAD, box.height() - PAD - 4)
        document.documentLayout().draw(painter, context)
        if self.text_height > box.height() + 6:  # more than is shown: say so
            painter.setPen(at.muted)
            painter.drawText(QRectF(0, box.height() - PAD - 18, box.width() - 2 * PAD, 16),
                             int(Qt.AlignmentFlag.AlignRight), "…")  # fmt: skip


def _laid_out(text: str, wide: float) -> QTextDocument:
    document = _Paper()
    document.setDefaultFont(font("note"))
    document.setDocumentMargin(0)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    document.setDefaultTextOption(option)
    features = QTextDocument.MarkdownFeature
    document.setMarkdown(_lines_kept(text), features.MarkdownDialectGitHub | features.MarkdownNoHTML)
    document.setTextWidth(wide)
    return document


def _lines_kept(text: str) -> str:
    """A person who ends a line means it: Markdown would join it with the next, but for two spaces at its end."""
    return "\n".join(f"{line}  " if line.strip() else line for line in text.splitlines())
