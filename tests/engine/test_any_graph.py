"""Any directed acyclic graph, and any cut of it: several inputs, several outputs, shared weights, blocks."""

from __future__ import annotations

import pytest
import torch
from networks import chain, node
from torch import nn

from playground.core.graph import Graph, Link
from playground.core.shape import Shape
from playground.engine.compiler import PENALTIES, compile_graph
from playground.engine.errors import CannotTrain
from playground.engine.tracing import failing_node, first_non_finite

IMAGE, VECTOR = Shape.image(2, 6, 6), Shape.vector(6)


def links(*pairs: str) -> tuple[Link, ...]:
    """``"a1 b1"`` links a1 to b1; ``"a1:left b1:query"`` names the ports."""
    found = []
    for pair in pairs:
        (source, _, out), (target, _, into) = (end.partition(":") for end in pair.split())
        found.append(Link(source=source, target=target, source_port=out or "out", target_port=into or "in"))
    return tuple(found)


@pytest.fixture
def diamond() -> Graph:
    """Two inputs; each through a Dense; their sum and one of them are both results."""
    return Graph(
        nodes=(
            node("Input", "input1", shape=[4]), node("Input", "input2", shape=[3]), node("Dense", "dense1", units=5),
            node("Dense", "dense2", units=5), node("Add"), node("ReLU"), node("Output", "output1"),
            node("Output", "output2"),
        ),
        links=links("input1 dense1", "input2 dense2", "dense1 add1", "dense2 add1", "add1 relu1", "relu1 output1",
                    "dense2 output2"),
    )  # fmt: skip


class TestSeveralInputsAndOutputs:
    def test_inputs_come_in_the_order_of_the_graph_and_outputs_in_that_of_its_outputs(self, diamond):
        module = compile_graph(diamond, None)
        a, b = torch.randn(7, 4), torch.randn(7, 3)
        both, second = module(a, b)
        one, two = module.get_submodule("dense1"), module.get_submodule("dense2")
        assert torch.equal(both, torch.relu(one(a) + two(b)))
        assert torch.equal(second, two(b))

    def test_one_output_may_be_asked_for_alone(self, diamond):
        module = compile_graph(diamond, None, "output2")
        assert [name for name, _ in module.named_children()] == ["dense2"]
        b = torch.randn(2, 3)
        assert torch.equal(module(b), module.get_submodule("dense2")(b))

    def test_several_layers_may_be_asked_for(self, diamond):
        module = compile_graph(diamond, None, ["add1", "dense1"])
        a, b = torch.randn(2, 4), torch.randn(2, 3)
        added, first = module(a, b)
        assert torch.equal(first, module.get_submodule("dense1")(a))
        assert torch.equal(added, first + module.get_submodule("dense2")(b))

    def test_without_outputs_every_end_is_a_result(self):
        graph = Graph(
            nodes=(node("Input"), node("Tanh"), node("Sigmoid")), links=links("input1 tanh1", "input1 sigmoid1")
        )
        x = torch.randn(3, 6)
        first, second = compile_graph(graph, VECTOR)(x)
        assert torch.equal(first, torch.tanh(x))
        assert torch.equal(second, torch.sigmoid(x))

    def test_a_layer_with_several_outputs_feeds_each_from_its_port(self):
        split = node("Split")
        ports = [port.name for port in split.output_ports]
        graph = Graph(
            nodes=(node("Input"), split, node("Tanh"), node("Subtract")),
            links=links(
                f"input1 {split.id}", f"{split.id}:{ports[1]} tanh1",
                f"{split.id}:{ports[0]} subtract1:{node('Subtract').input_ports[0].name}",
                f"tanh1 subtract1:{node('Subtract').input_ports[-1].name}",
            ) if len(node("Subtract").input_ports) > 1 else links(
                f"input1 {split.id}", f"{split.id}:{ports[1]} tanh1", f"{split.id}:{ports[0]} subtract1",
                "tanh1 subtract1",
            ),
        )  # fmt: skip
        x = torch.randn(4, 6)
        found = compile_graph(graph, VECTOR)(x)
        assert torch.equal(found, x[:, :3] - torch.tanh(x[:, 3:]))


class TestCuts:
    def test_a_cut_may_begin_behind_any_layer(self):
        graph = chain("Input", "Flatten", ("Dense", {"units": 8, "activation": "ReLU"}), ("Dense", {"units": 3}))
        torch.manual_seed(0)
        whole = compile_graph(graph, IMAGE)
        decoder = compile_graph(graph, IMAGE, inputs=["dense1"])
        decoder.load_state_dict({k: v for k, v in whole.state_dict().items() if k.startswith("dense2")})
        x = torch.randn(5, 2, 6, 6)
        hidden = torch.relu(whole.get_submodule("dense1")(x.flatten(1)))
        assert torch.equal(decoder(hidden), whole(x))
        assert [name for name, _ in decoder.named_children()] == ["dense2"]

    def test_head_and_tail_together_are_the_whole(self, diamond):
        torch.manual_seed(0)
        whole = compile_graph(diamond, None)
        head, tail = compile_graph(diamond, None, ["add1"]), compile_graph(diamond, None, "output1", inputs=["add1"])
        head.load_state_dict(whole.state_dict())
        a, b = torch.randn(2, 4), torch.randn(2, 3)
        assert torch.equal(tail(head(a, b)), whole(a, b)[0])

    def test_a_layer_that_is_not_there_is_named(self):
        with pytest.raises(CannotTrain, match="no layer 'dense9'"):
            compile_graph(chain("Input", "Flatten"), IMAGE, "dense9")

    def test_a_problem_beside_the_cut_does_not_matter(self):
        graph = Graph(
            nodes=(node("Input"), node("Flatten"), node("Dense", "dense1", units=0)),
            links=links("input1 flatten1", "flatten1 dense1"),
        )
        assert compile_graph(graph, IMAGE, "flatten1")(torch.zeros(2, 2, 6, 6)).shape == (2, 72)
        with pytest.raises(CannotTrain, match="units"):
            compile_graph(graph, IMAGE)

    def test_an_activation_that_others_read_is_not_left_out(self):
        graph = Graph(
            nodes=(node("Input"), node("Dense", "dense1", units=6, activation="Softmax"), node("Output", "output1"),
                   node("Dense", "dense2", units=2), node("Output", "output2")),
            links=links("input1 dense1", "dense1 output1", "dense1 dense2", "dense2 output2"),
        )  # fmt: skip
        module, x = compile_graph(graph, VECTOR, before_activation=True), torch.randn(3, 6)
        shares, scores = module(x)
        assert torch.equal(shares, torch.softmax(module.get_submodule("dense1")(x), 1))
        assert torch.equal(scores, module.get_submodule("dense2")(shares))


class TestWeights:
    def test_shared_weights_are_one_module_under_the_owners_name(self):
        graph = chain(
            "Input", ("Dense", {"units": 6}), "Tanh", ("Dense", {"units": 6, "shared_with": "dense1"})
        )  # fmt: skip
        module = compile_graph(graph, VECTOR)
        assert list(module.state_dict()) == ["dense1.weight", "dense1.bias"]
        x, dense = torch.randn(2, 6), module.get_submodule("dense1")
        assert torch.equal(module(x), dense(torch.tanh(dense(x))))

    def test_an_owner_outside_the_cut_still_gives_the_name(self):
        graph = Graph(
            nodes=(
                node("Input"),
                node("Dense", "dense1", units=6),
                node("Dense", "dense2", units=6, shared_with="dense1"),
            ),
            links=links("input1 dense1", "input1 dense2"),
        )
        assert list(compile_graph(graph, VECTOR, "dense2").state_dict()) == ["dense1.weight", "dense1.bias"]

    @pytest.mark.parametrize(
        ("initializer", "draw"),
        [
            ("glorot_uniform", nn.init.xavier_uniform_),
            ("glorot_normal", nn.init.xavier_normal_),
            ("he_uniform", lambda w: nn.init.kaiming_uniform_(w, nonlinearity="relu")),
            ("he_normal", lambda w: nn.init.kaiming_normal_(w, nonlinearity="relu")),
            ("orthogonal", nn.init.orthogonal_),
            ("normal", lambda w: nn.init.normal_(w, std=0.05)),
            ("zeros", nn.init.zeros_),
        ],
    )
    def test_first_weights_are_drawn_as_torch_draws_them(self, initializer, draw):
        torch.manual_seed(3)
        module = compile_graph(chain("Input", ("Dense", {"units": 4, "initializer": initializer})), VECTOR)
        torch.manual_seed(3)
        expected = nn.Linear(6, 4)
        draw(expected.weight)
        assert torch.equal(module.get_parameter("dense1.weight"), expected.weight)
        assert not module.get_parameter("dense1.bias").any()

    def test_frozen_weights_have_no_gradient(self):
        graph = chain("Input", ("Dense", {"units": 4, "frozen": True}), ("Dense", {"units": 2}))
        module = compile_graph(graph, VECTOR)
        module(torch.randn(3, 6)).sum().backward()
        assert {name for name, p in module.named_parameters() if p.grad is None} == {"dense1.weight", "dense1.bias"}

    def test_penalties_are_noted_by_submodule(self):
        graph = chain("Input", ("Dense", {"units": 4, "l1": 0.5}), ("Dense", {"units": 2, "l2": 0.25}), ("Dense", {}))
        assert compile_graph(graph, VECTOR).meta[PENALTIES] == {"dense1": (0.5, 0.0), "dense2": (0.0, 0.25)}


@pytest.fixture
def networks() -> dict[str, Graph]:
    """A residual network of Dense layers as a block."""
    inner = Graph(
        nodes=(node("Input"), node("Dense", "dense1", units=6, activation="Tanh"), node("Add"), node("Output")),
        links=links("input1 dense1", "dense1 add1", "input1 add1", "add1 output1"),
    )
    return {"Residual": inner}


def host(**params) -> Graph:
    block = node(
        "Block", "block1", network="Residual", input_names=["input1"], output_names=["output1"], **params
    )  # fmt: skip
    return Graph(
        nodes=(node("Input"), block, node("Dense", "dense1", units=2)),
        links=links("input1 block1:input1", "block1:output1 dense1"),
    )


class TestBlocks:
    def test_a_block_computes_its_network(self, networks):
        module = compile_graph(host(), VECTOR, networks=networks)
        assert list(module.state_dict()) == [
            "block1.dense1.weight", "block1.dense1.bias", "dense1.weight", "dense1.bias",
        ]  # fmt: skip
        x, inner, last = torch.randn(3, 6), module.get_submodule("block1.dense1"), module.get_submodule("dense1")
        assert torch.equal(module(x), last(torch.tanh(inner(x)) + x))

    def test_repeated_it_has_weights_for_each_time(self, networks):
        module = compile_graph(host(repeat=3), VECTOR, networks=networks)
        assert sum(p.numel() for p in module.parameters()) == 3 * 42 + 14
        x = torch.randn(3, 6)
        expected = x
        for number in range(3):
            expected = torch.tanh(module.get_submodule(f"block1.{number}.dense1")(expected)) + expected
        assert torch.equal(module(x), module.get_submodule("dense1")(expected))

    def test_repeated_with_shared_weights_it_has_one_set(self, networks):
        module = compile_graph(host(repeat=3, weights="shared"), VECTOR, networks=networks)
        assert sum(p.numel() for p in module.parameters()) == 42 + 14
        x, inner = torch.randn(3, 6), module.get_submodule("block1.dense1")
        expected = x
        for _ in range(3):
            expected = torch.tanh(inner(expected)) + expected
        assert torch.equal(module(x), module.get_submodule("dense1")(expected))

    def test_blocks_stand_in_blocks(self, networks):
        outer = Graph(
            nodes=(node("Input"), host(repeat=2).by_id["block1"], node("Output")),
            links=links("input1 block1:input1", "block1:output1 output1"),
        )
        block = node("Block", "block1", network="Outer", input_names=["input1"], output_names=["output1"])
        graph = Graph(nodes=(node("Input"), block), links=links("input1 block1:input1"))
        module = compile_graph(graph, VECTOR, networks={**networks, "Outer": outer})
        assert "block1.block1.1.dense1.weight" in module.state_dict()

    def test_a_network_cannot_stand_in_itself(self, networks):
        looped = {"Residual": networks["Residual"].replace(nodes=(*networks["Residual"].nodes, host().by_id["block1"]),
                  links=(*networks["Residual"].links, *links("add1 block1:input1")))}  # fmt: skip
        with pytest.raises(CannotTrain, match="problem inside"):
            compile_graph(host(), VECTOR, networks=looped)


class TestErrorsNameTheirLayer:
    def test_in_a_block_the_path_leads_to_the_layer(self, networks):
        module = compile_graph(host(), VECTOR, networks=networks)
        module.get_submodule("block1.dense1").weight = nn.Parameter(torch.zeros(6, 5))
        with pytest.raises(RuntimeError) as raised:
            module(torch.zeros(2, 6))
        assert failing_node(module, raised.value) == "block1.dense1"

    def test_in_a_repetition_too(self, networks):
        module = compile_graph(host(repeat=2), VECTOR, networks=networks)
        module.get_submodule("block1.1.dense1").weight = nn.Parameter(torch.zeros(6, 5))
        with pytest.raises(RuntimeError) as raised:
            module(torch.zeros(2, 6))
        assert failing_node(module, raised.value) == "block1.dense1"

    def test_the_first_layer_with_numbers_gone_wrong_is_found_inside_a_block(self, networks):
        module = compile_graph(host(repeat=2), VECTOR, networks=networks)
        assert first_non_finite(module, torch.zeros(2, 6)) is None
        with torch.no_grad():
            module.get_parameter("block1.1.dense1.weight").fill_(float("nan"))
        assert first_non_finite(module, torch.zeros(2, 6)) == "block1.dense1"
