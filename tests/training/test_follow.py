"""What follows a change of the data set. Expectations are counted by hand from the descriptions."""

from __future__ import annotations

import pytest
from networks import chain, project

from playground.core.document import Document
from playground.core.graph import Link, Node
from playground.core.project import Project
from playground.training.check import check
from playground.training.datasets import DATASETS
from playground.training.follow import edits_for_dataset


def used(before: Project, name: str) -> Project:
    return edits_for_dataset(before, name).apply(before)


def test_the_last_layer_gets_a_unit_per_class_and_the_edit_is_named_after_the_data_set() -> None:
    before = project(chain("Input", "Flatten", ("Dense", {"units": 3})))
    edit = edits_for_dataset(before, "mnist")
    after = edit.apply(before)
    assert edit.text == "Use MNIST"
    assert after.data.dataset == "mnist"
    assert after.networks["Classifier"].by_id["dense1"].params == {"units": 10}
    assert check(after).ok


def test_the_units_before_a_softmax_layer_are_the_ones_that_count() -> None:
    before = project(chain("Input", "Flatten", ("Dense", {"units": 64}), ("Dense", {"units": 3}), "Softmax"))
    graph = used(before, "mnist").networks["Classifier"]
    assert [graph.by_id[key].params["units"] for key in ("dense1", "dense2")] == [64, 10]


def test_a_dense_layer_that_says_nothing_of_its_units_has_the_default_and_is_set() -> None:
    graph = used(project(chain("Input", "Flatten", "Dense")), "mnist").networks["Classifier"]
    assert graph.by_id["dense1"].params["units"] == 10


def test_an_input_fixed_to_another_shape_follows_and_one_that_fits_stays() -> None:
    for fixed, expected in (([3, 32, 32], None), ([1, 28, 28], [1, 28, 28])):
        before = project(chain(("Input", {"shape": fixed}), "Flatten", ("Dense", {"units": 10})))
        assert used(before, "mnist").networks["Classifier"].by_id["input1"].params["shape"] == expected


def test_a_network_with_two_ends_keeps_its_units() -> None:
    graph = chain("Input", "Flatten", ("Dense", {"units": 3}))
    loose = graph.replace(
        nodes=(*graph.nodes, Node(id="dense9", type="Dense", params={"units": 4})),
        links=(*graph.links, Link(source="flatten1", target="dense9")),
    )
    assert used(project(loose), "mnist").networks["Classifier"] == loose


def test_nothing_to_change_is_an_edit_that_changes_nothing() -> None:
    before = project(chain("Input", "Flatten", ("Dense", {"units": 10})), data={"dataset": "mnist"})
    document = Document(before)
    assert document.preview(edits_for_dataset(before, "mnist")).after == before


def test_an_unknown_data_set_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        edits_for_dataset(Project(), "no-such-data")
    assert "mnist" in DATASETS
