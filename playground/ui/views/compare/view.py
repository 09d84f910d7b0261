"""The view of two inputs: every layer shows A, B and A − B; the first layer where they part is marked."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QColor, QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from playground.core.blocks import block_of
from playground.core.graph import Graph
from playground.core.language import mark, tr
from playground.protocol import Compare, CompareSeen, FromData, Lens, Seen
from playground.ui.canvas.card_note import CardNote
from playground.ui.canvas.card_notes import CardNotes
from playground.ui.canvas.on_canvas import OnCanvas
from playground.ui.previews.loading import Unloadable, load_sample
from playground.ui.sentences import sentences
from playground.ui.theme import theme
from playground.ui.views.bench import Bench
from playground.ui.views.compare.columns import LEAST_HIGH, Columns, RowNames, told
from playground.ui.views.compare.kinds import kinds_for
from playground.ui.views.compare.second import SecondChoice
from playground.ui.views.view import View
from playground.ui.widgets.basics import button, label, sideways
from playground.ui.widgets.elided import ElidedLabel

PARTED = mark("A and B part here")  # on the card of the layer


class CompareView(View):
    """A is the sample that flows through the window. ``turn_to`` takes a sample of the data for B."""

    EMPTY = mark("Press Run, and this shows what every layer makes of two samples, and where they part.")

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self._seen: CompareSeen | None = None
        self.second, self.hold = SecondChoice(), button(tr("Hold A as B"))
        self.hold.setToolTip(tr("Keep this sample as B, and choose or draw another one for A"))
        self.words, self.names, self.columns = ElidedLabel("caption"), RowNames(), Columns()
        where = (bench.canvas, bench.session, lambda: bench.controller.shown_project)
        self._on_canvas, self._notes = OnCanvas(*where), CardNotes(*where, self)
        self._build()
        self.second.changed.connect(self.follow)
        self.second.load_wanted.connect(self._on_load)
        self.hold.clicked.connect(self._on_hold)
        self.columns.chosen.connect(self._on_chosen)
        bench.session.network_changed.connect(self.follow)
        bench.previews.subject_changed.connect(self.follow)
        theme().changed.connect(self._draw)

    def _build(self) -> None:
        for widget in (label(tr("A against"), "caption"), self.second, self.hold):
            self.choices.addWidget(widget)
        self.choices.addStretch(1)
        area = sideways(self.columns)
        area.setMinimumHeight(LEAST_HIGH + area.horizontalScrollBar().sizeHint().height())
        self.area = area
        body = QHBoxLayout()
        body.setSpacing(4)
        body.addWidget(self.names, 0, Qt.AlignmentFlag.AlignTop)
        body.addWidget(area, 1)
        layout = QVBoxLayout(self.content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(body, 1)
        layout.addWidget(self.words)

    # --- what it looks through ---

    def lens(self) -> Lens | None:
        project = self.looked_into
        if project is None:
            return None
        network, subject = self._on_canvas.network or project.main_network, self.bench.previews.subject
        self.second.offer(kinds_for(project.networks, network, self.bench.session.check.dataset), subject)
        return Compare(network, subject, self.second.second)

    def show_seen(self, seen: Seen) -> None:
        if isinstance(seen.sight, CompareSeen):
            self._seen = seen.sight
            self._draw()

    def forget(self) -> None:
        self._seen = None
        self._draw()

    def turn_to(self, target: Any) -> None:
        if isinstance(target, FromData):
            self.second.choose(target)

    def say(self, message: str) -> None:
        super().say(message)
        self._notes.clear()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._notes.clear()  # what nobody looks at would stay as it is

    @Slot()
    def _draw(self) -> None:
        seen = self._seen
        self.columns.show_seen(seen, self._colors(seen) if seen is not None else {})
        self.names.show_seen(seen)
        self.names.setFixedHeight(self.area.viewport().height())
        text = told(seen) if seen is not None else ""
        more = tr("A nearer one may still be found.") if seen is not None and seen.searching else ""
        self.words.show_text(sentences(text, more))
        lens = self._port.lens
        if seen is not None and seen.parted and lens is not None:
            self._notes.pin(lens.network, {seen.parted: CardNote(tr(PARTED), text)})
        else:
            self._notes.clear()

    def _colors(self, seen: CompareSeen) -> dict[str, QColor]:
        project = self.looked_into
        if project is None:
            return {}
        lens = self._port.lens
        graph = project.networks.get(lens.network) if lens is not None else None
        return {path: _color(graph, project.networks, path) for path in seen.layers}

    # --- what a person does ---

    @Slot()
    def _on_hold(self) -> None:
        self.second.hold(self.bench.previews.subject)

    @Slot(object)
    def _on_load(self, path: Path) -> None:
        project = self.looked_into
        if project is None:
            return
        try:
            sample = load_sample(path, project)
        except Unloadable as error:
            self.bench.tell(self, str(error))
        else:
            self.second.hold(self.bench.watcher.bring(sample))

    @Slot(str)
    def _on_chosen(self, path: str) -> None:
        """The layer is shown on the canvas; of one inside a block the block."""
        node = path.partition(".")[0]
        if node in self.bench.session.graph.by_id:
            self.bench.session.select([node])
            self.bench.canvas.view.center_on_node(node)


def _color(graph: Graph | None, networks: Mapping[str, Graph], path: str) -> QColor:
    """That of the layer's family."""
    node = None
    for step in path.split("."):
        node = graph.by_id.get(step) if graph is not None else None
        block = block_of(node) if node is not None else None
        graph = networks.get(block.network) if block is not None else None
    family = node.kind.family if node is not None and node.kind is not None else None
    return theme().family(family) if family is not None else theme().color("muted")
