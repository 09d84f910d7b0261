"""What stands beside the samples: how many of each class in each part, statistics, and what was noted while reading."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from playground.core.language import tr
from playground.protocol import DataPreview
from playground.ui.data.figures import PARTS, ClassBars, counted, part_color
from playground.ui.data.tables import PlainTable
from playground.ui.theme import CAPTION, theme
from playground.ui.widgets.basics import label, set_text

_ROW, _HEAD, _MOST_ROWS = 22, 30, 12
_LINE, _MARK, _APART = 18, 13, 14  # of the counts: the height of a line, the mark before one, what is between two


class FactsColumn(QWidget):
    """Renders a preview."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.parts, self.bars, self.statistics = PartCounts(), ClassBars(), PlainTable(tr("Statistics"), small=True)
        self.notes = label("", "caption", wrap=True, selectable=True)
        self._classes = label(tr("Samples of each class"), "section")
        self._statistics = label(tr("Statistics"), "section")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 8, 8)
        layout.setSpacing(8)
        for widget in (self.parts, self.notes, self._classes, self.bars, self._statistics, self.statistics):
            layout.addWidget(widget)
        layout.addStretch(1)
        self.show_preview(None)

    def show_preview(self, preview: DataPreview | None) -> None:
        """None: nothing is known of these data."""
        known = preview is not None and not preview.absent
        self.parts.setVisible(known)
        if preview is None or not known:
            for widget in (self.notes, self._classes, self.bars, self._statistics, self.statistics):
                widget.hide()
            return
        self.parts.show_counts(preview)
        self.bars.show_counts(preview.classes, preview.class_counts)
        self._classes.setVisible(bool(preview.classes))
        self._statistics.setVisible(bool(preview.features))
        self.statistics.setVisible(bool(preview.features))
        self.statistics.show_facts(preview.features)
        self.statistics.setFixedHeight(_HEAD + _ROW * min(len(preview.features), _MOST_ROWS) + 14)
        set_text(self.notes, "\n".join(preview.notes))


class PartCounts(QWidget):
    """ "1,294 training · 143 validation · 360 test", each beside its colour."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts: list[tuple[str, str]] = []  # colour's part (or nothing), words
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme().changed.connect(self.update)

    def show_counts(self, preview: DataPreview) -> None:
        counts = preview.counts
        self._texts = [(part, counted(part, counts.get(part, 0))) for part in PARTS]
        if preview.left_out:
            self._texts.append(("", tr("{count:,} left out", count=preview.left_out)))
        self.setAccessibleName(self.text)
        self.updateGeometry()
        self.update()

    @property
    def text(self) -> str:
        return " · ".join(words for _, words in self._texts)

    def sizeHint(self) -> QSize:
        return QSize(260, _LINE)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        places = self._places(width)
        return _LINE * (places[-1][1] + 1 if places else 1)

    def _places(self, width: int) -> list[tuple[int, int]]:
        """Left edge and line of each; what does not fit into a line begins the next."""
        metrics = QFontMetrics(theme().font(CAPTION))
        found, left, line = [], 0, 0
        for part, words in self._texts:
            wide = (_MARK if part else 0) + metrics.horizontalAdvance(words)
            if left and left + wide > width:
                left, line = 0, line + 1
            found.append((left, line))
            left += wide + _APART
        return found

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme().font(CAPTION))
        for (part, words), (left, line) in zip(self._texts, self._places(self.width()), strict=True):
            top = line * _LINE
            if part:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(part_color(part))  # type: ignore[arg-type]
                painter.drawRoundedRect(left, top + 5, 8, 8, 2, 2)
            painter.setPen(theme().color("text" if part else "muted"))
            painter.drawText(left + (_MARK if part else 0), top + 13, words)
        painter.end()
