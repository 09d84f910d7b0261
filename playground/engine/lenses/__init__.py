"""What somebody watches inside a network: one function for each kind of lens of ``protocol.lenses``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playground.engine.errors import CannotTrain
from playground.engine.lenses.flow import flow_seen
from playground.engine.lenses.layers import layers_seen
from playground.engine.lenses.subjects import BroughtSamples
from playground.engine.state import TrainingState
from playground.protocol.lenses import Flow, Layers, Lens, Sight

__all__ = ["LOOKS", "BroughtSamples", "look"]

# Each is called with the networks evaluating, without gradients, and the run's random numbers kept. One that needs
# gradients switches them on. Raises ``CannotTrain`` where there is nothing to see, and why.
LOOKS: dict[type[Any], Callable[[TrainingState, Any, BroughtSamples], Sight]] = {Layers: layers_seen, Flow: flow_seen}


def look(state: TrainingState, lens: Lens, brought: BroughtSamples) -> Sight:
    """What ``lens`` shows of the weights as they are. Raises ``CannotTrain``."""
    if lens.network not in state.networks:
        raise CannotTrain(f"The run does not train {lens.network}.", "Look at a network that it trains.")
    return LOOKS[type(lens)](state, lens, brought)
