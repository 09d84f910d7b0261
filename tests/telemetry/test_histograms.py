"""Histograms over time: kept in bounds, thinned evenly, whole in files."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pytest

from playground.telemetry.histograms import (
    BINS,
    FEWEST_MOMENTS,
    MOST_BYTES,
    MOST_MOMENTS,
    Histogram,
    HistogramLog,
    HistogramsAt,
    of_layer,
    rebinned,
)
from playground.telemetry.run_history import RunHistory


def histogram(seed: int = 0, unfinite: int = 0) -> Histogram:
    """Of a thousand normal numbers."""
    values = np.random.default_rng(seed).normal(size=1000)
    counts, _ = np.histogram(values, BINS)
    return Histogram(float(values.min()), float(values.max()), counts, unfinite)


def moment(epoch: int, *names: str) -> HistogramsAt:
    found = histogram(epoch)
    return HistogramsAt.of(epoch, 10 * epoch, dict.fromkeys(names or ("weights/dense1.weight",), found))


def epochs(log: HistogramLog) -> list[int]:
    return [each.epoch for each in log.moments]


def test_a_long_run_is_thinned_evenly_and_keeps_its_first_and_newest() -> None:
    log = HistogramLog()
    for epoch in range(1001):
        if log.wants(epoch) or epoch == 1000:
            log.add(moment(epoch))
    assert len(log) <= MOST_MOMENTS
    assert len(log) >= MOST_MOMENTS // 2
    assert (epochs(log)[0], epochs(log)[-1]) == (0, 1000)
    apart = np.diff(epochs(log)[:-1])
    assert set(apart.tolist()) == {log.every}


def test_an_end_between_the_kept_epochs_gives_way_when_the_run_goes_on() -> None:
    log = HistogramLog()
    log.every = 4
    for epoch in (0, 4, 8, 10):
        log.add(moment(epoch))
    assert epochs(log) == [0, 4, 8, 10]
    log.add(moment(12))
    assert epochs(log) == [0, 4, 8, 12]


def test_a_run_that_went_back_writes_its_epochs_anew() -> None:
    log = HistogramLog()
    for epoch in range(5):
        log.add(moment(epoch))
    log.rewind(29)
    assert epochs(log) == [0, 1, 2]
    log.add(moment(1))
    assert epochs(log) == [0, 1]
    history = RunHistory()
    history.histograms.add(moment(3))
    history.rewind(20)
    assert len(history.histograms) == 0


def test_a_network_of_very_many_layers_stays_within_bounds() -> None:
    log = HistogramLog()
    names = [f"weights/dense{index}.weight" for index in range(3000)]
    for epoch in range(30):
        log.add(moment(epoch, *names))
    assert sum(each.nbytes for each in log.moments) <= max(MOST_BYTES, FEWEST_MOMENTS * log.moments[-1].nbytes)
    assert len(log) >= FEWEST_MOMENTS // 2
    assert epochs(log)[-1] == 29


def test_counts_beyond_32_bits_stay_what_they_are() -> None:
    counts = np.zeros(BINS, np.int64)
    counts[3] = 2**40
    found = HistogramsAt.of(0, 0, {"weights/a": Histogram(0.0, 1.0, counts)})
    assert found["weights/a"].total == 2**40


def test_it_goes_through_json_and_back_exactly() -> None:
    log = HistogramLog()
    log.every = 2
    log.add(HistogramsAt.of(0, 0, {"weights/a": histogram(1), "activations/b": histogram(2, unfinite=7)}))
    log.add(HistogramsAt.of(2, 5, {"weights/a": histogram(1), "gradients/a": histogram(3)}))
    again = HistogramLog.from_dict(json.loads(json.dumps(log.to_dict(), allow_nan=False)))
    assert again.every == 2
    assert epochs(again) == [0, 2]
    for old, new in zip(log.moments, again.moments, strict=True):
        assert set(old.names) == set(new.names)
        for name in old.names:
            assert (old[name].low, old[name].high, old[name].unfinite) == (
                new[name].low, new[name].high, new[name].unfinite,
            )  # fmt: skip
            np.testing.assert_array_equal(old[name].counts, new[name].counts)


def test_what_does_not_change_is_told_once() -> None:
    log = HistogramLog()
    for epoch in range(3):
        log.add(HistogramsAt.of(epoch, epoch, {"weights/frozen.weight": histogram(1)}))
    assert [entry["values"] for entry in log.to_dict()["moments"]][1:] == [["="], ["="]]


GOOD = "-1.0 1.0 0 1*63 5"


@pytest.mark.parametrize(
    "wrong",
    [
        [],
        {"every": 0},
        {"names": ["a", "a"]},
        {"names": [3]},
        {"names": ["a"] * 5000},
        {"moments": {}},
        {"moments": [{"epoch": 0, "step": 0, "values": []}]},
        {"moments": [{"epoch": -1, "step": 0, "values": [GOOD]}]},
        {"moments": [{"epoch": 0, "step": 0, "values": [3]}]},
        {"moments": [{"epoch": 0, "step": 0, "values": [GOOD]}] * 2},
        {"moments": [{"epoch": n, "step": n, "values": [GOOD]} for n in range(MOST_MOMENTS + 1)]},
        *(
            {"moments": [{"epoch": 0, "step": 0, "values": [text]}]}
            for text in (
                "-1.0 1.0 0 1*63", "1.0 -1.0 0 1*64", "nan 1.0 0 1*64", "0 inf 0 1*64", "0 1 0 1*99999999999",
                "0 1 0 -3*64", "0 1 -1 1*64", "0 1 0 1*0 1*64", "0 1", "0 1 0 99999999999999999999*64", "x y z",
                "0 1 0 " + "1 " * 100_000,
            )
        ),
    ],
)  # fmt: skip
def test_a_damaged_file_is_refused_by_name(wrong: Any) -> None:
    data = {"every": 1, "names": ["a"], "moments": []} | wrong if isinstance(wrong, dict) else wrong
    with pytest.raises(ValueError, match="histograms"):
        RunHistory.from_dict({"histograms": data})
    good = {"names": ["a"], "moments": [{"epoch": 0, "step": 0, "values": [GOOD]}]}
    assert RunHistory.from_dict({"histograms": good}).histograms.moments[0]["a"].total == 68


def test_a_history_without_histograms_says_nothing_of_them() -> None:
    assert "histograms" not in RunHistory().to_dict()


def test_rebinned_counts_are_shared_out_and_none_is_lost() -> None:
    found = histogram(4)
    wide = rebinned(found, found.low - 1, found.high + 2, 37)
    assert wide.sum() == pytest.approx(1000)
    # halves of a bin hold half of it
    fine = rebinned(found, found.low, found.high, 2 * BINS)
    np.testing.assert_allclose(fine.reshape(-1, 2).sum(1), found.counts, atol=1e-9)
    np.testing.assert_allclose(fine[::2], fine[1::2], atol=1e-9)
    single = np.zeros(BINS, np.int64)
    single[BINS // 2] = 12
    assert rebinned(Histogram(0.5, 0.5, single), 0, 1, 10).tolist() == [0, 0, 0, 0, 0, 12, 0, 0, 0, 0]
    assert rebinned(Histogram(2.0, 2.0, single), 0, 1, 10).sum() == 0
    assert rebinned(Histogram(1.0, 1.0, single), 0, 1, 10)[-1] == 12


def test_what_belongs_to_a_layer() -> None:
    names = ["weights/conv1.weight", "weights/conv10.weight", "activations/conv1", "gradients/block1.conv1.bias"]
    assert of_layer(names, "conv1") == ["weights/conv1.weight", "activations/conv1"]
    assert of_layer(names, "block1") == ["gradients/block1.conv1.bias"]
