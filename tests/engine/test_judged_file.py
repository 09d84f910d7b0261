"""Verdicts of epochs lie in bundles: small, bounded, and read with suspicion."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from networks import classifier
from safetensors.numpy import load, save

from playground.core import bundle as file
from playground.core.files import FileError
from playground.engine.checkpoint import load_bundle, restore, save_bundle
from playground.engine.judged import Judged, Verdicts
from playground.engine.judged_file import MOST_BYTES, from_arrays, to_arrays
from playground.engine.lenses import begin, look
from playground.engine.loop import prepare, run
from playground.engine.state import TrainingState
from playground.protocol import Confusion


@pytest.fixture(scope="module")
def trained() -> TrainingState:
    state = prepare(classifier(epochs=3, batch_size=100, data={"limit": 300, "validation": 0.2}), device="cpu")
    list(run(state))
    return state


def test_what_was_said_after_every_epoch_is_there_when_the_bundle_is_opened(
    trained: TrainingState, tmp_path: Path
) -> None:
    path = tmp_path / "a.playground"
    save_bundle(trained, path)
    again = restore(load_bundle(path), device="cpu")
    mine, theirs = (state.judged.of("validation", state.position.step) for state in (again, trained))
    assert [one.step for one in mine] == [one.step for one in theirs]
    assert len(mine) == 3
    for one, other in zip(mine, theirs, strict=True):
        np.testing.assert_array_equal(one.verdicts.said, other.verdicts.said)
        np.testing.assert_array_equal(one.verdicts.truth, other.verdicts.truth)
        np.testing.assert_allclose(one.verdicts.sure, other.verdicts.sure, atol=1 / 65535)
        assert one.epochs == other.epochs
    with again.evaluating():
        lens = Confusion(again.network, "validation", step=mine[0].step)
        seen = look(again, lens, {}, begin(lens))
    assert [known.step for known in seen.known] == [one.step for one in theirs]
    np.testing.assert_array_equal(seen.counts, theirs[0].verdicts.counts(10))


def test_they_are_small_and_the_last_epochs_are_among_them() -> None:
    random, judged = np.random.default_rng(0), Judged()
    truth = random.integers(0, 10, 6000).astype(np.uint8)
    for step in range(1, 200):
        said = random.integers(0, 10, 6000).astype(np.uint8)
        judged.note("validation", step, step / 4, Verdicts(truth, said, random.random(6000, np.float32)))
    judged.note("test", 199, 50, Verdicts(truth, truth, np.ones(6000, np.float32)))
    arrays = to_arrays(judged, 199)
    assert 0.4 * MOST_BYTES < sum(values.nbytes for values in arrays.values()) < 1.02 * MOST_BYTES
    assert arrays["validation/steps"][-1] == 199
    assert np.diff(arrays["validation/steps"]).max() <= 8
    back = from_arrays(arrays, lambda _part: 6000, 10, 4)
    assert back.of("test", 199)[0].verdicts.right == 6000
    np.testing.assert_array_equal(back.of("test", 199)[0].verdicts.sure, 1)
    huge = Judged()
    huge.note("test", 1, 1, Verdicts(*(np.zeros(2_000_000, kind) for kind in (np.uint8, np.uint8, np.float32))))
    assert to_arrays(huge, 1) == {}  # a single epoch would be too much
    assert to_arrays(judged, 0) == {}


@pytest.mark.parametrize(
    ("name", "spoil"),
    [
        ("validation/said", lambda said: said + 100), ("validation/said", lambda said: said[:, 1:]),
        ("validation/steps", lambda steps: steps[::-1].copy()), ("validation/low", lambda low: low * np.nan),
        ("validation/sure", lambda sure: sure.astype(np.float32)), ("validation/truth", None),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_refused(trained: TrainingState, tmp_path: Path, name: str, spoil: object) -> None:
    path = tmp_path / "a.playground"
    save_bundle(trained, path)
    members = file.read_members(path, optional=(file.VERDICTS,))
    arrays = load(members[file.VERDICTS])
    value = arrays.pop(name)
    if callable(spoil):
        arrays[name] = spoil(value)
    file.write_members(path, members | {file.VERDICTS: save(arrays)})
    with pytest.raises(FileError, match="verdicts"):
        restore(load_bundle(path), device="cpu")
    file.write_members(path, members | {file.VERDICTS: b"damaged"})
    with pytest.raises(FileError, match="damaged"):
        load_bundle(path)
