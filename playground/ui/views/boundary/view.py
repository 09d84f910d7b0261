"""The view of the decision boundary: what the network says over a plane, live, with samples on it."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from playground.core.language import mark, tr
from playground.protocol import Boundary, BoundarySeen, FromData, Lens, Part, Plane, Seen
from playground.training.tasks import task_of
from playground.ui.views.bench import Bench
from playground.ui.views.boundary.plane import BoundaryPlane
from playground.ui.views.choices import choice, spoken
from playground.ui.views.view import View
from playground.ui.widgets.elided import ElidedLabel

_PARTS: tuple[tuple[str, Part], ...] = (
    (mark("Training samples"), "train"), (mark("Validation samples"), "validation"), (mark("Test samples"), "test"),
)  # fmt: skip
_FEATURES, _COMPONENTS = "features", "components"
_ENOUGH = 0.995  # of the picture: what lacks is not worth a word


class BoundaryView(View):
    """Of two numbers it is their plane; of more of them two may be chosen, or the two main directions."""

    EMPTY = mark("Press Run or Step, and this shows where the network decides for which class, or what it predicts.")
    INTERVAL = 0.05

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self._names: tuple[str, ...] = ()
        self._outputs: tuple[str, ...] = ()
        self._last: BoundarySeen | None = None
        self._own: tuple[object, tuple[float, float]] | None = None  # what was clicked, and where
        self.shown = 0  # how many pictures
        self.plane = BoundaryPlane()
        self.how = choice(
            ((tr("Main directions"), _COMPONENTS), (tr("Two features"), _FEATURES)),
            tr("Which plane: that of two features, or along the two directions in which the inputs differ most"),
        )
        self.across, self.up = (
            choice((), tr("Feature along the lower edge")),
            choice((), tr("Feature along the left edge")),
        )
        self.output = choice((), tr("Which of the numbers that the network gives"))
        self.part = choice(spoken(_PARTS), tr("Whose samples lie on the plane"))
        self.words = ElidedLabel("caption")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        for combo in (self.how, self.across, self.up, self.output, self.part):
            self.choices.addWidget(combo)
        self.words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.choices.addWidget(self.words, 1)
        layout = QVBoxLayout(self.content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.plane)
        self._show_choices()

    def _connect(self) -> None:
        for combo in (self.how, self.across, self.up, self.output, self.part):
            combo.currentIndexChanged.connect(self._on_chosen)
        self.plane.sample_chosen.connect(self._on_sample)
        self.plane.place_chosen.connect(self._on_place)
        self.bench.previews.subject_changed.connect(self._on_subject)
        self.bench.session.opened.connect(self._on_opened)

    # --- what it looks through ---

    def lens(self) -> Lens | None:
        project = self.looked_into
        if project is None:
            return None
        features = None
        if len(self._names) > 1 and self.how.currentData() == _FEATURES:
            features = (self.across.currentIndex(), self.up.currentIndex())
        output = max(0, self.output.currentIndex()) if self._outputs else 0
        return Boundary(task_of(project).main(project), features, self.part.currentData(), output)

    def show_seen(self, seen: Seen) -> None:
        sight = seen.sight
        if not isinstance(sight, BoundarySeen):
            return
        if sight.plane is None:
            self.say(tr("Finding the directions in which the inputs differ most…"))
            return
        self._last = sight
        self._offer(sight)
        self.plane.show_seen(sight, self._marked())
        self.words.show_text(words(sight, sight.plane))
        self.shown += 1

    def forget(self) -> None:
        self._last = None
        self.words.show_text("")

    # --- what can be chosen ---

    def _offer(self, sight: BoundarySeen) -> None:
        """The choices that there are, once they are known."""
        if (sight.names, sight.outputs) == (self._names, self._outputs):
            return
        self._names, self._outputs = sight.names, sight.outputs
        for combo, entries, at in (
            (self.across, sight.names, 0), (self.up, sight.names, 1), (self.output, sight.outputs, 0),
        ):  # fmt: skip
            _fill(combo, entries, at)
        self._show_choices()

    def _show_choices(self) -> None:
        several = len(self._names) > 1
        self.how.setVisible(several)
        for combo in (self.across, self.up):
            combo.setVisible(several and self.how.currentData() == _FEATURES)
        self.output.setVisible(bool(self._outputs))

    @Slot()
    def _on_chosen(self) -> None:
        if self.across.currentIndex() == self.up.currentIndex() and len(self._names) > 1:
            other = self.up if self.sender() is self.across else self.across
            with QSignalBlocker(other):  # one along both axes would be a line: the other gives way
                other.setCurrentIndex((other.currentIndex() + 1) % len(self._names))
        self._show_choices()
        self.follow()

    @Slot()
    def _on_opened(self) -> None:
        """Another project has other features."""
        self._names = self._outputs = ()
        with QSignalBlocker(self.how), QSignalBlocker(self.part):
            self.how.setCurrentIndex(0)
            self.part.setCurrentIndex(0)
        self._show_choices()

    # --- the sample that flows through the window ---

    def _marked(self) -> tuple[float, float] | None:
        subject, sight = self.bench.previews.subject, self._last
        if self._own is not None and self._own[0] == subject:
            return self._own[1]
        if sight is None or not isinstance(subject, FromData) or subject.part != sight.part or not sight.count:
            return None
        return self.plane.place_of(subject.number % sight.count)

    @Slot(object)
    def _on_subject(self, _subject: object) -> None:
        if self.seen:
            self.plane.mark(self._marked())

    @Slot(int)
    def _on_sample(self, number: int) -> None:
        if self._last is not None:
            self.bench.previews.choose(FromData(self._last.part, number))

    @Slot(float, float)
    def _on_place(self, x: float, y: float) -> None:
        """A place between samples is a sample, too."""
        self.bench.previews.bring(np.array([x, y], np.float32))
        self._own = self.bench.previews.subject, (x, y)
        self.plane.mark((x, y))

    @property
    def picture(self) -> QWidget:
        return self.plane


def words(sight: BoundarySeen, plane: Plane) -> str:
    """What is to be seen, with its numbers."""
    parts: list[str] = []
    shown = len(plane.points)
    if plane.wrong is not None and shown:
        known = int(np.isfinite(sight.said).sum())
        wrong = int(plane.wrong.sum())
        parts.append(tr("{wrong:,} of {known:,} samples misclassified", wrong=wrong, known=known))
    elif plane.fakes is None and shown:
        known_said = np.isfinite(sight.said)
        apart = (sight.said - plane.labels)[known_said]
        if len(apart) and plane.lines is None:
            off = float(np.sqrt(np.mean(np.square(apart, dtype=np.float64))))
            parts.append(tr("off by {off:.4g} (root mean square)", off=off))
    if shown < sight.count:
        parts.append(tr("{shown:,} of {count:,} are shown", shown=shown, count=sight.count))
    if not sight.whole:
        parts.append(
            tr("other features at their medians")
            if sight.explained is None
            else tr(
                "a cut through the inputs, which holds {percent:.0f} % of the variance",
                percent=100 * sum(sight.explained),
            )
        )
    if sight.current < _ENOUGH:
        parts.append(tr("still being worked out"))
    return " · ".join(parts)


def _fill(combo: QComboBox, entries: tuple[str, ...], at: int) -> None:
    """Without telling of it: the lens is what it was."""
    with QSignalBlocker(combo):
        combo.clear()
        for entry in entries:
            combo.addItem(entry, entry)
        combo.setCurrentIndex(min(at, len(entries) - 1))
