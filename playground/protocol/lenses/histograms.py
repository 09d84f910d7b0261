"""How the weights, gradients and activations of one layer are spread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from playground.protocol.lenses.base import Lens, Sight

if TYPE_CHECKING:  # a window that has not trained yet does without numpy
    from playground.telemetry.histograms import HistogramsAt


@dataclass(frozen=True, slots=True)
class Histograms(Lens):
    """How what the layer at the path ``layer`` (as in ``LayersSeen``) holds and gives is spread now, between the ends
    of epochs too. Answered by ``HistogramsSeen``.
    """

    layer: str


@dataclass(frozen=True, slots=True)
class HistogramsSeen(Sight):
    """``moment`` has the names that the history has, those of the layer alone."""

    moment: HistogramsAt
