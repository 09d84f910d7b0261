"""The bundled tables, held against scikit-learn's own loaders; and published descriptions against each other."""

from __future__ import annotations

import gzip
from pathlib import Path

import numpy as np
import pytest

from playground.core.forms import form_fields
from playground.core.project import DataSettings
from playground.engine.data import DataError, load_data
from playground.engine.data.bundled_files import read_table
from playground.engine.data.sources import LOADERS
from playground.training.datasets import DATASETS, Published, describe

TABLES = {"iris": "load_iris", "wine": "load_wine", "breast-cancer": "load_breast_cancer"}


def test_every_data_set_has_a_loader_and_they_stand_in_the_order_of_their_groups() -> None:
    assert set(DATASETS) == set(LOADERS)
    order = ["images", "points", "table", "sequences", "text", "own"]
    places = [order.index(kind.group) for kind in DATASETS.values()]
    assert places == sorted(places)


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_scikit_learns_with_its_names(name: str) -> None:
    from sklearn import datasets

    expected = getattr(datasets, TABLES[name])()
    described, data = describe(DataSettings(dataset=name)), load_data(DataSettings(dataset=name))
    assert data.dataset == described
    assert data.train_x.dtype == np.float32
    assert data.train_y.dtype == np.int64
    assert (data.train_x == expected.data.astype(np.float32)).all()
    assert (data.train_y == expected.target).all()
    assert described is not None
    assert described.features == tuple(expected.feature_names)
    assert described.classes == tuple(expected.target_names)
    assert described.train_samples == len(expected.target)
    assert described.test_samples == len(data.test_x) == 0
    assert described.look == "table"


def test_diabetes_is_in_the_units_it_was_measured_in() -> None:
    from sklearn.datasets import load_diabetes

    expected = load_diabetes(scaled=False)
    data = load_data(DataSettings(dataset="diabetes"))
    assert (data.train_x == expected.data.astype(np.float32)).all()
    assert (data.train_y[:, 0] == expected.target.astype(np.float32)).all()
    assert data.train_y.dtype == np.float32
    assert data.dataset.features == tuple(expected.feature_names)
    assert data.dataset.target.names == ("progression",)
    assert (data.train_y.min(), data.train_y.max()) == (25, 346)


@pytest.mark.parametrize("name", [name for name, kind in DATASETS.items() if kind.group != "own"])
def test_a_kind_needs_no_parameters_and_its_form_tells_what_each_is(name: str) -> None:
    kind = DATASETS[name].read({})
    assert kind.to_params() == {}
    for field in form_fields(DATASETS[name]):
        assert field.help.endswith(".")
        assert field.kind in ("int", "float")
        assert field.minimum is not None and field.maximum is not None


def test_a_bundled_table_takes_no_parameters() -> None:
    with pytest.raises(DataError, match="Iris: "):
        load_data(DataSettings(dataset="iris", params={"rows": 3}))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"150,4\n1,2,3\n", "holds 1 rows; expected 2"),
        (b"150,4\n1,2,3\n4,5\n", "is damaged"),
        (b"150,4\n1,2,x\n4,5,6\n", "is damaged"),
        (None, "not installed whole"),
    ],
)
def test_a_file_of_scikit_learns_that_is_gone_or_wrong_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes | None, words: str
) -> None:
    from importlib.machinery import ModuleSpec

    (tmp_path / "datasets" / "data").mkdir(parents=True)
    path = tmp_path / "datasets" / "data" / "some.csv"
    if content is not None:
        path.write_bytes(content)
        (path.parent / "some.csv.gz").write_bytes(gzip.compress(content)[:-9])
    spec = ModuleSpec("sklearn", None, is_package=True)
    spec.submodule_search_locations = [str(tmp_path)]
    monkeypatch.setattr("playground.engine.data.bundled_files.importlib.util.find_spec", lambda name: spec)
    with pytest.raises(DataError) as error:
        read_table("some.csv", 3, 2, header=True)
    assert words in error.value.message
    assert str(path) in error.value.message
    assert "pip install" in error.value.hint
    if content is not None:
        with pytest.raises(DataError, match="is damaged"):
            read_table("some.csv.gz", 3, 2, header=True)


@pytest.mark.parametrize("name", [name for name, kind in DATASETS.items() if issubclass(kind, Published)])
def test_what_is_published_has_hashes_mirrors_a_licence_and_as_many_classes_as_names(name: str) -> None:
    found = describe(DataSettings(dataset=name))
    assert found is not None
    assert len(set(found.classes)) == 10
    assert found.source and found.licence
    assert found.bundled == (not found.files) == (not found.mirrors)
    for file in found.files:
        algorithm, _, value = file.hash.partition(":")
        assert len(bytes.fromhex(value)) == {"md5": 16, "sha256": 32}[algorithm]
    assert all(mirror.startswith("http") and mirror.endswith("/") for mirror in found.mirrors)
