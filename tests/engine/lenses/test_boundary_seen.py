"""What a network says over a plane: the components are scikit-learn's, the answers those of predicting."""

from __future__ import annotations

import math

import numpy as np
import pytest
import torch
from networks import chain, project
from sklearn.decomposition import PCA

from playground.core.presets import load_preset
from playground.engine.errors import CannotTrain
from playground.engine.lenses import begin, look
from playground.engine.lenses.boundary import study as studying
from playground.engine.lenses.boundary.principal import Principal
from playground.engine.lenses.boundary.study import SIDE, BoundaryStudy
from playground.engine.loop import prepare, run
from playground.engine.state import TrainingState
from playground.engine.watching import Watching
from playground.protocol import Boundary, BoundarySeen, Layers, Plane, Watch

CLASSES = chain("Input", ("Dense", {"units": 8, "activation": "Tanh"}), ("Dense", {"units": 3}))
FLAT = chain("Input", "Flatten", ("Dense", {"units": 10, "activation": "Softmax"}))


def spiral(**changes: object) -> TrainingState:
    graph = chain("Input", ("Dense", {"units": 6, "activation": "Tanh"}), ("Dense", {"units": 2}))
    return prepare(project(graph, data={"dataset": "spiral", "params": {"samples": 200}, **changes}), device="cpu")


@pytest.fixture(scope="module")
def iris() -> TrainingState:
    scaling = {"scaling": "standardize"}
    state = prepare(project(CLASSES, data={"dataset": "iris", "preparation": scaling}, epochs=1), device="cpu")
    list(run(state))
    return state


def seen(state: TrainingState, lens: Boundary) -> BoundarySeen:
    """What there is after as many looks as it takes."""
    kept = begin(lens)
    while True:
        with state.evaluating():
            found = look(state, lens, {}, kept)
        assert isinstance(found, BoundarySeen)
        if not kept.unfinished:
            return found


def cells(plane: Plane) -> np.ndarray:
    """Their middles, worked out one by one."""
    return np.array(
        [
            (
                plane.left + (column + 0.5) * (plane.right - plane.left) / SIDE,
                plane.bottom + (row + 0.5) * (plane.top - plane.bottom) / SIDE,
            )
            for row in range(SIDE)
            for column in range(SIDE)
        ]
    )


def shown(found: BoundarySeen) -> Plane:
    assert found.plane is not None
    assert found.current == 1.0
    return found.plane


def test_of_two_numbers_each_place_says_what_predicting_says_there() -> None:
    state = spiral(preparation={"scaling": "minmax"})
    found = seen(state, Boundary("Classifier"))
    plane = shown(found)
    said = state.predict(cells(plane).astype(np.float32))
    assert plane.values is not None
    assert plane.certainty is not None
    np.testing.assert_allclose(plane.certainty.ravel(), said.max(1), rtol=1e-4)
    clear = np.abs(said[:, 0] - said[:, 1]) > 1e-4
    np.testing.assert_array_equal(plane.values.ravel()[clear], said.argmax(1)[clear])
    assert clear.mean() > 0.95
    assert found.whole
    assert found.names == ()  # nothing to choose
    assert plane.axes == ("x1", "x2")
    assert plane.right - plane.left == pytest.approx(plane.top - plane.bottom)
    x, _ = state.samples.stored("train", np.arange(state.samples.train_count))
    assert plane.left < x[:, 0].min()
    assert plane.top > x[:, 1].max()


@pytest.mark.parametrize("part", ["train", "validation", "test"])
@pytest.mark.parametrize("features", [None, (2, 0)])
def test_those_are_wrong_whom_predicting_gets_wrong(
    iris: TrainingState, part: str, features: tuple[int, int] | None
) -> None:
    found = seen(iris, Boundary("Classifier", features, part))  # type: ignore[arg-type]
    plane = shown(found)
    x, y = iris.samples.stored(part, np.arange(iris.samples.count(part)))  # type: ignore[arg-type]
    said = iris.predict(x).argmax(1)
    assert found.count == len(x)
    np.testing.assert_array_equal(found.numbers, np.arange(len(x)))
    np.testing.assert_array_equal(found.said, said)
    np.testing.assert_array_equal(plane.labels, y)
    assert plane.wrong is not None
    np.testing.assert_array_equal(plane.wrong, said != y)
    assert part != "train" or 0 < plane.wrong.sum() < len(x)


def test_the_components_are_those_of_scikit_learn(iris: TrainingState) -> None:
    found = seen(iris, Boundary("Classifier"))
    plane = shown(found)
    x, _ = iris.samples.stored("train", np.arange(iris.samples.train_count))
    prepared = iris.samples.prepared(x).numpy()
    pca = PCA(2).fit(prepared)
    expected = pca.transform(prepared)
    signs = np.sign((expected * plane.points).sum(0))
    np.testing.assert_allclose(plane.points, expected * signs, atol=1e-4)
    assert found.explained == pytest.approx(tuple(pca.explained_variance_ratio_), rel=1e-5)
    back = pca.inverse_transform(cells(plane) * signs).astype(np.float32)  # what is fed at each place
    with iris.evaluating():
        scores = torch.softmax(iris.networks["Classifier"](torch.from_numpy(back)), 1).numpy()
    assert plane.certainty is not None
    np.testing.assert_allclose(plane.certainty.ravel(), scores.max(1), rtol=1e-3)


def test_of_images_too_and_a_slow_network_is_asked_in_turns(monkeypatch: pytest.MonkeyPatch) -> None:
    state = prepare(project(FLAT, data={"limit": 300}), device="cpu")
    monkeypatch.setattr(studying, "_SECONDS", 0.001)
    kept, lens, looks, known = BoundaryStudy(), Boundary("Classifier"), 0, []
    with state.evaluating():
        while True:
            found = kept.look(state, lens, {})
            looks += 1
            if found.plane is not None:
                known.append(found.current)
            if not kept.unfinished:
                break
    assert looks > 1
    assert known == sorted(known)
    plane = shown(found)
    x = state.samples.stored("train", np.arange(state.samples.train_count))[0]
    prepared = state.samples.prepared(x).flatten(1).numpy()
    pca = PCA(2, svd_solver="full").fit(prepared)
    assert found.explained == pytest.approx(tuple(pca.explained_variance_ratio_), rel=1e-4)
    points = pca.transform(prepared[found.numbers])
    signs = np.sign((points * plane.points).sum(0))
    np.testing.assert_allclose(plane.points, points * signs, atol=1e-3 * np.abs(points).max())
    back = pca.inverse_transform(cells(plane) * signs).reshape(-1, 1, 28, 28).astype(np.float32)
    with state.evaluating():
        said = torch.softmax(state.networks["Classifier"](torch.from_numpy(back)), 1).numpy()
    assert plane.certainty is not None
    np.testing.assert_allclose(plane.certainty.ravel(), said.max(1), atol=2e-3)
    assert found.names == ()
    state.renewed()  # other weights: what is known stands until it is asked for anew
    with state.evaluating():
        again = kept.look(state, lens, {})
    assert again.current < 1
    assert again.plane is not None
    assert np.isfinite(again.plane.values).all()  # type: ignore[call-overload]


def test_principal_components_of_many_numbers_are_exact() -> None:
    rng = np.random.default_rng(4)
    x = (rng.standard_normal((300, 40)) * np.linspace(3, 0.5, 40)) @ np.linalg.qr(rng.standard_normal((40, 40)))[0] + 7
    found = Principal(x)
    while not found.done:
        found.work(0.0)
    pca = PCA(2, svd_solver="full").fit(x)
    assert np.abs((found.axes * pca.components_.T).sum(0)) == pytest.approx([1, 1], abs=1e-7)
    np.testing.assert_allclose(found.middle, pca.mean_)
    assert found.explained == pytest.approx(tuple(pca.explained_variance_ratio_), rel=1e-6)


def test_features_that_are_not_shown_have_their_medians(iris: TrainingState) -> None:
    found = seen(iris, Boundary("Classifier", (3, 1)))
    plane = shown(found)
    x, _ = iris.samples.stored("train", np.arange(iris.samples.train_count))
    rows = np.repeat(np.median(x, 0)[None], SIDE * SIDE, 0)
    rows[:, [3, 1]] = cells(plane)
    said = iris.predict(rows.astype(np.float32))
    assert plane.certainty is not None
    np.testing.assert_allclose(plane.certainty.ravel(), said.max(1), rtol=1e-4)
    names = iris.samples.arrays.dataset.features
    assert plane.axes == (names[3], names[1])
    assert found.names == names
    assert not found.whole
    np.testing.assert_array_equal(plane.points, x[:, [3, 1]])


@pytest.mark.parametrize("output", ["Sigmoid", "Linear"])
def test_one_output_tells_two_classes_apart(output: str) -> None:
    graph = chain("Input", ("Dense", {"units": 4, "activation": "Tanh"}), ("Dense", {"units": 1, "activation": output}))
    made = project(graph, data={"dataset": "moons", "params": {"samples": 100}}, loss="binary_cross_entropy")
    state = prepare(made, device="cpu")
    plane = shown(seen(state, Boundary("Classifier")))
    with state.evaluating():
        raw = state.networks["Classifier"](state.samples.prepared(cells(plane).astype(np.float32)))[:, 0]
    second = torch.sigmoid(raw).numpy()
    assert plane.values is not None
    assert plane.certainty is not None
    np.testing.assert_array_equal(plane.values.ravel(), (second > 0.5).astype(np.float32))
    np.testing.assert_allclose(plane.certainty.ravel(), np.maximum(second, 1 - second), rtol=1e-4)


def test_a_surface_of_what_is_predicted_is_in_units_of_the_target() -> None:
    data = {"dataset": "waves", "params": {"samples": 100}, "preparation": {"target": "standardize"}}
    graph = chain("Input", ("Dense", {"units": 4, "activation": "Tanh"}), ("Dense", {"units": 1}))
    state = prepare(project(graph, data=data, loss="mean_squared_error"), device="cpu")
    found = seen(state, Boundary("Classifier", part="test"))
    plane = shown(found)
    assert plane.values is not None
    np.testing.assert_allclose(
        plane.values.ravel(), state.predict(cells(plane).astype(np.float32))[:, 0], rtol=1e-4, atol=1e-5
    )
    x, y = state.samples.stored("test", np.arange(state.samples.test_count))
    np.testing.assert_allclose(found.said, state.predict(x)[:, 0], rtol=1e-4, atol=1e-5)
    np.testing.assert_array_equal(plane.labels, y[:, 0])
    assert (plane.classes, plane.certainty, plane.wrong, plane.lines) == ((), None, None, None)


def test_of_a_game_it_shows_how_real_each_place_is_found() -> None:
    made = load_preset("gan-2d").project
    made = made.replace(data=made.data.replace(params={"samples": 200}), task=made.task.replace(params={}))
    state = prepare(made, device="cpu")
    plane = shown(seen(state, Boundary("Generator")))
    with state.evaluating():
        scores = state.networks["Discriminator"](state.samples.prepared(cells(plane).astype(np.float32)))[:, 0]
        made_points = state.task.predict(state.task.fixed_noise)  # type: ignore[attr-defined]
    assert state.task.form == "non_saturating"  # type: ignore[attr-defined]
    assert plane.values is not None
    np.testing.assert_allclose(plane.values.ravel(), torch.sigmoid(scores), rtol=1e-4)
    assert plane.fakes is not None
    np.testing.assert_allclose(plane.fakes, made_points, rtol=1e-5)


@pytest.mark.parametrize("form", ["least_squares", "wasserstein_gp"])
def test_scores_that_have_no_ends_are_shown_as_they_are_on_a_scale_that_holds_them(form: str) -> None:
    made = load_preset("gan-2d").project
    made = made.replace(data=made.data.replace(params={"samples": 200}), task=made.task.replace(params={"form": form}))
    state = prepare(made, device="cpu")
    with torch.no_grad():
        list(state.networks["Discriminator"].parameters())[-1].add_(3.0)  # nothing holds a score below 1
    plane = shown(seen(state, Boundary("Discriminator")))
    with state.evaluating():
        scores = state.networks["Discriminator"](state.samples.prepared(cells(plane).astype(np.float32)))[:, 0].numpy()
        (view,) = state.task.views()
    assert plane.values is not None
    np.testing.assert_allclose(plane.values.ravel(), scores, rtol=1e-4, atol=1e-5)
    least, most = float(scores.min()), float(scores.max())
    expected = (least, most) if form == "wasserstein_gp" else (1 - most, most)  # the half stays in the middle
    assert plane.scale == pytest.approx(expected, rel=1e-4)
    assert most > 2
    assert isinstance(view, Plane)
    assert view.scale is not None
    assert view.values is not None
    assert (view.values.max(), view.scale[1]) == (pytest.approx(view.scale[1]), pytest.approx(most, rel=0.2))


@pytest.mark.parametrize(
    ("preset", "words"),
    [("autoencoder", "gives its input back"), ("text-sentiment", "reads words"), ("vae", "gives its input back")],
)
def test_what_there_is_no_boundary_of_is_said(preset: str, words: str) -> None:
    made = load_preset(preset).project
    if made.data.dataset == "mnist":
        made = made.replace(data=made.data.replace(dataset="digits"))
    made = made.replace(data=made.data.replace(limit=64), training=made.training.replace(batch_size=8))
    state = prepare(made, device="cpu")
    with pytest.raises(CannotTrain, match=words):
        seen(state, Boundary(state.network))


def test_features_that_are_not_there_are_said(iris: TrainingState) -> None:
    for features in ((0, 4), (1, 1)):
        with pytest.raises(CannotTrain, match="no two such features"):
            seen(iris, Boundary("Classifier", features))


def test_while_it_trains_it_is_wanted_more_often_than_reports_come() -> None:
    state, watching = spiral(), Watching()
    assert list(watching.some(state)) == []
    assert watching.wanted == math.inf
    watching.watch(Watch((Layers("Classifier"),)))
    assert len(list(watching.some(state))) == 1
    assert watching.wanted == math.inf
    watching = Watching()
    watching.watch(Watch((Layers("Classifier"), Boundary("Classifier"))))
    found = [event.lens for event in watching.some(state)]  # type: ignore[union-attr]
    assert Boundary("Classifier") in found or Layers("Classifier") in found
    assert watching.wanted < math.inf
