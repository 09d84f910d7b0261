"""Numbers as colours from violet over green to yellow: as bright as they are large, told apart under any eyesight."""

from __future__ import annotations

from functools import cache

import numpy as np

# Every fifth of the 256 colours of viridis (S. van der Walt and N. Smith, CC0); between them it is nearly straight.
_FIFTHS = (
    "44015446085c471063481769481d6f482475472a7a46307e453781433d844142873f48893d4e8a3a538b38598c355e8d33638d31688e"
    "2e6d8e2c718e2a768e297b8e27808e25848e23898e218e8d20928c1f978b1e9c891fa18821a58524aa8328ae802eb37c35b7793dbc74"
    "46c06f50c46a5ac86465cb5e70cf577cd25089d54895d840a2da37b0dd2fbddf26cae11fd8e219e5e419f1e51dfde725"
)
# Not of the scale: a number that is none must not look like a small one.
BROKEN = (220, 60, 50)


@cache
def colors() -> np.ndarray:
    """uint8 256×3."""
    known = np.frombuffer(bytes.fromhex(_FIFTHS), np.uint8).reshape(-1, 3)
    places = np.arange(0, 256, 5)
    between = [np.interp(np.arange(256), places, known[:, channel]) for channel in range(3)]
    table: np.ndarray = np.rint(np.stack(between, 1)).astype(np.uint8)
    return table


def colored(values: np.ndarray, low: float, high: float) -> np.ndarray:
    """uint8 …×3 from numbers: ``low`` and less is violet, ``high`` and more yellow; all alike are violet."""
    sound = np.isfinite(values)
    span = high - low if high > low else 1.0
    steps = np.clip((np.where(sound, values, low) - low) * (255 / span), 0, 255)
    found: np.ndarray = colors()[np.rint(steps).astype(np.uint8)]
    if not sound.all():
        found[~sound] = BROKEN
    return found
