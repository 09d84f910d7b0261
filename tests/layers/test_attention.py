"""Attention: hand-worked weights, published counts, positions by the formula of the paper."""

from __future__ import annotations

import math

import pytest
import torch
from running import module_of, run

from playground.core.shape import Change, Insert, Shape, ShapeError
from playground.layers import MultiHeadAttention, PositionalEncoding, TransformerEncoder

SEQUENCE = Shape.sequence(10, 8)


@pytest.mark.parametrize(
    ("layer", "inputs", "expected"),
    [
        (MultiHeadAttention(), [SEQUENCE], SEQUENCE),
        (MultiHeadAttention(), [SEQUENCE, Shape.sequence(3, 5)], SEQUENCE),
        (MultiHeadAttention(heads=8), [SEQUENCE, Shape.sequence(3, 5), Shape.sequence(3, 2)], SEQUENCE),
        (TransformerEncoder(), [SEQUENCE], SEQUENCE),
        (PositionalEncoding(), [Shape.sequence(7, 3)], Shape.sequence(7, 3)),
    ],
)
def test_output_shape(layer, inputs: list[Shape], expected: Shape) -> None:
    assert layer.output_shape(*inputs) == expected


@pytest.mark.parametrize(
    ("layer", "inputs", "parameters", "multiply_adds"),
    [
        # four 8×8 matrices and four biases; 4·10·8·8 for them, 2·10·10·8 for scores and sums
        (MultiHeadAttention(), [SEQUENCE], 288, 4_160),
        (MultiHeadAttention(bias=False), [SEQUENCE], 256, 4_160),
        # key and value 8×5: 8·(8 + 5 + 5 + 8) + 32; 2·10·64 + 3·8·10 + 2·10·3·8
        (MultiHeadAttention(), [SEQUENCE, Shape.sequence(3, 5)], 240, 2_000),
        # 288 + (8·32 + 32) + (32·8 + 8) + 2·16; 4,160 + 2·10·8·32
        (TransformerEncoder(width=32), [SEQUENCE], 872, 9_280),
        (PositionalEncoding(), [SEQUENCE], 0, 80),
        (PositionalEncoding(kind="learned"), [SEQUENCE], 80, 80),
    ],
)
def test_parameters_and_multiply_adds(layer, inputs: list[Shape], parameters: int, multiply_adds: int) -> None:
    assert layer.parameter_count(*inputs) == parameters
    assert layer.multiply_adds(*inputs) == multiply_adds
    module = module_of(type(layer).type_name, layer.model_dump(mode="json"), *inputs)
    assert sum(parameter.numel() for parameter in module.parameters()) == parameters


def test_the_base_model_of_the_paper_has_its_published_size() -> None:
    # BERT base, one layer: 7,087,872 parameters
    assert TransformerEncoder(heads=12, width=3072).parameter_count(Shape.sequence(128, 768)) == 7_087_872


def test_equal_scores_average_the_values_of_all_steps() -> None:
    module = module_of("MultiHeadAttention", {"heads": 1, "bias": False}, Shape.sequence(1, 2), Shape.sequence(3, 2))
    with torch.no_grad():
        module.layer1.in_proj_weight.copy_(torch.cat([torch.zeros(4, 2), torch.eye(2)]))  # no query, no key
        module.layer1.out_proj.weight.copy_(torch.eye(2))
        found = module(torch.ones(1, 1, 2), torch.tensor([[[1.0, 0.0], [2.0, 3.0], [6.0, 0.0]]]))
    torch.testing.assert_close(found, torch.tensor([[[3.0, 1.0]]]))


def test_a_query_alone_attends_to_itself_and_a_key_alone_is_the_value_too() -> None:
    x, y = torch.rand(2, 4, 8), torch.rand(2, 6, 8)
    for seed, (few, all_) in enumerate([((x,), (x, x, x)), ((x, y), (x, y, y))]):
        torch.manual_seed(seed)
        short = module_of("MultiHeadAttention", {}, *(Shape.of(part.shape[1:]) for part in few))
        torch.manual_seed(seed)
        full = module_of("MultiHeadAttention", {}, *(Shape.of(part.shape[1:]) for part in all_))
        torch.testing.assert_close(short(*few), full(*all_))


def test_sinusoidal_positions_are_those_of_the_paper() -> None:
    found = run("PositionalEncoding", {}, torch.zeros(1, 12, 5))[0]
    for step in range(12):
        for column in range(5):
            angle = step / 10000 ** (2 * (column // 2) / 5)
            wave = math.sin(angle) if column % 2 == 0 else math.cos(angle)
            assert float(found[step, column]) == pytest.approx(wave, abs=1e-6)


def test_sinusoidal_positions_are_no_weights_and_are_there_even_where_weights_are_not() -> None:
    assert module_of("PositionalEncoding", {}, SEQUENCE).state_dict() == {}
    with torch.device("meta"):  # as a model is built whose weights come from a file
        module = module_of("PositionalEncoding", {}, SEQUENCE)
    assert module.layer1.waves.device.type == "cpu"


def test_learned_positions_are_small_weights_that_are_added() -> None:
    module = module_of("PositionalEncoding", {"kind": "learned"}, Shape.sequence(50, 40))
    weight = module.state_dict()["layer1.weight"]
    assert float(weight.std()) == pytest.approx(0.02, rel=0.1)
    x = torch.rand(2, 50, 40)
    torch.testing.assert_close(module(x), x + weight)


@pytest.mark.parametrize(("heads", "fitting"), [(3, 2), (5, 4), (7, 8), (100, 8)])
@pytest.mark.parametrize("kind", [MultiHeadAttention, TransformerEncoder])
def test_heads_that_do_not_divide_the_features_are_refused(kind, heads: int, fitting: int) -> None:
    with pytest.raises(ShapeError, match=f"has {heads} heads, which do not divide its 8 features") as refused:
        kind(heads=heads).output_shape(SEQUENCE)
    assert refused.value.remedy == Change({"heads": fitting})


def test_each_key_needs_its_value() -> None:
    with pytest.raises(ShapeError, match="a key of 3 and a value of 4 time steps"):
        MultiHeadAttention().output_shape(SEQUENCE, Shape.sequence(3, 8), Shape.sequence(4, 8))


def test_the_input_that_is_no_sequence_is_the_one_to_mend() -> None:
    with pytest.raises(ShapeError) as refused:
        MultiHeadAttention().output_shape(SEQUENCE, Shape.vector(5))
    assert refused.value.remedy == Insert("Unsqueeze", {"axis": 1}, 1)


def test_what_runs_is_what_a_person_would_write() -> None:
    assert str(MultiHeadAttention().call(SEQUENCE)) == "nn.MultiheadAttention(8, 4, batch_first=True)"
    assert MultiHeadAttention().call(SEQUENCE).options == {"need_weights": False}
    assert str(MultiHeadAttention(bias=False, dropout=0.1).call(SEQUENCE, Shape.sequence(3, 5))) == (
        "nn.MultiheadAttention(8, 4, bias=False, dropout=0.1, kdim=5, vdim=5, batch_first=True)"
    )
    assert str(TransformerEncoder(activation="gelu", norm_first=True).call(SEQUENCE)) == (
        "nn.TransformerEncoderLayer(8, 4, dim_feedforward=256, dropout=0.1, activation='gelu', "
        "batch_first=True, norm_first=True)"
    )
    assert str(PositionalEncoding().call(SEQUENCE)) == "SinusoidalPositions(10, 8)"


def test_attention_sees_everything_and_positions_their_own_place() -> None:
    assert MultiHeadAttention().sight(SEQUENCE) is TransformerEncoder().sight(SEQUENCE) is None
    assert PositionalEncoding().sight(SEQUENCE) is not None


def test_caption() -> None:
    assert MultiHeadAttention(heads=1).caption() == "1 head"
    assert TransformerEncoder(width=1024).caption() == "4 heads · 1,024 wide"
    assert PositionalEncoding(kind="learned").caption() == "learned"
