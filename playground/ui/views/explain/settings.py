"""What one can set of the methods: which are shown, baseline, steps, layer, patch and stride."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QWidget

from playground.core.language import mark, tr
from playground.protocol import ExplainSeen, Method
from playground.ui.views.choices import choice, refill, spoken
from playground.ui.views.explain.words import BASELINES, TITLES
from playground.ui.widgets.basics import Check, button
from playground.ui.widgets.numbers import counted

_STEPS = (16, 32, 64, 128, 256)
_AUTO = (mark("What fits"), 0)
_PATCHES = (_AUTO, *((f"{n}", n) for n in (1, 2, 3, 4, 5, 7, 9, 12, 16, 24, 32)))
_STRIDES = ((mark("Half a patch"), 0), *((f"{n}", n) for n in (1, 2, 3, 4, 6, 8, 16)))


class ExplainSettings(QWidget):
    """``changed`` tells of any choice; ``drawn_anew`` wants other noise."""

    changed = Signal()
    drawn_anew = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.checks: dict[Method, Check] = {}
        self.baseline = choice(spoken(BASELINES["image"]), tr("Baseline: what stands for nothing"))
        self.steps = choice(
            [(counted(n, "step"), n) for n in _STEPS],
            tr("Steps of Integrated Gradients from the baseline to the sample"),
        )
        self.layer = choice(((tr("Last convolution"), ""),), tr("Layer of Grad-CAM"))
        self.patch = choice(spoken(_PATCHES), tr("Patch of occlusion: places to a side"))
        self.stride = choice(spoken(_STRIDES), tr("Stride of occlusion: how far a patch moves"))
        self.again = button(tr("Other noise"))
        self.steps.setCurrentIndex(1)
        self._form = ""
        self._lay_out()
        for combo in (self.baseline, self.steps, self.layer, self.patch, self.stride):
            combo.currentIndexChanged.connect(lambda *_: self.changed.emit())
        self.baseline.currentIndexChanged.connect(self._follow)
        self.again.clicked.connect(self.drawn_anew)
        self._follow()

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(12, 8, 12, 8)
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(4)
        for method, title in TITLES.items():
            check = Check(tr(title))
            check.setChecked(True)
            check.setAccessibleName(tr(title))
            check.toggled.connect(lambda *_: self.changed.emit())
            self.checks[method] = check
            form.addRow(QLabel(tr(title)), check)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.baseline, 1)
        row.addWidget(self.again)
        form.addRow(QLabel(tr("Baseline")), row)
        for title, combo in (
            (tr("Steps"), self.steps), (tr("Layer"), self.layer),
            (tr("Patch"), self.patch), (tr("Stride"), self.stride),
        ):  # fmt: skip
            form.addRow(QLabel(title), combo)

    @property
    def methods(self) -> tuple[Method, ...]:
        return tuple(method for method, check in self.checks.items() if check.isChecked())

    def offer(self, seen: ExplainSeen) -> None:
        """What there is to choose from for this network and this sample."""
        if seen.form != self._form:
            self._form = seen.form
            refill(self.baseline, spoken(BASELINES[seen.form]))
            self.baseline.setCurrentIndex(0)
            self._follow()
        refill(self.layer, ((tr("Last convolution"), ""), *((title, path) for path, title in seen.layers)))
        row = seen.form == "row"  # its numbers are covered one by one
        for combo in (self.patch, self.stride):
            combo.setEnabled(not row)
        self.layer.setEnabled(bool(seen.layers))

    def choose_layer(self, path: str) -> None:
        """Grad-CAM of this layer, where it is known to give maps."""
        place = self.layer.findData(path)
        if place >= 0:
            self.layer.setCurrentIndex(place)

    def _follow(self) -> None:
        self.again.setEnabled(self.baseline.currentData() == "noise")
