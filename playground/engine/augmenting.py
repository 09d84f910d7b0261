"""Varying training images on the device: a batch comes in, each image of it is moved, turned or shaded anew."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor
from torch.nn import functional

from playground.core.project import Augmentation
from playground.core.shape import Shape

Augment = Callable[[Tensor], Tensor]


def augmenter(
    settings: Augmentation, shape: Shape, ends: tuple[float, float] = (0.0, 1.0),
    generator: torch.Generator | None = None,
) -> Augment | None:  # fmt: skip
    """The function that varies float32 images N×C×H×W; None where nothing is to be varied.

    ``ends`` are the values of black and white: noise and brightness are parts of what lies between them, and what is
    empty is black. It draws from torch's random state of the device, which a bundle keeps: a resumed run goes on with
    the same images. A ``generator`` of its own is for a preview, which must not disturb a run under way.
    """
    if not settings.active or not shape.is_image:
        return None
    black, span = ends[0], (ends[1] - ends[0]) or 1.0

    def augment(images: Tensor) -> Tensor:
        if ends == (0.0, 1.0):
            return varied(images)
        return varied((images - black) / span) * span + black

    def varied(images: Tensor) -> Tensor:
        found = _moved(images, settings, generator) if _moves(settings) else images
        device = found.device
        if settings.brightness:
            lighter = torch.rand(len(found), 1, 1, 1, device=device, generator=generator) * 2 - 1
            found = found + lighter * settings.brightness
        if settings.noise:
            found = found + torch.randn(found.shape, device=device, generator=generator) * settings.noise
        if settings.brightness or settings.noise:
            found = found.clamp(0, 1)
        return _cut_out(found, settings.cutout, generator) if settings.cutout else found

    return augment


def _moves(settings: Augmentation) -> bool:
    return bool(
        settings.shift or settings.rotate or settings.zoom or settings.flip_horizontal or settings.flip_vertical
    )


def _moved(images: Tensor, settings: Augmentation, generator: torch.Generator | None) -> Tensor:
    """One affine map for each image. Pixels are square, so a turned image is not sheared when it is no square."""
    count, _, height, width = images.shape

    def uniform(reach: float) -> Tensor:
        """Numbers from −reach to reach; none are drawn where nothing is to be varied."""
        if not reach:
            return torch.zeros(count, device=images.device)
        return (torch.rand(count, device=images.device, generator=generator) * 2 - 1) * reach

    def flip(wanted: bool) -> Tensor:
        ones = torch.ones(count, device=images.device)
        return torch.where(uniform(1.0) < 0, -ones, ones) if wanted else ones

    angle = uniform(torch.pi * settings.rotate / 180)
    grow = 1 / (1 + uniform(settings.zoom))
    flip_x, flip_y = flip(settings.flip_horizontal), flip(settings.flip_vertical)
    move_x, move_y = 2 * uniform(settings.shift), 2 * uniform(settings.shift)
    cosine, sine = angle.cos() * grow, angle.sin() * grow
    rows = torch.stack([
        torch.stack([cosine * flip_x, -sine * flip_y * height / width, move_x], 1),
        torch.stack([sine * flip_x * width / height, cosine * flip_y, move_y], 1),
    ], 1)  # fmt: skip
    grid = functional.affine_grid(rows.to(images.dtype), list(images.shape), align_corners=False)
    return functional.grid_sample(images, grid, mode="bilinear", padding_mode="zeros", align_corners=False)


def _cut_out(images: Tensor, part: float, generator: torch.Generator | None) -> Tensor:
    """Blanks a square whose centre lies anywhere in the image (DeVries & Taylor 2017, arXiv:1708.04552)."""
    count, _, height, width = images.shape
    device = images.device
    half = part * min(height, width) / 2
    down = torch.rand(count, 1, 1, 1, device=device, generator=generator) * height
    across = torch.rand(count, 1, 1, 1, device=device, generator=generator) * width
    rows = torch.arange(height, device=device).view(1, 1, -1, 1) + 0.5
    columns = torch.arange(width, device=device).view(1, 1, 1, -1) + 0.5
    return images * ~(((rows - down).abs() <= half) & ((columns - across).abs() <= half))
