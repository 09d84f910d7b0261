"""The terms of one number sum to what torch gave there: for every kind of layer, with drawn parameters."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from random import Random

import numpy as np
import pytest
import torch
from drawing import Drawn, accepted
from side_by_side import IDS, KINDS, side_by_side
from torch import nn

from playground.core.layer import Layer
from playground.core.plan import make_plan
from playground.engine.compiler import build
from playground.engine.lenses.arithmetic.explaining import explain
from playground.engine.lenses.arithmetic.stages import dissect
from playground.protocol.lenses.arithmetic import Attending, Gates, Moved, Part, Shares, Terms, Windows

COUNT = 8  # of each kind; the drawing is the same every time
INDEXES = 2

each_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.type_name)


@cache
def layers_of(kind: type[Layer]) -> list[Drawn]:
    taken, _ = accepted(kind, COUNT, seed=7)
    return [one for one in taken if one.node.params.get("vocabulary", IDS) >= IDS]


def added_up(part: Part) -> float:
    """What the terms that a person sees come to, by hand."""
    if isinstance(part, Windows):
        return windows_added_up(part)
    if isinstance(part, Terms):
        found = {"product": np.prod, "max": np.max}.get(part.how, np.sum)(part.parts)
        return float(found + part.rest + (part.bias or 0.0)) / (part.divisor or 1.0)
    if isinstance(part, Shares):
        share = np.exp(part.scores[part.chosen] - part.largest) / part.total
        return float(np.log(share)) if part.logarithm else float(share)
    if isinstance(part, Attending):
        return float(part.parts.sum() + part.bias)
    return part.result


def windows_added_up(part: Windows) -> float:
    axes = tuple(range(1, part.values.ndim))
    if part.how == "max":
        inside = np.where(part.padding, -np.inf, part.values[0].astype(np.float64))
        assert inside.reshape(-1)[part.chosen] == inside.max()
        return float(inside.max())
    if part.how == "mean":
        return float(part.values.astype(np.float64).sum() / part.divisor)  # type: ignore[operator]
    assert part.weights is not None
    sums = (part.values.astype(np.float64) * part.weights).sum(axes) * (1.0 if part.factors is None else part.factors)
    np.testing.assert_allclose(sums, part.sums, rtol=1e-5, atol=1e-6)
    return float(sums.sum() + part.rest + (part.bias or 0.0))


def stirred(module: nn.Module) -> None:
    """Every weight and average another one than the first: scales of 1 and shifts of 0 hide mistakes."""
    for tensor in (*module.parameters(), *(b for b in module.buffers() if b.is_floating_point())):
        with torch.no_grad():
            tensor.add_(0.3 * torch.rand_like(tensor))


@pytest.mark.filterwarnings("ignore:Using padding='same' with even kernel")
@each_kind
def test_the_terms_sum_to_what_torch_gave(kind: type[Layer]) -> None:
    torch.manual_seed(3)
    random = Random(f"index {kind.type_name}")
    bench = side_by_side(layers_of(kind))
    module = build(make_plan(bench.graph, None))
    stirred(module)
    module.eval()
    batch = [each[:1] for each in bench.batch]
    with torch.inference_mode():
        found = module(*batch)
        values = found if isinstance(found, tuple) else (found,)
        for one, end in zip(bench.layers, bench.ends, strict=True):
            dissected = dissect(module, one.node.id, *batch) if one.layer.role != "exit" else None
            if dissected is None:
                continue
            real = values[end][0][0]
            for _ in range(INDEXES):
                index = tuple(random.randrange(size) for size in real.shape)
                check(one, dissected, index, float(real[index]))


def check(one: Drawn, dissected: object, index: tuple[int, ...], real: float) -> None:
    explained = explain(dissected, index)  # type: ignore[arg-type]
    parts = explained.parts
    told = f"{one} at {index}: {parts}"
    assert "not written out" not in parts[-1].note, told
    scale = 1e-5 * (1 + max(abs(part.result) for part in parts))
    assert parts[-1].result == pytest.approx(real, rel=1e-5, abs=scale), told
    for part in parts:
        assert added_up(part) == pytest.approx(part.result, rel=1e-5, abs=scale), told
    for before, after in pairwise(parts):  # each begins with what the one before gave
        if hasattr(after, "x") and isinstance(after.x, float):
            assert after.x == pytest.approx(before.result, rel=1e-5, abs=scale), told
    for box in explained.reads:
        sizes = one.shapes[box.number].sizes if box.number < len(one.shapes) else one.shapes[0].sizes
        assert all(0 <= low < high <= size for low, high, size in zip(box.low, box.high, sizes, strict=True)), told


def test_a_layer_that_keeps_its_values_says_from_where() -> None:
    for kind in KINDS:
        if kind.type_name not in ("Flatten", "Permute", "Reshape", "PixelShuffle", "Slice", "Select", "Concatenate"):
            continue
        bench = side_by_side(layers_of(kind)[:6])
        module = build(make_plan(bench.graph, None)).eval()
        batch = [each[:1] for each in bench.batch]
        for one in bench.layers:
            dissected = dissect(module, one.node.id, *batch)
            assert dissected.output is not None
            index = tuple(size // 2 for size in dissected.output.shape[1:])
            (part,) = explain(dissected, index).parts
            assert isinstance(part, Moved)
            assert part.source is not None
            assert float(dissected.inputs[part.number][0][part.source]) == float(dissected.output[0][index]), one


@pytest.mark.parametrize("mode", ["zeros", "reflect", "replicate", "circular"])
def test_every_padding_of_torch(mode: str) -> None:
    torch.manual_seed(5)
    layer = nn.Conv2d(4, 6, (3, 2), (2, 1), (2, 1), (1, 2), groups=2, padding_mode=mode)
    network = torch.fx.symbolic_trace(nn.Sequential(layer)).eval()
    x = torch.randn(1, 4, 7, 6)
    name = next(node.name for node in network.graph.nodes if node.op == "call_module")
    with torch.inference_mode():
        out = network(x)
        dissected = dissect(network, name, x)
        for index in np.ndindex(*out.shape[1:]):
            (part,) = explain(dissected, index).parts
            assert isinstance(part, Windows)
            assert part.result == pytest.approx(float(out[0][index]), rel=1e-5, abs=1e-5)
            assert windows_added_up(part) == pytest.approx(part.result, abs=1e-5)


def test_the_window_lies_where_the_gradient_says() -> None:
    torch.manual_seed(6)
    network = torch.fx.symbolic_trace(nn.Sequential(nn.Conv2d(3, 2, 3, 2, 1, 2))).eval()
    x = torch.randn(1, 3, 9, 8)
    name = next(node.name for node in network.graph.nodes if node.op == "call_module")
    for index in [(0, 0, 0), (1, 2, 1), (1, 3, 2)]:
        with torch.inference_mode():
            (box,) = explain(dissect(network, name, x), index).reads
        probe = x.clone().requires_grad_()
        network(probe)[0][index].backward()
        assert probe.grad is not None
        touched = probe.grad[0].nonzero()
        assert box.low == tuple(touched.min(0).values.tolist())
        assert box.high == tuple((touched.max(0).values + 1).tolist())


@pytest.mark.parametrize("bidirectional", [False, True])
@pytest.mark.parametrize("cell", [nn.LSTM, nn.GRU])
def test_the_state_before_is_that_of_torch(cell: type[nn.RNNBase], bidirectional: bool) -> None:
    torch.manual_seed(8)
    layer = cell(3, 4, batch_first=True, bidirectional=bidirectional).eval()  # type: ignore[call-arg]
    x = torch.randn(1, 6, 3)
    graph = torch.fx.Graph()
    made = graph.call_module("cell", (graph.placeholder("x"),))
    graph.output(made)
    module = torch.fx.GraphModule({"cell": layer}, graph)
    with torch.inference_mode():
        steps, _ = layer(x)
        (part,) = explain(dissect(module, "cell", x), (3, 2)).parts
        assert isinstance(part, Gates)
        assert dict(part.before)["h′"] == pytest.approx(float(steps[0, 2, 2]), abs=1e-6)
        if bidirectional:
            (back,) = explain(dissect(module, "cell", x), (3, 6)).parts
            assert isinstance(back, Gates)
            assert back.backwards
            assert dict(back.before)["h′"] == pytest.approx(float(steps[0, 4, 6]), abs=1e-6)


def test_attention_weights_are_those_that_torch_gives() -> None:
    torch.manual_seed(9)
    layer = nn.MultiheadAttention(8, 2, batch_first=True).eval()
    q, k = torch.randn(1, 5, 8), torch.randn(1, 7, 8)
    graph = torch.fx.Graph()
    one, two = graph.placeholder("q"), graph.placeholder("k")
    graph.output(graph.call_module("attend", (one, two, two)))
    module = torch.fx.GraphModule({"attend": layer}, graph)
    with torch.inference_mode():
        _, weights = layer(q, k, k, average_attn_weights=False)
        (part,) = explain(dissect(module, "attend", q, k), (3, 5)).parts
    assert isinstance(part, Attending)
    np.testing.assert_allclose(part.weights, weights[0, :, 3].numpy(), rtol=1e-5, atol=1e-6)
    np.testing.assert_allclose(np.exp(part.scores) / np.exp(part.scores).sum(1, keepdims=True), part.weights, rtol=1e-5)
