"""A file of one's own becomes a sample in the form of the data."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest
from networks import chain, project
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from playground.core.presets import load_preset
from playground.core.project import Project
from playground.ui.predict.centring import mnist_like
from playground.ui.previews.loading import Unloadable, load_sample


def of(dataset: str, **data: object) -> Project:
    return project(chain("Input", "Flatten", ("Dense", {"units": 2})), data={"dataset": dataset, **data})


@pytest.fixture(autouse=True)
def application(qapp: QApplication) -> None:
    """Images need one."""


def test_dark_ink_on_paper_is_placed_as_mnist(tmp_path: Path) -> None:
    paper = np.full((120, 90), 255, np.uint8)
    paper[20:100, 40:52] = 0
    image = QImage(paper.tobytes(), 90, 120, 90, QImage.Format.Format_Grayscale8)
    assert image.save(str(tmp_path / "one.png"))
    np.testing.assert_array_equal(load_sample(tmp_path / "one.png", of("mnist")), mnist_like(255 - paper))


def test_an_image_of_the_right_size_is_left_as_it_is(tmp_path: Path) -> None:
    pixels = np.random.default_rng(0).integers(0, 256, (28, 28), np.uint8)
    np.save(tmp_path / "digit.npy", pixels)
    np.testing.assert_array_equal(load_sample(tmp_path / "digit.npy", of("mnist")), pixels)
    np.save(tmp_path / "several.npy", np.stack([pixels, pixels * 0])[:, None] / 255)
    np.testing.assert_array_equal(load_sample(tmp_path / "several.npy", of("mnist")), pixels)


def test_colours_are_kept_and_resized(tmp_path: Path) -> None:
    image = QImage(64, 64, QImage.Format.Format_RGB32)
    image.fill(QColor(200, 100, 50))
    assert image.save(str(tmp_path / "plain.png"))
    found = load_sample(tmp_path / "plain.png", of("cifar-10"))
    assert found.shape == (32, 32, 3)
    np.testing.assert_array_equal(found, np.broadcast_to((200, 100, 50), (32, 32, 3)))


def test_a_row_is_the_first_line_with_as_many_numbers(tmp_path: Path) -> None:
    (tmp_path / "row.csv").write_text("a,b,c,d\n5.1,3.5,1.4,0.2\n1,2,3,4\n", encoding="utf-8")
    found = load_sample(tmp_path / "row.csv", of("iris"))
    assert found.dtype == np.float32
    np.testing.assert_allclose(found, [5.1, 3.5, 1.4, 0.2], rtol=1e-6)


def test_of_a_series_the_end_is_taken(tmp_path: Path) -> None:
    made = load_preset("lstm-forecast").project
    (tmp_path / "series.txt").write_text(" ".join(str(n) for n in range(40)), encoding="utf-8")
    found = load_sample(tmp_path / "series.txt", made)
    np.testing.assert_array_equal(found[:, 0], np.arange(8, 40))


@pytest.mark.parametrize(
    ("name", "content", "dataset", "said"),
    [
        ("row.csv", b"1,2\n", "iris", "no row of 4 numbers"), ("a.png", b"", "iris", "takes 4"),
        ("broken.png", b"no image", "mnist", "cannot be read as an image"),
        ("broken.npy", b"no array", "mnist", "cannot be read as an array"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_told(tmp_path: Path, name: str, content: bytes, dataset: str, said: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(Unloadable, match=said):
        load_sample(tmp_path / name, of(dataset))


def test_an_array_of_another_shape_is_refused_with_both_shapes(tmp_path: Path) -> None:
    np.save(tmp_path / "long.npy", np.zeros(7))
    with pytest.raises(Unloadable, match=r"7 numbers.*takes 4"):
        load_sample(tmp_path / "long.npy", of("iris"))
    np.save(tmp_path / "bad.npy", np.full(4, np.nan))
    with pytest.raises(Unloadable, match="finite"):
        load_sample(tmp_path / "bad.npy", of("iris"))
    with pytest.raises(Unloadable, match="not there"):
        load_sample(tmp_path / "gone.npy", of("iris"))


@pytest.mark.parametrize(
    ("array", "words"),
    [
        (np.zeros((0, 28, 28), np.uint8), "0 × 28 × 28 numbers: no image"),
        (np.zeros((3, 5, 7, 2), np.uint8), "3 × 5 × 7 × 2 numbers; the network takes 1 × 28 × 28"),
        (np.linspace(-1, 1, 784).reshape(28, 28), "from -1 to 1; images have 0 to 1, or 0 to 255"),
        (np.full((28, 28), 10**6), "from 1e+06 to 1e+06"),
    ],
)
def test_an_array_that_is_no_image_is_refused_with_its_numbers(tmp_path: Path, array: np.ndarray, words: str) -> None:
    np.save(tmp_path / "odd.npy", array)
    with pytest.raises(Unloadable, match=re.escape(words)):
        load_sample(tmp_path / "odd.npy", of("mnist"))


def test_a_text_is_what_the_file_holds(tmp_path: Path) -> None:
    made = load_preset("text-sentiment").project
    (tmp_path / "one.txt").write_text("A fine film.\n", encoding="utf-8")
    assert str(load_sample(tmp_path / "one.txt", made)) == "A fine film."
    (tmp_path / "none.txt").write_text(" \n", encoding="utf-8")
    (tmp_path / "odd.txt").write_bytes(b"\xff\xfe\x00")
    np.save(tmp_path / "ids.npy", np.zeros(3))
    for name, words in (("none.txt", "holds no text"), ("odd.txt", "UTF-8"), ("ids.npy", "load a .txt file")):
        with pytest.raises(Unloadable, match=words):
            load_sample(tmp_path / name, made)
