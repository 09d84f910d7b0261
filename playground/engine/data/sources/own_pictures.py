"""Single images of one's own: what their header says, their pixels, and what is wrong with those that are damaged."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from playground.core.language import tr

if TYPE_CHECKING:
    from PIL.Image import Image as Opened

IMAGE_SUFFIXES = {".png", ".jpg", ".jpeg", ".bmp", ".gif", ".tif", ".tiff", ".webp", ".pgm", ".ppm", ".pnm"}
FORMATS = ("PNG", "JPEG", "BMP", "GIF", "TIFF", "WEBP", "PPM")
_ORIENTATION = 0x0112  # the tag of EXIF that tells how the camera was held
_TURNED = {5, 6, 7, 8}
_GREY = {"1", "L", "LA", "I", "I;16", "I;16B", "I;16L", "F"}
_MOST_PIXELS = 100_000_000


class BadImage(Exception):
    """Why a file cannot be had as an image, in words that follow its name."""


def look_at(path: Path) -> tuple[int, int, int]:
    """Channels (1 or 3), height and width; the pixels are read once, so that damage shows. Raises ``BadImage``."""
    with _open(path) as image:
        width, height = image.size
        if image.getexif().get(_ORIENTATION) in _TURNED:
            width, height = height, width
        grey = image.mode in _GREY
        image.draft("RGB", (1, 1))  # of a JPEG only an eighth in each direction is worked out
        image.load()
        return 1 if grey else 3, height, width


def pixels(path: Path, channels: int) -> np.ndarray:
    """uint8 ``channels``×height×width, upright, on white where it is transparent. Raises ``BadImage``."""
    from PIL import ImageOps

    with _open(path) as opened:
        opened.load()
        image = ImageOps.exif_transpose(opened) or opened
        values = np.asarray(_flat(image, channels), np.uint8)
    return values[None] if channels == 1 else np.ascontiguousarray(np.moveaxis(values, -1, 0))


def _flat(image: Opened, channels: int) -> Opened:
    """Grey or red, green and blue with 8 bits each."""
    from PIL import Image

    if image.mode.startswith("I") or image.mode == "F":
        values = np.asarray(image, np.float64)
        # 16 bits of grey as 8; what a file holds that stays below is 8 bits already
        values = values / 256 if values.max(initial=0) > 255 else values
        image = Image.fromarray(np.clip(values, 0, 255).astype(np.uint8))
    if image.mode in {"LA", "PA", "RGBA"} or "transparency" in image.info:
        colours = image.convert("RGBA")
        image = Image.alpha_composite(Image.new("RGBA", colours.size, (255, 255, 255, 255)), colours)
    return image.convert("L" if channels == 1 else "RGB")


@contextmanager
def _open(path: Path) -> Iterator[Opened]:
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            # of images that are large, but not too large for what is allowed here; and of odd metadata
            warnings.simplefilter("ignore")
            with Image.open(path, formats=FORMATS) as image:
                width, height = image.size
                if width * height > _MOST_PIXELS:
                    raise BadImage(
                        tr(
                            "has {width:,} × {height:,} pixels, more than {most_pixels} million",
                            width=width,
                            height=height,
                            most_pixels=_MOST_PIXELS // 10**6,
                        )
                    )
                yield image
    except UnidentifiedImageError as error:
        raise BadImage(tr("is empty") if not path.stat().st_size else tr("is no image")) from error
    except Image.DecompressionBombError as error:
        raise BadImage(
            tr("has far more than {most_pixels} million pixels", most_pixels=_MOST_PIXELS // 10**6)
        ) from error
    except FileNotFoundError as error:
        raise BadImage(tr("is not there")) from error
    except (OSError, ValueError, SyntaxError, EOFError, IndexError, KeyError, TypeError, OverflowError) as error:
        # what the readers of the formats raise for damaged files
        raise BadImage(
            tr("is damaged ({value})", value=str(error).splitlines()[0][:80] if str(error) else type(error).__name__)
        ) from (error)
    except MemoryError as error:
        raise BadImage(tr("does not fit into memory")) from error
