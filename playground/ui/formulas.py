"""Formulas: LaTeX to SVG, drawn once by ziamath away from the window's thread, then kept.

Importing ziamath takes a quarter of a second, more than a frame may last; so a short-lived thread does it.
"""

from __future__ import annotations

import logging
import threading
from collections import deque
from functools import cache

from PySide6.QtCore import QObject, Signal

_log = logging.getLogger(__name__)
SIZE = 18  # pixels: the height of the formula's capitals follows from it
# Stands in the kept SVG where the colour of the theme goes.
_INK = "#010203"


class Formulas(QObject):
    """The formulas drawn so far, by their LaTeX."""

    drawn = Signal(str)  # the LaTeX whose SVG is there now

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kept: dict[str, str] = {}
        self._waiting: deque[str] = deque()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None

    def svg(self, latex: str, color: str) -> bytes | None:
        """The SVG in ``color`` (``#rrggbb``); None when it is still to be drawn (``drawn`` tells) or cannot be."""
        with self._lock:
            text = self._kept.get(latex)
            if text is None:
                self._ask(latex)
        return text.replace(_INK, color).encode() if text else None

    def has(self, latex: str) -> bool:
        """Whether ``svg`` gives it at once, or knows that it cannot be drawn."""
        return latex in self._kept

    @property
    def busy(self) -> bool:
        """Whether any is being drawn: then Python runs in two threads, and the window is slower."""
        return self._thread is not None

    def _ask(self, latex: str) -> None:
        if latex not in self._waiting:
            self._waiting.append(latex)
        if self._thread is None:
            # Not a daemon: one that is frozen inside Qt while Python ends aborts the process.
            self._thread = threading.Thread(target=self._work, name="formulas")
            self._thread.start()

    def _work(self) -> None:
        while True:
            with self._lock:
                if not self._waiting:
                    self._thread = None
                    return
                latex = self._waiting[0]
            text = _draw(latex)
            with self._lock:
                self._kept[latex] = text
                self._waiting.popleft()
            if text:
                self.drawn.emit(latex)


@cache
def formulas() -> Formulas:
    """The one store of the process."""
    return Formulas()


def _draw(latex: str) -> str:
    """The SVG of a formula; empty when ziamath is missing or cannot read it, and the log says so."""
    try:
        import ziamath

        ziamath.config.svg2 = False  # QtSvg knows no <symbol>
        return str(ziamath.Latex(latex, size=SIZE, color=_INK).svg())
    except Exception:  # noqa: BLE001
        # whatever the typesetter trips over, a panel without its formula is still of use
        _log.exception("The formula %r could not be drawn; it is left out.", latex)
        return ""
