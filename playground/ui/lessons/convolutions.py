"""Why convolutions: a dense network and a convolutional one on the same digits."""

from __future__ import annotations

from playground.core.language import mark, tr
from playground.ui.lessons.beginnings import chain, on_digits
from playground.ui.lessons.facts import Facts
from playground.ui.lessons.hand import together
from playground.ui.lessons.lesson import Lesson, Step

_EPOCHS = 6
_FEW = 10_000  # parameters
_FILTERS = 8  # with more, the dense layer behind them would have more to learn than it had before


def _epochs(facts: Facts) -> str:
    return tr("{count} of {wanted} epochs", count=min(facts.new_epochs, _EPOCHS), wanted=_EPOCHS)


def _trains(facts: Facts, kind: str) -> bool:
    """Whether the current run has a layer of that kind in it."""
    project = facts.trained
    return project is not None and any(node.type == kind for node in project.networks[project.main_network].nodes)


def _filters(facts: Facts) -> str:
    found = facts.number("Conv2D", "filters")
    return "" if found in (None, _FILTERS) else tr("It has {count} filters; give it 8.", count=f"{found:g}")


def _both(facts: Facts) -> str:
    """What the runs came to, the best epoch of each."""
    found = []
    for run in facts.runs:
        said = [
            epoch.validation["accuracy"] for epoch in run.epochs if epoch.validation and "accuracy" in epoch.validation
        ]
        if said:
            found.append(tr("{run}: {part:.1%}", run=run.label, part=max(said)))
    return " · ".join(found)


STEPS = (
    Step(
        mark("Dense layers see no image"),
        mark(
            "This network takes the digit apart into 784 numbers and weighs them all at once. It does not know which "
            "of them lie beside each other: shuffle the pixels of all digits in the same way, and it would learn just "
            "as well."
        ),
        at="layer:Flatten",
        tells=lambda facts: tr("{count} numbers to learn", count=f"{facts.parameters:,}"),
    ),
    Step(
        mark("How good is that?"),
        mark("Press **Run** and let it train for a few epochs. Keep the accuracy in mind."),
        at="run",
        done=lambda facts: facts.new_epochs >= _EPOCHS and not _trains(facts, "Conv2D"),
        tells=_epochs,
        act_label=mark("Run"),
        act=lambda hand: hand.run(),
    ),
    Step(
        mark("A small window that slides"),
        mark(
            "Put a **Conv 2D** with 8 filters between Input and Flatten: drop it on the link. It has a few small "
            "kernels, 3 × 3 numbers each, and slides them over the image. The same nine weights work everywhere: what "
            "is found in one corner is found in any other."
        ),
        at="layer:Input",
        done=lambda facts: facts.has("Input", "Conv2D", "Flatten") and facts.number("Conv2D", "filters") == _FILTERS,
        tells=_filters,
        act_label=mark("Do it for me"),
        act=lambda hand: hand.insert("Conv2D", "Flatten", filters=_FILTERS, kernel=3, activation="ReLU"),
    ),
    Step(
        mark("Keep what is strongest"),
        mark(
            "Behind it put **Max pool 2D**: of each 2 × 2 window only the largest number goes on. The maps are half as "
            "wide and high, and a stroke that lies one pixel to the left gives nearly the same."
        ),
        at="layer:Conv2D",
        done=lambda facts: facts.has("Conv2D", "MaxPool2D", "Flatten") and facts.errors == 0,
        tells=lambda facts: tr("{count} numbers to learn", count=f"{facts.parameters:,}"),
        act_label=mark("Do it for me"),
        act=lambda hand: hand.insert("MaxPool2D", "Flatten", size=2),
    ),
    Step(
        mark("Once more, and smaller"),
        mark(
            "Put a second pair of **Conv 2D** (16 filters) and **Max pool 2D** behind: it looks at what the first one "
            "found, and so at strokes and bows instead of edges. Then take the Dense layer with 64 units out. Watch "
            "how many numbers are left to learn."
        ),
        at="canvas",
        done=lambda facts: (
            facts.has("Conv2D", "MaxPool2D", "Conv2D", "MaxPool2D", "Flatten")
            and facts.errors == 0
            and facts.parameters < _FEW
        ),
        tells=lambda facts: tr("{count} numbers to learn", count=f"{facts.parameters:,}"),
        act_label=mark("Do it for me"),
        act=together(
            lambda hand: hand.insert("Conv2D", "Flatten", filters=16, kernel=3, activation="ReLU"),
            lambda hand: hand.insert("MaxPool2D", "Flatten", size=2),
            lambda hand: hand.remove_first("Dense"),
        ),
    ),
    Step(
        mark("Train it again"),
        mark(
            "Run once more. The first run stays behind the new one in paler colours: compare where the orange curves "
            "end. A tenth of the numbers reads the digits about as well as all of them, or better."
        ),
        at="plots",
        done=lambda facts: facts.new_epochs >= _EPOCHS and _trains(facts, "Conv2D"),
        tells=lambda facts: _both(facts) or _epochs(facts),
        act_label=mark("Run"),
        act=lambda hand: hand.run(),
    ),
    Step(
        mark("See the arithmetic"),
        mark(
            "Open the **Microscope** at the convolution (right mouse button on its card). Move the pointer over a map: "
            "you see the window of the image, the kernel, the nine products and their sum. Which kernel finds edges? "
            "Which finds the ground?"
        ),
        at="layer:Conv2D",
        done=lambda facts: facts.view_open("microscope"),
        act_label=mark("Open the microscope"),
        act=lambda hand: hand.open_view("microscope", hand.first("Conv2D")),
    ),
    Step(
        mark("Why it pays"),
        mark(
            "A convolution assumes two things about images: what matters lies close together, and it may be anywhere. "
            "Where that is true it learns more from less. For a table of patients, where neighbouring columns have "
            "nothing to do with each other, a dense layer is the better choice."
        ),
        tells=_both,
    ),
)

LESSON = Lesson(
    "convolutions", mark("Why convolutions"),
    mark("The same digits twice: weighed all at once, and looked at through small windows."), 10,
    lambda: on_digits(
        tr("Why convolutions"),
        chain(
            ("Input", {}), ("Flatten", {}), ("Dense", {"units": 64, "activation": "ReLU"}), ("Dense", {"units": 10}),
        ),
        epochs=12, batch_size=32, learning_rate=0.002,
    ),
    STEPS,
)  # fmt: skip
