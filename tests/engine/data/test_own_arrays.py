from __future__ import annotations

import gzip
import struct
from pathlib import Path
from typing import Any

import numpy as np
import psutil
import pytest

from playground.core.project import DataSettings
from playground.core.resources import resource_path
from playground.engine.data import ArrayData, DataError, load_data
from playground.engine.data.inspecting import inspect, inspect_again
from playground.training.datasets import Dataset, describe, kind_of

RANDOM = np.random.default_rng(3)


def read(path: Path | list[Path], **params: Any) -> tuple[Dataset, ArrayData]:
    """What is described without reading, and what reading gives; the two must agree."""
    name, found = inspect(path)
    chosen = DataSettings(dataset=name, params={**found, **params})
    dataset = describe(chosen)
    assert dataset is not None, kind_of(chosen).missing()
    arrays = load_data(chosen)
    assert arrays.train_x.shape == (dataset.train_samples, *dataset.shape.sizes)
    assert arrays.test_x.shape == (dataset.test_samples, *dataset.shape.sizes)
    assert arrays.train_x.dtype in {np.dtype(np.uint8), np.dtype(np.float32)}
    return dataset, arrays


def pair(folder: Path, x: np.ndarray, y: np.ndarray | None = None) -> Path:
    np.save(folder / "X_train.npy", x)
    if y is not None:
        np.save(folder / "y_train.npy", y)
    return folder / "X_train.npy"


def idx(path: Path, values: np.ndarray, header: tuple[int, ...] | None = None, kind: int = 8) -> Path:
    shape = header or values.shape
    content = bytes([0, 0, kind, len(shape)]) + struct.pack(f">{len(shape)}I", *shape) + values.tobytes()
    path.write_bytes(gzip.compress(content) if path.suffix == ".gz" else content)
    return path


def test_the_targets_beside_the_inputs_are_found(tmp_path: Path) -> None:
    x, y = RANDOM.standard_normal((12, 5)), np.arange(12) % 3 + 1
    path = pair(tmp_path, x, y)
    for given in (path, tmp_path / "y_train.npy", tmp_path, [tmp_path / "y_train.npy", path]):
        dataset, arrays = read(given)
        assert dataset.shape.sizes == (5,)
        assert dataset.classes == ("1", "2", "3")
        np.testing.assert_array_equal(arrays.train_x, x.astype(np.float32))
        assert arrays.train_y.tolist() == (y - 1).tolist()


def test_one_file_without_targets_is_learned_from_too(tmp_path: Path) -> None:
    dataset, arrays = read(pair(tmp_path, RANDOM.standard_normal((12, 5)).astype(np.float32)))
    assert dataset.target.kind == "none"
    assert arrays.train_y.shape == (12, 0)
    assert isinstance(arrays.train_x, np.memmap)


def test_a_test_part_of_its_own_is_taken(tmp_path: Path) -> None:
    for name, count in (("train", 8), ("test", 4)):
        np.save(tmp_path / f"x_{name}.npy", np.full((count, 2), count, np.float32))
        np.save(tmp_path / f"y_{name}.npy", np.arange(count) % 2)
    dataset, arrays = read(tmp_path / "x_train.npy")
    assert (dataset.train_samples, dataset.test_samples) == (8, 4)
    assert arrays.test_x.tolist() == [[4, 4]] * 4
    assert arrays.test_y.tolist() == [0, 1, 0, 1]


def test_an_npz_holds_all_parts(tmp_path: Path) -> None:
    x, y = RANDOM.integers(0, 256, (9, 4, 5), np.uint8), RANDOM.integers(0, 3, 9)
    y[:3] = 0, 1, 2
    np.savez_compressed(tmp_path / "d.npz", x_train=x, y_train=y, x_test=x[:4], y_test=y[:4], extra=y)
    dataset, arrays = read(tmp_path / "d.npz")
    assert dataset.look == "images"
    assert dataset.shape.sizes == (1, 4, 5)
    assert arrays.train_x.dtype == np.uint8
    np.testing.assert_array_equal(arrays.train_x[:, 0], x)
    np.testing.assert_array_equal(arrays.test_x[:, 0], x[:4])
    np.testing.assert_array_equal(arrays.test_y, y[:4])
    assert "Arrays that were not used: extra." in dataset.notes
    name, params = inspect_again("arrays", {"x": str(tmp_path / "d.npz"), "x_name": "x_test", "y_name": "y_test"})
    assert describe(DataSettings(dataset=name, params=params)).train_samples == 4  # type: ignore[union-attr]


def test_colours_may_come_last(tmp_path: Path) -> None:
    x = RANDOM.integers(0, 256, (6, 8, 9, 3), np.uint8)
    dataset, arrays = read(pair(tmp_path, x, np.arange(6) % 2))
    assert dataset.shape.sizes == (3, 8, 9)
    np.testing.assert_array_equal(arrays.train_x, x.transpose(0, 3, 1, 2))


@pytest.mark.parametrize(
    ("y", "kind", "names", "stored"),
    [
        (np.array(["dog", "cat", "dog"]), "classes", ("cat", "dog"), [1, 0, 1]),
        (np.array([[2.0], [0.0], [2.0]]), "classes", ("0", "2"), [1, 0, 1]),
        (np.array([True, False, True]), "classes", ("False", "True"), [1, 0, 1]),
        (np.array([0.5, 1.25, -1.0]), "values", ("y",), [[0.5], [1.25], [-1]]),
        (np.array([[0, 1, 0], [1, 0, 0], [0, 0, 1]]), "classes", ("0", "1", "2"), [1, 0, 2]),
        (np.array([[0, 1], [1, 1], [0, 0]]), "labels", ("y1", "y2"), [[0, 1], [1, 1], [0, 0]]),
        (np.array([[0, 1.5], [1, 1], [0, 0]]), "values", ("y1", "y2"), [[0, 1.5], [1, 1], [0, 0]]),
        (np.arange(6.0).reshape(3, 2, 1), "values", (), np.arange(6.0).reshape(3, 2, 1).tolist()),
        (np.array([9000, 12, 500_000_000]) * 7 + np.arange(3), "classes", None, None),
    ],
)
def test_targets_are_guessed_from_their_values(
    tmp_path: Path, y: np.ndarray, kind: str, names: tuple[str, ...] | None, stored: list[Any] | None
) -> None:
    dataset, arrays = read(pair(tmp_path, np.zeros((3, 2), np.float32), y))
    assert dataset.target.kind == kind
    if names is not None:
        assert dataset.target.names == names
        assert arrays.train_y.tolist() == stored
        assert arrays.train_y.dtype == (np.int64 if kind == "classes" else np.float32)


def test_a_person_may_say_that_whole_numbers_are_values(tmp_path: Path) -> None:
    dataset, arrays = read(pair(tmp_path, np.zeros((3, 2), np.float32), np.array([3, 4, 5])), target="values")
    assert dataset.target.kind == "values"
    assert arrays.train_y.tolist() == [[3], [4], [5]]


def test_rows_of_numbers_over_time_are_sequences(tmp_path: Path) -> None:
    path = pair(tmp_path, RANDOM.standard_normal((6, 7, 2)).astype(np.float32), np.arange(6) % 2)
    dataset, _ = read(path)
    assert (dataset.look, dataset.shape.sizes) == ("sequences", (7, 2))
    dataset, _ = read(path, look="images")
    assert (dataset.look, dataset.shape.sizes) == ("images", (1, 7, 2))
    params = {**inspect(path)[1], "look": "images"}
    np.save(path, np.zeros((6, 7), np.float32))
    with pytest.raises(DataError, match="cannot be looked at as images"):
        load_data(DataSettings(dataset="arrays", params={**inspect_again("arrays", params)[1], "look": "images"}))


def test_missing_numbers_of_a_table_stay_and_are_counted(tmp_path: Path) -> None:
    x = np.ones((4, 2), np.float32)
    x[1, 0] = np.nan
    dataset, arrays = read(pair(tmp_path, x, np.arange(4) % 2))
    assert np.isnan(arrays.train_x).sum() == 1
    assert "Missing: 1 number." in dataset.notes


@pytest.mark.parametrize(
    ("x", "y", "message"),
    [
        (np.array([{"a": 1}, None]), None, "holds Python objects"),
        (np.array(["a", "b"]), None, "holds text; inputs are numbers"),
        (np.zeros((0, 3)), None, "is empty"),
        (np.zeros((3, 2), complex), None, "holds complex numbers"),
        (np.array([[1.0], [np.inf]]), None, "sample 1 holds a number that is infinite"),
        (np.full((2, 3, 4), np.nan), None, "sample 0 holds a number that is missing"),
        (np.zeros((3, 2)), np.zeros(4), "has 3 samples, and"),
        (np.zeros((3, 2)), np.array([0, 1, np.nan]), "the target of sample 2 is missing"),
        (np.zeros((3, 2)), np.zeros(3, int), "has a single class (“0”)"),
        (np.zeros((3, 2)), np.array([1, "a", None], object), "holds Python objects"),
    ],
)
def test_arrays_that_cannot_be_learned_from_are_refused(
    tmp_path: Path, x: np.ndarray, y: np.ndarray | None, message: str
) -> None:
    with pytest.raises(DataError) as caught:
        read_all(pair(tmp_path, x, y))
    assert message in str(caught.value)
    assert ".npy" in str(caught.value)
    assert caught.value.hint


def read_all(path: Path) -> ArrayData:
    name, params = inspect(path)
    return load_data(DataSettings(dataset=name, params=params))


@pytest.mark.parametrize("content", [b"", b"\x93NUMPY", b"hello", b"\x93NUMPY\x01\x00\x10\x00{'descr': '<f4'}"])
def test_what_is_no_npy_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.npy"
    path.write_bytes(content)
    with pytest.raises(DataError, match=r"x\.npy"):
        inspect(path)
    (tmp_path / "x.npz").write_bytes(content)
    with pytest.raises(DataError, match=r"x\.npz"):
        inspect(tmp_path / "x.npz")


def test_a_cut_off_npy_is_named(tmp_path: Path) -> None:
    path = pair(tmp_path, np.zeros((100, 10), np.float32))
    path.write_bytes(path.read_bytes()[:-8])
    with pytest.raises(DataError, match="is cut off"):
        inspect(path)


def test_a_changed_array_must_be_chosen_again(tmp_path: Path) -> None:
    path = pair(tmp_path, np.zeros((4, 2), np.float32), np.arange(4) % 2)
    chosen = DataSettings(dataset="arrays", params=inspect(path)[1])
    pair(tmp_path, np.zeros((4, 2), np.float32), np.arange(4) % 3)
    with pytest.raises(DataError, match=r"y_train\.npy: sample 2 has the label 2, which is none of the 2 classes"):
        load_data(chosen)
    pair(tmp_path, np.zeros((5, 2), np.float32), np.arange(5) % 2)
    with pytest.raises(DataError, match=r"holds 5 × 2 values of float32; it held 4 × 2 .* read them again"):
        load_data(chosen)


def test_a_four_gigabyte_array_is_not_loaded(tmp_path: Path) -> None:
    path = tmp_path / "X.npy"
    # a sparse file: it has the size, and takes no room
    np.lib.format.open_memmap(path, "w+", np.float32, (1 << 20, 1024)).flush()
    np.save(tmp_path / "y.npy", np.arange(1 << 20) % 2)
    params = {
        "x": str(path), "y": str(tmp_path / "y.npy"), "found": {
            "of": [str(path), str(tmp_path / "y.npy"), "", "", "", ""],
            "x": {"file": str(path), "shape": [1 << 20, 1024], "dtype": "float32"},
            "y": {"file": str(tmp_path / "y.npy"), "shape": [1 << 20], "dtype": "int64"},
            "target": {"kind": "classes", "classes": ["0", "1"], "whole": True, "binary": True},
        },
    }  # fmt: skip
    before = psutil.Process().memory_info().rss
    arrays = load_data(DataSettings(dataset="arrays", params=params))
    grown = psutil.Process().memory_info().rss - before
    assert arrays.train_x.nbytes == 4 << 30
    assert isinstance(arrays.train_x, np.memmap)
    assert grown < 200 << 20


def test_the_sample_that_comes_with_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    name, params = inspect("npy-binary/X_train.npy")
    arrays = load_data(DataSettings(dataset=name, params=params))
    assert arrays.train_x.shape == (2000, 100)
    assert params["x"] == "npy-binary/X_train.npy"
    np.testing.assert_array_equal(arrays.train_x, np.load(resource_path("data", "npy-binary", "X_train.npy")))


def test_images_and_labels_of_idx_files(tmp_path: Path) -> None:
    images, labels = RANDOM.integers(0, 256, (10, 4, 6), np.uint8), (np.arange(10) % 3).astype(np.uint8)
    idx(tmp_path / "train-images-idx3-ubyte.gz", images)
    idx(tmp_path / "train-labels-idx1-ubyte", labels)
    idx(tmp_path / "t10k-images-idx3-ubyte", images[:4])
    idx(tmp_path / "t10k-labels-idx1-ubyte.gz", labels[:4])
    for first in ("train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte"):
        dataset, arrays = read(tmp_path / first)
        assert dataset.name == "idx"
        assert dataset.shape.sizes == (1, 4, 6)
        assert dataset.classes == ("0", "1", "2")
        np.testing.assert_array_equal(arrays.train_x[:, 0], images)
        np.testing.assert_array_equal(arrays.train_y, labels)
        np.testing.assert_array_equal(arrays.test_x[:, 0], images[:4])


def test_idx_files_of_other_numbers(tmp_path: Path) -> None:
    values = RANDOM.standard_normal((5, 3)).astype(">f4")
    dataset, arrays = read(idx(tmp_path / "data.idx", values, kind=0x0D))
    assert dataset.shape.sizes == (3,)
    np.testing.assert_array_equal(arrays.train_x, values.astype(np.float32))


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize(
    ("header", "message"),
    [
        ((11, 4, 6), "its header promises 11 × 4 × 6 values"),
        ((9, 4, 6), "its header promises 9 × 4 × 6 values|unpacks to more"),
        ((2**31, 2**31, 2**31), "its header promises 2,147,483,648"),
        ((0, 4, 6), "its header promises 0 × 4 × 6 values|holds no values"),
    ],
)
def test_an_idx_header_that_lies_is_refused(
    tmp_path: Path, header: tuple[int, ...], message: str, packed: bool
) -> None:
    path = idx(tmp_path / f"images-idx3-ubyte{'.gz' if packed else ''}", np.zeros((10, 4, 6), np.uint8), header)
    with pytest.raises(DataError, match=message):
        inspect(path)


def test_a_damaged_gzip_is_refused(tmp_path: Path) -> None:
    path = idx(tmp_path / "images-idx3-ubyte.gz", RANDOM.integers(0, 256, (10, 4, 6), np.uint8))
    whole = path.read_bytes()
    path.write_bytes(whole[:-20])
    with pytest.raises(DataError, match="is cut off"):
        inspect(path)
    path.write_bytes(whole[:60] + b"\xff" * 8 + whole[68:])
    with pytest.raises(DataError, match=r"damaged|promises"):
        inspect(path)


def test_found_that_was_edited_by_hand_is_refused_in_words(tmp_path: Path) -> None:
    params = inspect(pair(tmp_path, np.zeros((3, 2), np.float32), np.arange(3)))[1]
    for change in ({"one_hot": True, "shape": [3]}, {"shape": [7], "kind": "values"}):
        found = {**params["found"], "target": {**params["found"]["target"], **change}}
        with pytest.raises(DataError, match="read them again"):
            load_data(DataSettings(dataset="arrays", params={**params, "found": found}))
    found = {**params["found"], "look": "images"}
    with pytest.raises(DataError, match=r"a sample of X_train\.npy is 2, which cannot be looked at as images"):
        load_data(DataSettings(dataset="arrays", params={**params, "found": found}))
    found = {**params["found"], "x": {**params["found"]["x"], "shape": []}}
    with pytest.raises(DataError, match="NumPy arrays: "):
        load_data(DataSettings(dataset="arrays", params={**params, "found": found}))
