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
