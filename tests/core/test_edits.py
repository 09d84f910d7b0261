from __future__ import annotations

import pytest
from hypothesis import given, settings, strategies as st
from networks import chain, classifier, node, project

from playground.core.document import Document
from playground.core.edits import (
    AddNodes,
    Connect,
    Edit,
    EditRefused,
    Macro,
    Move,
    Remove,
    Rename,
    SetData,
    SetParams,
    SetProject,
    SetTraining,
    copy_nodes,
)
from playground.core.files import dump_project, parse_project
from playground.core.graph import Link
from playground.core.layer import REGISTRY

NET = "Classifier"
KINDS = sorted(kind.type_name for kind in REGISTRY.all())
numbers = st.floats(-1e6, 1e6, allow_nan=False)


@st.composite
def an_edit(draw: st.DrawFn, graph) -> Edit:
    """Any edit that a person could try on ``graph`` at this moment, sensible or not."""
    ids = [n.id for n in graph.nodes]
    if not ids or draw(st.integers(0, 3)) == 0:
        kind = draw(st.sampled_from([*KINDS, "Capsule"]))
        known = REGISTRY.get(kind)
        return AddNodes(NET, (node(kind, graph.free_id(known.id_stem if known else "thing")),))
    some = st.sets(st.sampled_from(ids), min_size=1, max_size=3)
    one = st.sampled_from(ids)
    plain = st.one_of(
        st.builds(lambda a, b: Connect(NET, Link(source=a, target=b)), one, one),
        st.builds(lambda nodes: Remove(NET, frozenset(nodes)), some),
        st.builds(lambda n, v: SetParams(NET, n, {"units": v}), one, st.one_of(st.integers(), st.text(max_size=3))),
        st.builds(lambda n, t: Rename(NET, n, t), one, st.text(st.characters(exclude_categories=["Cs"]), max_size=90)),
        st.builds(lambda nodes, x, y: Move(NET, dict.fromkeys(nodes, (x, y))), some, numbers, numbers),
        st.builds(lambda n: SetTraining({"epochs": n}), st.integers(1, 100_000)),
        st.builds(lambda v: SetData({"validation": v}), st.floats(0.0, 0.9)),
        st.builds(lambda t: SetProject({"title": t}), st.text(st.characters(exclude_categories=["Cs"]), max_size=20)),
    )
    if graph.links:
        link = st.sampled_from(graph.links)
        plain |= st.builds(lambda cut: Remove(NET, links=frozenset({cut})), link)
        plain |= st.builds(lambda old, to: Connect(NET, Link(source=old.source, target=to), replaces=old), link, one)
    return draw(plain | st.lists(plain, min_size=1, max_size=3).map(lambda edits: Macro(tuple(edits))))


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_any_sequence_of_edits_undone_gives_the_equal_project(data):
    document = Document(classifier())
    start = dump_project(document.project)
    steps = []
    for _ in range(data.draw(st.integers(1, 8))):
        before = dump_project(document.project)
        edit = data.draw(an_edit(document.project.networks[NET]))
        try:
            step = document.preview(edit)
        except EditRefused as refusal:
            assert str(refusal).endswith(".")
            assert dump_project(document.project) == before
            continue
        assert dump_project(document.project) == before, "an edit changed the project that it was given"
        assert edit.apply(step.before) == step.after, "the same edit twice gave two results"
        assert edit.text
        document.show(step.after)
        steps.append(step)
    end = document.project
    assert parse_project(dump_project(end)) == end, "what edits made cannot be saved and opened"
    for step in reversed(steps):
        assert document.project is step.after
        document.show(step.before)
    assert dump_project(document.project) == start
    for step in steps:
        document.show(step.after)
    assert document.project == end


def test_what_an_edit_does_not_touch_is_shared():
    before = project(chain("Input", "Flatten", ("Dense", {"units": 10})))
    after = SetParams(NET, "dense1", {"units": 11}).apply(before)
    assert after.networks[NET].nodes[0] is before.networks[NET].nodes[0]
    assert after.networks[NET].links == before.networks[NET].links
    assert after.training is before.training


def test_removing_a_layer_takes_its_links_along():
    after = Remove(NET, frozenset({"flatten1"})).apply(classifier()).networks[NET]
    assert [n.id for n in after.nodes] == ["input1", "dense1"]
    assert after.links == ()


def test_setting_one_parameter_keeps_the_others():
    before = project(chain("Input", ("Conv2D", {"filters": 8, "kernel": 5})))
    after = SetParams(NET, "conv1", {"kernel": 3}).apply(before)
    assert after.networks[NET].by_id["conv1"].params == {"filters": 8, "kernel": 3}


def test_a_value_that_the_layer_refuses_is_kept_for_the_person_to_mend():
    after = SetParams(NET, "dense1", {"units": -1}).apply(classifier())
    assert after.networks[NET].by_id["dense1"].params == {"units": -1}
    assert after.networks[NET].by_id["dense1"].fault is not None


def test_a_refused_link_says_why_and_changes_nothing():
    before = classifier()
    with pytest.raises(EditRefused, match="already feeds"):
        Connect(NET, Link(source="input1", target="flatten1")).apply(before)


def test_a_link_pulled_to_another_port_is_one_step():
    before = project(chain("Input", "ReLU", "Tanh"))
    old = Link(source="relu1", target="tanh1")
    after = Connect(NET, Link(source="input1", target="tanh1"), replaces=old).apply(before).networks[NET]
    assert {(link.source, link.target) for link in after.links} == {("input1", "relu1"), ("input1", "tanh1")}


def test_a_macro_with_a_refused_part_does_nothing():
    document = Document(classifier())
    before = document.project
    macro = Macro((Rename(NET, "dense1", "Scores"), Connect(NET, Link(source="dense1", target="flatten1"))))
    with pytest.raises(EditRefused):
        document.preview(macro)
    assert document.project is before


def test_changing_a_layer_that_is_gone_is_refused():
    with pytest.raises(EditRefused, match="no longer there"):
        SetParams(NET, "dense9", {"units": 1}).apply(classifier())


def test_an_empty_name_gives_the_kinds_name_back():
    named = Rename(NET, "dense1", "  Scores ").apply(classifier())
    assert named.networks[NET].by_id["dense1"].title == "Scores"
    assert Rename(NET, "dense1", "   ").apply(named).networks[NET].by_id["dense1"].title == "Dense 1"


@pytest.mark.parametrize(
    ("edit", "text"),
    [
        (Remove(NET, frozenset({"a1"})), "Delete layer"),
        (Remove(NET, frozenset({"a1", "b1"})), "Delete 2 layers"),
        (Remove(NET, links=frozenset({Link(source="a1", target="b1")})), "Delete link"),
        (Move(NET, {"a1": (0, 0)}), "Move layer"),
        (Move(NET, {"a1": (0, 0), "b1": (1, 1)}), "Move 2 layers"),
        (SetParams(NET, "a1", {"units": 3}), "Change units"),
        (SetTraining({"learning_rate": 0.1}), "Change learning rate"),
        (SetData({"dataset": "mnist"}), "Change dataset"),
    ],
)
def test_the_menu_names_the_edit(edit, text):
    assert edit.text == text


def test_only_edits_of_one_sweep_merge():
    first, second = (SetParams(NET, "dense1", {"units": n}, sweep="slider 1") for n in (1, 2))
    other = SetParams(NET, "dense1", {"units": 3}, sweep="slider 2")
    assert first.merge_key == second.merge_key != other.merge_key
    assert SetParams(NET, "dense1", {"units": 1}).merge_key is None
    assert Move(NET, {"a1": (0, 0)}, sweep=1).merge_key != Move(NET, {"a1": (0, 0)}, sweep=2).merge_key
    assert SetTraining({"epochs": 1}, sweep=1).merge_key != SetData({"limit": 1}, sweep=1).merge_key


def test_copies_get_free_ids_and_the_links_among_them():
    graph = chain("Input", "Flatten", "Dense", "Dense")
    nodes, links = copy_nodes(graph, [graph.by_id["dense1"], graph.by_id["dense2"]], graph.links, (10.0, 20.0))
    assert [n.id for n in nodes] == ["dense3", "dense4"]
    assert [(link.source, link.target) for link in links] == [("dense3", "dense4")]
    assert (nodes[0].x, nodes[0].y) == (10.0, 20.0)


def test_copies_can_be_added_at_once():
    before = project(chain("Input", "Flatten", "Dense", "Dense"))
    nodes, links = copy_nodes(before.networks[NET], before.networks[NET].nodes, before.networks[NET].links)
    after = AddNodes(NET, nodes, links, "Paste").apply(before).networks[NET]
    assert len(after.nodes) == 8
    assert len(after.links) == 6
