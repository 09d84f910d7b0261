"""Which part of the samples trains, which validates and which is left out."""

from __future__ import annotations

import pytest

from playground.core.project import DataSettings
from playground.training.split import Split, last_batch, split, steps_per_epoch


@pytest.mark.parametrize(
    ("limit", "validation", "expected"),
    [
        (None, 0.1, Split(1294, 143, 0)),  # a tenth of 1,437, rounded down
        (1000, 0.2, Split(800, 200, 437)),
        (10**9, 0.0, Split(1437, 0, 0)),
        (1, 0.9, Split(1, 0, 1436)),
    ],
)
def test_the_parts(limit: int | None, validation: float, expected: Split) -> None:
    found = split(1437, DataSettings(limit=limit, validation=validation))
    assert found == expected
    assert found.used == expected.train + expected.validation
    assert found.used + found.left_out == 1437


def test_a_run_is_split_as_it_is_announced() -> None:
    from networks import classifier

    from playground.engine.loop import prepare

    made = classifier().replace(data=DataSettings(limit=333, validation=0.3))
    samples, announced = prepare(made).samples, split(1437, made.data)
    assert (samples.train_count, samples.validation_count) == (announced.train, announced.validation) == (234, 99)


@pytest.mark.parametrize(
    ("train", "batch", "steps", "last"),
    [(64, 32, 2, 32), (66, 32, 3, 2), (65, 32, 2, 33), (1, 32, 1, 1), (10, 32, 1, 10), (1294, 64, 21, 14)],
)
def test_one_sample_left_over_joins_the_batch_before(train, batch, steps, last):
    assert (steps_per_epoch(train, batch), last_batch(train, batch)) == (steps, last)
