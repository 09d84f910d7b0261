"""A VAE's latent space: two numbers for every digit."""

from __future__ import annotations

from playground.core.language import mark, tr
from playground.core.project import Project
from playground.ui.lessons.beginnings import on_the_digits_at_hand, preset
from playground.ui.lessons.hand import Hand, together
from playground.ui.lessons.lesson import Lesson, Step

_EPOCHS, _MORE = 15, 8

STEPS = (
    Step(
        mark("Through a narrow door"),
        mark(
            "The first half of this network, the *encoder*, presses a digit of 784 numbers into **two**; the second "
            "half, the *decoder*, has to draw it again from these two alone. What does not fit through the door is "
            "lost, so it learns what matters."
        ),
        at="canvas",
    ),
    Step(
        mark("Not a point but a cloud"),
        mark(
            "Select **Gaussian sample**. The encoder gives a mean and a variance, and the code is drawn at random from "
            "that little cloud. Digits that lie beside each other must therefore look alike: the plane has no holes."
        ),
        at="layer:GaussianSample",
        done=lambda facts: facts.selected("GaussianSample"),
        act_label=mark("Show me"),
        act=lambda hand: hand.select("GaussianSample"),
    ),
    Step(
        mark("Train it"),
        mark(
            "Press **Run**. The loss has two parts: *reconstruction*, how well digits are drawn again, and *KL*, how "
            "far the clouds are from one round cloud around the middle. The samples under the canvas show originals "
            "above what comes back."
        ),
        at="run",
        done=lambda facts: facts.epochs >= _EPOCHS,
        tells=lambda facts: tr("{count} of {wanted} epochs", count=min(facts.epochs, _EPOCHS), wanted=_EPOCHS),
        act_label=mark("Run"),
        act=lambda hand: hand.run(),
    ),
    Step(
        mark("Look at the plane"),
        mark(
            "Open **Latent space**. Every dot is a digit, where the encoder puts it, in the colour of its class. The "
            "network was never told which digit is which: that they lie together it found by itself."
        ),
        at="tabs",
        done=lambda facts: facts.view_open("latent"),
        act_label=mark("Open Latent space"),
        act=lambda hand: hand.open_view("latent"),
    ),
    Step(
        mark("Walk through it"),
        mark(
            "Drag in the plane, or move the sliders: the decoder draws what lies there. Go from one colour to another "
            "and see a digit turn into the next one. Then look at the *manifold*: the whole plane, drawn on a grid."
        ),
        at="view:latent",
    ),
    Step(
        mark("Another balance"),
        mark(
            "Under **Training ▸ Task** set **β** to 0.05 and run again for some epochs. With a small β the clouds may "
            "spread as they like: digits are drawn sharper, but between them lie places that stand for nothing. With "
            "a large β all clouds fall into one."
        ),
        at="inspector",
        done=lambda facts: facts.trained is not None
        and facts.trained.task.params.get("beta", 1.0) != 1.0
        and facts.new_epochs >= _MORE,
        tells=lambda facts: tr(
            "β is {beta:g}, {count} of {wanted} epochs",
            beta=facts.project.task.params.get("beta", 1.0), count=min(facts.new_epochs, _MORE), wanted=_MORE,
        ),
        act_label=mark("Set β and run"),
        act=together(lambda hand: hand.set_task(beta=0.05), Hand.restart),
    ),
    Step(
        mark("What it is good for"),
        mark(
            "A code that is small, without holes, and whose directions mean something can be drawn from to make new "
            "digits, searched for what is alike, and asked what is unusual. The preset *MNIST · variational "
            "autoencoder* does it with more than two dimensions."
        ),
    ),
)  # fmt: skip


def _beginning() -> Project:
    """Fewer digits than the preset has: smaller batches, more epochs."""
    project = on_the_digits_at_hand(preset("vae-2d"))
    return project.replace(
        title=tr("A VAE's latent space"), training=project.training.replace(epochs=60, batch_size=32)
    )


LESSON = Lesson(
    "latent-space", mark("A VAE's latent space"), mark("Two numbers for every digit, and a plane to walk through."), 10,
    _beginning, STEPS,
)  # fmt: skip
