"""Lays points out on a plane so that neighbours stay neighbours: a script for a process of its own.

It imports nothing of the program. Points come as a .npy file on standard input, lines of JSON go to standard output:
{"done": part} now and then, at last {"points": rows} or {"error": sentence}. Who kills it ends it.
"""

from __future__ import annotations

import io
import json
import re
import sys
from typing import Any

import numpy as np

ROUNDS = 1000
_MOST_NUMBERS = 50  # of a point; more are brought down to the principal components (van der Maaten & Hinton 2008)
_ITERATION = re.compile(r"Iteration (\d+)")


class Telling(io.TextIOBase):
    """In the place of standard output: what scikit-learn says of its rounds becomes a line of JSON."""

    def __init__(self, out: Any) -> None:
        self._out = out

    def write(self, text: str) -> int:
        found = _ITERATION.search(text)
        if found:
            tell(self._out, done=min(1.0, int(found[1]) / ROUNDS))
        return len(text)


def tell(out: Any, **what: Any) -> None:
    out.write(json.dumps(what) + "\n")
    out.flush()


def laid_out(x: np.ndarray, method: str, seed: int) -> np.ndarray:
    """float n×2 of points n×d."""
    if x.shape[1] > _MOST_NUMBERS:
        from sklearn.decomposition import PCA  # type: ignore[import-untyped]

        x = PCA(min(_MOST_NUMBERS, len(x)), random_state=seed).fit_transform(x)
    if method == "umap":
        import umap  # type: ignore[import-not-found]  # where a person added it

        return np.asarray(umap.UMAP(random_state=seed, n_neighbors=min(15, len(x) - 1)).fit_transform(x))
    from sklearn.manifold import TSNE  # type: ignore[import-untyped]

    perplexity = min(30.0, (len(x) - 1) / 3)
    made = TSNE(
        perplexity=perplexity, init="pca", learning_rate="auto", max_iter=ROUNDS, random_state=seed, verbose=2, n_jobs=1
    )
    return np.asarray(made.fit_transform(x))


def main() -> None:
    out = sys.stdout
    sys.stdout = Telling(out)
    try:
        x = np.load(io.BytesIO(sys.stdin.buffer.read()), allow_pickle=False)
        tell(out, points=laid_out(x, sys.argv[1], int(sys.argv[2])).tolist())
    except Exception as error:  # noqa: BLE001  (told to who asked)
        tell(out, error=f"{type(error).__name__}: {str(error)[:200]}")


if __name__ == "__main__":
    main()
