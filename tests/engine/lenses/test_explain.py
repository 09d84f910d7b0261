"""Explanations of a prediction against the same things worked out by hand, with plain torch and numpy."""

from __future__ import annotations

import copy
import itertools
from collections.abc import Callable

import numpy as np
import pytest
import torch
from networks import chain, project
from torch.nn import functional

from playground import api
from playground.core.presets import load_preset
from playground.engine.errors import CannotTrain
from playground.engine.lenses import begin, look
from playground.engine.lenses.explain import study as explain_study
from playground.engine.loop import prepare
from playground.engine.state import TrainingState
from playground.protocol import Attribution, Brought, Explain, ExplainSeen, FromData

CNN = chain(
    "Input", ("Conv2D", {"filters": 4, "kernel": 5, "stride": 2, "activation": "Tanh"}),
    ("Conv2D", {"filters": 3, "kernel": 3, "activation": "Softplus"}), "Flatten",
    ("Dense", {"units": 10, "activation": "Softmax"}),
)  # fmt: skip
THIRD = FromData("test", 3)


@pytest.fixture(scope="module")
def state() -> TrainingState:
    return prepare(project(CNN, data={"limit": 200, "preparation": {"scaling": "standardize"}}), device="cpu")


def seen(state: TrainingState, lens: Explain, brought: dict[int, np.ndarray] | None = None) -> ExplainSeen:
    study = begin(lens)
    for _ in range(1000):
        with state.evaluating():
            found = look(state, lens, brought or {}, study)
        assert isinstance(found, ExplainSeen)
        if not study.unfinished:
            return found
    raise AssertionError("it does not come to an end")


def one(state: TrainingState, method: str, **options: object) -> Attribution:
    lens = Explain("Classifier", THIRD, methods=(method,), **options)  # type: ignore[arg-type]
    (found,) = seen(state, lens).attributions
    assert found.method == method
    assert found.done == 1
    assert not found.missing
    return found


def sample(state: TrainingState, number: int = 3) -> torch.Tensor:
    return state.samples.prepared(state.samples.stored("test", np.array([number]))[0])


def evaluating(state: TrainingState, name: str = "Classifier") -> torch.nn.Module:
    return copy.deepcopy(state.networks[name]).eval()


def slope(network: torch.nn.Module, x: torch.Tensor, value: Callable[[torch.Tensor], torch.Tensor]) -> np.ndarray:
    x = x.clone().requires_grad_(True)
    value(network(x)).backward()
    assert x.grad is not None
    return x.grad[0].numpy()


def black(state: TrainingState) -> torch.Tensor:
    return state.samples.prepared(np.zeros((1, 1, 28, 28), np.uint8))


# --- what follows the gradient ----------------------------------------------------------------------------------------


def test_saliency_is_the_gradient_of_the_score(state: TrainingState) -> None:
    network, x = evaluating(state), sample(state)
    scores = network(x)[0].detach()
    whole = seen(state, Explain("Classifier", THIRD, methods=("saliency", "gradient_input")))
    assert whole.output == int(scores.argmax())
    assert whole.explained == f"the score of “{whole.output}” before Softmax"
    assert whole.value == pytest.approx(float(scores.max()), rel=1e-5)
    np.testing.assert_allclose(whole.scores, scores.numpy(), rtol=1e-4)
    np.testing.assert_allclose(whole.said, torch.softmax(scores, 0).numpy(), rtol=1e-4)
    expected = slope(network, x, lambda y: y[0, whole.output])
    first, second = whole.attributions
    np.testing.assert_allclose(first.values, np.abs(expected[0]), rtol=1e-4, atol=1e-7)
    assert not first.signed
    np.testing.assert_allclose(second.values, (expected * x[0].numpy())[0], rtol=1e-4, atol=1e-6)
    assert second.total == pytest.approx(float((expected * x[0].numpy()).sum()), rel=1e-4)


def test_one_class_rather_than_another(state: TrainingState) -> None:
    network, x = evaluating(state), sample(state)
    expected = slope(network, x, lambda y: y[0, 2] - y[0, 7])
    found = one(state, "saliency", output=2, against=7)
    np.testing.assert_allclose(found.values, np.abs(expected[0]), rtol=1e-4, atol=1e-7)
    whole = seen(state, Explain("Classifier", THIRD, output=2, against=-1, methods=("saliency",)))
    scores = network(x)[0].detach().numpy()
    scores[2] = -np.inf
    assert whole.against == int(scores.argmax())
    assert whole.explained == f"the score of “2” before Softmax less that of “{whole.against}”"


@pytest.mark.parametrize("baseline", ["zero", "mean", "blurred", "noise"])
def test_integrated_gradients_are_complete(state: TrainingState, baseline: str) -> None:
    found = one(state, "integrated", baseline=baseline, steps=64, output=4)
    assert found.expected is not None
    assert found.total == pytest.approx(found.expected, rel=1e-3, abs=1e-4)
    assert found.values is not None
    assert found.values.sum() == pytest.approx(found.expected, rel=1e-3, abs=1e-4)


def test_integrated_gradients_are_the_integral(state: TrainingState) -> None:
    network, x, base = evaluating(state), sample(state), black(state)
    alphas = (torch.arange(400) + 0.5) / 400
    points = (base + alphas.reshape(-1, 1, 1, 1) * (x - base)).requires_grad_(True)
    network(points)[:, 6].sum().backward()
    assert points.grad is not None
    expected = (points.grad.mean(0) * (x - base)[0])[0].numpy()
    found = one(state, "integrated", output=6, steps=48)
    np.testing.assert_allclose(found.values, expected, atol=2e-4 * np.abs(expected).max())
    with torch.no_grad():
        assert found.expected == pytest.approx(float(network(x)[0, 6] - network(base)[0, 6]), rel=1e-4)


def test_few_steps_tell_their_error(state: TrainingState) -> None:
    rough = one(state, "integrated", output=6, steps=1)
    fine = one(state, "integrated", output=6, steps=64)
    assert rough.expected == fine.expected is not None
    assert abs(rough.total - rough.expected) > 10 * abs(fine.total - fine.expected)


def test_baselines_are_what_they_are_called(state: TrainingState) -> None:
    from scipy.ndimage import gaussian_filter  # type: ignore[import-untyped]

    from playground.engine.lenses.explain.baselines import baseline
    from playground.engine.lenses.explain.entrance import Entrance

    network, x = state.networks["Classifier"], sample(state)
    entrance = Entrance(network, x)
    np.testing.assert_allclose(baseline(state, network, entrance, "zero", 0), black(state), rtol=1e-6)
    stored = state.samples.stored("train", np.arange(state.samples.train_count))[0]
    mean = state.samples.prepared(stored).mean(0, keepdim=True)
    np.testing.assert_allclose(baseline(state, network, entrance, "mean", 0), mean, atol=1e-5)
    blurred = gaussian_filter(x[0, 0].numpy(), 28 / 8, mode="nearest", truncate=3.2)
    np.testing.assert_allclose(baseline(state, network, entrance, "blurred", 0)[0, 0], blurred, atol=0.01)
    noise, other = (baseline(state, network, entrance, "noise", n) for n in (0, 1))
    assert not torch.equal(noise, other)
    assert torch.equal(noise, baseline(state, network, entrance, "noise", 0))
    white = state.samples.prepared(np.full((1, 1, 28, 28), 255, np.uint8))
    assert noise.min() >= black(state).min()
    assert noise.max() <= white.max()


# --- Grad-CAM and occlusion -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("path", "output"), [("conv1", 5), ("conv2", 0), ("conv2", 1), ("conv2", 2)])
def test_grad_cam_is_that_of_hooks(state: TrainingState, path: str, output: int) -> None:
    network, x = evaluating(state), sample(state)
    maps: list[torch.Tensor] = []

    def keep(_module: torch.nn.Module, _given: object, out: torch.Tensor) -> None:
        out.retain_grad()
        maps.append(out)

    network.get_submodule(f"{path}__activation").register_forward_hook(keep)
    network(x)[0, output].backward()
    (out,) = maps
    assert out.grad is not None
    weights = out.grad[0].numpy().mean((1, 2))
    coarse = np.maximum(0, (weights[:, None, None] * out[0].detach().numpy()).sum(0))
    expected = functional.interpolate(torch.from_numpy(coarse)[None, None], (28, 28), mode="bilinear")[0, 0]
    found = one(state, "gradcam", output=output, layer=path)
    print(path, output, float(expected.max()))
    np.testing.assert_allclose(found.values, expected, rtol=1e-4, atol=1e-6)
    whole = seen(state, Explain("Classifier", THIRD))
    assert [known for known, _ in whole.layers] == ["conv1", "conv2"]
    assert whole.layer == "conv2"  # the last convolution


@pytest.mark.parametrize(("patch", "stride"), [(7, 3), (4, 4), (28, 28)])
def test_occlusion_is_that_of_brute_force(state: TrainingState, patch: int, stride: int) -> None:
    network, x, base = evaluating(state), sample(state), black(state)
    lost, covered = np.zeros((28, 28)), np.zeros((28, 28))
    starts = [n * stride for n in range(28) if n == 0 or (n - 1) * stride + patch < 28]
    with torch.no_grad():
        before = float(network(x)[0, 1])
        for top, left in itertools.product(starts, starts):
            spoiled = x.clone()
            spoiled[:, :, top : top + patch, left : left + patch] = base[0, 0, 0, 0]
            lost[top : top + patch, left : left + patch] += before - float(network(spoiled)[0, 1])
            covered[top : top + patch, left : left + patch] += 1
    found = one(state, "occlusion", output=1, patch=patch, stride=stride)
    np.testing.assert_allclose(found.values, lost / covered, atol=2e-5)
    assert found.detail == f"a patch of {patch}×{patch}"


def test_a_pass_explains_the_weights_at_which_it_began(state: TrainingState, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = one(state, "occlusion", output=1, patch=4, stride=4)
    monkeypatch.setattr(explain_study, "_SLICE", 0.0)
    monkeypatch.setattr("playground.engine.lenses.explain.occlusion.MOST_AT_ONCE", 2)
    lens = Explain("Classifier", THIRD, methods=("occlusion",), output=1, patch=4, stride=4)
    other, study, shown = prepare(state.project, device="cpu"), begin(lens), []
    while not shown or shown[-1].done < 1:
        with other.evaluating():
            found = look(other, lens, {}, study)
        assert isinstance(found, ExplainSeen)
        shown.append(found.attributions[0])
        assert study.unfinished == (shown[-1].done < 1 or len(shown) > 1)
        other.position.step += 1  # as if it trained
        other.renewed()
        with torch.no_grad():
            for weight in other.module.parameters():
                weight.add_(0.05)
    assert len(shown) > 3
    assert {part.step for part in shown} == {0}
    np.testing.assert_allclose(shown[-1].values, expected.values, atol=2e-5)
    with other.evaluating():
        later = look(other, lens, {}, study)
    assert isinstance(later, ExplainSeen)
    np.testing.assert_array_equal(later.attributions[0].values, shown[-1].values)  # until the next pass is done


def test_all_methods_explain_the_same_number(state: TrainingState, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(explain_study, "_SLICE", 0.0)
    lens = Explain("Classifier", THIRD, methods=("saliency", "integrated"), steps=512)
    other, study, done = prepare(state.project, device="cpu"), begin(lens), []
    for wanted in (*[2] * 12, *[8] * 12):  # what is predicted changes while a pass goes on
        with torch.no_grad():
            bias = other.networks["Classifier"].get_submodule("dense1").bias
            bias.zero_()
            bias[wanted] = 100
        other.position.step += 1
        other.renewed()
        with other.evaluating():
            found = look(other, lens, {}, study)
        assert isinstance(found, ExplainSeen)
        done.append((found.output, found.attributions[1].done))
    outputs, parts = zip(*done, strict=True)
    assert outputs[0] == 2
    assert outputs[-1] == 8
    first = outputs.index(8)
    assert parts[first] < parts[first - 1]  # begun anew, though it was not done
    assert parts[-1] > parts[first]


def test_nothing_of_the_run_is_touched(state: TrainingState) -> None:
    before = {name: tensor.clone() for name, tensor in state.module.state_dict().items()}
    drawn = torch.get_rng_state()
    seen(state, Explain("Classifier", baseline="noise"))
    assert torch.equal(torch.get_rng_state(), drawn)
    assert all(torch.equal(tensor, before[name]) for name, tensor in state.module.state_dict().items())
    assert all(weight.grad is None for weight in state.module.parameters())
    assert state.module.training


def test_a_sample_that_was_brought_is_explained(state: TrainingState) -> None:
    x = state.samples.stored("test", np.array([3]))[0][0, 0]
    own = seen(state, Explain("Classifier", Brought(1), methods=("saliency",)), {1: x})
    np.testing.assert_allclose(own.attributions[0].values, one(state, "saliency").values, rtol=1e-4, atol=1e-7)
    np.testing.assert_array_equal(own.sample, x)


# --- other networks and data ------------------------------------------------------------------------------------------


def made(name: str, **data: object) -> TrainingState:
    found = load_preset(name).project
    data = {"limit": 80, **({"dataset": "digits"} if found.data.dataset == "mnist" else {}), **data}
    return prepare(found.replace(data=found.data.replace(**data)), device="cpu")


def test_a_linear_regression_says_its_weights_in_units_of_the_target() -> None:
    graph = chain("Input", ("Dense", {"units": 1}))
    state = prepare(project(graph, data={"dataset": "diabetes"}, loss="mean_squared_error"), device="cpu")
    found = seen(state, Explain("Classifier", THIRD, baseline="mean"))
    by_name = {part.method: part for part in found.attributions}
    x, network = sample(state), state.networks["Classifier"]
    weights = network.get_submodule("dense1").weight[0].detach().numpy()
    scale = float(np.ravel(state.samples.targets.scale)[0]) if state.samples.targets.scale is not None else 1.0
    np.testing.assert_allclose(by_name["saliency"].values, np.abs(weights) * scale, rtol=1e-4)
    mean = state.samples.prepared(state.samples.stored("train", np.arange(state.samples.train_count))[0]).mean(0)
    parts = weights * (x[0] - mean).numpy() * scale
    np.testing.assert_allclose(by_name["integrated"].values, parts, rtol=1e-3, atol=1e-3)
    np.testing.assert_allclose(by_name["occlusion"].values, parts, rtol=1e-3, atol=1e-3)
    assert found.form == "row"
    assert found.names[:2] == ("age", "sex")
    np.testing.assert_allclose(found.sample, state.samples.stored("test", np.array([3]))[0][0], rtol=1e-4)
    assert found.value == pytest.approx(float(state.predict(state.samples.stored("test", np.array([3]))[0])[0, 0]))
    assert "maps" in by_name["gradcam"].missing


def test_one_output_speaks_for_the_second_class() -> None:
    graph = chain(
        "Input", ("Dense", {"units": 3, "activation": "Tanh"}), ("Dense", {"units": 1, "activation": "Sigmoid"})
    )
    state = prepare(project(graph, data={"dataset": "moons"}, loss="binary_cross_entropy"), device="cpu")
    first, second = (
        seen(state, Explain("Classifier", output=n, methods=("gradient_input",))) for n in (0, 1)
    )  # fmt: skip
    np.testing.assert_allclose(first.attributions[0].values, -second.attributions[0].values, rtol=1e-5)
    assert first.value == -second.value
    assert second.explained.endswith("before Sigmoid")
    assert float(first.said.sum()) == pytest.approx(1)


def test_words_are_explained_through_their_embedding() -> None:
    net = api.Network()
    embedded = net.add("Embedding", net.add("Input"), vocabulary=2000, dimension=4)
    net.add("Dense", net.add("LSTM", embedded, units=3), units=2, activation="Softmax")
    state = prepare(project(net.graph, data={"dataset": "sentiment", "limit": 60}), device="cpu")
    found = seen(state, Explain("Classifier", THIRD, steps=64, output=1))
    ids = sample(state)
    network = evaluating(state)
    table, lstm, dense = (network.get_submodule(name) for name in ("embedding1", "lstm1", "dense1"))
    rows = table(ids).detach().requires_grad_(True)
    score = dense(lstm(rows)[0][:, -1])[0, 1]
    score.backward()
    score = score.detach()
    assert rows.grad is not None
    kept = (ids[0] != 0).numpy()
    by_name = {part.method: part for part in found.attributions}
    assert len(found.names) == kept.sum()
    lengths = rows.grad[0].norm(dim=1).numpy()[kept]
    np.testing.assert_allclose(by_name["saliency"].values, lengths, rtol=1e-3, atol=1e-7)
    each = (rows.grad * rows)[0].sum(1).detach().numpy()
    np.testing.assert_allclose(by_name["gradient_input"].values, each[kept], rtol=1e-3, atol=1e-7)
    assert by_name["gradient_input"].total == pytest.approx(float(each.sum()), rel=1e-3, abs=1e-6)
    complete = by_name["integrated"]
    with torch.no_grad():
        nothing = dense(lstm(table(torch.zeros_like(ids)))[0][:, -1])[0, 1]
    assert complete.expected == pytest.approx(float(score - nothing), abs=1e-5)
    assert complete.total == pytest.approx(complete.expected, abs=1e-4)
    lost = []
    for place in np.flatnonzero(kept):
        spoiled = ids.clone()
        spoiled[0, place] = 0
        with torch.no_grad():
            lost.append(float(score - dense(lstm(table(spoiled))[0][:, -1])[0, 1]))
    np.testing.assert_allclose(by_name["occlusion"].values, lost, atol=1e-5)


def test_a_convolution_over_time_has_a_class_map() -> None:
    net = api.Network()
    conv = net.add("Conv1D", net.add("Input"), filters=3, kernel=5, activation="Tanh")
    net.add("Dense", net.add("Flatten", conv), units=1)
    forecast = load_preset("lstm-forecast").project
    made = forecast.replace(networks={forecast.main_network: net.graph})
    state = prepare(made.replace(data=made.data.replace(limit=80)), device="cpu")
    found = seen(state, Explain(made.main_network))
    assert found.form == "series"
    steps = found.sample.shape[0]
    for part in found.attributions:
        assert part.values is not None, part.missing
        assert part.values.shape == (steps, 1)
    assert found.layer == "conv_seq1"


def test_an_autoencoder_explains_its_error() -> None:
    state = made("autoencoder")
    name = state.network
    found = seen(state, Explain(name, THIRD, methods=("saliency", "integrated"), steps=64))
    x = sample(state)
    network = evaluating(state, name)
    expected = slope(network, x, lambda y: (torch.sigmoid(y).flatten() - x.flatten()).square().mean())
    np.testing.assert_allclose(found.attributions[0].values, np.abs(expected[0]), rtol=1e-3, atol=1e-9)
    assert found.explained.startswith("the reconstruction error")
    assert found.attributions[1].total == pytest.approx(found.attributions[1].expected or 0, abs=1e-5)


def test_where_there_is_no_sample_it_says_why() -> None:
    state = made("gan-2d")
    with pytest.raises(CannotTrain, match=r"begins with noise.*Look at Discriminator"):
        seen(state, Explain("Generator"))
    found = seen(state, Explain("Discriminator", baseline="blurred"))
    assert found.outputs == ("real",)
    assert found.form == "row"
    assert "blurred" in {part.method: part.missing for part in found.attributions}["integrated"]
