"""What a task shows of its weights: whole records of plain arrays, of the data's own units, the same at every look."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
import torch
from networks import chain, project

from playground import protocol
from playground.core.project import DataSettings, Project, TaskSettings
from playground.core.shape import Shape
from playground.engine import preparation
from playground.engine.data import ArrayData
from playground.engine.loop import prepare
from playground.engine.state import TrainingState
from playground.engine.tasks import showing
from playground.training.datasets import Dataset, Target
from playground.training.starting import starting_project


def made(task: str, dataset: str, params: dict[str, Any] | None = None, **data: Any) -> TrainingState:
    found = starting_project(task, DataSettings(dataset=dataset, limit=200, **data))
    if params is not None:
        found = found.replace(task=TaskSettings(type=task, params=params))
    return prepare(found, device="cpu")


def views(state: TrainingState) -> dict[str, protocol.View]:
    with state.evaluating():
        found = state.task.views()
        again = state.task.views()
    assert [view.name for view in found] == [view.name for view in again]
    for first, second in zip(found, again, strict=True):
        for name in first.__slots__:
            value = getattr(first, name)
            same = (
                np.array_equal(value, getattr(second, name))
                if isinstance(value, np.ndarray)
                else value == getattr(second, name)
            )
            assert same, name
    return {view.name: view for view in found}


def test_regions_of_a_plane_lie_where_the_points_are():
    state = made("supervised", "moons")
    plane = views(state)["plane"]
    assert isinstance(plane, protocol.Plane)
    assert plane.values.shape == plane.certainty.shape == (100, 100)
    assert set(np.unique(plane.values)) <= {0.0, 1.0}
    assert plane.certainty.min() >= 0.5  # of two classes the likelier
    x, y = plane.points.T
    assert plane.left < x.min() < x.max() < plane.right
    assert plane.bottom < y.min() < y.max() < plane.top
    # the cell in which a point lies says what the network says of the middle of that cell, row 0 at the bottom
    cell_x = plane.left + (30 + 0.5) / 100 * (plane.right - plane.left)
    cell_y = plane.bottom + (70 + 0.5) / 100 * (plane.top - plane.bottom)
    told = state.predict(np.array([[cell_x, cell_y]], np.float32))[0]
    assert plane.values[70, 30] == told.argmax()
    assert plane.certainty[70, 30] == pytest.approx(told.max(), abs=1e-6)


def test_columns_of_a_table_have_units_of_their_own_and_gaps(monkeypatch):
    x = np.random.default_rng(0).normal(size=(200, 2)).astype(np.float32) * np.array([1.0, 1000.0], np.float32)
    x[3, 0] = np.nan
    dataset = Dataset("t", "T", "", Shape.vector(2), Target.classes("a", "b"), 200, features=("short", "long"))
    monkeypatch.setattr(
        preparation, "load_data", lambda *_: ArrayData.whole(dataset, x, (x[:, 1] > 0).astype(np.int64))
    )
    for module in ("playground.training.check", "playground.training.outputs"):
        monkeypatch.setattr(f"{module}.describe", lambda _: dataset)
    state = prepare(
        project(chain("Input", ("Dense", {"units": 2})), data={"validation": 0.0, "test": 0.9}), device="cpu"
    )
    plane = views(state)["plane"]
    assert isinstance(plane, protocol.Plane)
    assert 4 < plane.right - plane.left < 8
    assert 4000 < plane.top - plane.bottom < 8000
    assert np.isfinite(plane.certainty).all()


def test_few_large_samples_are_kept():
    samples = made("autoencoder", "digits").samples
    assert len(showing.Chosen(samples, 5000).places) == 360  # all that there are
    large = replace(samples.arrays.dataset, shape=Shape.image(3, 300, 300))
    object.__setattr__(samples, "arrays", replace(samples.arrays, dataset=large))
    assert len(showing.Chosen(samples, 5000).places) == showing.FEW


def test_a_surface_and_its_truth():
    found = views(made("supervised", "plane"))
    plane, truth = found["plane"], found["truth"]
    assert isinstance(plane, protocol.Plane)
    assert plane.certainty is None
    assert plane.classes == ()
    assert isinstance(truth, protocol.Scatter)
    assert truth.diagonal
    assert np.array_equal(truth.points[:, 0], plane.labels)  # in the units of the data, though targets are scaled


def test_rows_of_a_table_in_their_units():
    state = made("supervised", "iris")
    rows = views(state)["rows"]
    assert isinstance(rows, protocol.Rows)
    assert rows.columns[0] == "sepal length (cm)"
    lengths = [float(row[0]) for row in rows.cells]
    assert min(lengths) > 4  # centimetres, not deviations
    assert max(lengths) < 8
    assert rows.wrong == tuple(t != s for t, s in zip(rows.truth, rows.said, strict=True))
    assert set(rows.truth) <= {"setosa", "versicolor", "virginica"}


def test_texts_come_as_words():
    rows = views(made("text", "sentiment"))["rows"]
    assert isinstance(rows, protocol.Rows)
    assert rows.columns == ("text",)
    assert all(text and not text[0].isdigit() for (text,) in rows.cells)
    assert set(rows.said) <= {"negative", "positive"}


def test_forecasts_beside_what_came():
    state = made("forecasting", "oscillator")
    found = views(state)["forecasts"]
    assert isinstance(found, protocol.Forecasts)
    x, y = state.samples.stored("test", np.arange(state.samples.test_count))
    assert (found.given[0] == x[0, :, 0]).all()  # the position, which is forecast, as it was measured
    assert (found.truth[0] == y[0]).all()
    assert found.forecast.shape == found.truth.shape


def test_reconstructions_of_spoiled_images():
    found = views(made("autoencoder", "digits", {"noise": 0.4}))["reconstructions"]
    assert isinstance(found, protocol.Pictures)
    assert found.images.shape == found.originals.shape == found.given.shape
    assert found.images.dtype == np.uint8
    assert (found.given != found.originals).mean() > 0.3
    assert views(made("autoencoder", "digits"))["reconstructions"].given is None


def test_pictures_of_data_from_minus_one_to_one_look_as_they_are():
    state = made("gan", "digits")
    assert float(next(iter(state.samples.part("test", 10)))[0].min()) == -1.0
    generated = views(state)["generated"]
    assert isinstance(generated, protocol.Pictures)
    assert generated.images.shape == (64, 28, 28)
    # an untrained Tanh is about 0, which is a grey of 127
    assert abs(float(generated.images.mean()) - 127) < 20


def test_a_vae_of_two_numbers_has_a_manifold():
    project = starting_project("vae", DataSettings(dataset="digits", limit=200))
    found = views(prepare(two_codes(project), device="cpu"))
    manifold, codes = found["manifold"], found["codes"]
    assert isinstance(manifold, protocol.Pictures)
    assert manifold.images.shape == (225, 28, 28)
    assert manifold.columns == 15
    assert isinstance(codes, protocol.Scatter)
    assert codes.axes == ("z1", "z2")
    assert len(codes.classes) == 10


def test_the_manifold_of_many_numbers_lies_along_the_two_directions_in_which_codes_differ_most():
    state = prepare(starting_project("vae", DataSettings(dataset="digits", limit=200)), device="cpu")
    task = state.task
    with state.evaluating():
        shown = task.views()
        codes = task.encoder(task._many.prepared)[0].double()
        # by a singular value decomposition
        middle, (_, sizes, directions) = codes.mean(0), torch.linalg.svd(codes - codes.mean(0), full_matrices=False)
        axes = directions[:2] * torch.sign(directions[:2].gather(1, directions[:2].abs().argmax(1, keepdim=True)))
        edge = float(torch.special.ndtri(torch.tensor(0.98, dtype=torch.float64)))
        deviations = sizes[:2] / len(codes) ** 0.5
        corner = middle - edge * deviations[0] * axes[0] + edge * deviations[1] * axes[1]  # left, up
        expected = task.said(task.decoder(corner.float()[None])).reshape(28, 28) * 255
    manifold = next(view for view in shown if view.name == "manifold")
    assert manifold.images.shape == (225, 28, 28)
    np.testing.assert_allclose(manifold.images[0], expected.numpy(), atol=1)


def two_codes(project: Project) -> Project:
    ((name, graph),) = project.networks.items()
    nodes = tuple(n.replace(params={"units": 2}) if n.name in ("Mean", "Log variance") else n for n in graph.nodes)
    return project.replace(networks={name: graph.replace(nodes=nodes)})


@pytest.mark.parametrize(
    ("task", "dataset"),
    [("vae", "moons"), ("gan", "moons"), ("vae", "iris"), ("gan", "sines"), ("autoencoder", "wine")],
)
def test_other_data_have_views_too(task, dataset):
    for view in views(made(task, dataset)).values():
        points = view.points
        assert points.shape[1] == 2
        assert np.isfinite(points).all()
