"""What the transposed convolutions over one, two and three axes share."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import gcd
from typing import Any, ClassVar

from playground.core.language import tr
from playground.core.layer import Call, Sight, item
from playground.core.shape import Change, Shape, ShapeError
from playground.layers.shared.captions import counted
from playground.layers.shared.groups import require_groups
from playground.layers.shared.places import channels_first, channels_of, placed, require_axes
from playground.layers.shared.windows import PerAxis, brief, each, times
from playground.layers.shared.with_kernel import WithKernel


@dataclass(frozen=True, slots=True)
class _Cut:
    """Along one axis: places that torch takes from both ends, adds at the end, and that are cut off afterwards."""

    padding: int = 0
    output_padding: int = 0
    after: int = 0


class TransposedConvolution(WithKernel):
    """Each input value lays a weighted kernel into the output, ``stride`` places from that of its neighbour."""

    keywords: ClassVar[tuple[str, ...]] = ("upconv", "deconvolution", "upsampling", "decoder", "generator", "transpose")

    filters: int = 32
    output_padding: PerAxis = 0
    groups: int = 1

    def output_shape(self, *inputs: Shape) -> Shape:
        channels, places = require_axes(inputs[0], self.axes, self.title)
        require_groups(self.groups, channels, self.filters)
        self._check_output_padding()
        sizes = tuple(
            (n - 1) * s + span - 2 * cut.padding + cut.output_padding - cut.after
            for n, s, span, cut in zip(places, self._stride, self._spans, self._cuts(), strict=True)
        )
        if min(sizes) < 1:
            raise ShapeError(
                tr("its padding takes all of the {times} that it gets, and more", times=times(places)),
                tr("Make the padding smaller."), Change({"padding": "valid"}),
            )  # fmt: skip
        return placed(self.filters, sizes)

    def _check_output_padding(self) -> None:
        added = each(self.output_padding, self.axes)
        if self.padding == "same":
            if any(added):
                raise ShapeError(
                    tr('has an output padding; padding "same" finds its own'), tr("Set the output padding to 0."),
                    Change({"output_padding": 0}),
                )  # fmt: skip
            return
        most = tuple(max(s, d) - 1 for s, d in zip(self._stride, self._dilation, strict=True))
        if any(p > limit for p, limit in zip(added, most, strict=True)):
            raise ShapeError(
                tr("its output padding must be smaller than its stride or its dilation"),
                tr("Use at most {times}.", times=times(most)),
                Change({"output_padding": brief(tuple(map(min, added, most)))}),
            )

    def _cuts(self) -> tuple[_Cut, ...]:
        if self.padding != "same":
            added = each(self.output_padding, self.axes)
            return tuple(_Cut(padding, output) for padding, output in zip(self._numbers, added, strict=True))
        return tuple(_same_cut(span, stride) for span, stride in zip(self._spans, self._stride, strict=True))

    @classmethod
    def with_channels(cls, count: int) -> dict[str, Any] | None:
        return {"filters": count}

    def call(self, *inputs: Shape) -> Call:
        cuts = self._cuts()
        padding: dict[str, Any] = {}
        if any(cut.padding for cut in cuts):
            padding["padding"] = brief(tuple(cut.padding for cut in cuts))
        if any(cut.output_padding for cut in cuts):
            padding["output_padding"] = brief(tuple(cut.output_padding for cut in cuts))
        ends = tuple(slice(None, -cut.after if cut.after else None) for cut in cuts)
        after = (item((slice(None), slice(None), *ends)),) if any(cut.after for cut in cuts) else ()
        channels, target = channels_of(inputs[0]), f"torch.nn.ConvTranspose{self.axes}d"
        made = Call(target, (channels, self.filters), self._options(padding, self.groups), after=after)
        return channels_first(made, inputs[0])

    def sight(self, *inputs: Shape) -> Sight | None:
        axes = zip(self._kernel, self._stride, self._dilation, strict=True)
        return Sight.window((_reaching(*axis) for axis in axes), (Fraction(1, s) for s in self._stride))

    def parameter_count(self, *inputs: Shape) -> int:
        return (channels_of(inputs[0]) * self._taps // self.groups + self.bias) * self.filters

    def multiply_adds(self, *inputs: Shape) -> int:
        return inputs[0].count * self._taps * self.filters // self.groups

    def caption(self) -> str:
        return self._caption(counted(self.filters, "filter"))


def _reaching(kernel: int, stride: int, dilation: int) -> int:
    """Neighbours, from the first to the last, whose kernels reach one and the same output place.

    Taps reach it together when their places d · t are the same modulo the stride: each one that is a multiple of
    s / gcd(s, d) away, from an input that lies d / gcd(s, d) further for each such step.
    """
    common = gcd(stride, dilation)
    return (kernel - 1) // (stride // common) * (dilation // common) + 1


def _same_cut(span: int, stride: int) -> _Cut:
    """What to cut so that n · stride places come out.

    Uncut there are (n − 1) · stride + span. Torch takes the same from both ends and may add places at the last one,
    fewer than the stride (else other programs refuse the exported file); without a stride one is cut off afterwards.
    """
    surplus = span - stride
    if surplus <= 0:
        return _Cut(output_padding=-surplus)
    if surplus % 2 == 0:
        return _Cut(surplus // 2)
    return _Cut(surplus // 2 + 1, 1) if stride > 1 else _Cut(surplus // 2, 0, 1)
