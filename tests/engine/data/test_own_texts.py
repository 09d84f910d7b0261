from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from playground.core.project import DataSettings
from playground.engine.data import ArrayData, DataError, load_data
from playground.engine.data.inspecting import inspect, inspect_again
from playground.engine.data.tokens import Vocabulary
from playground.training.datasets import Dataset, describe, kind_of

GOOD = ["what a fine long day this was", "a fine film that I liked", "fine food and a fine evening", "I liked it a lot"]
BAD = ["what a dull long day this was", "a dull film that I left", "cold food and a dull evening", "I did not like it"]


def read(path: Path, **params: object) -> tuple[Dataset, ArrayData]:
    name, found = inspect(path)
    assert name == "text-files"
    chosen = DataSettings(dataset=name, params={**found, **params})
    dataset = describe(chosen)
    assert dataset is not None, kind_of(chosen).missing()
    arrays = load_data(chosen)
    assert arrays.train_x.shape == (dataset.train_samples, *dataset.shape.sizes)
    assert arrays.train_x.dtype == np.int64
    assert arrays.train_x.max() < dataset.vocabulary
    return dataset, arrays


def folder(path: Path) -> Path:
    for label, texts in (("good", GOOD), ("bad", BAD)):
        (path / label).mkdir(parents=True)
        for number, text in enumerate(texts):
            (path / label / f"{number}.txt").write_text(text)
    return path


def test_each_folder_is_a_class(tmp_path: Path) -> None:
    dataset, arrays = read(folder(tmp_path), length=8)
    assert dataset.classes == ("bad", "good")
    assert arrays.train_y.tolist() == [0] * 4 + [1] * 4
    assert arrays.origins[0] == "bad/0.txt"
    vocabulary = Vocabulary.fit(BAD + GOOD, 10_000)
    assert dataset.vocabulary == vocabulary.size
    np.testing.assert_array_equal(arrays.train_x[0], vocabulary.encode(BAD[0], 8))
    np.testing.assert_array_equal(arrays.train_x[7], vocabulary.encode(GOOD[3], 8))


def test_a_table_with_text_and_label(tmp_path: Path) -> None:
    path = tmp_path / "reviews.csv"
    rows = [f'{n},"{text}",{label}' for label, texts in (("pos", GOOD), ("neg", BAD)) for n, text in enumerate(texts)]
    path.write_text("id,review,stars\n" + "\n".join(rows) + "\n9,,pos\n10,some words that have no label,\n")
    dataset, arrays = read(path)
    assert dataset.classes == ("neg", "pos")
    assert len(arrays.train_y) == 8
    assert "The text is taken from the column “review”, the label from “stars”." in dataset.notes
    assert any("Left out: 2 rows without a text or a label." in note for note in dataset.notes)
    with pytest.raises(DataError, match=r"has no column “title”. It has id, review, stars"):
        inspect_again("text-files", {"path": str(path), "text": "title"})


@pytest.mark.parametrize("name", ["lines.txt", "lines.tsv"])
def test_a_label_and_a_text_on_each_line(tmp_path: Path, name: str) -> None:
    lines = [f"{label}\t{text}" for label, texts in (("1", GOOD), ("0", BAD)) for text in texts]
    (tmp_path / name).write_text("\n".join(lines) + '\n\n1\tan open " quote does no harm\n')
    dataset, arrays = read(tmp_path / name)
    assert dataset.classes == ("0", "1")
    assert arrays.train_y.tolist() == [1] * 4 + [0] * 4 + [1]
    assert arrays.origins[-1] == "line 10"
    (tmp_path / name).write_text("\n".join(lines) + "\nno tab here\n")
    with pytest.raises(DataError, match=r"line 9 has (no tab|1 field)"):
        inspect_again("text-files", {"path": str(tmp_path / name)})


def test_the_length_keeps_most_texts_whole(tmp_path: Path) -> None:
    path = tmp_path / "t.tsv"
    path.write_text("".join(f"{n % 2}\t{'word ' * (n % 20 + 3)}\n" for n in range(100)))
    assert read(path)[0].shape.sizes == (20,)
    params = inspect(path)[1]
    assert inspect_again("text-files", {**params, "length": 7})[1]["length"] == 7


def test_bytes_that_are_no_text_are_named(tmp_path: Path) -> None:
    folder(tmp_path)
    (tmp_path / "bad" / "2.txt").write_bytes("a line\nand caf\xe9 after".encode("latin-1"))
    with pytest.raises(DataError, match=r"2\.txt: line 2 is not UTF-8 text: byte 0xe9 at 14"):
        inspect(tmp_path)
    name, params = inspect_again("text-files", {"path": str(tmp_path), "encoding": "latin-1"})
    assert len(load_data(DataSettings(dataset=name, params=params)).train_x) == 8


def test_texts_without_words_are_counted(tmp_path: Path) -> None:
    folder(tmp_path)
    (tmp_path / "bad" / "2.txt").write_text(" ...\n")
    dataset, _ = read(tmp_path)
    assert dataset.train_samples == 7
    assert "Skipped: 1 text without a word (bad/2.txt)." in dataset.notes


def test_texts_that_have_changed_must_be_chosen_again(tmp_path: Path) -> None:
    chosen = DataSettings(dataset="text-files", params=inspect(folder(tmp_path))[1])
    (tmp_path / "bad" / "2.txt").rename(tmp_path / "good" / "9.txt")
    with pytest.raises(DataError, match=r"class “bad” has 3 texts; it had 4.*read them again"):
        load_data(chosen)
    (tmp_path / "good" / "9.txt").unlink()
    with pytest.raises(DataError, match="holds 7 texts; it held 8"):
        load_data(chosen)


def test_a_single_class_is_told(tmp_path: Path) -> None:
    path = tmp_path / "t.tsv"
    path.write_text("".join(f"same\t{text}\n" for text in GOOD))
    name, params = inspect(path)
    with pytest.raises(DataError, match=r"belong to one class \(“same”\)"):
        load_data(DataSettings(dataset=name, params=params))


@pytest.mark.parametrize("mark", ["\u2028", "\x85", "\x0b", "\x0c", "\x1c", "\u2029"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_only_ends_of_lines_end_a_line(tmp_path: Path, mark: str, end: str) -> None:
    lines = [f"pos\ta very good film{mark}it was", "neg\tthat was a bad one"] * 10
    (tmp_path / "t.txt").write_bytes((end.join(lines) + end).encode())
    dataset, arrays = read(tmp_path / "t.txt")
    assert dataset.classes == ("neg", "pos")
    assert len(arrays.train_x) == 20
    assert arrays.origins[-1] == "line 20"
