"""The whole network, small, in a corner of the canvas: click or drag to look elsewhere."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QAction, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QGraphicsView, QWidget

from playground.core.infer import Severity
from playground.core.language import tr
from playground.ui.canvas.face import worst
from playground.ui.canvas.geometry import RADIUS
from playground.ui.canvas.look import look, shade
from playground.ui.canvas.navigation import Navigator
from playground.ui.canvas.scene import CanvasScene
from playground.ui.project_session import ProjectSession
from playground.ui.settings import settings
from playground.ui.theme import theme

SIZE = QSize(144, 84)
SMALLEST_CANVAS = QSize(480, 320)
EDGE = 10.0
SIDE, BELOW = 16, 12  # from the canvas' edges
APART = 8  # from what else floats above it
REST_MS = 150  # without a movement, after which it is drawn anew, or looks for another corner
LEAST_MARK = 5.0  # pixels: a problem is seen, however small its card is

_Marks = dict[Severity, list[QRectF]]


class Minimap(QWidget):
    """Hidden while all of the network is in view, on a small canvas, and where nobody wants it.

    It stands in a corner where it covers no card, if there is one.
    """

    def __init__(self, parent: QWidget, session: ProjectSession, scene: CanvasScene, navigator: Navigator) -> None:
        super().__init__(parent)
        self._canvas, self._session, self._scene, self._navigator = parent, session, scene, navigator
        self.wanted = settings().panel_shown("overview")
        self.resize(SIZE)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(tr("Overview of the network"))
        self.setAccessibleDescription(
            tr("What is in view, problems and the selection; click or drag to look elsewhere")
        )
        self._corner = 0
        self._grip = QPointF()  # from the middle of what is in view to the pointer that drags it
        self._picture: QPixmap | None = None
        self._selected: list[QRectF] | None = None
        self._stale = False  # things have been moved since it was drawn
        self._told: dict[str, Severity] = {}
        self._later = QTimer(self, singleShot=True, interval=REST_MS)
        self._later.timeout.connect(self._at_rest)
        scene.places_changed.connect(self._on_places)
        session.selection_changed.connect(self._on_selection)
        session.checked.connect(self._on_checked)
        navigator.moved.connect(self._on_moved)
        theme().changed.connect(self._redraw)
        self.hide()
        self._redraw()

    def bind(self, action: QAction) -> None:
        """Let ``action`` say whether it is wanted; that is remembered."""
        action.setChecked(self.wanted)
        action.toggled.connect(self._on_wanted)

    def _on_wanted(self, wanted: bool) -> None:
        self.wanted = wanted
        settings().set_panel_shown("overview", wanted)
        self.refresh()

    # --- what has changed ---

    def _on_places(self) -> None:
        """Not for each step of a drag."""
        if self._scene.moving:
            self._stale = True
            self._later.start()
        else:
            self._redraw()

    def _on_moved(self) -> None:
        self.refresh()
        if self.isVisible():
            self._later.start()

    def _at_rest(self) -> None:
        if self._stale:
            self._redraw()
        else:
            self._settle()

    def _on_selection(self, *_: object) -> None:
        self._selected = None
        self.update()

    def _on_checked(self, *_: object) -> None:
        if self._problems() != self._told:
            self._picture = None
            self.update()

    def _redraw(self) -> None:
        self._picture = self._selected = None
        self._stale = False
        self._content = self._scene.content_rect()
        self._world = self._frame(self._content)
        self.refresh()
        self._settle()

    def refresh(self) -> None:
        """Show or hide, and show what is in view."""
        size, content = self._canvas.size(), self._content
        large = size.width() >= SMALLEST_CANVAS.width() and size.height() >= SMALLEST_CANVAS.height()
        all_seen = content.isEmpty() or self._navigator.visible.contains(content)
        self.setVisible(self.wanted and large and not all_seen)
        self.move(self._corners()[self._corner])
        self.update()

    # --- where it stands ---

    def _settle(self) -> None:
        """Go to a corner without cards, unless it covers none; back to the first one when none is free."""
        if not self.isVisible():
            return
        corners = self._corners()
        if self._covers(corners[self._corner]):
            free = (number for number, corner in enumerate(corners) if not self._covers(corner))
            self._corner = next(free, 0)
        self.move(corners[self._corner])

    def _corners(self) -> list[QPoint]:
        """Lower right, lower left, upper right, upper left, each clear of what else floats there."""
        size, own = self._canvas.size(), self.size()
        right, low = size.width() - own.width() - SIDE, size.height() - own.height() - BELOW
        floating = [
            child.geometry()
            for child in self._canvas.children()
            if isinstance(child, QWidget) and not isinstance(child, (Minimap, QGraphicsView))
            and child.isVisible() and not child.testAttribute(_THROUGH)
        ]  # fmt: skip
        return [
            _moved_off(QRect(place, own), floating, up=up).topLeft()
            for place, up in (
                (QPoint(right, low), True), (QPoint(SIDE, low), True),
                (QPoint(right, BELOW), False), (QPoint(SIDE, BELOW), False),
            )
        ]  # fmt: skip

    def _covers(self, corner: QPoint) -> bool:
        """Whether cards lie under it there."""
        seen, canvas = self._navigator.visible, self._canvas.size()
        if not canvas.width():
            return False
        scale = seen.width() / canvas.width()
        area = QRectF(
            seen.x() + corner.x() * scale, seen.y() + corner.y() * scale, self.width() * scale, self.height() * scale
        )
        return bool(self._scene.nodes_in(area))

    # --- painting ---

    def _frame(self, content: QRectF) -> QRectF:
        """What the map shows: the network, in the map's proportions."""
        inner_width, inner_height = self.width() - 2 * EDGE, self.height() - 2 * EDGE
        scale = max(content.width() / inner_width, content.height() / inner_height, 4.0)
        world = QRectF(0, 0, self.width() * scale, self.height() * scale)
        world.moveCenter(content.center())
        return world

    def _placed(self, rect: QRectF) -> QRectF:
        """An area of the scene on the map."""
        world = self._world
        scale = self.width() / world.width()
        x, y = (rect.x() - world.x()) * scale, (rect.y() - world.y()) * scale
        return QRectF(x, y, rect.width() * scale, rect.height() * scale)

    @property
    def _window(self) -> QRectF:
        """What is in view, on the map."""
        return self._placed(self._navigator.visible)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._picture is None:
            self._picture = self._draw_network()
        if self._selected is None:
            nodes = self._scene.nodes
            chosen = (nodes[key].rect for key in self._session.selection if key in nodes)
            self._selected = [self._placed(rect).adjusted(-1, -1, 1, 1) for rect in chosen]
        painter, at = QPainter(self), look()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawPixmap(0, 0, self._picture)
        painter.setPen(QPen(at.accent, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRects(self._selected)
        painter.setPen(QPen(at.accent, 1))
        painter.setBrush(shade(at.accent, 0.08))
        inner = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(self._window.intersected(inner), 3, 3)
        painter.end()

    def _draw_network(self) -> QPixmap:
        """The part that stays while one looks around and edits parameters."""
        ratio = self.devicePixelRatioF()
        picture = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter, at = QPainter(picture), look()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(at.line, 1))
        painter.setBrush(at.raised)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(frame, RADIUS - 2, RADIUS - 2)
        painter.setPen(Qt.PenStyle.NoPen)
        families: dict[str | None, list[QRectF]] = {}
        for item in self._scene.nodes.values():
            families.setdefault(item.family, []).append(self._placed(item.rect))
        for family, places in families.items():
            painter.setBrush(at.family(family))
            painter.drawRects(places)
        self._told = self._problems()
        for mark, places in self._marks().items():
            painter.setBrush(at.bad if mark == "error" else at.warn)
            for place in places:
                painter.drawEllipse(place)
        painter.end()
        return picture

    def _problems(self) -> dict[str, Severity]:
        return {
            key: mark for key, item in self._scene.nodes.items()
            if item.problems and (mark := worst(item.problems)) is not None
        }  # fmt: skip

    def _marks(self) -> _Marks:
        """Dots at the middles of layers with problems, errors over warnings."""
        found: _Marks = {"warning": [], "error": []}
        for key, mark in self._told.items():
            dot = QRectF(0, 0, LEAST_MARK, LEAST_MARK)
            dot.moveCenter(self._placed(self._scene.nodes[key].rect).center())
            found[mark].append(dot)
        return found

    # --- the mouse ---

    def _look_at(self, point: QPointF) -> None:
        world = self._world
        self._navigator.center_on(world.topLeft() + (point - self._grip) * (world.width() / self.width()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """On what is in view it is taken along; elsewhere that jumps there."""
        if event.button() == Qt.MouseButton.LeftButton:
            window = self._window
            held = window.contains(event.position()) and window.width() < self.width()
            self._grip = event.position() - window.center() if held else QPointF()
            if not held:
                self._look_at(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._look_at(event.position())


_THROUGH = Qt.WidgetAttribute.WA_TransparentForMouseEvents


def _moved_off(place: QRect, floating: Iterable[QRect], *, up: bool) -> QRect:
    """``place`` moved up, or down, until it is clear of all ``floating``."""
    for other in sorted(floating, key=lambda rect: rect.top(), reverse=up):
        if place.adjusted(-APART, -APART, APART, APART).intersects(other):
            place = QRect(place)
            if up:
                place.moveBottom(other.top() - APART)
            else:
                place.moveTop(other.bottom() + APART)
    return place
