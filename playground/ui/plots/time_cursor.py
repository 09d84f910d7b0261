"""A line across a plot that is dragged through the run's time: the window shows the network as it was there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLineF, QObject, QPointF, QRectF, Qt, Slot
from PySide6.QtGui import QColor, QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from playground.core.language import mark, tr
from playground.ui.lookback.travel import TimeTravel
from playground.ui.plots.curve_plot import CurvePlot
from playground.ui.theme import theme

_WIDTH, _GRIP = 17, 18  # of what can be seized, in pixels; height of the grip at its top
_TICK, _STRIP = 4, 10  # of the marks at the foot of the plot, one for each snapshot, and of the strip one can click
_TIP = mark(
    "Drag to see the network as it was at an earlier step. Arrow keys go from snapshot to snapshot, Esc leads back."
)


class TimeCursor(QWidget):
    """On one plot. While one looks at what is now its grip rests at the newest snapshot."""

    def __init__(self, plot: CurvePlot, travel: TimeTravel) -> None:
        super().__init__(plot)
        self._plot, self._travel = plot, travel
        self._grabbed = False
        self._told: int | None = None  # where the curves' values were told last
        self.marks = _Marks(self, plot, travel)
        self.setCursor(Qt.CursorShape.SizeHorCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Time cursor"))
        self.setToolTip(tr(_TIP))
        self.hide()
        plot.view_box.sigXRangeChanged.connect(self.follow)
        plot.view_box.sigResized.connect(self.follow)
        plot.installEventFilter(self)
        travel.changed.connect(self.follow)
        theme().changed.connect(self.update)

    @Slot()
    def follow(self, *_: object) -> None:
        """Stand where one looks; hidden where that is not in sight, or nothing can be looked at."""
        steps, area = self._travel.steps, self._plot.area
        x = None
        if steps and self._travel.per_epoch:
            at = steps[-1] if self._travel.at is None else self._travel.at
            x = self._plot.place_of(at / self._travel.per_epoch)
        seen = x is not None and area.left() - 1 <= x <= area.right() + 1 and area.height() > _GRIP
        if seen and x is not None:
            # a grip alone while nobody looks back: the crosshair keeps the rest of the plot
            height = area.height() if self._travel.at is not None else _GRIP
            self.setGeometry(round(x - _WIDTH / 2), round(area.top()), _WIDTH, round(height))
        self.setVisible(seen)
        self.marks.follow()
        self.update()
        if self._told != self._travel.at and (self._grabbed or self.hasFocus()):
            self._tell_values()
        self._told = self._travel.at

    def _tell_values(self) -> None:
        """Those of the curves where the cursor stands; none while one looks at what is now."""
        at = self._travel.at
        self._plot.hovered.emit(None if at is None else at / max(1, self._travel.per_epoch))

    def step_at(self, x: float) -> float | None:
        """The step under ``x``, in pixels of the plot."""
        area = self._plot.area
        if x > area.right():
            return float("inf")
        epoch = self._plot.epoch_at(QPointF(max(x, area.left() + 0.5), area.center().y()))
        return None if epoch is None else epoch * self._travel.per_epoch

    def drag_to(self, x: float) -> None:
        """Look at the snapshot nearest to ``x``, in pixels of the plot."""
        step = self.step_at(x)
        if step is not None:
            self._travel.look_near(step)

    # --- events ---

    def enterEvent(self, event: QEnterEvent) -> None:
        """The plot hears no more of the pointer."""
        super().enterEvent(event)
        self._tell_values()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self.follow()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._grabbed = True
            self.setFocus()
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grabbed:
            self.drag_to(self.mapToParent(event.position()).x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grabbed = False
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._travel.now()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        acts = {
            Qt.Key.Key_Left: self._travel.back, Qt.Key.Key_Right: self._travel.forth,
            Qt.Key.Key_Home: self._travel.first, Qt.Key.Key_End: self._travel.now, Qt.Key.Key_Escape: self._travel.now,
        }  # fmt: skip
        act = acts.get(Qt.Key(event.key()))
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
        if not self._plot.underMouse():
            self._plot.hovered.emit(None)

    def paintEvent(self, event: QPaintEvent) -> None:
        back, painter = self._travel.at is not None, QPainter(self)
        color = theme().color("accent" if back or self.underMouse() or self.hasFocus() else "muted")
        middle = self.width() / 2
        if back:
            painter.setPen(QPen(color, 1.4))
            painter.drawLine(QLineF(middle, _GRIP / 2, middle, self.height()))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        grip = QRectF(middle - 5, 2, 10, _GRIP - 4)
        painter.setPen(QPen(color, 1.2))
        painter.setBrush(color if back else theme().color("surface"))
        painter.drawRoundedRect(grip, 3, 3)
        painter.setPen(QPen(theme().color("surface") if back else color, 1.2))
        for x in (middle - 1.6, middle + 1.6):
            painter.drawLine(QLineF(x, grip.top() + 4, x, grip.bottom() - 4))
        if self.hasFocus():
            painter.setPen(QPen(color, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(grip.adjusted(-2, -1.5, 2, 1.5), 4, 4)
        painter.end()


class _Marks(QWidget):
    """A mark at the foot of the plot for each snapshot; a click there looks at the nearest."""

    def __init__(self, cursor: TimeCursor, plot: CurvePlot, travel: TimeTravel) -> None:
        super().__init__(plot)
        self._cursor, self._plot, self._travel = cursor, plot, travel
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(tr("Snapshots: click one to see the network as it was."))
        self.setMouseTracking(True)
        self.hide()

    def follow(self) -> None:
        area = self._plot.area
        self.setGeometry(round(area.left()), round(area.bottom()) - _STRIP, max(1, round(area.width())), _STRIP)
        self.setVisible(bool(self._travel.steps) and self._travel.per_epoch > 0)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._to(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._to(event)

    def _to(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._cursor.setFocus()
            self._cursor.drag_to(self.mapToParent(event.position()).x())
        else:  # the plot hears nothing of the pointer here
            self._plot.hovered.emit(self._plot.epoch_at(QPointF(self.mapToParent(event.position()))))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        color = QColor(theme().color("accent"))
        color.setAlpha(150)
        painter.setPen(QPen(color, 1))
        for step in self._travel.steps:
            x = self._plot.place_of(step / self._travel.per_epoch)
            if x is not None:
                across = round(x - self.x()) + 0.5
                painter.drawLine(QLineF(across, self.height() - _TICK, across, self.height()))
        painter.end()
