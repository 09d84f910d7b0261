"""How much memory training takes, and how much there is."""

from __future__ import annotations

import os

from playground.core.language import tr

# Weights, gradients, Adam's two moments, and the weights of the last good and of the step before: each a float32.
BYTES_PER_PARAMETER = 24
BYTES_PER_ACTIVATION = 8  # the value and its gradient
BYTES_PER_NUMBER = 4  # a float32
_UNKNOWN_MEMORY = 8 * 2**30


def machine_memory() -> int:
    """Bytes of main memory, or 8 GiB where the system does not say."""
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):
        return _UNKNOWN_MEMORY


def byte_size(count: float) -> str:
    """``1.9 MB`` for a number of bytes; powers of 1,024, as memory is counted."""
    for power, unit in ((3, "GB"), (2, "MB"), (1, "KB")):
        if count >= 1024**power:
            return f"{count / 1024**power:,.1f} {unit}"
    return tr("{count:,.0f} bytes", count=count)
