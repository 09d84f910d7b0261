"""Mean and spread batch by batch, against numpy over all at once."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from playground.engine.data import Fitted
from playground.engine.spread import Spread


@pytest.mark.parametrize("sizes", [(1000,), (1, 999), (400, 1, 599)])
def test_batches_of_large_numbers_lose_no_digits(sizes: tuple[int, ...]) -> None:
    values = np.random.default_rng(0).normal(1e9, (1.0, 2.0, 0.5), (1000, 3))
    found = Spread()
    for batch in np.split(values, np.cumsum(sizes)[:-1]):
        found.add(batch)
    assert found.count.tolist() == [1000] * 3
    np.testing.assert_allclose(found.mean, values.mean(0), rtol=1e-15)
    np.testing.assert_allclose(found.squares, values.var(0) * 1000, rtol=1e-7)  # of sums of squares none would be left


def test_columns_may_have_gaps_of_their_own() -> None:
    found = Spread(2)
    found.merge(np.array([2, 0]), np.array([3.0, 0.0]), np.array([2.0, 0.0]))  # 2 and 4; nothing
    found.merge(np.array([1, 2]), np.array([9.0, 5.0]), np.array([0.0, 8.0]))  # 9; 3 and 7
    assert found.count.tolist() == [3, 2]
    assert found.mean.tolist() == pytest.approx([5, 5])
    assert found.squares.tolist() == pytest.approx([9 + 1 + 16, 4 + 4])


def test_without_numbers_there_is_no_spread() -> None:
    assert Spread(2).squares.tolist() == [0, 0]


def test_tensors_and_arrays_come_back_into_the_units_of_the_data_alike() -> None:
    shift, scale = np.array([[[0.3]], [[-7.0]]], np.float32), np.array([[[0.7]], [[3.1]]], np.float32)
    x = np.random.default_rng(0).normal(size=(4, 2, 3, 3)).astype(np.float32)
    fitted = Fitted(shift, scale)
    wanted = x * scale + shift
    np.testing.assert_array_equal(fitted.invert(x), wanted)
    np.testing.assert_array_equal(fitted.invert(torch.from_numpy(x)).numpy(), wanted)
    assert fitted.invert(torch.from_numpy(x)).dtype == torch.float32
    assert Fitted().invert(x) is x
