"""Dense, Bilinear and Embedding, against sums worked out by hand."""

from __future__ import annotations

import pytest
import torch
from running import run

from playground.core.layer import OWN_PLACE
from playground.core.shape import Insert, Shape, ShapeError
from playground.layers import Bilinear, Dense, Embedding

IDS = Shape((4,), ("features",), True)


def test_dense_works_on_the_last_axis_of_vectors_and_sequences():
    assert Dense(units=5).output_shape(Shape.vector(3)) == Shape.vector(5)
    assert Dense(units=5).output_shape(Shape.sequence(7, 3)) == Shape.sequence(7, 5)
    assert str(Dense(units=5).call(Shape.sequence(7, 3))) == "nn.Linear(3, 5)"
    assert Dense(units=5).parameter_count(Shape.sequence(7, 3)) == 3 * 5 + 5
    assert Dense(units=5).multiply_adds(Shape.sequence(7, 3)) == 7 * 3 * 5


def test_dense_sees_all_of_a_vector_and_one_step_of_a_sequence():
    assert Dense().sight(Shape.vector(3)) is None
    assert Dense().sight(Shape.sequence(7, 3)) == OWN_PLACE


@pytest.mark.parametrize("shape", [Shape.image(1, 2, 3), Shape.volume(1, 2, 3, 4)])
def test_dense_asks_for_a_flatten_before_it(shape):
    with pytest.raises(ShapeError) as refused:
        Dense().output_shape(shape)
    assert refused.value.remedy == Insert("Flatten")


def test_dense_sums_what_it_is_given():
    # weights and bias of 2: 2·(1 + 2 + 3) + 2 = 14, 2·(4 + 5 + 6) + 2 = 32
    sequence = torch.tensor([[[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]])
    assert run("Dense", {"units": 1}, sequence, weights=2.0).tolist() == [[[14.0], [32.0]]]


def test_bilinear_sums_all_products_of_its_two_inputs():
    # (1 + 2) · (3 + 4 + 5) + 1 = 37, for each unit
    left, right = torch.tensor([[1.0, 2.0]]), torch.tensor([[3.0, 4.0, 5.0]])
    assert run("Bilinear", {"units": 2}, left, right, weights=1.0).tolist() == [[37.0, 37.0]]


def test_bilinear_counts():
    layer, left, right = Bilinear(units=4), Shape.vector(2), Shape.vector(3)
    assert layer.output_shape(left, right) == Shape.vector(4)
    assert layer.parameter_count(left, right) == 2 * 3 * 4 + 4
    assert layer.multiply_adds(left, right) == 4 * (2 * 3 + 3)
    assert str(layer.call(left, right)) == "nn.Bilinear(2, 3, 4)"
    both = Shape.sequence(5, 2), Shape.sequence(5, 3)
    assert layer.output_shape(*both) == Shape.sequence(5, 4)
    assert layer.multiply_adds(*both) == 5 * 4 * (2 * 3 + 3)


def test_bilinear_refuses_sequences_of_different_lengths_and_images():
    with pytest.raises(ShapeError, match=r"gets 5 × 2 and 6 × 3; they must be"):
        Bilinear().output_shape(Shape.sequence(5, 2), Shape.sequence(6, 3))
    with pytest.raises(ShapeError, match="they must be two vectors"):
        Bilinear().output_shape(Shape.vector(2), Shape.sequence(6, 3))
    with pytest.raises(ShapeError) as refused:
        Bilinear().output_shape(Shape.vector(2), Shape.image(1, 2, 3))
    assert refused.value.remedy == Insert("Flatten", input=1)


def test_an_embedding_makes_a_sequence_of_ids():
    layer = Embedding(vocabulary=10, dimension=3)
    assert layer.outputs_for(IDS) == (Shape.sequence(4, 3),)
    assert layer.parameter_count(IDS) == 30
    assert layer.multiply_adds(IDS) == 0
    assert str(layer.call(IDS)) == "nn.Embedding(10, 3)"
    assert layer.caption() == "10 × 3"


def test_an_embedding_gives_equal_ids_equal_rows():
    rows = run("Embedding", {"vocabulary": 10, "dimension": 3}, torch.tensor([[7, 0, 7]]))
    assert rows.shape == (1, 3, 3)
    assert torch.equal(rows[0, 0], rows[0, 2])
    assert not torch.equal(rows[0, 0], rows[0, 1])


def test_an_embedding_takes_ids_in_a_row_only():
    with pytest.raises(ShapeError, match="gets numbers; it takes whole numbers that name something"):
        Embedding().outputs_for(Shape.vector(4))
    with pytest.raises(ShapeError) as refused:
        Embedding().outputs_for(Shape((2, 4), ("time", "features"), True))
    assert refused.value.remedy == Insert("Flatten")


def test_which_parameters_decide_the_size_of_the_output():
    assert Dense.with_channels(7) == Bilinear.with_channels(7) == {"units": 7}
    assert Embedding.with_channels(7) == {"dimension": 7}
    assert Embedding.with_outputs(7) is None
