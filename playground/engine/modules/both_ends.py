"""Where a bidirectional recurrent layer has read everything: the last step forwards, the first one backwards."""

from __future__ import annotations

import torch
from torch import Tensor


def both_ends(steps: Tensor) -> Tensor:
    """N×T×2H of both directions side by side -> N×2H: each direction's own last step."""
    forwards, backwards = steps.chunk(2, dim=2)
    return torch.cat([forwards[:, -1], backwards[:, 0]], dim=1)
