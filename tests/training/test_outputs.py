"""What the end of a network gives: its layer, its activation, and whether that can be read as probabilities."""

from __future__ import annotations

import pytest
from networks import chain, project

from playground.core.graph import Graph, Link, Node
from playground.training.outputs import (
    activated_before,
    final_activation,
    gives_probabilities,
    output_node,
    units_before,
)

TEN = ("Dense", {"units": 10})


@pytest.mark.parametrize(
    ("tail", "expected"),
    [
        ([TEN], None),
        ([TEN, "Softmax"], "softmax"),
        ([TEN, "LogSoftmax"], "log_softmax"),
        ([TEN, "Softmax", "Output"], "softmax"),
        ([("Dense", {"units": 10, "activation": "LogSoftmax"}), "Output"], "log_softmax"),
        ([TEN, "Output"], None),
        ([("Dense", {"units": 10, "activation": "Sigmoid"})], "sigmoid"),
        ([TEN, "Softmax", "Dropout"], None),
        ([("Dense", {"units": "x"})], None),
    ],
)
def test_the_last_activation(tail: list[object], expected: str | None) -> None:
    assert final_activation(chain("Input", "Flatten", *tail)) == expected  # type: ignore[arg-type]


def test_a_network_without_one_end_has_no_last_activation() -> None:
    assert final_activation(Graph()) is None


def test_an_output_at_the_end_changes_nothing() -> None:
    bare = chain("Input", "Flatten", ("Dense", {"units": 10, "activation": "Softmax"}))
    marked = chain("Input", "Flatten", ("Dense", {"units": 10, "activation": "Softmax"}), "Output")
    for graph in (bare, marked):
        end = output_node(graph)
        assert end is not None and end.id == "dense1"
        assert units_before(graph, graph.nodes[-1]) is graph.by_id["dense1"]
        assert activated_before(graph, graph.nodes[-1], "cross_entropy") is None


def test_an_output_says_which_layer_gives_the_result_where_two_could() -> None:
    graph = chain("Input", "Flatten", TEN, "Output")
    loose = Node(id="relu1", type="ReLU")
    link = Link(source="flatten1", target="relu1")
    end = output_node(graph.replace(nodes=(*graph.nodes, loose), links=(*graph.links, link)))
    assert end is not None and end.id == "dense1"


def test_an_output_of_one_of_several_parts_is_the_end_itself() -> None:
    graph = chain("Input", "Flatten", "Split")
    output = Node(id="output1", type="Output")
    link = Link(source="split1", target="output1", source_port="part2")
    end = output_node(graph.replace(nodes=(*graph.nodes, output), links=(*graph.links, link)))
    assert end is not None and end.id == "output1"


def test_an_output_that_nothing_feeds_has_no_activation() -> None:
    assert final_activation(chain("Output")) is None


def test_softmax_twice_is_found_behind_an_output_too() -> None:
    graph = chain("Input", "Flatten", ("Dense", {"units": 10, "activation": "Softmax"}), "Softmax", "Output")
    found = activated_before(graph, graph.nodes[-1], "cross_entropy")
    assert found is not None and (found[0].id, found[1]) == ("dense1", "softmax")


@pytest.mark.parametrize(
    ("loss", "activation", "expected"),
    [
        ("cross_entropy", "Linear", True),
        ("binary_cross_entropy", "Linear", True),
        ("mean_squared_error", "Linear", False),
        ("mean_absolute_error", "Linear", False),
        ("mean_squared_error", "Softmax", True),
        ("mean_squared_error", "LogSoftmax", True),
        ("mean_absolute_error", "Sigmoid", True),
        ("mean_squared_error", "Tanh", False),
        ("magic", "Linear", False),
    ],
)
def test_only_what_was_squeezed_is_a_probability(loss: str, activation: str, expected: bool) -> None:
    graph = chain("Input", "Flatten", ("Dense", {"units": 10, "activation": activation}))
    assert gives_probabilities(project(graph, loss=loss), "Classifier") is expected
