"""From the description of an optimizer to torch's own, and its state by the names of the weights."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import torch
from torch import nn

from playground.core.project import TrainingSettings
from playground.training.optimizers import OPTIMIZERS


def build_optimizer(training: TrainingSettings, module: nn.Module, device: torch.device) -> torch.optim.Optimizer:
    """The optimizer of the settings over the parameters of ``module`` that train; it must already be on ``device``."""
    described = OPTIMIZERS[training.optimizer.type].model_validate(training.optimizer.params)
    call = described.call(training.learning_rate)
    kind = getattr(torch.optim, call.target.rpartition(".")[2])
    options: dict[str, Any] = dict(call.kwargs)
    if device.type in described.fused:
        options["fused"] = True
    made: torch.optim.Optimizer = kind([weight for _, weight in trained(module)], **options)
    return made


def trained(module: nn.Module) -> list[tuple[str, nn.Parameter]]:
    """Names and weights that training changes: all but the frozen ones, in the optimizer's order."""
    return [(name, weight) for name, weight in module.named_parameters() if weight.requires_grad]


def set_learning_rate(optimizer: torch.optim.Optimizer, value: float) -> None:
    for group in optimizer.param_groups:
        group["lr"] = value


def learning_rate(optimizer: torch.optim.Optimizer) -> float:
    return float(optimizer.param_groups[0]["lr"])


def state_tensors(optimizer: torch.optim.Optimizer, module: nn.Module) -> dict[str, torch.Tensor]:
    """The optimizer's memory as ``<weight>.<what>`` tensors (``conv1.weight.exp_avg``), on the CPU."""
    found: dict[str, torch.Tensor] = {}
    for name, parameter in trained(module):
        for key, value in optimizer.state.get(parameter, {}).items():
            if value is not None:
                found[f"{name}.{key}"] = torch.as_tensor(value).detach().cpu().contiguous()
    return found


def load_state_tensors(
    optimizer: torch.optim.Optimizer, module: nn.Module, tensors: Iterable[tuple[str, torch.Tensor]]
) -> None:
    """Take up what ``state_tensors`` gave. Raises ``ValueError`` for a tensor of no weight or of the wrong shape."""
    names = {name: (index, parameter) for index, (name, parameter) in enumerate(trained(module))}
    state: dict[int, dict[str, torch.Tensor]] = {}
    for full, tensor in tensors:
        name, _, key = full.rpartition(".")
        if name not in names:
            raise ValueError(f"the optimizer's {full!r} belongs to no weight")
        index, weight = names[name]
        if tensor.dim() > 0 and tensor.shape != weight.shape:
            raise ValueError(f"the optimizer's {full!r} has shape {tuple(tensor.shape)}, not {tuple(weight.shape)}")
        # laid out in memory like the weight: the fused step walks both side by side
        laid_out = torch.empty_like(weight.detach()).copy_(tensor) if tensor.dim() > 0 else tensor.clone()
        state.setdefault(index, {})[key] = laid_out
    if state:
        optimizer.load_state_dict({"state": state, "param_groups": optimizer.state_dict()["param_groups"]})
