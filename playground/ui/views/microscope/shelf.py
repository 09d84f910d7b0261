"""What there is to be looked at of one layer: its output, its inputs, a kernel, its attention; each as tiles."""

from __future__ import annotations

from playground.core.language import mark, tr
from playground.protocol import ArithmeticSeen, MicroscopeSeen, Plates
from playground.ui.views.microscope.tiles import Index, Tiles, tiles_of
from playground.ui.views.microscope.words import number, place

OUTPUT, KERNEL, ATTENTION, INPUT = mark("Output"), mark("Kernel"), mark("Attention"), mark("Input")


class Shelf:
    """Filled by what is seen; tiles are made when they are wanted. ``title`` says what a name is called."""

    def __init__(self) -> None:
        self._plates: dict[str, Plates] = {}
        self._tiles: dict[str, Tiles] = {}
        self._weights: tuple[float, float] | None = None
        self._kernel_from = self._channel = 0
        self.outputs: tuple[str, ...] = (OUTPUT,)  # the first is the one that is calculated

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self._plates)

    def title(self, name: str) -> str:
        """One of ``names`` as people read it."""
        kind, _, which = name.partition(" ")
        if not which:
            return tr(kind)
        return tr("Input {number}", number=which) if kind == INPUT else tr("Output {port}", port=which)

    def shape(self, name: str) -> tuple[int, ...]:
        return self._plates[name].shape if name in self._plates else ()

    def show_sight(self, sight: MicroscopeSeen) -> None:
        """Maps of another moment, or of another layer."""
        kernel = self._plates.get(KERNEL) if sight.weights is not None else None
        self.outputs = tuple(f"{OUTPUT} {port}" for port in sight.ports) or (OUTPUT,)
        self._plates = dict(zip(self.outputs, (sight.output, *sight.others), strict=True))
        self._tiles, self._weights = {}, sight.weights
        for number_, plates in enumerate(sight.inputs):
            self._plates[_input(number_, len(sight.inputs))] = plates
        if sight.attention is not None:
            low, high = float(sight.attention.min()), float(sight.attention.max())
            self._plates[ATTENTION] = Plates("maps", sight.attention, sight.attention.shape, low, high)
        if kernel is not None:
            self._plates[KERNEL] = kernel

    def show_arithmetic(self, sight: ArithmeticSeen) -> None:
        """With the kernel of the channel that is pointed at."""
        self._channel = sight.index[-1 if len(sight.index) == 2 else 0] if sight.index else 0
        if sight.kernel is not None:
            self._plates[KERNEL], self._kernel_from = sight.kernel, sight.kernel_from
        else:
            self._plates.pop(KERNEL, None)
        self._tiles.pop(KERNEL, None)

    def tiles(self, name: str) -> Tiles | None:
        if name not in self._plates:
            return None
        if name not in self._tiles:
            self._tiles[name] = tiles_of(self._plates[name])
        return self._tiles[name]

    def reach(self, name: str) -> float:
        """How far from zero the numbers of the whole layer lie: of a kernel those of all its kernels."""
        if name == KERNEL and self._weights is not None:
            return max(-self._weights[0], self._weights[1])
        plates = self._plates.get(name)
        return max(-plates.low, plates.high, 0.0) or 1.0 if plates is not None else 1.0

    def input_number(self, name: str) -> int:
        """Which of the inputs it is."""
        digits = name.removeprefix(INPUT).strip()
        return int(digits) - 1 if digits else 0

    def value(self, name: str, index: Index) -> float | None:
        """The number there; None for one that was left out."""
        tiles = self.tiles(name)
        spot = tiles.spot(index) if tiles is not None else None
        return float(tiles.values[spot]) if tiles is not None and spot is not None else None

    def place(self, name: str, index: Index) -> str:
        """In words of what is shown."""
        if name == ATTENTION and len(index) == 3:
            return tr("head {head}, step {step} looks at step {other}", head=index[0], step=index[1], other=index[2])
        if name == KERNEL and len(index) > 2:
            where = place((index[0] + self._kernel_from, *index[1:]))
            return tr("kernel of output {channel}: input {where}", channel=self._channel, where=where)
        return place(index)

    def told(self, name: str) -> str:
        """How much there is, and what was left out."""
        plates, tiles = self._plates.get(name), self.tiles(name)
        if plates is None or tiles is None:
            return ""
        ends = tr("{low} to {high}", low=number(plates.low), high=number(plates.high))
        if name == KERNEL:
            channel = self._channel
            head = tr(
                "Kernel of output channel {channel} for {count:,} input channels", channel=channel, count=tiles.count
            )
            return f"{head} · {ends}"
        parts, maps = [ends], plates.shape[0] * plates.slices if plates.kind == "maps" else 0
        if tiles.count < maps:
            parts.append(tr("the first {shown:,} of {count:,} maps", shown=tiles.count, count=maps))
        elif plates.kind != "maps" and not plates.complete:
            parts.append(tr("the first part of it"))
        if plates.stride > 1:
            parts.append(tr("every {stride}th pixel", stride=plates.stride))
        first = self.title(self.outputs[0])
        if name in self.outputs[1:]:
            parts.append(tr("the calculation is that of {output}", output=first[0].lower() + first[1:]))
        elif name == self.outputs[0]:
            parts.append(tr("point at a number"))
        return " · ".join(parts)


def _input(number_: int, count: int) -> str:
    return INPUT if count == 1 else f"{INPUT} {number_ + 1}"
