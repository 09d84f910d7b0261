from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from playground.core.project import DataSettings, Preparation
from playground.engine.data import DataError, fit_inputs, load_data
from playground.engine.data.inspecting import inspect
from playground.engine.data.rows import encode_rows
from playground.training.datasets.own_table import Table

PEOPLE = "age,colour,zone,label\n30,red,1,yes\n40,blue,2,no\n,red,1,yes\n50,,3,no\n60,blue,2,yes\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "people.csv"
    path.write_text(PEOPLE)
    return path


@pytest.fixture
def kind(path: Path) -> Table:
    return Table.read({**inspect(path)[1], "columns": {"zone": "category"}})


def test_rows_of_the_file_are_encoded_as_for_training(path: Path, kind: Table) -> None:
    arrays = load_data(DataSettings(dataset="table", params=kind.to_params()))
    found = encode_rows(kind, path)
    np.testing.assert_array_equal(found.x, arrays.train_x)
    assert found.notes == ()
    assert found.origins[0] == "row 1"


def test_rows_may_be_mappings_with_numbers_as_text(kind: Table) -> None:
    rows = [{"zone": "2", "age": "30", "colour": " red ", "more": 1}, {"age": 40.0, "colour": None, "zone": 3.0}]
    found = encode_rows(kind, rows)
    assert dict(zip([name for name, _ in kind.features()], found.x[0], strict=True)) == {
        "age": 30, "colour=blue": 0, "colour=red": 1, "colour=(missing)": 0, "zone=1": 0, "zone=2": 1, "zone=3": 0,
    }  # fmt: skip
    assert found.x[1].tolist() == [40, 0, 0, 1, 0, 0, 1]
    assert found.notes == ("Columns that are not used: more.",)
    np.testing.assert_array_equal(encode_rows(kind, rows[0]).x, found.x[:1])


def test_what_was_never_learned_is_told(kind: Table) -> None:
    found = encode_rows(kind, [{"age": 300, "colour": "mauve", "zone": None}])
    assert found.x[0].tolist() == [300, 0, 0, 0, 0, 0, 0]
    text = " ".join(found.notes)
    assert "“colour”: 1 row with a value that was not learned (“mauve”)" in text
    assert "“zone”: 1 row without a value, never so" in text
    assert "“age”: 1 number outside of what was learned (30 to 60)" in text


def test_a_column_that_is_absent_and_text_for_a_number_are_refused(kind: Table, tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"the columns “colour”, “zone” are not there"):
        encode_rows(kind, {"age": 1})
    (tmp_path / "new.csv").write_text("age,colour,zone\n1,red,1\nold,red,1\n")
    with pytest.raises(DataError, match=r"new\.csv: line 3, column “age”: “old” is no number"):
        encode_rows(kind, tmp_path / "new.csv")
    with pytest.raises(DataError, match="no rows"):
        encode_rows(kind, [])


def test_gaps_are_refused_where_nothing_fills_them(kind: Table) -> None:
    arrays = load_data(DataSettings(dataset="table", params=kind.to_params()))
    gap = encode_rows(kind, {"age": None, "colour": "red", "zone": 1})
    for how, fine in (("median", True), ("drop", False)):
        preparation = Preparation(missing=how)  # type: ignore[arg-type]
        x = arrays.train_x if fine else arrays.train_x[~np.isnan(arrays.train_x).any(1)]
        fitted = fit_inputs(arrays.dataset, preparation, x, np.arange(len(x)))
        if fine:
            gap.refuse_gaps(fitted)
            assert fitted.apply(gap.x)[0, 0] == 45
        else:
            with pytest.raises(DataError, match="row 1: a number is missing"):
                gap.refuse_gaps(fitted)


def test_the_last_rows_of_a_series_are_looked_back_on(tmp_path: Path) -> None:
    path = tmp_path / "series.csv"
    path.write_text("t\n" + "".join(f"{n * n}\n" for n in range(10)))
    kind = Table.read({**inspect(path)[1], "look": "sequences", "steps": 3, "target": ["t"]})
    found = encode_rows(kind, path)
    assert found.x.shape == (8, 3, 1)
    assert found.x[-1, :, 0].tolist() == [49, 64, 81]
    assert found.origins[-1] == "after row 10"
    with pytest.raises(DataError, match="There are 2 rows; a forecast looks back on 3"):
        encode_rows(kind, [{"t": 1}, {"t": 2}])
