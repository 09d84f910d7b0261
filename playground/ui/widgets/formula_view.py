"""A formula in the colour of the theme, as wide as there is room for."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.core.language import tr
from playground.ui.formulas import formulas
from playground.ui.theme import theme

_MARGIN = 4


class FormulaView(QWidget):
    """Shows one formula; takes no room while there is none."""

    def __init__(self, latex: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._latex = latex
        self._renderer: QSvgRenderer | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumWidth(1)
        formulas().drawn.connect(self._on_drawn)
        theme().changed.connect(self._load)

    @property
    def ready(self) -> bool:
        return self._renderer is not None

    def set_latex(self, latex: str) -> None:
        if latex != self._latex:
            self._latex = latex
            self._renderer = None
            self.setAccessibleName(tr("Formula: {latex}", latex=latex) if latex else "")
            self._load()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._renderer is None:
            self._load()

    def sizeHint(self) -> QSize:
        if self._renderer is None:
            return QSize(0, 0)
        return self._renderer.defaultSize() + QSize(0, 2 * _MARGIN)

    def minimumSizeHint(self) -> QSize:
        return QSize(1, self.heightForWidth(self.width()))

    def heightForWidth(self, width: int) -> int:
        if self._renderer is None:
            return 0
        return round(self._drawn_size(width)[1]) + 2 * _MARGIN

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._renderer is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width, height = self._drawn_size(self.width())
        self._renderer.render(painter, QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height))

    def _drawn_size(self, room: int) -> tuple[float, float]:
        assert self._renderer is not None
        size = self._renderer.viewBoxF().size()
        scale = min(1.0, room / size.width()) if size.width() > 0 else 0.0
        return size.width() * scale, size.height() * scale

    def _on_drawn(self, latex: str) -> None:
        if latex == self._latex:
            self._load()

    def _load(self) -> None:
        # A formula that nobody looks at is not worth the import of the typesetter.
        if self._latex and (self.isVisible() or self._renderer is not None):
            svg = formulas().svg(self._latex, theme().color("text").name())
            self._renderer = QSvgRenderer(QByteArray(svg)) if svg else None
            if self._renderer is not None:
                self._renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
        self.updateGeometry()
        self.update()
