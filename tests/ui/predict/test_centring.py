"""Drawings are placed and scaled as the images that a network learned from."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from playground.core.project import DataSettings
from playground.engine.data import load_data
from playground.engine.data.digits import load_digits
from playground.ui.predict.centring import light_on_dark, mnist_like, placed_as, resized, scan_like


def bar(top: int, left: int, high: int, wide: int) -> np.ndarray:
    ink = np.zeros((280, 280), np.uint8)
    ink[top : top + high, left : left + wide] = 255
    return ink


@pytest.mark.parametrize(("top", "left"), [(0, 0), (200, 240), (90, 130)])
def test_as_mnist_wherever_it_was_drawn_it_is_twenty_high_and_its_mass_in_the_middle(top: int, left: int) -> None:
    found = mnist_like(bar(top, left, 80, 40))
    assert found.shape == (28, 28)
    rows, columns = np.flatnonzero(found.any(1)), np.flatnonzero(found.any(0))
    assert rows[-1] - rows[0] + 1 == 20
    assert columns[-1] - columns[0] + 1 == 10
    weights = found / found.sum()
    assert float((weights.sum(1) * np.arange(28)).sum()) == pytest.approx(14, abs=0.51)
    assert float((weights.sum(0) * np.arange(28)).sum()) == pytest.approx(14, abs=0.51)


def test_a_heavy_side_moves_to_the_middle_not_the_box() -> None:
    ink = bar(100, 100, 80, 60)
    ink[100:180, 160:180] = 40  # a faint tail to the right
    found = mnist_like(ink)
    columns = np.flatnonzero(found.any(0))
    assert (columns[0] + columns[-1]) / 2 > 14  # the box hangs over to the side of the tail
    weights = found / found.sum()
    assert float((weights.sum(0) * np.arange(28)).sum()) == pytest.approx(14, abs=0.51)


def test_nothing_drawn_stays_nothing() -> None:
    for place in (mnist_like, scan_like):
        assert not place(np.zeros((280, 280), np.uint8)).any()
    assert not mnist_like(np.full((280, 280), 10, np.uint8)).any()  # dust


def test_a_digit_of_the_scans_drawn_large_comes_back_as_it_is() -> None:
    data = load_digits()
    images = data.test_x[:40, 0]
    differences = []
    for image in images:
        large = np.kron(image, np.ones((10, 10), np.uint8))
        differences.append(float(np.abs(scan_like(large).astype(float) - image).mean()))
    blank = float(np.abs(images.astype(float)).mean())
    assert np.median(differences) < 0.35 * blank  # centred anew and cut at 8×8 pixels, but the same digit
    assert all(scan_like(np.kron(image, np.ones((10, 10), np.uint8))).max() > 200 for image in images)


def test_mnist_s_own_digits_drawn_large_come_back_as_they_are(mnist_dir: Path) -> None:
    images = load_data(DataSettings(dataset="mnist"), mnist_dir).test_x[:60, 0]
    found = [mnist_like(np.kron(image, np.ones((10, 10), np.uint8))).astype(float) for image in images]
    differences = [float(np.abs(after - before).mean()) for after, before in zip(found, images, strict=True)]
    assert max(differences) < 1
    assert np.median(differences) == 0


def test_resizing_keeps_the_mean_and_whole_blocks() -> None:
    values = np.arange(36.0).reshape(6, 6)
    assert resized(values, 2, 3) == pytest.approx(values.reshape(2, 3, 3, 2).mean((1, 3)))
    assert float(resized(values, 4, 5).mean()) == pytest.approx(float(values.mean()))
    assert resized(values, 6, 6) == pytest.approx(values)


def test_paper_is_turned_round_and_black_ground_stays() -> None:
    paper = np.full((20, 20), 230, np.uint8)
    paper[8:12, 8:12] = 20
    assert light_on_dark(paper)[10, 10] == 235
    assert light_on_dark(255 - paper)[10, 10] == 235


def test_other_data_are_taken_whole() -> None:
    ink = bar(3, 4, 30, 20)
    place = placed_as("fashion-mnist").place
    assert place(ink) is ink
