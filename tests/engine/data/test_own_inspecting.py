from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

from playground.engine.data import DataError
from playground.engine.data.inspecting import KINDS, inspect, inspect_again
from playground.engine.data.inspecting_partners import partners, role_of
from playground.training.datasets import DATASETS
from playground.training.datasets.own import candidates


def test_every_kind_of_ones_own_data_is_in_the_list_and_asks_for_a_file() -> None:
    own = {name for name, kind in DATASETS.items() if kind.group == "own"}
    assert own == set(KINDS)
    for name in own:
        kind = KINDS[name]()
        assert kind.describe() is None
        assert kind.missing() == "no file is chosen yet"
        with pytest.raises(DataError, match="no file is chosen yet"):
            inspect_again(name, {})


@pytest.mark.parametrize(
    ("name", "role", "test", "rest"),
    [
        ("X_train.npy", "x", False, ()),
        ("ytest.npy", "y", True, ()),
        ("my-labels_test.npy", "y", True, ("my",)),
        ("t10k-images-idx3-ubyte.gz", "x", True, ()),
        ("train-labels.idx1-ubyte", "y", False, ()),
        ("prices.npy", "", False, ("prices",)),
    ],
)
def test_names_tell_what_arrays_are(name: str, role: str, test: bool, rest: tuple[str, ...]) -> None:
    found = role_of(name)
    assert (found.role, found.test, found.rest) == (role, test, rest)


def test_only_what_belongs_together_is_put_together(tmp_path: Path) -> None:
    for name in ("a_x.npy", "a_y.npy", "b_x.npy", "b_y.npy", "c_x.npy", "x_test.npy"):
        (tmp_path / name).touch()
    assert partners([str(tmp_path / "b_y.npy")], tmp_path / "b_y.npy") == {
        "x": str(tmp_path / "b_x.npy"), "y": str(tmp_path / "b_y.npy"),
    }  # fmt: skip
    assert partners([str(tmp_path / "c_x.npy")], tmp_path / "c_x.npy") == {"x": str(tmp_path / "c_x.npy")}
    assert partners(["one.npy", "two.npy"], tmp_path / "one.npy") == {"x": "one.npy", "y": "two.npy"}


@pytest.mark.parametrize("name", ["book.xlsx", "model.pt", "nothing"])
def test_files_of_other_kinds_are_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"PK\x03\x04 something else")
    with pytest.raises(DataError, match=r"is of no kind that can be learned from.*Choose a CSV"):
        inspect(tmp_path / name)


def test_what_is_not_there_or_is_no_file_is_said_so(tmp_path: Path) -> None:
    for path in (tmp_path / "gone.csv", "gone.csv", "a\0b.csv"):
        with pytest.raises(DataError, match=r"is not there|is no name"):
            inspect(path, tmp_path)
    os.mkfifo(tmp_path / "pipe.csv")
    (tmp_path / "loop.csv").symlink_to(tmp_path / "loop.csv")
    with pytest.raises(DataError, match="is a device or a pipe"):
        inspect(tmp_path / "pipe.csv")
    with pytest.raises(DataError, match="cannot be read: Too many levels of symbolic links"):
        inspect(tmp_path / "loop.csv")
    with pytest.raises(DataError, match="is a device or a pipe"):
        inspect("/dev/zero")
    with pytest.raises(DataError, match="No file was chosen"):
        inspect([])
    with pytest.raises(DataError, match="is not read from files of one's own"):
        inspect_again("digits", {})
    with pytest.raises(DataError, match="Table: "):
        inspect_again("table", {"file": 3})


def test_folders_with_several_tables_ask_for_one(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("x,y\n1,0\n2,1\n")
    assert inspect(tmp_path)[1]["file"] == str(tmp_path / "a.csv")
    (tmp_path / "b.csv").write_text("x,y\n1,0\n2,1\n")
    with pytest.raises(DataError, match="holds 2 tables"):
        inspect(tmp_path)


def test_reading_can_be_cancelled(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("x,y\n1,0\n2,1\n")
    np.save(tmp_path / "x.npy", np.zeros((4, 2)))

    class Cancelled(Exception):
        pass

    def cancel(done: int, total: int) -> None:
        assert 0 < done <= total
        raise Cancelled

    for name in ("a.csv", "x.npy"):
        with pytest.raises(Cancelled):
            inspect(tmp_path / name, progress=cancel)


def test_paths_of_other_systems_are_found_by_their_names(tmp_path: Path) -> None:
    assert candidates(r"C:\data\own.csv", tmp_path) == (tmp_path / "own.csv",)
    assert candidates("/data/own.csv", tmp_path) == (Path("/data/own.csv"), tmp_path / "own.csv")
    assert candidates("own.csv", tmp_path)[0] == tmp_path / "own.csv"


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=200), st.sampled_from([".csv", ".tsv", ".npy", ".npz", ".idx", ".parquet", ".txt", ".png"]))
def test_any_bytes_are_read_or_refused_in_words(content: bytes, suffix: str) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"file{suffix}")
        path.write_bytes(content)
        try:
            name, params = inspect(path)
        except DataError as error:
            assert error.hint
        else:
            assert KINDS[name].read(params).found is not None
