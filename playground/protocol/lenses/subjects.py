"""Which sample flows through a network while somebody looks inside."""

from __future__ import annotations

from dataclasses import dataclass

from playground.protocol.data import Part


@dataclass(frozen=True, slots=True)
class FromData:
    """A sample of the project's data: number ``number`` of ``part``, counted from 0, wrapped around at its end."""

    part: Part = "test"
    number: int = 0


@dataclass(frozen=True, slots=True)
class Brought:
    """What a person drew or loaded: ``Watch.brought`` has it under this number."""

    number: int


Subject = FromData | Brought
FIRST_TEST = FromData()
