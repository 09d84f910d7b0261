"""Layers of every kind train in the loop and appear in the gradient plot under their names."""

from __future__ import annotations

from networks import chain, project

from playground import protocol
from playground.engine.loop import prepare, run


def events(found):
    return list(run(prepare(found, device="cpu")))


def test_a_learned_activation_has_a_curve_of_its_own():
    graph = chain("Input", "Flatten", ("Dense", {"units": 8, "activation": "PReLU"}), ("Dense", {"units": 10}))
    told = events(project(graph, data={"limit": 64}, epochs=1))
    started = told[0]
    assert isinstance(started, protocol.RunStarted)
    assert started.layers == {"dense1": "Dense 1", "dense1__activation": "Dense 1 activation", "dense2": "Dense 2"}
    assert isinstance(told[-1], protocol.RunFinished)


def test_frozen_layers_have_none_and_keep_their_weights():
    graph = chain("Input", "Flatten", ("Dense", {"units": 8, "frozen": True}), "ReLU", ("Dense", {"units": 10}))
    state = prepare(project(graph, data={"limit": 64}, epochs=1), device="cpu")
    before = {name: tensor.clone() for name, tensor in state.module.state_dict().items()}
    told = list(run(state))
    assert set(told[0].layers) == {"dense2"}
    after = state.module.state_dict()
    assert {name for name in after if (after[name] == before[name]).all()} == {"dense1.weight", "dense1.bias"}
