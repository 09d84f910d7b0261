"""Weights that the worker holds: of which run they are, how far it trained, and what of that is on disk."""

from __future__ import annotations

from dataclasses import dataclass

from playground.core.project import Project


@dataclass
class Weights:
    """Of the run ``run``, which trains ``project``: a snapshot, None while a file that holds it is being read."""

    run: int
    project: Project | None
    step: int = 0  # batches trained
    kept_step: int = 0  # how many of them a bundle on disk holds
    begun: bool = False  # the worker has them
    recovered: bool = False  # from a copy that goes with the program: a bundle that nobody has
    loaded: bool = False  # they came from a file or from another run: there are some before the first step

    @property
    def trained(self) -> bool:
        """Whether there is something to save or export."""
        return self.step > 0 or self.loaded

    @property
    def unsaved(self) -> bool:
        """Whether something trained would be lost with them."""
        return self.trained and self.step > self.kept_step

    def reach(self, step: int) -> None:
        """They have been trained to ``step`` at least."""
        self.step = max(self.step, step)

    def keep(self, step: int) -> None:
        """A bundle on disk holds them as they were at ``step``."""
        self.kept_step = max(self.kept_step, step)
