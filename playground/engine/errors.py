"""What stops a run, in a person's words: what is wrong, where, and how to mend it."""

from __future__ import annotations


class CannotTrain(Exception):
    """A run cannot begin. ``node`` is the layer that it is about, if it is about one."""

    def __init__(self, message: str, hint: str = "", node: str | None = None) -> None:
        super().__init__(f"{message} {hint}".strip())
        self.message, self.hint, self.node = message, hint, node


class RunError(CannotTrain):
    """A run that had begun cannot go on."""


class DeviceLost(Exception):
    """The graphics card failed for good: nothing more can be computed on it in this process."""


class Cancelled(Exception):
    """A person stopped what was still being prepared."""
