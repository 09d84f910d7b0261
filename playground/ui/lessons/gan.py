"""A GAN in ten minutes: a forger and a judge, on points that one can see."""

from __future__ import annotations

from playground.core.language import mark, tr
from playground.core.project import Project
from playground.ui.lessons.beginnings import preset
from playground.ui.lessons.hand import Hand, together
from playground.ui.lessons.lesson import Lesson, Step

_FEW, _MANY, _COLLAPSED = 5, 60, 30  # epochs
_GENTLE, _SLOW = 0.1, 0.5  # seconds from step to step: five epochs take some seconds; each step is seen by itself
_FAST = 0.03  # a learning rate with which the fakes collapse: 3 of the 8 clouds after 60 epochs, or fewer


STEPS = (
    Step(
        mark("Two networks, one game"),
        mark(
            "The real data are points on a ring. The **generator** gets noise and makes points of it; the "
            "**discriminator** gets points and says how real they look. One learns to tell fakes, the other to make "
            "better ones.\n\nUse the tabs above the canvas to look at the other one, too."
        ),
        at="networks",
        done=lambda facts: facts.shown_network == "Discriminator",
        act_label=mark("Show the discriminator"),
        act=lambda hand: hand.show_network("Discriminator"),
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
            "epochs: the lesson begins with ten steps a second, as at full speed it would be over before one looked."
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
            "*Train ▸ Slow motion* makes every step visible, and *Step* trains one part alone. Slow it down to two "
            "steps a second: the discriminator learns, the colours move; the generator learns, the points move."
        ),
        at="view:gan",
        done=lambda facts: facts.pace >= _SLOW,
        act_label=mark("Slow motion"),
        act=together(lambda hand: hand.slow_motion(_SLOW), Hand.run),
    ),
    Step(
        mark("Full speed"),
        mark(
            "Switch slow motion off again and let it train. There is no loss that simply falls: when one gets better, "
            "the other's task gets harder. Good is what *looks* right: fakes all around the ring, and a discriminator "
            "that can no longer tell."
        ),
        at="plots",
        done=lambda facts: not facts.pace and facts.epochs >= _MANY,
        tells=lambda facts: tr("{count} of {wanted} epochs", count=min(facts.epochs, _MANY), wanted=_MANY),
        act_label=mark("Full speed"),
        act=together(lambda hand: hand.slow_motion(0.0), Hand.run),
    ),
    Step(
        mark("How it goes wrong"),
        mark(
            "Under **Training** set the **learning rate** to 0.03, thirty times as high, then press *Reset* and *Run*. "
            "Both now take steps so long that neither can follow the other: the fakes gather in a few places and leave "
            "the rest of the ring empty. That is *mode collapse*: the generator has found some answers that work, and "
            "forgets the others."
        ),
        at="inspector",
        done=lambda facts: (
            facts.trained is not None
            and facts.trained.training.learning_rate >= _FAST / 2
            and facts.new_epochs >= _COLLAPSED
        ),
        tells=lambda facts: tr(
            "learning rate {rate:g}, {count} of {wanted} epochs",
            rate=facts.project.training.learning_rate,
            count=min(facts.new_epochs, _COLLAPSED),
            wanted=_COLLAPSED,
        ),
        act_label=mark("Set it and run"),
        act=together(lambda hand: hand.set_training(learning_rate=_FAST), Hand.restart),
    ),
    Step(
        mark("From points to pictures"),
        mark(
            "The presets *MNIST · small GAN* and *MNIST · GAN* play the same game with images of digits. The cockpit "
            "then counts how many of the ten digits the generator can make."
        ),
    ),
)


def _beginning() -> Project:
    """With a discriminator that says how real a point looks, and turns of one step each: the game as it was invented.

    The preset's critic ranks points instead, and keeps the fakes from collapsing.
    """
    project = preset("gan-2d")
    form = {"form": "non_saturating", "discriminator_steps": 1}
    return project.replace(
        title=tr("A GAN in ten minutes"),
        description="",
        task=project.task.replace(params={**project.task.params, **form}),
    )


LESSON = Lesson(
    "gan", mark("A GAN in ten minutes"), mark("A forger and a judge, on points that one can see."), 10,
    _beginning, STEPS, _GENTLE,
)  # fmt: skip
