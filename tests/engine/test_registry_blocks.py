"""Blocks of several networks: inference, torch, file and exported source agree however often they repeat."""

from __future__ import annotations

import pytest
import torch
from generated import network_from_source
from networks import chain
from side_by_side import BATCH

from playground.core.blocks import interface
from playground.core.codegen import generate
from playground.core.files import dump_project, parse_project
from playground.core.graph import Graph, Link, Node
from playground.core.infer import infer
from playground.core.plan import make_plan
from playground.core.project import Project
from playground.core.shape import Shape
from playground.engine.compiler import build

INNER = {
    "keeps the shape": (chain("Input", ("Dense", {"units": 5, "activation": "PReLU"}), "LayerNorm", "Output"), (5,)),
    "changes the shape": (chain("Input", ("Conv2D", {"filters": 3, "kernel": 2}), "BatchNorm", "ReLU"), (2, 7, 7)),
    "remembers": (chain("Input", ("GRU", {"units": 3, "returns": "sequence"}), "Dropout"), (4, 3)),
    "has nothing to learn": (chain("Input", "ZeroPad", ("AvgPool2D", {"size": 3, "stride": 1}), "Output"), (2, 6, 6)),
}


@pytest.mark.parametrize("weights", ["separate", "shared"])
@pytest.mark.parametrize("repeat", [1, 2, 4])
@pytest.mark.parametrize("inner", INNER)
def test_a_block_is_its_network_as_often_as_it_says(inner: str, repeat: int, weights: str) -> None:
    """Blocks in blocks too: the outer network stands twice in one that is built around it."""
    graph, sizes = INNER[inner]
    face = interface(graph)
    params = {"input_names": list(face.inputs), "output_names": list(face.outputs)}
    block = {"network": "Inner", "repeat": repeat, "weights": weights, **params}
    outer = Graph(
        nodes=(Node(id="input1", type="Input"), Node(id="block1", type="Block", params=block)),
        links=(Link(source="input1", target="block1", target_port=face.inputs[0]),),
    )
    networks = {"Inner": graph, "Outer": outer}
    shape = Shape.of(sizes)
    found = infer(outer, "Outer", shape, networks=networks)
    if found.problems:
        assert (inner, weights) == ("changes the shape", "shared") and repeat > 1
        assert "do not fit a second time" in found.problems[0].message
        return
    plan = make_plan(outer, shape, network="Outer", networks=networks)
    module = build(plan).eval()
    once = infer(graph, "Inner", shape).parameters
    if inner != "changes the shape":
        assert found.parameters == once * (repeat if weights == "separate" else 1)
    assert sum(p.numel() for p in module.parameters()) == found.parameters
    batch = torch.randn(BATCH, *sizes)
    written = generate(plan)
    source = network_from_source(written.text, written.class_name).eval()
    assert list(source.state_dict()) == list(module.state_dict())
    source.load_state_dict(module.state_dict())
    with torch.no_grad():
        result = module(batch)
        assert tuple(result.shape) == (BATCH, *found.facts["block1"].outputs[0].sizes)
        assert torch.equal(result, source(batch))
    project = Project(networks=networks)
    assert parse_project(dump_project(project)) == project
