"""Networks made to die, to vanish, to explode and to saturate are told so, with the number; others are not."""

from __future__ import annotations

import pytest
import torch
from blocks import with_block
from networks import chain, project

from playground.core.graph import Graph
from playground.engine.lenses.flow import flow_seen
from playground.engine.lenses.health import DEAD, Facts, judged
from playground.engine.loop import prepare
from playground.engine.state import TrainingState
from playground.protocol import LayerHealth


def state_of(graph: Graph, batch: int = 64) -> TrainingState:
    return prepare(project(graph, data={"limit": 400}, batch_size=batch), device="cpu")


def health(state: TrainingState) -> dict[str, LayerHealth]:
    with state.evaluating():
        return flow_seen(state, "Classifier", min(64, 4 * state.samples.batch_size)).layers


def deep(activation: str, layers: int = 10) -> Graph:
    hidden = [("Dense", {"units": 50, "activation": activation})] * layers
    return chain("Input", "Flatten", *hidden, ("Dense", {"units": 10, "activation": "Softmax"}))


def test_an_ordinary_network_is_well() -> None:
    graph = chain(
        "Input", ("Conv2D", {"filters": 16, "kernel": 3, "activation": "ReLU"}), "Flatten",
        ("Dense", {"units": 128, "activation": "ReLU"}), ("Dense", {"units": 10, "activation": "Softmax"}),
    )  # fmt: skip
    assert {layer.trouble for layer in health(state_of(graph)).values()} == {""}


def test_units_with_a_large_negative_bias_never_fire() -> None:
    state = state_of(deep("ReLU", 2))
    bias = state.networks["Classifier"].get_parameter("dense2.bias")
    with torch.no_grad():
        bias[:29] = -1e4
    x = state.samples.first(64)[0]
    with torch.inference_mode():
        first = torch.relu(state.networks["Classifier"].get_submodule("dense1")(x.flatten(1)))
        fires = (torch.relu(state.networks["Classifier"].get_submodule("dense2")(first)) > 0).any(0)
    part = 100 * float(1 - fires.float().mean())
    assert 58 <= part < 100
    found = health(state)["dense2"]
    assert found.trouble == "dead"
    assert found.message == f"{part:.0f} % of its units never fire on 64 samples."
    assert "Leaky ReLU" in found.hint


def test_of_a_layer_without_weights_the_units_die_too() -> None:
    graph = chain("Input", "Flatten", ("Dense", {"units": 20}), "ReLU", ("Dense", {"units": 10}))
    state = state_of(graph)
    with torch.no_grad():
        state.networks["Classifier"].get_parameter("dense1.bias")[:] = -1e4
    found = health(state)
    assert found["relu1"].message == "100 % of its units never fire on 64 samples."
    assert found["relu1"].gradient is None
    # no gradient comes through dead units
    assert found["dense1"].trouble == "vanishing"
    assert found["dense1"].gradient == 0
    assert found["dense1"].message == "no gradient comes back to it, while Dense 2 learns."


def test_of_too_few_samples_nothing_is_said_about_dead_units() -> None:
    state = state_of(deep("ReLU", 2), batch=2)  # eight of them go through
    with torch.no_grad():
        state.networks["Classifier"].get_parameter("dense2.bias")[:] = -1e4
    assert health(state)["dense2"].trouble != "dead"


def test_gradients_vanish_in_a_deep_sigmoid_network() -> None:
    found = health(state_of(deep("Sigmoid")))
    first, last = found["dense1"], found["dense11"]
    assert (first.trouble, last.trouble) == ("vanishing", "")
    assert first.gradient is not None
    assert last.gradient is not None
    ratio = max(layer.gradient or 0 for layer in found.values()) / first.gradient
    assert ratio > 1e6
    assert first.message.startswith(f"its gradient is {float(f'{ratio:.0e}'):,.0f} times smaller than that of Dense"), (
        ratio
    )
    assert "ReLU" in first.hint


def test_gradients_explode_in_a_network_with_large_weights() -> None:
    state = state_of(deep("Tanh", 20))
    with torch.no_grad():
        for name, weight in state.networks["Classifier"].named_parameters():
            if name.endswith("weight") and not name.startswith("dense21"):
                weight.mul_(30)
    found = health(state)
    gradients = {path: layer.gradient or 0.0 for path, layer in found.items()}
    assert gradients["dense2"] > 1e3 * sorted(gradients.values())[10]
    assert found["dense2"].trouble == "exploding"
    assert found["dense2"].message.endswith("times that of the other layers.")
    # where gradients are ordinary, the numbers lie at the ends of tanh
    assert found["dense20"].trouble == "saturated"
    assert 50 <= int(found["dense20"].message.split()[0]) <= 100
    assert found["dense21"].trouble == ""


def test_a_gradient_that_is_not_finite_is_told() -> None:
    state = state_of(deep("ReLU", 2))
    with torch.no_grad():
        state.networks["Classifier"].get_parameter("dense1.weight")[0, :] = torch.inf
    found = health(state)
    assert found["dense1"].trouble == "exploding"
    assert found["dense1"].message == "its gradient is not finite."


def test_inside_blocks_layers_have_paths_and_each_repetition_its_weights() -> None:
    made = with_block(repeat=2)
    made = made.replace(data=made.data.replace(limit=200), training=made.training.replace(device="cpu"))
    state = prepare(made)
    with state.evaluating():
        found = flow_seen(state, "Main", 64)
    paths = set(found.layers)
    inner = {path for path in paths if path.startswith("block1.")}
    assert {path.split(".")[1] for path in inner} >= {"0", "1"}
    named = dict(state.networks["Main"].named_parameters())
    for path in inner:
        if found.layers[path].weight is not None:
            own = torch.cat([weight.flatten() for name, weight in named.items() if name.startswith(f"{path}.")])
            assert found.layers[path].weight == pytest.approx(float(own.detach().square().mean().sqrt()), rel=1e-5)
    assert {path for path in found.links if "." in path}


# --- the rules by themselves -----------------------------------------------------------------------------------------


def facts(gradient: float, weight: float = 0.1, **more: object) -> Facts:
    return Facts("Some", gradient, weight, None, compared=True, **more)  # type: ignore[arg-type]


def trouble(*layers: Facts) -> list[str]:
    return [found.trouble for found in judged(dict(zip("abcdefg", layers, strict=False)), 64).values()]


def test_a_small_gradient_alone_is_no_trouble() -> None:
    assert trouble(facts(1e-9), facts(2e-9), facts(1e-9)) == ["", "", ""]  # all has been learned
    assert trouble(facts(1e-9), facts(1e-2), facts(1e-2)) == ["vanishing", "", ""]
    assert trouble(facts(1e-2), facts(1e4), facts(1e4)) == ["", "", ""]  # it moves enough for itself


def test_a_large_gradient_is_trouble_where_it_is_larger_than_the_weights() -> None:
    assert trouble(facts(5.0), facts(1e-3), facts(1e-3)) == ["exploding", "", ""]
    assert trouble(facts(5.0, 10.0), facts(1e-3), facts(1e-3)) == ["", "", ""]


def test_a_layer_alone_or_a_norm_is_not_compared() -> None:
    assert trouble(facts(1e-12)) == [""]
    assert trouble(Facts("Norm", 1e-12, 1.0), facts(1.0, 10.0)) == ["", ""]


def test_the_ends_of_a_picture_are_no_trouble() -> None:
    assert trouble(facts(0.1, saturated=0.9), facts(0.1, saturated=0.9, last=True)) == ["saturated", ""]
    assert trouble(facts(0.1, dead=DEAD - 0.01), facts(0.1, dead=DEAD)) == ["", "dead"]
