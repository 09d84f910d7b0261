from __future__ import annotations

import pytest
from networks import chain, node

from playground.core.graph import Graph, Link, Node
from playground.core.infer import infer
from playground.core.shape import Shape

IMAGE = Shape.image(1, 28, 28)
MNIST_CNN = (
    "Input",
    ("Conv2D", {"filters": 32, "kernel": 3, "activation": "ReLU"}),
    ("MaxPool2D", {"size": 2}),
    ("Conv2D", {"filters": 64, "kernel": 3, "activation": "ReLU"}),
    ("MaxPool2D", {"size": 2}),
    "Flatten",
    ("Dense", {"units": 64, "activation": "ReLU"}),
    ("Dense", {"units": 10, "activation": "Softmax"}),
)


def only(graph: Graph, shape: Shape | None = IMAGE):
    """The one problem of ``graph``."""
    problems = infer(graph, "Net", shape).problems
    assert len(problems) == 1, [str(p) for p in problems]
    return problems[0]


def test_the_textbook_network_has_the_textbooks_shapes_and_counts():
    result = infer(chain(*MNIST_CNN), "Net", IMAGE)
    assert result.ok
    assert not result.problems
    names = ("conv1", "pool1", "conv2", "pool2", "flatten1", "dense1", "dense2")
    assert [str(result.facts[name].shape) for name in names] == [
        "32 × 26 × 26", "32 × 13 × 13", "64 × 11 × 11", "64 × 5 × 5", "1,600", "64", "10",
    ]  # fmt: skip
    # 320 + 18,496 + 102,464 + 650, as every course prints it
    assert [result.facts[n].parameters for n in ("conv1", "conv2", "dense1", "dense2")] == [320, 18_496, 102_464, 650]
    assert result.parameters == 121_930
    # 26·26·32·9 + 11·11·64·32·9 + 1600·64 + 64·10
    assert result.multiply_adds == 194_688 + 2_230_272 + 102_400 + 640


def test_a_branch_and_a_merge_run_as_drawn():
    graph = Graph(
        nodes=(node("Input"), node("Conv2D", filters=4, padding="same"), node("ReLU"), node("Concatenate")),
        links=(
            Link(source="input1", target="conv1"),
            Link(source="conv1", target="relu1"),
            Link(source="relu1", target="concat1"),
            Link(source="input1", target="concat1"),
        ),
    )
    result = infer(graph, "Net", IMAGE)
    assert result.facts["concat1"].inputs == (Shape.image(4, 28, 28), Shape.image(1, 28, 28))
    assert result.facts["concat1"].shape == Shape.image(5, 28, 28)


def test_a_shape_that_does_not_fit_says_what_was_found_and_what_to_do():
    problem = only(chain("Input", ("Dense", {"units": 3})))
    assert (problem.code, problem.network, problem.node) == ("shape", "Net", "dense1")
    assert (
        str(problem)
        == "Dense 1: gets 1 × 28 × 28; a Dense layer takes a vector or a sequence. Put a Flatten before it."
    )


def test_layers_behind_a_problem_are_not_reported_again():
    result = infer(chain("Input", "Dense", "Dense", "Dense"), "Net", IMAGE)
    assert [problem.node for problem in result.problems] == ["dense1"]
    assert result.facts["dense3"].shape is None


def test_an_unconnected_input_is_named():
    problem = only(Graph(nodes=(node("Dense"),)))
    assert (problem.code, problem.node) == ("unconnected", "dense1")
    assert "not connected" in problem.message


def test_a_merge_of_one_is_named():
    problem = only(chain("Input", "Add"))
    assert (problem.code, problem.message) == ("unconnected", "Add 1: needs at least two inputs, has 1.")


def test_two_links_into_one_input_are_named():
    graph = Graph(
        nodes=(node("Input"), node("ReLU"), node("Tanh")),
        links=(
            Link(source="input1", target="relu1"),
            Link(source="input1", target="tanh1"),
            Link(source="relu1", target="tanh1"),
        ),
    )
    assert only(graph).code == "too-many-links"


@pytest.mark.parametrize(
    "link",
    [
        Link(source="input1", target="relu1", source_port="left"),
        Link(source="input1", target="relu1", target_port="left"),
    ],
)
def test_a_port_that_does_not_exist_is_named(link):
    graph = Graph(nodes=(node("Input"), node("ReLU")), links=(link,))
    problem = infer(graph, "Net", IMAGE).problems[0]
    assert problem.node == "relu1"
    assert problem.code in {"unknown-port", "unconnected"}


def test_a_cycle_is_one_problem_that_names_its_layers_and_not_those_behind_it():
    graph = Graph(
        nodes=(node("ReLU", "relu1"), node("Tanh", "tanh1"), node("Sigmoid", "sigmoid1")),
        links=(
            Link(source="relu1", target="tanh1"),
            Link(source="tanh1", target="relu1"),
            Link(source="tanh1", target="sigmoid1"),
        ),
    )
    problem = only(graph)
    assert problem.code == "cycle"
    assert "ReLU 1, Tanh 1" in problem.message
    assert "Sigmoid" not in problem.message


def test_an_unknown_layer_is_a_problem_where_it_stands():
    graph = chain("Input", "Capsule", "ReLU")
    problem = only(graph)
    assert (problem.code, problem.node) == ("unknown-layer", "thing1")
    assert "'Capsule'" in problem.message


def test_a_parameter_out_of_range_names_its_field():
    problem = only(chain("Input", "Flatten", ("Dense", {"units": 0})))
    assert (problem.code, problem.field) == ("parameter", "units")
    assert problem.message == "Dense 1: units is 0; must be greater than or equal to 1."


def test_without_a_data_set_the_input_has_no_shape():
    assert only(chain("Input", "Flatten"), None).code == "no-data"


def test_a_fixed_input_needs_no_data_set():
    result = infer(chain(("Input", {"shape": [3, 8, 8]}), "Flatten"), "Net", None)
    assert result.facts["flatten1"].shape == Shape.vector(192)


def test_every_node_has_facts_even_on_a_cycle():
    graph = Graph(
        nodes=(node("ReLU"), node("Tanh")),
        links=(Link(source="relu1", target="tanh1"), Link(source="tanh1", target="relu1")),
    )
    assert set(infer(graph, "Net", IMAGE).facts) == {"relu1", "tanh1"}


def test_a_billion_parameters_are_counted_without_building_them():
    graph = chain("Input", "Flatten", ("Dense", {"units": 10_000_000}), ("Dense", {"units": 10_000_000}))
    # 784·1e7 + 1e7 and 1e7·1e7 + 1e7
    assert infer(graph, "Net", IMAGE).parameters == 7_850_000_000 + 100_000_010_000_000


def test_an_empty_network_infers_to_nothing():
    result = infer(Graph(), "Net", IMAGE)
    assert result.ok
    assert result.facts == {}


def test_a_hundred_layers_are_inferred_within_a_frame():
    import time

    graph = chain("Input", "Flatten", *[("Dense", {"units": 64})] * 100)
    infer(graph, "Net", IMAGE)
    changed = graph.replace(nodes=(*graph.nodes[:-1], Node(id="dense100", type="Dense", params={"units": 65})))
    started = time.perf_counter()
    infer(changed, "Net", IMAGE)
    assert time.perf_counter() - started < 0.016 * 5  # five frames on a busy test machine; the benchmark is stricter
