"""What the inspector shows of its layer's weights while a network learns: kernels, gradient, size of the update."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Slot

from playground.core.graph import Node
from playground.core.language import tr
from playground.protocol import Flow, FlowSeen, Kernels, KernelsSeen, LayerHealth, Seen, Unseen
from playground.ui.canvas.on_canvas import OnCanvas
from playground.ui.inspector.layer_page import LayerPage
from playground.ui.lens_port import LensPort
from playground.ui.watching import Watcher

_INTERVAL, _TOLD_INTERVAL = 0.2, 1.0  # seconds between two pictures, and between two wordings of a line
_CONVOLUTIONS = frozenset({"convolution"})


class LiveWeights(QObject):
    """Two lenses are open while the page is seen and shows a layer of the run, or of its draft, and no others."""

    def __init__(
        self, page: LayerPage, watcher: Watcher, on_canvas: OnCanvas, controller: Any, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._page, self._on_canvas = page, on_canvas
        self._kernels = LensPort(watcher, self, interval=_INTERVAL)
        self._flow = LensPort(watcher, self, interval=_TOLD_INTERVAL)
        self._kernels.arrived.connect(self._on_kernels)
        self._flow.arrived.connect(self._on_flow)
        self._path = ""  # of the layer that is shown, behind the network that is looked into
        self._flowed: Seen | None = None  # the newest of all layers: another one that is selected is told at once
        page.node_shown.connect(self.follow)
        for signal in (controller.state_changed, controller.draft_changed):
            signal.connect(self.follow)
        for signal in (controller.run_reset, controller.worker_died):
            signal.connect(self._on_lost)

    @Slot()
    def follow(self, *_: object) -> None:
        """Look at the layer that is shown now."""
        view, network = self._page.node_view, self._on_canvas.network
        node = view.node if view is not None else None
        if node is None or network is None or not self._on_canvas.fits(node.id):
            self._path = ""
            self._clear()
            self._kernels.close()
            self._flow.close()
            return
        path = f"{network}/{self._on_canvas.path(node.id)}"
        if path != self._path:
            self._clear()
            self._path = path
        self._kernels.open(Kernels(network, self._on_canvas.path(node.id)) if _has_kernels(node) else None)
        self._flow.open(Flow(network) if node.kind is not None and node.kind.role == "layer" else None)
        if self._flowed is not None and self._flowed.lens == self._flow.lens:
            self._on_flow(self._flowed)

    @Slot()
    def _on_lost(self, *_: object) -> None:
        """The weights are gone that were seen."""
        self._flowed = None
        self._flow.forget()
        self._clear()

    def _clear(self) -> None:
        self._kernels.forget()
        view = self._page.node_view
        if view is not None:
            view.kernels.show_kernels(None)
            view.show_health("")

    @Slot(object)
    def _on_kernels(self, event: Seen | Unseen) -> None:
        view = self._page.node_view
        if view is not None:
            found = event.sight if isinstance(event, Seen) and isinstance(event.sight, KernelsSeen) else None
            view.kernels.show_kernels(found)

    @Slot(object)
    def _on_flow(self, event: Seen | Unseen) -> None:
        view = self._page.node_view
        if view is None:
            return
        seen = event.sight if isinstance(event, Seen) and isinstance(event.sight, FlowSeen) else None
        self._flowed = event if isinstance(event, Seen) else None
        health = None if seen is None else seen.layers.get(self._path.partition("/")[2])
        trained = isinstance(event, Seen) and event.step > 0  # no layer is in trouble before it has been trained
        view.show_health(told(health), trouble=bool(health is not None and health.trouble and trained))


def told(health: LayerHealth | None) -> str:
    """``Gradient RMS 3.1e-3 · update / weight 1.2e-3``; empty for a layer that trains nothing."""
    if health is None or health.gradient is None:
        return ""
    parts = [tr("Gradient RMS {number}", number=f"{health.gradient:.1e}".replace("e-0", "e-"))]
    if health.update is not None:
        parts.append(tr("update / weight {number}", number=f"{health.update:.1e}".replace("e-0", "e-")))
    return " · ".join(parts)


def _has_kernels(node: Node) -> bool:
    return node.kind is not None and node.kind.family in _CONVOLUTIONS
