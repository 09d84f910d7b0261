"""The arithmetic that layers with a sliding window share: kernels, strides, padding, output sizes."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from playground.core.shape import Shape, ShapeError

Size = Annotated[int, Field(ge=1, le=1024)]
Pair = Size | tuple[Size, Size]
Gap = Annotated[int, Field(ge=0, le=1024)]
Padding = Literal["valid", "same"] | Gap | tuple[Gap, Gap]


def pair(value: int | tuple[int, int]) -> tuple[int, int]:
    """(height, width)."""
    return value if isinstance(value, tuple) else (value, value)


def times(value: int | tuple[int, int]) -> str:
    """``3×3``, as a textbook writes a window."""
    height, width = pair(value)
    return f"{height}×{width}"


def require_image(shape: Shape, name: str) -> tuple[int, int, int]:
    """Channels, height, width. Raises ``ShapeError`` for anything but an image."""
    if not shape.is_image:
        raise ShapeError(
            f"gets {shape}; a {name} layer takes images (channels × height × width)",
            "Put it before the Flatten, or feed it from an image.",
        )
    channels, height, width = shape.sizes
    return channels, height, width


def slid(
    size: tuple[int, int], kernel: tuple[int, int], stride: tuple[int, int], padding: tuple[int, int], name: str
) -> tuple[int, int]:
    """Output height and width: floor((n + 2p − k) / s) + 1 for each axis. Raises ``ShapeError`` when k > n + 2p."""
    out = tuple((n + 2 * p - k) // s + 1 for n, k, s, p in zip(size, kernel, stride, padding, strict=True))
    if any(n + 2 * p < k for n, k, p in zip(size, kernel, padding, strict=True)):
        raise ShapeError(
            f"its {kernel[0]}×{kernel[1]} window is larger than the {size[0]}×{size[1]} image it gets",
            f"Make the {name} smaller, add padding, or pool less before it.",
        )
    return out[0], out[1]
