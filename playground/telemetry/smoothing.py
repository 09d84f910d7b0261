"""Exponential moving average over steps, with bias correction."""

from __future__ import annotations

import numpy as np

from playground.telemetry.thinning import Floats

# What is left out counts at most this much of a weight, also where everything near has none.
_NEGLIGIBLE = 1e-12


def smooth(steps: Floats, values: Floats, weights: Floats, length: float) -> Floats:
    """The average before and at each point, where what lies ``length`` steps back counts 1/e as much.

    ``s_k = Σ_{i<=k} b^(t_k - t_i) w_i x_i / Σ_{i<=k} b^(t_k - t_i) w_i`` with ``b = exp(-1 / length)``: the
    denominator is the bias correction of Adam (Kingma and Ba, 2015), and holds for uneven steps too. All arrays have
    length n; points of weight 0 add nothing, and where nothing came before, the result is NaN. Raises ``ValueError``
    unless length > 0.

    Computed for all points at once by doubling (Hillis and Steele, 1986), in log2(n) passes; powers of ``b`` only get
    smaller, so nothing overflows.
    """
    if length <= 0:
        raise ValueError("the averaging length must be above 0")
    if not len(steps):
        return np.empty(0)
    sums = np.stack([values * weights, weights])
    decay = np.exp(np.diff(steps, prepend=steps[0]) / -length)
    reach = 1
    while reach < len(steps) and decay[reach:].max() > _NEGLIGIBLE:
        sums[:, reach:] += decay[reach:] * sums[:, :-reach]
        decay[reach:] *= decay[:-reach].copy()
        reach *= 2
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.asarray(sums[0] / sums[1])
