"""Units and scales of fields: what the class says, and what its help and default say where it does not."""

from __future__ import annotations

from pydantic import BaseModel, Field

from playground.core.forms import FormField, form_fields
from playground.core.project import Augmentation, TrainingSettings
from playground.layers import Conv1D, Conv2D, Conv3D, Dense, Dropout, MaxPool2D


class Told(BaseModel):
    """A class that says it itself."""

    span: int = Field(64, ge=1, le=4096, description="In pixels.", json_schema_extra={"unit": "mm", "scale": ""})
    angle: float = Field(0.0, ge=0, le=90, json_schema_extra={"step": 15.0})


def field(kind: type[BaseModel], name: str) -> FormField:
    return next(field for field in form_fields(kind) if field.name == name)


def test_units_follow_from_the_help() -> None:
    for kind, name in ((Conv2D, "kernel"), (Conv2D, "padding"), (Conv2D, "stride"), (MaxPool2D, "size")):
        assert field(kind, name).unit == "px", (kind, name)
    assert field(Conv3D, "stride").unit == "voxels"
    assert field(Conv1D, "kernel").unit == "steps"
    assert field(TrainingSettings, "batch_size").unit == "samples"
    assert field(Augmentation, "rotate").unit == "°"
    for kind, name in ((Dense, "units"), (Dropout, "rate"), (Dense, "bias"), (TrainingSettings, "epochs")):
        assert field(kind, name).unit == "", (kind, name)


def test_sizes_go_by_powers_of_two_and_rates_by_decades() -> None:
    scales = {name: field(TrainingSettings, name).scale for name in ("batch_size", "epochs", "learning_rate", "l2")}
    assert scales == {"batch_size": "powers", "epochs": "", "learning_rate": "log", "l2": "log"}
    assert field(Conv2D, "filters").scale == field(Conv2D, "groups").scale == field(Dense, "units").scale == "powers"
    assert field(Dropout, "rate").scale == ""


def test_a_class_has_the_last_word() -> None:
    assert (field(Told, "span").unit, field(Told, "span").scale) == ("mm", "")
    assert field(Told, "angle").step == 15.0
