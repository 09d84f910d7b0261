"""Out of memory: the largest batch that fits, found by trying. Nothing is changed by it."""

from __future__ import annotations

import gc
import traceback
from collections.abc import Iterator
from contextlib import contextmanager

import torch

from playground.engine import random_states
from playground.engine.preparation import is_out_of_memory
from playground.engine.state import TrainingState


def fitting_batch(state: TrainingState, error: BaseException) -> int | None:
    """The largest power of two below the batch of ``state`` with which a step fits into memory; 0 when none does, None
    where a step fails for another reason and nothing can be said.

    Tried by forward and backward passes; weights, buffers, optimizers and random numbers are as before. ``error`` is
    the one that said that memory ran out: what its frames hold on to is let go of first.
    """
    let_go(error)
    try:
        with _unchanged(state):
            for size in smaller_batches(min(state.samples.batch_size, state.samples.train_count)):
                fits = _fits(state, size)
                if fits is not False:
                    return size if fits else None
    except (RuntimeError, MemoryError):  # what the optimizer keeps is more than there is
        return 0
    return 0


def smaller_batches(batch: int) -> Iterator[int]:
    """Powers of two below ``batch``, the largest first."""
    size = 1 << max(0, batch - 1).bit_length() - 1 if batch > 1 else 0
    while size:
        yield size
        size //= 2


def let_go(error: BaseException) -> None:
    """Drop what was being computed when ``error`` was raised: its frames hold the activations of the whole step."""
    found: BaseException | None = error
    while found is not None:
        traceback.clear_frames(found.__traceback__)
        found = found.__cause__ or found.__context__


def _fits(state: TrainingState, size: int) -> bool | None:
    """Whether a step on ``size`` samples succeeds; None when it fails for another reason than memory."""
    _free(state.device)
    task = state.task
    task.at, task.only = (0, task.steps_in_turn - 1), ""  # the dearest step: every network learns in it
    try:
        task.step(state.samples.first(size))
    except (RuntimeError, MemoryError, ValueError) as error:
        let_go(error)
        return False if is_out_of_memory(error) else None
    return True


@contextmanager
def _unchanged(state: TrainingState) -> Iterator[None]:
    """Inside, steps move no weight; afterwards averages, random numbers and what the task counts are as before."""
    updaters, task = state.task.updaters, state.task
    for updater in updaters.by_name.values():
        updater.optimizer.zero_grad(set_to_none=True)
    _free(state.device)
    buffers = {name: tensor.clone() for name, tensor in state.module.named_buffers()}
    counted = dict(vars(task))
    try:
        with random_states.untouched(state.device), updaters.on_trial():
            yield
    finally:
        vars(task).update(counted)
        for name, tensor in state.module.named_buffers():
            tensor.copy_(buffers[name])
        _free(state.device)


def _free(device: torch.device) -> None:
    gc.collect()
    if device.type == "cuda":
        torch.cuda.empty_cache()
    elif device.type == "mps":
        torch.mps.empty_cache()
