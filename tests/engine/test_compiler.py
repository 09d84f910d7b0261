"""The compiled network computes what is drawn: torch by hand is the judge."""

from __future__ import annotations

import pytest
import torch
from networks import chain, node
from torch import nn

from playground.core.graph import Graph, Link
from playground.core.layer import Call
from playground.core.shape import Shape
from playground.engine.compiler import compile_graph, resolve
from playground.engine.errors import CannotTrain
from playground.engine.tracing import failing_node, first_non_finite

IMAGE = Shape.image(1, 8, 8)


def links(*pairs: str) -> tuple[Link, ...]:
    """``"a1 b1"`` is a link from a1 to b1."""
    return tuple(Link(source=pair.split()[0], target=pair.split()[1]) for pair in pairs)


@pytest.fixture
def residual() -> Graph:
    """An image through two convolutions beside a skip, summed; that beside a pooled branch, joined; then Dense."""
    return Graph(
        nodes=(
            node("Input"),
            node("Conv2D", "conv1", filters=4, padding="same", activation="ReLU"),
            node("Conv2D", "conv2", filters=4, padding="same"),
            node("Add"),
            node("AvgPool2D", "pool1", size=3, stride=1, padding=1),
            node("Concatenate"),
            node("Flatten"),
            node("Dense", "dense1", units=5, activation="Softmax"),
        ),
        links=links(
            "input1 conv1", "conv1 conv2", "conv2 add1", "conv1 add1", "conv1 pool1", "pool1 concat1", "add1 concat1",
            "concat1 flatten1", "flatten1 dense1",
        ),
    )  # fmt: skip


def by_hand(module: nn.Module, x: torch.Tensor) -> torch.Tensor:
    """``residual`` up to its scores, written out with the module's own weights."""
    weights = module.state_dict()
    conv = nn.functional.conv2d
    first = torch.relu(conv(x, weights["conv1.weight"], weights["conv1.bias"], padding=1))
    second = conv(first, weights["conv2.weight"], weights["conv2.bias"], padding=1)
    pooled = nn.functional.avg_pool2d(first, 3, stride=1, padding=1)
    joined = torch.cat([pooled, second + first], dim=1).flatten(1)
    return joined @ weights["dense1.weight"].T + weights["dense1.bias"]


def test_branches_and_merges_run_as_drawn(residual: Graph) -> None:
    module = compile_graph(residual, IMAGE)
    x = torch.rand(3, 1, 8, 8)
    torch.testing.assert_close(module(x), torch.softmax(by_hand(module, x), dim=1))


def test_the_training_cut_gives_the_scores_before_the_softmax(residual: Graph) -> None:
    module = compile_graph(residual, IMAGE, before_activation=True)
    x = torch.rand(3, 1, 8, 8)
    torch.testing.assert_close(module(x), by_hand(module, x))


@pytest.mark.parametrize("last", ["Softmax", "Sigmoid"])
def test_a_separate_last_activation_is_left_out_like_a_field(last: str) -> None:
    torch.manual_seed(1)
    field = compile_graph(
        chain("Input", "Flatten", ("Dense", {"units": 3, "activation": last})), IMAGE, before_activation=True
    )
    torch.manual_seed(1)
    layer = compile_graph(chain("Input", "Flatten", ("Dense", {"units": 3}), last), IMAGE, before_activation=True)
    x = torch.rand(2, 1, 8, 8)
    assert torch.equal(field(x), layer(x))
    assert torch.equal(field(x), nn.functional.linear(x.flatten(1), *field.state_dict().values()))


def test_only_the_last_activation_is_left_out() -> None:
    graph = chain("Input", "Flatten", ("Dense", {"units": 3, "activation": "Sigmoid"}), "Softmax")
    x = torch.rand(2, 1, 8, 8)
    scores = compile_graph(graph, IMAGE, before_activation=True)(x)
    assert bool(((scores > 0) & (scores < 1)).all())


def test_weights_carry_the_ids_of_their_nodes(residual: Graph) -> None:
    names = set(compile_graph(residual, IMAGE).state_dict())
    assert names == {f"{layer}.{part}" for layer in ("conv1", "conv2", "dense1") for part in ("weight", "bias")}


def test_a_cut_builds_the_ancestors_of_its_output_and_nothing_else(residual: Graph) -> None:
    module = compile_graph(residual, IMAGE, "pool1")
    assert {name for name, _ in module.named_children()} == {"conv1", "conv1__activation", "pool1"}
    assert module(torch.rand(2, 1, 8, 8)).shape == (2, 4, 8, 8)


def test_the_same_seed_builds_the_same_weights(residual: Graph) -> None:
    torch.manual_seed(4)
    first = compile_graph(residual, IMAGE).state_dict()
    torch.manual_seed(4)
    second = compile_graph(residual, IMAGE).state_dict()
    assert all(torch.equal(first[name], second[name]) for name in first)


def test_inputs_of_concatenate_come_in_the_order_of_their_links() -> None:
    graph = Graph(
        nodes=(node("Input"), node("ReLU"), node("Tanh"), node("Concatenate")),
        links=links("input1 relu1", "input1 tanh1", "tanh1 concat1", "relu1 concat1"),
    )
    x = torch.randn(2, 4)
    assert torch.equal(compile_graph(graph, Shape.vector(4))(x), torch.cat([x.tanh(), x.relu()], 1))


def test_an_error_while_running_names_the_layer(residual: Graph) -> None:
    module = compile_graph(residual, IMAGE)
    with pytest.raises(RuntimeError) as wide:
        module(torch.rand(2, 1, 8, 9))
    assert failing_node(module, wide.value) == "dense1"
    with pytest.raises(RuntimeError) as channels:
        module(torch.rand(2, 3, 8, 8))
    assert failing_node(module, channels.value) == "conv1"
    assert failing_node(module, RuntimeError("elsewhere")) is None


def test_an_error_in_a_function_names_its_layer_too() -> None:
    graph = Graph(
        nodes=(node("Input", "input1", shape=[4]), node("Input", "input2", shape=[4]), node("Add")),
        links=links("input1 add1", "input2 add1"),
    )
    module = compile_graph(graph, Shape.vector(4))
    with pytest.raises(RuntimeError) as error:
        module(torch.rand(2, 4), torch.rand(2, 5))
    assert failing_node(module, error.value) == "add1"


def test_the_first_layer_with_a_nan_is_found(residual: Graph) -> None:
    module, x = compile_graph(residual, IMAGE), torch.rand(2, 1, 8, 8)
    assert first_non_finite(module, x) is None
    with torch.no_grad():
        module.get_submodule("conv2").weight[0, 0, 0, 0] = float("nan")
    assert first_non_finite(module, x) == "conv2"


def test_a_graph_with_a_problem_is_refused_with_its_place() -> None:
    with pytest.raises(CannotTrain) as error:
        compile_graph(chain("Input", ("Dense", {"units": 3})), IMAGE)
    assert error.value.node == "dense1"
    assert "takes a vector" in error.value.message
    assert "Flatten" in error.value.hint


def test_an_output_that_is_not_there_is_refused_by_name() -> None:
    with pytest.raises(CannotTrain, match="'conv7'"):
        compile_graph(chain("Input", "Flatten"), IMAGE, "conv7")


@pytest.mark.parametrize(
    "call",
    [
        Call("os.system", ("true",), function=True),
        Call("torch.load", ("x",)),
        Call("torch.nn.functional.relu"),
        Call("torch.nn.Linear", function=True),
        Call("torch.hub.load", function=True),
        Call("torch.nn.NoSuchLayer"),
        Call("playground.engine.modules.reduce.__globals__"),
    ],
)
def test_a_call_reaches_layers_and_functions_of_torch_only(call: Call) -> None:
    with pytest.raises(CannotTrain):
        resolve(call)
