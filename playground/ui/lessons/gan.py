"""A GAN in ten minutes: a forger and a judge, on points that one can see."""

from __future__ import annotations

from playground.core.language import mark, tr
from playground.ui.lessons.beginnings import preset
from playground.ui.lessons.hand import Hand, together
from playground.ui.lessons.lesson import Lesson, Step

_FEW, _MANY = 5, 60


STEPS = (
    Step(
        mark("Two networks, one game"),
        mark(
            "The real data are points on a ring. The **generator** gets noise and makes points of it; the "
            "**discriminator** gets points and says how real they look. One learns to tell fakes, the other to make "
            "better ones.\n\nUse the tabs above the canvas to look at both."
        ),
        at="networks",
        done=lambda facts: facts.shown_network == "Generator",
        act_label=mark("Show the generator"),
        act=lambda hand: hand.show_network("Generator"),
    ),
    Step(
        mark("Open the cockpit"),
        mark(
            "The **GAN cockpit** shows real points, fakes, and in colour what the discriminator thinks of every place "
            "in the plane. Open it from the + beside the tabs under the canvas."
        ),
        at="tabs",
        done=lambda facts: facts.view_open("gan"),
        act_label=mark("Open the cockpit"),
        act=lambda hand: hand.open_view("gan"),
    ),
    Step(
        mark("Let them play"),
        mark(
            "Press **Run**. At first the fakes lie in a heap. The discriminator finds out where, its colour changes "
            "there, and the arrows show where each fake would have to go to look more real. Follow them for some "
            "epochs."
        ),
        at="run",
        done=lambda facts: facts.epochs >= _FEW,
        tells=lambda facts: tr("{count} of {wanted} epochs", count=min(facts.epochs, _FEW), wanted=_FEW),
        act_label=mark("Run"),
        act=lambda hand: hand.run(),
    ),
    Step(
        mark("In slow motion"),
        mark(
            "*Train ▸ Slow motion* makes every step visible, and *Step* trains one part alone. Slow it down: the "
            "discriminator learns, the colours move; the generator learns, the points move."
        ),
        at="view:gan",
        done=lambda facts: facts.slow,
        act_label=mark("Slow motion"),
        act=together(lambda hand: hand.slow_motion(0.5), Hand.run),
    ),
    Step(
        mark("Full speed"),
        mark(
            "Switch slow motion off again and let it train. There is no loss that simply falls: when one gets better, "
            "the other's task gets harder. Good is what *looks* right: fakes all around the ring, and a discriminator "
            "that can no longer tell."
        ),
        at="plots",
        done=lambda facts: not facts.slow and facts.epochs >= _MANY,
        tells=lambda facts: tr("{count} of {wanted} epochs", count=min(facts.epochs, _MANY), wanted=_MANY),
        act_label=mark("Full speed"),
        act=together(lambda hand: hand.slow_motion(0.0), Hand.run),
    ),
    Step(
        mark("How it goes wrong"),
        mark(
            "Change the balance: set the **learning rate** ten times as high under Training and run again. Often the "
            "fakes gather in one place and run around the ring together: *mode collapse*. The generator found one "
            "answer that works, until the discriminator learns it."
        ),
        at="inspector",
        done=lambda facts: facts.project.training.learning_rate >= 0.005 and facts.new_epochs >= 1,
        tells=lambda facts: tr("learning rate {rate:g}", rate=facts.project.training.learning_rate),
        act_label=mark("Ten times as high"),
        act=together(lambda hand: hand.set_training(learning_rate=0.01), Hand.run),
    ),
    Step(
        mark("From points to pictures"),
        mark(
            "The presets *MNIST · small GAN* and *MNIST · GAN* play the same game with images of digits. The cockpit "
            "then counts how many of the ten digits the generator can make."
        ),
    ),
)

LESSON = Lesson(
    "gan", mark("A GAN in ten minutes"), mark("A forger and a judge, on points that one can see."), 10,
    lambda: preset("gan-2d"), STEPS,
)  # fmt: skip
