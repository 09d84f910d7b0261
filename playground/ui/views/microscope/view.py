"""The microscope: left all maps of one layer, right how the number under the pointer came about."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QSplitter, QVBoxLayout, QWidget

from playground.core.language import mark, tr
from playground.protocol import Arithmetic, ArithmeticSeen, Lens, Microscope, MicroscopeSeen, Seen, Unseen
from playground.ui.views.bench import Bench
from playground.ui.views.microscope.colors import Scale
from playground.ui.views.microscope.low_formula import LowFormula
from playground.ui.views.microscope.plates_sheet import PlatesSheet
from playground.ui.views.microscope.pointing import Pointing
from playground.ui.views.microscope.shelf import ATTENTION, KERNEL, Shelf
from playground.ui.views.microscope.target import Target, target_of
from playground.ui.views.microscope.words import number, place
from playground.ui.views.microscope.worksheet import Worksheet
from playground.ui.views.view import View
from playground.ui.widgets.basics import Combo, scrolled
from playground.ui.widgets.elided import ElidedLabel

_SCALES: dict[str, Scale] = {mark("Each map"): "unit", mark("Layer"): "layer", mark("Network"): "network"}
_NO_LAYER = mark("Add a layer, and this shows all that it computes.")


class MicroscopeView(View):
    """Of the layer that is selected on the canvas, for the sample that flows through the window."""

    EMPTY = mark("Press Run, and this shows every number of the selected layer, and how it comes about.")

    def __init__(self, bench: Bench, parent: QWidget | None = None) -> None:
        super().__init__(bench, parent)
        self._target: Target | None = None
        self._sight: MicroscopeSeen | None = None
        self._steps = (0, 0)  # after which the maps are, and the calculation
        self._index: tuple[int, ...] = ()
        self._over: tuple[int, ...] | None = None  # under the pointer
        self._fixed = False  # a number was clicked: the pointer only reads values
        self._shelf = Shelf()
        self._build()
        self._pointing = Pointing(self.port(interval=0.03), self)
        self._pointing.answered.connect(self._on_answered)
        session, subject = bench.session, bench.previews.subject_changed
        for signal in (session.selection_changed, session.network_changed, bench.canvas.view.trail.changed, subject):
            signal.connect(self.follow)

    # --- parts ---

    def _build(self) -> None:
        self._title, self._readout = ElidedLabel("title"), ElidedLabel("caption")
        self.shows, self.scale = Combo(), Combo()
        for text, scale in _SCALES.items():
            self.scale.addItem(tr(text), scale)
        self.scale.setToolTip(tr("Which numbers share a colour scale; blue is below zero, orange above"))
        self.shows.setToolTip(tr("What is shown of the layer"))
        self.shows.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToContents)  # outputs have names
        self.shows.setMaximumWidth(160)
        for combo, least in ((self.shows, 92), (self.scale, 106)):
            combo.setMinimumWidth(least)
            combo.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            combo.currentIndexChanged.connect(self._show_plates)
        self.sheet, self.worksheet = PlatesSheet(), Worksheet()
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.area.setWidget(self.sheet)
        self.area.viewport().installEventFilter(self)
        self.sheet.hovered.connect(self._on_hovered)
        self.sheet.chosen.connect(self._on_chosen)
        self.sheet.left.connect(self._on_left)
        self.formulas = [LowFormula(), LowFormula()]
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        split.addWidget(self._left())
        split.addWidget(self._right())
        split.setStretchFactor(0, 9)
        split.setStretchFactor(1, 11)
        split.setSizes([470, 530])
        layout = QVBoxLayout(self.content)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.addWidget(split)

    def _left(self) -> QWidget:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title, 1)
        head.addWidget(self.mark)
        head.addWidget(self.shows)
        head.addWidget(self.scale)
        return _column(head, self._readout, self.area)

    def _right(self) -> QWidget:
        inner = QWidget()
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(12, 0, 0, 0)
        layout.setSpacing(2)
        head = QHBoxLayout()
        head.setSpacing(16)
        for formula, stretch in zip(self.formulas, (3, 2), strict=True):
            head.addWidget(formula, stretch)
        layout.addLayout(head)
        layout.addWidget(self.worksheet, 1)
        return scrolled(inner)

    # --- what to look at ---

    def lens(self) -> Lens | None:
        target = target_of(self.bench, self._target)
        if target is None:
            self.say(tr(_NO_LAYER))
        if target != self._target:
            self._target, self._index, self._fixed, self._sight = target, (), False, None
            self.worksheet.opened = set()
            self.worksheet.show_seen(None, "")
        return Microscope(target.network, self.bench.previews.subject, target.path) if target is not None else None

    def refresh(self) -> None:
        self._ask()

    def turn_to(self, target: Any) -> None:
        """``target``: the id of a layer of the network on the canvas."""
        if isinstance(target, str) and target in self.bench.session.graph.by_id:
            self.bench.session.select([target])
        self.follow()

    def forget(self) -> None:
        self._sight = None
        self.sheet.show_tiles(None, "unit", 1, 1)
        self.worksheet.show_seen(None, "")

    def renew(self) -> None:
        """The calculation stays until the next one comes, a moment later."""
        self._sight = None

    def _ask(self) -> None:
        target = self._target
        if target is None or self.looked_into is None or not self.seen:
            self._pointing.ask(None)
        else:
            self._pointing.ask(Arithmetic(target.network, self.bench.previews.subject, target.path, self._index))

    # --- what is seen ---

    @property
    def shown_name(self) -> str:
        """Which of the shelf's names is shown; "" while there is none."""
        return str(self.shows.currentData() or "")

    def show_seen(self, seen: Seen) -> None:
        sight = seen.sight
        if not isinstance(sight, MicroscopeSeen):
            return
        self._sight, self._steps = sight, (seen.step, self._steps[1])
        self._shelf.show_sight(sight)
        self._offer()
        self._show_plates()

    @Slot(object)
    def _on_answered(self, event: Seen | Unseen) -> None:
        title = self._target.title if self._target is not None else ""
        if isinstance(event, Unseen):
            self.worksheet.show_seen(None, title, event.message)
            return
        sight = event.sight
        if not isinstance(sight, ArithmeticSeen):
            return
        if not self._index:
            self._index = sight.index
        self._steps = self._steps[0], event.step
        self._shelf.show_arithmetic(sight)
        self._offer()
        if self.shown_name == KERNEL:
            self._show_plates()
        self._mark(sight)
        self.worksheet.show_seen(sight, title)
        formulas = [part.formula for part in sight.parts if part.formula]
        for view, latex in zip(self.formulas, [*formulas[:2], "", ""], strict=False):
            view.set_latex(latex)
            view.setVisible(bool(latex))

    def _offer(self) -> None:
        """What there is to be seen of this layer; what was chosen stays."""
        names = list(self._shelf.names)
        if [self.shows.itemData(i) for i in range(self.shows.count())] == names:
            return
        chosen = self.shown_name
        self.shows.blockSignals(True)
        self.shows.clear()
        for name in names:
            self.shows.addItem(self._shelf.title(name), name)
        self.shows.setCurrentIndex(max(0, self.shows.findData(chosen)))
        self.shows.blockSignals(False)
        self._show_plates()

    @Slot()
    def _show_plates(self, *_: object) -> None:
        target, sight = self._target, self._sight
        if sight is None or target is None:
            return
        name = self.shown_name
        tiles = self._shelf.tiles(name)
        shape = " × ".join(f"{size:,}" for size in self._shelf.shape(name))
        self._title.show_text(target.title)
        self.content.setAccessibleName(
            tr("{path}, {shape}, for {sample}", path=target.path, shape=shape, sample=sight.sample)
        )
        scale: Scale = self.scale.currentData()
        self.sheet.show_tiles(tiles, scale, self._shelf.reach(name), max(-sight.low, sight.high))
        self._mark(self.worksheet.seen)
        self._read_index()

    def _mark(self, sight: ArithmeticSeen | None) -> None:
        name = self.shown_name
        if sight is None or name in (KERNEL, ATTENTION, *self._shelf.outputs[1:]):
            self.sheet.mark(())
        elif name == self._shelf.outputs[0]:
            self.sheet.mark(sight.index)
        else:
            number_ = self._shelf.input_number(name)
            self.sheet.mark((), tuple(reads for reads in sight.reads if reads.number == number_))

    # --- pointer ---

    @Slot(tuple)
    def _on_hovered(self, index: tuple[int, ...]) -> None:
        self._over = index
        self._read(index)
        if self.shown_name == self._shelf.outputs[0] and not self._fixed:
            self._go_to(index)

    @Slot(tuple)
    def _on_chosen(self, index: tuple[int, ...]) -> None:
        """A click holds a number, and lets go of it the second time."""
        if self.shown_name != self._shelf.outputs[0]:
            return
        self._fixed = not (self._fixed and index == self._index)
        self._go_to(index)
        self._read(index)
        box = self.sheet.place_of(index)
        if not box.isNull():
            self.area.ensureVisible(box.center().x(), box.center().y(), 20, 24)

    def _go_to(self, index: tuple[int, ...]) -> None:
        self._index = index
        self.sheet.mark(index)
        self._ask()

    def _read(self, index: tuple[int, ...]) -> None:
        value = self._shelf.value(self.shown_name, index)
        held = " · " + tr("held: click it again to let go") if self._fixed and index == self._index else ""
        told = f" = {number(value)}" if value is not None else ""
        where = self._shelf.place(self.shown_name, index)
        self._readout.show_text(f"{where}{told}{self._apart}{held}")

    @property
    def _apart(self) -> str:
        """While it trains, maps and calculation are of steps of their own."""
        maps, calculation = self._steps
        if maps == calculation:
            return ""
        return " " + tr("after step {step:,} (calculated for {other:,})", step=maps, other=calculation)

    @Slot()
    def _on_left(self) -> None:
        self._over = None
        self._read_index()

    def _read_index(self) -> None:
        """The number under the pointer as it is now; how much there is while the pointer is elsewhere."""
        if self._over is not None and self._shelf.value(self.shown_name, self._over) is not None:
            self._read(self._over)
            return
        told = self._shelf.told(self.shown_name)
        fixed = tr("{place} is held", place=place(self._index)) + " · " if self._fixed and self._index else ""
        self._readout.show_text(f"{fixed}{told}{self._apart}")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self.area.viewport():
            self.sheet.room = self.area.viewport().height()
            self.sheet.lay_out()
        return super().eventFilter(watched, event)


def _column(head: QHBoxLayout, readout: QWidget, body: QWidget) -> QWidget:
    made = QWidget()
    layout = QVBoxLayout(made)
    layout.setContentsMargins(0, 0, 8, 0)
    layout.setSpacing(4)
    layout.addLayout(head)
    layout.addWidget(readout)
    layout.addWidget(body, 1)
    made.setMinimumWidth(200)
    return made
