"""A layer's declaration is checked when the class is made, and the registry knows every layer."""

from __future__ import annotations

import importlib
import pkgutil
from itertools import pairwise
from typing import ClassVar

import pytest

import playground.layers
from playground.core.layer import FAMILIES, REGISTRY, Call, Family, Layer, Registry
from playground.core.shape import Shape, ShapeError


@pytest.fixture(autouse=True)
def registry_as_it_was(monkeypatch):
    monkeypatch.setattr(REGISTRY, "_kinds", dict(REGISTRY._kinds))


def test_everything_that_is_missing_is_said_at_once():
    with pytest.raises(TypeError) as refused:

        class Empty(Layer):
            type_name: ClassVar[str] = "Empty"

    text = str(refused.value)
    assert text.startswith("layer Empty: ")
    for reason in ("no title", "no id_stem", "no summary", "family is not one of", "no output_shape", "no call"):
        assert reason in text


def make(**changes):
    attributes = {
        "__module__": __name__, "type_name": "Twice", "title": "Twice", "family": "shape", "id_stem": "twice",
        "summary": "Doubles.", "output_shape": lambda self, *inputs: inputs[0],
        "call": lambda self, *inputs: Call("torch.nn.Identity"), **changes,
    }  # fmt: skip
    hints = {"type_name": "str", "title": "str", "family": "Family", "id_stem": "str", "summary": "str"}
    attributes["__annotations__"] = dict.fromkeys(hints, ClassVar[str])
    attributes["__qualname__"] = attributes["type_name"] + "Layer"
    return type(Layer)(attributes["type_name"] + "Layer", (Layer,), attributes)


def test_a_complete_declaration_is_entered():
    kind = make()
    assert REGISTRY.get("Twice") is kind


@pytest.mark.parametrize("stem", ["Twice", "2wice", "tw-ice", "tw ice", "twice1"])
def test_an_id_stem_that_makes_no_module_name_is_refused(stem):
    with pytest.raises(TypeError, match="id_stem is not lower case"):
        make(id_stem=stem)


def test_an_unknown_family_is_refused():
    with pytest.raises(TypeError, match="family is not one of data, linear"):
        make(family="magic")


def test_a_taken_type_name_is_refused():
    with pytest.raises(TypeError, match="the type name 'Dense' is taken"):
        make(type_name="Dense")


def test_a_base_class_without_a_type_name_is_not_entered():
    before = len(REGISTRY.all())

    class Base(Layer):
        pass

    assert len(REGISTRY.all()) == before


def test_every_module_of_a_family_defines_a_registered_layer():
    modules = {
        info.name
        for info in pkgutil.walk_packages(playground.layers.__path__, "playground.layers.")
        if not info.ispkg and not info.name.startswith("playground.layers.shared.")
    }
    registered = {kind.__module__ for kind in REGISTRY.all()}
    assert modules == registered
    for kind in REGISTRY.all():
        assert kind.__module__.split(".")[2] == kind.family, "a layer lies in the folder of its family"
        assert getattr(importlib.import_module(kind.__module__), kind.__name__) is kind


def test_the_layers_of_the_first_version_are_still_there_in_their_order():
    first = [
        "Input", "Dense", "Conv2D", "MaxPool2D", "AvgPool2D", "ReLU", "Sigmoid", "Tanh", "Softmax", "BatchNorm",
        "Dropout", "Flatten", "Add", "Concatenate",
    ]  # fmt: skip
    assert [kind.type_name for kind in REGISTRY.all() if kind.type_name in first] == first


def test_the_package_names_every_layer_and_the_palette_keeps_families_together():
    assert set(playground.layers.__all__) == {kind.__name__ for kind in REGISTRY.all()}
    families = [kind.family for kind in REGISTRY.all()]
    assert len([a for a, b in pairwise(families) if a != b]) == len(set(families)) - 1


@pytest.mark.parametrize("kind", REGISTRY.all(), ids=lambda kind: kind.type_name)
class TestEveryLayer:
    def test_it_explains_itself(self, kind: type[Layer]):
        assert kind.summary.endswith(".") and kind.explanation.endswith(".")
        assert kind.formula
        assert kind.keywords
        assert kind.family in FAMILIES
        assert kind.__doc__

    def test_its_defaults_are_valid_and_it_never_changes(self, kind: type[Layer]):
        made = kind()
        for name in kind.model_fields:
            with pytest.raises(ValueError, match="frozen"):
                setattr(made, name, None)

    def test_its_parameters_survive_json(self, kind: type[Layer]):
        made = kind()
        assert kind.model_validate_json(made.model_dump_json()) == made

    def test_id_stems_are_its_own(self, kind: type[Layer]):
        assert [other for other in REGISTRY.all() if other.id_stem == kind.id_stem] == [kind]

    def test_its_call_names_something_that_may_run(self, kind: type[Layer]):
        if kind.family == "block":
            return  # its plan is its network's
        call = next(found for shape in SHAPES if (found := called(kind(), shape)) is not None)
        assert call.target.startswith(("torch.", "playground.engine.modules.", "operator.", ".", "[]"))


SHAPES = [
    Shape.image(32, 8, 8), Shape.sequence(8, 8), Shape.vector(8), Shape.volume(2, 8, 8, 8),
    Shape((8,), ("features",), whole=True),
]  # fmt: skip


def called(layer: Layer, shape: Shape) -> Call | None:
    """What ``layer`` runs for two inputs of ``shape``; None when it does not take them."""
    try:
        layer.outputs_for(shape, shape)
    except ShapeError:
        return None
    return layer.call(shape, shape)


def test_a_registry_is_a_table_of_its_own():
    own = Registry()
    assert own.get("Dense") is None
    dense = REGISTRY.get("Dense")
    assert dense is not None
    own.add(dense)
    own.add(dense)  # reloading a module enters it again
    assert own.all() == (dense,)


def test_a_call_prints_as_a_person_writes_it():
    call = Call("torch.nn.Conv2d", (1, 32), {"kernel_size": 3, "padding": "same"})
    assert str(call) == "nn.Conv2d(1, 32, kernel_size=3, padding='same')"
    assert str(Call("torch.cat", kwargs={"dim": 1}, function=True)) == "torch.cat(dim=1)"


Family  # noqa: B018  (the annotations above name it as text)
