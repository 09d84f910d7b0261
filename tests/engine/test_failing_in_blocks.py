"""What goes wrong inside a block while training is told by the layer's name and the path to it."""

from __future__ import annotations

import pytest
import torch
from blocks import with_block

from playground import protocol
from playground.core.blocks import locate
from playground.engine.loop import prepare, run


@pytest.mark.parametrize(("repeat", "inside"), [(1, "block1.dense1"), (2, "block1.1.dense1")])
def test_torch_refusing_a_layer_inside_a_block_names_it_and_its_network(repeat: int, inside: str) -> None:
    made = with_block(repeat)
    state = prepare(made)
    state.module.get_submodule(inside).weight = torch.nn.Parameter(torch.zeros(784, 3))
    failed = list(run(state))[-1]
    assert isinstance(failed, protocol.RunFailed)
    assert failed.message.startswith("Dense 1 of Part: ")
    assert failed.node is not None
    assert locate(made.networks, "Main", failed.node) == ("Part", "dense1")


def test_a_layer_inside_a_block_whose_numbers_overflow_is_named() -> None:
    state = prepare(with_block())
    with torch.no_grad():
        state.module.get_parameter("block1.dense1.weight").fill_(3e38)
    failed = list(run(state))[-1]
    assert isinstance(failed, protocol.RunFailed)
    assert "the output of Dense 1 of Part became " in failed.message
    assert failed.node == "block1.dense1"
