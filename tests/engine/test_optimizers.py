"""Every optimizer steps as torch's plain one does, and remembers across saving."""

from __future__ import annotations

import pytest
import torch
from torch import nn

from playground.core.project import OptimizerSettings, TrainingSettings
from playground.engine.optimizers import build_optimizer, load_state_tensors, state_tensors
from playground.training.optimizers import OPTIMIZERS

PARAMS = {"SGD": {"momentum": 0.9, "nesterov": True}, "RMSprop": {"momentum": 0.5}, "AdamW": {"beta1": 0.8}}
CPU = torch.device("cpu")


def model() -> nn.Sequential:
    torch.manual_seed(0)
    return nn.Sequential(nn.Conv2d(2, 3, 2), nn.Flatten(), nn.Linear(12, 4)).to(memory_format=torch.channels_last)  # type: ignore[call-overload, no-any-return]


def settings(name: str) -> TrainingSettings:
    return TrainingSettings(optimizer=OptimizerSettings(type=name, params=PARAMS.get(name, {})), learning_rate=0.02)


def step(net: nn.Module, optimizer: torch.optim.Optimizer, times: int) -> None:
    x = torch.linspace(-1, 1, 5 * 18).reshape(5, 2, 3, 3)
    for _ in range(times):
        optimizer.zero_grad()
        net(x).square().sum().backward()
        optimizer.step()


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_steps_are_those_of_torchs_plain_optimizer(name: str) -> None:
    ours, plain = model(), model()
    optimizer = build_optimizer(settings(name), ours, CPU)
    call = OPTIMIZERS[name].model_validate(PARAMS.get(name, {})).call(0.02)
    reference = getattr(torch.optim, call.target.rpartition(".")[2])(plain.parameters(), foreach=False, **call.kwargs)
    step(ours, optimizer, 5)
    step(plain, reference, 5)
    for mine, theirs in zip(ours.parameters(), plain.parameters(), strict=True):
        torch.testing.assert_close(mine, theirs, rtol=1e-4, atol=1e-6)


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_its_memory_can_be_put_away_and_taken_up(name: str) -> None:
    straight, broken = model(), model()
    optimizer = build_optimizer(settings(name), straight, CPU)
    step(straight, optimizer, 6)
    first = build_optimizer(settings(name), broken, CPU)
    step(broken, first, 3)
    kept = {key: tensor.clone() for key, tensor in state_tensors(first, broken).items()}
    second = build_optimizer(settings(name), broken, CPU)
    load_state_tensors(second, broken, kept.items())
    step(broken, second, 3)
    assert all(torch.equal(a, b) for a, b in zip(straight.parameters(), broken.parameters(), strict=True))


def test_memory_of_another_network_is_refused_by_name() -> None:
    net = model()
    optimizer = build_optimizer(settings("Adam"), net, CPU)
    with pytest.raises(ValueError, match=r"9\.weight\.exp_avg"):
        load_state_tensors(optimizer, net, [("9.weight.exp_avg", torch.zeros(2))])
    with pytest.raises(ValueError, match="has shape"):
        load_state_tensors(optimizer, net, [("2.bias.exp_avg", torch.zeros(9))])
