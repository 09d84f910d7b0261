"""Where in the window something is that a lesson speaks of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from playground.ui.main_window import MainWindow

_AROUND = 4  # pixels that a mark keeps from what it surrounds


def rectangle(window: MainWindow, name: str) -> QRect | None:
    """In the coordinates of the window's middle; None for what is not in sight.

    ``name``: "palette", "canvas", "inspector", "plots", "run", "step", "sample", "tabs", "networks"; "layer:Dense" for
    the first card of a kind; "view:latent" for a view that is open.
    """
    kind, _, which = name.partition(":")
    if kind == "layer":
        return _card(window, which)
    widget = _view(window, which) if kind == "view" else _widget(window, kind)
    if widget is None or not widget.isVisible():
        return None
    return _placed(window, widget, QRect(QPoint(), widget.size()))


def _widget(window: MainWindow, name: str) -> QWidget | None:
    bench = window.workbench
    return {
        "palette": bench.palette_panel, "canvas": bench.canvas, "inspector": bench.inspector, "plots": bench.below,
        "run": window.toolbar.run_button, "step": window.toolbar.step_button, "sample": bench.canvas.sample,
        "tabs": bench.plots.strip, "networks": bench.canvas.tabs,
    }.get(name)  # fmt: skip


def _view(window: MainWindow, name: str) -> QWidget | None:
    return window.workbench.docks.open_views.get(name)


def _card(window: MainWindow, kind: str) -> QRect | None:
    view = window.canvas.view
    item = next((item for item in view.canvas_scene.nodes.values() if item.node.type == kind), None)
    if item is None or not view.isVisible():
        return None
    place = view.mapFromScene(item.rect).boundingRect()
    seen = place.intersected(view.viewport().rect())
    return None if seen.isEmpty() else _placed(window, view.viewport(), seen)


def _placed(window: MainWindow, widget: QWidget, inside: QRect) -> QRect | None:
    middle = window.centralWidget()
    if middle is None or widget.window() is not window:
        return None
    corner = widget.mapTo(middle, inside.topLeft())
    grown = QRect(corner, QSize(inside.size())).adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)
    return grown.intersected(middle.rect().adjusted(1, 1, -1, -1))
