"""What stands for black and white in the images that a network learned from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from playground.core.language import tr
from playground.engine.inputs.taken import Samples
from playground.training.datasets import kind_of
from playground.training.datasets.own_arrays import Arrays

if TYPE_CHECKING:
    from playground.engine.trained import TrainedModel


def picture_ends(model: TrainedModel) -> tuple[float, float]:
    """The numbers that stand for black and white: 0 and 1 where it learned from bytes, else the least and the greatest
    of its data, unless all of these lie from 0 to 1.
    """
    dataset = model.dataset
    if not model.takes_data or model.entering.divisor != 1 or dataset is None:
        return 0.0, 1.0
    if dataset.range is not None:
        return dataset.range
    kind = kind_of(model.project.data)
    low, high = (kind.parts.range if isinstance(kind, Arrays) and kind.found is not None else None) or (0.0, 1.0)
    return (low, high) if low < 0 or high > 1 else (0.0, 1.0)


def as_learned(model: TrainedModel, picture: Samples) -> Samples:
    """A picture from 0 to 1 in the units of the data, with a note where these are others."""
    low, high = picture_ends(model)
    if (low, high) == (0.0, 1.0):
        return picture
    values = np.asarray(low + picture.values * (high - low), np.float32)
    note = tr(
        "black and white were taken as {low:.6g} and {high:.6g}, the ends of the data that the network learned from",
        low=low,
        high=high,
    )
    return Samples(values, (*picture.notes, note), picture.rows)
