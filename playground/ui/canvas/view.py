"""The canvas: shows the scene, hands the mouse to gestures and the keys to actions."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QResizeEvent,
    QWheelEvent,
)  # fmt: skip
from PySide6.QtWidgets import QFrame, QGraphicsView, QToolTip, QWidget

from playground.core.edits import Rename
from playground.core.language import tr
from playground.ui.canvas.actions import CanvasActions
from playground.ui.canvas.arranging.commands import Arranging
from playground.ui.canvas.block_actions import BlockActions
from playground.ui.canvas.bubble import Bubble
from playground.ui.canvas.card_texts import PREVIEWS_FROM
from playground.ui.canvas.composing import Composer
from playground.ui.canvas.drops import PALETTE_MIME, Drops
from playground.ui.canvas.frames.at_hand import FramesAtHand
from playground.ui.canvas.geometry import CARD_WIDTH, PORT_REACH
from playground.ui.canvas.gestures.gesture import Gesture
from playground.ui.canvas.gestures.picking import gesture_for
from playground.ui.canvas.grid import paint_grid
from playground.ui.canvas.keeping_in_sight import KeepingInSight
from playground.ui.canvas.keys import HELD, before_others, is_held_key, press
from playground.ui.canvas.menus import menu_at
from playground.ui.canvas.name_editor import NameEditor
from playground.ui.canvas.navigation import STEP, Navigator
from playground.ui.canvas.node_item import NAME
from playground.ui.canvas.onlooker import Onlooker
from playground.ui.canvas.scene import CanvasScene
from playground.ui.canvas.tooltips import tooltip
from playground.ui.canvas.trail import Trail
from playground.ui.help_port import selected_topic
from playground.ui.project_session import ProjectSession
from playground.ui.theme import theme
from playground.ui.toasts import COPIED, tell

__all__ = ["PALETTE_MIME", "CanvasView"]

WORLD = 2e7  # wider than any place that a file may name, so that scrolling never ends at a wall


class CanvasView(QGraphicsView):
    """Edits the session's active network."""

    zoom_changed = Signal(float)
    layer_activated = Signal(str)  # node id, double-clicked
    microscope_wanted = Signal(str)  # node id
    onlooker: Onlooker | None = None  # also while Qt takes the view down

    def __init__(self, session: ProjectSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.canvas_scene = CanvasScene(session, self)
        self.setScene(self.canvas_scene)
        self._configure()
        self.navigator = Navigator(self, self.canvas_scene, session)
        self.actions_ = CanvasActions(session, self.canvas_scene)
        self.composer = Composer(self)
        self.arranging = Arranging(self)
        self.blocks = BlockActions(session)
        self.trail = Trail(session, self)
        self.frames = FramesAtHand(self)
        self.bubble = Bubble(parent if parent is not None else self)  # over what floats above the canvas, too
        self._editor = NameEditor(self)
        self._gesture: Gesture | None = None
        self._chosen = frozenset[str]()  # what was selected before the last press
        self._drops = Drops()
        self._space = False
        self._pointer: QPointF | None = None
        self._by_hand = False  # the mouse was used last, not the keys
        self._connect()

    def _configure(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSceneRect(-WORLD / 2, -WORLD / 2, WORLD, WORLD)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.AnchorViewCenter)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.SmartViewportUpdate)
        self.setCacheMode(QGraphicsView.CacheModeFlag.CacheBackground)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontSavePainterState)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAcceptDrops(True)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName(tr("Canvas"))
        self.setAccessibleDescription(tr("The layers of the network and the links between them"))

    def _connect(self) -> None:
        session, navigator = self.session, self.navigator
        session.changed.connect(self._on_changed)
        session.selection_changed.connect(self.canvas_scene.show_selection)
        session.network_changed.connect(self._on_other_network)
        session.opened.connect(self._on_opened)
        session.goto_requested.connect(self._on_goto)
        navigator.zoom_changed.connect(self.canvas_scene.zoomed)
        navigator.moved.connect(self._on_moved)
        navigator.zoom_changed.connect(self.zoom_changed)
        self._editor.named.connect(self._on_named)
        theme().changed.connect(self._on_theme)
        KeepingInSight(self)

    # --- what the rest of the window calls ---

    @property
    def zoom(self) -> float:
        return self.navigator.zoom

    @property
    def reach(self) -> float:
        """Half of a 24-px hit area, in the scene; not so large that it hides neighbours when zoomed far out."""
        return min(PORT_REACH / self.zoom, CARD_WIDTH / 4)

    def fit(self) -> None:
        self.navigator.fit()

    def fit_selection(self) -> None:
        """Zoom to what is selected; to the whole network where nothing is."""
        box = self.canvas_scene.selected_rect()
        if box.isEmpty():
            self.navigator.fit()
        else:
            self.navigator.fit_rect(box)

    def zoom_in(self) -> None:
        self.navigator.zoom_by(STEP)

    def zoom_out(self) -> None:
        self.navigator.zoom_by(1 / STEP)

    def reset_zoom(self) -> None:
        self.navigator.zoom_to(1.0)

    def select_all(self) -> None:
        """All that is seen: what a collapsed frame has put away goes with the frame."""
        self.session.select(self.session.graph.by_id.keys() - self.canvas_scene.annotations.hidden.keys())
        self.canvas_scene.annotations.select(item.key for item in self.canvas_scene.annotations.items)

    def copy(self) -> None:
        self.actions_.copy()

    def cut(self) -> None:
        self.actions_.cut()

    def copy_text(self) -> None:
        self._tell_copied(self.actions_.copy_text())

    def copy_code(self) -> None:
        self._tell_copied(self.actions_.copy_code())

    def _tell_copied(self, text: str) -> None:
        if text:
            tell(self, text, key=COPIED)

    def paste(self) -> None:
        """At the pointer while it is over the canvas, else a little off the old places."""
        self.actions_.paste(self.to_scene(self._pointer) if self._pointer is not None else None)

    def paste_at(self, point: QPointF) -> None:
        self.actions_.paste(point)

    def duplicate(self) -> None:
        self.actions_.duplicate()

    def delete_selection(self) -> None:
        self.actions_.delete()

    def group(self) -> None:
        self.blocks.group()

    def ungroup(self) -> None:
        self.blocks.ungroup()

    def frame_selection(self) -> None:
        self.frames.frame_selection()

    def add_note(self) -> None:
        """At the pointer while it is over the canvas, else in the middle of it."""
        self.frames.add_note(self.to_scene(self._pointer) if self._pointer is not None else None)

    def collapse(self) -> None:
        self.frames.commands.toggle_collapse()

    def fit_frame(self) -> None:
        self.frames.commands.fit()

    def enter_block(self) -> bool:
        """Show the inside of the one selected block; False when there is none."""
        node = self.blocks.chosen_block
        if node is None:
            self.session.refused.emit(tr("Select one block to see inside."))
        return node is not None and self.trail.enter(node)

    def add_layer(self, entry: str, scene_pos: QPointF | None = None) -> str | None:
        """Add a layer or block with its corner at ``scene_pos``, or where there is room. The new node's id."""
        added = self.actions_.add(entry, scene_pos, self.navigator.visible)
        if added is not None:
            self.navigator.show_rect(self.canvas_scene.nodes[added].rect)
        return added

    def center_on_node(self, node_id: str) -> None:
        item = self.canvas_scene.nodes.get(node_id)
        if item is not None:
            self.navigator.center_on(item.rect.center())

    def rename(self, node_id: str) -> None:
        """Edit the name on the card."""
        item = self.canvas_scene.nodes[node_id]
        self.navigator.show_rect(item.rect)
        place = self.mapFromScene(NAME.translated(item.pos())).boundingRect()
        self._editor.ask(node_id, item.node.label, QRectF(place), self.zoom)

    def to_scene(self, at: QPointF) -> QPointF:
        """From the viewport, without rounding to pixels."""
        inverse, _ = self.viewportTransform().inverted()
        return inverse.map(at)

    @property
    def gesture(self) -> Gesture | None:
        """What goes on between a press and its release, or is led by keys."""
        return self._gesture

    def take_up(self, gesture: Gesture) -> None:
        """Begin a gesture that keys lead."""
        self.cancel_gesture()
        gesture.start(QPointF())
        self._gesture = gesture

    def hold(self, key: Qt.KeyboardModifier, *, down: bool) -> None:
        """A key that changes what the mouse is doing went down, or up: show it without waiting for the mouse."""
        if self._gesture is not None and not self._gesture.by_keys and self._pointer is not None:
            self._gesture.held = self._gesture.held | key if down else self._gesture.held & ~key
            self._gesture.move(self._pointer)

    def end_gesture(self) -> None:
        """Do what a gesture that keys lead has come to."""
        gesture, self._gesture = self._gesture, None
        if gesture is not None:
            gesture.end(QPointF())

    def leave_by_key(self, *, forward: bool) -> None:
        """Give the keyboard to the next widget of the window, or the one before."""
        self.focusNextPrevChild(forward)

    @property
    def pointer(self) -> QPointF | None:
        """Where the mouse is, in the scene; None while it is elsewhere, or keys were pressed since it moved."""
        return self.to_scene(self._pointer) if self._pointer is not None and self._by_hand else None

    def cancel_gesture(self) -> bool:
        """End what the mouse is doing without a trace. False when it does nothing."""
        if self._gesture is None:
            return False
        gesture, self._gesture = self._gesture, None
        gesture.cancel()
        self._update_cursor()
        return True

    # --- from the session ---

    def _on_changed(self, *_: object) -> None:
        self.cancel_gesture()
        self._drops.cancel(self)
        self.navigator.stay()
        self.canvas_scene.sync()

    def _on_opened(self) -> None:
        self.frames.drop()
        self._on_other_network()

    def _on_other_network(self, *_: object) -> None:
        chosen = self.session.selection  # a gesture would bring back the other network's
        self.cancel_gesture()
        self.session.select(chosen)
        self._drops.cancel(self)
        self._editor.finish(keep=False)
        self.frames.finish(keep=False)
        self.canvas_scene.sync()
        self.canvas_scene.show_selection(self.session.selection)
        self.navigator.restore()

    def _on_goto(self, network: str, node: str) -> None:
        if self.frames.commands.reveal(node):
            self.session.select([node])
        item = self.canvas_scene.nodes.get(node)
        if item is not None and not self.navigator.in_sight(item.rect):
            self.center_on_node(node)

    def _on_named(self, node: str, name: str) -> None:
        known = self.session.graph.by_id.get(node)
        if known is not None and name.strip() != known.label:
            self.session.do(Rename(self.session.network, node, name))

    def _on_moved(self) -> None:
        self._editor.finish(keep=True)  # it would stay behind, over another card
        self.frames.finish(keep=True)

    def _on_theme(self) -> None:
        self.resetCachedContent()
        self.viewport().update()

    # --- mouse, and what it drags here ---

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pointer, self._by_hand = event.position(), True
        at = event.position()
        if self._gesture is not None and self._gesture.by_keys:
            self.cancel_gesture()
        if self._gesture is not None:
            return
        self.bubble.hide()
        self._chosen = self.session.selection
        gesture = gesture_for(self, event.button(), at, event.modifiers(), pans=self._space)
        if gesture is not None:
            gesture.held = event.modifiers()
            gesture.start(at)
            self._gesture = gesture
            self._update_cursor()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer, self._by_hand = event.position(), True
        if self._gesture is not None and self._gesture.by_keys:
            return
        if self._gesture is not None and not event.buttons():
            self.cancel_gesture()  # the release went to somebody else, as when a dialog opened
        if self._gesture is not None:
            self._gesture.held = event.modifiers()
            self._gesture.move(event.position())
        else:
            self._hover(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._gesture is not None and not event.buttons() and not self._gesture.by_keys:
            gesture, self._gesture = self._gesture, None
            gesture.held = event.modifiers()
            gesture.end(event.position())
            self._update_cursor()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        node = self.canvas_scene.node_at(self.to_scene(event.position()))
        left = event.button() == Qt.MouseButton.LeftButton
        if left and node is None and self.frames.double_click(self.to_scene(event.position())):
            return
        if left and node is None:
            self.session.select(self.session.selection or self._chosen)  # a new layer is linked from it
            if self.composer.ask_at(self.to_scene(event.position())):
                return
        if event.button() != Qt.MouseButton.LeftButton or node is None:
            self.mousePressEvent(event)
        elif self.trail.enter(node.node.id):
            return  # a block, wherever on its card: F2 renames it
        elif node.on_name(self.to_scene(event.position())):
            self.rename(node.node.id)
        elif node.preview_rect(self.zoom).contains(self.to_scene(event.position())):
            self.microscope_wanted.emit(node.node.id)
        else:
            self.layer_activated.emit(node.node.id)

    def _hover(self, at: QPointF) -> None:
        scene, point = self.canvas_scene, self.to_scene(at)
        port = scene.port_at(point, self.reach) if self.zoom >= PREVIEWS_FROM else None
        node = scene.nodes[port.node] if port is not None else scene.node_at(point)
        link = scene.link_at(point, self.reach * 0.75) if node is None else None
        scene.hover(node, port, link)
        over_frame = self.frames.hover(point, free=node is None and link is None)
        self._update_cursor(port is not None, link is not None, over_frame)

    def _update_cursor(
        self, on_port: bool = False, on_link: bool = False, over_frame: Qt.CursorShape | None = None
    ) -> None:
        shape = over_frame or Qt.CursorShape.ArrowCursor
        if self._gesture is not None:
            shape = self._gesture.cursor or shape
        elif self._space:
            shape = Qt.CursorShape.OpenHandCursor
        elif on_port:
            shape = Qt.CursorShape.CrossCursor
        elif on_link:
            shape = Qt.CursorShape.PointingHandCursor
        if self.viewport().cursor().shape() != shape:
            self.viewport().setCursor(shape)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A wheel zooms to the pointer; two fingers on a touchpad pan, with Ctrl they zoom; Shift pans sideways."""
        keys, turn = event.modifiers(), event.angleDelta()
        touch = event.phase() != Qt.ScrollPhase.NoScrollPhase and not event.pixelDelta().isNull()
        if touch and not keys & Qt.KeyboardModifier.ControlModifier:
            self.navigator.pan(event.pixelDelta().x(), event.pixelDelta().y())
        elif keys & Qt.KeyboardModifier.ShiftModifier:
            self.navigator.pan((turn.x() or turn.y()) / 2, 0)
        elif turn.x() and not turn.y():
            self.navigator.pan(turn.x() / 2, 0)
        elif turn.y():
            self.navigator.zoom_by(STEP ** (turn.y() / 120), event.position())
        if self._gesture is not None:
            self._gesture.move(event.position())
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self._gesture is not None:
            return
        at = QPointF(event.pos())
        chosen = self.session.selection
        if event.reason() == QContextMenuEvent.Reason.Keyboard and chosen:
            at = QPointF(self.mapFromScene(self.canvas_scene.nodes[min(chosen)].rect.center()))
        menu = menu_at(self, at)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.viewport().mapToGlobal(at.toPoint()))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._drops.enter(self, event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._drops.move(self, event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._drops.leave(self)

    def dropEvent(self, event: QDropEvent) -> None:
        if self._drops.drop(self, event):
            self.setFocus(Qt.FocusReason.MouseFocusReason)

    # --- keys ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.onlooker is not None and self.onlooker.on_key(event):
            return
        if event.key() in HELD and not event.isAutoRepeat():
            self.hold(HELD[Qt.Key(event.key())], down=True)
        if event.key() == Qt.Key.Key_Space:
            if not event.isAutoRepeat() and self._gesture is None:
                self._space = True
                self._update_cursor()
        elif not press(self, event):
            event.ignore()
        self._by_hand &= is_held_key(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if self.onlooker is not None:
            self.onlooker.on_key(event)
        if event.key() in HELD and not event.isAutoRepeat():
            self.hold(HELD[Qt.Key(event.key())], down=False)
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space = False
            self._update_cursor()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._space = False
        if self._gesture is not None and self._gesture.by_keys:
            self.cancel_gesture()
        super().focusOutEvent(event)

    # --- Qt's view ---

    def help_topic(self) -> str:
        """The page of the kind of layer that is selected."""
        return selected_topic(self.session)

    def event(self, event: QEvent) -> bool:
        return (isinstance(event, QKeyEvent) and before_others(self, event)) or super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if self.onlooker is not None and self.onlooker.on_pointer(event):
            return True
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            point = self.to_scene(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), tooltip(self.canvas_scene, point, self.reach), self.viewport())
            return True
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self.navigator.zoom_by(1.0 + event.value(), event.position())
            return True
        if event.type() == QEvent.Type.Leave:
            self._pointer = None
            if self._gesture is None:
                self.canvas_scene.hover(None, None, None)
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.navigator.resized()

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        paint_grid(painter, QRectF(rect), self.zoom)
