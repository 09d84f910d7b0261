"""How much memory a file may ask for beyond what it holds itself: a few bytes can name a terabyte."""

from __future__ import annotations

from playground.core.language import tr
from playground.engine.importing.model import NoCounterpart, OnnxModel

# Numbers that may be made beside a few times those of the file's own.
SPARE_NUMBERS = 2**26
TIMES_ITS_OWN = 4


class Budget:
    """Numbers that may still be made. It is asked before memory is taken, never after."""

    def __init__(self, left: int) -> None:
        self.left = left

    @classmethod
    def of(cls, model: OnnxModel) -> Budget:
        return cls(SPARE_NUMBERS + TIMES_ITS_OWN * model.numbers)

    def take(self, numbers: int) -> None:
        """Raises ``NoCounterpart`` when there were enough of them."""
        if numbers > self.left:
            raise NoCounterpart(tr("the constants worked out so far take too much memory"))
        self.left -= numbers
