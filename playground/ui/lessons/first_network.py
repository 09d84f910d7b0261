"""Your first network: layers, links, a run, a prediction."""

from __future__ import annotations

from playground.core.language import mark, tr
from playground.ui.lessons.beginnings import chain, on_digits
from playground.ui.lessons.facts import Facts
from playground.ui.lessons.lesson import Lesson, Step

_GOAL = 0.85


def _accuracy(facts: Facts) -> str:
    found = facts.metric("accuracy")
    if found is None:
        return tr("no epoch has ended yet")
    return tr("epoch {epoch}: {part:.0%} of the validation digits are right", epoch=facts.epochs, part=found)


def _bends(facts: Facts) -> bool:
    """Whether a Dense layer has an activation, or one stands behind it."""
    flow = facts.flow()
    dense = next((index for index, node in enumerate(flow) if node.type == "Dense"), len(flow))
    own = any(node.type == "Dense" and node.params.get("activation", "Linear") != "Linear" for node in flow)
    return own or any(node.kind is not None and node.kind.family == "activation" for node in flow[dense + 1 :])


def _units(facts: Facts) -> list[object]:
    return [node.params.get("units") for node in facts.flow() if node.type == "Dense"]


STEPS = (
    Step(
        mark("The task"),
        mark(
            "Here is a single layer, the **Input**. It brings the scan of a handwritten digit, 28 × 28 grey values. We "
            "want a network that says which digit it is; the red mark tells what is still missing.\n\nEverything in "
            "the program stays free while a lesson runs: try things out, undo them with Ctrl+Z, come back."
        ),
        at="layer:Input",
    ),
    Step(
        mark("Lay the image out flat"),
        mark(
            "A dense layer takes a list of numbers, not an image. Drag **Flatten** from the palette onto the canvas, "
            "or search for it, and link the Input's right port to its left one. A layer that is added while another "
            "is selected is linked from it."
        ),
        at="palette",
        done=lambda facts: facts.has("Input", "Flatten"),
        act_label=mark("Do it for me"),
        act=lambda hand: hand.append("Flatten"),
    ),
    Step(
        mark("A layer that learns"),
        mark(
            "Add a **Dense** layer behind it. Each of its units weighs all 784 numbers and adds them up. Set its "
            "*activation* to **ReLU** in the inspector: without something bent between them, two layers would be worth "
            "no more than one."
        ),
        at="inspector",
        done=_bends,
        act_label=mark("Do it for me"),
        act=lambda hand: hand.append("Dense", units=32, activation="ReLU"),
    ),
    Step(
        mark("One answer for each digit"),
        mark(
            "Add a second **Dense** layer with **10 units**: one for each digit. The number under a card is the shape "
            "of what comes out of it; the grey number on it counts what it has to learn."
        ),
        at="canvas",
        done=lambda facts: facts.errors == 0 and facts.count("Dense") >= 2 and _units(facts)[-1] == 10,
        tells=lambda facts: tr("{count} numbers to learn", count=f"{facts.parameters:,}"),
        act_label=mark("Do it for me"),
        act=lambda hand: hand.append("Dense", units=10),
    ),
    Step(
        mark("Train it"),
        mark(
            "Press **Run** (F5). The network sees batches of digits, compares its answers with the right ones, and "
            "moves each weight a little to where the *loss* falls. Watch the curves: blue is the training part, "
            "orange is the validation part, which it never learns from."
        ),
        at="run",
        done=lambda facts: (facts.metric("accuracy") or 0.0) >= _GOAL,
        tells=_accuracy,
        act_label=mark("Run"),
        act=lambda hand: hand.run(),
    ),
    Step(
        mark("Look inside"),
        mark(
            "Every card shows what its layer makes of one digit. Rest the pointer on a preview to see it large; the "
            "arrows of the bar at the upper right go to another digit. Select the **Dense** layer and look at its "
            "units: some fire for this digit, others stay dark."
        ),
        at="sample",
        done=lambda facts: facts.selected("Dense"),
        act_label=mark("Show me"),
        act=lambda hand: hand.select("Dense"),
    ),
    Step(
        mark("Ask it yourself"),
        mark(
            "Open **Draw** (the + beside the tabs under the canvas) and draw a digit with the mouse. The bars are "
            "what the network says, while you draw. Is there a digit with which you can fool it?"
        ),
        at="tabs",
        done=lambda facts: facts.view_open("draw"),
        act_label=mark("Open Draw"),
        act=lambda hand: hand.open_view("draw", "pad"),
    ),
    Step(
        mark("That was all of it"),
        mark(
            "Layers, links, a loss, and a little step downhill for every batch: larger networks are the same, only "
            "more of it. *File ▸ Save trained bundle* keeps the network with its weights.\n\nA next lesson: **Why "
            "convolutions**."
        ),
    ),
)

LESSON = Lesson(
    "first-network", mark("Your first network"),
    mark("Build a network that reads digits, train it, and draw one for it."), 8,
    lambda: on_digits(tr("My first network"), chain(("Input", {})), epochs=40, batch_size=32, learning_rate=0.0005),
    STEPS,
)  # fmt: skip
