from __future__ import annotations

import pytest
from hypothesis import given, strategies as st
from networks import chain, node
from pydantic import ValidationError

from playground.core.graph import Graph, Link, Node


def test_order_puts_every_source_before_its_targets():
    graph = Graph(
        nodes=(node("Add"), node("ReLU"), node("Dense"), node("Input")),
        links=(
            Link(source="input1", target="dense1"),
            Link(source="dense1", target="relu1"),
            Link(source="relu1", target="add1"),
            Link(source="dense1", target="add1"),
        ),
    )
    assert graph.order == ("input1", "dense1", "relu1", "add1")


@given(st.sets(st.tuples(st.integers(0, 11), st.integers(0, 11)).filter(lambda pair: pair[0] < pair[1])), st.randoms())
def test_any_graph_without_a_cycle_is_ordered_completely(pairs, random):
    names = [f"relu{i}" for i in range(12)]
    nodes = [node("ReLU", name) for name in names]
    random.shuffle(nodes)
    links = tuple(Link(source=names[a], target=names[b]) for a, b in pairs)
    order = Graph(nodes=tuple(nodes), links=links).order
    assert sorted(order) == sorted(names)
    place = {name: i for i, name in enumerate(order)}
    assert all(place[link.source] < place[link.target] for link in links)


def test_nodes_on_and_behind_a_cycle_are_left_out_of_the_order():
    graph = Graph(
        nodes=(node("Input"), node("ReLU", "relu1"), node("ReLU", "relu2"), node("ReLU", "relu3")),
        links=(
            Link(source="relu1", target="relu2"),
            Link(source="relu2", target="relu1"),
            Link(source="relu2", target="relu3"),
        ),
    )
    assert graph.order == ("input1",)


def test_a_long_chain_is_walked_without_recursion():
    graph = Graph(
        nodes=tuple(node("ReLU", f"relu{i}") for i in range(5000)),
        links=tuple(Link(source=f"relu{i}", target=f"relu{i + 1}") for i in range(4999)),
    )
    assert len(graph.order) == 5000
    assert graph.reaches("relu0", "relu4999")
    assert not graph.reaches("relu4999", "relu0")


def test_two_nodes_with_one_id_are_refused():
    with pytest.raises(ValidationError, match="two nodes have the id 'dense1'"):
        Graph(nodes=(node("Dense"), node("Dense")))


def test_a_link_to_nowhere_is_refused():
    with pytest.raises(ValidationError, match="names no node 'dense1'"):
        Graph(nodes=(node("Input"),), links=(Link(source="input1", target="dense1"),))


def test_the_same_link_twice_is_refused():
    link = Link(source="input1", target="flatten1")
    with pytest.raises(ValidationError, match="the same link stands there twice"):
        Graph(nodes=(node("Input"), node("Flatten")), links=(link, link))


@pytest.mark.parametrize(
    "node_id", ["Dense1", "dense", "1dense", "dense-1", "dense 1", "dense__1", "", "déjà1", "dense1\n", "d" * 48 + "1"]
)
def test_an_id_that_is_no_module_name_is_refused(node_id):
    with pytest.raises(ValidationError):
        Node(id=node_id, type="Dense")


def test_node_ids_never_hide_an_attribute_of_a_torch_module():
    import torch
    from pydantic import TypeAdapter

    from playground.core.graph import NodeId

    adapter = TypeAdapter(NodeId)
    for name in dir(torch.nn.Module):
        with pytest.raises(ValidationError):
            adapter.validate_python(name)


class TestRefusal:
    graph = Graph(
        nodes=(
            node("Input"), node("Dense", "dense1"), node("Dense", "dense2"), node("Add"), node("Strange", "thing1"),
        ),
        links=(Link(source="input1", target="dense1"), Link(source="dense1", target="dense2")),
    )  # fmt: skip

    @pytest.mark.parametrize(
        ("link", "reason"),
        [
            (Link(source="dense1", target="dense1"), "Dense 1 cannot feed itself."),
            (Link(source="dense2", target="input1"), "Input 1 has no input 'in'."),
            (Link(source="input1", target="dense1"), "Input 1 already feeds Dense 1."),
            (Link(source="dense1", target="add1", source_port="left"), "Dense 1 has no output 'left'."),
            (Link(source="dense1", target="add1", target_port="left"), "Add 1 has no input 'left'."),
            (Link(source="thing1", target="add1"), "Strange 1 has no output 'out'."),
            (Link(source="dense1", target="thing1"), "Strange 1 has no input 'in'."),
            (Link(source="dense1", target="gone1"), "The layer is no longer there."),
        ],
    )
    def test_each_reason_is_one_sentence(self, link, reason):
        assert self.graph.refusal(link) == reason

    def test_a_taken_input_offers_a_merge(self):
        reason = self.graph.refusal(Link(source="input1", target="dense2"))
        assert reason == "The input of Dense 2 is taken. Remove its link first, or merge with Add or Concatenate."

    def test_a_cycle_is_named_by_both_ends(self):
        graph = chain("Input", "ReLU", "Tanh")
        free = graph.replace(links=(Link(source="relu1", target="tanh1"),))
        assert free.refusal(Link(source="tanh1", target="relu1")) == (
            "That would be a cycle: ReLU 1 already leads to Tanh 1."
        )

    def test_a_merge_takes_any_number_of_links(self):
        graph = self.graph
        for source in ("input1", "dense1", "dense2"):
            link = Link(source=source, target="add1")
            assert graph.refusal(link) is None
            graph = graph.replace(links=(*graph.links, link))
        assert [link.source for link in graph.inputs_of("add1")] == ["input1", "dense1", "dense2"]


def test_a_free_id_takes_the_lowest_number():
    graph = Graph(nodes=(node("Dense", "dense1"), node("Dense", "dense3")))
    assert graph.free_id("dense") == "dense2"
    assert graph.free_id("dense", ["dense2"]) == "dense4"
    assert graph.free_id("conv") == "conv1"


def test_a_title_is_the_persons_name_or_kind_and_number():
    assert node("Conv2D", "conv12").title == "Conv 2D 12"
    assert Node(id="conv1", type="Conv2D", name="Edges").title == "Edges"
    assert Node(id="thing4", type="Capsule").title == "Capsule 4"


class TestParameters:
    def test_a_wrong_type_is_a_fault_and_not_an_exception(self):
        broken = node("Dense", units="64")
        assert broken.layer is None
        assert broken.fault is not None
        assert (broken.fault.code, broken.fault.field) == ("parameter", "units")
        assert broken.fault.message == "units is '64'; must be a valid integer"

    def test_a_value_out_of_range_names_the_range(self):
        fault = node("Dropout", rate=1.0).fault
        assert fault is not None
        assert fault.message == "rate is 1.0; must be less than 1"

    def test_a_parameter_that_the_kind_lacks_is_named(self):
        fault = node("Dense", unit=3).fault
        assert fault is not None
        assert fault.message == "has no parameter 'unit'"

    def test_an_unknown_layer_keeps_its_parameters(self):
        strange = Node(id="thing1", type="Capsule", params={"routing": [1, {"deep": None}]})
        assert strange.fault is not None
        assert strange.fault.code == "unknown-layer"
        assert strange.params == {"routing": [1, {"deep": None}]}

    @pytest.mark.parametrize("value", [True, 1.5, None, "many", [3, 4], 10**30])
    def test_any_json_value_is_a_layer_or_a_fault(self, value):
        assert node("Dense", units=value).fault is not None

    def test_parameters_that_json_cannot_hold_are_a_fault(self):
        fault = Node(id="dense1", type="Dense", params={"units": {1, 2}}).fault
        assert fault is not None
        assert fault.code == "parameter"


def test_parameters_are_what_a_file_would_give_back() -> None:
    given = Node(id="conv1", type="Conv2D", params={"kernel": (1, 2), "deep": {"a": [(3,), 4]}, "filters": 4})
    assert given.params == {"kernel": [1, 2], "deep": {"a": [[3], 4]}, "filters": 4}
    assert Node.model_validate_json(given.model_dump_json()) == given
    assert given.replace(params={"kernel": (3, 3)}).params == {"kernel": [3, 3]}
