"""Convolutions: a window of each input channel, the kernel that lies over it, their products."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from torch import Tensor, nn

from playground.core.language import mark, tr
from playground.engine.lenses.arithmetic.stages import Index, Stage
from playground.engine.lenses.arithmetic.step import Explain, Step, numbers, sample
from playground.engine.modules import SeparableConv2d
from playground.protocol.lenses.arithmetic import Windows

MOST_IN_WINDOWS = 20_000  # numbers; of more channels those that matter most are sent
Conv = nn.Conv1d | nn.Conv2d | nn.Conv3d
Transposed = nn.ConvTranspose1d | nn.ConvTranspose2d | nn.ConvTranspose3d
_OUTSIDE = {
    "zeros": mark("Places outside of the input are zeros."),
    "reflect": mark("Places outside of the input are the input mirrored."),
    "replicate": mark("Places outside of the input are its edge."),
    "circular": mark("Places outside of the input are its other side."),
}


def convolution(stage: Stage, index: Index) -> Step:
    """y_c,p = b_c + Σ_k Σ_m w_c,k,m · x_k,(s·p + d·m − padding), k over the channels of c's group."""
    module = stage.module
    assert isinstance(module, (nn.Conv1d, nn.Conv2d, nn.Conv3d))
    channel, weight = index[0], numbers(module.weight)
    first, kernels = _group(channel, module.out_channels, module.in_channels, module.groups), weight[channel]
    values, padding, flats = _window(sample(stage.inputs[0]), module, index[1:], first, len(kernels))
    bias = float(module.bias[channel]) if module.bias is not None else None
    note = tr(_OUTSIDE[module.padding_mode]) if padding.any() else ""
    if module.groups > 1:
        seen = tr("It sees channels {first} to {last} of its group.", first=first, last=first + len(kernels) - 1)
        note = f"{note} {seen}".strip()
    return Step((windows(first, values, kernels, padding, bias=bias, note=note),), ((0, flats),))


def separable(stage: Stage, index: Index) -> Step:
    """A kernel on each channel, then the sums weighed: y_c,p = b_c + Σ_k p_c,k Σ_m w_k,m · x."""
    module = stage.module
    assert isinstance(module, SeparableConv2d)
    deep, channel = module.depthwise, index[0]
    each = deep.out_channels // deep.in_channels
    values, padding, flats = _window(sample(stage.inputs[0]), deep, index[1:], 0, deep.in_channels)
    factors = numbers(module.pointwise.weight)[channel].reshape(-1)
    bias = float(module.pointwise.bias[channel]) if module.pointwise.bias is not None else None
    kernels = numbers(deep.weight)[:, 0]
    at = np.repeat(np.arange(deep.in_channels), each)
    note = tr("The sum of each channel is weighed once more: by the pointwise kernel.")
    part = windows(0, values[at], kernels, padding, bias=bias, factors=factors, at=at, note=note)
    return Step((part,), ((0, flats),))


def transposed(stage: Stage, index: Index) -> Step:
    """y_c,p = b_c + Σ_k Σ over all m, u with s·u + d·m − padding = p of w_k,c,m · x_k,u."""
    module = stage.module
    assert isinstance(module, (nn.ConvTranspose1d, nn.ConvTranspose2d, nn.ConvTranspose3d))
    channel, x = index[0], sample(stage.inputs[0])
    wide = module.out_channels // module.groups
    first = _group(channel, module.out_channels, module.in_channels, module.groups)
    count = module.in_channels // module.groups
    axes = zip(
        index[1:], x.shape[1:], module.kernel_size, module.stride, _ints(module.padding), module.dilation, strict=True
    )
    found = [_reaching(*axis) for axis in axes]
    taps, places = ([np.array(each[side], np.int64) for each in found] for side in (0, 1))
    values = x[np.ix_(np.arange(first, first + count), *places)]
    weight = numbers(module.weight)[first : first + count, channel % wide]
    kernels = weight[np.ix_(np.arange(count), *taps)]
    bias = float(module.bias[channel]) if module.bias is not None else None
    padding = np.zeros(values.shape[1:], bool)
    flats = np.arange(x.size).reshape(x.shape)[np.ix_(np.arange(first, first + count), *places)]
    note = tr(
        "Of each kernel only the weights that reach this place are here: each beside the input that lays it there."
    )
    if not values.size:
        note = tr("No kernel reaches this place: it holds the bias alone.")
    return Step((windows(first, values, kernels, padding, bias=bias, note=note),), ((0, flats.reshape(-1)),))


def kernel_of(module: nn.Module, channel: int) -> tuple[Tensor, int] | None:
    """The kernel of an output channel, channels×window, and the first input channel that it sees; None without one."""
    if isinstance(module, SeparableConv2d):
        return module.depthwise.weight[:, 0], 0
    if isinstance(module, (nn.Conv1d, nn.Conv2d, nn.Conv3d)):
        return module.weight[channel], _group(channel, module.out_channels, module.in_channels, module.groups)
    if isinstance(module, (nn.ConvTranspose1d, nn.ConvTranspose2d, nn.ConvTranspose3d)):
        count, first = (
            module.in_channels // module.groups,
            _group(channel, module.out_channels, module.in_channels, module.groups),
        )
        return module.weight[first : first + count, channel % (module.out_channels // module.groups)], first
    return None


def windows(
    first: int, values: np.ndarray, kernels: np.ndarray, padding: np.ndarray, *, bias: float | None,
    factors: np.ndarray | None = None, at: np.ndarray | None = None, note: str = "",
) -> Windows:  # fmt: skip
    """The part for float64 n×window ``values`` under ``kernels``; of very many channels those that add most."""
    count = len(values)
    at = np.arange(first, first + count) if at is None else at
    axes = tuple(range(1, values.ndim))
    sums = (values * kernels).sum(axes) * (1.0 if factors is None else factors)
    total = float(sums.sum()) + (bias or 0.0)
    most = max(1, MOST_IN_WINDOWS // max(1, padding.size))
    kept = np.arange(count)
    if count > most:
        kept = np.sort(np.argsort(-np.abs(sums), kind="stable")[:most])
    return Windows(
        result=total, how="sum", at=at[kept].astype(np.int64), values=values[kept].astype(np.float32),
        weights=kernels[kept].astype(np.float32), padding=padding, sums=sums[kept], count=count,
        rest=float(np.delete(sums, kept).sum()), bias=bias,
        factors=None if factors is None else factors[kept].astype(np.float32), note=note,
    )  # fmt: skip


def _window(
    x: np.ndarray, module: Conv, place: Index, first: int, count: int
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """What the kernel lies over: channels×window, which of it is padding, and the flat places of the rest."""
    axes = len(place)
    sides = module._reversed_padding_repeated_twice  # noqa: SLF001  (torch has no other word for "same")
    reached, outside = [], []
    for axis, (p, n) in enumerate(zip(place, x.shape[1:], strict=True)):
        k, s, d = module.kernel_size[axis], module.stride[axis], module.dilation[axis]
        places = p * s - sides[2 * (axes - 1 - axis)] + d * np.arange(k)
        inside, beyond = _brought_inside(places, n, module.padding_mode)
        reached.append(inside)
        outside.append(beyond)
    padding = np.zeros(tuple(map(len, reached)), bool)
    for axis, beyond in enumerate(outside):
        padding |= beyond.reshape([-1 if other == axis else 1 for other in range(axes)])
    where = np.ix_(np.arange(first, first + count), *reached)
    values = x[where]
    if module.padding_mode == "zeros":
        values = np.where(padding, 0.0, values)
    flats = np.arange(x.size).reshape(x.shape)[where]
    return values, padding, flats[:, ~padding].reshape(-1)


def _brought_inside(places: np.ndarray, n: int, mode: str) -> tuple[np.ndarray, np.ndarray]:
    """Places of an axis of ``n``, those beyond it where the padding takes its values from; and which were beyond."""
    beyond = (places < 0) | (places >= n)
    if mode == "reflect":
        places = np.abs(places)
        places = np.where(places >= n, 2 * (n - 1) - places, places)
    elif mode == "circular":
        places = places % n
    return np.clip(places, 0, n - 1), beyond


def _reaching(p: int, n: int, kernel: int, stride: int, padding: int, dilation: int) -> tuple[list[int], list[int]]:
    """Along one axis: the taps that reach the place ``p`` of the output, and from where."""
    taps, places = [], []
    for tap in range(kernel):
        u, left = divmod(p + padding - dilation * tap, stride)
        if left == 0 and 0 <= u < n:
            taps.append(tap)
            places.append(u)
    return taps, places


def _group(channel: int, filters: int, channels: int, groups: int) -> int:
    """The first input channel that an output channel sees."""
    return channel // (filters // groups) * (channels // groups)


def _ints(value: str | Sequence[int]) -> tuple[int, ...]:
    assert not isinstance(value, str)  # a transposed convolution knows no words
    return tuple(value)


KINDS: dict[type[nn.Module], Explain] = {
    nn.Conv1d: convolution, nn.Conv2d: convolution, nn.Conv3d: convolution, nn.ConvTranspose1d: transposed,
    nn.ConvTranspose2d: transposed, nn.ConvTranspose3d: transposed, SeparableConv2d: separable,
}  # fmt: skip
