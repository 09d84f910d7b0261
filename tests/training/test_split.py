"""Which part of the samples trains, which validates and which is left out."""

from __future__ import annotations

import pytest
import torch

from playground.core.project import DataSettings, OptimizerSettings, Project, TrainingSettings
from playground.training.datasets import describe
from playground.training.split import Split, batch_size, divide, last_batch, split, steps_per_epoch


@pytest.mark.parametrize(
    ("limit", "validation", "expected"),
    [
        (None, 0.1, Split(1294, 143, 360, 0, own_test=True)),  # a tenth of 1,437, rounded down
        (1000, 0.2, Split(800, 200, 360, 437, own_test=True)),
        (10**9, 0.0, Split(1437, 0, 360, 0, own_test=True)),
        (1, 0.9, Split(1, 0, 360, 1436, own_test=True)),
    ],
)
def test_the_parts_beside_a_test_part_of_its_own(limit: int | None, validation: float, expected: Split) -> None:
    found = divide(1437, 360, DataSettings(limit=limit, validation=validation, test=0.5))
    assert found == expected
    assert found.used + found.left_out == 1437


@pytest.mark.parametrize(
    ("limit", "validation", "test", "expected"),
    [
        (None, 0.1, 0.2, Split(109, 12, 30, 0, own_test=False)),  # 30 of 151; 12 of the 121 that are left
        (50, 0.5, 0.2, Split(25, 25, 30, 71, own_test=False)),
        (None, 0.0, 0.0, Split(151, 0, 0, 0, own_test=False)),
    ],
)
def test_a_test_part_is_taken_out_where_there_is_none(
    limit: int | None, validation: float, test: float, expected: Split
) -> None:
    found = divide(151, 0, DataSettings(limit=limit, validation=validation, test=test))
    assert found == expected
    assert found.train + found.validation + found.test + found.left_out == 151


@pytest.mark.parametrize("dataset", ["digits", "iris", "sines"])  # with a test part, without one, in the order of time
def test_a_run_is_split_as_it_is_announced(dataset: str) -> None:
    from playground.engine.data import load_data
    from playground.engine.samples import Samples

    data = DataSettings(dataset=dataset, limit=101, validation=0.3, test=0.25)
    arrays = load_data(data)
    samples = Samples(arrays, Project(data=data), torch.device("cpu"))
    announced = split(describe(data), data)  # type: ignore[arg-type]
    assert (samples.train_count, samples.validation_count, samples.test_count) == (
        announced.train, announced.validation, announced.test,
    )  # fmt: skip
    assert announced.used == 101
    parts = [samples.train_indices, samples.validation_indices] + ([] if announced.own_test else [samples.test_indices])
    together = torch.cat(parts).tolist()
    assert len(set(together)) == len(together)
    if arrays.dataset.ordered:
        assert together == sorted(together)
        assert together[-1] == len(arrays.train_y) - 1


@pytest.mark.parametrize(
    ("train", "batch", "steps", "last"),
    [(64, 32, 2, 32), (66, 32, 3, 2), (65, 32, 2, 33), (1, 32, 1, 1), (10, 32, 1, 10), (1294, 64, 21, 14)],
)
def test_one_sample_left_over_joins_the_batch_before(train, batch, steps, last):
    assert (steps_per_epoch(train, batch), last_batch(train, batch)) == (steps, last)


def test_gradient_descent_looks_at_all_samples_in_each_step() -> None:
    given = TrainingSettings(batch_size=32)
    assert batch_size(given, 150) == 32
    whole = given.replace(optimizer=OptimizerSettings(type="GradientDescent"))
    assert (batch_size(whole, 150), batch_size(whole, 0)) == (150, 1)
