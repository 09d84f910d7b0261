"""Drawing: a pad whose picture is the sample of the whole window while one draws, and what the network says of it."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from playground.core.language import mark, tr
from playground.core.project import Project
from playground.layers.generative.noise import Noise
from playground.protocol import Brought, Layers, LayerSeen, LayersSeen, Predicted, RequestFailed, Seen, Subject, Unseen
from playground.training.datasets import describe
from playground.training.outputs import final_activation, gives_probabilities, marked
from playground.training.tasks import DISCRIMINATOR, task_of
from playground.ui.predict.client import Predictor
from playground.ui.predict.drawing_page import DrawingPage
from playground.ui.sentences import sentences
from playground.ui.views.bench import Bench
from playground.ui.views.lacking import unfit_to_draw
from playground.ui.views.view import View
from playground.ui.widgets.basics import button, label

# What comes after so many milliseconds will not come: nobody looks where the data of an opened bundle are not at hand.
_PATIENCE = 800
_PACE = 12  # milliseconds between two drawings at least; a mouse may tell more
_NO_NETWORK = mark("No network of this run takes samples: it makes them out of noise.")
_ELSEWHERE = mark("Another sample flows through the window.")


class DrawView(View):
    """While one draws, the newest drawing is sent again and again, faster than a screen shows it."""

    EMPTY = mark("Press Run, then draw here: the network says what it sees while you draw, and its layers follow.")

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self.page = DrawingPage()
        self.elsewhere, self.show_mine = label(tr(_ELSEWHERE), "caption"), button(tr("Show the drawing"), "link")
        self._network = ""
        self._mine: Brought | None = None  # under which the window knows the drawing
        self._sending = False
        self._next: np.ndarray | None = None  # drawn meanwhile
        self.answers = self.port(interval=0.05, late=True)
        self._client = Predictor(bench.controller, self)  # where no lens answers
        self._pace = QTimer(self, singleShot=True, interval=_PACE, timerType=Qt.TimerType.PreciseTimer)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._lay_out()
        self.page.image_drawn.connect(self._on_drawn)
        self.answers.arrived.connect(self._on_seen)
        self._pace.timeout.connect(self._send)
        self._patience.timeout.connect(self._on_impatient)
        self._client.drawing_told.connect(self._on_told)
        self._client.drawing_failed.connect(self._on_failed)
        self.show_mine.clicked.connect(self.bring_back)
        bench.previews.subject_changed.connect(self._follow_subject)
        bench.session.network_changed.connect(self.follow)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.elsewhere)
        row.addWidget(self.show_mine)
        row.addStretch(1)
        row.addWidget(self.mark)
        layout = QVBoxLayout(self.content)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.page, 1)
        layout.addLayout(row)
        for widget in (self.elsewhere, self.show_mine):
            widget.hide()
        self.show_mine.setCursor(Qt.CursorShape.PointingHandCursor)

    # --- what a view does ---

    def refresh(self) -> None:
        """The pad fits the network that trains, or words say why there is none."""
        project: Project | None = self.looked_into
        if project is None:
            return
        dataset = describe(project.data)
        self._network = _drawable(project, self.bench.session.network)
        why = unfit_to_draw(dataset) or ("" if self._network else tr(_NO_NETWORK))
        if why or dataset is None:
            self.answers.close()
            self.say(why)
            return
        self.show_content()
        self.page.take(dataset.name, dataset.shape)
        if self.page.seen is not None:
            self._look()
        else:
            self.page.ask_again()  # what was drawn while nobody could look

    def forget(self) -> None:
        """The weights are gone; what is drawn stays on the pad."""
        self._next = None
        self._patience.stop()
        self._client.drop_drawing()
        self.page.clear_answer()

    def renew(self) -> None:
        """What is on its way is for the next network, too: its answer replaces what is shown."""
        self._client.drop_drawing()

    def turn_to(self, target: Any) -> None:
        """Ready to draw, whatever it names."""
        self.page.pad.setFocus()

    # --- a drawing on its way ---

    @Slot(object)
    def _on_drawn(self, image: np.ndarray | None) -> None:
        if image is None:
            self._next = None
            self._patience.stop()
            self.answers.close()
            self._client.drop_drawing()
            return
        self._next = image
        if not self._pace.isActive():
            self._send()

    @Slot()
    def _send(self) -> None:
        """Have the newest drawing flow through the window."""
        image, self._next = self._next, None
        if image is None or not self._network:
            return
        self._pace.start()
        self._sending = True
        self.bench.previews.bring(image)
        self._sending = False
        subject = self.bench.previews.subject
        self._mine = subject if isinstance(subject, Brought) else None
        self._follow_subject(subject)
        self._look()

    def _look(self) -> None:
        """Through what the network makes of the drawing, now and while it learns."""
        if self._mine is None or not self.seen:
            return
        self.answers.open(Layers(self._network, self._mine, self.bench.previews.over_plane))  # the same as the canvas
        if not self._patience.isActive():
            self._patience.start()

    @Slot(object)
    def _on_seen(self, event: Seen | Unseen) -> None:
        self._patience.stop()
        if isinstance(event, Unseen):
            self.page.clear_answer()
            self.page.say(event.message)
        elif isinstance(event.sight, LayersSeen):
            self._show(event.sight)

    @Slot()
    def _on_impatient(self) -> None:
        """The worker is busy, or has nothing to look into: then it can still be asked what it says."""
        if self.page.seen is not None and self._client.ready:
            self._client.ask_drawing(self.page.seen)

    @Slot(object)
    def _on_told(self, answer: Predicted) -> None:
        self.page.show_answer(answer)

    @Slot(object)
    def _on_failed(self, failure: RequestFailed) -> None:
        self.page.clear_answer()
        self.page.say(sentences(failure.message, failure.hint))

    # --- what it says ---

    def _show(self, sight: LayersSeen) -> None:
        project: Project | None = self.looked_into
        if project is None:
            return
        end = _end_of(project, self._network, sight)
        if end is None:
            self.page.say(tr("The network's end shows nothing."))
        elif end.kind == "image":
            self.page.show_back(end.values, _difference(self.page.seen, end.values))
        elif end.kind == "vector":
            names = end.names or ((tr("real"),) if self._network == DISCRIMINATOR and end.count == 1 else ())
            sure = _are_shares(project, self._network, end)
            values = tuple(end.values.tolist())
            self.page.show_says(names, values, sight.said, probabilities=sure)
        else:
            self.page.clear_answer()
            self.page.say(tr("The network gives no classes and no image. See what its layers make of the drawing."))

    # --- the window's sample ---

    @Slot(object)
    def _follow_subject(self, subject: Subject) -> None:
        """Whether the drawing is what flows through the window."""
        if self._mine is not None and subject != self._mine and not self._sending and self.page.pad.blank:
            self._mine = None
            self.answers.close()
            self.page.let_go()
        away = self._mine is not None and subject != self._mine and self.page.seen is not None and not self._sending
        for widget in (self.elsewhere, self.show_mine):
            widget.setVisible(away)

    @Slot()
    def bring_back(self) -> None:
        """Have the drawing flow through again, in the place of another sample."""
        if self.page.seen is not None:
            self._on_drawn(self.page.seen)


def _drawable(project: Project, on_canvas: str) -> str:
    """The network that is drawn for: the one on the canvas, else the one that predicts; "" where all begin with noise.

    A block is no network of the run: it is looked into through the one that it stands in.
    """
    task = task_of(project)
    trained = task.trains(project)
    for name in (on_canvas, task.main(project), *trained):
        if name in trained and not any(isinstance(node.layer, Noise) for node in project.networks[name].nodes):
            return name
    return ""


def _end_of(project: Project, network: str, sight: LayersSeen) -> LayerSeen | None:
    """What the network gives; of several outputs the first."""
    graph = project.networks[network]
    ends = (marked(graph, graph.by_id[end]).id for end in graph.exits)
    return next((sight.layers[end] for end in ends if end in sight.layers), None)


def _are_shares(project: Project, network: str, end: LayerSeen) -> bool:
    """Whether the numbers are probabilities."""
    if network == task_of(project).main(project):
        return gives_probabilities(project, network) or (bool(end.names) and _one_class(project))
    return final_activation(project.networks[network]) in ("sigmoid", "softmax")


def _one_class(project: Project) -> bool:
    dataset = describe(project.data)
    return dataset is not None and dataset.target.kind == "classes"


def _difference(given: np.ndarray | None, back: np.ndarray) -> float | None:
    """Mean squared error of what came back, with black 0 and white 1."""
    if given is None or given.shape != back.shape:
        return None
    return float(np.square((given.astype(np.float64) - back) / 255).mean())
