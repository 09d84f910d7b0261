"""Published data sets: the real files, the bundled digits, and what is said when files are missing or damaged."""

from __future__ import annotations

import gzip
from pathlib import Path

import numpy as np
import pytest
from small_published import TRAIN, content, idx, small_kind

from playground.core.project import DataSettings
from playground.engine.data import ArrayData, DataError, data_folders, load_data
from playground.engine.data.sources import LOADERS
from playground.training.datasets import DATASETS


def load(name: str, data_dir: Path | None = None) -> ArrayData:
    return load_data(DataSettings(dataset=name), data_dir)


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> str:
    """A data set of nine images of 4×5, by the name of "small", whose mirrors answer nothing."""
    monkeypatch.setitem(DATASETS, "small", small_kind("http://127.0.0.1:9/"))
    monkeypatch.setitem(LOADERS, "small", LOADERS["mnist"])
    return "small"


@pytest.fixture
def folder(tmp_path: Path, small: str) -> Path:
    """A data folder that holds the data set."""
    (tmp_path / small).mkdir()
    for name, data in content().items():
        (tmp_path / small / name).write_bytes(data)
    return tmp_path


def test_the_digits_are_real_split_by_class_and_always_the_same() -> None:
    data = load("digits")
    assert data.train_x.shape == (1437, 1, 28, 28)
    assert data.test_x.shape == (360, 1, 28, 28)
    assert data.train_x.dtype == np.uint8
    assert data.train_y.dtype == np.int64
    assert data.train_x.max() == 255
    assert data.train_x.min() == 0
    shares = np.bincount(data.test_y) / np.bincount(np.concatenate([data.train_y, data.test_y]))
    assert shares == pytest.approx(0.2, abs=0.005)
    assert data.sha256 == "fd35f9383decdecd3f3defbc77fcf6e8ada4332752b4ad3d7b7b422b32a4dddb"


def test_the_digits_are_those_of_scikit_learn_scaled_as_pillow_scales() -> None:
    from PIL import Image
    from sklearn.datasets import load_digits

    data, original = load("digits"), load_digits()
    rest = [iter(zip(x[:, 0], y, strict=True)) for x, y in ((data.train_x, data.train_y), (data.test_x, data.test_y))]
    heads = [next(part) for part in rest]
    for image, label in zip(original.images, original.target, strict=True):
        # both parts keep the order of the original, so each scan is the next one of either
        large = Image.fromarray((image * 255 / 16).astype(np.float32)).resize((28, 28), Image.Resampling.BILINEAR)
        distances = [np.abs(head.astype(float) - np.asarray(large)).max() for head, _ in heads]
        nearest = int(np.argmin(distances))
        assert distances[nearest] < 0.51  # rounding to a byte
        assert heads[nearest][1] == label
        heads[nearest] = next(rest[nearest], heads[nearest])
    assert [next(part, None) for part in rest] == [None, None]


def test_mnist_is_the_real_one(mnist_dir: Path) -> None:
    data = load("mnist", mnist_dir)
    assert data.train_x.shape == (60_000, 1, 28, 28)
    # mean and deviation of the 60,000 training images, as the literature gives them
    assert data.train_x.mean() / 255 == pytest.approx(0.1307, abs=1e-4)
    assert data.train_x.std() / 255 == pytest.approx(0.3081, abs=1e-4)
    assert data.train_y[:10].tolist() == [5, 0, 4, 1, 9, 2, 1, 3, 1, 4]
    assert data.test_y[:5].tolist() == [7, 2, 1, 0, 4]
    assert np.bincount(data.train_y).tolist() == [5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949]


def test_files_lie_raw_or_packed_under_both_spellings(folder: Path) -> None:
    packed = load("small", folder)
    assert packed.train_x[0, 0].tolist() == np.arange(20).reshape(4, 5).tolist()
    assert packed.test_y.tolist() == [0, 1, 2]
    for path in (folder / "small").iterdir():
        raw = path.with_name(path.name.removesuffix(".gz").replace("-idx", ".idx"))
        raw.write_bytes(gzip.decompress(path.read_bytes()))
        path.unlink()
    raw_again = load("small", folder)
    assert raw_again is not packed
    assert raw_again.sha256 == packed.sha256


def test_a_data_set_is_read_once_until_its_files_change(folder: Path) -> None:
    first = load("small", folder)
    assert load("small", folder) is first
    labels = folder / "small" / "t10k-labels-idx1-ubyte.gz"
    labels.write_bytes(gzip.compress(idx(np.array([2, 2, 2]))) + b"")
    assert load("small", folder).test_y.tolist() == [2, 2, 2]


def test_the_folder_given_goes_before_the_variable_and_that_before_the_users(
    folder: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty = tmp_path_factory.mktemp("empty")
    monkeypatch.setenv("PLAYGROUND_DATA_DIR", str(folder))
    assert data_folders(empty)[:2] == (empty, folder)
    assert data_folders(empty)[2].parts[-2:] == ("neural-playground", "datasets")
    assert len(load("small", empty).train_y) == TRAIN


@pytest.mark.parametrize(
    ("damage", "expected"),
    [
        (lambda data: data[: len(data) // 2], "is cut off"),
        (lambda data: data[:40] + b"\0\0\0\0" + data[44:], "is damaged inside"),
        (lambda data: gzip.decompress(data)[:-5], "bytes of values; its header promises 120"),
        (lambda data: gzip.decompress(data)[:3], "does not begin as an IDX file"),
        (lambda data: gzip.decompress(data)[:10], "ends inside its header"),
        (lambda data: b"<html>not found</html>", "does not begin as an IDX file"),
        (lambda data: b"", "does not begin as an IDX file"),
        (lambda data: gzip.compress(idx(np.zeros((5, 4, 5)))), "holds 5 × 4 × 5 values; expected 6 × 4 × 5"),
        (lambda data: gzip.compress(gzip.decompress(data) + bytes(100_000)), "unpacks to more than"),
    ],
)
def test_a_damaged_file_is_named_with_its_fault_and_what_to_do(folder: Path, damage, expected: str) -> None:  # type: ignore[no-untyped-def]
    path = folder / "small" / "train-images-idx3-ubyte.gz"
    path.write_bytes(damage(path.read_bytes()))
    with pytest.raises(DataError) as error:
        load("small", folder)
    assert str(path) in error.value.message
    assert expected in error.value.message
    assert "playground datasets get small" in error.value.hint


def test_a_label_beyond_the_classes_is_refused(folder: Path) -> None:
    path = folder / "small" / "t10k-labels-idx1-ubyte.gz"
    path.write_bytes(gzip.compress(idx(np.array([0, 1, 9]))))
    with pytest.raises(DataError, match="label 9; Small has 3 classes"):
        load("small", folder)


def test_no_files_and_no_network_say_what_was_looked_for_and_how_to_mend_it(small: str, tmp_path: Path) -> None:
    with pytest.raises(DataError) as error:
        load("small", tmp_path)
    assert "train-images-idx3-ubyte.gz was not found" in error.value.message
    assert str(tmp_path / "small") in error.value.message
    assert "(http://127.0.0.1:9/: no connection)" in error.value.message
    for place in data_folders(tmp_path):  # all that were looked in
        assert str(place / "small") in error.value.message
    assert "Digits" in error.value.hint
    assert not list((tmp_path / "small").iterdir())


def test_an_unknown_data_set_is_refused_with_those_that_are_known() -> None:
    with pytest.raises(DataError, match=r"'cats' is not known.*digits"):
        load("cats")
