"""Shapes, counts, captions and refusals of each layer, against numbers worked out by hand."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from playground.core.shape import Shape, ShapeError
from playground.layers import (
    Add,
    AvgPool2D,
    BatchNorm,
    Concatenate,
    Conv2D,
    Dense,
    Dropout,
    Flatten,
    Input,
    MaxPool2D,
    ReLU,
    Sigmoid,
    Softmax,
    Tanh,
)

IMAGE = Shape.image(3, 28, 20)
VECTOR = Shape.vector(784)


@pytest.mark.parametrize(
    ("layer", "inputs", "expected"),
    [
        (Dense(units=128), [VECTOR], Shape.vector(128)),
        (Conv2D(filters=8, kernel=3), [IMAGE], Shape.image(8, 26, 18)),
        (Conv2D(filters=8, kernel=(5, 1)), [IMAGE], Shape.image(8, 24, 20)),
        (Conv2D(filters=8, kernel=3, stride=2), [IMAGE], Shape.image(8, 13, 9)),
        (Conv2D(filters=8, kernel=3, stride=(1, 2), padding=1), [IMAGE], Shape.image(8, 28, 10)),
        (Conv2D(filters=8, kernel=4, padding="same"), [IMAGE], Shape.image(8, 28, 20)),
        (Conv2D(filters=8, kernel=3, stride=(2, 3), padding="same"), [IMAGE], Shape.image(8, 14, 7)),
        (Conv2D(filters=1, kernel=(28, 20)), [IMAGE], Shape.image(1, 1, 1)),
        (MaxPool2D(), [IMAGE], Shape.image(3, 14, 10)),
        (MaxPool2D(size=3), [IMAGE], Shape.image(3, 9, 6)),
        (MaxPool2D(size=3, stride=1, padding=1), [IMAGE], Shape.image(3, 28, 20)),
        (AvgPool2D(size=(2, 4)), [IMAGE], Shape.image(3, 14, 5)),
        (Flatten(), [IMAGE], Shape.vector(1680)),
        (Flatten(), [VECTOR], VECTOR),
        (Dropout(), [IMAGE], IMAGE),
        (BatchNorm(), [IMAGE], IMAGE),
        (ReLU(), [IMAGE], IMAGE),
        (Sigmoid(), [VECTOR], VECTOR),
        (Tanh(), [VECTOR], VECTOR),
        (Softmax(), [VECTOR], VECTOR),
        (Add(), [IMAGE, IMAGE, IMAGE], IMAGE),
        (Concatenate(), [IMAGE, Shape.image(5, 28, 20)], Shape.image(8, 28, 20)),
        (Concatenate(axis=2), [IMAGE, Shape.image(3, 28, 1)], Shape.image(3, 28, 21)),
        (Concatenate(), [VECTOR, Shape.vector(16)], Shape.vector(800)),
        (Input(), [IMAGE], IMAGE),
    ],
)
def test_output_shape(layer, inputs, expected):
    assert layer.output_shape(*inputs) == expected


@pytest.mark.parametrize(
    ("layer", "inputs", "said"),
    [
        (Dense(), [IMAGE], "gets 3 × 28 × 20; a Dense layer takes a vector"),
        (Conv2D(), [VECTOR], "gets 784; a Conv 2D layer takes images"),
        (Conv2D(kernel=21), [IMAGE], "its 21×21 window is larger than the 28×20 image"),
        (MaxPool2D(size=32), [IMAGE], "its 32×32 window is larger"),
        (MaxPool2D(size=2, padding=2), [IMAGE], "padding is more than half its window"),
        (AvgPool2D(size=3, padding=2), [IMAGE], "padding is more than half its window"),
        (BatchNorm(), [Shape((4, 8), ("features", "time"))], "takes vectors, sequences, images or volumes"),
        (Add(), [IMAGE, VECTOR], "features 784; Add takes inputs of one shape"),
        (Concatenate(axis=1), [VECTOR, VECTOR], "works along axis 1, but features 784 has only axis 0"),
        (Concatenate(), [IMAGE, Shape.image(3, 27, 20)], "they may differ only in channels"),
        (Concatenate(), [VECTOR, IMAGE], "they may differ only in features"),
    ],
)
def test_what_does_not_fit_is_refused_with_a_hint(layer, inputs, said):
    with pytest.raises(ShapeError) as refused:
        layer.output_shape(*inputs)
    assert said in refused.value.message
    assert refused.value.hint.endswith(".")


@pytest.mark.parametrize(
    ("layer", "inputs", "parameters", "multiply_adds"),
    [
        (Dense(units=128), [VECTOR], 100_480, 100_352),  # 784·128 + 128
        (Dense(units=128, bias=False), [VECTOR], 100_352, 100_352),
        (Conv2D(filters=8, kernel=3), [IMAGE], 224, 101_088),  # 3·9·8 + 8; 27·8·26·18
        (Conv2D(filters=8, kernel=(5, 1), bias=False), [IMAGE], 120, 57_600),  # 15·8; 15·8·24·20
        (BatchNorm(), [IMAGE], 6, 1_680),
        (BatchNorm(affine=False), [VECTOR], 0, 784),
        (MaxPool2D(), [IMAGE], 0, 0),
        (Dropout(), [IMAGE], 0, 0),
        (Add(), [IMAGE, IMAGE, IMAGE], 0, 3_360),
    ],
)
def test_parameters_and_multiply_adds(layer, inputs, parameters, multiply_adds):
    assert layer.parameter_count(*inputs) == parameters
    assert layer.multiply_adds(*inputs) == multiply_adds


@pytest.mark.parametrize(
    ("layer", "caption"),
    [
        (Dense(units=1024), "1,024 units"),
        (Dense(units=10, activation="Softmax"), "10 units · Softmax"),
        (Conv2D(filters=32, kernel=3, activation="ReLU"), "32 filters · 3×3 · ReLU"),
        (Conv2D(filters=4, kernel=(1, 7)), "4 filters · 1×7"),
        (MaxPool2D(), "2×2"),
        (AvgPool2D(size=(2, 3)), "2×3"),
        (Dropout(rate=0.25), "25%"),
        (Dropout(rate=0.125), "12.5%"),
        (Concatenate(), "axis 0"),
        (Flatten(), ""),
    ],
)
def test_caption(layer, caption):
    assert layer.caption() == caption


@pytest.mark.parametrize(
    ("layer", "inputs", "text"),
    [
        (Dense(units=10), [VECTOR], "nn.Linear(784, 10)"),
        (Dense(units=10, bias=False), [VECTOR], "nn.Linear(784, 10, bias=False)"),
        (Conv2D(filters=8, kernel=3), [IMAGE], "nn.Conv2d(3, 8, kernel_size=3)"),
        (
            Conv2D(filters=8, kernel=(3, 5), stride=2, padding=(1, 2), bias=False), [IMAGE],
            "nn.Conv2d(3, 8, kernel_size=(3, 5), stride=2, padding=(1, 2), bias=False)",
        ),
        (Conv2D(filters=8, kernel=3, padding="same"), [IMAGE], "nn.Conv2d(3, 8, kernel_size=3, padding='same')"),
        (MaxPool2D(), [IMAGE], "nn.MaxPool2d(2)"),
        (MaxPool2D(size=3, stride=2, padding=1), [IMAGE], "nn.MaxPool2d(3, stride=2, padding=1)"),
        (BatchNorm(), [IMAGE], "nn.BatchNorm2d(3)"),
        (BatchNorm(momentum=0.2), [VECTOR], "nn.BatchNorm1d(784, momentum=0.2)"),
        (Dropout(rate=0.5), [VECTOR], "nn.Dropout(0.5)"),
        (Softmax(), [VECTOR], "nn.Softmax(dim=1)"),
        (Concatenate(axis=1), [IMAGE, IMAGE], "torch.cat(dim=2)"),
        (Flatten(), [IMAGE], "nn.Flatten()"),
        (Input(), [IMAGE], "nn.Identity()"),
    ],
)  # fmt: skip
def test_what_runs_is_what_a_person_would_write(layer, inputs, text):
    assert str(layer.call(*inputs)) == text


def test_an_activation_field_is_a_second_call():
    assert str(Dense(activation="ReLU").activation_call(VECTOR)) == "nn.ReLU()"
    assert str(Conv2D(activation="Softmax").activation_call(IMAGE)) == "nn.Softmax(dim=1)"
    assert Dense().activation_call(VECTOR) is None
    assert ReLU().activation_call(VECTOR) is None


def test_layers_that_end_in_probabilities_say_so():
    assert Softmax().final_activation() == Dense(activation="Softmax").final_activation() == "softmax"
    assert Sigmoid().final_activation() == Conv2D(activation="Sigmoid").final_activation() == "sigmoid"
    assert Tanh().final_activation() is Dense(activation="Tanh").final_activation() is Dropout().final_activation()


@pytest.mark.parametrize(
    ("kind", "params"),
    [
        (Dense, {"units": 0}), (Dense, {"units": 1.0}), (Dense, {"units": True}), (Dense, {"activation": "relu"}),
        (Conv2D, {"kernel": 0}), (Conv2D, {"kernel": (3, 3, 3)}), (Conv2D, {"padding": -1}),
        (Conv2D, {"padding": "full"}), (MaxPool2D, {"size": None}), (Dropout, {"rate": 1.0}),
        (Dropout, {"rate": -0.1}), (Dropout, {"rate": float("nan")}), (BatchNorm, {"momentum": 0.0}),
        (Concatenate, {"axis": 6}), (Input, {"shape": ()}), (Input, {"shape": (1, 2, 3, 4, 5)}),
        (Input, {"shape": (0,)}), (Flatten, {"units": 3}),
    ],
)  # fmt: skip
def test_parameters_out_of_range_are_refused(kind, params):
    with pytest.raises(ValidationError):
        kind(**params)


def test_an_input_follows_the_data_unless_it_is_fixed():
    assert Input().source_shape(IMAGE) == IMAGE
    assert Input(shape=(1, 8, 8)).source_shape(IMAGE) == Shape.image(1, 8, 8)
    assert Input(shape=(5,)).source_shape(None) == Shape.vector(5)
    assert Input().source_shape(None) is None


def test_a_layer_says_which_parameters_decide_its_outputs_and_what_follows_the_data():
    assert Dense.with_outputs(7) == {"units": 7}
    assert Dropout.with_outputs(7) is None
    assert Input.following_data() == {"shape": None}
    assert Dense.following_data() is None
    assert Dense.without_activation() == Conv2D.without_activation() == {"activation": "Linear"}
    assert Softmax.without_activation() is None


def test_layers_that_pass_values_on_while_predicting_say_so():
    assert Dropout.keeps_values and Flatten.keeps_values and Input.keeps_values
    assert not Dense.keeps_values and not Softmax.keeps_values and not BatchNorm.keeps_values


def test_batch_normalization_needs_two_numbers_for_each_channel():
    assert BatchNorm().smallest_batch(VECTOR) == 2
    assert BatchNorm().smallest_batch(Shape.image(3, 1, 1)) == 2
    assert BatchNorm().smallest_batch(Shape.image(3, 1, 2)) == 1
    assert Dense().smallest_batch(VECTOR) == 1


@pytest.mark.parametrize("kind", [ReLU, Sigmoid, Tanh, Softmax])
def test_an_activation_field_is_the_layer_of_that_name(kind):
    field = Dense(activation=kind.type_name)
    assert field.activation_call(VECTOR) == kind().call(VECTOR)
    assert field.final_activation() == kind().final_activation()
