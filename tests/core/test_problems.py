"""Fixes: what their buttons say, and what the edits behind them do."""

from __future__ import annotations

import pytest
from blocks import with_block
from networks import chain, node, project

from playground.core.block_choice import ChooseNetwork, networks_for
from playground.core.edits import EditRefused, InsertOnLink, Remove, SetParams
from playground.core.graph import Graph, Link
from playground.core.infer import infer
from playground.core.problems import remedy_fix, removing, setting
from playground.core.shape import Change, Insert, Resize, Shape

IMAGE = Shape.image(1, 28, 28)


@pytest.mark.parametrize(
    ("params", "text"),
    [
        ({"units": 10}, "Set units to 10"),
        ({"kernel": [3, 5]}, "Set kernel to 3 × 5"),
        ({"stride": None}, "Set stride to automatic"),
        ({"frozen": False}, "Set frozen to off"),
        ({"shared_with": "dense1"}, "Set shared with to dense1"),
        ({"groups": 8, "bias": True}, "Set groups to 8, bias to on"),
    ],
)
def test_a_setting_is_told_in_words(params, text):
    fix = setting("Net", "dense1", params)
    assert fix.text == text
    assert fix.edit == SetParams("Net", "dense1", params)


def test_removing_a_layer_links_its_neighbours():
    graph = chain("Input", "Flatten", "ReLU", ("Dense", {"units": 10}))
    fix = removing("Classifier", graph.by_id["relu1"])
    assert fix.text == "Remove ReLU 1"
    assert isinstance(fix.edit, Remove)
    after = fix.edit.apply(project(graph)).networks["Classifier"]
    assert [(link.source, link.target) for link in after.links] == [("input1", "flatten1"), ("flatten1", "dense1")]


def facts(graph: Graph):
    return infer(graph, "Net", IMAGE).facts


def test_an_insertion_stands_on_the_link_to_the_input_that_is_meant():
    graph = chain("Input", "Conv2D", "Dense")
    field, fix = remedy_fix(graph, "Net", graph.by_id["dense1"], Insert("Flatten"), facts(graph))
    assert field is None
    assert fix is not None
    assert fix.text == "Insert Flatten"
    assert isinstance(fix.edit, InsertOnLink)
    assert fix.edit.link == Link(source="conv1", target="dense1")


def test_a_change_names_its_field():
    graph = chain("Input", "Conv2D")
    field, fix = remedy_fix(graph, "Net", graph.by_id["conv1"], Change({"groups": 1}), facts(graph))
    assert (field, fix.text if fix else None) == ("groups", "Set groups to 1")


@pytest.mark.parametrize("remedy", [None, Insert("Capsule"), Insert("Flatten", input=3), Resize(8, input=3)])
def test_a_remedy_that_cannot_be_done_gives_no_fix(remedy):
    graph = chain("Input", "Conv2D", "Dense")
    assert remedy_fix(graph, "Net", graph.by_id["dense1"], remedy, facts(graph)) == (None, None)


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        (["Input", "Conv2D", "Tanh"], "Set filters to 8 in Conv 2D 1"),
        (["Input", "Conv2D", "BatchNorm", "ReLU", "MaxPool2D", "Tanh"], "Set filters to 8 in Conv 2D 1"),
        (["Input", "Conv2D", "Flatten", "Tanh"], None),  # a Flatten makes other features of the channels
        (["Input", "Conv2D", ("PixelShuffle", {"factor": 2}), "Tanh"], None),
        (["Input", "ReLU", "Tanh"], None),  # the data decide
    ],
)
def test_channels_are_set_in_the_layer_that_decides_them(parts, text):
    graph = chain(*parts)
    _, fix = remedy_fix(graph, "Net", graph.nodes[-1], Resize(8), facts(graph))
    assert (fix.text if fix else None) == text


def test_a_block_is_not_looked_through_for_what_decides_the_channels():
    made = with_block()
    found = infer(made.networks["Main"], "Main", IMAGE, networks=made.networks).facts
    graph = made.networks["Main"]
    tail = graph.replace(
        nodes=(*graph.nodes, node("ReLU")),
        links=(*graph.links, Link(source="block1", source_port="output1", target="relu1")),
    )
    assert remedy_fix(tail, "Main", tail.by_id["relu1"], Resize(8), found) == (None, None)


def test_a_block_gets_the_ports_of_the_network_that_is_chosen():
    made = with_block()
    other = made.with_networks({**made.networks, "Other": chain("Input", "ReLU", "Tanh")})
    assert networks_for(other.networks, "Main") == ("Part", "Other")
    assert networks_for(other.networks, "Part") == ("Other",)  # Main shows it
    after = ChooseNetwork("Main", "block1", "Other").apply(other).networks["Main"]
    assert after.by_id["block1"].params["output_names"] == ["tanh1"]
    assert {(link.source, link.source_port) for link in after.links if link.target == "dense9"} == {("block1", "tanh1")}


@pytest.mark.parametrize(("node_id", "shown"), [("block1", "Main"), ("block1", "Nothing"), ("gone1", "Part")])
def test_a_network_that_cannot_stand_there_is_refused(node_id, shown):
    with pytest.raises(EditRefused):
        ChooseNetwork("Main", node_id, shown).apply(with_block())
