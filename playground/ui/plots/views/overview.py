"""All views of a task side by side."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from playground import protocol
from playground.ui.plots.views.tile import Item, Tile

GAP = 16
# Tables, curves and rows of images take twice the width of what is about as high as wide.
_WIDE = (protocol.Rows, protocol.Forecasts, protocol.Predictions)


class Overview(QWidget):
    """A tile for each; those that are not needed any more stay for the next run."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tiles: list[Tile] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP)

    @property
    def tiles(self) -> list[Tile]:
        """Those that show something."""
        return [tile for tile in self._tiles if not tile.isHidden()]

    def show_items(self, items: Sequence[Item]) -> None:
        """Draw what is new of them, from left to right."""
        while len(self._tiles) < len(items):
            tile = Tile()
            self._tiles.append(tile)
            self._row.addWidget(tile)
        for index, tile in enumerate(self._tiles):
            item = items[index] if index < len(items) else None
            tile.setVisible(item is not None)
            self._row.setStretch(index, 0 if item is None else 1 + _is_wide(item))
            tile.show_item(item)


def _is_wide(item: Item) -> bool:
    return isinstance(item, _WIDE) or (isinstance(item, protocol.Pictures) and not item.columns)
