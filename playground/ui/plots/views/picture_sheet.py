"""Where the images of a sheet go: blocks of rows that belong together, enlarged or reduced by whole numbers."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF

GAP, BLOCK_GAP, CAPTION_HEIGHT, LABELS = 4, 12, 16, 66
_LARGEST, _COMFORTABLE, _SMALLEST = 112, 48, 22  # sides in pixels; the smallest is for little room
_FEW = 5  # so many at a comfortable size say more than all of them small
_DENSEST = 0.5  # a sheet that is one picture is reduced to this before it is cut off


@dataclass(frozen=True, slots=True)
class Sheet:
    """``count`` images of ``width``×``height`` pixels in ``columns``, ``deep`` rows to a block, seen at ``scale``."""

    count: int
    width: int
    height: int
    columns: int
    deep: int
    scale: float
    gap: int
    caption: int
    labels: int

    def cell(self, index: int, row: int = 0) -> QRectF:
        """Where image ``index`` is, in row ``row`` of its block."""
        across, block = index % self.columns, index // self.columns
        x = self.labels + across * (self._wide + self.gap)
        return QRectF(x, block * self.block_height + row * (self._high + self.gap), self._wide, self._high)

    @property
    def block_height(self) -> float:
        """Pixels from one block to the next."""
        between = self.gap if self.deep == 1 else BLOCK_GAP
        return self.deep * self._high + (self.deep - 1) * self.gap + self.caption + between

    @property
    def blocks(self) -> int:
        return -(-self.count // self.columns)

    @property
    def total_height(self) -> float:
        """Pixels of all blocks."""
        return self.blocks * self.block_height - (self.gap if self.deep == 1 else BLOCK_GAP)

    @property
    def total_width(self) -> float:
        shown = min(self.columns, self.count)
        return self.labels + shown * (self._wide + self.gap) - self.gap

    @property
    def side(self) -> float:
        """Of an image as it is seen, the longer one."""
        return max(self._wide, self._high)

    def fits(self, width: float, height: float) -> bool:
        """Whether all of it does."""
        return self.total_width <= width and self.total_height <= height

    def whole(self, width: float, height: float) -> int:
        """How many images are seen whole."""
        if self.labels + self._wide > width:
            return 0
        between = self.gap if self.deep == 1 else BLOCK_GAP
        return min(self.count, self.columns * int((height + between) // self.block_height))

    @property
    def _wide(self) -> float:
        return self.width * self.scale

    @property
    def _high(self) -> float:
        return self.height * self.scale


@dataclass(frozen=True, slots=True)
class Content:
    """What a sheet has to hold; ``columns`` is 0 where as many as fit will do."""

    count: int
    width: int
    height: int
    columns: int = 0
    deep: int = 1
    captions: bool = False

    def sheet(self, room_width: float, room_height: float, *, compact: bool) -> Sheet:
        """The sheet for a place of that size: as large as fits, else large enough to be seen, with more below.

        ``compact``: rather small than with hardly any image in sight.
        """
        fitting = [sheet for sheet in self._sheets(room_width) if sheet.fits(room_width, room_height)]
        if fitting and (self.columns or fitting[0].side >= _COMFORTABLE):
            return fitting[0]
        if self.columns:
            whole = self._at(1.0, room_width)
            shrunk = min(room_width / whole.total_width, room_height / whole.total_height)
            return self._at(max(min(shrunk, 1.0), 0.1 if compact else _DENSEST), room_width)
        large = [sheet for sheet in self._sheets(room_width) if sheet.side >= _COMFORTABLE]
        if large and large[-1].whole(room_width, room_height) >= min(_FEW, self.count):
            return large[-1]
        small = self._sheets(room_width)[-1] if compact or not large else large[-1]
        return fitting[0] if fitting else small

    def _sheets(self, room_width: float) -> list[Sheet]:
        """At all scales, largest first."""
        return [self._at(scale, room_width) for scale in self._scales()]

    def _scales(self) -> list[float]:
        """Whole enlargements, largest first, then whole reductions."""
        side = max(self.width, self.height, 1)
        larger = [float(k) for k in range(max(_LARGEST // side, 1), 0, -1) if k * side <= _LARGEST]
        smaller = [1 / k for k in range(2, 64) if _SMALLEST <= side / k <= _LARGEST]
        return [*larger, *smaller] or [1.0]

    def _at(self, scale: float, room_width: float) -> Sheet:
        gap = 0 if self.columns else GAP
        labels = LABELS if self.deep > 1 and room_width > 4 * LABELS else 0
        columns = self.columns or max(1, int((room_width - labels + gap) // (self.width * scale + gap)))
        return Sheet(
            self.count, self.width, self.height, columns, self.deep, scale, gap,
            CAPTION_HEIGHT if self.captions else 0, labels,
        )  # fmt: skip
