"""Windows that go over a small image, or along a sequence: a convolution's sum of products, and pooling."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen

from playground.core.language import mark, tr
from playground.ui.help.maths.windows import Array, Pooled, Sliding, convolved, pooled, seen
from playground.ui.help.pictures.grid import Grid, shade, short
from playground.ui.help.pictures.picture import InteractivePicture, Options, Plate
from playground.ui.theme import theme

# A seven, 7 × 7.
_IMAGE: Array = np.array(
    [[0, 0, 0, 0, 0, 0, 0], [0, 1, 1, 1, 1, 1, 0], [0, 0, 0, 0, 1, 1, 0], [0, 0, 0, 1, 1, 0, 0],
     [0, 0, 1, 1, 0, 0, 0], [0, 0, 1, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0]], dtype=float,
)  # fmt: skip
# One value in twelve steps: a hump and a spike.
_SEQUENCE: Array = np.array([[0, 0, 0.2, 0.6, 1, 1, 1, 0.4, 0, 0, 0.8, 0]], dtype=float)
_KERNELS = {
    "across": mark("Vertical edges"), "down": mark("Horizontal edges"), "blur": mark("Blur"),
    "sharpen": mark("Sharpen"), "same": mark("Leaves it as it is"),
}  # fmt: skip
_ALONG = {"across": mark("Rises and falls"), "blur": mark("Blur"), "sharpen": mark("Sharpen"),
          "same": mark("Leaves it as it is")}  # fmt: skip
_GAP, _CAPTION, _HEIGHT, _LARGEST = 14.0, 18.0, 206, 26.0
_LOW = 104  # height of a sequence above what is made of it


def kernel_of(name: str, shape: tuple[int, int]) -> Array:
    """A kernel of so many rows and columns, odd or even, that does what its name says."""
    rows, columns = shape
    line = np.linspace(-1, 1, columns) if columns > 1 else np.zeros(1)
    if name == "across":
        return np.tile(line, (rows, 1))
    if name == "down":
        return np.tile(line[:, None], (1, columns))
    middle = np.zeros(shape)
    middle[(rows - 1) // 2, (columns - 1) // 2] = 1.0
    blur = np.full(shape, 1 / (rows * columns))
    return {"blur": blur, "sharpen": 2 * middle - blur, "same": middle}[name]


class _WindowPicture(InteractivePicture):
    """Input and output side by side; the output under the pointer shows its window and how it comes about."""

    weighs = False  # whether the window has weights

    def __init__(self, options: Options | None, name: str, first: Sliding) -> None:
        super().__init__(options)
        kind = str(self.options.get("kind", ""))
        self.flat, self._deep = kind.endswith("1D"), kind.endswith("3D")
        self.image = _SEQUENCE if self.flat else _IMAGE
        self.plate = _Windows(name, self.image)
        self.add_plate(self.plate)
        self._first = _from_params(self.params, first)
        self._ready = False
        self.plate.changed.connect(self._tell)

    def _add_knobs(self) -> None:
        unit = _plain if self.flat else _pixels
        counts = [float(n) for n in range(1, 6)]
        self.add_knob("kernel", tr("Kernel") if self.weighs else tr("Window"), counts, self._first.kernel, unit)
        self.add_knob("stride", tr("Stride"), counts[:4], self._first.stride, unit)
        self.add_knob("padding", tr("Padding"), [0.0, 1.0, 2.0, 3.0], self._first.padding, unit)
        if self.weighs:
            self.add_knob("dilation", tr("Dilation"), counts[:3], self._first.dilation, unit)
        self.add_steps(self.plate.walk, self._restart, interval=350)
        self.add_words(tr("Point at a cell of the output, or walk with the arrow keys."))
        if self._deep:
            self.add_words(tr("Shown in a plane: in a volume the window has a depth, too."))
        self._ready = True
        self.follow()

    @property
    def sliding(self) -> Sliding:
        kernel, stride, padding = (int(self.value(name)) for name in ("kernel", "stride", "padding"))
        return Sliding(kernel, stride, padding, int(self.value("dilation")) if self.weighs else 1, self.flat)

    def _restart(self) -> None:
        self.plate.choose(0, 0)

    def _tell(self) -> None:
        """In words how the chosen output comes about."""

    def _size(self) -> str:
        """The formula of the output's size, with its numbers."""
        s, image = self.sliding, self.image.shape[1]
        return tr(
            "Output: ⌊({image} + 2·{padding} − {extent}) ÷ {stride}⌋ + 1 = {size}", image=image, padding=s.padding,
            extent=s.extent, stride=s.stride, size=s.outputs(image),
        )  # fmt: skip


class ConvolutionPicture(_WindowPicture):
    """One kernel over one channel."""

    weighs = True

    def __init__(self, options: Options | None = None) -> None:
        flat = str((options or {}).get("kind", "")).endswith("1D")
        name = tr("A kernel slides along a sequence") if flat else tr("A kernel slides over an image")
        super().__init__(options, name, Sliding())
        kernels = _ALONG if self.flat else _KERNELS
        self.add_choice("does", tr("What the kernel does"), [(name, tr(words)) for name, words in kernels.items()])
        self._add_knobs()

    def follow(self) -> None:
        if self._ready:
            kernel = kernel_of(self.choice("does"), self.sliding.shape)
            self.plate.show_map(self.image, self.sliding, convolved(self.image, kernel, self.sliding), kernel)
            self._tell()

    def _tell(self) -> None:
        if self.plate.chosen is None:
            self.say(tr("The window is larger than the padded input: there is no output."))
            return
        kernel = kernel_of(self.choice("does"), self.sliding.shape)
        window = seen(self.image, self.sliding, *self.plate.chosen)
        products = [
            f"{short(float(w))}·{short(float(x))}" for w, x in zip(kernel.flat, window.flat, strict=True) if w and x
        ]
        shown = " + ".join(products[:6]) + (" + …" if len(products) > 6 else "") if products else "0"
        self.say(f"{shown} = {short(float((kernel * window).sum()))}\n{self._size()}")


class PoolingPicture(_WindowPicture):
    """The largest or the mean of each window."""

    def __init__(self, options: Options | None = None) -> None:
        flat = str((options or {}).get("kind", "")).endswith("1D")
        name = tr("A window goes along a sequence") if flat else tr("A window goes over an image")
        super().__init__(options, name, Sliding(2, 2))
        mean = str(self.options.get("kind", "")).startswith("Avg")
        ways = [("max", tr("Largest")), ("mean", tr("Mean"))]
        self.add_choice("how", tr("What is taken of each window"), ways, "mean" if mean else "max")
        self._add_knobs()

    @property
    def sliding(self) -> Sliding:
        """Padding is at most half of the window, as in torch: a window of nothing but padding has no largest."""
        wanted = super().sliding
        return replace(wanted, padding=min(wanted.padding, wanted.kernel // 2))

    @property
    def how(self) -> Pooled:
        return "mean" if self.choice("how") == "mean" else "max"

    def follow(self) -> None:
        if self._ready:
            image = self.image * np.linspace(0.4, 1.0, self.image.shape[1])  # not all alike: the largest is one of them
            self.plate.show_map(image, self.sliding, pooled(image, self.sliding, self.how), None)
            self._tell()

    def _tell(self) -> None:
        if self.plate.chosen is None:
            self.say(tr("The window is larger than the padded input: there is no output."))
            return
        value = short(float(self.plate.output[self.plate.chosen]))
        words = tr("The largest of the window is {value}.") if self.how == "max" else tr("The mean is {value}.")
        cut = int(self.value("padding")) > self.sliding.padding
        limit = "\n" + tr("Padding goes up to half the window: {count}.", count=self.sliding.padding) if cut else ""
        self.say(f"{words.format(value=value)}\n{self._size()}{limit}")


class _Windows(Plate):
    """Draws image, kernel and output; ``changed`` when another output is chosen."""

    def __init__(self, name: str, image: Array) -> None:
        super().__init__(_HEIGHT if image.shape[0] > 1 else _LOW, name)
        self.image, self.output = image, np.zeros((1, 1))
        self.kernel: Array | None = None
        self.sliding = Sliding()
        self.chosen: tuple[int, int] | None = (0, 0)

    def show_map(self, image: Array, sliding: Sliding, output: Array, kernel: Array | None) -> None:
        self.image, self.sliding, self.output, self.kernel = image, sliding, output, kernel
        if not output.size:
            self.chosen = None
        else:
            row, column = self.chosen or (0, 0)
            self.chosen = (min(row, output.shape[0] - 1), min(column, output.shape[1] - 1))
        self.update()

    def choose(self, row: int, column: int) -> None:
        if self.output.size and (row, column) != self.chosen:
            self.chosen = (row, column)
            self.update()
            self.changed.emit()

    def walk(self) -> bool:
        """The next output, row by row; False at the last."""
        if self.chosen is None:
            return False
        rows, columns = self.output.shape
        place = self.chosen[0] * columns + self.chosen[1] + 1
        if place >= rows * columns:
            return False
        self.choose(*divmod(place, columns))
        return True

    # --- painting ---

    def _grids(self) -> tuple[Grid, Grid]:
        """Of the image (inside its padding) and of the output, as large as both find room."""
        if self.sliding.flat:
            return self._rows()
        padding, rows = self.sliding.padding, self.image.shape[0]
        across, outputs = rows + 2 * padding, max(self.output.shape[0], 1)
        cell = min(_LARGEST, (self.width() - 3 * _GAP) / (across + outputs), (self.height() - _CAPTION - 8) / across)
        left = max(0.0, (self.width() - cell * (across + outputs) - 2 * _GAP) / 2)
        image = Grid(QPointF(left + padding * cell, _CAPTION + padding * cell), cell, rows, rows)
        top = _CAPTION + cell * (across - outputs) / 2
        output = Grid(
            QPointF(left + across * cell + 2 * _GAP, max(_CAPTION, top)), cell, *(self.output.shape or (0, 0))
        )
        return image, output

    def _rows(self) -> tuple[Grid, Grid]:
        """Of a sequence (inside its padding) and, under it, of the output."""
        s, columns = self.sliding, self.image.shape[1]
        across = columns + 2 * s.padding
        cell = min(_LARGEST, (self.width() - 2 * _GAP) / across)
        left = max(0.0, (self.width() - cell * across) / 2)
        under = _CAPTION + cell + _GAP + _CAPTION
        image = Grid(QPointF(left + s.padding * cell, _CAPTION), cell, 1, columns)
        return image, Grid(QPointF(left + cell * (s.extent - 1) / 2, under), cell, *(self.output.shape or (0, 0)))

    def draw(self, painter: QPainter) -> None:
        image, output = self._grids()
        padding, accent = self.sliding.padding * image.cell, theme().color("accent")
        painter.setPen(theme().color("muted"))
        above = 0.0 if self.sliding.flat else padding
        outer = image.rect.adjusted(-padding, -above, padding, above)
        top = output.corner.y() - _CAPTION if self.sliding.flat else 0.0
        painter.drawText(QRectF(outer.left(), 0, 160, _CAPTION), Qt.AlignmentFlag.AlignVCenter, tr("Input"))
        painter.drawText(QRectF(output.corner.x(), top, 160, _CAPTION), Qt.AlignmentFlag.AlignVCenter, tr("Output"))
        if padding:
            painter.setPen(QPen(theme().color("muted"), 1, Qt.PenStyle.DashLine))
            painter.drawRect(outer)
        image.draw(painter, self.image, 1.0, told=False)
        if not self.output.size or self.chosen is None:
            return
        output.draw(painter, self.output, float(max(np.abs(self.output).max(), 1e-9)))
        self._draw_window(painter, image)
        output.frame(painter, *self.chosen, 1, 1, accent)

    def _draw_window(self, painter: QPainter, image: Grid) -> None:
        """The cells that the chosen output sees, with the weights that they meet."""
        assert self.chosen is not None
        places = self.sliding.places(*self.chosen)
        weights = self.kernel.flat if self.kernel is not None else None
        for number, (row, column) in enumerate(places):
            rect = image.cell_rect(row, column).adjusted(1.5, 1.5, -1.5, -1.5)
            painter.setPen(QPen(theme().color("accent"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect)
            inside = 0 <= row < self.image.shape[0] and 0 <= column < self.image.shape[1]
            value = float(self.image[row, column]) if inside else 0.0
            if image.cell >= 18:
                painter.setPen(theme().ink_on(shade(value, 1.0)))
                text = short(float(weights[number])) if weights is not None else short(value)
                painter.drawText(rect.adjusted(-3, 0, 3, 0), Qt.AlignmentFlag.AlignCenter, text)

    # --- choosing ---

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        cell = self._grids()[1].cell_at(event.position())
        if cell is not None:
            self.choose(*cell)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.mouseMoveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ways: dict[int, tuple[int, int]] = {
            Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0),
        }  # fmt: skip
        way = ways.get(event.key())
        if way is None or self.chosen is None:
            super().keyPressEvent(event)
            return
        rows, columns = self.output.shape
        row, column = self.chosen[0] + way[0], self.chosen[1] + way[1]
        self.choose(min(max(row, 0), rows - 1), min(max(column, 0), columns - 1))


def _plain(value: float) -> str:
    return str(round(value))


def _pixels(value: float) -> str:
    return tr("{count} px", count=round(value))


def _from_params(params: dict[str, Any], first: Sliding) -> Sliding:
    """What the selected layer has, as far as the picture can show it: the first axis of each."""
    found: dict[str, Any] = {}
    for name, least, most in (("kernel", 1, 5), ("stride", 1, 4), ("padding", 0, 3), ("dilation", 1, 3)):
        given = params.get("size") if name == "kernel" and "size" in params else params.get(name)
        given = given[0] if isinstance(given, (list, tuple)) and given else given
        if name == "padding" and given == "same":
            given = (found.get("kernel", first.kernel) - 1) // 2
        found[name] = min(max(given, least), most) if isinstance(given, int) else getattr(first, name)
    if params.get("stride", 0) is None:  # pooling without a stride goes on by its window
        found["stride"] = min(found["kernel"], 4)
    return Sliding(**found)
