"""Dropouts and noise: what they do while training, that they rest while predicting, and what they refuse."""

from __future__ import annotations

import pytest
import torch
from running import module_of, run

from playground.core.layer import FEATURES_FIRST
from playground.core.shape import Shape, ShapeError
from playground.layers import AlphaDropout, Dropout, GaussianNoise, SpatialDropout

SEQUENCE, IMAGE, VOLUME = Shape.sequence(6, 4), Shape.image(8, 3, 3), Shape.volume(8, 2, 3, 3)


@pytest.mark.parametrize("name", ["Dropout", "SpatialDropout", "AlphaDropout", "GaussianNoise"])
@pytest.mark.parametrize("shape", [SEQUENCE, IMAGE, VOLUME], ids=str)
def test_values_pass_unchanged_while_predicting(name: str, shape: Shape) -> None:
    x = torch.rand(2, *shape.sizes)
    assert torch.equal(run(name, {}, x), x)


def test_spatial_dropout_drops_whole_channels_and_scales_the_rest_up() -> None:
    torch.manual_seed(0)
    found = module_of("SpatialDropout", {"rate": 0.5}, IMAGE).train()(torch.ones(16, 8, 3, 3))
    per_channel = found.flatten(2)
    assert torch.equal(per_channel.amin(2), per_channel.amax(2))
    assert set(per_channel[:, :, 0].unique().tolist()) == {0.0, 2.0}


def test_spatial_dropout_drops_a_feature_at_all_steps_of_a_sequence() -> None:
    torch.manual_seed(0)
    found = module_of("SpatialDropout", {"rate": 0.5}, SEQUENCE).train()(torch.ones(16, 6, 4))
    assert torch.equal(found.amin(1), found.amax(1))
    assert set(found[:, 0].unique().tolist()) == {0.0, 2.0}


@pytest.mark.parametrize(
    ("shape", "text"), [(SEQUENCE, "nn.Dropout1d(0.2)"), (IMAGE, "nn.Dropout2d(0.2)"), (VOLUME, "nn.Dropout3d(0.2)")]
)
def test_the_kind_of_spatial_dropout_follows_the_input(shape: Shape, text: str) -> None:
    call = SpatialDropout().call(shape)
    assert str(call) == text
    assert call.before == call.after == ((FEATURES_FIRST,) if shape.is_sequence else ())


def test_a_vector_has_no_channels_to_drop() -> None:
    with pytest.raises(ShapeError, match=r"gets features 9; a Spatial dropout layer takes sequences") as refused:
        SpatialDropout().output_shape(Shape.vector(9))
    assert refused.value.hint == "Use Dropout here, which drops single values."


def test_alpha_dropout_keeps_mean_and_variance() -> None:
    torch.manual_seed(0)
    found = module_of("AlphaDropout", {"rate": 0.3}, Shape.vector(20_000)).train()(torch.randn(4, 20_000))
    assert float(found.mean()) == pytest.approx(0, abs=0.02)
    assert float(found.std()) == pytest.approx(1, abs=0.02)


def test_noise_has_the_deviation_that_was_asked_for_and_the_inputs_stay_its_mean() -> None:
    torch.manual_seed(0)
    found = module_of("GaussianNoise", {"deviation": 0.5}, Shape.vector(20_000)).train()(torch.full((4, 20_000), 3.0))
    assert float(found.mean()) == pytest.approx(3, abs=0.01)
    assert float(found.std()) == pytest.approx(0.5, abs=0.01)


def test_no_noise_is_no_change() -> None:
    x = torch.rand(2, 4)
    assert torch.equal(module_of("GaussianNoise", {"deviation": 0.0}, Shape.vector(4)).train()(x), x)


def test_declarations() -> None:
    for kind in (Dropout, SpatialDropout, AlphaDropout, GaussianNoise):
        assert kind.keeps_values and not kind.non_linear
        assert kind().parameter_count(IMAGE) == 0
    assert str(AlphaDropout(rate=0.1).call(IMAGE)) == "nn.AlphaDropout(0.1)"
    assert AlphaDropout(rate=0.1).caption() == "10%"
    assert str(GaussianNoise().call(IMAGE)) == "GaussianNoise(0.1)"
    assert GaussianNoise(deviation=0.25).caption() == "σ 0.25"
