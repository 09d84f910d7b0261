"""Every registered layer, with drawn parameters and shapes: its declaration and torch must say the same."""

from __future__ import annotations

from typing import Any

import pytest
import torch
from hypothesis import HealthCheck, assume, given, settings, strategies as st

import playground.layers  # noqa: F401  (registers the built-in layers)
from playground.core.forms import FormField, form_fields
from playground.core.graph import Graph, Link, Node
from playground.core.layer import REGISTRY, Layer
from playground.core.shape import Shape, ShapeError
from playground.engine.compiler import compile_graph

LARGEST = 6
BATCH = 3


def values(field: FormField) -> st.SearchStrategy[Any]:
    """JSON values that the field allows, small enough to build in a moment."""
    options: list[st.SearchStrategy[Any]] = []
    low, high = field.minimum or 0, LARGEST if field.maximum is None else min(field.maximum, LARGEST)
    if field.kind in ("int", "pair", "shape"):
        whole = st.integers(int(low), int(high))
        options.append(whole if field.kind != "shape" else st.lists(whole, min_size=1, max_size=3))
        if field.kind == "pair":
            options.append(st.tuples(whole, whole))
    elif field.kind == "float":
        options.append(
            st.floats(low, high, exclude_min=field.exclusive_minimum, exclude_max=field.exclusive_maximum, width=32)
        )
    elif field.kind == "bool":
        options.append(st.booleans())
    if field.choices:
        options.append(st.sampled_from(field.choices))
    if field.optional:
        options.append(st.none())
    return st.one_of(options)


@st.composite
def shapes(draw: st.DrawFn, count: int) -> list[Shape]:
    """``count`` shapes of one rank that are equal, or differ in one dimension."""
    sizes = draw(st.lists(st.integers(1, 9), min_size=1, max_size=3))
    found = [sizes]
    axis = draw(st.integers(0, len(sizes) - 1))
    for _ in range(count - 1):
        other = list(sizes)
        if draw(st.booleans()):
            other[axis] = draw(st.integers(1, 9))
        found.append(other)
    return [Shape.of(each) for each in found]


def graph_of(layer: Layer, params: dict[str, Any], given_shapes: list[Shape]) -> Graph:
    """The layer behind one Input of a fixed shape for each of ``given_shapes``."""
    inputs = [
        Node(id=f"input{i}", type="Input", params={"shape": list(shape.sizes)})
        for i, shape in enumerate(given_shapes, start=1)
    ]
    end = Node(id="layer1", type=layer.type_name, params=params)
    return Graph(nodes=(*inputs, end), links=tuple(Link(source=node.id, target=end.id) for node in inputs))


@pytest.mark.filterwarnings("ignore:Using padding='same' with even kernel")
@pytest.mark.parametrize("kind", REGISTRY.all(), ids=lambda kind: kind.type_name)
@settings(
    max_examples=40, deadline=None, derandomize=True,
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
)  # fmt: skip
@given(data=st.data())
def test_shape_rule_and_parameter_count_are_those_of_the_compiled_module(
    kind: type[Layer], data: st.DataObject
) -> None:
    params = {field.name: data.draw(values(field), field.name) for field in form_fields(kind)}
    node = Node(id="layer1", type=kind.type_name, params=params)
    assert node.layer is not None, node.fault
    if not kind.inputs:
        shape = node.layer.source_shape(Shape.image(1, 5, 5))
        assert shape is not None
        module = compile_graph(Graph(nodes=(node,)), Shape.image(1, 5, 5))
        batch = torch.rand(BATCH, *shape.sizes)
        assert torch.equal(module(batch), batch)
        return
    count = data.draw(st.integers(2, 3)) if kind.inputs[0].many else len(kind.inputs)
    drawn = data.draw(shapes(count))
    try:
        expected = node.layer.output_shape(*drawn)
    except ShapeError:
        assume(False)
    module = compile_graph(graph_of(node.layer, params, drawn), Shape.vector(1))
    output = module(*[torch.rand(BATCH, *shape.sizes) for shape in drawn])
    assert tuple(output.shape) == (BATCH, *expected.sizes)
    assert sum(p.numel() for p in module.parameters()) == node.layer.parameter_count(*drawn)
    assert node.layer.multiply_adds(*drawn) >= 0
