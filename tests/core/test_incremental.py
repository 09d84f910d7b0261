"""Inference after an edit keeps what it may, and never more."""

from __future__ import annotations

from networks import chain, node

from playground.core.graph import Graph, Link
from playground.core.infer import Inference, infer
from playground.core.shape import Shape

VECTOR = Shape.vector(8)


def dense(*units: int) -> Graph:
    return chain("Input", *(("Dense", {"units": count}) for count in units))


def changed(graph: Graph, node_id: str, **params) -> Graph:
    nodes = tuple(n.replace(params={**n.params, **params}) if n.id == node_id else n for n in graph.nodes)
    return graph.replace(nodes=nodes)


def kept(before: Inference, after: Inference) -> set[str]:
    return {name for name, facts in after.facts.items() if facts is before.facts.get(name)}


def test_what_does_not_depend_on_the_edit_is_kept():
    graph = dense(4, 5, 6, 7)
    before = infer(graph, "n", VECTOR)
    after = infer(changed(graph, "dense2", units=9), "n", VECTOR, previous=before)
    # dense3 has other inputs now; dense4 gets what it got before
    assert kept(before, after) == {"input1", "dense1", "dense4"}
    assert after.facts["dense3"].parameters == (9 + 1) * 6
    assert after == infer(changed(graph, "dense2", units=9), "n", VECTOR)


def test_another_data_set_is_seen():
    graph = dense(4)
    before = infer(graph, "n", VECTOR)
    assert infer(graph, "n", Shape.vector(3), previous=before) == infer(graph, "n", Shape.vector(3))


def test_a_problem_that_stays_is_told_again():
    graph = chain("Input", ("Dense", {"units": 3}), ("Conv2D", {}), ("ReLU", {}))
    before = infer(graph, "n", VECTOR)
    after = infer(changed(graph, "dense1", units=4), "n", VECTOR, previous=before)
    assert [problem.node for problem in after.problems] == ["conv1"]
    assert infer(graph, "n", VECTOR, previous=after).problems == before.problems


def test_a_problem_in_front_hides_those_behind_as_without_memory():
    graph = dense(4, 5)
    before = infer(graph, "n", VECTOR)
    broken = changed(graph, "dense1", units=0)
    after = infer(broken, "n", VECTOR, previous=before)
    assert after == infer(broken, "n", VECTOR)
    assert after.facts["dense2"].shape is None


def test_links_that_are_pulled_elsewhere_are_seen():
    graph = Graph(
        nodes=(node("Input"), node("Dense", "dense1", units=4), node("Dense", "dense2", units=5), node("ReLU")),
        links=(Link(source="input1", target="dense1"), Link(source="input1", target="dense2"),
               Link(source="dense1", target="relu1")),
    )  # fmt: skip
    before = infer(graph, "n", VECTOR)
    moved = graph.replace(links=(*graph.links[:2], Link(source="dense2", target="relu1")))
    assert infer(moved, "n", VECTOR, previous=before).facts["relu1"].shape == Shape.vector(5)


def test_the_owner_of_shared_weights_is_looked_at_anew():
    graph = chain("Input", ("Dense", {"units": 8}), ("Dense", {"units": 8, "shared_with": "dense1"}))
    before = infer(graph, "n", VECTOR)
    assert before.parameters == 8 * 9
    after = infer(changed(graph, "dense1", bias=False), "n", VECTOR, previous=before)
    assert [(problem.node, problem.code, problem.field) for problem in after.problems] == [
        ("dense2", "shared", "shared_with")
    ]


def test_an_owner_further_on_must_fit_too():
    # dense2 comes first and uses the weights of dense1, which gets another size
    graph = Graph(
        nodes=(node("Input"), node("Dense", "dense2", units=5, shared_with="dense1"), node("Dense", "dense1", units=5)),
        links=(Link(source="input1", target="dense2"), Link(source="dense2", target="dense1")),
    )
    assert [(p.node, p.code) for p in infer(graph, "n", VECTOR).problems] == [("dense2", "shared")]
    assert infer(graph, "n", Shape.vector(5)).problems == ()


def test_an_owner_that_cannot_take_its_input_has_the_only_problem():
    for kind in ("LSTM", "GRU", "RNN", "MultiHeadAttention", "TransformerEncoder", "Conv2D", "Dense", "PReLU"):
        stem = node(kind).id.rstrip("1")
        owner, user = node(kind, f"{stem}1"), node(kind, f"{stem}2", shared_with=f"{stem}1")
        graph = Graph(
            nodes=(node("Input"), node("Flatten"), owner, user),
            links=(Link(source="input1", target="flatten1"),
                   *(Link(source=source, target=f"{stem}{n}", target_port=node(kind).input_ports[0].name)
                     for n, source in ((1, "flatten1"), (2, "input1")))),
        )  # fmt: skip
        for shape in (Shape.sequence(6, 8), Shape.image(2, 6, 6)):
            found = infer(graph, "n", shape)
            told = [problem.code for problem in found.problems if problem.node == user.id]
            assert found.facts[owner.id].outputs or "shared" not in told


def test_a_dead_end_beside_an_output_is_not_counted():
    graph = Graph(
        nodes=(node("Input"), node("Dense", "dense1", units=4), node("Dense", "dense2", units=1000), node("Output")),
        links=(Link(source="input1", target="dense1"), Link(source="dense1", target="output1"),
               Link(source="input1", target="dense2")),
    )  # fmt: skip
    found = infer(graph, "n", VECTOR)
    assert (found.parameters, found.multiply_adds, found.activations) == (36, 32, 8 + 4)
    assert found.facts["dense2"].parameters == 9_000
