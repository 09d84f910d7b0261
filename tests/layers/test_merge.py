"""Merging layers: values by hand, what may differ, and how a misfit is mended."""

from __future__ import annotations

import pytest
import torch
from networks import node
from running import run

from playground.core.graph import Graph, Link
from playground.core.infer import infer
from playground.core.project import Project
from playground.core.shape import Insert, Resize, Shape, ShapeError
from playground.layers import Add, Average, Concatenate, Dot, MatMul, Maximum, Multiply, Subtract

VECTOR, SEQUENCE, IMAGE = Shape.vector(4), Shape.sequence(5, 4), Shape.image(8, 6, 6)
A, B, C = (torch.tensor([values]) for values in ([1.0, 8.0, -3.0], [4.0, 2.0, 0.0], [1.0, 5.0, 6.0]))


@pytest.mark.parametrize(
    ("name", "inputs", "expected"),
    [
        ("Add", (A, B, C), [6, 15, 3]),
        ("Subtract", (A, B), [-3, 6, -3]),
        ("Multiply", (A, B, C), [4, 80, 0]),
        ("Maximum", (A, B, C), [4, 8, 6]),
        ("Average", (A, B, C), [2, 5, 1]),
        ("Concatenate", (A, B), [1, 8, -3, 4, 2, 0]),
        ("Dot", (A, B), [20]),
    ],
)
def test_values(name: str, inputs: tuple[torch.Tensor, ...], expected: list[float]) -> None:
    assert run(name, {}, *inputs)[0].tolist() == expected


def test_matrices_multiply() -> None:
    a, b = torch.tensor([[[1.0, 2.0], [3.0, 4.0]]]), torch.tensor([[[5.0], [6.0]]])
    assert run("MatMul", {}, a, b).tolist() == [[[17], [39]]]


def test_a_normalized_dot_is_the_cosine() -> None:
    found = run("Dot", {"normalize": True}, torch.tensor([[3.0, 0.0]]), torch.tensor([[2.0, 2.0]]))
    torch.testing.assert_close(found, torch.tensor([[0.5**0.5]]))


def test_dot_compares_sequences_step_by_step() -> None:
    a, b = torch.tensor([[[1.0, 2.0], [3.0, 4.0]]]), torch.tensor([[[1.0, 1.0], [0.0, 2.0]]])
    assert run("Dot", {}, a, b).tolist() == [[[3], [8]]]


def test_a_gate_weighs_whole_channels() -> None:
    gate = torch.tensor([0.5, 2.0]).reshape(1, 2, 1, 1)
    found = run("Multiply", {}, gate, torch.ones(1, 2, 3, 3))
    assert torch.equal(found, torch.cat([torch.full((1, 1, 3, 3), 0.5), torch.full((1, 1, 3, 3), 2.0)], dim=1))


@pytest.mark.parametrize(
    ("layer", "inputs", "expected"),
    [
        (Multiply(), [IMAGE, Shape.image(8, 1, 1)], IMAGE),
        (Multiply(), [Shape.image(1, 6, 6), IMAGE, Shape.image(8, 1, 1)], IMAGE),
        (Multiply(), [SEQUENCE, Shape.sequence(5, 1)], SEQUENCE),
        (Add(), [SEQUENCE, Shape((5, 4), ("height", "width"))], SEQUENCE),
        (Concatenate(axis=1), [SEQUENCE, Shape.sequence(5, 2)], Shape.sequence(5, 6)),
        (Concatenate(axis=3), [Shape.volume(1, 2, 3, 4)] * 2, Shape.volume(1, 2, 3, 8)),
        (MatMul(), [SEQUENCE, Shape((4, 5), ("features", "time"))], Shape((5, 5), ("time", "time"))),
        (MatMul(), [Shape((5, 5), ("time", "time")), SEQUENCE], SEQUENCE),
        (MatMul(), [IMAGE, Shape.image(8, 6, 2)], Shape.image(8, 6, 2)),
        (Dot(), [VECTOR, VECTOR], Shape.vector(1)),
        (Dot(), [SEQUENCE, SEQUENCE], Shape.sequence(5, 1)),
    ],
)
def test_output_shape(layer, inputs: list[Shape], expected: Shape) -> None:
    assert layer.output_shape(*inputs) == expected


WIDER, LARGER = Shape.image(16, 6, 6), Shape.image(8, 7, 7)


@pytest.mark.parametrize("kind", [Add, Subtract, Maximum, Average])
def test_nothing_is_stretched_to_fit(kind) -> None:
    for other in (Shape.image(8, 1, 1), Shape.image(1, 6, 6), LARGER, VECTOR):
        with pytest.raises(ShapeError, match=f"{kind.title} takes inputs of one shape"):
            kind().output_shape(IMAGE, other)


@pytest.mark.parametrize(
    ("layer", "inputs", "said", "remedy"),
    [
        (Add(), [IMAGE, WIDER], "gets channels 8 × height 6 × width 6 and channels 16", Resize(8, 1)),
        (Average(), [SEQUENCE, SEQUENCE, Shape.sequence(5, 9)], "and time 5 × features 9", Resize(4, 2)),
        (Subtract(), [IMAGE, LARGER], "Subtract takes inputs of one shape", None),
        (Multiply(), [IMAGE, WIDER], "or gates of size 1 along some axes", Resize(8, 1)),
        (Multiply(), [IMAGE, Shape.image(16, 1, 1)], "channels 8 × height 6 × width 6 and channels 16 ×", Resize(8, 1)),
        (Multiply(), [Shape.image(4, 1, 1), IMAGE], "gets channels 4 × height 1 × width 1 and", Resize(4, 1)),
        (Multiply(), [IMAGE, LARGER], "Multiply takes inputs of one shape", None),
        (Multiply(), [Shape.image(8, 1, 1), Shape.image(1, 6, 6)], "or gates of size 1", Resize(8, 1)),
        (Multiply(), [Shape.vector(8), IMAGE], "a gate has as many axes", Insert("Reshape", {"sizes": [8, 1, 1]}, 0)),
        (Concatenate(axis=1), [IMAGE, Shape.image(4, 9, 6)], "they may differ only in height", Resize(8, 1)),
        (Concatenate(), [IMAGE, LARGER], "they may differ only in channels", None),
        (MatMul(), [SEQUENCE, VECTOR], "it multiplies matrices", Insert("Unsqueeze", {"axis": 1}, 1)),
        (MatMul(), [SEQUENCE, Shape.sequence(6, 4)], "do not meet", Insert("Permute", {"order": [1, 0]}, 1)),
        (MatMul(), [SEQUENCE, Shape.sequence(9, 3)], "rows of 4 do not meet columns of 9", Resize(9, 0)),
        (MatMul(), [SEQUENCE, IMAGE], "all axes but the last two must be equal", None),
        (Dot(), [VECTOR, IMAGE], "it takes vectors, or sequences", Insert("Flatten", input=1)),
        (Dot(), [VECTOR, Shape.vector(5)], "Dot takes inputs of one shape", Resize(4, 1)),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_refused_with_a_remedy(layer, inputs: list[Shape], said: str, remedy: object) -> None:
    with pytest.raises(ShapeError) as refused:
        layer.output_shape(*inputs)
    assert said in refused.value.message
    assert refused.value.remedy == remedy
    assert refused.value.hint.endswith(".")


def mended(graph: Graph) -> tuple[str, Graph]:
    """The text of the fix for the first problem of ``graph``, and the graph after it."""
    fix = infer(graph, "Net", None).problems[0].fix
    assert fix is not None
    return fix.text, fix.edit.apply(Project(networks={"Net": graph})).networks["Net"]


def test_channels_that_differ_are_mended_with_one_click() -> None:
    graph = Graph(
        nodes=(
            node("Input", shape=[8, 6, 6]),
            node("Conv2D", filters=64, padding="same"),
            node("Conv2D", "conv2", filters=32, padding="same"),
            node("ReLU"),
            node("Add"),
        ),
        links=(
            Link(source="input1", target="conv1"),
            Link(source="input1", target="conv2"),
            Link(source="conv2", target="relu1"),
            Link(source="conv1", target="add1"),
            Link(source="relu1", target="add1"),
        ),
    )
    text, after = mended(graph)
    assert text == "Set filters to 64 in Conv 2D 2"
    assert infer(after, "Net", None).facts["add1"].shape == Shape.image(64, 6, 6)


def test_a_squeezed_vector_becomes_a_gate_with_one_click() -> None:
    graph = Graph(
        nodes=(
            node("Input", shape=[8, 6, 6]),
            node("GlobalAvgPool", "pool1"),
            node("Dense", units=8, activation="Sigmoid"),
            node("Multiply"),
        ),
        links=(
            Link(source="input1", target="pool1"),
            Link(source="pool1", target="dense1"),
            Link(source="input1", target="multiply1"),
            Link(source="dense1", target="multiply1"),
        ),
    )
    text, after = mended(graph)
    assert text == "Insert Reshape"
    assert infer(after, "Net", None).facts["multiply1"].shape == IMAGE


@pytest.mark.parametrize(
    ("layer", "inputs", "multiply_adds"),
    [
        (Average(), [IMAGE] * 3, 576),
        (Multiply(), [Shape.image(8, 1, 1), IMAGE], 288),
        (MatMul(), [SEQUENCE, Shape.sequence(4, 3)], 60),
        (Dot(), [SEQUENCE, SEQUENCE], 20),
    ],
)
def test_multiply_adds(layer, inputs: list[Shape], multiply_adds: int) -> None:
    assert layer.multiply_adds(*inputs) == multiply_adds
    assert layer.parameter_count(*inputs) == 0


def test_which_of_them_bend() -> None:
    bending = {
        kind for kind in (Add, Average, Concatenate, Dot, MatMul, Maximum, Multiply, Subtract) if kind.non_linear
    }
    assert bending == {Dot, MatMul, Maximum, Multiply}
    assert Dot(normalize=True).caption() == "cosine"
