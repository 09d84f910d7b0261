"""Two samples through one network: what each layer makes of both, how far apart it has them, and where they part."""

from __future__ import annotations

import math
import time
from collections.abc import Mapping
from dataclasses import replace

from torch import Tensor

from playground.core.blocks import block_of
from playground.core.graph import Graph
from playground.engine.lenses.capture import Captured
from playground.engine.lenses.fellows import SECONDS, Neighbours, different_from, faked, next_of, spoiled
from playground.engine.lenses.layers import activated, captured, picture, pictured
from playground.engine.lenses.measuring import dot, length
from playground.engine.lenses.study import Study
from playground.engine.lenses.subjects import BroughtSamples, Fed, fed
from playground.engine.state import TrainingState
from playground.protocol.lenses import FromData, LayerSeen
from playground.protocol.lenses.compare import ALIKE, Changed, Compare, CompareSeen, Fellow, LayerCompared
from playground.training.outputs import output_node


class Comparing(Study):
    """Only the search for the nearest sample takes more than one look."""

    def __init__(self) -> None:
        self._neighbours: Neighbours | None = None
        self._at: int | None = None  # the weights of the last look
        self._last: tuple[object, CompareSeen] | None = None  # what was seen last, and of what

    def look(self, state: TrainingState, lens: Compare, brought: BroughtSamples) -> CompareSeen:
        """Raises ``CannotTrain`` where one of the two cannot be found, or cannot enter the network."""
        given = fed(state, lens.network, lens.subject, brought)
        self.unfinished = False
        other = self._second(state, lens, given, brought)
        found = self._compared(state, lens, given, other)
        made = isinstance(lens.second, Changed) or lens.second == Fellow("fake")
        second = None if made else other.subject
        return replace(found, second=second, searching=self._searching)

    def _compared(self, state: TrainingState, lens: Compare, given: Fed, other: Fed) -> CompareSeen:
        """Once for the same weights and samples: a search has many looks."""
        key = (state.version, given.subject, other.subject)
        if self._last is None or self._last[0] != key or lens.second != Fellow("nearest"):
            self._last = key, compared(state, lens.network, given, other)
        return self._last[1]

    def _second(self, state: TrainingState, lens: Compare, given: Fed, brought: BroughtSamples) -> Fed:
        wanted = lens.second
        if isinstance(wanted, Changed):
            return spoiled(state, given, wanted)
        if not isinstance(wanted, Fellow):
            return fed(state, lens.network, wanted, brought)
        if wanted.how == "fake":
            return faked(state, lens.network, given)
        if wanted.how == "different":
            return fed(state, lens.network, different_from(state, given), brought)
        if wanted.how == "nearest":
            return fed(state, lens.network, self._nearest(state, lens, given), brought)
        return fed(state, lens.network, next_of(state, given, other=wanted.how == "another class"), brought)

    def _nearest(self, state: TrainingState, lens: Compare, given: Fed) -> FromData:
        """Goes on with the search; of newer weights one begins when the last is done, or when these rest."""
        here = state.version
        rests, self._at = self._at == here, here
        known, until = self._neighbours, time.perf_counter() + SECONDS
        new = known is None or (known.version != here and (known.finished or rests))
        if known is None or new:
            known = self._neighbours = Neighbours(state, lens.network, given, known)
        if not new or time.perf_counter() < until:
            known.go_on()
        known.hold()
        self.unfinished = not known.finished or known.version != here
        return known.nearest

    @property
    def _searching(self) -> bool:
        return self._neighbours is not None and not self._neighbours.finished


def compared(state: TrainingState, network: str, given: Fed, other: Fed) -> CompareSeen:
    """All layers for ``given`` (A) and ``other`` (B)."""
    both = [captured(state, network, each.x) for each in (given, other)]
    (first, said), (second, also_said) = (
        pictured(state, network, each, found) for each, found in zip((given, other), both, strict=True)
    )
    graph = state.project.networks[network]
    layers = {}
    for path, one in first.items():
        title = _title(graph, state.project.networks, path)
        a, b = (_numbers(state, network, found, path) for found in both)
        if path not in second or a.shape != b.shape or not a.is_floating_point():
            layers[path] = LayerCompared(title, one, second.get(path, one))
        else:
            layers[path] = _layer(title, one, second[path], *(_shaped(state, one, each) for each in (a, b)))
    parted, threshold = parting(graph.entrances, layers)
    return CompareSeen(
        layers, parted, threshold, (given.sample, other.sample), (given.truth, other.truth), (said, also_said),
        given.subject,
    )  # fmt: skip


def parting(entrances: tuple[str, ...], layers: Mapping[str, LayerCompared]) -> tuple[str, float]:
    """The first layer that has both less alike than ``ALIKE`` and than the inputs are, "" for none; and that limit."""
    inputs = [layers[path].cosine for path in entrances if path in layers]
    threshold = min([ALIKE, *(cosine for cosine in inputs if cosine is not None)])
    for path, layer in layers.items():
        if path not in entrances and layer.cosine is not None and layer.cosine < threshold:
            return path, threshold
    return "", threshold


def distance(a: Tensor, b: Tensor) -> tuple[float, float]:
    """‖A − B‖ / ‖A‖ and A·B / (‖A‖ ‖B‖). Where A is all zero the first is infinite, or 0 where B is too; nothing and
    something are at right angles, nothing and nothing alike.
    """
    a, b = a.float().flatten(), b.float().flatten()
    apart, one, other = (length(each) for each in (a - b, a, b))
    relative = apart / one if one else (math.inf if apart else 0.0)
    if not one or not other:
        return relative, 0.0 if one or other else 1.0
    return relative, min(1.0, max(-1.0, dot(a / one, b / other)))


def _layer(title: str, one: LayerSeen, other: LayerSeen, a: Tensor, b: Tensor) -> LayerCompared:
    difference = (a - b).float()
    relative, cosine = distance(a, b)
    seen = picture(difference)
    reach = max(abs(seen.low), abs(seen.high))
    if one.kind == "vector" and one.names:
        seen = replace(seen, names=one.names)
    return LayerCompared(title, one, other, replace(seen, low=-reach, high=reach), relative, cosine)


def _numbers(state: TrainingState, network: str, found: Captured, path: str) -> Tensor:
    """What a layer gives of its one sample, as the cards mean it: probabilities at the end, attention as weights."""
    if path in found.attention:
        return found.attention[path][0]
    value = found.outputs[path][0]
    end = output_node(state.project.networks[network])
    return (activated(state, network, value)[0] if end is not None and path == end.id else value)[0]


def _shaped(state: TrainingState, seen: LayerSeen, value: Tensor) -> Tensor:
    """What is seen as an image is one, though a Dense layer gives it in a row."""
    sizes = state.samples.arrays.dataset.shape.sizes
    return value.reshape(sizes) if seen.kind == "image" and value.numel() == math.prod(sizes) else value


def _title(graph: Graph, networks: Mapping[str, Graph], path: str) -> str:
    titles, inside = [], graph
    for step in path.split("."):
        node = inside.by_id.get(step)
        if node is None:
            return path
        titles.append(node.title)
        block = block_of(node)
        inside = networks.get(block.network, Graph()) if block is not None else Graph()
    return " · ".join(titles)
