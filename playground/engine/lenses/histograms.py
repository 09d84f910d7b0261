"""How the weights, gradients and activations of one layer are spread now."""

from __future__ import annotations

from playground.core.language import tr
from playground.engine.errors import CannotTrain
from playground.engine.lenses.spreads import HistogramTaker
from playground.engine.lenses.study import BroughtSamples, Study
from playground.engine.state import TrainingState
from playground.protocol.lenses import Histograms, HistogramsSeen
from playground.telemetry.histograms import HistogramsAt


class LayerSpreads(Study):
    """On the samples that the histograms of the epochs are of."""

    def __init__(self) -> None:
        self._taking: HistogramTaker | None = None

    def look(self, state: TrainingState, lens: Histograms, brought: BroughtSamples) -> HistogramsSeen:
        """Raises ``CannotTrain`` for a layer that the run does not have."""
        if self._taking is None:
            self._taking = HistogramTaker(state)
        found = self._taking.of_network(lens.network, lens.layer)
        if not found:
            raise CannotTrain(
                tr("The run knows nothing of this layer."), tr("Press Run to train the network as it is now.")
            )
        return HistogramsSeen(HistogramsAt.of(state.position.epoch, state.position.step, found))
