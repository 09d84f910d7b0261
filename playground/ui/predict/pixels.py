"""Images of Qt as arrays, in the size of a network's images."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

from playground.ui.predict.centring import light_on_dark, placed_as, resized

COLOURS = 3
# Light strokes on black, all of them; of other images nobody knows.
ON_BLACK = frozenset({"digits", "mnist", "fashion-mnist", "kmnist"})


def pixels(image: QImage, kind: QImage.Format) -> np.ndarray:
    """uint8 h×w of ``Format_Grayscale8`` or h×w×3 of ``Format_RGB888``; transparent parts are white paper."""
    if image.hasAlphaChannel():
        paper = QImage(image.size(), QImage.Format.Format_RGB32)
        paper.fill(Qt.GlobalColor.white)
        painter = QPainter(paper)
        painter.drawImage(0, 0, image)
        painter.end()
        image = paper
    image = image.convertToFormat(kind)
    channels = 1 if kind is QImage.Format.Format_Grayscale8 else COLOURS
    lines = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    found = lines[:, : image.width() * channels].copy()
    return found if channels == 1 else found.reshape(image.height(), image.width(), channels)


def sized(values: np.ndarray, height: int, width: int) -> np.ndarray:
    """uint8 height×width from h×w: each pixel the mean of what falls on it."""
    if values.shape == (height, width):
        return values
    return np.rint(np.clip(resized(values, height, width), 0, 255)).astype(np.uint8)


def as_of(image: QImage, dataset: str, channels: int, height: int, width: int) -> np.ndarray:
    """uint8 height×width or height×width×3: an image as the network that learned from ``dataset`` knows them."""
    if channels >= COLOURS:
        colours = pixels(image, QImage.Format.Format_RGB888)
        return np.stack([sized(colours[..., k], height, width) for k in range(COLOURS)], -1)
    ink = pixels(image, QImage.Format.Format_Grayscale8)
    if ink.shape == (height, width):
        return ink  # it has been brought to this form before
    if dataset in ON_BLACK:
        ink = light_on_dark(ink)
    return sized(placed_as(dataset).place(ink), height, width)
