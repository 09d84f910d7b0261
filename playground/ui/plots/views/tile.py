"""A view in little room, under its title."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from playground import protocol
from playground.core.language import mark, tr
from playground.ui.plots.header import PlotHeader
from playground.ui.plots.image_grid import ImageGrid
from playground.ui.plots.readout import Line
from playground.ui.plots.views.area import ViewArea
from playground.ui.plots.views.chooser import short_title

Item = protocol.View | protocol.Predictions
_IMAGES = (mark("Test images, wrong ones marked"), mark("Test images"))


class Tile(QWidget):
    """Test images with what the network says of them, or a view of the task; nothing is scrolled but tables."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._header, self._pages = PlotHeader(tr("Samples")), QStackedWidget()
        self.images, self.area = ImageGrid(), ViewArea(compact=True)
        self._pages.addWidget(self.images)
        self._pages.addWidget(self.area)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._header)
        layout.addWidget(self._pages, 1)

    def show_item(self, item: Item | None) -> None:
        """Draw ``item`` unless it is there already; None empties the tile."""
        images = item if isinstance(item, protocol.Predictions) else None
        self.images.show_predictions(images)
        if images is not None:
            wrong = tr("{count} of {total} wrong", count=len(self.images.wrong), total=len(images.truth))
            self._head((tr(_IMAGES[0]), tr(_IMAGES[1])), wrong)
        elif item is None:
            self._head((tr("Samples"), ""), "")
        else:
            assert not isinstance(item, protocol.Predictions)
            self.area.show_view(item)
            self._head((item.title, short_title(item.name)), self.area.summary)
        self._pages.setCurrentWidget(self.images if images is not None or item is None else self.area)

    def _head(self, titles: tuple[str, str], detail: str) -> None:
        self._header.set_titles(*titles)
        self._header.set_lines([Line(detail)] if detail else [])
