"""The map of samples and how it is drawn: by two directions of the codes, or so that neighbours stay neighbours."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from playground.core.language import mark, tr
from playground.protocol import (
    FromData,
    Latent,
    LatentCodeSeen,
    LatentMap,
    LatentMapSeen,
    LatentSeen,
    MapMethod,
    Scatter,
    Seen,
    Subject,
    Unseen,
)
from playground.ui.lens_port import LensPort
from playground.ui.views.choices import choice
from playground.ui.views.latent.code_map import CodeMap
from playground.ui.widgets.basics import button, label
from playground.ui.widgets.elided import ElidedLabel
from playground.ui.widgets.numbers import counted

_NAMES = {"plane": "PCA", "tsne": "t-SNE", "umap": "UMAP"}


class MapSide(QWidget):
    """``method`` stands where the view wants it; ``changed``: other points are shown."""

    changed = Signal()

    def __init__(self, port: LensPort, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._port = port
        self.codes = CodeMap()
        self.method = choice(tuple((title, name) for name, title in _NAMES.items()), tr("How codes are laid out"))
        self.sight: LatentSeen | None = None
        self.map: LatentMapSeen | None = None
        self._lens: Latent | None = None
        self._request = 0
        self._progress, self._bar = label("", "muted", wrap=True), QProgressBar()
        self._note, self.again, self.cancel = ElidedLabel("caption"), button(tr("Again"), "link"), button(tr("Cancel"))
        self.again.setToolTip(tr("Make the map anew, of the weights as they are now"))
        self._pages = QStackedWidget()
        self._lay_out()
        self.method.activated.connect(self._on_method)
        self.again.clicked.connect(self._on_again)
        self.cancel.clicked.connect(self._on_cancel)
        port.arrived.connect(self._on_map)

    def _lay_out(self) -> None:
        waiting = QWidget()
        column = QVBoxLayout(waiting)
        column.addStretch(1)
        self._progress.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._bar.setRange(0, 100)
        self._bar.setTextVisible(False)
        for widget in (self._progress, self._bar):
            column.addWidget(widget)
        column.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self._pages.addWidget(self.codes)
        self._pages.addWidget(waiting)
        foot = QHBoxLayout()
        foot.addWidget(self._note, 1)
        foot.addWidget(self.again)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._pages, 1)
        layout.addLayout(foot)
        self.again.hide()

    @property
    def caption(self) -> str:
        """What is shown, in words."""
        return self._note.full_text

    @property
    def chosen(self) -> str:
        """ "plane", "tsne" or "umap"."""
        return str(self.method.currentData())

    @property
    def shows_map(self) -> bool:
        """Whether points lie on a map of neighbours: its places are no codes."""
        return self.chosen != "plane"

    def follow(self, lens: Latent | None) -> None:
        """Look through ``lens``, or a map of it; None: nobody looks."""
        if lens != self._lens and lens is not None:
            self.map = None
        self._lens = lens if lens is not None else self._lens
        if lens is None or not self.shows_map:
            self._port.close()
            return
        method: MapMethod = "umap" if self.chosen == "umap" else "tsne"
        self._port.open(LatentMap(lens.network, lens.layer, method, self._request))
        self._show()

    def show_seen(self, sight: LatentSeen) -> None:
        self.sight = sight
        item = self.method.model().item(self.method.findData("umap"))  # type: ignore[attr-defined]
        there = "umap" in sight.maps
        item.setEnabled(there)
        item.setToolTip("" if there else tr("Install the package umap-learn in the program's environment for this."))
        self.method.setItemText(0, "PCA" if len(sight.means) > 2 else "z1, z2")
        self._show()

    def forget(self) -> None:
        self.sight = self.map = None
        self.codes.mark(sample=None, hand=None, way=None)

    # --- points and samples ---

    def subject_of(self, index: int) -> FromData | None:
        """The sample behind a point."""
        shown = self._shown()
        if shown is None or not 0 <= index < len(shown.points):
            return None
        return FromData("test" if self._noise else shown.part, int(shown.numbers[index]))

    def index_of(self, subject: Subject) -> int:
        """The point of a sample, −1 where it has none."""
        shown = self._shown()
        if shown is None or not isinstance(subject, FromData) or (subject.part != shown.part and not self._noise):
            return -1
        found = np.flatnonzero(shown.numbers[: len(shown.points)] == subject.number)
        return int(found[0]) if len(found) else -1

    def mark(self, sample: LatentCodeSeen | None, hand: np.ndarray | None, way: np.ndarray | None) -> None:
        """Put marks where codes lie. On a map of neighbours only samples have a place."""
        sight = self.sight
        if sight is None:
            return
        if self.shows_map:
            index = self.index_of(sample.subject) if sample is not None else -1
            place = None if index < 0 or self.map is None else _pair(self.map.points[index])
            self.codes.mark(sample=place, hand=None, way=None)
            return
        count = len(sight.middle)
        known = sample is not None and len(sample.code) == count
        self.codes.mark(
            sample=_pair(_places(sight, sample.code)) if sample is not None and known else None,
            hand=_pair(_places(sight, hand)) if hand is not None and len(hand) == count else None,
            way=_places(sight, way) if way is not None and way.shape[1] == count else None,
        )

    @property
    def _noise(self) -> bool:
        return self.sight is not None and self.sight.noise

    def _shown(self) -> LatentSeen | LatentMapSeen | None:
        return self.map if self.shows_map else self.sight

    def _show(self) -> None:
        shown = self._shown()
        done = not self.shows_map or (shown is not None and len(shown.points) > 0)
        self._pages.setCurrentIndex(0 if done else 1)
        self.again.setVisible(self.shows_map and done)
        if isinstance(shown, LatentMapSeen) and done:
            words = tr(
                "{count:,} samples after step {step:,}: neighbours stay neighbours.",
                count=len(shown.points),
                step=shown.step,
            )
            self._note.show_text(words)
        else:
            self._note.show_text(_caption(self.sight) if self.sight is not None else "")
        if shown is not None and done and (self.codes.scatter is None or self.codes.scatter.points is not shown.points):
            names = self._axes()
            view = Scatter(
                "codes", tr("Codes"), shown.points, shown.labels, shown.classes, names, values=shown.values,
                value_name=shown.value_name,
            )  # fmt: skip
            self.codes.show_view(view)
            self.changed.emit()

    def _axes(self) -> tuple[str, str]:
        count = len(self.sight.means) if self.sight is not None else 0
        if self.shows_map:
            name = _NAMES[self.chosen]
            return f"{name} 1", f"{name} 2"
        return ("z1", "z2" if count == 2 else "") if count <= 2 else (tr("principal 1"), tr("principal 2"))

    # --- maps of neighbours ---

    @Slot(object)
    def _on_map(self, event: Seen | Unseen) -> None:
        if isinstance(event, Unseen):
            self._progress.setText(event.message)
            self._bar.hide()
            return
        assert isinstance(event.sight, LatentMapSeen)
        self.map = event.sight
        self._bar.show()
        self._bar.setValue(round(100 * event.sight.progress))
        self._progress.setText(
            tr("{names} of {count:,} samples", names=_NAMES[self.chosen], count=len(event.sight.numbers))
        )
        self._show()

    @Slot()
    def _on_method(self) -> None:
        self.map = None
        self._request += 1
        self._progress.setText("")
        self.follow(self._lens)
        self._show()
        self.changed.emit()

    @Slot()
    def _on_again(self) -> None:
        self._on_method()

    @Slot()
    def _on_cancel(self) -> None:
        self.method.setCurrentIndex(0)
        self._on_method()


def _places(sight: LatentSeen, codes: np.ndarray) -> np.ndarray:
    found: np.ndarray = (codes - sight.middle) @ sight.directions
    return found


def _pair(place: np.ndarray) -> tuple[float, float]:
    return float(place[0]), float(place[1])


def _caption(sight: LatentSeen) -> str:
    drawn = mark("{count:,} draws of noise") if sight.noise else mark("{count:,} samples")
    parts = [sight.title, counted(len(sight.means), "number"), tr(drawn, count=len(sight.points))]
    if len(sight.means) > 2:
        parts.append(tr("{percent:.0f} % of the variance seen", percent=100 * sight.explained))
    return " · ".join(parts)
