"""Convolutions: sizes and sums worked out by hand, above all where padding is "same"."""

from __future__ import annotations

import itertools
from fractions import Fraction
from math import ceil

import pytest
import torch
from running import module_of, run

from playground.core.layer import FEATURES_FIRST, REGISTRY, Sight, item
from playground.core.shape import Change, Shape, ShapeError
from playground.layers import (
    Conv1D,
    Conv2D,
    Conv3D,
    ConvTranspose1D,
    ConvTranspose2D,
    ConvTranspose3D,
    DepthwiseConv2D,
    SeparableConv2D,
)
from playground.layers.shared.windows import pad_call

SEQUENCE, IMAGE, VOLUME = Shape.sequence(20, 6), Shape.image(6, 28, 20), Shape.volume(6, 10, 28, 20)
INPUTS = {1: SEQUENCE, 2: IMAGE, 3: VOLUME}
COUNTING = torch.tensor([[[1.0], [2.0], [3.0], [4.0]]])  # one sequence of four steps


@pytest.mark.parametrize(
    ("layer", "expected"),
    [
        (Conv1D(filters=8, kernel=3), Shape.sequence(18, 8)),
        (Conv1D(filters=8, kernel=3, stride=4), Shape.sequence(5, 8)),  # (20 − 3) // 4 + 1
        (Conv1D(filters=8, kernel=3, dilation=4), Shape.sequence(12, 8)),  # span 9
        (Conv1D(filters=8, kernel=5, stride=3, padding="same"), Shape.sequence(7, 8)),
        (Conv1D(filters=8, kernel=3, padding=(2,)), Shape.sequence(22, 8)),
        (Conv2D(filters=8, dilation=(2, 1)), Shape.image(8, 24, 18)),
        (Conv2D(filters=8, stride=3, padding="same"), Shape.image(8, 10, 7)),
        (Conv3D(filters=8), Shape.volume(8, 8, 26, 18)),
        (Conv3D(filters=8, kernel=(1, 3, 3), padding=(0, 1, 1)), Shape.volume(8, 10, 28, 20)),
        (Conv3D(filters=8, stride=(3, 2, 1), padding="same"), Shape.volume(8, 4, 14, 20)),
        (ConvTranspose1D(filters=8), Shape.sequence(40, 8)),
        (ConvTranspose1D(filters=8, padding="valid"), Shape.sequence(41, 8)),  # 19·2 + 3
        (ConvTranspose2D(filters=8, kernel=4, padding=1), Shape.image(8, 56, 40)),
        (ConvTranspose2D(filters=8, padding=1, output_padding=1), Shape.image(8, 56, 40)),
        (ConvTranspose2D(filters=8, kernel=5, stride=1, dilation=2, padding="valid"), Shape.image(8, 36, 28)),
        (ConvTranspose3D(filters=8, stride=(1, 2, 3)), Shape.volume(8, 10, 56, 60)),
        (DepthwiseConv2D(multiplier=3, padding="same"), Shape.image(18, 28, 20)),
        (SeparableConv2D(filters=8, stride=2), Shape.image(8, 13, 9)),
    ],
)
def test_output_shape(layer, expected):
    axes = len(expected.spatial)
    assert layer.output_shape(INPUTS[axes]) == expected


@pytest.mark.parametrize(
    ("layer", "parameters", "multiply_adds"),
    [
        (Conv1D(filters=8), 6 * 3 * 8 + 8, 6 * 3 * 8 * 18),
        (Conv2D(filters=9, groups=3), 2 * 9 * 9 + 9, 2 * 9 * 9 * 26 * 18),
        (Conv3D(filters=8, bias=False), 6 * 27 * 8, 6 * 27 * 8 * 8 * 26 * 18),
        (ConvTranspose1D(filters=8), 6 * 3 * 8 + 8, 6 * 20 * 3 * 8),
        (ConvTranspose2D(filters=9, groups=3), 6 * 9 * 3 + 9, 6 * 28 * 20 * 9 * 3),
        (DepthwiseConv2D(multiplier=2), 9 * 12 + 12, 9 * 12 * 26 * 18),
        (SeparableConv2D(filters=8, multiplier=2), 9 * 12 + 12 * 8 + 8, (9 * 12 + 12 * 8) * 26 * 18),
    ],
)
def test_parameters_and_multiply_adds(layer, parameters, multiply_adds):
    shape = INPUTS[layer.axes]
    assert layer.parameter_count(shape) == parameters
    assert layer.multiply_adds(shape) == multiply_adds
    built = module_of(layer.type_name, layer.model_dump(), shape)
    assert sum(p.numel() for p in built.parameters()) == parameters


@pytest.mark.parametrize(
    ("layer", "text"),
    [
        (Conv1D(filters=8), "nn.Conv1d(6, 8, kernel_size=3)"),
        (Conv1D(filters=8, padding=(2,)), "nn.Conv1d(6, 8, kernel_size=3, padding=2)"),
        (Conv2D(filters=9, dilation=2, groups=3), "nn.Conv2d(6, 9, kernel_size=3, dilation=2, groups=3)"),
        (Conv2D(filters=9, kernel=4, padding="same"), "nn.Conv2d(6, 9, kernel_size=4, padding='same')"),
        (Conv3D(filters=8, stride=2), "nn.Conv3d(6, 8, kernel_size=3, stride=2)"),
        (ConvTranspose2D(filters=8, kernel=4), "nn.ConvTranspose2d(6, 8, kernel_size=4, stride=2, padding=1)"),
        (
            ConvTranspose2D(filters=8),
            "nn.ConvTranspose2d(6, 8, kernel_size=3, stride=2, padding=1, output_padding=1)",
        ),
        (
            ConvTranspose2D(filters=8, kernel=2, padding="valid", bias=False),
            "nn.ConvTranspose2d(6, 8, kernel_size=2, stride=2, bias=False)",
        ),
        (DepthwiseConv2D(), "nn.Conv2d(6, 6, kernel_size=3, groups=6)"),
        (SeparableConv2D(filters=8, multiplier=2), "SeparableConv2d(6, 8, kernel_size=3, multiplier=2)"),
    ],
)
def test_what_runs_is_what_a_person_would_write(layer, text):
    assert str(layer.call(INPUTS[layer.axes])) == text


# --- padding "same" ------------------------------------------------------------------------------------------------


def test_an_odd_padding_stands_at_the_end_as_in_tensorflow():
    # two outputs of three steps, two apart, need five places: one zero is added behind the last
    assert run(
        "Conv1D", {"filters": 1, "stride": 2, "padding": "same", "bias": False}, COUNTING, weights=1.0
    ).tolist() == [[[1.0 + 2 + 3], [3.0 + 4 + 0]]]
    call = Conv1D(stride=2, padding="same").call(Shape.sequence(4, 1))
    assert call.before == (FEATURES_FIRST, pad_call(((0, 1),)))
    assert call.after == (FEATURES_FIRST,)
    assert "padding" not in call.kwargs


def test_an_even_padding_is_torchs_own():
    # four outputs of three steps, two apart, need nine places: one zero at each end of seven
    call = Conv1D(stride=2, padding="same").call(Shape.sequence(7, 1))
    assert (call.before, call.kwargs["padding"]) == ((FEATURES_FIRST,), 1)
    # along the height one zero at the end, along the width one at each
    image = Conv2D(stride=2, padding="same").call(Shape.image(1, 4, 7))
    assert image.before[0].args == ((1, 1, 0, 1),)


def test_a_stride_wider_than_the_kernel_needs_no_padding():
    call = Conv2D(kernel=1, stride=2, padding="same").call(IMAGE)
    assert (call.before, "padding" in call.kwargs) == ((), False)


@pytest.mark.filterwarnings("ignore:Using padding='same' with even kernel")
@pytest.mark.parametrize("axes", [1, 2, 3])
@pytest.mark.parametrize(
    ("kernel", "stride", "dilation"), list(itertools.product((1, 2, 3, 4, 6), (1, 2, 3, 5), (1, 2, 3)))
)
def test_same_divides_by_the_stride_and_transposed_multiplies_by_it(axes, kernel, stride, dilation):
    params = {"filters": 2, "kernel": kernel, "stride": stride, "dilation": dilation, "padding": "same"}
    places = (1, 4, 7)[:axes] if axes > 1 else (7,)
    shape = Shape.sequence(7, 2) if axes == 1 else Shape.of((2, *places))
    batch = torch.rand(2, *shape.sizes)
    for type_name, expected in (
        (f"Conv{axes}D", [ceil(n / stride) for n in places]),
        (f"ConvTranspose{axes}D", [n * stride for n in places]),
    ):
        kind = REGISTRY.get(type_name)
        assert kind is not None
        declared = kind(**params).output_shape(shape)
        assert list(declared.spatial) == expected
        assert tuple(run(type_name, params, batch).shape) == (2, *declared.sizes)


# --- transposed ----------------------------------------------------------------------------------------------------


def transposed(**params):
    """A kernel of ones laid into the output by each of the steps 1, 10, 100."""
    steps = torch.tensor([[[1.0], [10.0], [100.0]]])
    return run("ConvTranspose1D", {"filters": 1, "bias": False, **params}, steps, weights=1.0).flatten().tolist()


def test_a_transposed_convolution_lays_kernels_into_the_output():
    assert transposed(padding="valid") == [1, 1, 11, 10, 110, 100, 100]


def test_transposed_same_takes_off_what_is_too_much():
    assert transposed() == [1, 11, 10, 110, 100, 100]  # one of seven: torch takes it from the start
    assert transposed(kernel=4) == [1, 11, 11, 110, 110, 100]  # 1 1 11 11 110 110 100 100, less both ends
    assert transposed(kernel=2, stride=1) == [1, 11, 110]  # 1 11 110 100, less the end: no output padding here
    assert transposed(kernel=1, stride=2) == [1, 0, 10, 0, 100, 0]


def test_what_torch_may_not_take_off_is_cut_off_afterwards():
    call = ConvTranspose2D(filters=8, kernel=(2, 3), stride=1).call(IMAGE)
    assert call.kwargs == {"kernel_size": (2, 3), "padding": (0, 1)}
    assert call.after == (item((slice(None), slice(None), slice(None, -1), slice(None))),)


def test_an_output_padding_must_be_smaller_than_stride_or_dilation():
    with pytest.raises(ShapeError) as refused:
        ConvTranspose2D(stride=(1, 3), padding=0, output_padding=2).output_shape(IMAGE)
    assert refused.value.remedy == Change({"output_padding": (0, 2)})
    with pytest.raises(ShapeError, match="finds its own") as refused:
        ConvTranspose2D(output_padding=1).output_shape(IMAGE)
    assert refused.value.remedy == Change({"output_padding": 0})


def test_a_padding_that_leaves_nothing_is_refused():
    with pytest.raises(ShapeError, match="its padding takes all of the 28×20") as refused:
        ConvTranspose2D(stride=1, padding=11).output_shape(IMAGE)  # 19 + 3 − 22 = 0
    assert refused.value.remedy == Change({"padding": "valid"})
    assert ConvTranspose2D(stride=1, padding=10).output_shape(IMAGE).spatial == (10, 2)


# --- depthwise and separable ---------------------------------------------------------------------------------------


def test_a_depthwise_convolution_never_mixes_channels():
    image = torch.stack([torch.full((3, 3), 1.0), torch.full((3, 3), 10.0)])[None]
    out = run("DepthwiseConv2D", {"multiplier": 2, "bias": False}, image, weights=1.0)
    assert out.flatten().tolist() == [9.0, 9.0, 90.0, 90.0]


def test_a_separable_convolution_is_depthwise_then_pointwise():
    module = module_of("SeparableConv2D", {"filters": 4, "multiplier": 2}, Shape.image(3, 5, 5))
    shapes = {name: tuple(p.shape) for name, p in module.named_parameters()}
    assert shapes == {
        "layer1.depthwise.weight": (6, 1, 3, 3), "layer1.pointwise.weight": (4, 6, 1, 1), "layer1.pointwise.bias": (4,),
    }  # fmt: skip
    image = torch.stack([torch.full((3, 3), 1.0), torch.full((3, 3), 10.0)])[None]
    out = run("SeparableConv2D", {"filters": 3, "bias": False}, image, weights=1.0)
    assert out.flatten().tolist() == [99.0, 99.0, 99.0]


# --- what is refused -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("layer", "shape", "said", "hint"),
    [
        (Conv2D(), SEQUENCE, "gets 20 × 6; a Conv 2D layer takes images (channels × height × width)", "Use Conv 1D"),
        (Conv1D(), IMAGE, "a Conv 1D layer takes sequences (time × features)", "Use Conv 2D for images."),
        (ConvTranspose2D(), VOLUME, "a Conv transpose 2D layer takes images", "Use Conv transpose 3D for volumes."),
        (SeparableConv2D(), SEQUENCE, "a Separable conv 2D layer takes images", "feed it images"),
        (Conv3D(), Shape.vector(8), "gets 8; a Conv 3D layer takes volumes", "feed it volumes"),
    ],
)
def test_other_inputs_are_refused_with_the_layer_that_takes_them(layer, shape, said, hint):
    with pytest.raises(ShapeError) as refused:
        layer.output_shape(shape)
    assert said in refused.value.message
    assert hint in refused.value.hint


@pytest.mark.parametrize(
    ("layer", "said", "remedy"),
    [
        (Conv1D(kernel=21), "its window of 21 is larger than the 20 time steps it gets", Change({"kernel": 20})),
        (
            Conv2D(kernel=3, dilation=10), "its 3×3 window, dilated to 21×21, is larger than the 28×20 image",
            Change({"kernel": (3, 2)}),
        ),
        (Conv3D(kernel=11), "its 11×11×11 window is larger than the 10×28×20 volume", Change({"kernel": (10, 11, 11)})),
        (Conv2D(groups=4), "its 4 groups do not divide the 6 channels that it gets", Change({"groups": 2})),
        (Conv2D(filters=9, groups=6), "its 6 groups do not divide the 9 filters", Change({"groups": 3})),
        (ConvTranspose2D(filters=5, groups=2), "its 2 groups do not divide the 5 filters", Change({"groups": 1})),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_refused_with_what_does(layer, said, remedy):
    shape = INPUTS[layer.axes]
    with pytest.raises(ShapeError) as refused:
        layer.output_shape(shape)
    assert said in refused.value.message
    assert refused.value.hint.endswith(".")
    assert refused.value.remedy == remedy
    layer.model_copy(update=dict(remedy.params)).output_shape(shape)


# --- what else is told of them -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("layer", "sight"),
    [
        (Conv2D(kernel=(3, 5), stride=2), Sight.window((3, 5), (2, 2))),
        (Conv1D(dilation=4), Sight.window((9,), (1,))),
        (ConvTranspose2D(kernel=4), Sight.window((2, 2), (Fraction(1, 2), Fraction(1, 2)))),
        (ConvTranspose1D(kernel=5, stride=2), Sight.window((3,), (Fraction(1, 2),))),
        (ConvTranspose1D(kernel=1, stride=3), Sight.window((1,), (Fraction(1, 3),))),
        # taps 0 and 3 never reach the same place in steps of 2
        (ConvTranspose2D(kernel=2, dilation=3), Sight.window((1, 1), (Fraction(1, 2), Fraction(1, 2)))),
        # taps at 0, 3, 6, 9: of the even places 0 and 6 do, three neighbours apart
        (ConvTranspose1D(kernel=4, stride=2, dilation=3), Sight.window((4,), (Fraction(1, 2),))),
        # taps at 0, 2, 4, 6: 0 and 6 do, two neighbours apart
        (ConvTranspose1D(kernel=4, stride=3, dilation=2), Sight.window((3,), (Fraction(1, 3),))),
        (ConvTranspose1D(kernel=3, stride=4, dilation=2), Sight.window((2,), (Fraction(1, 4),))),
        (DepthwiseConv2D(), Sight.window((3, 3), (1, 1))),
    ],
)
def test_what_one_output_value_sees(layer, sight):
    assert layer.sight(INPUTS[layer.axes]) == sight


@pytest.mark.parametrize(
    ("layer", "caption"),
    [
        (Conv1D(filters=16, kernel=5), "16 filters · 5 wide"),
        (Conv2D(filters=16, stride=2, activation="ReLU"), "16 filters · 3×3 · stride 2 · ReLU"),
        (Conv3D(filters=16, stride=(1, 2, 2)), "16 filters · 3×3×3 · stride 1×2×2"),
        (DepthwiseConv2D(multiplier=2), "2 per channel · 3×3"),
    ],
)
def test_caption(layer, caption):
    assert layer.caption() == caption


def test_filters_decide_the_channels_but_not_those_of_a_depthwise_convolution():
    for kind in (Conv1D, Conv2D, Conv3D, ConvTranspose1D, ConvTranspose2D, ConvTranspose3D, SeparableConv2D):
        assert kind.with_channels(7) == {"filters": 7}
        assert kind.with_outputs(7) is None
    assert DepthwiseConv2D.with_channels(7) is None
