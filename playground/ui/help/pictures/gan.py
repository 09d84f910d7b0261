"""A GAN of one number: fakes move to where the discriminator takes things for real."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QPainter

from playground.core.language import tr
from playground.ui.help.maths.theory import SmallGan, normal_density
from playground.ui.help.pictures.chart import Chart
from playground.ui.help.pictures.grid import Array
from playground.ui.help.pictures.knob import line, number
from playground.ui.help.pictures.picture import InteractivePicture, Options

_REACH, _POINTS, _MOST, _EACH = 4.5, 241, 2000, 2


class GanPicture(InteractivePicture):
    """Curves of the data, of the fakes, and of what the discriminator says at each place."""

    def __init__(self, options: Options | None = None) -> None:
        super().__init__(options)
        self.gan = SmallGan()
        self.chart = _Game(tr("Data, fakes, and what the discriminator says"))
        self.add_plate(self.chart)
        self.add_knob("mean", tr("Mean of the data"), line(-3, 3, 25), self.gan.mean)
        self.add_knob("deviation", tr("Deviation"), line(0.3, 1.2, 19), self.gan.deviation)
        self.add_knob("turns", tr("Turns of the discriminator"), [float(n) for n in range(1, 11)], 5.0)
        self.add_steps(self.step, self.restart, interval=40)
        self.add_words(
            tr("With one turn of the discriminator for each of the generator the fakes run past the data first.")
        )
        self.follow()

    def step(self) -> bool:
        """Two rounds of both."""
        for _ in range(_EACH):
            self.gan.step(turns=int(self.value("turns")))
        self._show()
        return self.gan.steps < _MOST

    def restart(self) -> None:
        self.gan = SmallGan(self.value("mean"), self.value("deviation"))
        self._show()

    def follow(self) -> None:
        """Other data: the game goes on with them."""
        if "turns" in self.knobs:
            self.gan.mean, self.gan.deviation = self.value("mean"), self.value("deviation")
            self._show()

    def _show(self) -> None:
        scale, shift = (float(part) for part in self.gan.generator)
        x = np.linspace(-_REACH, _REACH, _POINTS)
        fakes = normal_density(x, shift, max(abs(scale), 0.02))
        said = self.gan.called_real(x)
        self.chart.show_game(x, normal_density(x, self.gan.mean, self.gan.deviation), fakes, said)
        self.say(
            tr(
                "round {step} · fakes: mean {mean}, deviation {deviation} · called real, on average: {part}",
                step=self.gan.steps, mean=number(shift), deviation=number(abs(scale)),
                part=f"{float((said * fakes).sum() / fakes.sum()):.2f}",
            )
        )  # fmt: skip


class _Game(Chart):
    def __init__(self, name: str) -> None:
        super().__init__(232, name, "x")
        self.entries = [(tr("data"), "train"), (tr("fakes"), "val"), (tr("called real, 0 to 1"), "third")]
        self._curves: list[tuple[Array, str]] = []
        self._across: Array = np.zeros(0)

    def show_game(self, x: Array, data: Array, fakes: Array, said: Array) -> None:
        self._across, self._curves = x, [(said, "third"), (data, "train"), (fakes, "val")]
        self.set_ranges((-_REACH, _REACH), (0.0, 1.55))

    def draw_data(self, painter: QPainter) -> None:
        for curve, color in self._curves:
            self.curve(painter, self._across, curve, color, 1.8 if color == "third" else 2.2)
