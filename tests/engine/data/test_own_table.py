from __future__ import annotations

import datetime
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from playground.core.project import DataSettings, Preparation
from playground.engine.data import ArrayData, DataError, load_data
from playground.engine.data.inspecting import inspect, inspect_again
from playground.training.datasets import Dataset, describe, kind_of
from playground.training.datasets.own_table import Table

Write = Callable[[str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write(text: str, name: str = "table.csv") -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


def read(path: Path, preparation: Preparation | None = None, **params: Any) -> tuple[Dataset, ArrayData]:
    """What is described without reading, and what reading gives; the two must agree."""
    name, found = inspect(path)
    chosen = DataSettings(dataset=name, params={**found, **params}, preparation=preparation or Preparation())
    dataset = describe(chosen)
    assert dataset is not None, kind_of(chosen).missing()
    arrays = load_data(chosen)
    assert arrays.train_x.shape == (arrays.dataset.train_samples, *dataset.shape.sizes)
    if preparation is None:
        assert arrays.dataset.train_samples == dataset.train_samples
    return dataset, arrays


PEOPLE = "age,colour,height,label\n30,red,1.5,yes\n40,blue,,no\n,red,1.7,yes\n50,,1.8,no\n60,blue,1.9,\n"


def test_numbers_stay_and_categories_become_zeros_and_ones(write: Write) -> None:
    dataset, arrays = read(write(PEOPLE))
    assert dataset.features == ("age", "colour=blue", "colour=red", "colour=(missing)", "height")
    assert dataset.fixed == (False, True, True, True, False)
    assert dataset.classes == ("no", "yes")
    nan = np.nan
    expected = [[30, 0, 1, 0, 1.5], [40, 1, 0, 0, nan], [nan, 0, 1, 0, 1.7], [50, 0, 0, 1, 1.8]]
    np.testing.assert_array_equal(arrays.train_x, np.array(expected, np.float32))
    assert arrays.train_y.tolist() == [1, 0, 1, 0]
    assert arrays.train_y.dtype == np.int64
    assert arrays.origins == ("line 2", "line 3", "line 4", "line 5")
    assert any("Left out: 1 row without a target." in note for note in arrays.notes)


def test_rows_with_gaps_are_dropped_and_counted_where_that_is_wanted(write: Write) -> None:
    _, arrays = read(write(PEOPLE), Preparation(missing="drop"))
    assert arrays.origins == ("line 2", "line 5")
    assert any("Left out: 2 rows with a missing number." in note for note in arrays.notes)


def test_a_number_is_predicted_and_types_can_be_changed(write: Write) -> None:
    path = write("a,b,c\n" + "".join(f"{n},{n % 3},{n / 7}\n" for n in range(1, 43, 2)))
    dataset, arrays = read(path)
    assert dataset.target.kind == "values"
    assert dataset.target.names == ("c",)
    np.testing.assert_allclose(arrays.train_y[:, 0], np.arange(1, 43, 2) / 7, rtol=1e-6)
    dataset, arrays = read(path, target=["b"], columns={"c": "ignore"})
    assert dataset.classes == ("0", "1", "2")
    assert dataset.features == ("a",)
    assert arrays.train_y.tolist() == [n % 3 for n in range(1, 43, 2)]
    dataset, _ = read(path, target=["b"], columns={"b": "number"})
    assert dataset.target.kind == "values"
    dataset, arrays = read(path, columns={"b": "category"})
    assert dataset.features == ("a", "b=0", "b=1", "b=2")
    assert (arrays.train_x[:, 1:].argmax(1) == [n % 3 for n in range(1, 43, 2)]).all()


def test_several_targets_are_values_or_labels(write: Write) -> None:
    path = write("x,u,v,w\n1,0,1,0.5\n2,1,1,1.5\n3,1,0,2.5\n4,0,0,3.5\n")
    dataset, arrays = read(path, target=["u", "v"])
    assert dataset.target.kind == "labels"
    assert arrays.train_y.tolist() == [[0, 1], [1, 1], [1, 0], [0, 0]]
    dataset, arrays = read(path, target=["w", "u"], columns={"u": "number"})
    assert dataset.target.kind == "values"
    assert arrays.train_y.tolist() == [[0.5, 0], [1.5, 1], [2.5, 1], [3.5, 0]]
    mixed = kind_of(DataSettings(dataset="table", params={**inspect(path)[1], "target": ["w", "u"]})).missing()
    assert "numbers alone or categories alone" in mixed


def test_a_series_becomes_windows_and_what_comes_next(write: Write) -> None:
    path = write("day,t,h\n" + "".join(f"2024-01-{n + 1:02},{n},{n * n}\n" for n in range(10)))
    dataset, arrays = read(path, look="sequences", steps=3, horizon=2, target=["h"])
    assert dataset.ordered
    assert dataset.shape.sizes == (3, 2)
    assert dataset.target.names == ("h at t+1", "h at t+2")
    assert dataset.train_samples == 3  # the tenth row is left over
    assert arrays.train_x[1].tolist() == [[2, 4], [3, 9], [4, 16]]
    assert arrays.train_y.tolist() == [[9, 16], [25, 36], [49, 64]]


def test_gaps_of_a_series_take_the_last_value(write: Write) -> None:
    _, arrays = read(write("t\n1\n2\n3\nNA\n5\n6\n"), look="sequences", steps=2, horizon=1, target=["t"])
    assert arrays.train_x[:, :, 0].tolist() == [[1, 2], [2, 3], [3, 3], [3, 5]]
    assert any("Filled with the last value before: 1 value" in note for note in arrays.notes)


def test_semicolons_and_decimal_commas_are_guessed_and_told(write: Write) -> None:
    dataset, arrays = read(write("a;b;c\n1,5;2;0\n2,5;3;1\n3,25;4;0\n"))
    assert arrays.train_x[:, 0].tolist() == [1.5, 2.5, 3.25]
    assert any("semicolons, decimals by a comma" in note for note in dataset.notes)


def test_a_first_line_of_numbers_is_a_row(write: Write) -> None:
    dataset, arrays = read(write("5.1,3.5,setosa\n4.9,3.0,setosa\n6.3,3.3,virginica\n5.8,2.7,virginica\n"))
    assert dataset.features == ("column 1", "column 2")
    assert len(arrays.train_x) == 4
    assert any("taken as a row" in note for note in dataset.notes)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_marks_of_encodings_are_known(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes("größe,farbe\n1,grün\n2,blau\n3,grün\n".encode(encoding))
    dataset, arrays = read(path)
    assert dataset.features == ("größe",)
    assert dataset.classes == ("blau", "grün")
    assert arrays.train_y.tolist() == [1, 0, 1]


def test_latin_1_is_read_when_it_is_chosen(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes("a,farbe\n1,rot\n2,grün\n3,rot\n".encode("latin-1"))
    with pytest.raises(DataError, match=r"line 3 is not UTF-8 text: byte 0xfc at 18.*Latin-1"):
        inspect(path)
    name, params = inspect_again("table", {"file": str(path), "encoding": "latin-1"})
    assert load_data(DataSettings(dataset=name, params=params)).dataset.classes == ("grün", "rot")


def test_quoted_fields_may_hold_commas_and_lines(write: Write) -> None:
    path = write('a,b,c\n1,"x, y",0\n2,"two\nlines",1\n3,"x, y",0\n')
    dataset, _ = read(path)
    assert dataset.features == ("a", "b=two\nlines", "b=x, y")
    path = write('a,b\n1,"x\ny"\n2,z\n3\n', "ragged.csv")
    with pytest.raises(DataError, match="line 5 has 1 field; the table has 2 columns"):
        inspect(path)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "is empty"),
        (" \n\n", "is empty"),
        ("a,b,c\n", "has a header and no rows"),
        ("a,b,c\n1,2,3\n4,5\n", "line 3 has 2 fields; the table has 3 columns"),
        ("a,b,c\n1,2,3\n\n4,5,6,7\n", "line 4 has 4 fields"),
        ("a,b,a\n1,2,3\n", "columns 1 and 3 are both called “a”"),
        ('a,b\n1,"2\n3,4\n', "line 2: a quote is opened and never closed"),
        ("a,b\n1,\0\n", "there is a zero byte"),
    ],
)
def test_a_file_that_is_no_table_is_refused_with_its_line(write: Write, text: str, message: str) -> None:
    with pytest.raises(DataError) as caught:
        inspect(write(text))
    assert message in str(caught.value)
    assert "table.csv" in str(caught.value)
    assert caught.value.hint


def test_a_target_with_one_class_is_told(write: Write) -> None:
    params = {**inspect(write("a,b\n1,x\n2,x\n3,x\n"))[1], "target": ["b"]}
    with pytest.raises(DataError, match=r"the target “b” has one value only, “x”"):
        load_data(DataSettings(dataset="table", params=params))


def test_text_where_numbers_are_wanted_is_named_by_its_line(write: Write) -> None:
    params = inspect(write("a,b,c\n1,red,0\n\n2,blue,1\n3,red,0\n"))[1]
    params["columns"] = {"b": "number"}
    with pytest.raises(DataError, match=r"line 2, column “b”: “red” is no number"):
        load_data(DataSettings(dataset="table", params=params))


def test_almost_numbers_are_told(write: Write) -> None:
    rows = "".join(f"{n},{'-' if n == 7 else n * 2},{n % 2}\n" for n in range(20))
    notes = describe(DataSettings(dataset="table", params=inspect(write("a,b,c\n" + rows))[1])).notes  # type: ignore[union-attr]
    assert any("“b” is not taken as numbers because of 1 of 20 values, the first in line 9: “-”" in n for n in notes)


def test_infinite_numbers_count_as_missing_and_are_told(write: Write) -> None:
    dataset, arrays = read(write("a,b\n1,0\ninf,1\n1e300,0\n4,1\n"))
    assert np.isnan(arrays.train_x[:, 0]).tolist() == [False, True, True, False]
    assert any("Counted as missing: 2 numbers of “a”, infinite" in note for note in dataset.notes)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("age,colour,height\n30,red,1.5\n", "has no column “label” any more"),
        (PEOPLE + "1,red,1.5,yes\n", "has 6 rows; it had 5"),
        (PEOPLE.replace("blue,,", "mauve,,"), "“mauve” was not among its values"),
        (PEOPLE.replace("1.7,yes", "1.7,maybe"), "“maybe” was not among its values"),
    ],
)
def test_a_file_that_has_changed_must_be_chosen_again(write: Write, text: str, message: str) -> None:
    path = write(PEOPLE)
    params = inspect(path)[1]
    path.write_text(text)
    with pytest.raises(DataError) as caught:
        load_data(DataSettings(dataset="table", params=params))
    assert message in str(caught.value)
    assert "have changed: read them again" in str(caught.value)
    path.unlink()
    with pytest.raises(DataError, match="is not there any more"):
        load_data(DataSettings(dataset="table", params=params))


def test_choosing_again_keeps_what_a_person_chose(write: Write) -> None:
    path = write(PEOPLE)
    params = {**inspect(path)[1], "target": ["height"], "columns": {"age": "ignore"}}
    path.write_text(PEOPLE + "1,green,1.5,yes\n")
    kind = Table.read(inspect_again("table", params)[1])
    assert kind.target == ("height",)
    assert kind.columns == {"age": "ignore"}
    assert kind.describe().features[:2] == ("colour=blue", "colour=green")  # type: ignore[union-attr]


def test_other_choices_say_what_is_missing(write: Write) -> None:
    path = write(PEOPLE)
    params = inspect(path)[1]

    def missing(**changes: Any) -> str:
        return Table.read({**params, **changes}).missing()

    assert Table().missing() == "no file is chosen yet"
    assert Table(file="x.csv").missing() == "x.csv has not been read yet"
    assert "not been read" in missing(encoding="latin-1")
    assert missing(target=["weight"]) == "“weight” is no column of table.csv"
    assert "no column of table.csv is left" in missing(columns=dict.fromkeys(["age", "colour", "height"], "ignore"))
    assert "takes at least 21" in missing(look="sequences", target=["age"])
    assert "needs a target" in missing(look="sequences", target=[])
    assert missing(target=[]) == ""
    assert Table.read({**params, "target": []}).describe().target.kind == "none"  # type: ignore[union-attr]


@pytest.mark.parametrize("place", ["/dev/zero", "folder"])
def test_what_is_no_file_is_refused(tmp_path: Path, place: str) -> None:
    path = tmp_path if place == "folder" else Path(place)
    with pytest.raises(DataError, match=r"is a device|is a folder"):
        inspect_again("table", {"file": str(path)})


def test_a_file_that_moved_is_found_by_its_name_in_the_data_folder(write: Write, tmp_path: Path) -> None:
    path = write(PEOPLE)
    params = inspect(path)[1]
    (tmp_path / "other").mkdir()
    path.rename(tmp_path / "other" / path.name)
    arrays = load_data(DataSettings(dataset="table", params=params), tmp_path / "other")
    assert len(arrays.train_x) == 4


def test_a_change_in_the_data_folder_is_seen(tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_text("a,b\n1,0\n2,1\n")
    name, params = inspect("own.csv", tmp_path)
    assert params["file"] == "own.csv"
    chosen = DataSettings(dataset=name, params=params)
    assert load_data(chosen, tmp_path).train_x.tolist() == [[1], [2]]
    (tmp_path / "own.csv").write_text("a,b\n10,0\n20,1\n")
    assert load_data(chosen, tmp_path).train_x.tolist() == [[10], [20]]


def test_thousands_of_columns_are_read(tmp_path: Path) -> None:
    values = np.random.default_rng(0).standard_normal((20, 3000)).round(3)
    frame = pd.DataFrame(values, columns=[f"c{n}" for n in range(3000)])
    frame["y"] = ["a", "b"] * 10
    frame.to_csv(tmp_path / "wide.csv", index=False)
    _, arrays = read(tmp_path / "wide.csv")
    np.testing.assert_array_equal(arrays.train_x, values.astype(np.float32))


def test_row_numbers_and_dates_are_left_out_and_told(tmp_path: Path) -> None:
    frame = pd.DataFrame({"when": pd.date_range("2024-01-01", periods=4), "v": [1.5, 2, 3, 4], "y": list("abab")})
    frame.to_csv(tmp_path / "t.csv")
    dataset, _ = read(tmp_path / "t.csv")
    assert dataset.features == ("v",)
    assert any("“when” holds dates" in note for note in dataset.notes)
    assert any("“column 1” numbers the rows" in note for note in dataset.notes)


words = st.sampled_from(["red", "blue", "dark green", "ü", 'a "quote"', "x;y", "a,b", "two\nlines"])
floats = st.one_of(st.none(), st.floats(-1e6, 1e6, width=32))
rows = st.lists(st.tuples(floats, words | st.none(), floats, st.integers(0, 3), words), min_size=6, max_size=30)


@given(rows=rows, parquet=st.booleans())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_table_is_what_pandas_says(tmp_path: Path, rows: list[tuple[Any, ...]], parquet: bool) -> None:
    frame = pd.DataFrame(rows, columns=["f", "word", "g", "few", "target"])
    frame[["f", "g"]] = frame[["f", "g"]].astype(float)
    path = tmp_path / ("t.parquet" if parquet else "t.csv")
    frame.to_parquet(path) if parquet else frame.to_csv(path, index=False)
    types = {"f": "number", "word": "category", "g": "number", "few": "number", "target": "category"}
    types = {name: kind for name, kind in types.items() if frame[name].notna().any()}
    name, params = inspect_again("table", {"file": str(path), "target": ["target"], "columns": types})
    params["target"], params["columns"] = ["target"], types
    chosen = DataSettings(dataset=name, params=params)
    if frame["target"].nunique() < 2:
        with pytest.raises(DataError, match=r"one value only|has no value"):
            load_data(chosen)
        return
    arrays = load_data(chosen)
    parts = []
    for column in ("f", "word", "g", "few"):
        if column not in types:
            continue
        if types[column] == "number":
            parts.append(frame[[column]].to_numpy(np.float32))
        else:
            order = sorted(frame[column].dropna().unique())
            full = frame[column].fillna("(missing)")
            order += ["(missing)"] * bool(frame[column].isna().any())
            parts.append(np.stack([(full == value).to_numpy(np.float32) for value in order], 1))
    np.testing.assert_array_equal(arrays.train_x, np.concatenate(parts, 1))
    classes = sorted(frame["target"].unique())
    assert arrays.dataset.classes == tuple(classes)
    assert arrays.train_y.tolist() == [classes.index(value) for value in frame["target"]]


def test_parquet_columns_of_any_type_are_taken_or_told(tmp_path: Path) -> None:
    frame = pd.DataFrame(
        {
            "n": pd.array([1, None, 3, 4] * 5, "Int64"),
            "d": [Decimal("1.50"), Decimal("2.25")] * 10,
            "when": [datetime.date(2024, 1, day) for day in range(1, 21)],
            "lists": [[1, 2], [3]] * 10,
            "on": [True, False, None, True] * 5,
            "kind": pd.Categorical(list("pqrp") * 5),
        }
    )
    frame.to_parquet(tmp_path / "t.parquet")
    dataset, arrays = read(tmp_path / "t.parquet", columns={"d": "category"})
    assert dataset.features == ("n", "d=1.5", "d=2.25", "on=False", "on=True", "on=(missing)")
    assert dataset.classes == ("p", "q", "r")
    assert arrays.train_x[:2, 1:].tolist() == [[1, 0, 0, 1, 0], [0, 1, 1, 0, 0]]
    np.testing.assert_array_equal(arrays.train_x[:4, 0], [1, np.nan, 3, 4])
    assert arrays.origins[0] == "row 1"
    notes = " ".join(dataset.notes)
    assert "“lists” holds lists or records" in notes
    assert "“when” holds dates in order" in notes
    assert "Values are missing in n (5), on (5)." in notes


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_end_of_lines_is_read_and_blank_lines_are_told(tmp_path: Path, end: str) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(end.join(["a,b", "1,x", "", "2,y", "3,x", "", ""]).encode())
    _, arrays = read(path)
    assert arrays.train_x.tolist() == [[1], [2], [3]]
    assert "Skipped: 1 line without a value." in arrays.notes


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a,b,label\n1,2,x\n\n3,4,y\n5,6,x\n\n\n7,8,y\n", [2, 4, 5, 8]),
        ('a,b,label\n1,2,"x"\n3,4,"y\ny"\n5,6,"x"\n7,8,"y\ny"\n', [2, 3, 5, 6]),
        ("\n\na,b,label\n1,2,x\n3,4,y\n5,6,x\n7,8,y\n\n\n", [4, 5, 6, 7]),
        ("1,2,0\n\n3,4,1\n5,6,0\n7,8,1\n", [1, 3, 4, 5]),
        ("a,b,label\n1,2,x\n3,4,\n5,6,y\n\n7,8,y\n", [2, 4, 6]),
    ],
)
def test_samples_say_the_line_that_they_stand_in(write: Write, text: str, lines: list[int]) -> None:
    _, arrays = read(write(text))
    assert arrays.origins == tuple(f"line {line}" for line in lines)


def test_words_that_mean_nothing_among_numbers_are_words_elsewhere(write: Write) -> None:
    rows = [("NA", "1.5", "yes"), ("DE", "NA", "no"), ("None", "2.5", "None"), ("", "None", "no"), ("NULL", "3", "yes")]
    text = "country,size,label\n" + "".join(f"{','.join(row)}\n" for row in rows * 4)
    dataset, arrays = read(write(text))
    assert dataset.classes == ("None", "no", "yes")
    assert dataset.features == ("country=DE", "country=NA", "country=None", "country=(missing)", "size")
    np.testing.assert_array_equal(arrays.train_x[:5, :4], np.eye(4)[[1, 0, 2, 3, 3]])
    np.testing.assert_array_equal(arrays.train_x[:5, 4], np.float32([1.5, np.nan, 2.5, np.nan, 3]))
    assert len(arrays.train_x) == 20


@pytest.mark.parametrize("empty", ["", "?", "NaN", "nan", "-nan", "NULL", "null", "N/A", "n/a", "#N/A", "<NA>"])
def test_fields_in_which_nothing_stands(write: Write, empty: str) -> None:
    rows = "".join(f"{n},{empty if n % 5 == 0 else 'red' if n % 2 else 'blue'},{n % 2}\n" for n in range(20))
    dataset, _ = read(write(f"n,colour,label\n{rows}"), columns={"n": "ignore"})
    assert dataset.features == ("colour=blue", "colour=red", "colour=(missing)")


def test_a_decimal_comma_beside_na_is_a_number(write: Write) -> None:
    rows = "".join(f"{n},5;{'NA' if n == 3 else f'{n},25'};{'ab'[n % 2]}\n" for n in range(12))
    _, arrays = read(write(f"a;b;label\n{rows}"))
    np.testing.assert_array_equal(arrays.train_x[2:5, 1], np.float32([2.25, np.nan, 4.25]))


def test_a_target_that_never_varies_is_refused_with_the_others_named(write: Write) -> None:
    rows = "".join(f"{n / 7},{['Rome', 'Oslo', 'Bern'][n % 3]},yes\n" for n in range(30))
    kind = Table.read(inspect(write("x1,city,target\n" + rows))[1])
    assert kind.target == ("target",)
    assert kind.missing() == (
        "the target “target” has one value only, “yes”: nothing can be learned from it; choose another target: "
        "“x1”, “city”"
    )
    numbers = "".join(f"{n / 7},2.5\n" for n in range(30))
    assert "“y” has one value only, “2.5”" in Table.read(inspect(write("x1,y\n" + numbers))[1]).missing()


def test_a_last_column_that_never_varies_is_not_the_reason_that_is_told(write: Write) -> None:
    rows = "".join(f"{n / 7},{['Rome', 'Oslo', 'Bern'][n % 3]},yes\n" for n in range(30))
    kind = Table.read(inspect(write("x1,city,checked\n" + rows))[1])
    assert kind.target == ("city",)
    assert any("“city” is to be predicted (the last column, “checked”, never varies)" in n for n in kind.parts.notes)
    assert any("“checked” is the same in all rows: nothing can be learned" in note for note in kind.parts.notes)


def test_a_column_that_counts_the_rows_under_another_name_is_told(write: Write) -> None:
    rows = "".join(f"{n},{n * n}\n" for n in range(30))
    kind = Table.read(inspect(write("day,height\n" + rows))[1])
    assert [column.name for column in kind.inputs] == ["day"]
    assert any("“day” numbers the rows and is taken as an input" in note for note in kind.parts.notes)
    kind = Table.read(inspect(write("index,a,height\n" + "".join(f"{n},{n % 5},{n * n}\n" for n in range(30))))[1])
    assert [column.name for column in kind.inputs] == ["a"]


def test_an_empty_file_is_named(write: Write) -> None:
    with pytest.raises(DataError, match=r"^table\.csv is empty\."):
        inspect(write(""))
