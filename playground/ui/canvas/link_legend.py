"""What width and colour of the links stand for, in the corner of the canvas; a click chooses what they show."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QActionGroup, QHideEvent, QIcon, QLinearGradient, QPainter, QPixmap, QPolygonF, QShowEvent
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from playground.core.language import tr
from playground.ui.canvas.link_gauge import AMBER, RED, THICKEST, THINNEST
from playground.ui.canvas.look import look, mixed
from playground.ui.link_choices import SHOWS, TIPS, TITLES, Shows
from playground.ui.theme import theme

HEIGHT, EDGE = 24, 12
_ICON = QSize(92, 12)


class LinkLegend(QToolButton):
    """Hidden while links show nothing. ``shows_wanted``: somebody chose something else."""

    shows_wanted = Signal(str)
    seen_changed = Signal()  # it came or went: what else floats makes room

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._canvas = parent
        self.setProperty("look", "tab")
        self.setFixedHeight(HEIGHT)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIconSize(_ICON)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        menu = QMenu(self)
        self._choices = QActionGroup(menu)
        for shows in SHOWS:
            action = menu.addAction(tr(TITLES[shows]))
            action.setCheckable(True)
            action.setData(shows)
            action.setToolTip(tr(TIPS[shows]))
            self._choices.addAction(action)
        menu.setToolTipsVisible(True)
        self._choices.triggered.connect(lambda action: self.shows_wanted.emit(action.data()))
        self.setMenu(menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        theme().changed.connect(self._draw)
        self._draw()
        self.hide()

    def show_scale(self, shows: Shows, thin: str, thick: str) -> None:
        """The thinnest link stands for ``thin`` and less, the thickest for ``thick``."""
        for action in self._choices.actions():
            action.setChecked(action.data() == shows)
        title, tip = tr(TITLES[shows]), tr(TIPS[shows])
        text = tr("{title} RMS {thin} … {thick}", title=title, thin=thin, thick=thick)
        if text != self.text():
            self.setText(text)
            self.setAccessibleName(tr("Links show: {title}", title=title.lower()))
            self.setToolTip(
                tr(
                    "{tip}.<br>Thin: {thin} or less. Thick: {thick}.<br>Green: all is well. Amber: {amber:.0%} of the "
                    "units never fire, or of the numbers are saturated. Red: {red:.0%}, or numbers that are not "
                    "finite. Grey: nothing that could.",
                    tip=tip,
                    thin=thin,
                    thick=thick,
                    amber=AMBER,
                    red=RED,
                )
            )
            self.adjustSize()
        self.place()
        self.show()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.seen_changed.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.seen_changed.emit()

    def place(self) -> None:
        """In the lower left corner of the canvas."""
        self.move(EDGE, self._canvas.height() - self.height() - EDGE)

    @Slot()
    def _draw(self) -> None:
        """A wedge from thin to thick, and the way from green to red; with a ground, for cards may lie below."""
        ground = look().canvas.name()
        self.setStyleSheet(
            f"QToolButton::menu-indicator {{ image: none; }} QToolButton {{ font-size: 11px; background: {ground}; }}"
        )
        ratio = self.devicePixelRatioF()
        picture = QPixmap(_ICON * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter, at = QPainter(picture), look()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mixed(at.muted, at.canvas, 0.8))
        middle, thin, thick = _ICON.height() / 2, THINNEST / 2, THICKEST / 2
        ends = ((0, -thin), (40, -thick), (40, thick), (0, thin))
        painter.drawPolygon(QPolygonF([QPointF(x, middle + y) for x, y in ends]))
        colors = QLinearGradient(48, 0, 88, 0)
        for place, color in ((0.0, at.good), (0.5, at.warn), (1.0, at.bad)):
            colors.setColorAt(place, color)
        painter.setBrush(colors)
        painter.drawRoundedRect(48, round(middle - 2), 40, 4, 2, 2)
        painter.end()
        self.setIcon(QIcon(picture))
