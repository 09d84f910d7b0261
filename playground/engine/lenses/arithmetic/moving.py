"""Layers that move numbers, leave some out, or pass them on: where each came from."""

from __future__ import annotations

import operator
from typing import Any

import torch
from torch import nn
from torch.nn import functional

from playground.core.language import mark, tr
from playground.engine.lenses.arithmetic.stages import Index, Stage, origins
from playground.engine.lenses.arithmetic.step import Explain, Step, flat
from playground.engine.modules import GaussianNoise, GaussianSample, both_ends

_THROUGH = mark("Here, as in predicting, every number passes on as it is.")
_PLACES = (
    "transpose", "permute", "reshape", "select", "squeeze", "unsqueeze", "repeat", operator.getitem, functional.pad,
    both_ends, torch.split,
)  # fmt: skip


def moved(stage: Stage, index: Index) -> Step:
    """The same number at another place; found by sending the places themselves through the operation."""
    place = int(origins(stage)[0][index])
    if place < 0:
        return Step((), note=tr("A zero that is put around the input."))
    return Step((), goes_on=place)


def passed(stage: Stage, index: Index) -> Step:
    """The same number at the same place."""
    module, note = stage.module, ""
    if isinstance(module, (nn.Dropout, nn.Dropout1d, nn.Dropout2d, nn.Dropout3d, nn.AlphaDropout)):
        part = 100 * module.p
        dropped = (
            tr("While training, {part:.3g}% of the numbers are dropped at random.", part=part)
            if isinstance(module, (nn.Dropout, nn.AlphaDropout))
            else tr("While training, {part:.3g}% of the channels are dropped at random.", part=part)
        )
        note = f"{dropped} {tr(_THROUGH)}"
    elif isinstance(module, GaussianNoise):
        added = tr("While training, noise of deviation {deviation:g} is added.", deviation=module.deviation)
        note = f"{added} {tr(_THROUGH)}"
    elif isinstance(module, GaussianSample):
        note = tr("While training it draws around the mean. Here, as in predicting, it gives the mean itself.")
    return Step((), goes_on=flat(index, stage.inputs[0].shape[1:]), note=note)


def moves(stage: Stage) -> bool:
    """Whether the stage changes no number."""
    return type(stage.module) in KINDS if stage.module is not None else stage.target in _PLACES


PASSING = (
    nn.Identity, nn.Dropout, nn.Dropout1d, nn.Dropout2d, nn.Dropout3d, nn.AlphaDropout, GaussianNoise, GaussianSample,
)  # fmt: skip
KINDS: dict[type[nn.Module], Explain] = {
    **dict.fromkeys(PASSING, passed), nn.Flatten: moved, nn.PixelShuffle: moved,
}  # fmt: skip
FUNCTIONS: dict[Any, Explain] = dict.fromkeys(_PLACES, moved)
