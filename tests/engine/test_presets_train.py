"""Every preset does what a preset is for: it trains, tells its metrics, is saved, goes on, and is exported."""

from __future__ import annotations

import math

import pytest

from playground.core.presets import load_presets
from playground.core.project import Project
from playground.engine.checkpoint import load_bundle, restore, save_bundle
from playground.engine.export import export
from playground.engine.loop import prepare, run
from playground.protocol import EpochDone, Pictures, RunFailed, RunFinished, RunStarted, Views
from playground.training.check import check

pytestmark = pytest.mark.usefixtures("warm_readers", "onnx_operators")
PRESETS = {preset.name: preset.project for preset in load_presets()}
# The whole model is written and proved for one of each kind; the others leave their weights.
WHOLE = {"tabular-binary", "lstm-forecast", "autoencoder", "vae", "gan-small", "text-sentiment"}


def small(project: Project) -> Project:
    """The same on few samples, and on the digits that come with the program where it wants MNIST: they look alike."""
    data = project.data.replace(limit=96)
    if data.dataset == "mnist":
        data = data.replace(dataset="digits")
    training = project.training.replace(epochs=1, batch_size=min(project.training.batch_size, 32), device="cpu")
    return project.replace(data=data, training=training)


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_has_neither_errors_nor_warnings(name):
    found = check(PRESETS[name])
    assert [str(problem) for problem in found.problems] == []


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_trains_goes_on_from_its_bundle_and_is_exported(name, tmp_path):
    state = prepare(small(PRESETS[name]))
    events = list(run(state))
    started, finished = events[0], events[-1]
    assert isinstance(started, RunStarted), events
    assert not any(isinstance(event, RunFailed) for event in events), events
    assert isinstance(finished, RunFinished)
    assert finished.test is not None
    assert all(math.isfinite(value) for value in finished.test.values())
    (epoch,) = [event for event in events if isinstance(event, EpochDone)]
    assert {"loss", *started.metrics} <= epoch.train.keys()

    path = tmp_path / f"{name}.playground"
    save_bundle(state, path)
    again = restore(load_bundle(path))
    again.extend()
    assert isinstance(list(run(again))[-1], RunFinished)
    assert again.position.epoch == 2

    if name in WHOLE:
        written = export(state, tmp_path / "model.onnx", "onnx")
        assert written.proof.difference <= written.proof.tolerance
    else:
        written = export(state, tmp_path / "model.safetensors", "safetensors")
    assert written.path.stat().st_size > 0


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("autoencoder", {"reconstructions"}),
        ("denoising-autoencoder", {"reconstructions"}),
        ("vae", {"reconstructions", "samples", "manifold", "codes"}),
        ("vae-2d", {"reconstructions", "samples", "manifold", "codes"}),
        ("gan-small", {"generated"}),
        ("gan-2d", {"generated"}),
        ("lstm-forecast", {"forecasts"}),
        ("spiral-2d", {"plane"}),
        ("diabetes", {"truth"}),
    ],
)
def test_a_preset_shows_its_results(name, shown):
    events = list(run(prepare(small(PRESETS[name]))))
    views = [event for event in events if isinstance(event, Views)][-1].views
    assert shown <= {view.name for view in views}
    for view in views:
        if isinstance(view, Pictures):
            assert len(view.images) > 0
            assert view.originals is None or len(view.originals) == len(view.images)
