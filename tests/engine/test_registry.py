"""Every registered layer, with drawn parameters and input shapes: declaration, torch, file and exported source agree.

Many layers stand side by side in one network, each behind Inputs of its own, so that one compilation and one run look
at all of them. A failure names the layer with its parameters.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
import torch
from drawing import Drawn, accepted
from generated import network_from_source
from side_by_side import BATCH, IDS, KINDS, Bench, results, side_by_side
from torch import Tensor, fx

from playground.core.codegen import generate
from playground.core.files import dump_project, parse_project
from playground.core.layer import Layer
from playground.core.plan import ACTIVATION, make_plan
from playground.core.project import Project
from playground.core.shape import Change
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
        # what an Output names is counted where it is made
        assert facts.multiply_adds >= 0 and (facts.activations > 0) == (one.layer.role != "exit"), one
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
