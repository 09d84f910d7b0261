"""What somebody watches inside a network: how each kind of lens of ``protocol.lenses`` is looked through."""

from __future__ import annotations

from dataclasses import dataclass

from playground.engine.errors import CannotTrain
from playground.engine.lenses.flow import flow_seen
from playground.engine.lenses.layers import layers_seen
from playground.engine.lenses.study import Begin, BroughtSamples, Study, each_time
from playground.engine.state import TrainingState
from playground.protocol.lenses import Flow, Layers, Lens, Sight

__all__ = ["KINDS", "BroughtSamples", "Kind", "Study", "begin", "look"]


@dataclass(frozen=True)
class Kind:
    """``begin`` makes the study of a lens that was opened. A look that took t is followed by no other through the same
    lens before ``leisure`` times t.
    """

    begin: Begin
    leisure: int = 40


KINDS: dict[type[Lens], Kind] = {
    Layers: Kind(each_time(layers_seen)),
    Flow: Kind(each_time(flow_seen)),
}


def begin(lens: Lens) -> Study:
    """What looks through ``lens`` while it is open."""
    return KINDS[type(lens)].begin()


def look(state: TrainingState, lens: Lens, brought: BroughtSamples, study: Study | None = None) -> Sight:
    """What ``lens`` shows of the weights as they are. Raises ``CannotTrain``."""
    if lens.network not in state.networks:
        raise CannotTrain(f"The run does not train {lens.network}.", "Look at a network that it trains.")
    return (study or begin(lens)).look(state, lens, brought)
