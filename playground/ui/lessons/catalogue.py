"""All lessons, in the order in which one would take them."""

from __future__ import annotations

from playground.ui.lessons import convolutions, first_network, gan, latent_space, overfitting
from playground.ui.lessons.lesson import Lesson

LESSONS: tuple[Lesson, ...] = (
    first_network.LESSON, convolutions.LESSON, overfitting.LESSON, gan.LESSON, latent_space.LESSON,
)  # fmt: skip


def lesson(name: str) -> Lesson:
    """Raises ``KeyError`` for a name that no lesson has."""
    return {each.name: each for each in LESSONS}[name]
