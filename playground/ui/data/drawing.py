"""Points drawn by hand: strokes of pen and eraser as edits of the project's data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import count

from pydantic import ValidationError
from PySide6.QtCore import QObject, Signal, Slot

from playground.core.language import tr
from playground.training.datasets import kind_of
from playground.training.datasets.toys import Drawn, Points
from playground.training.follow import edits_for_data
from playground.ui.data.client import own_data
from playground.ui.data.points_view import PointsView
from playground.ui.project_session import ProjectSession

MOST_CLASSES, MOST_POINTS = 10, 20_000
Place = tuple[float, float, int]
_strokes = count(1)


class Drawing(QObject):
    """One stroke is one undo step. Drawing on a toy with classes takes its points over."""

    full = Signal()  # there is no room for more points

    def __init__(self, session: ProjectSession, view: PointsView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._view = session, view
        self._stroke = next(_strokes)
        view.stroked.connect(self._on_stroked)
        view.erased.connect(self._on_erased)
        view.stroke_ended.connect(self._on_ended)

    @property
    def places(self) -> tuple[Place, ...]:
        """The points as they are: drawn ones, or those of a toy with classes."""
        data = self._session.project.data
        try:
            kind = kind_of(data)
        except (KeyError, ValidationError):
            return ()
        if isinstance(kind, Drawn):
            return kind.points
        if not isinstance(kind, Points) or kind.target.kind != "classes" or len(kind.target.names) > MOST_CLASSES:
            return ()
        return tuple((round(x, 4), round(y, 4), int(number)) for x, y, number in kind.scatter())

    def clear(self) -> None:
        """Begin with an empty plane."""
        self._on_ended()
        self._set((), tr("Clear the drawing"))

    @Slot(list)
    def _on_stroked(self, places: Sequence[tuple[float, float]]) -> None:
        before = self.places
        room = MOST_POINTS - len(before)
        if room < len(places):
            self.full.emit()
        fresh = tuple((round(x, 4), round(y, 4), self._view.pen_class) for x, y in places[: max(room, 0)])
        if fresh:
            self._set((*before, *fresh), tr("Draw points"))

    @Slot(list)
    def _on_erased(self, circles: Sequence[tuple[float, float, float]]) -> None:
        before = self.places
        kept = tuple(
            place for place in before
            if all((place[0] - x) ** 2 + (place[1] - y) ** 2 > radius**2 for x, y, radius in circles)
        )  # fmt: skip
        if len(kept) < len(before):
            self._set(kept, tr("Erase points"))

    @Slot()
    def _on_ended(self) -> None:
        self._stroke = next(_strokes)

    def _set(self, places: tuple[Place, ...], text: str) -> None:
        project = self._session.project
        data = own_data(project, Drawn.name, {"points": [list(place) for place in places]} if places else {})
        self._session.do(replace(edits_for_data(project, data, text), key=("drawing", self._stroke)))
