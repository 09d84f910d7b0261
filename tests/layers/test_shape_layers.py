"""Layers that move values or leave some out: shapes, names, values, and what is offered when they do not fit."""

from __future__ import annotations

import json
from fractions import Fraction

import pytest
import torch
from running import module_of, run

from playground.core.layer import OWN_PLACE, Port, Sight
from playground.core.shape import Change, Shape, ShapeError
from playground.layers import Flatten, Permute, Repeat, Reshape, Select, Slice, Split, Squeeze, Unsqueeze

VECTOR, SEQUENCE, IMAGE = Shape.vector(12), Shape.sequence(6, 4), Shape.image(3, 8, 10)
# 2 steps of 3 features: 0 1 2 / 3 4 5
SIX = torch.arange(6.0).reshape(1, 2, 3)


@pytest.mark.parametrize(
    ("layer", "shape", "expected"),
    [
        (Flatten(), SEQUENCE, Shape.vector(24)),
        (Reshape(sizes=(3, 2, 2)), VECTOR, Shape.image(3, 2, 2)),
        (Reshape(sizes=(-1, 4)), VECTOR, Shape.sequence(3, 4)),
        (Reshape(), IMAGE, Shape.vector(240)),
        (Reshape(sizes=(1, 2, 3, 4)), SEQUENCE, Shape.volume(1, 2, 3, 4)),
        (Permute(), SEQUENCE, Shape((4, 6), ("features", "time"))),
        (Permute(order=(1, 2, 0)), IMAGE, Shape((8, 10, 3), ("height", "width", "channels"))),
        (Squeeze(), Shape.image(1, 8, 10), Shape((8, 10), ("height", "width"))),
        (Squeeze(), Shape.sequence(1, 4), Shape.vector(4)),
        (Squeeze(), Shape.image(1, 1, 1), Shape.vector(1)),
        (Squeeze(), IMAGE, IMAGE),
        (Squeeze(axis=1), Shape.image(3, 1, 10), Shape((3, 10), ("channels", "width"))),
        (Unsqueeze(), VECTOR, Shape.sequence(1, 12)),
        (Unsqueeze(axis=1), VECTOR, Shape.sequence(12, 1)),
        (Unsqueeze(), SEQUENCE, Shape.image(1, 6, 4)),
        (Select(index=-1), SEQUENCE, Shape.vector(4)),
        (Select(axis=1, index=3), SEQUENCE, Shape.vector(6)),
        (Select(axis=2), IMAGE, Shape((3, 8), ("channels", "height"))),
        (Slice(start=1), SEQUENCE, Shape.sequence(5, 4)),
        (Slice(axis=2, start=-4, stop=-1), IMAGE, Shape.image(3, 8, 3)),
        (Slice(axis=1, step=3), IMAGE, Shape.image(3, 3, 10)),
        (Slice(stop=100), VECTOR, VECTOR),
        (Repeat(times=5), VECTOR, Shape.sequence(5, 12)),
        (Repeat(times=5, axis=0), VECTOR, Shape.vector(60)),
        (Repeat(times=2, axis=2), IMAGE, Shape.image(3, 8, 20)),
    ],
)
def test_output_shape(layer, shape: Shape, expected: Shape) -> None:
    assert layer.output_shape(shape) == expected


@pytest.mark.parametrize(
    ("name", "params", "expected"),
    [
        ("Reshape", {"sizes": [3, -1]}, [[0, 1], [2, 3], [4, 5]]),
        ("Permute", {"order": [1, 0]}, [[0, 3], [1, 4], [2, 5]]),
        ("Select", {"axis": 1, "index": -1}, [2, 5]),
        ("Select", {"index": 1}, [3, 4, 5]),
        ("Slice", {"axis": 1, "step": 2}, [[0, 2], [3, 5]]),
        ("Slice", {"start": -1}, [[3, 4, 5]]),
        ("Repeat", {"axis": 1}, [[0, 1, 2, 0, 1, 2], [3, 4, 5, 3, 4, 5]]),
        ("Repeat", {"axis": 0}, [[0, 1, 2], [3, 4, 5], [0, 1, 2], [3, 4, 5]]),
        ("Unsqueeze", {"axis": 2}, [[[0], [1], [2]], [[3], [4], [5]]]),
        ("Flatten", {}, [0, 1, 2, 3, 4, 5]),
    ],
)
def test_values(name: str, params: dict[str, object], expected: list[object]) -> None:
    assert run(name, params, SIX)[0].tolist() == expected


def test_a_vector_repeated_without_an_axis_is_every_step() -> None:
    assert run("Repeat", {"times": 3}, torch.tensor([[1.0, 2.0]])).tolist() == [[[1, 2], [1, 2], [1, 2]]]


def test_squeeze_never_touches_the_batch() -> None:
    assert run("Squeeze", {}, torch.rand(1, 1, 3, 1)).shape == (1, 3)


@pytest.mark.parametrize(
    ("layer", "sizes"),
    [(Split(), [3, 3]), (Split(parts=3), [2, 2, 2]), (Split(sizes=(1, 5)), [1, 5]), (Split(sizes=(6,)), [6])],
)
def test_split_gives_each_part_a_port(layer: Split, sizes: list[int]) -> None:
    assert layer.output_ports() == tuple(Port(f"part{i}") for i in range(1, len(sizes) + 1))
    assert layer.output_shapes(SEQUENCE) == tuple(Shape.sequence(size, 4) for size in sizes)
    x = torch.rand(2, 6, 4)
    found = module_of("Split", layer.model_dump(mode="json"), SEQUENCE)(x)
    parts = found if isinstance(found, tuple) else (found,)
    assert [part.shape[1] for part in parts] == sizes
    assert torch.equal(torch.cat(parts, dim=1), x)


@pytest.mark.parametrize(
    ("layer", "shape", "said", "remedy"),
    [
        (
            Reshape(sizes=(5, 2)), VECTOR, "gets 12, that is 12 values; 5 × 2 holds 10 values",
            Change({"sizes": [-1, 2]}),
        ),
        (Reshape(sizes=(5, 5)), VECTOR, "5 × 5 holds 25 values", None),
        (Reshape(sizes=(-1, 5)), VECTOR, "−1 × 5 holds a multiple of 5", None),
        (Reshape(sizes=(-1, -1)), VECTOR, "its sizes are −1 × −1; each is 1 or more", None),
        (Reshape(sizes=(0, 12)), VECTOR, "its sizes are 0 × 12", None),
        (Permute(), IMAGE, "its order 1 × 0 does not name each axis", Change({"order": [1, 2, 0]})),
        (Permute(order=(0, 0)), SEQUENCE, "its order 0 × 0 does not name", Change({"order": [1, 0]})),
        (Squeeze(axis=0), SEQUENCE, "axis 0 of time 6 × features 4 has size 6", Change({"axis": None})),
        (Squeeze(axis=2), SEQUENCE, "axis 2, but time 6 × features 4 has axes 0 to 1", Change({"axis": None})),
        (Squeeze(axis=0), Shape.vector(1), "would leave no dimension", None),
        (Unsqueeze(axis=3), SEQUENCE, "has places 0 to 2 for one", Change({"axis": 2})),
        (Select(axis=1), VECTOR, "would leave no dimension of features 12", None),
        (Select(), VECTOR, "would leave no dimension of features 12", None),
        (Select(index=6), SEQUENCE, "takes index 6 of axis 0", Change({"index": 5})),
        (Select(index=-7), SEQUENCE, "takes index -7 of axis 0", Change({"index": 0})),
        (Slice(start=4, stop=2), SEQUENCE, "keeps nothing of the 6 places of axis 0", None),
        (Slice(axis=3), IMAGE, "works along axis 3", Change({"axis": 2})),
        (Split(parts=4), SEQUENCE, "cannot cut the 6 places of axis 0 into 4 equal parts", Change({"parts": 3})),
        (
            Split(sizes=(2, 3)), SEQUENCE, "has 6 places, but the parts have 2 + 3", Change({"sizes": [2, 4]}),
        ),
        (Split(sizes=(6, 3)), SEQUENCE, "but the parts have 6 + 3", None),
        (Repeat(), SEQUENCE, "without an axis it makes a sequence of a vector", Change({"axis": 0})),
        (Repeat(axis=1), VECTOR, "works along axis 1, but features 12 has only axis 0", Change({"axis": 0})),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_refused_with_a_remedy(layer, shape: Shape, said: str, remedy: Change | None) -> None:
    with pytest.raises(ShapeError) as refused:
        layer.output_shapes(shape)
    assert said in refused.value.message
    assert refused.value.remedy == remedy
    assert refused.value.hint.endswith(".")
    if remedy is not None:
        mended = type(layer).model_validate_json(json.dumps({**layer.model_dump(mode="json"), **remedy.params}))
        assert mended.output_shapes(shape)


@pytest.mark.parametrize("layer", [Flatten(), Reshape(), Permute(), Squeeze(), Unsqueeze(), Slice(), Split(), Select()])
def test_ids_stay_ids(layer) -> None:
    ids = Shape((2, 6), ("time", "features"), whole=True)
    assert all(shape.whole for shape in layer.outputs_for(ids))
    assert not any(shape.whole for shape in layer.outputs_for(Shape.sequence(2, 6)))


@pytest.mark.parametrize(
    ("layer", "shape", "expected"),
    [
        (Flatten(), IMAGE, OWN_PLACE),
        (Reshape(sizes=(3, 10, 8)), IMAGE, None),
        (Permute(order=(1, 2, 0)), IMAGE, OWN_PLACE),
        (Permute(order=(0, 2, 1)), IMAGE, None),
        (Slice(axis=0, step=2), IMAGE, OWN_PLACE),
        (Slice(axis=2, step=2), IMAGE, Sight.window((1, 1), (1, 2))),
        (Slice(step=3), SEQUENCE, Sight.window((1,), (Fraction(3),))),
        (Slice(start=1), SEQUENCE, OWN_PLACE),
        (Split(), IMAGE, OWN_PLACE),
    ],
)
def test_sight(layer, shape: Shape, expected: Sight | None) -> None:
    assert layer.sight(shape) == expected


@pytest.mark.parametrize(
    ("layer", "shape", "text"),
    [
        (Reshape(sizes=(3, -1)), VECTOR, ".reshape(-1, 3, 4)"),
        (Permute(), SEQUENCE, ".permute(0, 2, 1)"),
        (Squeeze(), Shape.image(1, 8, 1), ".squeeze((1, 3))"),
        (Squeeze(axis=0), Shape.sequence(1, 8), ".squeeze(1)"),
        (Unsqueeze(axis=1), VECTOR, ".unsqueeze(2)"),
        (Select(axis=1, index=-1), SEQUENCE, ".select(2, -1)"),
        (Slice(start=2), SEQUENCE, "[]((slice(None, None, None), slice(2, None, None)))"),
        (Split(axis=1), SEQUENCE, "torch.split(2, dim=2)"),
        (Split(sizes=(2, 4)), SEQUENCE, "torch.split([2, 4], dim=1)"),
        (Repeat(axis=0), SEQUENCE, ".repeat(1, 2, 1)"),
    ],
)  # fmt: skip
def test_what_runs(layer, shape: Shape, text: str) -> None:
    assert str(layer.call(shape)) == text


def test_caption() -> None:
    assert Reshape(sizes=(-1, 7, 7)).caption() == "−1 × 7 × 7"
    assert Permute().caption() == "1 × 0"
    assert Select(axis=1, index=-1).caption() == "axis 1 · −1"
    assert Slice(start=2, stop=-1, step=3).caption() == "axis 0 · 2:−1:3"
    assert Split().caption() == "axis 0 · 2 parts"
    assert Split(sizes=(16, 48)).caption() == "axis 0 · 16 + 48"
    assert Repeat(times=1000).caption() == "× 1,000"
    assert Squeeze().caption() == ""


def test_only_those_that_keep_every_value_once_say_so() -> None:
    for kind in (Flatten, Reshape, Permute, Squeeze, Unsqueeze):
        assert kind.keeps_values
    for kind in (Select, Slice, Split, Repeat):
        assert not kind.keeps_values
