"""Histograms of what a network holds and gives: its weights, its last gradients, its layers' outputs on fixed samples.

They are taken at the ends of epochs, whoever looks: a history without holes costs a thousandth of the time.
"""

from __future__ import annotations

import logging
import time

import torch
from torch import Tensor, fx

from playground.core.plan import MARK
from playground.engine import random_states
from playground.engine.effort import multiply_adds
from playground.engine.giving_way import Rests
from playground.engine.lenses.capture import Recorder
from playground.engine.lenses.measuring import tally
from playground.engine.lenses.subjects import noise_size
from playground.engine.samples import even_places
from playground.engine.state import TrainingState
from playground.telemetry.histograms import ACTIVATIONS, BINS, GRADIENTS, WEIGHTS, Histogram, HistogramsAt

MOST_SAMPLES = 64
# Of as many samples as these allow, one at least: numbers of all layers together, and multiply-adds.
MOST_OUTPUTS, MOST_ADDS = 2**20, 2**32
# Where epochs are over in no time not all are looked at: after this many seconds a part of the training time is spent.
FREE_SECONDS, SHARE = 0.2, 1 / 250
_log = logging.getLogger(__name__)


class HistogramTaker:
    """Takes the moments of one run. ``due`` says when; each network's samples are chosen once and stay."""

    def __init__(self, state: TrainingState, rests: Rests | None = None) -> None:
        """``rests`` are called between two of them."""
        self._state, self._rests = state, rests or Rests()
        self._counts: dict[str, int] = {}  # samples that go through a network; 0 where it cannot be fed
        self._spent = 0.0

    def due(self) -> bool:
        """Whether the moment after the epoch that has ended is to be kept; that of the last epoch always is."""
        state = self._state
        wanted = state.history.histograms.wants(state.position.epoch)
        return state.finished or (wanted and self._spent <= FREE_SECONDS + SHARE * state.seconds)

    def take(self) -> HistogramsAt:
        """All histograms of the weights as they are. The run's random numbers are as before."""
        began, position, rests = time.perf_counter(), self._state.position, self._rests.spent
        found: dict[str, Histogram] = {}
        for network in self._state.networks:
            found |= self.of_network(network)
        moment = HistogramsAt.of(position.epoch, position.step, found)
        self._spent += time.perf_counter() - began - (self._rests.spent - rests)
        return moment

    def of_network(self, network: str, layer: str = "") -> dict[str, Histogram]:
        """By name, of ``layer`` (a path in ``network``) alone where it is given."""
        state = self._state
        front = f"{network}." if len(state.networks) > 1 else ""
        chosen = f"{layer}." if layer else ""
        found: dict[str, Histogram] = {}
        gradients: dict[str, Histogram] = {}
        for name, weight in state.networks[network].named_parameters(remove_duplicate=False):
            path = _path(name)
            if not path.startswith(chosen):
                continue
            found[f"{WEIGHTS}/{front}{path}"] = histogram(weight)
            self._rests()
            if weight.grad is not None and weight.requires_grad:
                gradients[f"{GRADIENTS}/{front}{path}"] = histogram(weight.grad)
                self._rests()
        found |= gradients
        for path, outputs in self._outputs(network).items():
            if f"{path}.".startswith(chosen):
                for number, output in enumerate(outputs):
                    port = f".{number + 1}" if len(outputs) > 1 else ""
                    found[f"{ACTIVATIONS}/{front}{path}{port}"] = histogram(output)
                    self._rests()
        return found

    def _outputs(self, network: str) -> dict[str, tuple[Tensor, ...]]:
        """What the layers give for the fixed samples, by path; nothing of a network that cannot be fed with them."""
        state, module = self._state, self._state.networks[network]
        if self._counts.get(network) == 0:
            return {}
        try:
            with random_states.untouched(state.device), state.evaluating(), self._rests.between_layers():
                torch.manual_seed(random_states.derived_seed(state.project.training.seed, "shown"))
                if network not in self._counts:
                    self._counts[network] = self._fitting(network, module)
                return _through(module, self._fed(network, self._counts[network]))
        except (RuntimeError, MemoryError, ValueError, TypeError, KeyError, IndexError) as error:
            # weights and gradients are told all the same
            _log.warning("no histograms of what the layers of %s give: %s", network, error)
            self._counts[network] = 0
            return {}

    def _fitting(self, network: str, module: fx.GraphModule) -> int:
        one = _through(module, self._fed(network, 1))
        numbers = sum(output.numel() for outputs in one.values() for output in outputs)
        fitting = min(MOST_OUTPUTS // max(numbers, 1), MOST_ADDS // multiply_adds(self._state, network))
        return min(MOST_SAMPLES, max(1, fitting))

    def _fed(self, network: str, count: int) -> Tensor:
        """``count`` samples as ``network`` takes them: of the training part, evenly spread, not augmented; or noise."""
        state = self._state
        size = noise_size(state.project.networks[network])
        if size is not None:
            seed = random_states.derived_seed(state.project.training.seed, "shown", 1)
            return torch.randn(count, size, generator=torch.Generator().manual_seed(seed)).to(state.device)
        places = even_places(state.samples.train_count, count)
        return state.samples.prepared(state.samples.stored("train", places)[0])


def histogram(tensor: Tensor) -> Histogram:
    """Of all elements of a tensor."""
    return Histogram(*tally(tensor, BINS))


def _path(name: str) -> str:
    """A weight by its layer, as its name in a file without what counts the passes of a block, which come last."""
    parts = name.replace(MARK, ".").split(".")
    return ".".join([part for part in parts if not part.isdigit()] + [part for part in parts if part.isdigit()])


def _through(module: fx.GraphModule, x: Tensor) -> dict[str, tuple[Tensor, ...]]:
    recorder = Recorder(module, attends=False)
    recorder.run(x)
    return {path: tuple(each for each in outputs if not each.is_complex()) for path, outputs in recorder.found.items()}
