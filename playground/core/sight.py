"""Receptive fields: how much of the input one value of a layer's output has seen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from playground.core.language import tr

# A fraction only where a layer enlarges: whole numbers are many times faster, and most networks have no others.
Step = int | Fraction


@dataclass(frozen=True, slots=True)
class Sight:
    """What one output value of a layer sees of its input, for each spatial axis.

    ``extent`` is the width of the window in input places, ``step`` the places from one window to the next (a fraction
    where the layer enlarges). Empty tuples: only its own place.
    """

    extent: tuple[int, ...] = ()
    step: tuple[Step, ...] = ()

    @classmethod
    def window(cls, extent: Iterable[int], step: Iterable[Step]) -> Sight:
        return cls(tuple(extent), tuple(step))


OWN_PLACE = Sight()


@dataclass(frozen=True, slots=True)
class Field:
    """A receptive field on the network's input: sizes in input places, and the distance between neighbours' fields.

    ``whole``: every value has seen everything.
    """

    size: tuple[int, ...] = ()
    jump: tuple[Step, ...] = ()
    whole: bool = False

    @classmethod
    def of_input(cls, axes: int) -> Field:
        """Each place of an input sees itself."""
        return cls((1,) * axes, (1,) * axes)

    def through(self, sight: Sight | None) -> Field:
        """The field behind a layer; None stands for a layer that sees everything."""
        if self.whole or sight is None:
            return WHOLE
        if not sight.extent:
            return self
        if len(sight.extent) != len(self.size):
            return WHOLE  # axes were rearranged: no promise that could be wrong
        size = tuple(
            int(s + (extent - 1) * jump) for s, extent, jump in zip(self.size, sight.extent, self.jump, strict=True)
        )
        return Field(size, tuple(jump * step for jump, step in zip(self.jump, sight.step, strict=True)))

    def __str__(self) -> str:
        if self.whole:
            return tr("whole input")
        return " × ".join(f"{size:,}" for size in self.size) if self.size else "—"


WHOLE = Field(whole=True)


def widest(fields: Iterable[Field]) -> Field | None:
    """Of several branches that merge: the largest for each axis. None when there is none."""
    found: Field | None = None
    for field in fields:
        if found is None or found == field:
            found = field
        elif found.whole or field.whole or len(found.size) != len(field.size):
            found = WHOLE
        else:
            pairs = zip(found.size, field.size, strict=True)
            jumps = zip(found.jump, field.jump, strict=True)
            found = Field(tuple(max(pair) for pair in pairs), tuple(max(pair) for pair in jumps))
    return found
