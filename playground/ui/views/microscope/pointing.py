"""One question at a time about the number that is pointed at: while the mouse moves, the newest place alone counts."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from playground.protocol import Arithmetic, Seen, Unseen
from playground.ui.lens_port import LensPort

_PATIENCE_MS = 400  # then a question that got no answer is given up for a newer one


class Pointing(QObject):
    """``answered`` tells what is known of the place that was asked for, again and again while it stays open."""

    answered = Signal(object)  # Seen | Unseen

    def __init__(self, port: LensPort, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._port = port
        self._wanted: Arithmetic | None = None
        self._waiting = False
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self._ask)
        port.arrived.connect(self._on_arrived)

    def ask(self, lens: Arithmetic | None) -> None:
        """Open ``lens``, at once or as soon as the last question is answered; None: nobody looks."""
        if lens is None:
            self._wanted, self._waiting = None, False
            self._patience.stop()
            self._port.close()
            return
        self._wanted = lens
        if lens == self._port.lens:
            return
        other = self._port.lens is None or self._port.lens.network != lens.network or _path(self._port) != lens.path
        if not self._waiting or other:
            self._ask()

    @Slot()
    def _ask(self) -> None:
        if self._wanted is not None and self._wanted != self._port.lens:
            self._waiting = True
            self._patience.start()
            self._port.open(self._wanted)

    @Slot(object)
    def _on_arrived(self, event: Seen | Unseen) -> None:
        self._waiting = False
        self._patience.stop()
        self.answered.emit(event)
        self._ask()


def _path(port: LensPort) -> str:
    return port.lens.path if isinstance(port.lens, Arithmetic) else ""
