"""Reshape: the same values, in another form."""

from __future__ import annotations

from math import prod
from typing import Annotated, ClassVar

from pydantic import Field

from playground.core.language import mark, tr
from playground.core.layer import Call, method
from playground.core.shape import Change, Shape, ShapeError
from playground.layers.shared.axes import Rearranging

Extent = Annotated[int, Field(ge=-1, le=10_000_000)]


class Reshape(Rearranging):
    """Values in their order, cut into other rows. One size may be −1: what is left over."""

    type_name: ClassVar[str] = "Reshape"
    title: ClassVar[str] = "Reshape"
    id_stem: ClassVar[str] = "reshape"
    summary: ClassVar[str] = "Gives the values of a sample another form."
    explanation: ClassVar[str] = (
        "The values keep their order; only the form changes. Two sizes make a sequence (time × features), three an "
        "image (channels × height × width), four a volume. The way from a Dense layer to a generator's first image."
    )
    when: ClassVar[str] = "In generators and decoders, to come from a vector to maps of channels, height and width."
    formula: ClassVar[str] = r"y_{c,i,j} = x_{c H W + i W + j}"
    reference: ClassVar[str] = "Harris et al. 2020 (array programming), doi:10.1038/s41586-020-2649-2"
    keywords: ClassVar[tuple[str, ...]] = ("view", "unflatten", "form")
    keeps_values: ClassVar[bool] = True

    sizes: Annotated[tuple[Extent, ...], Field(min_length=1, max_length=6)] = Field(
        (-1,), description="Sizes without the batch, as in 64 × 7 × 7; one may be −1 and takes what is left."
    )

    def output_shape(self, *inputs: Shape) -> Shape:
        return Shape.of(self._resolved(inputs[0]))

    def _resolved(self, shape: Shape) -> tuple[int, ...]:
        """The sizes with the number that −1 stands for. Raises ``ShapeError``."""
        text, count = " × ".join(map(str, self.sizes)).replace("-", "−"), shape.count
        if 0 in self.sizes or self.sizes.count(-1) > 1:
            raise ShapeError(
                tr("its sizes are {words}; each is 1 or more, and one of them may be −1", words=text),
                tr("Give the sizes in full."),
            )
        given = prod(size for size in self.sizes if size > 0)
        if -1 in self.sizes and count % given == 0:
            return tuple(count // given if size == -1 else size for size in self.sizes)
        if given == count and -1 not in self.sizes:
            return self.sizes
        # one size can give way when the others divide what comes in
        open_sizes = (-1, *self.sizes[1:])
        others = prod(size for size in self.sizes[1:] if size > 0)
        remedy = Change({"sizes": list(open_sizes)}) if -1 not in self.sizes and count % others == 0 else None
        multiple = mark("gets {shape}, that is {count:,} values; {words} holds a multiple of {given:,}")
        exact = mark("gets {shape}, that is {count:,} values; {words} holds {given:,} values")
        raise ShapeError(
            tr(multiple if -1 in self.sizes else exact, shape=shape, count=count, words=text, given=given),
            tr("Let the first size be −1.") if remedy else tr("Choose sizes that make {count:,} values.", count=count),
            remedy,
        )

    def call(self, *inputs: Shape) -> Call:
        return method("reshape", -1, *self._resolved(inputs[0]))

    def caption(self) -> str:
        return " × ".join(f"{size:,}" for size in self.sizes).replace("-", "−")
