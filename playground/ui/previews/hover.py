"""When a preview is enlarged: the pointer rests on it, or Space is pressed while its layer is selected."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, Qt, QTimer, Slot
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent

from playground.ui.canvas.look import look
from playground.ui.canvas.node_item import NodeItem
from playground.ui.canvas.panel import CanvasPanel
from playground.ui.previews.live import LivePreviews
from playground.ui.previews.magnifier import Magnifier
from playground.ui.project_session import ProjectSession

REST_MS = 300
_ENDS = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.Leave, QEvent.Type.ContextMenu})


class PreviewHover(QObject):
    """The canvas' onlooker."""

    def __init__(self, panel: CanvasPanel, session: ProjectSession, previews: LivePreviews) -> None:
        super().__init__(panel)
        self._view, self._previews, self._session = panel.view, previews, session
        self._scene = panel.view.canvas_scene
        self.magnifier = Magnifier(panel)
        self._over: str | None = None  # under the pointer
        self._by_key = False
        self._space_alone = False
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._on_rest)
        self._view.onlooker = self
        previews.shown.connect(self._on_shown)
        self._view.navigator.moved.connect(self.close)
        session.network_changed.connect(self.close)
        session.changed.connect(self.close)
        session.selection_changed.connect(self._on_selected)

    def on_pointer(self, event: QEvent) -> bool:
        """What the pointer does; True for a tooltip that would lie over what is told already."""
        kind = event.type()
        if kind == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            self._moved(event)
        elif kind in _ENDS:
            self._space_alone = False
            self.close()
        elif kind == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            return self._preview_at(QPointF(event.pos())) is not None
        return False

    @Slot()
    def close(self, *_: object) -> None:
        """Nothing is enlarged any more."""
        self._rest.stop()
        self._over, self._by_key = None, False
        self.magnifier.dismiss()

    # --- pointer ---

    def _moved(self, event: QMouseEvent) -> None:
        item = None if event.buttons() else self._preview_at(event.position())
        over = item.node.id if item is not None else None
        if over == self._over:
            return
        self._over = over
        if over is not None:
            self._rest.start()
        elif not self._by_key:
            self._rest.stop()
            self.magnifier.dismiss()

    def _preview_at(self, place: QPointF) -> NodeItem | None:
        """The card whose preview is at ``place`` of the viewport."""
        point = self._view.to_scene(place)
        item = self._scene.node_at(point)
        return item if item is not None and item.preview_rect(self._view.zoom).contains(point) else None

    @Slot()
    def _on_rest(self) -> None:
        if self._over is not None:
            self._by_key = False
            self._enlarge(self._over)

    # --- keys ---

    def on_key(self, event: QKeyEvent) -> bool:
        """Space alone, pressed and let go, enlarges; with the mouse it pans as ever. Escape closes first of all."""
        if event.isAutoRepeat():
            return False
        pressed = event.type() == QEvent.Type.KeyPress
        if event.key() == Qt.Key.Key_Escape and pressed and self.magnifier.node is not None:
            self.close()
            return True
        if event.key() == Qt.Key.Key_Space:
            if pressed:
                self._space_alone = True
            elif event.type() == QEvent.Type.KeyRelease and self._space_alone:
                self._toggle()
        elif pressed:
            self._space_alone = False
        return False

    def _toggle(self) -> None:
        chosen = self._session.selection
        node = next(iter(chosen)) if len(chosen) == 1 else None
        if node is None or (self.magnifier.node == node and self._by_key):
            self.close()
            return
        self._enlarge(node)
        self._by_key = self.magnifier.node is not None

    @Slot()
    def _on_selected(self, *_: object) -> None:
        """With the keys one goes from layer to layer."""
        if self._by_key:
            chosen = self._session.selection
            if len(chosen) == 1:
                self._enlarge(next(iter(chosen)))
            else:
                self.close()

    # --- enlarging ---

    def _enlarge(self, node: str) -> None:
        item, seen = self._scene.nodes.get(node), self._previews.seen_of(node)
        if item is None or seen is None:
            self.magnifier.dismiss()
            return
        place: QRect = self._view.mapFromScene(item.rect).boundingRect()  # the view fills the panel
        color = look().family(item.face.family)
        free_below = self._view.navigator.free_below
        self.magnifier.show_layer(node, item.node.title, item.face.shape, seen, color, place, free_below=free_below)

    @Slot(object)
    def _on_shown(self, sight: object) -> None:
        """What is enlarged lives, too."""
        if self.magnifier.node is not None:
            self._enlarge(self.magnifier.node)
