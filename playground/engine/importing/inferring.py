"""The shapes that an operator gives which no layer stands for, from ONNX's definition of that one operator.

ONNX can work out the shapes of a whole file, too, but then the file says how much memory that takes: an axis count can
double with every operator, and a shape that is followed through a computation is as long as the file likes.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import onnx
import onnx.defs
import onnx.shape_inference
from onnx import TensorProto, helper, numpy_helper

from playground.engine.importing.model import Op, Subgraph
from playground.engine.importing.placeholders import Loose
from playground.engine.importing.views import BATCHES, Known, Value, View

Sizes = tuple[int | None, ...]
MAX_NUMBERS = 64  # of a constant or an attribute that says a shape
MAX_ENDS = 64  # inputs, outputs and attributes of one operator


def inferred_sizes(op: Op, inputs: Sequence[Value | Loose | None], opset: int) -> tuple[Sizes | None, ...]:
    """Sizes of each output, None for one that follows the batch or is not known; None for an output without a shape."""
    nothing: tuple[Sizes | None, ...] = (None,) * len(op.outputs)
    if op.domain or max(len(inputs), len(op.outputs), len(op.attributes)) > MAX_ENDS:
        return nothing
    if not onnx.defs.has(op.kind) or any(_unreadable(value) for value in op.attributes.values()):
        return nothing
    try:
        one, other = (_sizes(op, inputs, opset, number) for number in range(len(BATCHES)))
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001  (onnx raises classes of its own; then the placeholder's shape stays open)
        return nothing
    return tuple(_common(a, b) for a, b in zip(one, other, strict=True))


def _unreadable(value: Any) -> bool:
    """Whether an attribute is a network, or longer than any shape."""
    if isinstance(value, np.ndarray):
        return value.size > MAX_NUMBERS
    return isinstance(value, Subgraph) or (isinstance(value, (str, tuple)) and len(value) > MAX_NUMBERS)


def _sizes(op: Op, inputs: Sequence[Value | Loose | None], opset: int, number: int) -> list[Sizes | None]:
    """For the batch ``BATCHES[number]``. Raises whatever onnx does."""
    names = ["" if value is None else f"in{index}" for index, value in enumerate(inputs)]
    given = {name: value for name, value in zip(names, inputs, strict=True) if value is not None}
    outputs = [f"out{index}" for index in range(len(op.outputs))]
    node = helper.make_node(op.kind, names, outputs)
    for name, value in op.attributes.items():
        if not (isinstance(value, tuple) and not value):  # nothing tells of what kind an empty list is
            plain = numpy_helper.from_array(value) if isinstance(value, np.ndarray) else value
            node.attribute.append(helper.make_attribute(name, plain))
    found = onnx.shape_inference.infer_node_outputs(
        onnx.defs.get_schema(op.kind, opset, ""),
        node,
        {name: _type(value, number) for name, value in given.items()},
        {
            name: numpy_helper.from_array(value.values[number].copy())  # of its own, not spread out of one number
            for name, value in given.items()
            if isinstance(value, Known) and value.values[number].size <= MAX_NUMBERS
        },
        opset_imports=[helper.make_opsetid("", opset)],
    )
    return [_read(found.get(name)) for name in outputs]


def _type(value: Value | Loose, number: int) -> onnx.TypeProto:
    if isinstance(value, View):
        return helper.make_tensor_type_proto(
            TensorProto.INT64 if value.shape.whole else TensorProto.FLOAT, value.sizes(number)
        )
    if isinstance(value, Known):
        array = value.values[number]
        return helper.make_tensor_type_proto(helper.np_dtype_to_tensor_dtype(array.dtype), array.shape)
    return helper.make_tensor_type_proto(TensorProto.FLOAT, None)


def _read(found: onnx.TypeProto | None) -> Sizes | None:
    if found is None or not found.HasField("tensor_type") or not found.tensor_type.HasField("shape"):
        return None
    dims = found.tensor_type.shape.dim
    if len(dims) > MAX_NUMBERS:
        return None
    return tuple(dim.dim_value if dim.HasField("dim_value") and dim.dim_value > 0 else None for dim in dims)


def _common(one: Sizes | None, other: Sizes | None) -> Sizes | None:
    if one is None or other is None or len(one) != len(other):
        return None
    return tuple(a if a == b else None for a, b in zip(one, other, strict=True))
