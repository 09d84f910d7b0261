"""Which devices this machine has, and which one a run gets."""

from __future__ import annotations

import platform

import torch

from playground.engine.errors import CannotTrain
from playground.engine.threads import cores


def available_devices() -> dict[str, str]:
    """ "cpu", "cuda" and "mps" as found, each with a name for people."""
    found = {"cpu": f"Processor ({platform.machine() or 'unknown'}, {cores()} cores)"}
    if torch.cuda.is_available():
        found["cuda"] = torch.cuda.get_device_name(0)
    if torch.backends.mps.is_available():
        found["mps"] = "Apple GPU"
    return found


def choose_device(wish: str) -> torch.device:
    """The device for ``wish``; "auto" takes cuda, then mps, then cpu. Raises ``CannotTrain`` for one not there."""
    found = available_devices()
    if wish == "auto":
        return torch.device(next(name for name in ("cuda", "mps", "cpu") if name in found))
    if wish not in ("cpu", "cuda", "mps"):
        raise CannotTrain(f"The device {wish!r} is not known.", "Use auto, cpu, cuda or mps.")
    if wish not in found:
        raise CannotTrain(
            f"The device {wish!r} is not available on this machine.",
            f"Available: {', '.join(found)}. Set the device to auto to take the fastest one.",
        )
    return torch.device(wish)
