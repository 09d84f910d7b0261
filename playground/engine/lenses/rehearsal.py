"""A training step of which nothing remains but what was to be seen: what each layer gave, and what came back to it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from typing import Any

import torch
from torch import Tensor, fx, nn

from playground.engine import random_states
from playground.engine.freezing import train
from playground.engine.lenses.capture import Recorder
from playground.engine.state import TrainingState

Outputs = dict[str, tuple[Tensor, ...]]


@dataclass
class Rehearsed:
    """``passes``: for each time that the network was fed with samples or noise what its layers gave, by path; of a
    tensor that the loss depends on, ``grad`` is the loss's gradient. ``gradients``: that of each weight, by its name.
    """

    passes: list[Outputs] = field(default_factory=list)
    gradients: dict[str, Tensor] = field(default_factory=dict)


def rehearse(state: TrainingState, network: str, count: int) -> Rehearsed:
    """The next step as the task would take it, on the first ``count`` training samples.

    The random numbers (dropout, noise, augmentation) are the same at every look. Weights, gradients, buffers, modes,
    optimizers, what the task counts and the run's random numbers are as before; nothing is compiled.
    """
    found, task = Rehearsed(), state.task
    with ExitStack() as inside:
        inside.enter_context(random_states.untouched(state.device))
        inside.enter_context(_with_gradients(state))
        for updater in task.updaters.by_name.values():
            inside.enter_context(updater.looked_at())
        if state.project.training.compiled:
            inside.enter_context(torch.compiler.set_stance("force_eager"))
        inside.enter_context(_recorded(state, network, found))
        if task.steps_in_turn > 1:
            task.at = (0, task.steps_in_turn - 1)  # the step in which every network learns
        task.only = ""
        torch.manual_seed(random_states.derived_seed(state.project.training.seed, "shown"))
        task.step(state.samples.first(count))
    return found


@contextmanager
def _with_gradients(state: TrainingState) -> Iterator[None]:
    """As in training, and afterwards as it was: modes, gradients, averages, what the task counts."""
    modes = {module: module.training for module in state.module.modules()}
    counted = dict(vars(state.task))
    with torch.inference_mode(False), torch.enable_grad():
        buffers = {name: tensor.clone() for name, tensor in state.module.named_buffers()}
        gradients = [(weight, weight.grad) for weight in state.module.parameters()]
        try:
            for weight, _ in gradients:
                weight.grad = None
            for network in state.networks.values():
                train(network)
            yield
        finally:
            for weight, gradient in gradients:
                weight.grad = gradient
            with torch.no_grad():
                for name, tensor in state.module.named_buffers():
                    tensor.copy_(buffers[name])
            for module, mode in modes.items():
                module.training = mode
            vars(state.task).update(counted)


@contextmanager
def _recorded(state: TrainingState, network: str, found: Rehearsed) -> Iterator[None]:
    """Inside, the task's own calls of ``network``, or of cuts of it, are noted in ``found``, and its gradients."""
    whole = state.networks[network]
    modules = _and_cuts(whole, state.task)
    hooks = [
        weight.register_post_accumulate_grad_hook(_keeping(found.gradients, name))
        for name, weight in whole.named_parameters() if weight.requires_grad
    ]  # fmt: skip
    for module in modules:
        module.__dict__["forward"] = _recording(module, found.passes)
    try:
        yield
    finally:
        for module in modules:
            del module.__dict__["forward"]
        for hook in hooks:
            hook.remove()


def _and_cuts(whole: fx.GraphModule, task: object) -> list[fx.GraphModule]:
    """``whole``, and all modules of the task that share layers with it."""
    layers = {id(layer) for layer in whole.children()}
    values = [getattr(value, "_orig_mod", value) for value in vars(task).values() if isinstance(value, nn.Module)]
    modules = {id(module): module for module in (whole, *values) if isinstance(module, fx.GraphModule)}
    return [
        module for module in modules.values()
        if module is whole or any(id(layer) in layers for layer in module.children())
    ]  # fmt: skip


def _keeping(gradients: dict[str, Tensor], name: str) -> Any:
    def keep(weight: Tensor) -> None:
        if weight.grad is not None:
            gradients[name] = weight.grad

    return keep


def _recording(module: fx.GraphModule, passes: list[Outputs]) -> Any:
    """The forward of ``module`` that notes what its layers give where it learns from what it is fed.

    A pass that only hands a gradient on to another network (a discriminator's, while the generator learns), or that
    asks for the slope at what it is fed, is not one of those.
    """

    def forward(*given: Tensor) -> Any:
        if not torch.is_grad_enabled() or any(x.requires_grad for x in given):
            return type(module).forward(module, *given)
        recorder = Recorder(module, attends=False)
        result = recorder.run(*given)
        for tensors in recorder.found.values():
            for tensor in tensors:
                if tensor.requires_grad:
                    tensor.retain_grad()
        passes.append(recorder.found)
        return result

    return forward
