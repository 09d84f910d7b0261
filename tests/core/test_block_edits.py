"""Grouping layers into blocks and back, and the networks of a project."""

from __future__ import annotations

import pytest
from networks import chain, node, project

from playground.core.block_edits import (
    AddBlock,
    AddNetwork,
    DuplicateNetwork,
    Group,
    Paste,
    RemoveNetwork,
    RenameNetwork,
    SetMain,
    Ungroup,
    block_node,
    free_name_like,
    new_block_network,
    shown_by,
)
from playground.core.edits import AddNodes, Connect, EditRefused, Move, Remove, SetParams
from playground.core.files import dump_project, parse_project
from playground.core.graph import Graph, Link, Node
from playground.core.project import Project, View

NET = "Classifier"


def residual() -> Graph:
    """Input → conv1 → conv2 → add1 ← conv1; add1 → flatten1 → dense1, from left to right."""
    kinds = [("Input", "input1"), ("Conv2D", "conv1"), ("Conv2D", "conv2"), ("Add", "add1"), ("Flatten", "flatten1")]
    same = {"filters": 4, "kernel": 3, "padding": "same"}
    nodes = [
        Node(id=key, type=kind, params=same if kind == "Conv2D" else {}, x=232.0 * at, y=40.0)
        for at, (kind, key) in enumerate(kinds)
    ]
    nodes.append(Node(id="dense1", type="Dense", params={"units": 10}, x=1160.0, y=40.0))
    return Graph(nodes=tuple(nodes), links=links("input1 conv1", "conv1 conv2", "conv2 add1", "conv1 add1",
                                                 "add1 flatten1", "flatten1 dense1"))  # fmt: skip


def links(*pairs: str) -> tuple[Link, ...]:
    return tuple(Link(source=a, target=b) for a, b in (pair.split() for pair in pairs))


def ends(graph: Graph) -> set[str]:
    """Links as text: ``conv1.out>add1.in``."""
    return {f"{ln.source}.{ln.source_port}>{ln.target}.{ln.target_port}" for ln in graph.links}


def group(start: Project, *nodes: str, name: str = "") -> Project:
    return Group(NET, frozenset(nodes), name).apply(start)


# --- grouping ---


def test_a_group_becomes_a_network_with_an_input_and_an_output() -> None:
    after = group(project(residual()), "conv2", "add1")
    inner, outer = after.networks["Block 1"], after.networks[NET]
    assert [n.id for n in inner.nodes] == ["input1", "conv2", "add1", "output1"]
    # conv1's value is one Input although two layers inside take it, in the order of their links
    assert [f"{ln.source}>{ln.target}" for ln in inner.links] == [
        "input1>conv2", "conv2>add1", "input1>add1", "add1>output1",
    ]  # fmt: skip
    assert [n.id for n in outer.nodes] == ["input1", "conv1", "block1", "flatten1", "dense1"]
    assert ends(outer) == {
        "input1.out>conv1.in", "conv1.out>block1.input1", "block1.output1>flatten1.in", "flatten1.out>dense1.in",
    }  # fmt: skip
    block = outer.by_id["block1"]
    assert (block.params["network"], block.x, block.y) == ("Block 1", 580.0, 40.0)  # between 464 and 696
    assert after.main_network == NET


def test_inputs_and_outputs_of_the_network_stay_outside() -> None:
    whole = chain("Input", "Flatten", ("Dense", {"units": 10}), "Output")
    after = group(project(whole), *whole.by_id)
    assert [n.id for n in after.networks[NET].nodes] == ["input1", "block1", "output1"]
    assert ends(after.networks[NET]) == {"input1.out>block1.input1", "block1.output1>output1.in"}


def test_the_end_of_the_network_becomes_an_output() -> None:
    after = group(project(residual()), "flatten1", "dense1")
    assert after.networks["Block 1"].exits == ("output1",)
    assert after.networks[NET].exits == ("block1",)


def test_several_values_in_and_out_come_from_top_to_bottom() -> None:
    graph = Graph(
        nodes=(
            Node(id="input1", type="Input"), Node(id="low1", type="ReLU", x=200.0, y=300.0),
            Node(id="high1", type="ReLU", x=200.0, y=0.0), Node(id="tanh1", type="Tanh", x=400.0, y=300.0),
            Node(id="add1", type="Add", x=400.0, y=0.0), Node(id="end1", type="Add", x=600.0),
        ),
        links=links("input1 low1", "input1 high1", "low1 tanh1", "low1 add1", "high1 add1", "tanh1 end1", "add1 end1"),
    )  # fmt: skip
    after = group(project(graph), "tanh1", "add1")
    inner, outer = after.networks["Block 1"], after.networks[NET]
    assert {"input1.out>add1.in", "input2.out>tanh1.in", "add1.out>output1.in", "tanh1.out>output2.in"} <= ends(inner)
    assert {"high1.out>block1.input1", "low1.out>block1.input2"} <= ends(outer)
    # end1 reads what came from tanh1 first, as before
    assert [ln.source_port for ln in outer.incoming["end1"]] == ["output2", "output1"]


def test_an_input_that_nothing_feeds_yet_becomes_a_port() -> None:
    graph = Graph(nodes=(node("Input"), node("Flatten"), node("Dense")), links=links("flatten1 dense1"))
    after = group(project(graph), "flatten1", "dense1")
    assert [port.name for port in after.networks[NET].by_id["block1"].input_ports] == ["input1"]
    assert ends(after.networks["Block 1"]) >= {"input1.out>flatten1.in"}
    assert Ungroup(NET, "block1").apply(after).networks[NET].links == graph.links


@pytest.mark.parametrize(
    ("nodes", "why"),
    [
        ([], "Select the layers that shall become a block; Inputs and Outputs stay outside of it."),
        (["input1"], "Select the layers that shall become a block; Inputs and Outputs stay outside of it."),
        (["conv1", "add1"],
         "Conv 2D 2 stands between the selected layers: the block would lead to itself. Select it too."),
    ],
)  # fmt: skip
def test_what_cannot_be_a_block_is_refused(nodes: list[str], why: str) -> None:
    with pytest.raises(EditRefused) as refusal:
        group(project(residual()), *nodes)
    assert str(refusal.value) == why


def test_shared_weights_are_not_torn_apart() -> None:
    graph = residual()
    start = SetParams(NET, "conv2", {"shared_with": "conv1"}).apply(project(graph))
    for chosen in ("conv1", "conv2"):
        with pytest.raises(EditRefused, match="Conv 2D 2 shares weights with Conv 2D 1: both go into the block"):
            group(start, chosen)
    both = group(start, "conv1", "conv2")
    assert both.networks["Block 1"].by_id["conv2"].params["shared_with"] == "conv1"


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("1st", "A network's name begins with a letter and has up to 40 letters, digits, spaces, - and _."),
        ("A\n", ""),
        ("é", "A network's name begins with a letter"),
        ("x" * 41, "A network's name begins with a letter"),
        (NET, "There is a network Classifier already."),
    ],
)
def test_names_of_networks_are_checked(name: str, why: str) -> None:
    if not why:
        assert "A" in group(project(residual()), "conv1", name=name).networks
        return
    with pytest.raises(EditRefused, match=why):
        group(project(residual()), "conv1", name=name)


# --- ungrouping ---


@pytest.mark.parametrize(
    "chosen", [["conv1"], ["conv2", "add1"], ["conv1", "conv2", "add1"], ["flatten1", "dense1"],
               ["input1", "conv1", "conv2", "add1", "flatten1", "dense1"]],
)  # fmt: skip
def test_ungrouping_gives_back_what_was_grouped(chosen: list[str]) -> None:
    start = project(residual())
    there = group(start, *chosen)
    back = Ungroup(NET, "block1").apply(there)
    assert set(back.networks) == {NET}
    assert ends(back.networks[NET]) == ends(start.networks[NET])
    assert back.networks[NET].incoming["add1"] == start.networks[NET].incoming["add1"]
    assert {n.id: n for n in back.networks[NET].nodes} == start.networks[NET].by_id


def test_a_moved_block_takes_its_layers_along() -> None:
    there = group(project(residual()), "conv2", "add1")
    moved = Move(NET, {"block1": (580.0, 440.0)}).apply(there)
    back = Ungroup(NET, "block1").apply(moved).networks[NET]
    assert [(back.by_id[key].x, back.by_id[key].y) for key in ("conv2", "add1")] == [(464.0, 440.0), (696.0, 440.0)]


def test_layers_make_room_for_those_of_a_block() -> None:
    there = group(project(residual()), "conv2", "add1")
    close = Move(NET, {"block1": (464.0, 40.0), "flatten1": (696.0, 40.0), "dense1": (928.0, 40.0)}).apply(there)
    back = Ungroup(NET, "block1").apply(close).networks[NET]
    assert [back.by_id[key].x for key in ("input1", "conv1", "conv2", "add1", "flatten1", "dense1")] == [
        0.0, 232.0, 464.0, 696.0, 928.0, 1160.0,
    ]  # fmt: skip


def test_taken_ids_are_made_free() -> None:
    there = group(project(residual()), "conv2")
    there = AddNodes(NET, (node("Conv2D", "conv2"),)).apply(there)
    back = Ungroup(NET, "block1").apply(there).networks[NET]
    assert {"conv1.out>conv3.in", "conv3.out>add1.in"} <= ends(back)


def repeated(weights: str, *parts: object, repeat: int = 3) -> Project:
    """Input → block1 (``repeat`` times the network Part) → Flatten."""
    part = chain("Input", *parts, "Output")
    host = Graph(nodes=(node("Input"),))
    block = block_node(host, "Part", part)
    host = Graph(
        nodes=(*host.nodes, block.replace(params={**block.params, "repeat": repeat, "weights": weights}),
               node("Flatten")),
        links=(Link(source="input1", target="block1", target_port="input1"),
               Link(source="block1", source_port="output1", target="flatten1")),
    )  # fmt: skip
    return Project(networks={NET: host, "Part": part})


def test_a_repeated_block_is_unrolled() -> None:
    after = Ungroup(NET, "block1").apply(repeated("separate", ("Conv2D", {"filters": 1}), "ReLU"))
    assert ends(after.networks[NET]) == {
        "input1.out>conv1.in", "conv1.out>relu1.in", "relu1.out>conv2.in", "conv2.out>relu2.in", "relu2.out>conv3.in",
        "conv3.out>relu3.in", "relu3.out>flatten1.in",
    }  # fmt: skip
    assert all("shared_with" not in n.params for n in after.networks[NET].nodes)
    places = [(after.networks[NET].by_id[key].x) for key in ("conv1", "conv2", "conv3")]
    assert len(set(places)) == 3
    assert "Part" in after.networks  # a person made it


def test_copies_of_a_block_with_shared_weights_share_those_of_the_first() -> None:
    after = Ungroup(NET, "block1").apply(repeated("shared", ("Conv2D", {"filters": 1, "kernel": 1}), "ReLU"))
    shared = {n.id: n.params.get("shared_with") for n in after.networks[NET].nodes if n.type in ("Conv2D", "ReLU")}
    assert shared == {"conv1": None, "conv2": "conv1", "conv3": "conv1", "relu1": None, "relu2": None, "relu3": None}


def test_what_cannot_share_weights_outside_a_block_is_refused() -> None:
    with pytest.raises(EditRefused, match="Dense 1 of Part cannot share its weights outside a block"):
        Ungroup(NET, "block1").apply(repeated("shared", ("Dense", {"units": 4, "activation": "PReLU"})))


def test_a_value_that_is_only_passed_on_reaches_what_follows() -> None:
    start = project(residual())
    after = AddBlock(NET, block_node(start.networks[NET], "Empty", new_block_network()), graph=new_block_network(),
                     links=()).apply(start)  # fmt: skip
    after = Connect(NET, Link(source="dense1", target="block1", target_port="input1")).apply(after)
    after = AddNodes(NET, (node("Softmax"),), (Link(source="block1", source_port="output1", target="softmax1"),)).apply(
        after
    )
    back = Ungroup(NET, "block1").apply(after)
    assert "dense1.out>softmax1.in" in ends(back.networks[NET])


def test_a_second_link_between_the_same_ports_is_refused() -> None:
    start = AddNetwork("Same", new_block_network()).apply(project(residual()))
    graph = start.networks[NET]
    block = block_node(graph, "Same", new_block_network())
    before = start
    start = AddNodes(NET, (block,), (Link(source="conv1", target="block1", target_port="input1"),
                                     Link(source="block1", source_port="output1", target="add1")))  # fmt: skip
    start = start.apply(before)
    with pytest.raises(EditRefused, match="add1 would be fed twice by conv1"):
        Ungroup(NET, "block1").apply(start)


@pytest.mark.parametrize(
    ("edit", "why"),
    [
        (Ungroup(NET, "conv1"), "Conv 2D 1 is no block."),
        (Ungroup(NET, "nobody1"), "The layer is no longer there."),
        (Group("Nowhere", frozenset({"conv1"})), "The network is no longer there."),
    ],
)
def test_ungrouping_needs_a_block(edit: Ungroup, why: str) -> None:
    with pytest.raises(EditRefused) as refusal:
        edit.apply(project(residual()))
    assert str(refusal.value) == why


def test_too_many_layers_are_refused_before_they_are_made() -> None:
    with pytest.raises(EditRefused, match="would become 3,000 layers"):
        Ungroup(NET, "block1").apply(repeated("separate", "ReLU", repeat=1000))


def test_blocks_go_into_blocks_and_out_again() -> None:
    start = project(residual())
    inner = group(start, "conv2", "add1")
    outer = group(inner, "conv1", "block1")
    assert outer.networks["Block 2"].nested == {"Block 1"}
    assert outer.main_network == NET
    assert [n.id for n in outer.networks[NET].nodes] == ["input1", "block2", "flatten1", "dense1"]
    out = Ungroup(NET, "block2").apply(outer)
    assert set(out.networks) == {NET, "Block 1"}
    back = Ungroup(NET, "block1").apply(out)
    assert back.networks[NET].by_id == start.networks[NET].by_id


def test_blocks_do_not_go_deeper_than_a_limit() -> None:
    at = group(project(residual()), "conv1")
    while len(at.networks) < 32:
        at = group(at, *(n.id for n in at.networks[NET].nodes if n.type == "Block"))
    with pytest.raises(EditRefused, match="Blocks stand in blocks 32 deep"):
        group(at, *(n.id for n in at.networks[NET].nodes if n.type == "Block"))


# --- networks ---


def test_adding_a_network_changes_nothing_about_what_trains() -> None:
    after = AddNetwork("Adapter").apply(project(residual()))
    assert after.main_network == NET
    assert AddNetwork().apply(after).networks["Network 1"] == Graph()
    assert parse_project(dump_project(after)) == after


def test_removing_the_last_block_changes_nothing_about_what_trains() -> None:
    there = group(project(residual()), "conv2").model_copy(update={"main": None})
    assert Remove(NET, frozenset({"block1"})).apply(there).main_network == NET


def test_a_network_that_is_shown_cannot_go() -> None:
    there = group(project(residual()), "conv2")
    with pytest.raises(EditRefused, match="Block 1 stands in Classifier as Block 1"):
        RemoveNetwork("Block 1").apply(there)
    gone = RemoveNetwork("Block 1").apply(Remove(NET, frozenset({"block1"})).apply(there))
    assert set(gone.networks) == {NET}
    with pytest.raises(EditRefused, match="A project keeps at least one network"):
        RemoveNetwork(NET).apply(gone)


def test_when_the_network_that_trains_goes_another_one_trains() -> None:
    after = RemoveNetwork(NET).apply(AddNetwork("Other").apply(project(residual())))
    assert (after.main, after.main_network) == (None, "Other")


def test_renaming_is_followed_by_blocks_view_and_what_trains() -> None:
    there = group(project(residual()), "conv2").replace(view={NET: View(x=3.0), "Block 1": View(x=5.0)})
    after = RenameNetwork("Block 1", " Edges ").apply(there)
    assert list(after.networks) == [NET, "Edges"]
    assert after.networks[NET].by_id["block1"].params["network"] == "Edges"
    assert after.view == {NET: View(x=3.0), "Edges": View(x=5.0)}
    renamed = RenameNetwork(NET, "Zebra").apply(after)
    assert renamed.main_network == "Zebra"
    with pytest.raises(EditRefused, match="There is a network Edges already"):
        RenameNetwork("Zebra", "Edges").apply(renamed)


def test_duplicating_and_choosing_what_trains() -> None:
    after = DuplicateNetwork(NET).apply(project(residual()))
    assert after.networks["Classifier 2"] == after.networks[NET]
    assert SetMain("Classifier 2").apply(after).main_network == "Classifier 2"
    with pytest.raises(EditRefused):
        SetMain("Nobody").apply(after)


@pytest.mark.parametrize(
    ("taken", "name", "free"),
    [({"A"}, "B", "B"), ({"A"}, "A", "A 2"), ({"A", "A 2"}, "A 2", "A 3"), ({"x" * 40}, "x" * 40, "x" * 38 + " 2")],
)
def test_free_names(taken: set[str], name: str, free: str) -> None:
    assert free_name_like(taken, name) == free


def test_a_network_cannot_stand_in_itself() -> None:
    there = group(project(residual()), "conv2")
    itself = block_node(there.networks[NET], NET, there.networks[NET])
    with pytest.raises(EditRefused, match="Classifier cannot stand in itself"):
        AddBlock(NET, itself).apply(there)
    with pytest.raises(EditRefused, match="Classifier cannot stand in Block 1: it shows Block 1 itself"):
        AddBlock("Block 1", block_node(there.networks["Block 1"], NET, there.networks[NET])).apply(there)


# --- blocks between projects ---


def test_a_pasted_block_brings_its_networks() -> None:
    there = group(group(project(residual()), "conv2", "add1"), "conv1", "block1")
    block = there.networks[NET].by_id["block2"]
    brought = shown_by(there.networks, Graph(nodes=(block,)))
    assert list(brought) == ["Block 1", "Block 2"]
    other = project(chain("Input"))
    after = Paste(NET, (block,), (), brought).apply(other)
    assert after.networks["Block 2"] == there.networks["Block 2"]
    # where the names are taken by other networks, both are renamed
    busy = AddNetwork("Block 1").apply(AddNetwork("Block 2").apply(other))
    after = Paste(NET, (block,), (), brought).apply(busy)
    assert after.networks[NET].by_id["block2"].params["network"] == "Block 4"
    assert after.networks["Block 4"].nested == {"Block 3"}
    # where they are the same they are used
    same = Paste(NET, (block.replace(id="block3"),), (), brought).apply(there)
    assert set(same.networks) == set(there.networks)


def test_within_a_project_a_pasted_block_shows_the_network_as_it_is_now() -> None:
    there = group(project(residual()), "conv2")
    brought = shown_by(there.networks, there.networks[NET])
    changed = SetParams("Block 1", "conv2", {"filters": 9}).apply(there)
    block = there.networks[NET].by_id["block1"].replace(id="block2")
    assert set(Paste(NET, (block,), (), brought, own=True).apply(changed).networks) == {NET, "Block 1"}
    with pytest.raises(EditRefused, match="Block 1 cannot stand in itself"):
        Paste("Block 1", (block,), (), brought, own=True).apply(changed)
