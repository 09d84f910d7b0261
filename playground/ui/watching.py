"""What the window watches inside the network: views open lenses while they are seen, and hear what these show."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Slot

from playground.protocol import Brought, Lens, Seen, Unseen

if TYPE_CHECKING:
    import numpy as np

Show = Callable[[Seen | Unseen], None]
_MOST_BROUGHT = 8  # samples that views still may name


class Watcher(QObject):
    """One for a window. Each view has one lens open at most; the worker is told once of all that change together."""

    def __init__(self, controller: Any, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._open: dict[object, tuple[Lens, Show]] = {}
        self._last: dict[Lens, Seen | Unseen] = {}
        self._brought: dict[int, np.ndarray] = {}
        self._numbers = itertools.count(1)
        self._told: tuple[Lens, ...] = ()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._tell)
        controller.seen.connect(self._on_seen)
        controller.run_reset.connect(self._on_reset)
        controller.worker_died.connect(self._on_reset)
        controller.bundle_opened.connect(self._on_opened)

    def open(self, view: object, lens: Lens, show: Show) -> None:
        """From now on ``show`` is called with all that ``lens`` shows, at once with what is known of it."""
        known = self._open.get(view)
        self._open[view] = (lens, show)
        if known is None or known[0] != lens:
            self._soon.start()
            if lens in self._last:
                show(self._last[lens])

    def close(self, view: object) -> None:
        """Nobody sees it any more."""
        if self._open.pop(view, None) is not None:
            self._soon.start()

    def bring(self, sample: np.ndarray) -> Brought:
        """A sample that a person drew or loaded, for lenses to name; only the last few are kept."""
        number = next(self._numbers)
        self._brought[number] = sample
        for old in list(self._brought)[:-_MOST_BROUGHT]:
            del self._brought[old]
        return Brought(number)

    @property
    def lenses(self) -> tuple[Lens, ...]:
        """All that are open, each once."""
        return tuple(dict.fromkeys(lens for lens, _ in self._open.values()))

    @Slot()
    def _tell(self) -> None:
        lenses = self.lenses
        if lenses == self._told:
            return
        self._told = lenses
        self._last = {lens: seen for lens, seen in self._last.items() if lens in lenses}
        self._controller.watch(lenses, dict(self._brought))

    @Slot(object)
    def _on_seen(self, event: Seen | Unseen) -> None:
        views = [show for lens, show in self._open.values() if lens == event.lens]
        if views:
            self._last[event.lens] = event
        for show in views:
            show(event)

    @Slot(object)
    def _on_opened(self, _event: object) -> None:
        """Nothing trains it, so nobody looks by himself: ask once more."""
        self._told = ()
        self._soon.start()

    @Slot()
    def _on_reset(self, *_: object) -> None:
        """What was seen is of weights that are gone."""
        self._last.clear()
