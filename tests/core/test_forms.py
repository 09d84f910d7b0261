from __future__ import annotations

import pytest
from networks import chain  # noqa: F401  (registers the layers)
from pydantic import ValidationError

from playground.core.forms import FormField, form_fields
from playground.core.layer import REGISTRY
from playground.core.project import DataSettings, TrainingSettings
from playground.training.optimizers import OPTIMIZERS

MODELS = [*REGISTRY.all(), *OPTIMIZERS.values()]


def field(model, name: str) -> FormField:
    return next(f for f in form_fields(model) if f.name == name)


def layer(type_name: str):
    kind = REGISTRY.get(type_name)
    assert kind is not None
    return kind


@pytest.mark.parametrize("model", MODELS, ids=lambda m: m.__name__)
def test_every_field_has_a_label_a_help_line_and_its_default(model):
    fields = form_fields(model)
    hidden = {
        name for name, info in model.model_fields.items() if (info.json_schema_extra or {}).get("editor") == "none"
    }
    assert {f.name for f in fields} == set(model.model_fields) - hidden
    made = model()
    for f in fields:
        assert f.label and f.help.endswith("."), f.name
        assert getattr(made, f.name) == f.default


@pytest.mark.parametrize("model", MODELS, ids=lambda m: m.__name__)
def test_limits_are_those_that_the_model_itself_enforces(model):
    for f in form_fields(model):
        if f.kind not in ("int", "float"):
            continue
        step = 1 if f.kind == "int" else 1e-9
        number = int if f.kind == "int" else float
        if f.minimum is not None:
            inside = f.minimum + step if f.exclusive_minimum else f.minimum
            model(**{f.name: number(inside)})
            with pytest.raises(ValidationError):
                model(**{f.name: number(f.minimum if f.exclusive_minimum else f.minimum - step)})
        if f.maximum is not None:
            with pytest.raises(ValidationError):
                model(**{f.name: number(f.maximum if f.exclusive_maximum else f.maximum + step)})


@pytest.mark.parametrize("model", MODELS, ids=lambda m: m.__name__)
def test_every_choice_is_accepted_and_no_other(model):
    for f in form_fields(model):
        for choice in f.choices:
            model(**{f.name: choice})
        if f.kind == "choice":
            with pytest.raises(ValidationError):
                model(**{f.name: "something else"})


def test_the_kinds_of_the_convolutions_fields():
    kinds = {f.name: f.kind for f in form_fields(layer("Conv2D"))}
    assert kinds == {
        "filters": "int", "kernel": "pair", "stride": "pair", "padding": "pair", "dilation": "pair", "groups": "int",
        "bias": "bool", "activation": "choice",
        "initializer": "choice", "l1": "float", "l2": "float", "frozen": "bool", "shared_with": "layer",
    }  # fmt: skip
    padding = field(layer("Conv2D"), "padding")
    assert padding.choices == ("valid", "same")
    assert (padding.minimum, padding.maximum) == (0, 1024)
    assert {"Linear", "ReLU", "PReLU", "LogSoftmax"} < set(field(layer("Conv2D"), "activation").choices)


def test_own_fields_stand_before_inherited_ones_and_sections_last():
    names = [f.name for f in form_fields(layer("Dense"))]
    assert names[:3] == ["units", "bias", "activation"]
    assert [f.section for f in form_fields(layer("Dense"))] == ["", "", "", *["Weights"] * 5]


def test_windows_of_three_axes_are_triples():
    assert (field(layer("Conv3D"), "kernel").kind, field(layer("Conv3D"), "kernel").axes) == ("pair", 3)
    assert field(layer("Conv2D"), "kernel").axes == 2
    assert field(layer("Conv1D"), "kernel").kind == "int"


def test_fields_that_name_a_layer_or_a_network():
    assert (field(layer("Dense"), "shared_with").kind, field(layer("Dense"), "shared_with").optional) == ("layer", True)
    assert field(layer("Block"), "network").kind == "network"


def test_what_other_parts_keep_is_no_field_of_the_form():
    assert [f.name for f in form_fields(layer("Block"))] == ["network", "repeat", "weights"]


def test_an_optional_pair_may_stay_empty():
    stride = field(layer("MaxPool2D"), "stride")
    assert (stride.kind, stride.optional, stride.default) == ("pair", True, None)


def test_the_inputs_shape_is_a_shape():
    shape = field(layer("Input"), "shape")
    assert (shape.kind, shape.optional, shape.minimum, shape.maximum) == ("shape", True, 1, 1_000_000)


def test_an_open_limit_is_marked():
    rate = field(layer("Dropout"), "rate")
    assert (rate.minimum, rate.maximum, rate.exclusive_minimum, rate.exclusive_maximum) == (0.0, 1.0, False, True)


def test_settings_are_forms_too():
    assert field(TrainingSettings, "device").choices == ("auto", "cpu", "cuda", "mps")
    assert field(TrainingSettings, "learning_rate").exclusive_minimum
    limit = field(DataSettings, "limit")
    assert (limit.kind, limit.optional, limit.minimum) == ("int", True, 1)
