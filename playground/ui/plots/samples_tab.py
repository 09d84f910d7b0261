"""What a run has to show of its network: test images with what it says of them, and the views of its task."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from playground import protocol
from playground.core.language import mark, tr
from playground.ui.lookback.travel import TimeTravel, told
from playground.ui.plots.image_grid import ImageGrid
from playground.ui.plots.moment_slider import MomentSlider
from playground.ui.plots.run_log import RunLog
from playground.ui.plots.views.area import ViewArea
from playground.ui.plots.views.chooser import ViewChooser
from playground.ui.plots.views.overview import Overview
from playground.ui.plots.views.tile import Item
from playground.ui.widgets.basics import scrolled

ALL, IMAGES = "all", "test images"
_ALONE = mark("The cards show the weights of now.")


class SamplesTab(QWidget):
    """All views side by side, or the one that was chosen last among those that there are.

    ``time`` takes the whole window back to earlier moments of the run. Where nothing is kept to look back at, it goes
    through what was shown here, alone.
    """

    redraw_wanted = Signal()

    def __init__(self, log: RunLog, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._log = log
        self._travel: TimeTravel | None = None
        self._alone: int | None = None  # the step of what was shown here, looked at without the rest of the window
        self._wishes: list[str] = []  # names that were chosen, the latest last
        self.chooser, self.area, self.overview, self.time = ViewChooser(), ViewArea(), Overview(), MomentSlider()
        self._images, self._pages = ImageGrid(captions=True), QStackedWidget()
        self._scrolled = scrolled(self._images)
        for page in (self._scrolled, self.area, self.overview):
            self._pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 2, 0, 4)
        layout.setSpacing(6)
        layout.addWidget(self.chooser)
        layout.addWidget(self._pages, 1)
        layout.addWidget(self.time)
        self.time.wanted.connect(self._on_moment)
        self.time.caught_up = lambda: not self._together or self._log.caught_up
        self.chooser.chosen.connect(self._on_chosen)

    @property
    def images(self) -> ImageGrid:
        return self._images

    def look_back_with(self, travel: TimeTravel) -> None:
        """Go back with the whole window."""
        self._travel = travel
        travel.changed.connect(self._show_moment)

    def refresh(self) -> None:
        """Draw what is new."""
        self._show_moment()
        items = self._items()
        names = [*([ALL] if len(items) > 1 else []), *items]
        current = next((name for name in reversed(self._wishes) if name in names), names[0] if names else "")
        self.chooser.offer(names, current)
        if current == ALL:
            self._show_all(items)
        else:
            self._show_one(items.get(current))

    def _items(self) -> dict[str, Item]:
        """What there is to see, by the names that one chooses from."""
        pictures, views = self._shown()
        found: dict[str, Item] = {IMAGES: pictures} if pictures is not None else {}
        return found | {view.name: view for view in (views.views if views is not None else ())}

    def _shown(self) -> tuple[protocol.Predictions | None, protocol.Views | None]:
        """What is to be seen: the newest, or that of the moment that was chosen."""
        if self._alone is not None:
            return self._log.samples.at(self._alone)
        return self._log.seen_pictures, self._log.seen_views

    # --- earlier moments ---

    @property
    def _together(self) -> bool:
        """Whether there are weights to look back at: then the whole window goes back, to their steps."""
        return self._travel is not None and bool(self._travel.steps)

    @Slot()
    def _show_moment(self) -> None:
        """Offer the moments that there are, and say which one is looked at."""
        log, travel = self._log, self._travel
        shown = [part.step for part in (log.pictures, log.views) if part is not None]
        newest = max(shown, default=-1)
        note = ""
        if travel is not None and self._together:
            self._alone, at = None, travel.at
            steps = [step for step in travel.steps if step < newest]
        else:
            steps = log.samples.steps[:-1]
            at = self._alone = self._alone if steps else None
            note = tr(_ALONE) if at is not None and travel is not None and travel.looks_at_a_run else ""
        run = log.current
        per_epoch = run.steps_per_epoch if run is not None else 1
        words = told(newest if at is None else self._step_of(at), per_epoch, log.planned_epochs * per_epoch)
        self.time.offer(steps, at, words if at is not None else tr("newest: {moment}", moment=words), note)

    def _step_of(self, at: int) -> int:
        """Of what is shown when one wants to see ``at``."""
        if self._alone is None:
            return at
        return min(self._log.samples.steps, key=lambda step: abs(step - at))

    @Slot(object)
    def _on_moment(self, step: int | None) -> None:
        if self._travel is None or not self._together:
            self._alone = step
            self._show_moment()
            self.redraw_wanted.emit()
        elif step is None:
            self._travel.now()
        else:
            self._travel.look_at(step)

    def _show_all(self, items: dict[str, Item]) -> None:
        self.overview.show_items(list(items.values()))
        self._pages.setCurrentWidget(self.overview)
        self.chooser.set_texts("", self._when(""))

    def _show_one(self, item: Item | None) -> None:
        pictures = item if isinstance(item, protocol.Predictions) else None
        self._images.show_predictions(pictures)
        if pictures is not None:
            self._pages.setCurrentWidget(self._scrolled)
            wrong, total = len(self._images.wrong), len(pictures.truth)
            self.chooser.set_texts(
                tr("Test images, truth → prediction"),
                tr("{count} of {total} wrong after step {step:,}", count=wrong, total=total, step=pictures.step),
            )
        elif item is not None:
            assert not isinstance(item, protocol.Predictions)
            self.area.show_view(item)
            self._pages.setCurrentWidget(self.area)
            self.chooser.set_texts(item.title, self._when(self.area.summary))

    def _when(self, summary: str) -> str:
        _, views = self._shown()
        step = tr("after step {step:,}", step=views.step) if views is not None else ""
        return ", ".join(part for part in (summary, step) if part)

    @Slot(str)
    def _on_chosen(self, name: str) -> None:
        self._wishes = [*(wish for wish in self._wishes if wish != name), name]
        self.redraw_wanted.emit()
