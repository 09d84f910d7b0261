"""Codes and what becomes of them, against hooks, decoders called directly, scikit-learn and formulas by hand."""

from __future__ import annotations

import time

import numpy as np
import pytest
import torch
from networks import chain, project
from sklearn.decomposition import PCA
from sklearn.manifold import trustworthiness

from playground.core.presets import load_preset
from playground.core.project import Project, TaskSettings
from playground.engine.errors import CannotTrain
from playground.engine.lenses import begin, look
from playground.engine.lenses.latent.directions import plane
from playground.engine.loop import prepare
from playground.engine.state import TrainingState
from playground.protocol.lenses import (
    Brought,
    FromData,
    Latent,
    LatentCode,
    LatentDecoded,
    LatentGrid,
    LatentMap,
    LatentPath,
    LatentSeen,
    Lens,
)


def small(name: str, limit: int = 300, **data: object) -> Project:
    made = load_preset(name).project
    dataset = "digits" if made.data.dataset == "mnist" else made.data.dataset
    training = made.training.replace(device="cpu", batch_size=32)
    return made.replace(data=made.data.replace(limit=limit, dataset=dataset, **data), training=training)


@pytest.fixture(scope="module")
def vae() -> TrainingState:
    state = prepare(small("vae"))
    with torch.no_grad():  # codes that say something, and numbers that are dead
        for name, weight in state.networks["VAE"].named_parameters():
            weight.mul_(0.0 if name == "dense3.weight" else 3.0)
    return state


@pytest.fixture(scope="module")
def coder() -> TrainingState:
    return prepare(small("autoencoder"))


@pytest.fixture(scope="module")
def classifier() -> TrainingState:
    layers = ("Input", "Flatten", ("Dense", {"units": 12, "activation": "Tanh"}), ("Dense", {"units": 10}))
    return prepare(project(chain(*layers), data={"limit": 300}), device="cpu")


def seen(state: TrainingState, lens: Lens, brought: dict[int, np.ndarray] | None = None):
    with state.evaluating():
        return look(state, lens, brought or {})


def samples_of(state: TrainingState, found: LatentSeen) -> torch.Tensor:
    return state.samples.prepared(state.samples.stored(found.part, found.numbers)[0])


def hooked(state: TrainingState, network: str, layer: str, x: torch.Tensor) -> torch.Tensor:
    kept: list[torch.Tensor] = []
    handle = state.networks[network].get_submodule(layer).register_forward_hook(lambda _m, _x, y: kept.append(y))
    with state.evaluating():
        state.networks[network](x)
    handle.remove()
    return kept[0].flatten(1)


# --- where samples lie -----------------------------------------------------------------------------------------------


def test_points_are_scikit_learns_principal_components(classifier: TrainingState) -> None:
    found = seen(classifier, Latent("Classifier"))
    assert (found.layer, found.own, found.prior, found.decodes) == ("dense1", True, False, "")
    codes = torch.tanh(hooked(classifier, "Classifier", "dense1", samples_of(classifier, found))).numpy()
    judge = PCA(2).fit(codes)
    expected = judge.transform(codes)
    signs = np.sign((expected * found.points).sum(0))
    np.testing.assert_allclose(found.points, expected * signs, atol=1e-4)
    assert found.explained == pytest.approx(judge.explained_variance_ratio_.sum(), rel=1e-4)
    np.testing.assert_allclose(found.means, codes.mean(0), atol=1e-5)
    np.testing.assert_allclose(found.deviations, codes.std(0), atol=1e-5)
    truth = classifier.samples.stored(found.part, found.numbers)[1]
    np.testing.assert_array_equal(found.labels, truth)


def test_many_numbers_have_the_same_plane() -> None:
    random = np.random.default_rng(1)
    codes = (random.standard_normal((80, 400)) * np.geomspace(3, 0.1, 400)).astype(np.float32)
    found, judge = plane(codes), PCA(2, svd_solver="full").fit(codes)
    overlap = np.abs(judge.components_ @ found.axes)
    np.testing.assert_allclose(overlap, np.eye(2), atol=1e-3)
    assert found.explained == pytest.approx(judge.explained_variance_ratio_.sum(), rel=1e-4)


def test_a_picture_that_is_refreshed_does_not_flip() -> None:
    base = np.random.default_rng(2).standard_normal((300, 5))
    base -= base.mean(0)
    base = np.linalg.qr(base)[0]
    first = base * (5.0, 4.9, 1, 1, 1)
    second = -base * (4.9, 5.0, 1, 1, 1) * -1  # the components change places
    one = plane(first)
    other = plane(second, one)
    moved = np.linalg.norm(other.places(second) - one.places(first), axis=1).max()
    assert moved < 0.05
    anew = plane(second)
    assert np.linalg.norm(anew.places(second) - one.places(first), axis=1).max() > 0.3
    np.testing.assert_allclose(other.axes.T @ other.axes, np.eye(2), atol=1e-6)


def test_two_numbers_are_shown_as_they_are() -> None:
    state = prepare(small("vae-2d"))
    found = seen(state, Latent("VAE"))
    with state.evaluating():
        mean = state.task.encoder(samples_of(state, found))[0]
    np.testing.assert_allclose(found.points, mean.numpy(), atol=1e-6)
    assert found.explained == 1.0


def test_more_samples_come_while_the_weights_stay(classifier: TrainingState) -> None:
    lens = Latent("Classifier")
    study, sizes = begin(lens), []
    with classifier.evaluating():
        while study.unfinished or not sizes:
            found = look(classifier, lens, {}, study)
            sizes.append(len(found.points))
    assert sizes[-1] == found.wanted == classifier.samples.test_count
    assert sizes == sorted(sizes)
    assert len(set(found.numbers.tolist())) == found.wanted


def test_divergence_of_each_number_sums_to_the_loss_term(vae: TrainingState) -> None:
    found = seen(vae, Latent("VAE"))
    x = samples_of(vae, found)
    with vae.evaluating():
        mean, log_variance = (part.double().numpy() for part in vae.task.encoder(x))
        term = vae.task.evaluate([(x, torch.empty(0))], lambda: True)["kl"]
    by_hand = 0.5 * (mean**2 + np.exp(log_variance) - 1 - log_variance)
    np.testing.assert_allclose(found.kl, by_hand.mean(0), rtol=1e-5)
    assert found.kl.sum() == pytest.approx(term, rel=1e-5)
    assert found.kl.sum() > 0.1
    with torch.no_grad():
        stepped = vae.task._forward(x)[1:]
    assert found.kl.sum() == pytest.approx(float(_kl_of_torch(*stepped)), rel=1e-5)


def _kl_of_torch(mean: torch.Tensor, log_variance: torch.Tensor) -> torch.Tensor:
    normal = torch.distributions.Normal
    codes = normal(mean, torch.exp(log_variance / 2))
    return torch.distributions.kl_divergence(codes, normal(torch.zeros_like(mean), 1.0)).sum(1).mean()


def test_the_weight_of_the_divergence_is_told() -> None:
    made = small("vae")
    state = prepare(made.replace(task=TaskSettings(type="vae", params={"beta": 4.0, "warm_up": 10})))
    state.task.at = (5, 0)
    found = seen(state, Latent("VAE"))
    assert (found.weight, found.beta, found.warm_up) == (2.0, 4.0, 10)


# --- what becomes of codes -------------------------------------------------------------------------------------------


def test_a_code_is_decoded_as_the_decoder_does(vae: TrainingState) -> None:
    code = torch.randn(1, 20, generator=torch.Generator().manual_seed(3))
    with vae.evaluating():
        expected = torch.sigmoid(vae.task.decoder(code)).reshape(28, 28)
    found = seen(vae, LatentDecoded("VAE", "", tuple(code[0].tolist()))).results[0]
    assert found.kind == "image"
    np.testing.assert_allclose(found.values, 255 * expected.numpy(), atol=0.51)


def test_encoding_and_decoding_are_the_whole_network(coder: TrainingState) -> None:
    lens = LatentCode("Autoencoder", "", FromData("test", 4))
    own = seen(coder, lens)
    assert own.code.shape == (32,)
    x, y = coder.samples.stored("test", np.array([4]))
    np.testing.assert_array_equal(own.picture.values, x[0, 0])
    assert own.label == coder.samples.arrays.dataset.target.names[int(y[0])]
    with coder.evaluating():
        whole = coder.task.predict(coder.samples.prepared(x))[0, 0]
    back = seen(coder, LatentDecoded("Autoencoder", "", tuple(own.code.tolist()))).results[0]
    np.testing.assert_allclose(back.values, 255 * whole.numpy().clip(0, 1), atol=0.51)


def test_a_sample_that_was_brought_has_a_code(coder: TrainingState) -> None:
    x, _ = coder.samples.stored("test", np.array([2]))
    own = seen(coder, LatentCode("Autoencoder", "", Brought(1)), {1: x[0, 0]})
    known = seen(coder, LatentCode("Autoencoder", "", FromData("test", 2)))
    np.testing.assert_allclose(own.code, known.code, rtol=1e-5)
    np.testing.assert_array_equal(own.picture.values, x[0, 0])


def test_every_layer_of_a_classifier_is_a_code(classifier: TrainingState) -> None:
    """Decoded, it is what the network says of the sample."""
    x = classifier.samples.prepared(classifier.samples.stored("test", np.array([0]))[0])
    with classifier.evaluating():
        expected = torch.softmax(classifier.networks["Classifier"](x), 1)[0].numpy()
    for layer, size in (("input1", 784), ("flatten1", 784), ("dense1", 12), ("dense2", 10)):
        own = seen(classifier, LatentCode("Classifier", layer))
        assert own.code.shape == (size,)
        said = seen(classifier, LatentDecoded("Classifier", layer, tuple(own.code.tolist()))).results[0]
        np.testing.assert_allclose(said.values, expected, atol=1e-5)
        assert said.names == classifier.samples.arrays.dataset.classes


def test_a_generators_code_is_its_noise() -> None:
    state = prepare(small("gan-2d", 200))
    found = seen(state, Latent("Generator"))
    assert (found.noise, found.prior, found.labels.max()) == (True, True, -1)
    own = seen(state, LatentCode("Generator", "", FromData(number=7)))
    np.testing.assert_array_equal(own.code, found.points[list(found.numbers).index(7)])
    with state.evaluating():
        made = state.samples.inputs.invert(state.networks["Generator"](torch.from_numpy(own.code)[None]))[0].numpy()
    np.testing.assert_allclose(own.picture.values, made, rtol=1e-5)
    decoded = seen(state, LatentDecoded("Generator", "", tuple(own.code.tolist()))).results[0]
    np.testing.assert_allclose(decoded.values, made, rtol=1e-5)
    assert decoded.names == state.samples.arrays.dataset.features


def test_what_takes_more_than_the_code_is_not_decoded() -> None:
    state = prepare(small("residual-cnn", 60))
    graph = state.project.networks["Classifier"]
    add = next(node.id for node in graph.nodes if node.type == "Add")
    inner = graph.incoming[add][-1].source
    beside = seen(state, Latent("Classifier", inner))
    assert "cannot be decoded" in beside.decodes
    with pytest.raises(CannotTrain, match="cannot be decoded"):
        seen(state, LatentDecoded("Classifier", inner, (0.0,) * len(beside.means)))
    with pytest.raises(CannotTrain, match="does not have this layer"):
        seen(state, Latent("Classifier", "gone1"))
    with pytest.raises(CannotTrain, match="numbers, not 3"):
        seen(state, LatentDecoded("Classifier", "", (0.0,) * 3))


def test_a_grid_goes_right_and_up(vae: TrainingState) -> None:
    xs, ys = (-2.0, 0.0, 2.0), (-1.0, 1.0)
    base = tuple(np.linspace(-1, 1, 20).tolist())
    found = seen(vae, LatentGrid("VAE", "", base, 3, 0, xs, ys))
    assert (len(found.results), found.wanted) == (6, 6)
    for place, (y, x) in enumerate([(1.0, -2.0), (1.0, 0.0), (1.0, 2.0), (-1.0, -2.0), (-1.0, 0.0), (-1.0, 2.0)]):
        code = [*base]
        code[3], code[0] = x, y
        alone = seen(vae, LatentDecoded("VAE", "", tuple(code))).results[0]
        np.testing.assert_allclose(found.results[place].values.astype(float), alone.values, atol=1)


@pytest.mark.parametrize("form", ["linear", "spherical"])
def test_the_way_between_two_samples(vae: TrainingState, form: str) -> None:
    one, other = FromData("test", 0), FromData("test", 1)
    found = seen(vae, LatentPath("VAE", "", one, other, form, 5))
    a, b = (seen(vae, LatentCode("VAE", "", subject)).code.astype(float) for subject in (one, other))
    t = np.linspace(0, 1, 5)[:, None]
    angle = np.arccos(a @ b / np.linalg.norm(a) / np.linalg.norm(b))
    round_ = (np.sin((1 - t) * angle) * a + np.sin(t * angle) * b) / np.sin(angle)
    expected = round_ if form == "spherical" else (1 - t) * a + t * b
    np.testing.assert_allclose(found.codes, expected, atol=1e-5)
    middle = seen(vae, LatentDecoded("VAE", "", tuple(expected[2].tolist()))).results[0]
    np.testing.assert_allclose(found.results[2].values.astype(float), middle.values, atol=1)
    np.testing.assert_array_equal(found.ends[1].values, vae.samples.stored("test", np.array([1]))[0][0, 0])


# --- maps ------------------------------------------------------------------------------------------------------------


def test_a_map_comes_while_nobody_waits(coder: TrainingState) -> None:
    lens = LatentMap("Autoencoder", "", "tsne")
    study, longest, end = begin(lens), 0.0, time.monotonic() + 60
    with coder.evaluating():
        while study.unfinished and time.monotonic() < end:
            began = time.thread_time()  # of this thread alone: others may keep the machine busy
            found = look(coder, lens, {}, study)
            longest = max(longest, time.thread_time() - began)
    assert len(found.points) == len(found.numbers) == coder.samples.test_count
    assert found.progress == 1.0
    x = coder.samples.prepared(coder.samples.stored(found.part, found.numbers)[0])
    codes = hooked(coder, "Autoencoder", "dense1", x).relu().numpy()
    assert trustworthiness(codes, found.points, n_neighbors=5) > 0.9
    assert longest < 0.3


def test_a_map_that_nobody_wants_any_more_ends(coder: TrainingState) -> None:
    lens = LatentMap("Autoencoder", "", "tsne", 2)
    study = begin(lens)
    with coder.evaluating():
        while study._worked is None:
            look(coder, lens, {}, study)
    process = study._worked._process
    assert process.poll() is None
    del study
    assert process.wait(20) != 0


def test_a_map_without_its_library_says_so(coder: TrainingState, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("playground.engine.lenses.latent.encoded.find_spec", lambda _name: None)
    with pytest.raises(CannotTrain, match="umap-learn"):
        seen(coder, LatentMap("Autoencoder", "", "umap"))


# --- values and places -----------------------------------------------------------------------------------------------


def test_what_is_to_be_predicted_colours_the_points() -> None:
    made = load_preset("diabetes").project
    state = prepare(made, device="cpu")
    found = seen(state, Latent(made.main_network))
    assert isinstance(found, LatentSeen)
    assert found.values is not None
    np.testing.assert_array_equal(found.values, state.samples.stored(found.part, found.numbers)[1][:, 0])
    assert (found.value_name, found.classes) == ("progression", ())
    assert isinstance(iris := prepare(load_preset("iris").project, device="cpu"), TrainingState)
    assert seen(iris, Latent(iris.network)).values is None


def test_a_sample_of_two_numbers_is_a_place_on_their_plane() -> None:
    made = load_preset("gan-2d").project
    state = prepare(made, device="cpu")
    result = seen(state, LatentDecoded("Generator", "", (0.5,) * 2))
    (point,) = result.results
    with state.evaluating():
        x = state.networks["Generator"](torch.full((1, 2), 0.5))
    np.testing.assert_allclose(point.values, state.samples.inputs.invert(x)[0], rtol=1e-5)
    plane = point.plane
    assert plane is not None
    left, right, bottom, top = plane.edges
    x = state.samples.stored("train", np.arange(state.samples.train_count))[0]
    assert left < x[:, 0].min() < x[:, 0].max() < right
    assert bottom < x[:, 1].min() < x[:, 1].max() < top
    assert len(plane.points) == len(plane.labels) > 100
    assert all(((x - each) ** 2).sum(1).min() == 0 for each in plane.points[:5])
    assert seen(state, LatentDecoded("Generator", "", (0.1,) * 2)).results[0].plane is plane  # worked out once
