"""The line above a plot: its name, and its curves with their newest values where there is room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.ui.plots.readout import Line, paint_swatch
from playground.ui.theme import BODY, CAPTION, theme

HEIGHT = 26
_SWATCH, _GAP = 12.0, 14.0
_FULL, _VALUES, _NAMES, _SHORT, _BARE = range(5)  # levels of detail, as ``_texts`` has them


class PlotHeader(QWidget):
    """Painted in one go: it changes with every refresh."""

    def __init__(self, title: str, short: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._titles = (title, short or title)  # the short one where the legend would not fit beside the other
        self._lines: list[Line] = []
        self._peers: list[PlotHeader] = []
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(title)
        theme().changed.connect(self.update)

    def set_lines(self, lines: Sequence[Line]) -> None:
        """The legend, with values."""
        if list(lines) != self._lines:
            self._lines = list(lines)
            described = ", ".join(f"{line.name} {line.value}".strip() for line in lines)
            self.setAccessibleDescription(described)
            self.setToolTip("\n".join(f"{line.name} {line.value}".strip() for line in lines if line.color is not None))
            for header in (self, *self._peers):
                header.update()

    def set_titles(self, title: str, short: str = "") -> None:
        """Name what is below anew."""
        if (title, short or title) != self._titles:
            self._titles = (title, short or title)
            self.setAccessibleName(title)
            self.update()

    def set_peers(self, peers: Sequence[PlotHeader]) -> None:
        """Headers that show no more than this one can, nor this one more than they."""
        self._peers = list(peers)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme().font(BODY, bold=True))
        painter.setPen(theme().color("text"))
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        metrics = QFontMetricsF(theme().font(CAPTION))
        title, _ = self.title_and_detail()
        shown = self._shown()
        widths = _widths(metrics, [text for _, text in shown])
        painter.drawText(QRectF(self.rect()), middle, title)
        left = self.width() - sum(widths)
        painter.setFont(theme().font(CAPTION))
        for (line, text), width in zip(shown, widths, strict=True):
            if line.color is not None:
                paint_swatch(painter, QPointF(left + _GAP, self.height() / 2), line.color, width=_SWATCH)
            painter.setPen(theme().color("muted"))
            painter.drawText(QRectF(left + _GAP + _SWATCH + 5, 0, width, self.height()), middle, text)
            left += width
        painter.end()

    def shown_texts(self) -> list[str]:
        """What is written of each line of the legend, in the room that there is here and at the peers."""
        return [text for _, text in self._shown()]

    def _shown(self) -> list[tuple[Line, str]]:
        """No more than the peers can show; but names stay where there is room for them."""
        least = max(min(header.title_and_detail()[1], _SHORT) for header in (self, *self._peers))
        bold = QFontMetricsF(theme().font(BODY, bold=True))
        room = self.width() - bold.horizontalAdvance(self.title_and_detail()[0])
        return self._texts(next((level for level in range(least, _BARE) if self._width(level) <= room), _BARE))

    def title_and_detail(self) -> tuple[str, int]:
        """The title to paint, and which of ``_texts`` fits beside it."""
        bold = QFontMetricsF(theme().font(BODY, bold=True))
        for title in self._titles:
            room = self.width() - bold.horizontalAdvance(title)
            for detail in range(_BARE):
                if self._width(detail) <= room:
                    return title, detail
        return self._titles[-1], _BARE

    def _width(self, detail: int) -> float:
        """In pixels, of the whole legend."""
        return sum(_widths(QFontMetricsF(theme().font(CAPTION)), [text for _, text in self._texts(detail)]))

    def _texts(self, detail: int) -> list[tuple[Line, str]]:
        """Names with values, values alone (the colours name most), names alone, short ones, or the colours only."""
        if detail == _FULL:
            return [(line, f"{line.name} {line.value}".strip()) for line in self._lines]
        lines = [line for line in self._lines if not line.minor]
        if detail == _VALUES:
            return [
                (line, f"{line.short or line.name} {line.value}" if line.named else line.value or line.name)
                for line in lines
            ]
        if detail == _BARE:
            return [(line, "") for line in lines]
        return [(line, line.name if detail == _NAMES else line.short or line.name) for line in lines]


def share_detail(headers: Sequence[PlotHeader]) -> None:
    """Headers side by side show as much as the one with the least room can: values on all of them or on none."""
    for header in headers:
        header.set_peers([peer for peer in headers if peer is not header])


def _widths(metrics: QFontMetricsF, texts: Sequence[str]) -> list[float]:
    return [_GAP + _SWATCH + 5 + metrics.horizontalAdvance(text) for text in texts]
