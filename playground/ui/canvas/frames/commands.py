"""What one can do to frames and notes on the canvas, as edits of the session."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF

from playground.core.annotations import Frame, Note, Tint
from playground.core.edits import Edit, Macro, Remove
from playground.core.frame_edits import (
    AddAnnotations,
    ChangeAnnotation,
    Collapse,
    Expand,
    FitFrames,
    RemoveAnnotations,
    framed,
)
from playground.core.framing import contents, with_contents
from playground.core.language import tr
from playground.ui.canvas.frames.note_item import NoteItem
from playground.ui.canvas.geometry import snap
from playground.ui.canvas.scene import CanvasScene
from playground.ui.project_session import ProjectSession

NOTE_SIZE = (240.0, 120.0)
EMPTY_FRAME = (400.0, 240.0)


class FrameCommands:
    """Each is one entry of the undo history. Refusals are told through the session."""

    def __init__(self, session: ProjectSession, scene: CanvasScene) -> None:
        self._session, self._scene = session, scene

    @property
    def _network(self) -> str:
        return self._session.network

    @property
    def chosen_frames(self) -> tuple[Frame, ...]:
        """The selected frames; when only layers are selected, none."""
        chosen = self._scene.annotations.selected
        return tuple(frame for frame in self._session.graph.frames if frame.id in chosen)

    def _frames_meant(self) -> tuple[Frame, ...]:
        """The selected frames, else the innermost around all selected layers."""
        chosen = self.chosen_frames
        if chosen or not self._session.selection:
            return chosen
        graph, layers = self._session.graph, self._session.selection
        around = [frame for frame in graph.frames if not frame.collapsed and layers <= contents(graph, frame)]
        return tuple(sorted(around, key=lambda frame: frame.width * frame.height)[:1])

    # --- adding ---

    def frame_selection(self) -> str | None:
        """A frame around what is selected. Its id."""
        graph = self._session.graph
        frame = framed(graph, self._session.selection | self._scene.annotations.selected)
        if frame is None:
            self._session.refused.emit(tr("Select the layers that the frame shall hold."))
            return None
        return self._add_frame(frame)

    def add_frame(self, at: QPointF) -> str | None:
        """An empty frame with its corner at ``at``."""
        wide, high = EMPTY_FRAME
        frame = Frame(id=self._session.graph.free_id("frame"), x=snap(at.x()), y=snap(at.y()), width=wide, height=high)
        return self._add_frame(frame)

    def _add_frame(self, frame: Frame) -> str | None:
        if not self._session.do(AddAnnotations(self._network, frames=(frame,), text=tr("Add frame"))):
            return None
        self._select([frame.id])
        return frame.id

    def add_note(self, at: QPointF) -> str | None:
        """An empty note with its corner at ``at``. Its id."""
        wide, high = NOTE_SIZE
        note = Note(id=self._session.graph.free_id("note"), x=snap(at.x()), y=snap(at.y()), width=wide, height=high)
        if not self._session.do(AddAnnotations(self._network, notes=(note,), text=tr("Add note"))):
            return None
        self._select([note.id])
        return note.id

    def _select(self, ids: Iterable[str]) -> None:
        self._scene.select_links(())
        self._session.select(())
        self._scene.annotations.select(ids)

    # --- changing ---

    def paint(self, tint: Tint) -> None:
        """Give what is selected this colour."""
        network, chosen = self._network, sorted(self._scene.annotations.selected)
        edits = tuple(ChangeAnnotation(network, key, {"color": tint}, "") for key in chosen)
        if edits:
            self._session.do(Macro(edits, tr("Change color")))

    def fit(self) -> None:
        """Let frames be as large as what they hold, notes as high as their text."""
        frames = tuple(frame.id for frame in self._frames_meant() if not frame.collapsed)
        edits: list[Edit] = [FitFrames(self._network, frames)] if frames else []
        for key in sorted(self._scene.annotations.selected):
            item = self._scene.annotations.item(key)
            if isinstance(item, NoteItem):
                high = max(NoteItem.least[1], snap(item.text_height + 2))
                edits.append(ChangeAnnotation(self._network, key, {"height": high}, ""))
        if not edits:
            self._session.refused.emit(tr("Select a frame, or layers in one."))
        elif not self._session.do(Macro(tuple(edits), tr("Fit to content"))):
            self._session.refused.emit(tr("It fits already."))

    def toggle_collapse(self) -> None:
        """Collapse the frames meant; expand them when all are collapsed."""
        frames = self._frames_meant()
        if not frames:
            self._session.refused.emit(tr("Select a frame to collapse, or layers in one."))
            return
        self.collapse(frame.id for frame in frames) if any(not frame.collapsed for frame in frames) else self.expand(
            frame.id for frame in frames
        )

    def collapse(self, frames: Iterable[str]) -> None:
        wanted = tuple(frames)
        edits = tuple(Collapse(self._network, frame) for frame in wanted)
        if self._session.do(Macro(edits, tr("Collapse frame"))):
            self._session.select(self._session.selection - self._scene.annotations.hidden.keys())
            self._scene.annotations.select(wanted)

    def expand(self, frames: Iterable[str]) -> None:
        self._session.do(Expand(self._network, tuple(frames), tr("Expand frame")))

    def reveal(self, key: str) -> bool:
        """Open the frames that have put the layer, frame or note ``key`` away. Whether there were any."""
        outer = self._scene.annotations.hidden.get(key)
        while outer is not None:
            if not self._session.do(Expand(self._network, (outer,), tr("Expand frame"))):
                return True
            outer = self._scene.annotations.hidden.get(key)
            if outer is None:
                return True
        return False

    def fold(self, frame: str) -> None:
        """Collapse or expand one frame."""
        known = next((each for each in self._session.graph.frames if each.id == frame), None)
        if known is not None:
            self.expand([frame]) if known.collapsed else self.collapse([frame])

    def select_contents(self) -> None:
        """The layers, frames and notes in the selected frames instead of these."""
        inside = with_contents(self._session.graph, (frame.id for frame in self.chosen_frames))
        inside -= {frame.id for frame in self.chosen_frames}
        self._session.select(inside - self._scene.annotations.hidden.keys())
        self._scene.annotations.select(inside)

    def remove_with_contents(self) -> None:
        """The selected frames and all that lies in them."""
        chosen = self._scene.annotations.selected
        everything = with_contents(self._session.graph, chosen)
        nodes = everything & self._session.graph.by_id.keys()
        edits: tuple[Edit, ...] = (
            Remove(self._network, nodes), RemoveAnnotations(self._network, everything - nodes),
        )  # fmt: skip
        self._session.do(Macro(edits, tr("Delete frame and its layers")))

    def set_title(self, frame: str, title: str) -> None:
        text = title.strip()[:80]
        self._session.do(ChangeAnnotation(self._network, frame, {"title": text}, tr("Rename frame")))

    def set_text(self, note: str, text: str, network: str) -> None:
        """Of a note of ``network``, which need not be the one that is shown any more. It grows to hold all of it."""
        graph = self._session.project.networks.get(network)
        known = None if graph is None else next((known for known in graph.notes if known.id == note), None)
        if known is None or known.text == text:
            return
        item = self._scene.annotations.item(note) if network == self._network else None
        high = item.height_for(text) + 2 if isinstance(item, NoteItem) else 0.0
        changes = {"text": text} | ({"height": snap(high)} if high > known.height else {})
        self._session.do(ChangeAnnotation(network, note, changes, tr("Write note")))
