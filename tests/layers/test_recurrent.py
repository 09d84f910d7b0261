"""Recurrent layers: counts by the published formulas, and what they give where torch shows its memories."""

from __future__ import annotations

import warnings

import pytest
import torch
from running import module_of

from playground.core.shape import Insert, Shape, ShapeError
from playground.layers import GRU, LSTM, RNN
from playground.layers.shared.recurrence import Recurrence

SEQUENCE = Shape.sequence(10, 8)
KINDS = [RNN, LSTM, GRU]


@pytest.mark.parametrize(
    ("layer", "expected"),
    [
        (LSTM(units=16), Shape.vector(16)),
        (LSTM(units=16, bidirectional=True), Shape.vector(32)),
        (GRU(units=16, returns="sequence"), Shape.sequence(10, 16)),
        (RNN(units=16, returns="sequence", bidirectional=True, layers=3), Shape.sequence(10, 32)),
    ],
)
def test_output_shape(layer: Recurrence, expected: Shape) -> None:
    assert layer.output_shape(SEQUENCE) == expected


@pytest.mark.parametrize(
    ("layer", "parameters", "multiply_adds"),
    [
        # each gate: 8·16 + 16·16 weights and two biases of 16
        (RNN(units=16), 416, 3_840),
        (LSTM(units=16), 1_664, 15_360),
        (GRU(units=16), 1_248, 11_520),
        (LSTM(units=16, bidirectional=True), 3_328, 30_720),
        # a second layer reads 16, both ways 32: 4·16·(16 + 16 + 2); 2·4·16·(32 + 16 + 2)
        (LSTM(units=16, layers=2), 1_664 + 2_176, 35_840),
        (LSTM(units=16, layers=2, bidirectional=True), 3_328 + 6_400, 92_160),
    ],
)
def test_parameters_and_multiply_adds(layer: Recurrence, parameters: int, multiply_adds: int) -> None:
    assert layer.parameter_count(SEQUENCE) == parameters
    assert layer.multiply_adds(SEQUENCE) == multiply_adds
    module = module_of(type(layer).type_name, layer.model_dump(mode="json"), SEQUENCE)
    assert sum(parameter.numel() for parameter in module.parameters()) == parameters


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("bidirectional", [False, True])
def test_the_last_step_is_what_each_direction_remembers_at_its_end(kind: type[Recurrence], bidirectional: bool) -> None:
    params = {"units": 5, "layers": 2, "bidirectional": bidirectional}
    module = module_of(kind.type_name, params, SEQUENCE)
    x = torch.rand(3, 10, 8)
    with torch.no_grad():
        _, memory = module.layer1(x)
        found = module(x)
    memory = memory[0] if kind is LSTM else memory
    directions = 2 if bidirectional else 1
    torch.testing.assert_close(found, torch.cat(list(memory[-directions:]), dim=1))


def test_the_keys_of_the_weights_are_torchs_own() -> None:
    keys = module_of("LSTM", {"units": 3, "bidirectional": True}, SEQUENCE).state_dict().keys()
    stems = ("weight_ih_l0", "weight_hh_l0", "bias_ih_l0", "bias_hh_l0")
    assert list(keys) == [f"layer1.{stem}{way}" for way in ("", "_reverse") for stem in stems]


def test_dropout_goes_between_layers_and_is_left_out_with_one() -> None:
    assert str(LSTM(units=4, dropout=0.5, layers=2).call(SEQUENCE)) == (
        "nn.LSTM(8, 4, num_layers=2, batch_first=True, dropout=0.5)"
    )
    assert str(LSTM(units=4, dropout=0.5).call(SEQUENCE)) == "nn.LSTM(8, 4, batch_first=True)"
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        module_of("GRU", {"dropout": 0.5}, SEQUENCE)


def test_the_simple_one_can_bend_with_relu() -> None:
    assert str(RNN(units=4).call(SEQUENCE)) == "nn.RNN(8, 4, batch_first=True)"
    assert (
        str(RNN(units=4, nonlinearity="relu").call(SEQUENCE)) == "nn.RNN(8, 4, batch_first=True, nonlinearity='relu')"
    )


@pytest.mark.parametrize(
    ("shape", "said", "remedy"),
    [
        (Shape.vector(784), "gets features 784; an LSTM layer takes a sequence", Insert("Unsqueeze", {"axis": 1})),
        (Shape.image(1, 28, 20), "gets channels 1 × height 28", Insert("Reshape", {"sizes": [28, 20]})),
        (Shape.image(3, 28, 20), "gets channels 3 × height 28", None),
        (Shape((6, 4), ("features", "time")), "gets features 6 × time 4", Insert("Reshape", {"sizes": [6, 4]})),
    ],
)
def test_what_is_no_sequence_is_refused_with_a_remedy(shape: Shape, said: str, remedy: Insert | None) -> None:
    with pytest.raises(ShapeError) as refused:
        LSTM().output_shape(shape)
    assert refused.value.message.startswith(said)
    assert refused.value.remedy == remedy
    assert refused.value.hint.endswith(".")


@pytest.mark.parametrize("kind", KINDS)
def test_they_bend_and_see_everything_and_say_what_decides_their_outputs(kind: type[Recurrence]) -> None:
    assert kind.non_linear
    assert kind().sight(SEQUENCE) is None
    params = kind.with_outputs(7)
    assert params is not None
    assert kind(**params).output_shape(SEQUENCE) == Shape.vector(7)
    params = kind.with_channels(7)
    assert params is not None
    assert kind(returns="sequence", **params).output_shape(SEQUENCE) == Shape.sequence(10, 7)


def test_caption() -> None:
    assert LSTM(units=1024).caption() == "1,024 units"
    assert GRU(units=8, layers=2, bidirectional=True, returns="sequence").caption() == (
        "8 units · 2 layers · both ways · sequence"
    )
