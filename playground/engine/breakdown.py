"""Numbers that broke down: the first layer that made something infinite or undefined, and the step it was in.

A step may spoil the weights while its own loss is still a number, and the steps after it spoil the rest. Which layer
began can be told by taking the steps since the last good weights again: order and random numbers are as they were.
"""

from __future__ import annotations

import logging
import math
import time
from collections.abc import Callable
from dataclasses import dataclass, field

import torch
from torch import Tensor

from playground.core.language import mark, tr
from playground.engine import random_states
from playground.engine.failing import layer_title
from playground.engine.freezing import train
from playground.engine.preparation import trained_layers
from playground.engine.probes import Snapshot
from playground.engine.samples import Batch
from playground.engine.state import TrainingState

SECONDS = 2.0  # that taking steps again may last; a step that has begun is finished
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Broken:
    """``node`` is the path of a layer, ``text`` what happened there (marked), with ``{layer}`` for its name and places
    for ``values``.
    """

    node: str
    text: str
    values: dict[str, object] = field(default_factory=dict)

    def told(self, state: TrainingState) -> str:
        """In words that follow a colon."""
        return tr(self.text, layer=layer_title(state, self.node), **self.values)


def first_broken(
    state: TrainingState, good: Snapshot, last: int, batch: Batch | None, keep_going: Callable[[], bool]
) -> Broken | None:
    """The layer that broke down first, in step ``last`` (from 1) or in one before it after ``good``; None for none.

    Where the steps cannot be taken again, or do well this time, it is told by the weights as they are and ``batch``.
    Afterwards the weights are those of ``good`` and the optimizers new; random numbers are as before.
    """
    with random_states.untouched(state.device):
        now = spoiled_weights(state) or (None if batch is None else spoiled_output(state, batch))
        at, only = state.task.at, state.task.only
        try:
            found = _again(state, good, last, keep_going)
        except (RuntimeError, MemoryError) as error:  # no memory for a second copy of the weights, say
            _log.warning("the steps could not be taken again: %s", error)
            found = None
        finally:
            good.put_back(state)
            state.task.at, state.task.only = at, only
    return found or now


def spoiled_weights(state: TrainingState, step: int | None = None) -> Broken | None:
    """The first layer, in order of running, with a weight that is not finite; ``step``, from 1, if that is known."""
    for layer in trained_layers(state.module):
        weights = list(state.module.get_submodule(layer).parameters())
        if not all(bool(torch.isfinite(weight).all()) for weight in weights):
            undefined = any(bool(torch.isnan(weight).any()) for weight in weights)
            return _weights_broken(layer, undefined, step)
    return None


def _weights_broken(layer: str, undefined: bool, step: int | None) -> Broken:
    if step is None:
        are = mark("the weights of {layer} are not a number (NaN)")
        return Broken(layer, are if undefined else mark("the weights of {layer} are infinite"))
    became = mark("in training step {step:,} the weights of {layer} became not a number (NaN)")
    infinite = mark("in training step {step:,} the weights of {layer} became infinite")
    return Broken(layer, became if undefined else infinite, {"step": step})


def spoiled_output(state: TrainingState, batch: Batch, step: int | None = None) -> Broken | None:
    """The first layer that makes something infinite or undefined of ``batch``."""
    node = state.task.first_non_finite(batch)
    if node is None:
        return None
    if step is None:
        return Broken(node, mark("the output of {layer} is infinite or not a number"))
    text = mark("in training step {step:,} the output of {layer} became infinite or not a number")
    return Broken(node, text, {"step": step})


def largest_output(state: TrainingState, batch: Batch, step: int) -> Broken | None:
    """The layer with weights that makes the largest numbers of ``batch``, where all are finite but the loss is not."""
    found: dict[str, float] = {}

    def look(layer: str, given: object) -> None:
        parts = given if isinstance(given, tuple) else (given,)
        sizes = [float(part.abs().max()) for part in parts if isinstance(part, Tensor) and part.numel()]
        found[layer] = max([found.get(layer, 0.0), *sizes])

    hooks = [
        state.module.get_submodule(layer).register_forward_hook(lambda _m, _x, y, layer=layer: look(layer, y))
        for layer in trained_layers(state.module)
    ]
    try:
        state.task.first_non_finite(batch)
    finally:
        for hook in hooks:
            hook.remove()
    if not found:
        return None
    layer = max(found, key=lambda name: found[name])
    text = mark("in training step {step:,} it overflowed; the largest numbers, up to {most:.1g}, came from {layer}")
    return Broken(layer, text, {"step": step, "most": found[layer]})


def _again(state: TrainingState, good: Snapshot, last: int, keep_going: Callable[[], bool]) -> Broken | None:
    """Take the steps from ``good`` to ``last`` until something breaks down."""
    good.put_back(state)
    state.task.updaters.load_state_tensors((name, tensor.clone()) for name, tensor in good.memory.items())
    random_states.restore(good.random, state.device)
    for network in state.networks.values():
        train(network)
    ends, position, samples = time.perf_counter() + SECONDS, state.position, state.samples
    order, begun = samples.order(position.epoch), -1
    while position.step < last and keep_going() and time.perf_counter() < ends:
        if position.batch == samples.steps_per_epoch:
            position.epoch, position.batch = position.epoch + 1, 0
            order = samples.order(position.epoch)
        if begun != position.epoch:
            state.task.start_epoch(position.epoch)
            begun = position.epoch
        found = _step(state, samples.batch(order, position.batch))
        if found is not None:
            return found
        position.batch += 1
        position.step += 1
    return None


def _step(state: TrainingState, batch: Batch) -> Broken | None:
    """One step of training, and what broke down in it."""
    state.apply_rate()
    state.task.at = (state.position.epoch, state.position.batch)
    random = random_states.capture(state.device)
    before = {name: tensor.detach().clone() for name, tensor in state.module.state_dict().items()}
    step = state.position.step + 1
    means = state.task.values([state.task.step(batch)]).means
    spoiled = spoiled_weights(state, step)
    if all(math.isfinite(values[0]) for values in means.values()):
        return spoiled
    # the weights that this step began with were sound: did they make anything of the batch that is not?
    state.module.load_state_dict(before)
    random_states.restore(random, state.device)
    found = spoiled_output(state, batch, step) or spoiled
    return found or largest_output(state, batch, step)
