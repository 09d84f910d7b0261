"""Generators, autoencoders and VAEs leave the program too: whole, or the encoder or decoder alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
import pytest
import torch
from networks import chain

import playground as pg
from playground.core.graph import Graph
from playground.core.project import DataSettings, Preparation, Project, TaskSettings, TrainingSettings
from playground.engine.checkpoint import save_bundle
from playground.engine.export import ExportError, export
from playground.engine.loop import prepare, run
from playground.engine.state import TrainingState
from playground.engine.trained import TrainedModel
from playground.training.cuts import NoSuchPart, code_node

pytestmark = pytest.mark.usefixtures("warm_readers", "onnx_operators")


def made(task: str, networks: dict[str, Graph], params: dict[str, Any] | None = None, **rest: Any) -> Project:
    data = {"dataset": "digits", "limit": 120, "preparation": Preparation(scaling="none"), **rest}
    loss = "mean_squared_error"
    return Project(
        task=TaskSettings(type=task, params=params or {}), networks=networks, data=DataSettings(**data),
        training=TrainingSettings(epochs=1, loss=loss, batch_size=40),
    )  # fmt: skip


def vae_graph(latent: int = 3) -> Graph:
    net = pg.Network()
    hidden = net.add("Dense", net.add("Flatten", net.add("Input")), units=12, activation="ReLU")
    mean, spread = net.add("Dense", hidden, units=latent), net.add("Dense", hidden, units=latent)
    code = net.add("GaussianSample", mean, spread)
    net.add("Dense", net.add("Dense", code, units=12, activation="ReLU"), units=784, activation="Sigmoid")
    return net.graph


AUTOENCODER = chain(
    "Input", "Flatten", ("Dense", {"units": 20, "activation": "ReLU"}), ("Dense", {"units": 4}), "ReLU",
    ("Dense", {"units": 20, "activation": "ReLU"}), ("Dense", {"units": 784}), ("Reshape", {"sizes": [1, 28, 28]}),
)  # fmt: skip
GENERATOR = chain(
    ("Noise", {"size": 6}), ("Dense", {"units": 784, "activation": "Tanh"}), ("Reshape", {"sizes": [1, 28, 28]})
)
DISCRIMINATOR = chain("Input", "Flatten", ("Dense", {"units": 1}))
SYMMETRIC = {"preparation": Preparation(scaling="symmetric")}


def trained(project: Project) -> TrainingState:
    state = prepare(project, device="cpu")
    for event in run(state):
        assert type(event).__name__ != "RunFailed", event
    return state


def session(path: Path) -> onnxruntime.InferenceSession:
    return onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])


def images(count: int = 5) -> np.ndarray:
    return np.random.default_rng(0).random((count, 1, 28, 28), np.float32)


def test_the_code_of_an_autoencoder_is_its_narrowest_place_with_its_activation() -> None:
    project = made("autoencoder", {"Classifier": AUTOENCODER})
    assert code_node(project, "Classifier") == "relu1"
    assert code_node(made("vae", {"Classifier": vae_graph()}), "Classifier") == "sample1"


def test_a_place_that_a_link_leads_around_is_no_code() -> None:
    net = pg.Network()
    flat = net.add("Flatten", net.add("Input"))
    narrow = net.add("Dense", flat, units=784)
    first = net.add("Dense", narrow, units=2)
    back = net.add("Dense", first, units=784)
    net.add("Dense", net.add("Add", back, narrow), units=784)
    project = made("autoencoder", {"Classifier": net.graph})
    assert code_node(project, "Classifier") not in (first, back)


@pytest.mark.parametrize("kind", ["onnx", "py", "pt2", "safetensors"])
def test_an_autoencoder_gives_samples_in_units_of_the_data(kind: str, tmp_path: Path) -> None:
    state = trained(made("autoencoder", {"Classifier": AUTOENCODER}, **SYMMETRIC))
    model = TrainedModel.from_state(state)
    np.testing.assert_allclose(model.predict(images()), state.predict(images()), atol=1e-5)
    done = export(state, tmp_path / f"m.{kind}", kind)  # type: ignore[arg-type]
    assert done.proof.real
    assert done.proof.agreement is None
    if kind == "onnx":
        (output,) = session(tmp_path / "m.onnx").get_outputs()
        assert output.name == "reconstruction"
        (found,) = session(tmp_path / "m.onnx").run(None, {"input": images()})
        np.testing.assert_allclose(found, model.predict(images()), atol=1e-4)


def test_encoder_and_decoder_together_are_the_whole(tmp_path: Path) -> None:
    for task, graph, prepared in (("autoencoder", AUTOENCODER, SYMMETRIC), ("vae", vae_graph(), {})):
        model = TrainedModel.from_state(trained(made(task, {"Classifier": graph}, **prepared)))
        for part in ("encoder", "decoder"):
            export(model, tmp_path / f"{task}-{part}.onnx", "onnx", part=part)
            export(model, tmp_path / f"{task}-{part}", "py", part=part)
        (code,) = session(tmp_path / f"{task}-encoder.onnx").run(None, {"input": images()})
        assert code.shape == (5, 4 if task == "autoencoder" else 3)
        (back,) = session(tmp_path / f"{task}-decoder.onnx").run(None, {"input": code})
        np.testing.assert_allclose(back, model.predict(images()), atol=1e-4)
        readme = (tmp_path / f"{task}-decoder" / "README.md").read_text(encoding="utf-8")
        assert "There is no training script: this is the decoder alone." in readme


def test_a_vae_without_a_last_sigmoid_still_gives_images(tmp_path: Path) -> None:
    graph = vae_graph()
    plain = graph.replace(
        nodes=tuple(
            n if n.params.get("activation") != "Sigmoid" else n.replace(params={"units": 784}) for n in graph.nodes
        )
    )
    state = trained(made("vae", {"Classifier": plain}))
    model = TrainedModel.from_state(state)
    found = model.predict(images())
    np.testing.assert_allclose(found.reshape(5, 1, 28, 28), state.predict(images()).reshape(5, 1, 28, 28), atol=1e-5)
    assert 0 <= found.min() <= found.max() <= 1
    for kind in ("onnx", "pt", "safetensors", "py"):
        assert export(model, tmp_path / f"m.{kind}", kind).proof.real  # type: ignore[arg-type]


def test_a_gan_gives_its_generator_whose_images_run_from_0_to_1(tmp_path: Path) -> None:
    project = made("gan", {"Generator": GENERATOR, "Discriminator": DISCRIMINATOR}, **SYMMETRIC)
    state = trained(project)
    done = export(state, tmp_path / "g.onnx", "onnx")
    assert not done.proof.real  # noise
    noise = np.random.default_rng(1).standard_normal((4, 6), np.float32)
    (found,) = session(tmp_path / "g.onnx").run(None, {"input": noise})
    weights = state.networks["Generator"].state_dict()
    with torch.no_grad():
        raw = torch.tanh(torch.from_numpy(noise) @ weights["dense1.weight"].T + weights["dense1.bias"]).numpy()
    np.testing.assert_allclose(found.reshape(4, -1), (raw + 1) / 2, atol=1e-5)
    assert session(tmp_path / "g.onnx").get_outputs()[0].name == "generated"
    save_bundle(state, tmp_path / "g.playground")
    again = TrainedModel.from_bundle(tmp_path / "g.playground")
    np.testing.assert_allclose(again.predict(noise), found, atol=1e-5)
    export(again, tmp_path / "g", "py")
    assert "networks that tell classes apart" in (tmp_path / "g" / "README.md").read_text(encoding="utf-8")


def test_what_has_no_parts_says_so(tmp_path: Path) -> None:
    model = TrainedModel.untrained(
        made("supervised", {"Classifier": chain("Input", "Flatten", ("Dense", {"units": 10}))})
    )
    with pytest.raises(ExportError, match="Only an autoencoder or a VAE"):
        export(model, tmp_path / "m.onnx", "onnx", part="decoder")
    with pytest.raises(NoSuchPart, match="encoder, decoder"):
        TrainedModel.untrained(made("vae", {"Classifier": vae_graph()})).part("middle")
