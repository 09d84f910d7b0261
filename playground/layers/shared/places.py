"""The places of a shape: time steps, pixels or voxels, each with a number of channels; who takes which of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from playground.core.language import mark, tr
from playground.core.layer import FEATURES_FIRST, REGISTRY, Call, method
from playground.core.shape import Shape, ShapeError

# By the number of spatial axes: what such inputs are called, and how they are laid out.
KINDS = {
    1: (mark("sequences"), mark("time × features")),
    2: (mark("images"), mark("channels × height × width")),
    3: (mark("volumes"), mark("channels × depth × height × width")),
}


def axes_of(shape: Shape) -> int:
    """1 for sequences, 2 for images, 3 for volumes; 0 for everything else."""
    return len(shape.spatial) if shape.is_sequence or shape.is_image or shape.is_volume else 0


def channels_of(shape: Shape) -> int:
    """Channels of an image or volume, features of a sequence or vector."""
    return shape.sizes[shape.channel_axis]


def placed(channels: int, places: Sequence[int]) -> Shape:
    """The shape with this many channels at each of ``places`` (time; height, width; depth, height, width)."""
    if len(places) == 1:
        return Shape.sequence(places[0], channels)
    return Shape.image(channels, *places) if len(places) == 2 else Shape.volume(channels, *places)


def a_layer(title: str) -> str:
    """``a Conv 2D layer``, ``an Upsample layer``, ``an LSTM layer``: of the kind that is called ``title``."""
    an = title[0] in "AEIOU" or (title[0] in "LR" and title.isupper())
    return tr("an {title} layer", title=tr(title)) if an else tr("a {title} layer", title=tr(title))


def require_axes(shape: Shape, axes: int, title: str) -> tuple[int, tuple[int, ...]]:
    """Channels, and sizes of the ``axes`` spatial axes. Raises ``ShapeError`` for any other number of axes."""
    if axes_of(shape) == axes:
        return channels_of(shape), shape.spatial
    kind, layout = KINDS[axes]
    raise ShapeError(
        tr(
            "gets {shape}; {a_layer} takes {kind} ({layout})",
            shape=shape,
            a_layer=a_layer(title),
            kind=tr(kind),
            layout=tr(layout),
        ),
        _hint(shape, axes, title),
    )


def _hint(shape: Shape, axes: int, title: str) -> str:
    there, kind = axes_of(shape), KINDS[axes][0]
    sibling = re.sub(r"\dD$", f"{there}D", title)
    if there and any(layer.title == sibling for layer in REGISTRY.all()):
        return tr("Use {title} for {kind}.", title=tr(sibling), kind=tr(KINDS[there][0]))
    return tr("Put it before the Flatten, or feed it {kind}.", kind=tr(kind))


def require_places(shape: Shape, title: str) -> tuple[int, tuple[int, ...]]:
    """Channels and spatial sizes of a sequence, image or volume. Raises ``ShapeError`` for anything else."""
    if not axes_of(shape):
        raise ShapeError(
            tr("gets {shape}; {a_layer} takes sequences, images or volumes", shape=shape, a_layer=a_layer(title)),
            tr("Put it before the Flatten, or Reshape before it."),
        )
    return channels_of(shape), shape.spatial


def channels_first(call: Call, shape: Shape) -> Call:
    """``call`` for a module that wants channels first, fed with ``shape``: a sequence is turned there and back."""
    if not shape.is_sequence:
        return call
    return replace(call, before=(FEATURES_FIRST, *call.before), after=(*call.after, FEATURES_FIRST))


def channels_last(call: Call, shape: Shape) -> Call:
    """``call`` for a module that wants channels last: images and volumes are turned there and back."""
    if not axes_of(shape) or shape.is_sequence:
        return call
    rest = range(1, shape.rank)
    there, back = method("permute", 0, *(axis + 1 for axis in rest), 1), method("permute", 0, shape.rank, *rest)
    return replace(call, before=(there, *call.before), after=(*call.after, back))
