"""Predicting on one's own files: an image or an array becomes samples of the network's input, visibly."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from playground.core.shape import Shape

if TYPE_CHECKING:
    from PIL import Image

    from playground.engine.trained import TrainedModel

MAX_SAMPLES = 1_000_000
MAX_PIXELS = 64 * 2**20
_BATCH = 1000


class InputError(Exception):
    """A file cannot be used as input; the message says what was found and what is expected."""


@dataclass(frozen=True)
class Samples:
    """``values``: float32 N×C×H×W (or N×features), 0 to 1. ``notes``: everything that was done to them."""

    values: np.ndarray
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Prediction:
    """``probabilities``: float32 N×classes; ``best``: the index of the likeliest class of each sample."""

    probabilities: np.ndarray
    classes: tuple[str, ...]
    notes: tuple[str, ...]

    @property
    def best(self) -> list[int]:
        return [int(index) for index in self.probabilities.argmax(axis=1)]


def predict_file(model: TrainedModel, path: Path) -> Prediction:
    """Read ``path`` and predict. Raises ``InputError``."""
    if not model.classes:
        raise InputError("the network gives no vector with one number for each class; export it and run it elsewhere.")
    samples = read_samples(path, model.data_shape, bounded=model.takes_data)
    parts = [model.predict(samples.values[start : start + _BATCH]) for start in range(0, len(samples.values), _BATCH)]
    return Prediction(np.concatenate(parts), tuple(model.classes), samples.notes)


def read_samples(path: Path, shape: Shape, *, bounded: bool = True) -> Samples:
    """Samples of ``shape`` from a ``.png`` or ``.npy``. Raises ``InputError``.

    Without ``bounded`` the numbers of an array are taken as they are: how they were scaled is not known.
    """
    suffix = path.suffix.lower()
    if suffix == ".png":
        return read_image(path, shape)
    if suffix == ".npy":
        return read_array(path, shape, bounded=bounded)
    raise InputError(f"files of the kind {suffix or 'without a suffix'} are not read; give a .png or a .npy.")


def read_image(path: Path, shape: Shape) -> Samples:
    """One sample from an image: grey, resized, and inverted when its border is light (the data have it dark).

    Raises ``InputError`` for a damaged or huge image, or a network that does not take grey images.
    """
    if not shape.is_image or shape.sizes[0] != 1:
        raise InputError(f"the network takes {shape}, not a grey image. Give its samples as a .npy.")
    grey, size, notes = _load_grey(path)
    height, width = shape.sizes[1:]
    border = np.concatenate([grey[0], grey[-1], grey[:, 0], grey[:, -1]])
    if np.median(border) > 0.5:
        grey = 1 - grey
        notes.append("the image has a light border, so it was inverted: the network learned light strokes on black")
    if (size[1], size[0]) != (height, width):
        from PIL import Image

        smaller = size[0] >= width and size[1] >= height
        how = Image.Resampling.BOX if smaller else Image.Resampling.BILINEAR  # the mean of what falls on a pixel
        grey = np.asarray(Image.fromarray(grey).resize((width, height), how), dtype=np.float32).clip(0, 1)
        notes.append(f"resized from {size[0]}×{size[1]} to {width}×{height} pixels")
    return Samples(np.ascontiguousarray(grey, dtype=np.float32)[None, None], tuple(notes))


def _load_grey(path: Path) -> tuple[np.ndarray, tuple[int, int], list[str]]:
    """Height×width float32 in [0, 1], width and height, and notes."""
    from PIL import Image, UnidentifiedImageError

    notes: list[str] = []
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # the limit is checked here
            with Image.open(path, formats=["PNG"]) as image:
                size = image.size
                if size[0] * size[1] > MAX_PIXELS:
                    raise InputError(f"has {size[0]:,}×{size[1]:,} pixels; at most {MAX_PIXELS:,} are read.")
                if image.mode.startswith("I"):  # 16 bits of grey: convert() would clip them
                    return np.asarray(image, dtype=np.float32) / 65535, size, notes
                return np.asarray(_on_paper(image, notes).convert("L"), dtype=np.float32) / 255, size, notes
    except Image.DecompressionBombError as error:  # beyond twice Pillow's own limit it is not even opened
        raise InputError(f"has more pixels than are read: at most {MAX_PIXELS:,}.") from error
    except (UnidentifiedImageError, SyntaxError, ValueError, EOFError) as error:
        raise InputError("is not a PNG image, or is damaged.") from error
    except OSError as error:
        raise InputError(f"cannot be read as an image: {error.strerror or 'it is damaged or cut off'}.") from error


def _on_paper(image: Image.Image, notes: list[str]) -> Image.Image:
    """The image without transparency; ``notes`` get what will be lost on the way to grey."""
    from PIL import Image

    if image.mode not in ("L", "LA", "1"):
        notes.append("colours were made grey")
    if image.mode not in ("RGBA", "LA", "PA") and "transparency" not in image.info:
        return image
    notes.append("transparent parts were taken as white paper")
    return Image.alpha_composite(Image.new("RGBA", image.size, "white"), image.convert("RGBA"))


def read_array(path: Path, shape: Shape, *, bounded: bool = True) -> Samples:
    """One sample or many from a ``.npy``. Raises ``InputError``; Python objects in the file are never loaded."""
    try:
        # Mapped, so that a header that promises more than the file holds is refused before memory is taken.
        array = np.load(path, mmap_mode="r", allow_pickle=False)
    except (ValueError, EOFError, OSError, SyntaxError) as error:
        if "object" in str(error).lower():
            raise InputError("holds Python objects; save plain numbers with numpy.save.") from error
        raise InputError("is not a whole .npy file; write it with numpy.save.") from error
    if not isinstance(array, np.ndarray):
        raise InputError("holds several arrays (.npz); give one .npy.")
    arranged = _arranged(array, shape)
    return _scaled(arranged) if bounded and not shape.whole else _as_it_is(arranged, shape)


def _arranged(array: np.ndarray, shape: Shape) -> np.ndarray:
    """``array`` as N samples of ``shape``; a missing batch, a missing single channel and flat samples are accepted."""
    sizes = shape.sizes
    forms = {sizes, (shape.count,)}
    if shape.is_image and sizes[0] == 1:
        forms.add(sizes[1:])
    if array.size == 0:
        raise InputError(f"has the shape {_times(array.shape)}: no sample in it.")
    if tuple(array.shape) in forms:
        return array.reshape(1, *sizes)
    if tuple(array.shape[1:]) in forms:
        if len(array) > MAX_SAMPLES:
            raise InputError(f"holds {len(array):,} samples; at most {MAX_SAMPLES:,} at once.")
        return array.reshape(-1, *sizes)
    raise InputError(
        f"has the shape {_times(array.shape)}; the network takes {shape} for one sample, N × {shape} for many."
    )


def _scaled(array: np.ndarray) -> Samples:
    """float32 in [0, 1], as the data sets are given to the network."""
    if array.dtype.kind not in "biuf":
        raise InputError(f"holds {array.dtype}; numbers are expected.")
    if array.dtype.kind == "b":
        return Samples(array.astype(np.float32), ())
    low, high = float(array.min()), float(array.max())
    if not np.isfinite([low, high]).all():
        raise InputError("holds NaN or infinite values.")
    whole = array.dtype.kind in "iu"
    top = 255 if whole else 1
    if low < 0 or high > top:
        hint = "Divide it by 255." if not whole and low >= 0 and high <= 255 else "Scale it first."
        kind = "whole numbers run from 0 to 255" if whole else "decimal numbers run from 0 to 1"
        raise InputError(f"has values from {low:g} to {high:g}; {kind}. {hint}")
    if whole:
        return Samples((array / np.float32(255)).astype(np.float32), ("whole numbers were divided by 255",))
    return Samples(np.ascontiguousarray(array, dtype=np.float32), ())


def _as_it_is(array: np.ndarray, shape: Shape) -> Samples:
    if array.dtype.kind not in ("biu" if shape.whole else "biuf"):
        raise InputError(f"holds {array.dtype}; {'whole numbers' if shape.whole else 'numbers'} are expected.")
    if not np.isfinite(array).all():
        raise InputError("holds NaN or infinite values.")
    return Samples(np.array(array, dtype=np.int64 if shape.whole else np.float32, order="C"), ())


def _times(sizes: tuple[int, ...]) -> str:
    return " × ".join(f"{size:,}" for size in sizes) or "a single number"
