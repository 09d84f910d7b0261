"""Overfitting and what helps: dropout, stopping early, more data."""

from __future__ import annotations

from playground.core.language import mark, tr
from playground.core.project import EarlyStopping
from playground.ui.lessons.beginnings import chain, on_digits
from playground.ui.lessons.facts import Facts
from playground.ui.lessons.hand import Hand, together
from playground.ui.lessons.lesson import Lesson, Step

_EPOCHS = 25


def _gap(facts: Facts) -> str:
    """Training and validation loss of the last epoch."""
    train, validation = facts.metric("loss", validation=False), facts.metric("loss")
    if train is None or validation is None:
        return tr("no epoch has ended yet")
    return tr(
        "epoch {epoch}: loss {train:.3f} in training, {validation:.3f} in validation",
        epoch=facts.epochs, train=train, validation=validation,
    )  # fmt: skip


def _ran(facts: Facts) -> bool:
    return facts.new_epochs >= _EPOCHS or (facts.new_epochs > 0 and facts.state == "finished")


def _has_run(facts: Facts) -> bool:
    """Also before this step began: who was quicker need not do it again."""
    return facts.epochs >= _EPOCHS or (facts.epochs > 0 and facts.state == "finished")


def _ran_with_dropout(facts: Facts) -> bool:
    trained = facts.trained
    return trained is not None and _ran(facts) and any(
        node.type == "Dropout" for graph in trained.networks.values() for node in graph.nodes
    )  # fmt: skip


STEPS = (
    Step(
        mark("Much to learn with, little to learn from"),
        mark(
            "This network has hundreds of thousands of weights, and gets 200 digits to learn from. It could learn each "
            "of them by heart. Would it then read digits?"
        ),
        at="layer:Dense",
        tells=lambda facts: tr("{count} numbers to learn", count=f"{facts.parameters:,}"),
    ),
    Step(
        mark("Watch the two curves part"),
        mark(
            "Press **Run**. The blue curve, on the digits that it learns from, falls towards 0. The orange one, on "
            "digits that it has not seen, stops falling, and often rises again: that is **overfitting**. From there "
            "on the network learns what is peculiar to its 200 digits."
        ),
        at="plots",
        done=_has_run,
        tells=_gap,
        act_label=mark("Run"),
        act=lambda hand: hand.run(),
    ),
    Step(
        mark("Forget a little: dropout"),
        mark(
            "Put a **Dropout** layer before the last Dense layer. In each training step it sets half of the numbers "
            "to 0, others every time, so that no unit can rely on a single other one. When the network is used, it "
            "does nothing."
        ),
        at="canvas",
        done=lambda facts: facts.has("Dense", "Dropout", "Dense"),
        act_label=mark("Do it for me"),
        act=lambda hand: hand.insert_before_last("Dropout", rate=0.5),
    ),
    Step(
        mark("Again, with dropout"),
        mark("Run again and compare with the paler curves of the first run: how far apart do the two parts stay now?"),
        at="plots",
        done=_ran_with_dropout,
        tells=_gap,
        act_label=mark("Run"),
        act=lambda hand: hand.run(),
    ),
    Step(
        mark("Stop in time"),
        mark(
            "The best network was there some epochs ago. Under **Training ▸ Early stopping** switch it on: the run "
            "ends when the validation loss has not fallen for a while, and the weights of the best epoch come back."
        ),
        at="inspector",
        done=lambda facts: facts.project.training.early_stopping.on,
        act_label=mark("Switch it on"),
        act=lambda hand: hand.set_training(early_stopping=EarlyStopping(on=True, patience=5)),
    ),
    Step(
        mark("More digits"),
        mark(
            "Nothing helps as much as more data. Under **Data** raise the number of samples, or switch on "
            "augmentation: digits that are moved and turned a little are new ones for the network. Change one of them."
        ),
        at="inspector",
        done=lambda facts: facts.project.data.augmentation.active or (facts.project.data.limit or 10**6) > 400,
        act_label=mark("Move and turn them"),
        act=lambda hand: hand.vary(shift=0.08, rotate=10.0),
    ),
    Step(
        mark("And once more"),
        mark(
            "Run a last time. Then open **Runs** (the + beside the tabs) to see side by side what was changed and what "
            "came of it."
        ),
        at="plots",
        done=lambda facts: facts.view_open("runs") and _ran(facts),
        tells=_gap,
        act_label=mark("Run, and open Runs"),
        act=together(Hand.run, lambda hand: hand.open_view("runs")),
    ),
    Step(
        mark("What to remember"),
        mark(
            "A loss on what was learnt says little. Look at the gap between the two curves: if both are high, the "
            "network is too small or has not trained enough (*underfitting*); if they part, it learns by heart. Then "
            "help: more data, augmentation, dropout, a weight penalty, a smaller network, or stopping in time."
        ),
    ),
)  # fmt: skip

LESSON = Lesson(
    "overfitting", mark("Overfitting and what helps"),
    mark("A network that learns 200 digits by heart, and four ways to keep it from that."), 12,
    lambda: on_digits(
        tr("Overfitting"),
        chain(
            ("Input", {}), ("Flatten", {}), ("Dense", {"units": 256, "activation": "ReLU"}),
            ("Dense", {"units": 256, "activation": "ReLU"}), ("Dense", {"units": 10}),
        ),
        limit=200, epochs=40, batch_size=16, learning_rate=0.001,
    ),
    STEPS,
)  # fmt: skip
