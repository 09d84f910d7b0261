"""An image as one sample, visibly: what was done to it is told."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from playground.core.language import tr
from playground.core.shape import Shape
from playground.engine.data.resizing import images
from playground.engine.data.sources.own_pictures import FORMATS, BadImage, pixels
from playground.engine.inputs.errors import InputError
from playground.engine.inputs.taken import Samples

if TYPE_CHECKING:
    from PIL import Image

MAX_PIXELS = 64 * 2**20
_COLOURS = 3


def read_image(path: Path, shape: Shape, *, invert: bool = True) -> Samples:
    """One sample from an image: grey, resized, and inverted when its border is light (the digits have it dark).

    ``invert`` False leaves light borders as they are. Raises ``InputError`` for a damaged or huge image, or a network
    that takes no images.
    """
    if not shape.is_image or shape.sizes[0] not in (1, _COLOURS):
        raise InputError(
            tr("the network takes {shape}, not an image. Give its samples as a .npy.", shape=shape), whole=True
        )
    if shape.sizes[0] == _COLOURS:
        return _read_colours(path, shape)
    grey, size, notes = _load_grey(path)
    height, width = shape.sizes[1:]
    border = np.concatenate([grey[0], grey[-1], grey[:, 0], grey[:, -1]])
    if invert and np.median(border) > 0.5:
        grey = 1 - grey
        notes.append(tr("the image has a light border, so it was inverted: the network learned light strokes on black"))
    if (size[1], size[0]) != (height, width):
        from PIL import Image

        smaller = size[0] >= width and size[1] >= height
        how = Image.Resampling.BOX if smaller else Image.Resampling.BILINEAR  # the mean of what falls on a pixel
        grey = np.asarray(Image.fromarray(grey).resize((width, height), how), dtype=np.float32).clip(0, 1)
        notes.append(
            tr(
                "resized from {size}×{size2} to {width}×{height} pixels",
                size=size[0],
                size2=size[1],
                width=width,
                height=height,
            )
        )
    return Samples(np.ascontiguousarray(grey, dtype=np.float32)[None, None], tuple(notes))


def read_as_trained(path: Path, shape: Shape) -> Samples:
    """One sample of images of one's own: read and resized as the training images were. Raises ``InputError``."""
    return _read_colours(path, shape)


def _read_colours(path: Path, shape: Shape) -> Samples:
    channels, height, width = shape.sizes
    try:
        found = pixels(path, channels)
    except BadImage as error:
        raise InputError(f"{error}.") from error
    notes = () if found.shape[1:] == (height, width) else (
        tr(
            "resized from {size}×{size2} to {width}×{height} pixels",
            size=found.shape[2], size2=found.shape[1], width=width, height=height,
        ),
    )  # fmt: skip
    values = images(found[None], shape.sizes) if notes else found[None]
    return Samples(np.asarray(values, np.float32) / np.float32(255), notes)


def _load_grey(path: Path) -> tuple[np.ndarray, tuple[int, int], list[str]]:
    """Height×width float32 in [0, 1], width and height, and notes."""
    from PIL import Image, UnidentifiedImageError

    notes: list[str] = []
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # the limit is checked here
            with Image.open(path, formats=FORMATS) as image:
                size = image.size
                if size[0] * size[1] > MAX_PIXELS:
                    raise InputError(
                        tr(
                            "has {size:,}×{size2:,} pixels; at most {max_pixels:,} are read.",
                            size=size[0],
                            size2=size[1],
                            max_pixels=MAX_PIXELS,
                        )
                    )
                if image.mode.startswith("I"):  # 16 bits of grey: convert() would clip them
                    return np.asarray(image, dtype=np.float32) / 65535, size, notes
                return np.asarray(_on_paper(image, notes).convert("L"), dtype=np.float32) / 255, size, notes
    except Image.DecompressionBombError as error:  # beyond twice Pillow's own limit it is not even opened
        raise InputError(tr("has more pixels than are read: at most {max_pixels:,}.", max_pixels=MAX_PIXELS)) from error
    except (UnidentifiedImageError, SyntaxError, ValueError, EOFError) as error:
        raise InputError(tr("is not an image, or is damaged.")) from error
    except OSError as error:
        raise InputError(
            tr("cannot be read as an image: {value}.", value=error.strerror or tr("it is damaged or cut off"))
        ) from error


def _on_paper(image: Image.Image, notes: list[str]) -> Image.Image:
    """The image without transparency; ``notes`` get what will be lost on the way to grey."""
    from PIL import Image

    if image.mode not in ("L", "LA", "1"):
        notes.append(tr("colours were made grey"))
    if image.mode not in ("RGBA", "LA", "PA") and "transparency" not in image.info:
        return image
    notes.append(tr("transparent parts were taken as white paper"))
    return Image.alpha_composite(Image.new("RGBA", image.size, "white"), image.convert("RGBA"))
