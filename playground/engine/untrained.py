"""Labels that a network is asked about and never shown: what the division of the samples brings about."""

from __future__ import annotations

import numpy as np

from playground.engine.samples import Samples
from playground.training.datasets.own import untrained_words


def untrained_notes(samples: Samples) -> tuple[str, ...]:
    """What to say of classes that the test part has and the training part has not; nothing if the data say it."""
    arrays = samples.arrays
    classes = arrays.dataset.classes
    if not classes or arrays.train_y.dtype.kind not in "iu":
        return ()
    test_y = arrays.test_y if len(arrays.test_y) else arrays.train_y[samples.test_indices.numpy()]
    learned = np.bincount(samples.train_targets, minlength=len(classes))
    tested = np.bincount(test_y, minlength=len(classes))
    labels = tuple(classes[code] for code in np.flatnonzero((tested > 0) & (learned == 0)))
    told = untrained_words(labels) if labels else ""
    return (told,) if told and told not in arrays.notes else ()
