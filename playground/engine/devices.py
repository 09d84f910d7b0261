"""Which devices this machine has, and which one a run gets."""

from __future__ import annotations

import logging
import platform

import torch

from playground.core.language import tr
from playground.engine.errors import CannotTrain
from playground.engine.threads import cores

_log = logging.getLogger(__name__)
# Devices that are there but failed when tried: not offered, and never chosen by "auto".
_failed: dict[str, str] = {}


def available_devices() -> dict[str, str]:
    """ "cpu", "cuda" and "mps" as found, each with a name for people."""
    found = {"cpu": tr("Processor ({value}, {cores} cores)", value=platform.machine() or tr("unknown"), cores=cores())}
    if torch.cuda.is_available() and "cuda" not in _failed:
        try:
            found["cuda"] = torch.cuda.get_device_name(0)
        except (RuntimeError, AssertionError) as error:  # a driver that is only half there
            set_aside("cuda", str(error))
    if torch.backends.mps.is_available() and "mps" not in _failed:
        found["mps"] = tr("Apple GPU")
    return found


def set_aside(name: str, why: str) -> None:
    """Do without a device that does not work, until this process ends."""
    _failed[name] = why.partition("\n")[0][:200]
    _log.warning("the device %s is not used: %s", name, why)


def answers(device: torch.device) -> bool:
    """Whether ``device`` still computes. After a failed assertion on a CUDA card nothing does, to the process's end."""
    if device.type != "cuda":
        return True
    try:
        torch.cuda.synchronize(device)
    except RuntimeError:
        return False
    return True


def choose_device(wish: str) -> torch.device:
    """The device for ``wish``; "auto" takes cuda, then mps, then cpu. Raises ``CannotTrain`` for one not there."""
    found = available_devices()
    if wish == "auto":
        return torch.device(next(name for name in ("cuda", "mps", "cpu") if name in found))
    if wish not in ("cpu", "cuda", "mps"):
        raise CannotTrain(tr("The device {wish!r} is not known.", wish=wish), tr("Use auto, cpu, cuda or mps."))
    if wish in _failed:
        raise CannotTrain(
            tr("The device {wish!r} does not work: {failed}", wish=wish, failed=_failed[wish]),
            tr("Set the device to cpu or auto, or mend its driver."),
        )
    if wish not in found:
        raise CannotTrain(
            tr("The device {wish!r} is not available on this machine.", wish=wish),
            tr("Available: {names}. Set the device to auto to take the fastest one.", names=", ".join(found)),
        )
    return torch.device(wish)
