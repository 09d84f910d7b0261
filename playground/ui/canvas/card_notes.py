"""What a view has found of layers, pinned onto their cards while the view is seen."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Slot

from playground.core.project import Project
from playground.ui.canvas.card_note import CardNote
from playground.ui.canvas.on_canvas import OnCanvas
from playground.ui.canvas.panel import CanvasPanel
from playground.ui.project_session import ProjectSession


class CardNotes(QObject):
    """The notes of one view, on the cards of whatever network the canvas shows. ``project`` gives what the weights
    belong to; layers that were edited since have none. Of a layer in a block the block bears it, seen from outside.
    """

    def __init__(
        self, panel: CanvasPanel, session: ProjectSession, project: Callable[[], Project | None],
        parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._scene, self._on_canvas = panel.view.canvas_scene, OnCanvas(panel, session, project)
        self._network, self._notes = "", dict[str, CardNote]()
        self._shown: set[str] = set()
        for signal in (self._scene.places_changed, panel.view.trail.changed, session.network_changed, session.changed):
            signal.connect(self._put)

    def pin(self, network: str, notes: Mapping[str, CardNote]) -> None:
        """These by the path of the layer in ``network``, and no others."""
        if (network, notes) != (self._network, self._notes):
            self._network, self._notes = network, dict(notes)
            self._put()

    def clear(self) -> None:
        self.pin("", {})

    @Slot()
    def _put(self, *_: object) -> None:
        here = self._found() if self._notes and self._on_canvas.network == self._network else {}
        for node in self._shown | here.keys():
            item = self._scene.nodes.get(node)
            if item is not None:
                item.show_note(here.get(node))
        self._shown = set(here)

    def _found(self) -> dict[str, CardNote]:
        """By node on the canvas."""
        found: dict[str, CardNote] = {}
        for node in self._scene.nodes:
            path = self._on_canvas.path(node)
            for at, note in self._notes.items():
                if (at == path or at.startswith(f"{path}.")) and self._on_canvas.fits(node):
                    found.setdefault(node, note)
        return found
