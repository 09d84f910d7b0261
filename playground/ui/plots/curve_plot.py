"""A plot of curves over epochs that follows the run until someone zooms or pans, and has a crosshair."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QGraphicsView, QPushButton, QWidget

from playground.core.language import tr
from playground.ui.plots.auto_range import Bounds, right_end, value_range
from playground.ui.plots.axes import BOTTOM_HEIGHT, RIGHT_MARGIN, Axis, align
from playground.ui.plots.curves import Curve, Frame, Shadows, Visible, paint_line
from playground.ui.plots.readout import Line, paint_readout
from playground.ui.theme import CAPTION, theme

_MARGIN = 12
# More lines than this leave no room for what was measured behind what is smoothed, nor time for soft edges.
_MOST_DETAILED = 4


@dataclass(frozen=True, slots=True)
class Scales:
    """How a plot shows its curves; ``smoothing`` is an averaging length in steps, 0 for none."""

    log_x: bool = False
    log_y: bool = False
    smoothing: float = 0.0


class CurvePlot(pg.GraphicsView):  # type: ignore[misc]
    """``set_curves`` says what to show, ``draw`` brings it up to date."""

    hovered = Signal(object)  # the epoch under the pointer, or None
    redraw_wanted = Signal()  # the view changed: the curves can show more or less of their points

    def __init__(self, *, percent: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._axes = {"left": Axis("left", percent=percent), "bottom": Axis("bottom")}
        self._box, self._percent = pg.ViewBox(enableMenu=False), percent
        self._curves: list[Curve] = []
        self._shadows: list[Shadows] = []
        self._lines: list[Shadows | Curve] = []  # all, in the order of painting
        self._scales = Scales()
        self._total_epochs = 0.0
        self._following = True
        self._crosshair: float | None = None
        self._level: float | None = None
        self._zone: tuple[float, float] | None = None
        self._readout: Callable[[float], Sequence[Line]] = lambda _epoch: ()
        self._set_up_view()
        self._follow_button = self._make_follow_button()
        theme().changed.connect(self.restyle)

    # --- what is shown ---

    @property
    def curves(self) -> Sequence[Curve]:
        return self._curves

    @property
    def view_box(self) -> pg.ViewBox:
        """What zooms and pans."""
        return self._box

    def axis(self, orientation: str) -> Axis:
        """The "left" or the "bottom" one."""
        return self._axes[orientation]

    @property
    def following(self) -> bool:
        """Whether the visible range follows the run."""
        return self._following

    @property
    def visible_range(self) -> tuple[tuple[float, float], tuple[float, float]]:
        """((left, right), (bottom, top)) in axis units: epochs and values, or their decimal logarithms."""
        (left, right), (bottom, top) = self._box.viewRange()
        return (left, right), (bottom, top)

    def set_curves(self, curves: Sequence[Curve], shadows: Sequence[Shadows], total_epochs: float) -> None:
        """Replace all curves; ``total_epochs`` is where the run will end, 0 when that is not known."""
        self._curves, self._shadows, self._total_epochs = list(curves), list(shadows), total_epochs
        self._lines = [*shadows, *curves]
        for curve in self._curves:
            curve.detailed = len(self._curves) <= _MOST_DETAILED
        self.viewport().update()

    def set_scales(self, scales: Scales) -> None:
        """Change axes or smoothing. An axis that turns logarithmic, or back, follows again."""
        if (scales.log_x, scales.log_y) != (self._scales.log_x, self._scales.log_y):
            self._axes["bottom"].set_logarithmic(scales.log_x)
            self._axes["left"].set_logarithmic(scales.log_y)
            self._scales = scales
            self._limit_view()
            self._box.setYRange(*((-1, 0) if scales.log_y else (0, 1)), padding=0)
            self.follow()
        self._scales = scales

    def set_percent(self, on: bool) -> None:
        """Whether values are shares, shown as percent."""
        if on != self._percent:
            self._percent = on
            self._axes["left"].set_percent(on)
            self._box.setYRange(*((-1, 0) if self._scales.log_y else (0, 1)), padding=0)
            self.viewport().update()

    def set_readout(self, lines: Callable[[float], Sequence[Line]]) -> None:
        """``lines(epoch)`` are the rows of the box beside the crosshair."""
        self._readout = lines

    def readout(self, epoch: float) -> Sequence[Line]:
        """The rows of the box at ``epoch``."""
        return self._readout(epoch)

    def set_crosshair(self, epoch: float | None) -> None:
        if epoch != self._crosshair:
            self._crosshair = epoch
            self.viewport().update()

    def mark_level(self, value: float, tip: str, zone: tuple[float, float] | None = None) -> None:
        """A dashed line across at ``value`` (> 0), for orientation, in a tinted ``zone`` from its low to its high end;
        the plot's tooltip ``tip`` says what it means.
        """
        self._level, self._zone = value, zone
        self.setToolTip(tip)

    # --- places ---

    @property
    def area(self) -> QRectF:
        """The inner part, where the curves are, in pixels."""
        return self._area()

    def place_of(self, epoch: float) -> float | None:
        """Where ``epoch`` lies across, in pixels, in sight or not; None where a logarithm has no place for it."""
        area, ((left, right), _) = self._area(), self.visible_range
        if self._scales.log_x and epoch <= 0:
            return None
        at = math.log10(epoch) if self._scales.log_x else epoch
        return area.left() + area.width() * (at - left) / (right - left)

    def epoch_at(self, place: QPointF) -> float | None:
        """The epoch under ``place``, in pixels; None outside of the inner part."""
        return self._epoch_at(place)

    # --- drawing ---

    def wanted_axis_width(self) -> int:
        """What the left axis takes for the range that is visible, in pixels."""
        _, (bottom, top) = self.visible_range
        return self._axes["left"].wanted_width(bottom, top, self._area().height())

    def draw(self) -> None:
        """Bring range and curves up to date; costs next to nothing when nothing changed."""
        if self._following:
            self._show_all()
        (left, right), _ = self.visible_range
        view = Visible(left, right, self._pixels(), self._scales.log_x, self._scales.log_y, self._scales.smoothing)
        if sum(line.update(view) for line in self._lines):
            self.viewport().update()

    @Slot()
    def restyle(self) -> None:
        """Take the theme's colours."""
        for axis in self._axes.values():
            axis.restyle()
        self.viewport().update()

    @Slot()
    def follow(self) -> None:
        """Show all of the run again, and stay with it."""
        self._following = True
        self._follow_button.hide()
        self.redraw_wanted.emit()

    def _show_all(self) -> None:
        bounds = Bounds()
        last = 0.0
        for curve in self._curves:
            bounds |= curve.bounds()
            last = max(last, curve.trace.last_epoch)
        behind = 0.0
        for shadow in self._shadows:
            bounds |= shadow.bounds
            behind = max(behind, shadow.last_epoch)
        if self._level is not None and self._scales.log_y and bounds.high > 0:
            bounds |= Bounds(self._level, self._level, self._level)  # what is usual is seen beside what is not
        right = max(right_end(last, self._total_epochs), behind)
        left = 0.0
        if self._scales.log_x:
            left, right = math.log10(self._first_epoch(right)), math.log10(right)
        _, shown = self.visible_range
        bottom, top = value_range(bounds, shown, log=self._scales.log_y, percent=self._percent)
        if ((left, right), (bottom, top)) != self.visible_range:
            self._box.setRange(xRange=(left, right), yRange=(bottom, top), padding=0)

    def _first_epoch(self, right: float) -> float:
        per_epoch = [curve.trace.per_epoch for curve in self._curves]
        return min(1 / max(per_epoch, default=100.0), right / 10)

    def _pixels(self) -> int:
        return max(int(self._box.width()), 32)

    def _set_up_view(self) -> None:
        self.setBackground(None)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setCacheMode(QGraphicsView.CacheModeFlag.CacheNone)  # pyqtgraph would keep an old grid
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setMinimumSize(120, 60)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Plot"))
        self.setAcceptDrops(False)  # pyqtgraph ignores what is dragged in; Qt warns when it leaves all the same
        # Not pyqtgraph's PlotItem: its menus and forms make building four plots take twice as long.
        layout = pg.GraphicsLayout()
        layout.setContentsMargins(0, 4, RIGHT_MARGIN, 0)
        layout.setSpacing(0)
        layout.addItem(self._axes["left"], 0, 0)
        layout.addItem(self._box, 0, 1)
        layout.addItem(self._axes["bottom"], 1, 1)
        self.setCentralItem(layout)
        for axis in self._axes.values():
            axis.linkToView(self._box)
        self._box.disableAutoRange()
        self._box.sigRangeChangedManually.connect(self._on_moved_by_hand)
        self._box.sigXRangeChanged.connect(self._on_range_changed)
        self._limit_view()

    def _limit_view(self) -> None:
        """Ranges in which numbers still differ, so that no zoom ends in a blank plot."""
        logarithms = {"yMin": -320.0, "yMax": 309.0, "minYRange": 1e-3, "maxYRange": 640.0}
        values = {"yMin": None, "yMax": None, "minYRange": 1e-12, "maxYRange": 1e300}
        self._box.setLimits(minXRange=1e-6, maxXRange=1e9, **(logarithms if self._scales.log_y else values))

    def _make_follow_button(self) -> QPushButton:
        button = QPushButton(tr("Follow"), self)
        button.setToolTip(tr("Show all of the run again and follow it (double-click)"))
        button.hide()
        button.clicked.connect(self.follow)
        return button

    # --- events ---

    @Slot(object)
    def _on_moved_by_hand(self, _axes: object) -> None:
        self._following = False
        self._follow_button.show()

    @Slot(object, object)
    def _on_range_changed(self, _box: object, _range: object) -> None:
        if not self._following:
            self.redraw_wanted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if hasattr(self, "_follow_button"):
            size = self._follow_button.sizeHint()
            area = self.viewport().rect()
            self._follow_button.move(area.right() - size.width() - _MARGIN, area.bottom() - size.height() - 28)
            self.redraw_wanted.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.follow()
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        place = self._epoch_at(event.position())
        if not event.buttons():
            self.hovered.emit(place)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.hovered.emit(None)

    def _area(self) -> QRectF:
        """The inner part, where the curves are, in pixels of the viewport."""
        box = self._box
        return box.mapRectToScene(box.rect())

    def _epoch_at(self, place: QPointF) -> float | None:
        area = self._area()
        if not area.contains(place) or not area.width():
            return None
        (left, right), _ = self.visible_range
        at = left + (right - left) * (place.x() - area.left()) / area.width()
        return 10.0**at if self._scales.log_x else at

    def drawBackground(self, painter: QPainter, rect: QRectF) -> None:
        area = self._area()
        painter.fillRect(rect, theme().color("surface"))
        painter.fillRect(area, theme().color("bg"))
        _, (bottom, top) = self.visible_range
        painter.setPen(QPen(theme().color("grid"), 1))
        for tick in self._axes["left"].ticks(bottom, top, area.height()):
            # On whole pixels, so that every line is equally thin.
            y = math.floor(area.bottom() - area.height() * (tick.place - bottom) / (top - bottom)) + 0.5
            painter.drawLine(QLineF(area.left(), y, area.right(), y))
        painter.setPen(theme().color("muted"))
        painter.setFont(theme().font(CAPTION))
        beside = QRectF(0, area.bottom() + 3, area.left() - 12, BOTTOM_HEIGHT)
        painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, tr("epoch"))

    def drawForeground(self, painter: QPainter, rect: QRectF) -> None:
        (left, right), (bottom, top) = self.visible_range
        area = self._area()
        frame = Frame(area, left, right, bottom, top)
        painter.save()
        painter.setClipRect(area)
        if self._zone is not None:
            self._paint_zone(painter, frame, self._zone)
        if self._level is not None:
            level = math.log10(self._level) if self._scales.log_y else self._level
            across = (np.array([left, right]), np.array([level, level]))
            paint_line(painter, frame, across, QPen(theme().color("good"), 1, Qt.PenStyle.DashLine))
        for line in self._lines:
            line.paint(painter, frame)
        painter.restore()
        self._paint_crosshair(painter, area, left, right)

    def _paint_zone(self, painter: QPainter, frame: Frame, zone: tuple[float, float]) -> None:
        low, high = (math.log10(end) if self._scales.log_y else end for end in zone)
        corners = frame.polygon(np.array([frame.left, frame.right]), np.array([low, high]))
        tint = theme().color("good")
        tint.setAlpha(26)
        painter.fillRect(QRectF(corners.at(0), corners.at(1)).normalized(), tint)

    def _paint_crosshair(self, painter: QPainter, area: QRectF, left: float, right: float) -> None:
        epoch = self._crosshair
        if epoch is None or (self._scales.log_x and epoch <= 0):
            return
        at = math.log10(epoch) if self._scales.log_x else epoch
        lines = self._readout(epoch)
        if left <= at <= right and lines:
            paint_readout(painter, area, area.left() + area.width() * (at - left) / (right - left), lines)


def draw_alike(plots: Sequence[CurvePlot]) -> None:
    """Draw plots that stand side by side, their left axes of one width."""
    for plot in plots:
        plot.draw()
    align((plot.axis("left"), plot.wanted_axis_width()) for plot in plots)
