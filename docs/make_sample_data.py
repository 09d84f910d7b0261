"""Write resources/data/npy-binary: a two-class problem of 100 features that no straight line divides.

Four hidden numbers decide, two of them by their distance from zero, so that weighted sums say little; each feature is a
mixture of the four with noise of its own. The same numbers come out whenever it is run.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

SAMPLES, FEATURES, SEED = 2000, 100, 7
FOLDER = Path(__file__).resolve().parent.parent / "resources" / "data" / "npy-binary"


def make() -> tuple[np.ndarray, np.ndarray]:
    """float32 2000×100 and uint8 2000."""
    # the stream of RandomState is frozen for good, unlike that of a Generator
    random = np.random.RandomState(SEED)
    latent = random.standard_normal((SAMPLES, 4))
    score = np.abs(latent[:, 0]) + np.abs(latent[:, 1]) - 1.6 + 0.35 * latent[:, 2]
    y = (score + 0.15 * random.standard_normal(SAMPLES) > 0).astype(np.uint8)
    mixing = random.standard_normal((4, FEATURES)) / 2.0
    x = latent @ mixing + 0.8 * random.standard_normal((SAMPLES, FEATURES))
    return x.astype(np.float32), y


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    x, y = make()
    np.save(FOLDER / "X_train.npy", x)
    np.save(FOLDER / "y_train.npy", y)
    print(f"{FOLDER}: {x.shape} {x.dtype}, {y.mean():.3f} of the second class")


if __name__ == "__main__":
    main()
