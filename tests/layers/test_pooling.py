"""Pooling and resizing, against values worked out by hand."""

from __future__ import annotations

from fractions import Fraction

import pytest
import torch
from running import run

from playground.core.layer import OWN_PLACE, Sight
from playground.core.shape import Change, Resize, Shape, ShapeError
from playground.layers import (
    AdaptiveAvgPool,
    AdaptiveMaxPool,
    AvgPool1D,
    AvgPool2D,
    AvgPool3D,
    Crop,
    GlobalAvgPool,
    GlobalMaxPool,
    MaxPool1D,
    MaxPool2D,
    MaxPool3D,
    PixelShuffle,
    Upsample,
    ZeroPad,
)
from playground.layers.shared.windows import pad_call

VECTOR, SEQUENCE = Shape.vector(6), Shape.sequence(20, 6)
IMAGE, VOLUME = Shape.image(6, 28, 20), Shape.volume(6, 10, 28, 20)
# two features over four steps, and one channel of 2 × 3 pixels
STEPS = torch.tensor([[[1.0, 8.0], [4.0, 7.0], [2.0, 6.0], [3.0, 5.0]]])
PIXELS = torch.tensor([[[[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]]])


@pytest.mark.parametrize(
    ("layer", "shape", "expected"),
    [
        (MaxPool1D(), SEQUENCE, Shape.sequence(10, 6)),
        (MaxPool1D(size=3, stride=1, padding=1), SEQUENCE, SEQUENCE),
        (AvgPool1D(size=7), SEQUENCE, Shape.sequence(2, 6)),
        (MaxPool3D(), VOLUME, Shape.volume(6, 5, 14, 10)),
        (AvgPool3D(size=(1, 4, 5)), VOLUME, Shape.volume(6, 10, 7, 4)),
        (AdaptiveMaxPool(size=(7,)), SEQUENCE, Shape.sequence(7, 6)),
        (AdaptiveAvgPool(size=(7, 3)), IMAGE, Shape.image(6, 7, 3)),
        (AdaptiveAvgPool(), VOLUME, Shape.volume(6, 1, 1, 1)),
        (AdaptiveMaxPool(size=(40,)), IMAGE, Shape.image(6, 40, 40)),
        (GlobalMaxPool(), SEQUENCE, VECTOR),
        (GlobalAvgPool(), IMAGE, VECTOR),
        (GlobalAvgPool(), VOLUME, VECTOR),
        (Upsample(), SEQUENCE, Shape.sequence(40, 6)),
        (Upsample(factor=(2, 3)), IMAGE, Shape.image(6, 56, 60)),
        (Upsample(factor=(3,), mode="linear"), VOLUME, Shape.volume(6, 30, 84, 60)),
        (PixelShuffle(factor=1), IMAGE, IMAGE),
        (PixelShuffle(), Shape.image(12, 5, 7), Shape.image(3, 10, 14)),
        (ZeroPad(), SEQUENCE, Shape.sequence(22, 6)),
        (ZeroPad(before=(1, 2), after=(0,)), IMAGE, Shape.image(6, 29, 22)),
        (ZeroPad(before=(0,), after=(1, 2, 3)), VOLUME, Shape.volume(6, 11, 30, 23)),
        (Crop(), SEQUENCE, Shape.sequence(18, 6)),
        (Crop(before=(1, 2), after=(0,)), IMAGE, Shape.image(6, 27, 18)),
        (Crop(before=(0,), after=(9, 2, 3)), VOLUME, Shape.volume(6, 1, 26, 17)),
    ],
)
def test_output_shape(layer, shape, expected):
    assert layer.output_shape(shape) == expected


@pytest.mark.parametrize(
    ("layer", "shape", "text"),
    [
        (MaxPool1D(size=3, stride=2), SEQUENCE, "nn.MaxPool1d(3, stride=2)"),
        (MaxPool2D(size=(2, 3), padding=(1, 0)), IMAGE, "nn.MaxPool2d((2, 3), padding=(1, 0))"),
        (AvgPool3D(), VOLUME, "nn.AvgPool3d(2)"),
        (AdaptiveAvgPool(), IMAGE, "nn.AdaptiveAvgPool2d(1)"),
        (AdaptiveMaxPool(size=(7, 3)), IMAGE, "nn.AdaptiveMaxPool2d((7, 3))"),
        (GlobalAvgPool(), IMAGE, "torch.mean(dim=(2, 3))"),
        (GlobalMaxPool(), SEQUENCE, "torch.amax(dim=1)"),
        (GlobalMaxPool(), VOLUME, "torch.amax(dim=(2, 3, 4))"),
        (Upsample(), IMAGE, "nn.Upsample(scale_factor=2)"),
        (Upsample(mode="linear"), IMAGE, "nn.Upsample(scale_factor=2, mode='bilinear')"),
        (Upsample(factor=(2, 2, 3), mode="linear"), VOLUME, "nn.Upsample(scale_factor=(2, 2, 3), mode='trilinear')"),
        (PixelShuffle(factor=3), IMAGE, "nn.PixelShuffle(3)"),
        (ZeroPad(before=(1, 2), after=(3, 4)), IMAGE, "torch.nn.functional.pad((2, 4, 1, 3))"),
        (ZeroPad(), SEQUENCE, "torch.nn.functional.pad((0, 0, 1, 1))"),
        (Crop(before=(0, 2), after=(1,)), IMAGE,
         "[]((slice(None, None, None), slice(None, None, None), slice(None, -1, None), slice(2, -1, None)))"),
    ],
)  # fmt: skip
def test_what_runs_is_what_a_person_would_write(layer, shape, text):
    assert str(layer.call(shape)) == text


@pytest.mark.parametrize(
    ("type_name", "params", "batch", "expected"),
    [
        ("MaxPool1D", {}, STEPS, [[[4, 8], [3, 6]]]),
        ("AvgPool1D", {}, STEPS, [[[2.5, 7.5], [2.5, 5.5]]]),
        ("AvgPool1D", {"size": 2, "padding": 1}, STEPS, [[[0.5, 4], [3, 6.5], [1.5, 2.5]]]),  # padding counts as zeros
        ("AdaptiveMaxPool", {"size": [3]}, STEPS, [[[4, 8], [4, 7], [3, 6]]]),  # steps 0–1, 1–2, 2–3
        ("AdaptiveAvgPool", {"size": [1, 3]}, PIXELS, [[[[2.5, 3.5, 4.5]]]]),
        ("GlobalMaxPool", {}, STEPS, [[4, 8]]),
        ("GlobalAvgPool", {}, STEPS, [[2.5, 6.5]]),
        ("GlobalAvgPool", {}, PIXELS, [[3.5]]),
        ("Upsample", {"factor": [1, 2]}, PIXELS, [[[[1, 1, 2, 2, 3, 3], [4, 4, 5, 5, 6, 6]]]]),
        ("Upsample", {"mode": "linear"}, STEPS[:, :2, :1], [[[1], [1.75], [3.25], [4]]]),  # a quarter past the ends
        ("ZeroPad", {"before": [2], "after": [0]}, STEPS[:, :1], [[[0, 0], [0, 0], [1, 8]]]),
        ("ZeroPad", {"before": [0, 1], "after": [1, 0]}, PIXELS, [[[[0, 1, 2, 3], [0, 4, 5, 6], [0, 0, 0, 0]]]]),
        ("Crop", {"before": [0, 1], "after": [1, 0]}, PIXELS, [[[[2, 3]]]]),
        ("Crop", {"before": [3], "after": [0]}, STEPS, [[[3, 5]]]),
        ("PixelShuffle", {}, torch.arange(4.0).reshape(1, 4, 1, 1), [[[[0, 1], [2, 3]]]]),
    ],
)
def test_values(type_name, params, batch, expected):
    assert run(type_name, params, batch).tolist() == expected


def test_an_average_over_a_window_larger_than_the_volume_counts_the_padding():
    # the eight ones of the volume, in a window of 4 × 4 × 4 whose rest are zeros
    assert run("AvgPool3D", {"size": 4, "padding": 1}, torch.ones(1, 1, 2, 2, 2)).flatten().tolist() == [8 / 64]
    call = AvgPool3D(size=4, padding=1).call(Shape.volume(1, 2, 2, 2))
    assert (call.kwargs, call.before) == ({}, (pad_call(((1, 1),) * 3),))
    assert AvgPool3D(size=4, padding=1).call(VOLUME).kwargs == {"padding": 1}


@pytest.mark.parametrize(
    ("layer", "shape", "said", "remedy"),
    [
        (MaxPool1D(size=21), SEQUENCE, "its window of 21 is larger than the 20 time steps", Change({"size": 20})),
        (AvgPool3D(size=12), VOLUME, "its 12×12×12 window is larger than the 10×28×20 volume",
         Change({"size": (10, 12, 12)})),
        (MaxPool2D(padding=(2, 1)), IMAGE, "padding is more than half its window", Change({"padding": 1})),
        (AdaptiveAvgPool(size=(7, 7)), SEQUENCE, "has 2 numbers for size, but its input has 1 axis",
         Change({"size": (7,)})),
        (Upsample(factor=(2, 2)), VOLUME, "has 2 numbers for factor, but its input has 3 axes",
         Change({"factor": (2,)})),
        (ZeroPad(after=(1, 2, 3)), IMAGE, "has 3 numbers for after, but its input has 2 axes",
         Change({"after": (1, 2)})),
        (Crop(before=(10,), after=(10,)), IMAGE, "cuts off all of the 28×20 that it gets", None),
        (PixelShuffle(), IMAGE, "gets 6 channels; it takes a multiple of 4, the square of its factor", Resize(8)),
        (PixelShuffle(factor=3), IMAGE, "it takes a multiple of 9", Resize(9)),
        (GlobalAvgPool(), VECTOR, "gets 6; a Global average pool layer takes sequences, images or volumes", None),
        (Upsample(), VECTOR, "gets 6; an Upsample layer takes sequences, images or volumes", None),
        (MaxPool2D(), SEQUENCE, "gets 20 × 6; a Max pool 2D layer takes images", None),
        (PixelShuffle(), SEQUENCE, "gets 20 × 6; a Pixel shuffle layer takes images", None),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_refused_with_what_does(layer, shape, said, remedy):
    with pytest.raises(ShapeError) as refused:
        layer.output_shape(shape)
    assert said in refused.value.message
    assert refused.value.hint.endswith(".")
    assert refused.value.remedy == remedy
    if isinstance(remedy, Change):
        layer.model_copy(update=dict(remedy.params)).output_shape(shape)


@pytest.mark.parametrize(
    ("layer", "shape", "sight"),
    [
        (MaxPool1D(size=3), SEQUENCE, Sight.window((3,), (3,))),
        (AvgPool2D(size=(3, 2), stride=1), IMAGE, Sight.window((3, 2), (1, 1))),
        (AdaptiveAvgPool(size=(7, 3)), IMAGE, Sight.window((4, 8), (4, Fraction(20, 3)))),  # parts 0–7, 6–14, 13–20
        (AdaptiveAvgPool(), IMAGE, None),
        (GlobalMaxPool(), IMAGE, None),
        (Upsample(), SEQUENCE, Sight.window((1,), (Fraction(1, 2),))),
        (Upsample(factor=(1, 2), mode="linear"), IMAGE, Sight.window((1, 2), (1, Fraction(1, 2)))),
        (PixelShuffle(), IMAGE, Sight.window((1, 1), (Fraction(1, 2), Fraction(1, 2)))),
        (ZeroPad(), IMAGE, OWN_PLACE),
        (Crop(), IMAGE, OWN_PLACE),
    ],
)
def test_what_one_output_value_sees(layer, shape, sight):
    assert layer.sight(shape) == sight


@pytest.mark.parametrize(
    ("layer", "caption"),
    [
        (MaxPool1D(), "2 wide"), (AvgPool3D(), "2×2×2"), (AdaptiveAvgPool(size=(7, 7)), "to 7×7"),
        (Upsample(), "× 2 · nearest"), (PixelShuffle(), "× 2"), (ZeroPad(), "1"),
        (Crop(before=(1, 2), after=(0,)), "1×2, 0"), (GlobalAvgPool(), ""),
    ],
)  # fmt: skip
def test_caption(layer, caption):
    assert layer.caption() == caption


def test_the_largest_value_bends_and_the_mean_does_not():
    assert MaxPool1D.non_linear and MaxPool3D.non_linear and AdaptiveMaxPool.non_linear and GlobalMaxPool.non_linear
    assert not (AvgPool1D.non_linear or AdaptiveAvgPool.non_linear or GlobalAvgPool.non_linear or Upsample.non_linear)


def test_pixel_shuffle_keeps_every_value():
    assert PixelShuffle.keeps_values
    assert not (Crop.keeps_values or ZeroPad.keeps_values or Upsample.keeps_values)
