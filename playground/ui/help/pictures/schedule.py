"""A learning-rate schedule over a run, with the sliders of its own parameters."""

from __future__ import annotations

from typing import Any

from playground.core.forms import FormField, form_fields
from playground.core.language import tr
from playground.training.schedules import SCHEDULES, Span, curve
from playground.ui.help.pictures.knob import decades, line, number
from playground.ui.help.pictures.picture import InteractivePicture, Options
from playground.ui.inspector.rate_curve import RateCurve

_STEPS = 100  # of an epoch
_RANGES: dict[str, tuple[float, ...]] = {
    "every": tuple(float(n) for n in range(1, 31)), "gamma": line(0.05, 0.99, 48), "warm_up": line(0, 10, 21),
    "minimum": line(0, 0.5, 26), "epochs": line(0.5, 10, 20), "rising": line(0.05, 0.95, 19),
    "start_divisor": (1.0, 2.0, 5.0, 10.0, 25.0, 50.0, 100.0), "end_divisor": decades(0, 5, (1,)),
}  # fmt: skip


class SchedulePicture(InteractivePicture):
    """``kind`` is the schedule; ``params``, ``rate`` and ``epochs`` are those of the project."""

    def __init__(self, options: Options | None = None) -> None:
        super().__init__(options)
        self._kind = SCHEDULES[str(self.options.get("kind", "cosine"))]
        self._rate = float(self.options.get("rate", 1e-3))
        self.curve = RateCurve()
        self._column.addWidget(self.curve)
        epochs = int(self.options.get("epochs", 30))
        self.add_knob("run", tr("Epochs of the run"), _epochs(epochs), epochs)
        for field in self._fields():
            given: Any = self.params.get(field.name, field.default)
            self.add_knob(f"own {field.name}", tr(field.label), _RANGES[field.name], float(given))
        self.add_words(tr("Point at the curve to read it."))
        self.follow()

    def _fields(self) -> list[FormField]:
        return [field for field in form_fields(self._kind) if field.name in _RANGES and not self._kind.watches]

    def rates(self) -> list[tuple[int, float]]:
        """Steps and rates of the curve that is shown."""
        epochs = int(self.value("run"))
        chosen = {field.name: self.value(f"own {field.name}") for field in self._fields()}
        whole = {field.name: round(chosen[field.name]) for field in self._fields() if field.kind == "int"}
        return curve(self._kind(**{**chosen, **whole}), Span(epochs * _STEPS, _STEPS), self._rate)

    def follow(self) -> None:
        points, epochs = self.rates(), int(self.value("run"))
        self.curve.show_curve(points, _STEPS, epochs)
        if self._kind.watches:
            self.say(tr("Drawn as it is while the loss keeps falling; when it falls nobody knows before."))
            return
        rates = [rate for _, rate in points]
        told = tr(
            "begins at {first}, at most {most}, ends at {last}", first=number(rates[0]), most=number(max(rates)),
            last=number(rates[-1]),
        )  # fmt: skip
        self.say(told)


def _epochs(own: int) -> list[float]:
    return sorted({*(float(n) for n in (1, 2, 3, 5, 8, 10, 15, 20, 30, 50, 75, 100, 200)), float(own)})
