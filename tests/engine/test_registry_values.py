"""Every registered layer with nonsense for a parameter, and with the smallest and largest that its fields allow."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest
from drawing import RANKS, shapes
from hypothesis import given, settings, strategies as st
from side_by_side import KINDS

from playground.core.files import dump_project, parse_project
from playground.core.forms import FormField, form_fields
from playground.core.graph import Graph, Node
from playground.core.infer import infer
from playground.core.layer import Layer
from playground.core.project import Project
from playground.core.shape import Shape, ShapeError

each_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.type_name)

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
            told = node.fault.message.replace(",", "")  # between thousands
            assert f"{limit:g}" in told or str(limit) in told
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
