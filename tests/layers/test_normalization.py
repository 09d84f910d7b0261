"""Norms, against means and variances worked out by hand."""

from __future__ import annotations

from math import sqrt

import pytest
import torch
from running import module_of, run

from playground.core.layer import FEATURES_FIRST, method
from playground.core.shape import Change, Shape, ShapeError
from playground.layers import BatchNorm, GroupNorm, InstanceNorm, LayerNorm, RMSNorm

VECTOR, SEQUENCE = Shape.vector(6), Shape.sequence(20, 6)
IMAGE, VOLUME = Shape.image(6, 4, 3), Shape.volume(6, 2, 4, 3)
ALL = [VECTOR, SEQUENCE, IMAGE, VOLUME]
NEAR = pytest.approx
# two steps of two features
STEPS = torch.tensor([[[1.0, 10.0], [3.0, 20.0]]])


@pytest.mark.parametrize("layer", [BatchNorm(), LayerNorm(), LayerNorm(over="sample"), GroupNorm(groups=2), RMSNorm()])
@pytest.mark.parametrize("shape", ALL, ids=str)
def test_a_norm_keeps_the_shape_and_counts_its_parameters(layer, shape):
    assert layer.output_shape(shape) == shape
    module = module_of(layer.type_name, layer.model_dump(), shape)
    assert sum(p.numel() for p in module.parameters()) == layer.parameter_count(shape)
    assert tuple(module(torch.rand(3, *shape.sizes)).shape) == (3, *shape.sizes)
    assert layer.model_copy(update={"affine": False}).parameter_count(shape) == 0
    assert layer.multiply_adds(shape) == shape.count


@pytest.mark.parametrize(
    ("layer", "shape", "parameters"),
    [
        (BatchNorm(), SEQUENCE, 12), (LayerNorm(), SEQUENCE, 12), (LayerNorm(), IMAGE, 12),
        (LayerNorm(over="sample"), IMAGE, 144), (GroupNorm(groups=3), VOLUME, 12), (RMSNorm(), VECTOR, 6),
        (RMSNorm(), IMAGE, 6), (InstanceNorm(), IMAGE, 0), (InstanceNorm(affine=True), SEQUENCE, 12),
    ],
)  # fmt: skip
def test_parameters(layer, shape, parameters):
    assert layer.parameter_count(shape) == parameters


@pytest.mark.parametrize(
    ("layer", "shape", "text"),
    [
        (BatchNorm(), SEQUENCE, "nn.BatchNorm1d(6)"),
        (BatchNorm(), VOLUME, "nn.BatchNorm3d(6)"),
        (LayerNorm(), SEQUENCE, "nn.LayerNorm(6)"),
        (LayerNorm(over="sample", affine=False), IMAGE, "nn.LayerNorm((6, 4, 3), elementwise_affine=False)"),
        (GroupNorm(groups=3), IMAGE, "nn.GroupNorm(3, 6)"),
        (GroupNorm(groups=3, epsilon=0.001), IMAGE, "nn.GroupNorm(3, 6, eps=0.001)"),
        (InstanceNorm(), IMAGE, "nn.InstanceNorm2d(6)"),
        (InstanceNorm(affine=True), SEQUENCE, "nn.InstanceNorm1d(6, affine=True)"),
        (RMSNorm(), SEQUENCE, "nn.RMSNorm(6, eps=1e-06)"),
    ],
)
def test_what_runs_is_what_a_person_would_write(layer, shape, text):
    assert str(layer.call(shape)) == text


def test_what_torch_wants_the_other_way_round_is_turned_there_and_back():
    for layer in (BatchNorm(), GroupNorm(groups=2), InstanceNorm()):
        call = layer.call(SEQUENCE)
        assert call.before == call.after == (FEATURES_FIRST,)
        assert layer.call(IMAGE).before == ()
    for layer in (LayerNorm(), RMSNorm()):
        assert layer.call(SEQUENCE).before == ()
        image, volume = layer.call(IMAGE), layer.call(VOLUME)
        assert (image.before, image.after) == ((method("permute", 0, 2, 3, 1),), (method("permute", 0, 3, 1, 2),))
        assert volume.before == (method("permute", 0, 2, 3, 4, 1),)
        assert volume.after == (method("permute", 0, 4, 1, 2, 3),)


@pytest.mark.parametrize(
    ("type_name", "params", "expected"),
    [
        # each step: mean 5.5 and 11.5, deviation 4.5 and 8.5
        ("LayerNorm", {}, [-1, 1, -1, 1]),
        # all four: mean 8.5, variance (7.5² + 1.5² + 5.5² + 11.5²) / 4
        ("LayerNorm", {"over": "sample"}, [x / sqrt(55.25) for x in (-7.5, 1.5, -5.5, 11.5)]),
        ("GroupNorm", {"groups": 1}, [x / sqrt(55.25) for x in (-7.5, 1.5, -5.5, 11.5)]),
        # each feature over time: mean 2 and 15, deviation 1 and 5
        ("GroupNorm", {"groups": 2}, [-1, -1, 1, 1]),
        ("InstanceNorm", {}, [-1, -1, 1, 1]),
        ("RMSNorm", {}, [1 / sqrt(50.5), 10 / sqrt(50.5), 3 / sqrt(204.5), 20 / sqrt(204.5)]),
        # running mean 0 and variance 1 before any training
        ("BatchNorm", {}, [1, 10, 3, 20]),
    ],
)
def test_values(type_name, params, expected):
    assert run(type_name, params, STEPS).flatten().tolist() == NEAR(expected, abs=1e-4)


def test_layer_norm_looks_at_the_channels_of_one_pixel():
    image = torch.tensor([[[[1.0, 2.0]], [[3.0, 6.0]]]])  # two channels of 1 × 2 pixels
    assert run("LayerNorm", {}, image).flatten().tolist() == NEAR([-1, -1, 1, 1], abs=1e-4)


def test_batch_norm_needs_two_numbers_for_each_channel():
    assert BatchNorm().smallest_batch(Shape.sequence(1, 6)) == 2
    assert BatchNorm().smallest_batch(Shape.sequence(2, 6)) == 1
    assert BatchNorm().smallest_batch(Shape.volume(6, 1, 1, 2)) == 1


@pytest.mark.parametrize(
    ("layer", "shape", "said", "remedy"),
    [
        (GroupNorm(), IMAGE, "its 8 groups do not divide the 6 channels that it gets", Change({"groups": 6})),
        (GroupNorm(groups=4), IMAGE, "its 4 groups do not divide the 6 channels", Change({"groups": 3})),
        (GroupNorm(groups=6), VECTOR, "has one value in each group, and makes it zero", Change({"groups": 3})),
        (GroupNorm(groups=1), Shape.vector(1), "has one value in each group", None),
        (InstanceNorm(), VECTOR, "gets 6; an Instance norm layer takes sequences, images or volumes", None),
        (InstanceNorm(), Shape.image(6, 1, 1), "gets 6 × 1 × 1, one value in each channel", None),
        (LayerNorm(), Shape((2, 3), ("features", "time")), "takes vectors, sequences, images or volumes", None),
        (RMSNorm(), Shape.of((1, 1, 1, 1, 1)), "takes vectors, sequences, images or volumes", None),
    ],
)
def test_what_does_not_fit_is_refused_with_what_does(layer, shape, said, remedy):
    with pytest.raises(ShapeError) as refused:
        layer.output_shape(shape)
    assert said in refused.value.message
    assert refused.value.hint.endswith(".")
    assert refused.value.remedy == remedy


def test_norms_do_not_bend_and_can_be_regularized():
    for kind in (BatchNorm, LayerNorm, GroupNorm, InstanceNorm, RMSNorm):
        assert not kind.non_linear
        assert {"l1", "l2", "frozen", "shared_with"} <= set(kind.model_fields)


def test_caption():
    assert (GroupNorm().caption(), GroupNorm(groups=1).caption()) == ("8 groups", "1 group")
    assert (LayerNorm().caption(), LayerNorm(over="sample").caption()) == ("", "whole sample")
