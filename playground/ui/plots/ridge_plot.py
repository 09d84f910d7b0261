"""Histograms over time as ridges, or as a map of colours: one row for an epoch, the newest in front."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import numpy as np
from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QPolygonF, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.core.language import tr
from playground.ui.canvas.look import mixed
from playground.ui.plots.ridges import (
    Ridge,
    Stage,
    bin_at,
    columns_for,
    common_range,
    labelled,
    profile,
    shown,
    usual_range,
)
from playground.ui.plots.ticks import linear_ticks, value_text
from playground.ui.previews.viridis import colored
from playground.ui.theme import CAPTION, theme

Style = Literal["ridges", "map"]
_LEFT, _RIGHT, _TOP, _BOTTOM = 8, 40, 6, 20
_TICK, _LABEL = 64, 13.0  # pixels from tick to tick, from label to label, at least
_NARROWEST = 1e-6  # of the whole range that a zoom shows
_PALE, _STRONG = 0.18, 0.75  # of the colour, for the oldest and the newest


class RidgePlot(QWidget):
    """Point at a ridge for its epoch, value and count. The wheel zooms along the values, out to the farthest; a
    double-click goes back to where nearly all lie.
    """

    pointed = Signal(str)  # what is to be read where the pointer is, "" beside the ridges

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ridges: list[Ridge] = []
        self._style: Style = "ridges"
        self._logarithmic = False
        self._zoom: tuple[float, float] | None = None
        self._pointer: QPointF | None = None
        self._picture: QPixmap | None = None
        self._kept: tuple[object, list[np.ndarray]] | None = None  # profiles, and of what
        self.setMouseTracking(True)
        self.setMinimumSize(96, 80)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("{title}: histograms over epochs", title=title))
        theme().changed.connect(self._redraw)

    # --- what is shown ---

    @property
    def ridges(self) -> Sequence[Ridge]:
        return self._ridges

    def set_ridges(self, ridges: Sequence[Ridge]) -> None:
        """Oldest first."""
        self._ridges, self._kept = list(ridges), None
        self.setAccessibleDescription(
            tr("Newest: epoch {epoch:.4g}, {count} in all", epoch=self._ridges[-1].epoch, count=len(self._ridges))
            if self._ridges else tr("Newest: nothing yet")
        )  # fmt: skip
        self._redraw()

    def set_style(self, style: Style, *, logarithmic: bool) -> None:
        """``logarithmic``: few stand out as well as many."""
        if (style, logarithmic) != (self._style, self._logarithmic):
            self._style, self._logarithmic = style, logarithmic
            self._redraw()

    @property
    def range(self) -> tuple[float, float]:
        """The values from left to right."""
        return self._zoom or usual_range(self._ridges)

    def told_at(self, place: QPointF) -> str:
        """Epoch, values and count of what is seen at ``place``, in pixels; "" outside."""
        ridge = self._ridge_at(place)
        if ridge is None:
            return ""
        found, value = ridge.histogram, self._value_at(place.x())
        there = bin_at(found, value)
        told = [
            tr("now, step {step:,}", step=ridge.step) if ridge.live
            else tr("epoch {epoch:.4g}, step {step:,}", epoch=ridge.epoch, step=ridge.step),
            value_text(value) if there is None else _reach(there.low, there.high),
            tr("{count:,} of {total:,}", count=there.count if there else 0, total=found.total + found.unfinite),
        ]  # fmt: skip
        if found.unfinite:
            told.append(tr("{count:,} not finite", count=found.unfinite))
        return " · ".join(told)

    # --- where things are ---

    def _area(self) -> QRectF:
        return QRectF(self.rect()).adjusted(_LEFT, _TOP, -_RIGHT, -_BOTTOM)

    def _stage(self) -> tuple[Stage, list[Ridge]]:
        area = self._area()
        ridges = shown(self._ridges, area.height())
        return Stage(area.left(), area.top(), max(area.width(), 1.0), max(area.height(), 1.0), len(ridges)), ridges

    def _profiles(self, ridges: Sequence[Ridge], width: float) -> list[np.ndarray]:
        low, high = self.range
        columns = columns_for(ridges, width)
        asked = (tuple(map(id, ridges)), low, high, columns, self._logarithmic)
        if self._kept is None or self._kept[0] != asked:
            found = [profile(ridge.histogram, low, high, columns, self._logarithmic) for ridge in ridges]
            self._kept = (asked, found)
        return self._kept[1]

    def _value_at(self, x: float) -> float:
        area, (low, high) = self._area(), self.range
        return low + (high - low) * (x - area.left()) / max(area.width(), 1.0)

    def _ridge_at(self, place: QPointF) -> Ridge | None:
        stage, ridges = self._stage()
        if not ridges or not self._area().contains(place):
            return None
        if self._style == "map":
            return ridges[stage.row_at(place.y())]
        return ridges[stage.ridge_at(self._profiles(ridges, stage.width), place.x(), place.y())]

    # --- painting ---

    @Slot()
    def _redraw(self) -> None:
        self._picture = None
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(220, 180)

    def paintEvent(self, _event: QPaintEvent) -> None:
        ratio = self.devicePixelRatioF()
        if self._picture is None or self._picture.size() != self.size() * ratio:
            self._picture = QPixmap(self.size() * ratio)
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(theme().color("surface"))
            painter = QPainter(self._picture)
            self._paint_all(painter)
            painter.end()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        if self._pointer is not None:
            self._paint_pointed(painter, self._pointer)
        painter.end()

    def _paint_all(self, painter: QPainter) -> None:
        area, (stage, ridges) = self._area(), self._stage()
        painter.fillRect(area, theme().color("bg"))
        self._paint_axis(painter, area)
        if not ridges:
            return
        profiles = self._profiles(ridges, stage.width)
        painter.save()
        painter.setClipRect(area)
        if self._style == "map":
            self._paint_map(painter, area, profiles)
        else:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for index, (ridge, heights) in enumerate(zip(ridges, profiles, strict=True)):
                self._paint_ridge(painter, _outline(stage, index, heights), _age(index, len(ridges)), live=ridge.live)
        painter.restore()
        self._paint_epochs(painter, area, stage, ridges)

    def _paint_ridge(self, painter: QPainter, outline: QPolygonF, age: float, *, live: bool) -> None:
        ground, ink = theme().color("bg"), theme().color("accent")
        fill = mixed(ink, ground, 1.0 if live else _PALE + (_STRONG - _PALE) * age)
        fill.setAlpha(235)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        painter.drawPolygon(outline)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme().color("text") if live else mixed(ground, ink, 0.72), 1))
        painter.drawPolyline(outline)

    def _paint_map(self, painter: QPainter, area: QRectF, profiles: Sequence[np.ndarray]) -> None:
        table = np.ascontiguousarray(colored(np.stack(profiles), 0.0, 1.0))
        high, wide, _ = table.shape
        image = QImage(table.data, wide, high, 3 * wide, QImage.Format.Format_RGB888)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, on=False)
        painter.drawImage(area, image)

    def _paint_axis(self, painter: QPainter, area: QRectF) -> None:
        low, high = self.range
        painter.setFont(theme().font(CAPTION))
        for tick in linear_ticks(low, high, max(2, int(area.width() / _TICK))):
            x = area.left() + area.width() * (tick.place - low) / (high - low)
            painter.setPen(QPen(theme().color("grid"), 1))
            painter.drawLine(QLineF(x, area.top(), x, area.bottom()))
            painter.setPen(theme().color("muted"))
            text = QRectF(x - _TICK, area.bottom() + 3, 2 * _TICK, _BOTTOM - 4)
            painter.drawText(text, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, tick.text)

    def _paint_epochs(self, painter: QPainter, area: QRectF, stage: Stage, ridges: Sequence[Ridge]) -> None:
        painter.setFont(theme().font(CAPTION))
        painter.setPen(theme().color("muted"))
        for index in labelled(stage, _LABEL):
            ridge, middle = ridges[index], stage.ground(index) - 5
            if self._style == "map":
                middle = sum(stage.row(index)) / 2
            text = tr("now") if ridge.live else f"{ridge.epoch:.4g}"
            beside = QRectF(area.right() + 5, middle - 8, _RIGHT - 5, 16)
            painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

    def _paint_pointed(self, painter: QPainter, place: QPointF) -> None:
        ridge, area = self._ridge_at(place), self._area()
        if ridge is None:
            return
        stage, ridges = self._stage()
        index = next(at for at, each in enumerate(ridges) if each is ridge)
        painter.save()
        painter.setClipRect(self._area())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().color("text"), 1.4))
        if self._style == "map":
            top, bottom = stage.row(index)
            painter.drawRect(QRectF(stage.left, top, stage.width, bottom - top))
        else:
            painter.drawPolyline(_outline(stage, index, self._profiles(ridges, stage.width)[index]))
        painter.setPen(QPen(theme().color("muted"), 1, Qt.PenStyle.DotLine))
        painter.drawLine(QLineF(place.x(), area.top(), place.x(), area.bottom()))
        painter.restore()

    # --- events ---

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer = event.position()
        self.pointed.emit(self.told_at(self._pointer))
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._pointer = None
        self.pointed.emit("")
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._zoom = None
        self._redraw()
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Nearer at the pointer, or farther until all is seen again."""
        turned = event.angleDelta().y()
        if not self._ridges or not turned or not self._area().contains(event.position()):
            event.ignore()
            return
        whole, (low, high), at = common_range(self._ridges), self.range, self._value_at(event.position().x())
        factor = 0.8 if turned > 0 else 1.25
        low, high = at - (at - low) * factor, at + (high - at) * factor
        if high - low >= whole[1] - whole[0]:
            self._zoom = whole
        elif high - low > _NARROWEST * (whole[1] - whole[0]):
            self._zoom = (low, high)
        self._redraw()
        event.accept()


def _age(index: int, count: int) -> float:
    """0 for the oldest, 1 for the newest."""
    return index / (count - 1) if count > 1 else 1.0


def _outline(stage: Stage, index: int, heights: np.ndarray) -> QPolygonF:
    """The ridge with the ground at both ends, as steps are seen from afar: through the middles of its columns."""
    ground, width = stage.ground(index), stage.width / len(heights)
    x = stage.left + width * (np.arange(len(heights)) + 0.5)
    y = ground - stage.ridge_height * heights
    ends = QPointF(stage.left, ground), QPointF(stage.left + stage.width, ground)
    return QPolygonF([ends[0], *map(QPointF, x.tolist(), y.tolist()), ends[1]])


def _reach(low: float, high: float) -> str:
    """From one value to another; one alone where they read the same."""
    first, last = value_text(low), value_text(high)
    return first if first == last else tr("{low} to {high}", low=first, high=last)
