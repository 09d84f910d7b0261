"""Every registered layer, with drawn parameters and input shapes: declaration, torch, file and exported source agree.

Many layers stand side by side in one network, each behind Inputs of its own, so that one compilation and one run look
at all of them. A failure names the layer with its parameters.
"""

from __future__ import annotations

from functools import cache
from random import Random
from typing import Any

import pytest
import torch
from drawing import RANKS, Drawn, accepted, shapes
from generated import network_from_source
from hypothesis import given, settings, strategies as st
from networks import chain
from side_by_side import BATCH, IDS, KINDS, Bench, results, side_by_side
from torch import Tensor, fx

from playground.core.blocks import interface
from playground.core.codegen import generate
from playground.core.files import dump_project, parse_project
from playground.core.forms import FormField, form_fields
from playground.core.graph import Graph, Link, Node
from playground.core.infer import infer
from playground.core.layer import Layer
from playground.core.plan import ACTIVATION, make_plan
from playground.core.project import Project
from playground.core.shape import Change, Shape, ShapeError
from playground.core.weights import Weighted
from playground.engine.compiler import build

COUNT = 200
TOGETHER = 50
# Of what is drawn, at least this part has a shape: the draws are about the layer, and not about refusing.
SHARE = 0.15

each_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.type_name)


@cache
def draws(kind: type[Layer]) -> tuple[list[Drawn], list[Drawn]]:
    return accepted(kind, COUNT)


def benches(kind: type[Layer]) -> list[Bench]:
    layers, _ = draws(kind)
    # a vocabulary of one word has no second id
    layers = [one for one in layers if one.node.params.get("vocabulary", IDS) >= IDS]
    return [side_by_side(layers[at : at + TOGETHER]) for at in range(0, len(layers), TOGETHER)]


def numbers_of(module: fx.GraphModule, node_id: str) -> tuple[int, int]:
    """Learned numbers of a layer and of its activation, and those of them that training changes."""
    own = [p for name, p in module.named_parameters() if name.partition(".")[0] in (node_id, node_id + ACTIVATION)]
    return sum(p.numel() for p in own), sum(p.numel() for p in own if p.requires_grad)


@pytest.mark.filterwarnings("ignore:Using padding='same' with even kernel")
@each_kind
def test_torch_the_file_and_the_exported_source_say_what_the_declaration_says(kind: type[Layer]) -> None:
    torch.manual_seed(1)
    for bench in benches(kind):
        check_file(bench)
        plan = make_plan(bench.graph, None)
        module = build(plan)
        written = generate(plan)
        source = network_from_source(written.text, written.class_name)
        assert list(source.state_dict()) == list(module.state_dict())
        source.load_state_dict(module.state_dict())
        for mode in (False, True):
            module.train(mode), source.train(mode)
            ours, theirs = results(module, bench.batch), results(source, bench.batch)
            check_values(bench, ours, theirs)
        check_numbers(bench, module)
        check_gradients(bench, module, ours)


def check_file(bench: Bench) -> None:
    project = Project(networks={"Network": bench.graph})
    text = dump_project(project)
    read = parse_project(text)
    assert read == project
    assert dump_project(read) == text
    for one in bench.layers:
        again = read.networks["Network"].by_id[one.node.id].layer
        assert again is not None
        if one.layer.input_ports():
            assert again == one.layer


def check_values(bench: Bench, ours: tuple[Tensor, ...], theirs: tuple[Tensor, ...]) -> None:
    assert len(ours) == len(theirs) == sum(len(range(*end.indices(len(ours)))) for end in bench.ends)
    for one, end in zip(bench.layers, bench.ends, strict=True):
        for value, other, shape in zip(ours[end], theirs[end], one.outputs, strict=True):
            assert tuple(value.shape) == (BATCH, *shape.sizes), one
            assert value.is_floating_point() != shape.whole, f"{one}: ids come out as numbers, or numbers as ids"
            assert bool(torch.isfinite(value).all()), one
            assert torch.equal(value, other), f"{one}: the exported source computes something else"


def check_numbers(bench: Bench, module: fx.GraphModule) -> None:
    for one in bench.layers:
        facts = bench.found.facts[one.node.id]
        assert facts.outputs == one.outputs, one
        assert (facts.parameters, facts.trainable) == numbers_of(module, one.node.id), one
        assert facts.multiply_adds >= 0 and facts.activations > 0, one
        sight = one.layer.sight(*one.shapes)
        if sight is not None and sight.extent:
            assert len(sight.extent) == len(sight.step) == len(one.shapes[0].spatial), one
            assert min(sight.extent) >= 1 and min(sight.step) > 0, one
        assert isinstance(one.layer.caption(), str) and "\n" not in one.layer.caption()
        if one.layer.final_activation() is not None:
            assert one.layer.final_activation() in ("softmax", "log_softmax", "sigmoid")


def check_gradients(bench: Bench, module: fx.GraphModule, outputs: tuple[Tensor, ...]) -> None:
    """What is trainable is reached from the result, and what is frozen is not."""
    total = sum(value.square().sum() for value in outputs if value.requires_grad)
    if isinstance(total, Tensor):
        total.backward()
    by_id = {one.node.id: one for one in bench.layers}
    for name, parameter in module.named_parameters():
        one = by_id[name.partition(".")[0].partition("__")[0]]
        assert (parameter.grad is not None) == parameter.requires_grad, f"{one}: {name}"
        if isinstance(one.layer, Weighted):
            assert parameter.requires_grad != one.layer.frozen, f"{one}: {name}"


@each_kind
def test_a_good_share_of_what_is_drawn_has_a_shape(kind: type[Layer]) -> None:
    """Else the test above would be about a corner of the layer."""
    taken, refused = draws(kind)
    assert len(taken) == COUNT
    assert len(taken) / (len(taken) + len(refused)) >= SHARE


@each_kind
def test_what_is_refused_is_told_with_a_way_out(kind: type[Layer]) -> None:
    for one in draws(kind)[1]:
        error = one.refused
        assert error is not None
        assert error.message and not error.message.endswith("."), one
        assert error.message[0].islower() or error.message[0].isdigit(), f"{one}: it follows the layer's name"
        assert error.hint.endswith("."), f"{one}: {error.message}"
        if isinstance(error.remedy, Change):
            mended = one.node.replace(params={**one.node.params, **_plain(error.remedy.params)})
            assert mended.layer is not None, f"{one}: the remedy {error.remedy.params} is refused: {mended.fault}"
            assert mended.layer != one.layer, f"{one}: the remedy {error.remedy.params} changes nothing"


def _plain(params: Any) -> dict[str, Any]:
    return {name: list(value) if isinstance(value, tuple) else value for name, value in params.items()}


NONSENSE = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=8)
    | st.sampled_from([0, -1, 10**9, 10**30, -(10**30), 1e300, "same", "ReLU", "3", []]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=2),
    max_leaves=5,
)  # fmt: skip


@each_kind
@settings(max_examples=30, deadline=None, derandomize=True)
@given(data=st.data())
def test_nonsense_is_told_with_the_field_and_its_limits(kind: type[Layer], data: st.DataObject) -> None:
    fields = form_fields(kind)
    name = data.draw(st.sampled_from([*(field.name for field in fields), "no_such_field"]))
    value = data.draw(NONSENSE)
    node = Node(id="layer1", type=kind.type_name, params={name: value})
    if node.fault is not None:
        field = next((field for field in fields if field.name == name), None)
        assert node.fault.field == name
        assert name.replace("_", " ") in node.fault.message or repr(name) in node.fault.message
        assert node.fault.hint.endswith(".") and len(node.fault.message) < 400
        for limit in broken_limits(field, value):
            assert f"{limit:g}" in node.fault.message.replace(",", "") or f"{limit:,}" in node.fault.message
    elif name == "no_such_field":
        pytest.fail(f"{kind.type_name} takes a field that it does not have")
    graph = Graph(nodes=(node,))
    problems = infer(graph, "Network", Shape.image(1, 8, 8)).problems
    assert (node.fault is not None) == any(problem.code == "parameter" for problem in problems)
    assert parse_project(dump_project(Project(networks={"Network": graph}))).networks["Network"] == graph


def broken_limits(field: FormField | None, value: Any) -> list[float]:
    """The limits of a plain number that ``value`` breaks."""
    if field is None or field.kind not in ("int", "float") or isinstance(value, bool):
        return []
    if not isinstance(value, int if field.kind == "int" else (int, float)):
        return []
    low = [field.minimum] if field.minimum is not None and value < field.minimum else []
    return low + ([field.maximum] if field.maximum is not None and value > field.maximum else [])


@each_kind
def test_the_largest_and_smallest_parameters_have_a_shape_or_a_reason(kind: type[Layer]) -> None:
    """Nothing is built here: a file can ask for a layer of a billion weights, and is told their number."""
    random = Random(kind.type_name)
    fields = [field for field in form_fields(kind) if field.kind in ("int", "float", "pair", "shape")]
    for field in fields:
        for limit in (field.minimum, field.maximum):
            if limit is None:
                continue
            edge = _edge(field, limit)
            node = Node(id="layer1", type=kind.type_name, params={field.name: edge})
            assert node.layer is not None, f"{field.name} = {edge}: {node.fault}"
            for rank in sorted(set(RANKS)):
                given_shapes = shapes(kind, node.layer, random, [rank])
                try:
                    outputs = node.layer.outputs_for(*given_shapes)
                except ShapeError as error:
                    assert error.message
                    continue
                assert node.layer.parameter_count(*given_shapes) >= 0
                assert node.layer.multiply_adds(*given_shapes) >= 0
                assert all(min(shape.sizes, default=1) >= 1 for shape in outputs)


def _edge(field: FormField, limit: float) -> Any:
    if field.kind == "shape":
        return [limit]
    if field.kind == "float":
        inside = 1e-6 * (1 if limit == field.minimum else -1)
        open_end = field.exclusive_minimum if limit == field.minimum else field.exclusive_maximum
        return float(limit) + (inside if open_end else 0.0)
    return limit


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
