"""Random numbers: one seed decides weights, split, order and dropout, and a run can be continued where it was."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

import numpy as np
import torch

Purpose = Literal["weights", "split", "order", "shown"]
_PURPOSES: dict[Purpose, int] = {"weights": 0, "split": 1, "order": 2, "shown": 3}


def derived_seed(seed: int, purpose: Purpose, index: int = 0) -> int:
    """A seed of its own for each purpose (and epoch), so that none of them is the start of another's numbers."""
    return int(np.random.SeedSequence([seed, _PURPOSES[purpose], index]).generate_state(1, np.uint64)[0] >> 1)


def permutation(count: int, seed: int, purpose: Purpose, index: int = 0) -> torch.Tensor:
    """0 … count − 1 in seeded order, int64; drawn on the CPU, so the same on every device."""
    generator = torch.Generator().manual_seed(derived_seed(seed, purpose, index))
    return torch.randperm(count, generator=generator)


def capture(device: torch.device) -> dict[str, str]:
    """The generators that dropout draws from, as text for a file."""
    states = {"cpu": torch.get_rng_state()}
    if device.type == "cuda":
        states["cuda"] = torch.cuda.get_rng_state(device)
    elif device.type == "mps":
        states["mps"] = torch.mps.get_rng_state()
    return {name: base64.b64encode(state.cpu().numpy().tobytes()).decode() for name, state in states.items()}


def restore(states: dict[str, str], device: torch.device) -> None:
    """Set the generators. Raises ``ValueError`` for text that is no state."""
    tensors = {}
    for name, text in states.items():
        tensors[name] = torch.frombuffer(bytearray(base64.b64decode(text, validate=True)), dtype=torch.uint8)
    try:
        if "cpu" in tensors:
            torch.set_rng_state(tensors["cpu"])
        if "cuda" in tensors and device.type == "cuda":
            torch.cuda.set_rng_state(tensors["cuda"], device)
        if "mps" in tensors and device.type == "mps":
            torch.mps.set_rng_state(tensors["mps"])
    except RuntimeError as error:
        raise ValueError(f"not a state of a random generator: {error}") from error


@contextmanager
def untouched(device: torch.device) -> Iterator[None]:
    """Whatever happens inside, the run's random numbers go on as if it had not."""
    states = capture(device)
    try:
        yield
    finally:
        restore(states, device)
