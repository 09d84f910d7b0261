from __future__ import annotations

import pytest

from playground.core.shape import Shape


def test_the_number_of_sizes_decides_the_names():
    assert Shape.of([784]).names == ("features",)
    assert Shape.of([5, 8]).names == ("time", "features")
    assert Shape.of([3, 32, 32]).names == ("channels", "height", "width")
    assert Shape.of([2, 3, 4, 5]).names == ("channels", "depth", "height", "width")
    assert Shape.of([2, 3, 4, 5, 6]).names == ("axis 0", "axis 1", "axis 2", "axis 3", "axis 4")


def test_a_shape_is_written_with_grouped_sizes():
    assert str(Shape.image(1, 28, 28)) == "1 × 28 × 28"
    assert str(Shape.vector(12544)) == "12,544"
    assert str(Shape.of([])) == "scalar"
    assert Shape.image(32, 26, 26).named() == "channels 32 × height 26 × width 26"


def test_count_is_the_product_of_the_sizes():
    assert Shape.image(64, 5, 5).count == 1600
    assert Shape.of([]).count == 1


def test_vector_and_image_are_told_apart_by_their_names():
    assert Shape.vector(3).is_vector and not Shape.vector(3).is_image
    assert Shape.image(1, 2, 3).is_image and not Shape.image(1, 2, 3).is_vector
    assert not Shape((1, 2, 3), ("a", "b", "c")).is_image


@pytest.mark.parametrize("sizes", [(0,), (3, -1), (1, 0, 4)])
def test_a_dimension_below_one_is_refused(sizes):
    with pytest.raises(ValueError, match="below 1"):
        Shape.of(sizes)


def test_sizes_and_names_must_be_as_many():
    with pytest.raises(ValueError, match="2 sizes but 1 names"):
        Shape((1, 2), ("features",))


def test_where_the_channels_and_the_places_are():
    assert (Shape.vector(7).channel_axis, Shape.vector(7).spatial) == (0, ())
    assert (Shape.sequence(5, 8).channel_axis, Shape.sequence(5, 8).spatial) == (1, (5,))
    assert (Shape.image(3, 8, 9).channel_axis, Shape.image(3, 8, 9).spatial) == (0, (8, 9))
    assert (Shape.volume(3, 4, 8, 9).channel_axis, Shape.volume(3, 4, 8, 9).spatial) == (0, (4, 8, 9))


def test_names_of_things_are_another_shape_than_numbers():
    assert Shape((5,), ("features",), whole=True) != Shape.vector(5)
    assert Shape((5,), ("features",), whole=True).resized(0, 6) == Shape((6,), ("features",), whole=True)
