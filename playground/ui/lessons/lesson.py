"""What a lesson is: a project to begin with, and steps that look at what the person did."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from playground.core.project import Project
from playground.ui.lessons.facts import Facts
from playground.ui.lessons.hand import Hand

Check = Callable[[Facts], bool]


@dataclass(frozen=True)
class Step:
    """``text`` is Markdown. A step without ``done`` is only read. ``at`` names what in the window it is about.

    ``tells`` says how far it is, in a few words, while it is not done; ``act`` does it for the person, under the label
    ``act_label``. Everything else in the program stays free meanwhile.
    """

    title: str
    text: str
    at: str = ""
    done: Check | None = None
    tells: Callable[[Facts], str] | None = None
    act_label: str = ""
    act: Callable[[Hand], None] | None = None


@dataclass(frozen=True)
class Lesson:
    """``name`` is remembered with the step that was reached; ``minutes`` is about how long it takes. ``pace`` is the
    slow motion it begins in, in seconds from step to step of training: at full speed it were over before one looks.
    """

    name: str
    title: str
    summary: str
    minutes: int
    start: Callable[[], Project]
    steps: tuple[Step, ...] = field(default=())
    pace: float = 0.0
