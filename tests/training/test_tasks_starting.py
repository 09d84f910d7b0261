"""New from task: a network that trains without a word of complaint, for every task and data that go together."""

from __future__ import annotations

import pytest
from networks import chain, project

from playground.core.edits import EditRefused
from playground.core.project import DataSettings, Preparation
from playground.training.check import check
from playground.training.datasets import DATASETS, describe
from playground.training.starting import edits_for_task, starting_project, suits
from playground.training.tasks import TASKS

# Those that are there without a file of one's own, and points that somebody drew.
KNOWN = [name for name, kind in DATASETS.items() if describe(DataSettings(dataset=name)) is not None]
PAIRS = [(task, name) for task in TASKS for name in KNOWN if not suits(task, describe(DataSettings(dataset=name)))]


@pytest.mark.parametrize(("task", "dataset"), PAIRS)
def test_what_is_laid_out_has_no_problem(task, dataset):
    found = starting_project(task, DataSettings(dataset=dataset))
    assert check(found).problems == ()
    assert found.task.type == task
    for graph in found.networks.values():
        places = {(node.x, node.y) for node in graph.nodes}
        assert len(places) == len(graph.nodes)
        assert all(graph.by_id[link.source].x < graph.by_id[link.target].x for link in graph.links)


def test_every_task_has_data_and_all_data_a_task():
    assert {task for task, _ in PAIRS} == set(TASKS)
    assert {name for _, name in PAIRS} == set(KNOWN)


@pytest.mark.parametrize(
    ("task", "dataset", "told"),
    [
        ("forecasting", "digits", "Forecasting: takes series with the values that follow, and Digits has none."),
        ("text", "iris", "Text classification: takes texts with classes, and Iris has none."),
        (
            "gan",
            "sentiment",
            "Generative adversarial network: Sentiment consists of words, which cannot be made out of",
        ),
    ],
)
def test_what_makes_no_sense_is_said(task, dataset, told):
    with pytest.raises(ValueError, match="It is for: ") as error:
        starting_project(task, DataSettings(dataset=dataset))
    assert str(error.value).startswith(told)


def test_data_that_are_not_there():
    with pytest.raises(ValueError, match="is not known"):
        starting_project("supervised", DataSettings(dataset="no-such"))
    with pytest.raises(KeyError):
        starting_project("no-such", DataSettings())


def test_preparation_that_was_chosen_stays():
    data = DataSettings(dataset="digits", preparation=Preparation(scaling="standardize", size=(16, 16)))
    found = starting_project("gan", data)
    assert found.data.preparation == data.preparation
    assert check(found).problems == ()  # without a Tanh, which could not reach them


@pytest.mark.parametrize("task", TASKS)
def test_another_task_for_an_open_project(task):
    before = project(chain("Input", "Flatten", ("Dense", {"units": 10})))
    after = edits_for_task(before, task).apply(before)
    assert after.task.type == task
    assert after.networks == before.networks
    kind = TASKS[task]
    assert not kind.losses or after.training.loss in kind.losses
    back = edits_for_task(after, "supervised").apply(after)
    assert (back.task, back.training, back.networks) == (before.task, before.training, before.networks)


def test_a_vae_of_data_that_lie_anywhere_is_gaussian():
    before = project(chain("Input", ("Dense", {"units": 4})), data={"dataset": "iris"})
    assert edits_for_task(before, "vae").apply(before).task.params["output"] == "gaussian"


def test_the_same_task_changes_nothing():
    before = project(chain("Input"))
    assert edits_for_task(before, "supervised").apply(before) == before
    with pytest.raises(KeyError):
        edits_for_task(before, "no-such")
    assert issubclass(EditRefused, Exception)


def test_a_gan_opens_on_its_generator() -> None:
    assert starting_project("gan", DataSettings(dataset="digits")).main_network == "Generator"
