"""A small card beside the link under the resting pointer: how its numbers lie, their size, what comes back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, QSize, QTimer, Slot
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from playground.core.language import tr
from playground.protocol import LinkSeen
from playground.ui.canvas.floating_card import EDGE, SHADOW, FloatingCard
from playground.ui.canvas.link_gauge import number, percent
from playground.ui.canvas.link_item import LinkItem
from playground.ui.canvas.live_links import LiveLinks
from playground.ui.canvas.look import draw_text, elided, look, shade, width
from playground.ui.canvas.onlooker import Onlooker
from playground.ui.canvas.panel import CanvasPanel
from playground.ui.theme import theme
from playground.ui.widgets.numbers import byte_size, grouped

REST_MS = 300
_ROW, _BARS, _BAR = 17, 64, 7  # a bar and the gap behind it
_HISTOGRAM_TOP, _AWAY = 34, 14
_ENDS = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.Leave, QEvent.Type.ContextMenu})

Row = tuple[str, str, str]  # name, value, token of its colour


def rows_of(link: LinkSeen, shape: str, samples: int) -> tuple[Row, ...]:
    """What is told under the histogram."""
    found: list[Row] = [(tr("Shape"), shape, "text"), ("RMS", number(link.rms), "text")]
    if link.gradient is not None:
        found.append((tr("Gradient RMS"), number(link.gradient), "text"))
    found.append((tr("Zeros"), percent(link.zeros), "text"))
    if link.dead is not None:
        found.append((tr("Units that never fire"), percent(link.dead), "text"))
    if link.saturated is not None:
        found.append((tr("Saturated"), percent(link.saturated), "text"))
    if link.unfinite:
        found.append((tr("Not finite"), grouped(link.unfinite), "bad"))
    each = byte_size(link.nbytes / max(1, samples))
    found.append((tr("Memory"), tr("{each} × {samples} samples", each=each, samples=samples), "text"))
    return tuple(found)


def bars_of(counts: list[int], height: int) -> list[int]:
    """Heights in whole pixels, by the square root, so that few numbers beside many zeros are seen; at least 1 for one
    number.
    """
    most = max(counts, default=0)
    return [max(1, round(height * (count / most) ** 0.5)) if count else 0 for count in counts]


class LinkCard(FloatingCard):
    """``item`` is the link that it shows, None while it is hidden."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, tr("What flows through the link"))
        self.item: LinkItem | None = None
        self._seen: LinkSeen | None = None
        self._title, self._color = "", QColor()
        self.rows: tuple[Row, ...] = ()

    @property
    def shows(self) -> bool:
        return self._seen is not None

    def show_link(
        self, item: LinkItem, title: str, seen: LinkSeen, samples: int, color: QColor, beside: QPoint
    ) -> None:
        """Tell of ``item``, near the place ``beside`` in the parent."""
        self.item, self._seen, self._title, self._color = item, seen, title, color
        self.rows = rows_of(seen, item.shape_text, samples)
        told = ", ".join(f"{name.lower() if name != 'RMS' else name} {value}" for name, value, _ in self.rows)
        self.setAccessibleDescription(f"{title}: {told}.")
        wide = _BAR * len(seen.histogram) + 2 * (EDGE + SHADOW)
        high = _HISTOGRAM_TOP + _BARS + 22 + _ROW * len(self.rows) + 10 + 2 * SHADOW
        self.resize(QSize(wide, high))
        room = self.canvas.rect().adjusted(4, 4, -4, -4)
        x = min(max(beside.x() - wide // 2, room.left()), room.right() - wide)
        under = beside.y() + _AWAY + high <= room.bottom()
        y = beside.y() + _AWAY if under else max(room.top(), beside.y() - _AWAY - high)
        self.move(x, y)
        self.rise()

    def dismiss(self) -> None:
        self.item, self._seen = None, None
        self.hide()

    def draw(self, painter: QPainter, card: QRectF) -> None:
        if self._seen is None:
            return
        at = look()
        left, top = round(card.left()) + EDGE, round(card.top())
        room = float(_BAR * len(self._seen.histogram))
        painter.setPen(at.text)
        draw_text(painter, "name", left, top + 21, elided("name", self._title, room))
        self._draw_bars(painter, self._seen, left, top + _HISTOGRAM_TOP)
        self._write_rows(painter, left, top + _HISTOGRAM_TOP + _BARS + 22, room)

    def _draw_bars(self, painter: QPainter, seen: LinkSeen, left: int, top: int) -> None:
        """Whole pixels; a line at zero where it lies within."""
        at, bottom = look(), top + _BARS
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for place, high in enumerate(bars_of([int(count) for count in seen.histogram], _BARS)):
            painter.fillRect(left + place * _BAR, bottom - high, _BAR - 1, high, self._color)
        wide = _BAR * len(seen.histogram)
        painter.fillRect(left, bottom, wide - 1, 1, at.line)
        if seen.low < 0 < seen.high:
            zero = left + round(wide * -seen.low / (seen.high - seen.low))
            painter.fillRect(zero, top, 1, _BARS + 4, shade(at.muted, 0.6))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(at.muted)
        high_text = number(seen.high)
        draw_text(painter, "label", left, bottom + 14, number(seen.low))
        draw_text(painter, "label", left + wide - width("label", high_text), bottom + 14, high_text)

    def _write_rows(self, painter: QPainter, left: int, top: int, room: float) -> None:
        at = look()
        for place, (name, value, token) in enumerate(self.rows):
            baseline = top + _ROW * place + 12
            painter.setPen(at.muted)
            draw_text(painter, "caption", left, baseline, name)
            painter.setPen(theme().color(token))
            shown = elided("caption", value, room - width("caption", name) - 10)
            draw_text(painter, "caption", left + room - width("caption", shown), baseline, shown)


class LinkHover(QObject):
    """Shows the card when the pointer rests on a link. The canvas' onlooker, before the one that was there."""

    def __init__(self, panel: CanvasPanel, links: LiveLinks) -> None:
        super().__init__(panel)
        self._view, self._scene, self._links = panel.view, panel.view.canvas_scene, links
        self._next: Onlooker | None = panel.view.onlooker
        self.card = LinkCard(panel)
        self._over: LinkItem | None = None
        self._place = QPointF()
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._show)
        panel.view.onlooker = self
        panel.view.navigator.moved.connect(self.close)
        self._scene.link_hovered.connect(self._on_link)
        links.shown.connect(self._on_shown)

    def on_pointer(self, event: QEvent) -> bool:
        """True for a tooltip of a link that the card tells of."""
        taken = self._next is not None and self._next.on_pointer(event)
        if isinstance(event, QMouseEvent):
            self._place = event.position()
        if event.type() in _ENDS:
            self.close()
        elif isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            return taken or (self._over is not None and self._links.seen_of(self._over) is not None)
        return taken

    def on_key(self, event: object) -> bool:
        return self._next is not None and self._next.on_key(event)  # type: ignore[arg-type]

    @Slot()
    def close(self) -> None:
        self._rest.stop()
        self.card.dismiss()

    @Slot(object)
    def _on_link(self, item: LinkItem | None) -> None:
        self._over = item
        self.close()
        if item is not None:
            self._rest.start()

    @Slot(object)
    def _on_shown(self, _sight: object) -> None:
        """What is told lives, too."""
        if self.card.item is not None:
            self._show()

    @Slot()
    def _show(self) -> None:
        item, sight = self._over, self._links.sight
        seen = self._links.seen_of(item) if item is not None else None
        if item is None or seen is None or sight is None or self._links.shows == "nothing":
            self.card.dismiss()
            return
        beside = self._place.toPoint() if self.card.item is not item else self._shown_at
        self._shown_at = beside
        source, target = (self._scene.nodes[end].node.title for end in (item.link.source, item.link.target))
        self.card.show_link(item, f"{source} → {target}", seen, sight.samples, item.pen().color(), beside)

    _shown_at = QPoint()
