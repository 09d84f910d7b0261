"""Receptive fields, against the numbers that the literature gives."""

from __future__ import annotations

from fractions import Fraction

from playground.core.sight import OWN_PLACE, WHOLE, Field, Sight, widest


def through(*layers: tuple[int, int]) -> Field:
    """Square windows (size, stride) one behind the other, on an image."""
    field = Field.of_input(2)
    for size, step in layers:
        field = field.through(Sight.window((size, size), (step, step)))
    return field


def test_two_small_kernels_see_what_one_large_one_sees():
    assert through((3, 1), (3, 1)).size == (5, 5)
    assert through((3, 1), (3, 1), (3, 1)).size == (7, 7)


def test_a_stride_spreads_what_comes_behind_it():
    # conv 7 stride 2, pool 3 stride 2: 7 + 2·2 = 11; the next 3×3 adds 2·4
    assert through((7, 2), (3, 2)).size == (11, 11)
    assert through((7, 2), (3, 2), (3, 1)).size == (19, 19)


def test_vgg16_sees_212_pixels_after_its_last_pooling():
    two, three = [(3, 1), (3, 1), (2, 2)], [(3, 1), (3, 1), (3, 1), (2, 2)]
    assert through(*two, *two, *three, *three, *three).size == (212, 212)


def test_layers_that_work_place_by_place_change_nothing():
    field = through((3, 1))
    assert field.through(OWN_PLACE) is field


def test_enlarging_brings_neighbours_closer():
    field = through((2, 2)).through(Sight.window((1, 1), (Fraction(1, 2), Fraction(1, 2))))
    assert field.jump == (1, 1)


def test_what_sees_everything_stays_so():
    assert through((3, 1)).through(None) is WHOLE
    assert WHOLE.through(Sight.window((3, 3), (1, 1))) is WHOLE
    assert str(WHOLE) == "whole input"
    assert str(through((3, 1))) == "3 × 3"


def test_of_branches_the_widest_counts_for_each_axis():
    tall = Field.of_input(2).through(Sight.window((5, 1), (1, 1)))
    flat = Field.of_input(2).through(Sight.window((1, 3), (1, 1)))
    found = widest([tall, flat])
    assert found is not None and found.size == (5, 3)
    assert widest([tall, WHOLE]) is WHOLE
    assert widest([]) is None
