"""How much work a network is: what decides how many samples are looked at, the same on every machine."""

from __future__ import annotations

from playground.core.infer import infer
from playground.engine.state import TrainingState


def multiply_adds(state: TrainingState, network: str) -> int:
    """For one sample of the data through ``network``, one at least."""
    networks = state.project.networks
    shape = state.samples.arrays.dataset.shape
    return max(1, infer(networks[network], network, shape, networks=networks).multiply_adds)
