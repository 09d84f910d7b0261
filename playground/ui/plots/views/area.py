"""The place for one view of any kind: its widget is made when it is first needed, and kept."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget

from playground import protocol
from playground.ui.plots.views.forecasts import ForecastsView
from playground.ui.plots.views.pictures import PicturesView
from playground.ui.plots.views.plane import PlaneView
from playground.ui.plots.views.rows import RowsView
from playground.ui.plots.views.scatter import ScatterView
from playground.ui.widgets.basics import scrolled

ViewWidget = PicturesView | PlaneView | ForecastsView | RowsView | ScatterView
_WIDGETS: dict[type, type[ViewWidget]] = {
    protocol.Pictures: PicturesView, protocol.Plane: PlaneView, protocol.Forecasts: ForecastsView,
    protocol.Rows: RowsView, protocol.Scatter: ScatterView,
}  # fmt: skip


class ViewArea(QStackedWidget):
    """``compact`` for little room: nothing is scrolled, what fits is shown."""

    def __init__(self, *, compact: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._compact = compact
        self._pages: list[QWidget] = []
        self._made: dict[type, ViewWidget] = {}
        self._shown: protocol.View | None = None
        self.addWidget(QWidget())

    @property
    def view(self) -> protocol.View | None:
        """What is shown."""
        return self._shown

    @property
    def widget_shown(self) -> ViewWidget | None:
        """What shows it."""
        return self._made.get(type(self._shown))

    @property
    def summary(self) -> str:
        """What there is to count in what is shown."""
        widget = self.widget_shown
        return "" if widget is None else widget.summary

    def show_view(self, view: protocol.View | None) -> None:
        """Draw ``view`` unless it is there already; None empties the place."""
        if view is self._shown:
            return
        self._shown = view
        if view is None:
            self.setCurrentIndex(0)
            return
        widget = self._made.get(type(view)) or self._make(type(view))
        widget.show_view(view)  # type: ignore[arg-type]  # the widget of its kind
        self.setCurrentWidget(self._page(widget))

    def _make(self, kind: type) -> ViewWidget:
        widget = self._made[kind] = _WIDGETS[kind](compact=self._compact)
        page: QWidget = widget
        if not self._compact and not isinstance(widget, RowsView):
            page = area = scrolled(widget)
            if isinstance(widget, PicturesView):
                area.viewport().installEventFilter(self)
        self._pages.append(page)
        self.addWidget(page)
        return widget

    def _page(self, widget: ViewWidget) -> QWidget:
        return next(page for page in self._pages if page is widget or page.isAncestorOf(widget))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Images choose their size by what is seen of them at once, not by their own height."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            area = watched.parent()
            widget = area.widget() if isinstance(area, QScrollArea) else None
            if isinstance(widget, PicturesView):
                widget.set_room(watched.width(), watched.height())
        return super().eventFilter(watched, event)
