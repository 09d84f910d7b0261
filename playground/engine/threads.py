"""How many threads training uses: the same everywhere, because a sum over threads rounds by their number."""

from __future__ import annotations

import os


def cores() -> int:
    """Cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def training_threads() -> int:
    """All cores but one, which stays free for the window; at least one."""
    return max(1, cores() - 1)


def use_training_threads() -> None:
    """Give torch its threads. Call it on the thread that trains."""
    import torch

    if torch.get_num_threads() != training_threads():
        torch.set_num_threads(training_threads())
