"""The GAN cockpit: the game as it stands, with the levers to move it."""

from __future__ import annotations

from collections import deque

import numpy as np
from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from playground.core.language import mark, tr
from playground.protocol import Coverage, CoverageSeen, FakePush, FakePushSeen, Game, GameSeen, Lens, Seen, Unseen
from playground.training.tasks import GENERATOR
from playground.ui.views.bench import Bench
from playground.ui.views.gan.controls import GameControls
from playground.ui.views.gan.counts import CountBars
from playground.ui.views.gan.flow import GameFlow
from playground.ui.views.gan.gallery import SORTINGS, Gallery, PushFigure
from playground.ui.views.gan.plane import LAYERS, GamePlane
from playground.ui.views.gan.sparks import Curve, Sparks, lines_of
from playground.ui.views.view import View
from playground.ui.widgets.basics import Combo, label, scrolled, set_flag, set_text

_TWO_COLUMNS, _SIDE, _WIDEST = 620, 204, 320  # from this width on the instruments stand in two columns
_TALLEST = 240  # of curves, and of bars
_KEPT_MEANS = 2000
_CURVES_MS = 250
_STEP_SECONDS = 1.2  # that a single step is shown


class GanCockpit(View):
    """Left the samples: points on their plane or images. Right the instruments: levers, curves, classes."""

    EMPTY = mark("Press Run, and this shows the generator and the discriminator at their game.")

    def __init__(self, bench: Bench, parent: QWidget | None = None) -> None:
        super().__init__(bench, parent)
        self.plane, self.gallery, self.push = GamePlane(), Gallery(), PushFigure()
        self.flow, self.sparks, self.counts = GameFlow(), Sparks(), CountBars()
        self.controls = GameControls(bench)
        self.told, self._hint = label("", wrap=True), label("", "caption", wrap=True)
        self._means: deque[tuple[int, float, float]] = deque(maxlen=_KEPT_MEANS)
        self._step = -1
        self.layer_buttons: dict[str, QToolButton] = {}
        self.sorting = Combo()
        self._stage = QStackedWidget()
        self._arrange()
        self._coverage, self._pushes = self.port(interval=0.2), self.port()
        self._coverage.arrived.connect(self._on_coverage)
        self._pushes.arrived.connect(self._on_push)
        self.gallery.chosen.connect(self._on_fake_chosen)
        self._curves = QTimer(self, singleShot=True, interval=_CURVES_MS)
        self._curves.timeout.connect(self._show_curves)
        bench.controller.progressed.connect(self._on_progress)

    # --- looking ---

    def lens(self) -> Lens | None:
        run = self.looked_into
        if run is None or run.task.type == "gan":
            return Game(GENERATOR)
        self.say(tr("This shows the game of a generator and a discriminator. No such pair is trained here."))
        return None

    def refresh(self) -> None:
        looking = self.looked_into is not None and self.lens() is not None
        self._coverage.open(Coverage(GENERATOR) if looking else None)
        self._open_push()
        if self.bench.controller.state not in ("running", "paused"):
            self.flow.rest()
        self._show_curves()

    def forget(self) -> None:
        self.plane.forget()
        self.flow.rest()
        self.push.show_seen(None)
        self.counts.say("")
        self._means.clear()
        self._step = -1
        self.sparks.show_lines([])
        self._chips.hide()
        self.sorting.hide()

    def renew(self) -> None:
        """Classes and the push of a fake are told anew in a moment."""
        self.plane.forget()
        self._means.clear()
        self._step = -1

    def show_seen(self, seen: Seen) -> None:
        sight = seen.sight
        assert isinstance(sight, GameSeen)
        if seen.step < self._step:
            self._means.clear()
        images = sight.kind == "images"
        self._stage.setCurrentIndex(int(images))
        self._chips.setVisible(not images)
        self.sorting.setVisible(images)
        if images:
            self.gallery.show_seen(sight)
        else:
            self.plane.show_seen(sight, seen.step)
            self._offer_map(sight.kind == "plane")
        standing = sight.standing
        set_flag(self.told, "look", "warn" if standing.trouble in ("collapse", "vanishing") else "")
        set_text(self.told, standing.message)
        set_text(self._hint, standing.hint)
        if len(sight.real_scores) and len(sight.fake_scores):
            self._means.append((seen.step, float(sight.real_scores.mean()), float(sight.fake_scores.mean())))
        self._light(sight, seen.step)
        self._step = seen.step
        self._curves.start()

    def _light(self, sight: GameSeen, step: int) -> None:
        """Single steps and slow motion show who learned; at full speed both do, many times a second."""
        controller = self.bench.controller
        if step == self._step:
            return
        if controller.pace or controller.state == "paused":
            self.flow.play(sight.learned, controller.pace or _STEP_SECONDS)
        else:
            self.flow.rest()

    def _offer_map(self, there: bool) -> None:
        self.layer_buttons["map"].setEnabled(there)

    @Slot(object)
    def _on_coverage(self, event: Seen | Unseen) -> None:
        if isinstance(event, Unseen):
            self.counts.say(event.message)
        elif isinstance(event.sight, CoverageSeen):
            self.counts.show_seen(event.sight)

    @Slot(object)
    def _on_push(self, event: Seen | Unseen) -> None:
        sight = None if isinstance(event, Unseen) else event.sight
        self.push.show_seen(sight if isinstance(sight, FakePushSeen) else None)

    @Slot(object)
    def _on_fake_chosen(self, number: int | None) -> None:
        self.push.setVisible(number is not None)
        if number is None:
            self.push.show_seen(None)
        self._open_push()

    def _open_push(self) -> None:
        chosen, there = self.gallery.choice, self.looked_into is not None
        self._pushes.open(FakePush(GENERATOR, chosen) if chosen is not None and there else None)

    @Slot(object)
    def _on_progress(self, _event: object) -> None:
        if self.seen and not self._curves.isActive():
            self._curves.start()

    @Slot()
    def _show_curves(self) -> None:
        run = None if self.untrained else self.bench.plots.runs.current
        self.sparks.show_lines(lines_of(run.series if run is not None else {}, self._seen_means()))

    def _seen_means(self) -> dict[str, Curve]:
        if not self._means:
            return {}
        steps, real, fake = (np.array(column, np.float64) for column in zip(*self._means, strict=True))
        return {"Real": (steps, real), "Fake": (steps, fake)}

    # --- the parts ---

    def _arrange(self) -> None:
        self._stage.addWidget(self.plane)
        self._stage.addWidget(self._images_page())
        for choice in (self._make_chips(), self.sorting):
            choice.hide()
            self.choices.addWidget(choice)
        self.choices.addStretch(1)
        first, second = QWidget(), QWidget()
        for column, parts in ((first, (self.controls, self.flow)), (second, (self.sparks, self.counts))):
            inner = QVBoxLayout(column)
            inner.setContentsMargins(0, 0, 0, 0)
            inner.setSpacing(4)
            for part in parts:
                inner.addWidget(part, 100 if column is second else 0)
                if column is second:
                    part.setMaximumHeight(_TALLEST)
            if column is first:
                inner.addWidget(self.told)
                inner.addWidget(self._hint)
            inner.addStretch(1)
        self._columns, holder = (first, second), QWidget()
        self._grid = QGridLayout(holder)
        self._grid.setContentsMargins(0, 0, 6, 0)
        self._grid.setHorizontalSpacing(14)
        self._side = scrolled(holder)
        layout = QHBoxLayout(self.content)
        layout.setContentsMargins(0, 2, 0, 4)
        layout.setSpacing(12)
        layout.addWidget(self._stage, 1)
        layout.addWidget(self._side)
        self._place_columns(two=True)

    def _make_chips(self) -> QWidget:
        self._chips = QWidget()
        chips = QHBoxLayout(self._chips)
        chips.setContentsMargins(0, 0, 0, 0)
        chips.setSpacing(2)
        for layer in LAYERS:
            self.layer_buttons[layer.name] = chip = QToolButton()
            chip.setText(tr(layer.title))
            chip.setToolTip(tr(layer.help))
            chip.setProperty("look", "choice")
            chip.setCheckable(True)
            chip.setChecked(layer.begins)
            chip.setFixedHeight(24)
            chip.toggled.connect(self._on_layer)
            chips.addWidget(chip)
        return self._chips

    def _images_page(self) -> QWidget:
        page = QWidget()
        for sorting, title in SORTINGS:
            self.sorting.addItem(tr(title), sorting)
        self.sorting.setFixedWidth(200)
        self.sorting.setAccessibleName(tr("Order of the images"))
        self.sorting.currentIndexChanged.connect(self._on_sorting)
        beside = QHBoxLayout(page)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(10)
        beside.addWidget(self.gallery, 1)
        self.push.hide()  # until a fake is chosen
        beside.addWidget(self.push)
        return page

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_columns(two=self.width() >= _TWO_COLUMNS)

    def _place_columns(self, *, two: bool) -> None:
        first, second = self._columns
        self._grid.addWidget(first, 0, 0)
        self._grid.addWidget(second, 0 if two else 1, 1 if two else 0)
        side = min(max(_SIDE, round(0.22 * self.width())), _WIDEST)
        for column in self._columns:
            column.setFixedWidth(side)
        bar = self._side.verticalScrollBar().sizeHint().width()  # one column under the other needs it
        self._side.setFixedWidth(2 * side + 20 if two else side + 6 + bar)

    @Slot(bool)
    def _on_layer(self, shown: bool) -> None:
        sender = self.sender()
        name = next(name for name, button in self.layer_buttons.items() if button is sender)
        self.plane.show_layer(name, shown)

    @Slot(int)
    def _on_sorting(self, _index: int) -> None:
        self.gallery.sort(self.sorting.currentData())
