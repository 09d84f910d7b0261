"""A drawing as the bytes of a PNG, SVG or PDF file. Painted in slices, so that one can show progress and cancel."""

from __future__ import annotations

from collections.abc import Generator

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPageSize, QPainter, QPdfWriter

from playground.core.language import tr
from playground.ui.canvas.picture.choices import Choices, NoPicture, TooLarge, page_points, pixels
from playground.ui.canvas.picture.drawing import Drawing
from playground.ui.canvas.picture.text_paths import outlined

VECTOR_SCALE = 2.0  # above the scale up to which cards are painted from kept pictures
PDF_RESOLUTION = 1200
Slices = Generator[int, None, bytes]  # numbers of items done; at the end the file


def image_of(drawing: Drawing, choices: Choices) -> Generator[int, None, QImage]:
    """Raises ``TooLarge``."""
    image = QImage(pixels(drawing.area, choices.scale), QImage.Format.Format_ARGB32_Premultiplied)
    if image.isNull():
        raise TooLarge(tr("There is not enough memory for this picture. Choose a smaller scale, or SVG or PDF."))
    image.fill(Qt.GlobalColor.transparent)
    image.setDotsPerMeterX(round(choices.scale * 96 / 0.0254))
    image.setDotsPerMeterY(round(choices.scale * 96 / 0.0254))
    painter = QPainter(image)
    try:
        yield from drawing.paint(painter, QRectF(0, 0, image.width(), image.height()))
    finally:
        painter.end()
    return image


def file_of(drawing: Drawing, choices: Choices, name: str) -> Slices:
    """The bytes of a file in the chosen format; ``name`` is its title. Raises ``NoPicture``."""
    if drawing.area.isEmpty():
        raise NoPicture(tr("There is nothing to draw yet."))
    if choices.format == "png":
        image = yield from image_of(drawing, choices)
        image.setText(tr("Title"), name)
        return _saved(image)
    if choices.format == "svg":
        return (yield from _svg(drawing, name))
    return (yield from _pdf(drawing, name))


def _saved(image: QImage) -> bytes:
    content, buffer = QByteArray(), QBuffer()
    buffer.setBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG"):  # type: ignore[call-overload]
        raise NoPicture(tr("There is too little memory for a picture of that size. Make its scale smaller."))
    return bytes(content.data())


def _svg(drawing: Drawing, name: str) -> Slices:
    from PySide6.QtSvg import QSvgGenerator

    content, buffer = QByteArray(), QBuffer()
    buffer.setBuffer(content)
    wide, high = drawing.area.width(), drawing.area.height()
    box = QRectF(0, 0, wide * VECTOR_SCALE, high * VECTOR_SCALE)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(QSize(round(wide), round(high)))
    generator.setViewBox(box)
    generator.setResolution(96)
    painter = QPainter(generator)
    try:
        yield from drawing.paint(painter, box)
    finally:
        painter.end()
    return outlined(bytes(content.data()), name, (round(wide), round(high)))


def _pdf(drawing: Drawing, name: str) -> Slices:
    content, buffer = QByteArray(), QBuffer()
    buffer.setBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    page = page_points(drawing.area)
    writer = QPdfWriter(buffer)
    writer.setResolution(PDF_RESOLUTION)
    writer.setTitle(name)
    writer.setCreator("Neural Playground")
    writer.setPageSize(QPageSize(QSizeF(page), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    painter = QPainter(writer)
    try:
        scale = PDF_RESOLUTION / 72
        yield from drawing.paint(painter, QRectF(0, 0, page.width() * scale, page.height() * scale))
    finally:
        painter.end()
    buffer.close()
    return bytes(content.data())
