"""What looks through one lens for as long as it is open."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Any

from playground.engine.lenses.subjects import BroughtSamples
from playground.engine.moments import Moments
from playground.engine.state import TrainingState
from playground.protocol.lenses import Sight

Look = Callable[[TrainingState, Any, BroughtSamples], Sight]


class Study(ABC):
    """May keep from look to look what it worked out before; it goes when the lens is closed, or the run is another.

    ``unfinished`` after a look: there is more to be seen of the same weights, so it is asked again soon. A study of
    much gives a part in each look, some hundredths of a second long: training and commands do not wait for it.
    """

    unfinished = False
    moments: Moments | None = None  # what is kept of the run's way, where something is

    @abstractmethod
    def look(self, state: TrainingState, lens: Any, brought: BroughtSamples) -> Sight:
        """What is to be seen now. Called with the networks evaluating, without gradients (``torch.inference_mode``),
        and the run's random numbers kept; whoever needs gradients switches them on. Raises ``CannotTrain`` where there
        is nothing to see, and why.
        """


Begin = Callable[[], Study]


class _EachTime(Study):
    def __init__(self, look: Look) -> None:
        self._look = look

    def look(self, state: TrainingState, lens: Any, brought: BroughtSamples) -> Sight:
        return self._look(state, lens, brought)


def each_time(look: Look) -> Begin:
    """A study that keeps nothing: each look is worked out anew by ``look``."""
    return lambda: _EachTime(look)
