"""The microscope's lenses in a run: maps equal a forward hook's, and the arithmetic ends in what the layer says."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from networks import chain, node, project

from playground.core.graph import Graph, Link
from playground.core.presets import load_preset
from playground.core.project import DataSettings, Project, TrainingSettings
from playground.engine.errors import CannotTrain
from playground.engine.lenses import look
from playground.engine.lenses.arithmetic import layer as layers, stages
from playground.engine.loop import prepare
from playground.engine.state import TrainingState
from playground.protocol import Arithmetic, ArithmeticSeen, Brought, FromData, Microscope, MicroscopeSeen
from playground.protocol.lenses.arithmetic import Attending, Curve, Moved, Row, Shares, Terms, Windows

CNN = chain(
    "Input", ("Conv2D", {"filters": 6, "kernel": 3, "activation": "ReLU"}), ("MaxPool2D", {"size": 2}), "Flatten",
    ("Dense", {"units": 10, "activation": "Softmax"}),
)  # fmt: skip


@pytest.fixture(scope="module")
def state() -> TrainingState:
    return prepare(project(CNN, data={"limit": 60}), device="cpu")


def number(state: TrainingState, path: str, *index: int, subject: object = None, network: str = "") -> ArithmeticSeen:
    lens = Arithmetic(network or state.network, subject or FromData(), path, index)  # type: ignore[arg-type]
    with state.evaluating():
        found = look(state, lens, {})
    assert isinstance(found, ArithmeticSeen)
    return found


def maps(state: TrainingState, path: str, network: str = "") -> MicroscopeSeen:
    with state.evaluating():
        found = look(state, Microscope(network or state.network, FromData(), path), {})
    assert isinstance(found, MicroscopeSeen)
    return found


def test_all_maps_are_those_of_a_forward_hook(state: TrainingState) -> None:
    network = state.networks["Classifier"]
    hooked: list[torch.Tensor] = []
    handle = network.get_submodule("conv1").register_forward_hook(lambda _m, x, y: hooked.extend((x[0], y)))
    with state.evaluating():
        network(state.samples.prepared(state.samples.stored("test", np.array([0]))[0]))
    handle.remove()
    seen = maps(state, "conv1")
    np.testing.assert_array_equal(seen.output.values, torch.relu(hooked[1])[0].numpy())
    np.testing.assert_array_equal(seen.inputs[0].values, hooked[0][0].numpy())
    assert seen.output.complete
    weight = network.get_submodule("conv1").weight.detach()
    assert seen.weights == pytest.approx((float(weight.min()), float(weight.max())))
    one = number(state, "conv1", 4, 2, 3)
    assert one.kernel is not None
    np.testing.assert_array_equal(one.kernel.values, weight[4].numpy())
    assert one.value == float(seen.output.values[4, 2, 3])
    window, curve = one.parts
    assert isinstance(window, Windows)
    np.testing.assert_array_equal(window.values[0], hooked[0][0, 0, 2:5, 3:6].numpy())
    assert isinstance(curve, Curve)
    assert window.formula and curve.formula == r"y = \max(0, x)"
    assert (curve.x, window.result) == pytest.approx((float(hooked[1][0, 4, 2, 3]),) * 2, abs=1e-6)


def test_the_softmax_that_training_leaves_out_is_there(state: TrainingState) -> None:
    with state.evaluating():
        scores = state.networks["Classifier"](state.samples.prepared(state.samples.stored("test", np.array([0]))[0]))
    shares = torch.softmax(scores[0], 0)
    for unit in (0, 7):
        seen = number(state, "dense1", unit)
        assert seen.value == pytest.approx(float(shares[unit]), rel=1e-5)
        weighed, softmax = seen.parts
        assert isinstance(weighed, Terms)
        assert isinstance(softmax, Shares)
        assert weighed.result == pytest.approx(float(scores[0, unit]), rel=1e-5, abs=1e-6)
        assert softmax.names == state.samples.arrays.dataset.classes
    assert maps(state, "dense1").output.names == state.samples.arrays.dataset.classes


def test_an_index_that_is_not_there_is_brought_inside(state: TrainingState) -> None:
    assert number(state, "conv1").index == (0, 13, 13)
    assert number(state, "conv1", 99, -3, 7).index == (5, 0, 7)
    with pytest.raises(CannotTrain, match="not in the run"):
        number(state, "conv9", 0)


def test_while_nothing_changes_the_network_runs_once(state: TrainingState, monkeypatch: pytest.MonkeyPatch) -> None:
    runs = []
    real = stages.dissect
    monkeypatch.setattr(layers, "dissect", lambda *given: runs.append(given[1]) or real(*given))
    first = number(state, "pool1", 0, 1, 1)
    number(state, "pool1", 3, 2, 2)
    assert runs == ["pool1"]
    with torch.no_grad():
        state.networks["Classifier"].get_submodule("conv1").weight.add_(0.1)  # with no step taken
    state.renewed()
    assert number(state, "pool1", 0, 1, 1).value != first.value
    number(state, "pool1", 0, 1, 1, subject=FromData("test", 2))
    assert runs == ["pool1"] * 3
    with pytest.raises(CannotTrain, match="is gone"):
        number(state, "pool1", 0, 1, 1, subject=Brought(3))


def test_a_softmax_layer_and_an_output_behind_it() -> None:
    graph = chain("Input", "Flatten", ("Dense", {"units": 10}), "Softmax", "Output")
    state = prepare(project(graph, data={"limit": 60}), device="cpu")
    seen = number(state, "softmax1", 3)
    (part,) = seen.parts
    assert isinstance(part, Shares)
    assert part.result == pytest.approx(seen.value, rel=1e-5)
    total = sum(number(state, "softmax1", unit).value for unit in range(10))
    assert total == pytest.approx(1, rel=1e-5)
    assert isinstance(number(state, "output1", 3).parts[0], Moved)


def test_inside_a_block_it_is_the_last_pass() -> None:
    inner = chain("Input", ("Dense", {"units": 12, "activation": "Tanh"}), "Output")
    outer = Graph(
        nodes=(node("Input"), node("Flatten"), node("Block", network="Part", repeat=2, input_names=["input1"],
               output_names=["output1"]), node("Dense", units=10)),
        links=(Link(source="input1", target="flatten1"),
               Link(source="flatten1", target="block1", target_port="input1"),
               Link(source="block1", target="dense1", source_port="output1")),
    )  # fmt: skip
    made = Project(networks={"Main": outer, "Part": inner}, data=DataSettings(limit=60), training=TrainingSettings())
    state = prepare(made, device="cpu")
    seen = number(state, "block1.dense1", 5)
    assert seen.parts[-1].result == pytest.approx(seen.value, rel=1e-5, abs=1e-6)
    assert isinstance(seen.parts[-1], Curve)
    fed_with = maps(state, "dense1").inputs[0].values
    assert float(fed_with[5]) == seen.value
    assert "block" in number(state, "block1", 5).parts[0].note
    assert number(state, "block1.output1", 5).value == seen.value


@pytest.mark.parametrize("name", ["residual-cnn", "tiny-transformer", "gan-small", "lstm-forecast", "vae-2d"])
def test_every_layer_of_a_preset_adds_up(name: str) -> None:
    made = load_preset(name).project
    made = made.replace(data=made.data.replace(limit=64), training=made.training.replace(device="cpu", batch_size=8))
    if made.data.dataset == "mnist":
        made = made.replace(data=made.data.replace(dataset="digits"))
    state = prepare(made)
    for network in state.networks:
        for each in made.networks[network].nodes:
            seen = number(state, each.id, network=network)
            index = tuple(size // 3 for size in seen.shape)
            seen = number(state, each.id, *index, network=network)
            assert seen.parts[-1].result == pytest.approx(seen.value, rel=1e-5, abs=1e-5), each.id
            assert "not written out" not in seen.parts[-1].note
            plates = maps(state, each.id, network).output
            assert plates.values.size <= 2**19
            kinds = set(map(type, seen.parts))
            assert (each.type != "TransformerEncoder") or Attending in kinds
            assert (each.type != "Embedding") or Row in kinds


def test_words_stand_by_their_steps() -> None:
    made = load_preset("tiny-transformer").project
    made = made.replace(data=made.data.replace(limit=64), training=made.training.replace(device="cpu"))
    state = prepare(made)
    ids, _ = state.samples.stored("test", np.array([0]))
    words = state.samples.arrays.words
    last = number(state, "embedding1", ids.shape[1] - 1, 0).parts[0]
    assert isinstance(last, Row)
    token = int(ids[0, -1])
    assert (last.token, last.word) == (token, words[token - 2] if token > 1 else "?")
    assert number(state, "embedding1", 0, 0).parts[0].word == ("" if ids[0, 0] == 0 else words[ids[0, 0] - 2])  # type: ignore[attr-defined]


def test_every_output_of_a_layer_is_there() -> None:
    begin = chain("Input", "Flatten", ("Dense", {"units": 12}))
    cut = node("Split", sizes=[3, 4, 5])
    graph = Graph(
        nodes=(*begin.nodes, cut, node("Concatenate", "join1"), node("Dense", "dense9", units=10)),
        links=(
            *begin.links, Link(source="dense1", target="split1"),
            *(Link(source="split1", source_port=f"part{n}", target="join1") for n in (2, 3)),
            Link(source="join1", target="dense9"),
        ),
    )  # fmt: skip
    state = prepare(project(graph, data={"limit": 60}), device="cpu")
    whole = maps(state, "dense1").output.values
    seen = maps(state, "split1")
    assert seen.ports == ("part1", "part2", "part3")
    found = (seen.output, *seen.others)
    for plates, expected in zip(found, np.split(whole, [3, 7]), strict=True):
        np.testing.assert_array_equal(plates.values, expected)
    assert (maps(state, "dense1").others, maps(state, "dense1").ports) == ((), ())


def test_a_predicted_value_is_told_in_the_units_of_the_data_too() -> None:
    made = load_preset("lstm-forecast").project
    state = prepare(made.replace(training=made.training.replace(device="cpu")))
    end = state.project.networks[state.network].nodes[-1].id
    one, targets = number(state, end, 0), state.samples.targets
    told = one.value * float(targets.scale[0]) + float(targets.shift[0])  # type: ignore[index]
    assert told != pytest.approx(one.value, rel=1e-3)
    assert f" {told:.4g}. Training scales them." in one.parts[-1].note
    inner = next(each.id for each in state.project.networks[state.network].nodes if each.type == "LSTM")
    assert not any("units of the data" in part.note for part in number(state, inner, 0, 0).parts)
