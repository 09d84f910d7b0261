"""Samples to hold another one against: one of another class, the nearest, or itself with noise or shifted."""

from __future__ import annotations

import copy
from dataclasses import replace

import numpy as np
import torch
from torch import Tensor

from playground.core.language import mark, tr
from playground.engine import random_states
from playground.engine.errors import CannotTrain
from playground.engine.lenses.capture import Recorder
from playground.engine.lenses.explain.baselines import training_numbers
from playground.engine.lenses.portions import Portions
from playground.engine.lenses.subjects import Fed, fed
from playground.engine.samples import even_places
from playground.engine.state import TrainingState
from playground.protocol.data import Part
from playground.protocol.lenses import FromData
from playground.protocol.lenses.compare import Changed
from playground.training.outputs import output_node
from playground.training.tasks import GENERATOR

_MOST_NEIGHBOURS, _AT_ONCE = 512, 64
SECONDS = 0.015  # of looking for neighbours
_MOST_DIFFERENT = 64  # samples of which the least alike is taken
_MOST_SEEN = 4096  # samples among which one of another class is looked for


_SHIFTED = {
    "step": (mark("{sample} shifted by {count} step"), mark("{sample} shifted by {count} steps")),
    "pixel": (mark("{sample} shifted by {count} pixel"), mark("{sample} shifted by {count} pixels")),
}


def next_of(state: TrainingState, given: Fed, *, other: bool) -> FromData:
    """The next sample after ``given`` of another class, or of the same. Raises ``CannotTrain`` where there is none."""
    samples = state.samples
    target = samples.arrays.dataset.target
    _require_data(given)
    part, start, count = _whereabouts(state, given)
    if target.kind != "classes":
        if other:
            raise CannotTrain(tr("These samples have no classes."), tr("Choose the second one by its number."))
        return FromData(part, (start + 1) % count)
    places = (start + 1 + np.arange(min(count - 1, _MOST_SEEN))) % count
    classes = samples.stored(part, places)[1]
    known = target.names.index(given.truth) if given.truth in target.names else -1
    fits = classes != known if other else classes == known
    if not fits.any():
        message = tr("No sample of another class was found.") if other else tr("No sample of the same class was found.")
        raise CannotTrain(message, tr("Choose the second one by its number."))
    return FromData(part, int(places[int(fits.argmax())]))


def different_from(state: TrainingState, given: Fed) -> FromData:
    """Of the next samples the one that is farthest from ``given``, by the Euclidean distance of what enters; of words
    the one that has the fewest in the same places. Other noise, where that enters.
    """
    if not given.count and isinstance(given.subject, FromData):
        return replace(given.subject, number=given.subject.number + 1)
    part, start, count = _whereabouts(state, given)
    places = (start + 1 + np.arange(min(count - 1 if start >= 0 else count, _MOST_DIFFERENT))) % count
    if not len(places):
        raise CannotTrain(tr("There is no other sample."), tr("Choose the second one by its number, or A with noise."))
    x = state.samples.prepared(state.samples.stored(part, places)[0])
    apart = (x - given.x).flatten(1) if x.is_floating_point() else (x != given.x).flatten(1).float()
    lengths = torch.linalg.vector_norm(apart, dim=1).nan_to_num(nan=-1.0)
    return FromData(part, int(places[int(lengths.argmax())]))


def faked(state: TrainingState, network: str, given: Fed) -> Fed:
    """What the generator makes, as ``network`` takes samples. Raises ``CannotTrain`` where there is none."""
    if GENERATOR not in state.networks or network == GENERATOR:
        raise CannotTrain(
            tr("There is no generator whose fakes this network could take."), tr("Choose another sample.")
        )
    number = given.subject.number if isinstance(given.subject, FromData) else 0
    made = state.networks[GENERATOR](fed(state, GENERATOR, FromData(number=number), {}).x).float()
    if made.shape != given.x.shape:
        raise CannotTrain(tr("The generator's fakes do not fit into this network."), tr("Choose another sample."))
    return Fed(made, tr("fake {number:,}", number=number), FromData(number=number))


def spoiled(state: TrainingState, given: Fed, change: Changed) -> Fed:
    """``given`` with noise, or shifted. Raises ``CannotTrain`` where that means nothing."""
    x = given.x
    if not x.is_floating_point():
        raise CannotTrain(tr("Words take no noise and cannot be shifted."), tr("Choose another sample."))
    if change.how == "noise":
        return replace(
            given,
            x=_noisy(state, given, change),
            sample=tr("{sample} with noise", sample=given.sample),
            truth=given.truth,
        )
    if x.dim() not in (3, 4, 5):
        raise CannotTrain(tr("Only images and series can be shifted."), tr("Choose noise, or another sample."))
    axis = 1 if x.dim() == 3 else x.dim() - 1
    places = round(change.size * x.shape[axis])
    where = (torch.arange(x.shape[axis], device=x.device) - places).clamp(0, x.shape[axis] - 1)
    one, several = _SHIFTED["step" if x.dim() == 3 else "pixel"]
    told = tr(one if places == 1 else several, sample=given.sample, count=places)
    return replace(given, x=x.index_select(axis, where), sample=told)


def _noisy(state: TrainingState, given: Fed, change: Changed) -> Tensor:
    seed = random_states.derived_seed(state.project.training.seed, "shown", 300 + change.anew)
    drawn = torch.randn(given.x.shape, generator=torch.Generator().manual_seed(seed)).to(given.x)
    if not given.count and isinstance(given.subject, FromData):  # what begins with noise has normal numbers
        return given.x + change.size * drawn
    known = training_numbers(state)
    image = given.x.dim() >= 4
    spread = known.std() if image else known.std(0, keepdim=True) if len(known) > 1 else torch.ones_like(given.x)
    found = given.x + change.size * spread * drawn
    # what is brighter than white is no image any more
    return found.clamp(known.min(), known.max()) if image else found


class Neighbours:
    """The search for the sample that is nearest to another by what the layer before the last gives, by Euclidean
    distance, among some of its part. The weights stay those of ``version`` until it is ``finished``.
    """

    def __init__(self, state: TrainingState, network: str, given: Fed, before: Neighbours | None) -> None:
        _require_data(given)
        self.version, self._samples = state.version, state.samples
        self._part, own, count = _whereabouts(state, given)
        places = even_places(count, _MOST_NEIGHBOURS)
        self._places = places[places != own] if isinstance(given.subject, FromData) else places
        if not len(self._places):
            raise CannotTrain(tr("There is no other sample."), tr("Choose the second one by its number."))
        self._network, self._copied = state.networks[network], False
        self._layer, self._known = _last_but_one(state, network, given)
        self._at, self._least = 0, float("inf")
        self.portions: Portions = Portions(SECONDS, most=_AT_ONCE) if before is None else before.portions
        self._best = before.nearest.number if before is not None else int(self._places[0])

    @property
    def finished(self) -> bool:
        return self._at >= len(self._places)

    @property
    def nearest(self) -> FromData:
        """The nearest so far."""
        return FromData(self._part, self._best)

    def go_on(self) -> None:
        """Some more."""
        for count in self.portions.within(lambda: len(self._places) - self._at):
            places = self._places[self._at : self._at + count]
            found = self._given_by(self._samples.prepared(self._samples.stored(self._part, places)[0]))
            apart = torch.linalg.vector_norm(found - self._known, dim=1).cpu().numpy()
            if np.nanmin(apart, initial=np.inf) < self._least:
                self._least = float(np.nanmin(apart))
                self._best = int(places[int(np.nanargmin(apart))])
            self._at += count

    def hold(self) -> None:
        """Keep the weights for the next look, if there is one."""
        if not self.finished and not self._copied:
            self._network, self._copied = copy.deepcopy(self._network), True

    def _given_by(self, x: Tensor) -> Tensor:
        recorder = Recorder(self._network, attends=False)
        recorder.run(x)
        return recorder.found[self._layer][0].float().flatten(1)


def _last_but_one(state: TrainingState, network: str, given: Fed) -> tuple[str, Tensor]:
    """The last layer whose numbers are not those of the result, and what it gives, 1×numbers."""
    recorder = Recorder(state.networks[network], attends=False)
    recorder.run(given.x)
    found = list(recorder.found)
    end = output_node(state.project.networks[network])
    before = found[: found.index(end.id)] if end is not None and end.id in found else found[:-1]
    if not before:
        raise CannotTrain(tr("This network has no layer before its last."), tr("Choose the second one by its number."))
    return before[-1], recorder.found[before[-1]][0].float().flatten(1)


def _require_data(given: Fed) -> None:
    if not given.count and isinstance(given.subject, FromData):
        raise CannotTrain(
            tr("This network begins with noise, which has no neighbours."), tr("Choose noise as the second.")
        )


def _whereabouts(state: TrainingState, given: Fed) -> tuple[Part, int, int]:
    """Part, number and count of the samples to look among; one that was brought stands before the first."""
    if isinstance(given.subject, FromData):
        return given.subject.part, given.subject.number, given.count
    part = state.samples.shown_part
    return part, -1, state.samples.count(part)
