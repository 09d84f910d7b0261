"""A formula that takes little height: beside numbers, not in the middle of a page."""

from __future__ import annotations

from playground.ui.widgets.formula_view import FormulaView

_HIGHEST = 38.0  # pixels


class LowFormula(FormulaView):
    """Fractions and sums are made smaller, so that a line of numbers more is seen."""

    def _drawn_size(self, room: int) -> tuple[float, float]:
        width, height = super()._drawn_size(room)
        scale = min(1.0, _HIGHEST / height) if height > 0 else 0.0
        return width * scale, height * scale
