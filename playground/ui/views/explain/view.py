"""The view that explains a prediction, for the sample that flows through the window."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
    QWidgetAction,
)  # fmt: skip

from playground.core.language import mark, tr
from playground.protocol import Brought, Explain, ExplainSeen, FromData, Lens, Method, Seen
from playground.protocol.lenses.explain import LIKELIEST_OTHER, METHODS
from playground.ui.predict.bars import AnswerBars
from playground.ui.theme import theme
from playground.ui.views.bench import Bench
from playground.ui.views.choices import choice, refill, toggle
from playground.ui.views.explain.panel import MethodPanel
from playground.ui.views.explain.reading import Reading
from playground.ui.views.explain.settings import ExplainSettings
from playground.ui.views.explain.shades import reach_of
from playground.ui.views.explain.words import headline, reading
from playground.ui.views.view import View
from playground.ui.widgets.basics import label, set_text, sideways
from playground.ui.widgets.elided import ElidedLabel

_BARS, _READING = 142, 30
_ROOMY = 330  # pixels of height from which on each method has its sentences under it
_MOST_LISTED = 200  # classes in a list
_PREDICTED, _NOTHING, _RUNNER_UP = mark("Predicted"), mark("Nothing else"), mark("The likeliest other")
_SHARED: tuple[Method, ...] = ("gradient_input", "integrated", "occlusion")  # in the unit of what is explained


class ExplainView(View):
    """Methods side by side. ``turn_to`` takes a sample, the number of a class, or the path of a layer for Grad-CAM."""

    EMPTY = mark("Press Run, and this shows what counted for what the network says of a sample.")

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self._seen: ExplainSeen | None = None
        self._step, self._anew, self._wanted = 0, 0, ""
        self._listed: tuple[str, ...] = ()
        self.output, self.against = choice(((tr(_PREDICTED), None),), tr("What is explained")), choice(
            ((tr(_NOTHING), None),), tr("Rather than what: its score is taken off")
        )  # fmt: skip
        self.opacity, self.shared = QSlider(Qt.Orientation.Horizontal), toggle(tr("One scale"))
        self.settings, self.menu = ExplainSettings(), QToolButton()
        self.bars, self.words, self.reading = AnswerBars(), ElidedLabel("caption"), Reading(_READING)
        self._pointed: Method = METHODS[0]
        self.panels = {method: MethodPanel(method) for method in METHODS}
        self._build()
        bench.session.network_changed.connect(self.follow)
        bench.previews.subject_changed.connect(self.follow)
        theme().changed.connect(self._draw)

    # --- parts ---

    def _build(self) -> None:
        layout = QVBoxLayout(self.content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        self._fill_choices()
        body = QHBoxLayout()
        body.setSpacing(12)
        self.bars.setFixedWidth(_BARS)
        body.addWidget(self.bars)
        body.addWidget(self._methods(), 1)
        layout.addLayout(body, 1)
        layout.addWidget(self.words)
        layout.addWidget(self.reading)

    def _fill_choices(self) -> None:
        self.opacity.setRange(0, 100)
        self.opacity.setValue(50)
        self.opacity.setFixedWidth(76)
        self.opacity.setAccessibleName(tr("Overlay"))
        self.opacity.setToolTip(tr("Overlay: left the sample alone, right the colours alone"))
        self.opacity.valueChanged.connect(self._draw)
        self.shared.setToolTip(
            tr(
                "Gradient × input, Integrated Gradients and occlusion on one colour scale: they are in the same unit. "
                "Otherwise each has its own"
            )
        )
        self.shared.toggled.connect(self._draw)
        self.menu.setText(tr("Methods ▾"))
        self.menu.setProperty("look", "tab")
        self.menu.setFixedHeight(26)
        self.menu.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        self.menu.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu, action = QMenu(self.menu), QWidgetAction(self.menu)
        action.setDefaultWidget(self.settings)
        menu.addAction(action)
        self.menu.setMenu(menu)
        row = self.choices
        self._rather = label(tr("rather than"), "caption")
        for widget in (self.output, self._rather, self.against, self.opacity, self.shared, self.menu):
            row.addWidget(widget)
        row.addStretch(1)
        for combo in (self.output, self.against):
            combo.setMaximumWidth(170)
            combo.currentIndexChanged.connect(self.follow)
        self.settings.changed.connect(self.follow)
        self.settings.drawn_anew.connect(self._on_anew)

    def _methods(self) -> QWidget:
        inside = QWidget()
        row = self._columns = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for panel in self.panels.values():
            row.addWidget(panel, 1)
            panel.pointed.connect(self._on_pointed)
        return sideways(inside)

    # --- what it looks through ---

    def lens(self) -> Lens | None:
        project = self.looked_into
        if project is None:
            return None
        shown = self.bench.session.network
        network = shown if shown in project.networks else project.main_network
        methods = self.settings.methods
        if not methods:
            self.say(tr("Choose a method."))
            return None
        kept = self.settings
        return Explain(
            network, self.bench.previews.subject, self.output.currentData(), self.against.currentData(), methods,
            kept.baseline.currentData(), kept.steps.currentData(), kept.layer.currentData(),
            kept.patch.currentData(), kept.stride.currentData(), self._anew,
        )  # fmt: skip

    def refresh(self) -> None:
        for method, panel in self.panels.items():
            panel.setVisible(method in self.settings.methods)

    def show_seen(self, seen: Seen) -> None:
        if isinstance(seen.sight, ExplainSeen):
            self._seen, self._step = seen.sight, seen.step
            self._offer(seen.sight)
            self._draw()

    def forget(self) -> None:
        self._seen = None
        for panel in self.panels.values():
            panel.forget()

    def turn_to(self, target: Any) -> None:
        if isinstance(target, FromData | Brought):
            self.bench.previews.choose(target)
        elif isinstance(target, str):
            self._wanted = target
            self.settings.choose_layer(target)
        elif isinstance(target, int):
            self.output.setCurrentIndex(max(0, self.output.findData(target)))

    # --- showing ---

    def _offer(self, seen: ExplainSeen) -> None:
        """The classes, with the one that is predicted now."""
        self.settings.offer(seen)
        if self._wanted:
            self.settings.choose_layer(self._wanted)
            self._wanted = ""
        several = len(seen.outputs) > 1
        for widget in (self.output, self._rather, self.against):
            widget.setVisible(several)
        best = seen.outputs[int(np.argmax(seen.scores))] if len(seen.scores) else ""
        if seen.outputs != self._listed:
            self._listed = seen.outputs
            listed = [(name, n) for n, name in enumerate(seen.outputs[:_MOST_LISTED])]
            refill(self.output, [(tr(_PREDICTED), None), *listed])
            refill(self.against, [(tr(_NOTHING), None), (tr(_RUNNER_UP), LIKELIEST_OTHER), *listed])
        largest = tr("Predicted: {name}", name=best) if seen.probabilities else tr("Largest: {name}", name=best)
        self.output.setItemText(0, largest)
        other = seen.outputs[seen.against] if seen.against is not None else ""
        runner_up = self.against.currentData() == LIKELIEST_OTHER and other
        named = tr("The likeliest other: {name}", name=other)
        self.against.setItemText(1, named if runner_up else tr(_RUNNER_UP))

    @Slot()
    def _draw(self) -> None:
        seen = self._seen
        if seen is None:
            return
        self.words.show_text(headline(seen))
        self.words.setToolTip(headline(seen))
        said = seen.outputs[int(np.argmax(seen.said))] if seen.probabilities and len(seen.said) else ""
        self.bars.show_values(seen.outputs, seen.said.tolist(), said, probabilities=seen.probabilities)
        reaches = {found.method: reach_of(found.values) for found in seen.attributions}
        if self.shared.isChecked():
            together = max((reaches.get(method, 0.0) for method in _SHARED), default=0.0)
            reaches |= {method: together for method in _SHARED if method in reaches}
        order, opacity, roomy = _order(seen), self.opacity.value() / 100, self.content.height() >= _ROOMY
        for number, found in enumerate(seen.attributions):
            panel, named = self.panels[found.method], number == 0
            self._columns.setStretchFactor(panel, 2 if named and seen.form == "row" else 1)
            reach = reaches[found.method]
            panel.show_found(seen, found, self._step, reach, opacity, order, roomy=roomy, named=named)
        told = self._pointed if self._pointed in reaches else next(iter(reaches))
        set_text(self.reading, "" if roomy else reading(told, seen))
        self.reading.setToolTip(self.reading.full_text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._draw()

    # --- what a person does ---

    @Slot(str)
    def _on_pointed(self, method: Method) -> None:
        """Its sentences are read under the pictures."""
        self._pointed = method
        self._draw()

    @Slot()
    def _on_anew(self) -> None:
        self._anew += 1
        self.follow()


def _order(seen: ExplainSeen) -> list[int]:
    """Numbers of a row, those first that count most over all methods."""
    if seen.form != "row":
        return []
    sums = np.zeros(len(seen.sample))
    for found in seen.attributions:
        reach = reach_of(found.values)
        if found.values is not None and reach > 0:
            sums += np.nan_to_num(np.abs(found.values)) / reach
    order: list[int] = np.argsort(-sums, kind="stable").tolist()
    return order
