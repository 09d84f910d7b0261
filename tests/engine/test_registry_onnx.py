"""Every registered layer with drawn parameters as ONNX: onnxruntime computes what torch computes.

The layers of one family are exported side by side as one model, and run at other batch sizes than that of the example.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import onnxruntime
import pytest
import torch
from drawing import Drawn, accepted
from side_by_side import KINDS, results, side_by_side

from playground.core.graph import Node
from playground.core.layer import FAMILIES
from playground.core.plan import make_plan
from playground.core.shape import Shape
from playground.engine.compiler import build
from playground.engine.export.tracing import following

pytestmark = pytest.mark.usefixtures("onnx_operators")
# No dimension that is drawn has this size: what is fixed to it by mistake is found out.
EXAMPLE_BATCH = 11
BATCHES = (1, 7)
TOLERANCE = 1e-4
# Each step of a sequence is unrolled, so a conversion takes its time.
SETS = {"recurrent": 1, "attention": 1}


def without_operator(one: Drawn) -> str | None:
    """Why there is no ONNX operator for this; None when there is one."""
    layer = one.layer
    if one.node.type.startswith("Adaptive"):
        sizes = one.outputs[0].spatial
        even = all(n % size == 0 for n, size in zip(one.shapes[0].spatial, sizes, strict=True))
        if not even:
            return "ONNX pools windows of one size; these parts differ in size"
        if len(sizes) == 3:
            return "torch's exporter does not know adaptive pooling of volumes"
    if one.node.type.startswith("ConvTranspose"):
        added, stride = (np.atleast_1d(getattr(layer, name)) for name in ("output_padding", "stride"))
        if np.any(added >= stride):
            return "onnxruntime refuses an output padding that is not below the stride; torch allows it with dilation"
    return None


def drawn_for(family: str) -> list[Drawn]:
    found: list[Drawn] = []
    for kind in KINDS:
        if kind.family == family:
            taken = [one for one in accepted(kind, 40, seed=3)[0] if without_operator(one) is None and is_small(one)]
            assert taken, f"{kind.type_name}: nothing that ONNX has was drawn"
            found += taken[: SETS.get(family, 2)]
    return found


def is_small(one: Drawn) -> bool:
    """Few steps to unroll, and a vocabulary of more than one word."""
    params = one.node.params
    unrolled = one.shapes[0].sizes[0] * params["layers"] if "layers" in params else 1
    return unrolled <= 6 and params.get("vocabulary", 2) > 1


@pytest.mark.parametrize("family", [f for f in FAMILIES if any(kind.family == f for kind in KINDS)])
def test_onnxruntime_agrees_with_torch(family: str) -> None:
    torch.manual_seed(2)
    bench = side_by_side(drawn_for(family))
    module = build(make_plan(bench.graph, None)).eval()
    example = tuple(_batch(x, EXAMPLE_BATCH) for x in bench.batch)
    names = [f"in{number}" for number in range(len(example))]
    free = torch.export.Dim("batch")
    with following("ONNX"):
        program = torch.onnx.export(
            module, example, input_names=names, dynamic_shapes=tuple({0: free} for _ in example), dynamo=True,
            external_data=False, verbose=False,
        )  # fmt: skip
    assert program is not None
    session = _session(program.model_proto.SerializeToString())
    wanted = {node.name for node in session.get_inputs()}
    for size in BATCHES:
        batch = tuple(_batch(x, size) for x in bench.batch)
        given = {name: x.numpy() for name, x in zip(names, batch, strict=True) if name in wanted}
        theirs = session.run(None, given)
        with torch.no_grad():
            ours = results(module, batch)
        for one, end in zip(bench.layers, bench.ends, strict=True):
            for found, expected in zip(theirs[end], ours[end], strict=True):
                assert found.shape == tuple(expected.shape), one
                assert np.allclose(found, expected.numpy(), rtol=TOLERANCE, atol=TOLERANCE), one


def _batch(like: torch.Tensor, size: int) -> torch.Tensor:
    shape = (size, *like.shape[1:])
    return torch.randn(shape) if like.is_floating_point() else torch.randint(0, 2, shape)


def _session(content: bytes) -> Any:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads, options.log_severity_level = 1, 3
    return onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"])


@pytest.mark.parametrize(
    ("kind", "params", "shape", "reason"),
    [
        ("AdaptiveMaxPool", {"size": [3]}, (2, 4, 6), "ONNX pools windows of one size"),
        ("AdaptiveAvgPool", {"size": [2]}, (2, 4, 4, 4), "torch's exporter does not know"),
        ("ConvTranspose1D", {"padding": "valid", "output_padding": 2, "dilation": 3}, (6, 1), "onnxruntime refuses"),
    ],
)
def test_what_is_left_out_is_really_not_there(kind, params, shape, reason):
    """When a newer torch or onnxruntime has it, the exception above can go."""
    node = Node(id="layer1", type=kind, params=params)
    given = Shape.of(shape)
    assert node.layer is not None
    one = Drawn(node, (given,), node.layer.outputs_for(given))
    assert (without_operator(one) or "").startswith(reason)
    bench = side_by_side([one])
    module = build(make_plan(bench.graph, None)).eval()
    free = torch.export.Dim("batch")
    with pytest.raises(Exception, match=r"cannot write this network as ONNX|inconsistent with input spatial") as failed:  # noqa: PT012
        with following("ONNX"):
            program = torch.onnx.export(
                module, bench.batch, input_names=["x"], dynamic_shapes=({0: free},), dynamo=True, external_data=False,
                verbose=False,
            )  # fmt: skip
        _session(program.model_proto.SerializeToString()).run(None, {"x": bench.batch[0].numpy()})
    assert failed.value is not None
