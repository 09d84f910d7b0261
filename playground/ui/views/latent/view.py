"""The space of codes inside a network, live: where samples lie in it, and what codes stand for."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from playground.core.language import mark, tr
from playground.protocol import (
    Brought,
    FromData,
    Latent,
    LatentCode,
    LatentCodeSeen,
    LatentDecoded,
    LatentDecodedSeen,
    LatentPathSeen,
    LatentSeen,
    Seen,
    Unseen,
)
from playground.ui.views.bench import Bench
from playground.ui.views.choices import choice
from playground.ui.views.latent.map_side import MapSide
from playground.ui.views.latent.panels import BETWEEN, GRID, SLIDERS, Panels
from playground.ui.views.latent.place import Place
from playground.ui.views.latent.sliders import usual
from playground.ui.views.view import View


class LatentView(View):
    """At the left the map of samples, at the right one of four panels that work with codes.

    The code *in hand* is that of the sample that flows through the window, until a person makes another.
    """

    EMPTY = mark("Press Run, and this shows where samples lie among the network's codes.")

    def __init__(self, bench: Bench, parent: QWidget | None = None) -> None:
        super().__init__(bench, parent)
        self.sight: LatentSeen | None = None
        self.own: np.ndarray | None = None  # a code that a person made
        self._code: LatentCodeSeen | None = None
        self._place = Place(bench)
        self._code_port, self._hover_port = self.port(), self.port(interval=0.0)
        self._decoded_port, self._grid_port, self._path_port = self.port(interval=0.0), self.port(), self.port()
        self._map_port = self.port()
        self.map = MapSide(self._map_port)
        self.panels = panels = Panels()
        self.sliders, self.grid, self.between = panels.sliders, panels.grid, panels.between
        self.which = choice(
            ((tr("Own code"), "own"), (tr("Selected layer"), "selected")), tr("Whose numbers are the code")
        )
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.choices.addWidget(self.which)
        self.choices.addWidget(self.map.method)
        self.choices.addStretch(1)
        for chip in self.panels.chips.values():
            self.choices.addWidget(chip)
        layout = QHBoxLayout(self.content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.map, 5)
        layout.addWidget(self.panels, 6)

    def _connect(self) -> None:
        bench = self.bench
        self.which.activated.connect(self._on_which)
        bench.session.selection_changed.connect(self.follow)
        bench.session.network_changed.connect(self.follow)
        bench.previews.subject_changed.connect(self._on_subject)
        self._code_port.arrived.connect(self._on_code)
        self._hover_port.arrived.connect(self._on_hovered)
        self._decoded_port.arrived.connect(self._on_decoded)
        self._grid_port.arrived.connect(self._on_grid)
        self._path_port.arrived.connect(self._on_path)
        self.panels.chosen.connect(self._on_panel)
        self.map.changed.connect(self._show_marks)
        self.map.codes.point_clicked.connect(self._on_point)
        self.map.codes.point_hovered.connect(self._on_point_hovered)
        self.map.codes.place_clicked.connect(self._on_place)
        self.sliders.code_moved.connect(self.take)
        self.sliders.reset_wanted.connect(self._on_reset)
        self.grid.changed.connect(self._open_ports)
        self.grid.code_chosen.connect(self.take)
        self.grid.code_pointed.connect(self._show_marks)
        self.between.changed.connect(self._open_ports)
        self.between.code_chosen.connect(self.take)

    # --- what to look through ---

    @Slot()
    def _on_panel(self) -> None:
        if self.seen:
            self._show_code()
            self._show_marks()
            self._open_ports()

    def lens(self) -> Latent | None:
        network = self._place.network
        if network is None:
            self.say(tr("The network on the canvas is not among those that are trained."))
            return None
        self.which.setCurrentIndex(self.which.findData(self._place.shown_mode))
        lens = Latent(network, self._place.layer)
        if self.sight is not None and lens != self._port.lens:
            self._drop()
        return lens

    def refresh(self) -> None:
        self._open_ports()

    def turn_to(self, target: Any) -> None:
        """A layer's path, or a panel's name."""
        if target in self.panels.chips:
            self.panels.choose(str(target))
        else:
            self._place.layer_wanted = str(target)
            self.follow()

    def _open_ports(self) -> None:
        """Those whose panel is seen."""
        lens = self._port.lens
        if not self.seen or not isinstance(lens, Latent):
            for port in (self._code_port, self._hover_port, self._decoded_port, self._grid_port, self._path_port):
                port.close()
            self.map.follow(None)
            return
        network, layer, panel = lens.network, lens.layer, self.panels.current
        decodes = self.sight is not None and not self.sight.decodes
        subject = self.bench.previews.subject
        if isinstance(subject, Brought) and self.sight is not None and self.sight.noise:
            subject = FromData()
        self._code_port.open(LatentCode(network, layer, subject))
        made = self.own if decodes and panel == SLIDERS else None
        code = None if made is None else LatentDecoded(network, layer, tuple(np.nan_to_num(made).tolist()))
        self._decoded_port.open(code)
        if self.sight is not None:
            middle, spread = usual(self.sight)
            self.grid.lay(middle if self.own is None else self.own, middle, spread)
        self._grid_port.open(self.grid.lens(network, layer) if decodes and panel == GRID else None)
        self._path_port.open(self.between.lens(network, layer) if decodes and panel == BETWEEN else None)
        self.map.follow(lens)

    # --- what is seen ---

    def show_seen(self, seen: Seen) -> None:
        sight = seen.sight
        assert isinstance(sight, LatentSeen)
        first = self.sight is None
        self.sight = sight
        if self.own is not None and len(self.own) != len(sight.means):
            self.own = None
        if first:
            self.panels.offer(divergence=sight.kl is not None, fault=sight.decodes)
        self.map.show_seen(sight)
        self.panels.divergence.show_seen(sight)
        middle, spread = usual(sight)
        self.sliders.set_scale(middle, spread, sight.kl)
        self.between.set_part(sight.part)
        self._show_marks()
        if first:
            self._show_code()
        if first or self.panels.current == GRID:
            self._open_ports()

    def forget(self) -> None:
        self._drop()

    def renew(self) -> None:
        """A code that a person made stays in hand where the next network's codes are as long."""
        own = self.own
        self._drop()
        self.own = own

    def _drop(self) -> None:
        """Of another code nothing is kept."""
        self.sight = self._code = self.own = None
        self.map.forget()

    @Slot(object)
    def _on_code(self, event: Seen | Unseen) -> None:
        if isinstance(event, Seen) and isinstance(event.sight, LatentCodeSeen):
            self._code = event.sight
            self._show_code()
            self._show_marks()

    def _show_code(self) -> None:
        """The code in hand on the sliders."""
        if self.own is not None:
            self.sliders.show_code(self.own)
        elif self._code is not None:
            self.sliders.show_code(self._code.code)
            self.sliders.show_picture(self._code.decoded, tr("what comes of {sample}", sample=self._code.sample))
        if self.sight is not None and self.sight.decodes:
            self.sliders.show_picture(None, self.sight.decodes)

    @Slot(object)
    def _on_decoded(self, event: Seen | Unseen) -> None:
        if isinstance(event, Unseen):
            self.sliders.show_picture(None, event.message)
        elif isinstance(event.sight, LatentDecodedSeen) and self.own is not None:
            self.sliders.show_picture(event.sight.results[0], tr("what comes of your code"))

    @Slot(object)
    def _on_grid(self, event: Seen | Unseen) -> None:
        if isinstance(event, Unseen):
            self.grid.say(event.message)
        elif isinstance(event.sight, LatentDecodedSeen):
            self.grid.show_seen(event.sight)

    @Slot(object)
    def _on_path(self, event: Seen | Unseen) -> None:
        if isinstance(event, Unseen):
            self.between.say(event.message)
        elif isinstance(event.sight, LatentPathSeen):
            self.between.show_seen(event.sight)
            self._show_marks()

    @Slot(object)
    def _on_hovered(self, event: Seen | Unseen) -> None:
        if isinstance(event, Seen) and isinstance(event.sight, LatentCodeSeen):
            found = event.sight
            index = self.map.index_of(found.subject)
            words = " · ".join(part for part in (found.label, found.sample) if part)
            self.map.codes.show_card(index, found.picture, words)

    # --- marks on the map ---

    @Slot()
    def _show_marks(self, pointed: object = None) -> None:
        sight = self.sight
        if sight is None:
            return
        hand = pointed if isinstance(pointed, np.ndarray) else self.own
        way = self.between.seen.codes if self.panels.current == BETWEEN and self.between.seen is not None else None
        self.map.mark(self._code, hand, way)

    # --- what a person does ---

    @Slot(object)
    def take(self, code: np.ndarray) -> None:
        """Hold ``code`` in hand."""
        self.own = np.asarray(code, np.float32)
        self._show_code()
        self._show_marks()
        self._open_ports()

    @Slot()
    def _on_reset(self) -> None:
        self.own = None
        self._show_code()
        self._show_marks()
        self._open_ports()

    @Slot(object)
    def _on_subject(self, _subject: object) -> None:
        self.own = None
        if self.seen:
            self._open_ports()
            self._show_marks()

    @Slot(int)
    def _on_point(self, index: int) -> None:
        subject = self.map.subject_of(index)
        if subject is None:
            return
        if self.panels.current == BETWEEN:
            self.between.take(subject.number)
        else:
            self.own = None
            self.bench.previews.choose(subject)
            self._open_ports()

    @Slot(int)
    def _on_point_hovered(self, index: int) -> None:
        subject, lens = self.map.subject_of(index), self._port.lens
        if subject is None or not isinstance(lens, Latent):
            self._hover_port.close()
        else:
            self._hover_port.open(LatentCode(lens.network, lens.layer, subject))

    @Slot(float, float)
    def _on_place(self, x: float, y: float) -> None:
        """Where no sample is: the code that lies there, as far from the plane as the one in hand."""
        sight = self.sight
        if sight is None or sight.decodes or self.map.shows_map or self._code is None:
            return
        code = self.own if self.own is not None else self._code.code
        there = (code - sight.middle) @ sight.directions
        self.take(code + sight.directions @ (np.array([x, y]) - there))

    @Slot(int)
    def _on_which(self, index: int) -> None:
        self._place.chosen_mode = str(self.which.itemData(index))
        self._place.layer_wanted = ""
        self.follow()
