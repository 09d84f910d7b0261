"""How a tensor of the file lies in a tensor of this program: the same numbers, perhaps in another arrangement.

ONNX writes out every transposition and reshape; this program's layers fix the arrangement of what they take (sequences
are time × features). So an axis is kept as the atoms that it is made of, and transposing, reshaping, squeezing only
rename which atoms make up which axis. Layers that really move numbers come when one is needed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import prod

import numpy as np

from playground.core.shape import Shape

# Two sizes of batch that no real size is a multiple of by chance: what is worked out for both tells what follows the
# batch and what is fixed.
BATCHES = (101, 103)
Pair = tuple[int, int]


class Atom:
    """A part of an axis that stays together; two atoms are the same one or not, whatever their sizes."""

    __slots__ = ("size",)

    def __init__(self, size: int) -> None:
        self.size = size

    @property
    def pair(self) -> Pair:
        return BATCHES if self is BATCH else (self.size, self.size)


BATCH = Atom(0)
# The atoms of an axis, outer ones first; an axis of size 1 has none.
Group = tuple[Atom, ...]
Layout = tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class View:
    """A tensor of the file: the output ``port`` of ``node``, which has ``shape`` (without the batch).

    ``ours`` are the axes as the node gives them, batch first; ``theirs`` as the file has them. Both are made of the
    same atoms.
    """

    node: str
    port: str
    shape: Shape
    ours: Layout
    theirs: Layout

    @property
    def rank(self) -> int:
        return len(self.theirs)

    def sizes(self, number: int = 0) -> tuple[int, ...]:
        """Sizes in the file when the batch is ``BATCHES[number]``."""
        return tuple(pair_of(group)[number] for group in self.theirs)

    def size(self, axis: int) -> int:
        """Size of an axis of the file that does not follow the batch."""
        return prod(atom.size for atom in self.theirs[axis])

    @property
    def batch_first(self) -> bool:
        """Whether the file's first axis is the batch, and no other one."""
        return self.theirs[:1] == ((BATCH,),)

    def transposed(self, order: Sequence[int]) -> View:
        return replace(self, theirs=tuple(self.theirs[axis] for axis in order))

    def squeezed(self, axes: Iterable[int]) -> View:
        gone = set(axes)
        return replace(self, theirs=tuple(group for axis, group in enumerate(self.theirs) if axis not in gone))

    def unsqueezed(self, axes: Iterable[int]) -> View:
        groups = list(self.theirs)
        for axis in sorted(axes):
            groups.insert(axis, ())
        return replace(self, theirs=tuple(groups))

    def padded(self, rank: int) -> View:
        """With axes of size 1 in front, as broadcasting adds them."""
        return replace(self, theirs=((),) * (rank - self.rank) + self.theirs)

    def reshaped(self, pairs: Sequence[Pair]) -> View | None:
        """With axes of these sizes (for both batches); None when an atom would have to be cut unevenly."""
        parts = _regrouped([atom for group in self.theirs for atom in group], pairs)
        if parts is None:
            return None
        groups, split = parts
        return replace(self, theirs=groups, ours=tuple(_with_parts(group, split) for group in self.ours))

    def axis_of(self, group: Group) -> int | None:
        """The axis of this program's tensor (0 is the first behind the batch) that is made of just these atoms."""
        if not group:
            return None
        return next((axis for axis, own in enumerate(self.ours[1:]) if own == group), None)

    def arrangement(self) -> tuple[object, ...]:
        """Equal for two views whose tensors of the file lie alike in tensors of this program of equal sizes."""
        numbers = {atom: number for number, atom in enumerate(atom for group in self.ours for atom in group)}
        return (
            self.shape.sizes,
            tuple(tuple((numbers[atom], atom.size) for atom in group) for group in self.ours),
            tuple(tuple(numbers[atom] for atom in group) for group in self.theirs),
        )


def view_of(node: str, port: str, shape: Shape) -> View:
    """A value that lies in the file as it lies here."""
    layout: Layout = ((BATCH,), *(group_of(size) for size in shape.sizes))
    return View(node, port, shape, layout, layout)


def group_of(size: int) -> Group:
    """A new axis."""
    return (Atom(size),) if size > 1 else ()


def pair_of(group: Group) -> Pair:
    pairs = [atom.pair for atom in group]
    return prod(pair[0] for pair in pairs), prod(pair[1] for pair in pairs)


def sizes_of(layout: Layout) -> tuple[int, ...]:
    """Sizes of axes without the batch."""
    return tuple(prod(atom.size for atom in group) for group in layout)


def _regrouped(atoms: list[Atom], pairs: Sequence[Pair]) -> tuple[Layout, dict[Atom, Group]] | None:
    """``atoms`` in a row cut into groups of these sizes, and the atoms that had to be split."""
    split: dict[Atom, Group] = {}
    left = list(reversed(atoms))
    groups: list[Group] = []
    for wanted in pairs:
        group: list[Atom] = []
        rest = wanted
        while rest != (1, 1):
            if not left or 0 in rest:
                return None
            atom = left.pop()
            size = atom.pair
            if rest[0] % size[0] == 0 and rest[1] % size[1] == 0:
                group.append(atom)
                rest = (rest[0] // size[0], rest[1] // size[1])
            elif atom is not BATCH and rest[0] == rest[1] and atom.size % rest[0] == 0:
                first, second = Atom(rest[0]), Atom(atom.size // rest[0])
                split[atom] = (first, second)
                left += [second, first]
            else:
                return None
        groups.append(tuple(group))
    return None if left else (tuple(groups), split)


def _with_parts(group: Group, split: dict[Atom, Group]) -> Group:
    found: list[Atom] = []
    for atom in group:
        found += _with_parts(split[atom], split) if atom in split else [atom]
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Known:
    """A tensor whose numbers are known before anything is fed: for every batch, or for each of ``BATCHES``.

    ``label`` is the name of the weights that it was made of, without other numbers in it.
    """

    values: tuple[np.ndarray, np.ndarray]
    label: str = ""

    @classmethod
    def fixed(cls, value: np.ndarray, label: str = "") -> Known:
        return cls((value, value), label)

    @property
    def constant(self) -> np.ndarray | None:
        """The numbers, unless they follow the batch."""
        one, other = self.values
        same = one is other or (one.shape == other.shape and np.array_equal(one, other))
        return one if same else None

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """Whole numbers as they are for both batches; empty when there are not as many for both."""
        one, other = (value.ravel() for value in self.values)
        if one.shape != other.shape or one.dtype.kind not in "iu":
            return ()
        return tuple((int(a), int(b)) for a, b in zip(one, other, strict=True))


Value = View | Known
