"""What the window watches inside the network: views open lenses while they are seen, and hear what these show."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable
from dataclasses import fields
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
        self._told: tuple[object, ...] = ((), None, False)
        self.at: int | None = None  # the step that is looked back at
        self._views = False  # whether what the task shows of it is seen
        self._of: int | None = None  # the number of the run, or of the draft, that is looked into
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._tell)
        controller.seen.connect(self._on_seen)
        controller.run_reset.connect(self._on_reset)
        controller.worker_died.connect(self._on_reset)
        controller.bundle_opened.connect(self._on_opened)
        for signal in (controller.state_changed, controller.draft_changed):
            signal.connect(self._on_another)

    def open(self, view: object, lens: Lens, show: Show) -> None:
        """From now on ``show`` is called with all that ``lens`` shows, at once with what is known of it.

        While one draws, answers to what was drawn a moment ago come, too: ``late`` tells them.
        """
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
        """A sample that a person drew or loaded, for lenses to name; those that are named and the last few are kept."""
        number = next(self._numbers)
        self._brought[number] = sample
        named = _named(self.lenses)
        for old in [old for old in self._brought if old not in named][:-_MOST_BROUGHT]:
            del self._brought[old]
        return Brought(number)

    def look_at(self, step: int | None, *, views: bool = False) -> None:
        """Have every lens look at the network as it was at ``step``; None: as it is now. ``views``: somebody sees what
        the task shows, too.
        """
        if step != self.at:
            self.at = step
            self._last.clear()
        self._views = views and step is not None
        self._soon.start()

    @property
    def lenses(self) -> tuple[Lens, ...]:
        """All that are open, each once."""
        return tuple(dict.fromkeys(lens for lens, _ in self._open.values()))

    @Slot()
    def _tell(self) -> None:
        lenses = self.lenses
        told = (lenses, self.at, self._views)
        if told == self._told:
            return
        self._told = told
        self._last = {lens: seen for lens, seen in self._last.items() if lens in lenses}
        named = _named(lenses)
        brought = {number: sample for number, sample in self._brought.items() if number in named}
        self._controller.watch(lenses, brought, self.at, views=self._views)

    @Slot(object)
    def _on_seen(self, event: Seen | Unseen) -> None:
        if event.at != self.at:
            return  # it was on its way when another step was wanted
        views = [(lens, show) for lens, show in self._open.values() if lens == event.lens or late(event.lens, lens)]
        if any(lens == event.lens for lens, _ in views):
            self._last[event.lens] = event
        for _, show in views:
            show(event)

    @Slot(object)
    def _on_opened(self, _event: object) -> None:
        """Nothing trains it, so nobody looks by himself: ask once more."""
        self._told = ((), None, False)
        self._soon.start()

    @Slot()
    def _on_another(self, *_: object) -> None:
        """What was seen is of another run, or of a draft of another network."""
        if self._controller.shown_run != self._of:
            self._of = self._controller.shown_run
            self._last.clear()

    @Slot()
    def _on_reset(self, *_: object) -> None:
        """What was seen is of weights that are gone."""
        self._last.clear()


def late(answered: Lens, asked: Lens) -> bool:
    """Whether ``answered`` asks as ``asked`` of a sample brought before: of a drawing without its last strokes."""
    if type(answered) is not type(asked) or answered == asked:
        return False
    pairs = [(getattr(answered, field.name), getattr(asked, field.name)) for field in fields(asked)]
    return all(
        old == new or (isinstance(old, Brought) and isinstance(new, Brought) and old.number < new.number)
        for old, new in pairs
    )


def _named(lenses: Iterable[Lens]) -> set[int]:
    """Numbers of the brought samples that lenses ask about."""
    named: set[int] = set()
    for lens in lenses:
        for field in fields(lens):
            value = getattr(lens, field.name)
            parts = value if isinstance(value, tuple) else (value,)
            named.update(part.number for part in parts if isinstance(part, Brought))
    return named
