"""The JSON Schema of the project file, with the parameters of every known layer and optimizer."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

import playground.layers  # noqa: F401  (registers the built-in layers)
from playground.core.layer import REGISTRY
from playground.core.project import Project
from playground.training.datasets import DATASETS
from playground.training.losses import LOSSES
from playground.training.optimizers import OPTIMIZERS
from playground.training.schedules import SCHEDULES
from playground.training.tasks import TASKS


def project_schema() -> dict[str, Any]:
    """Draft 2020-12. An unknown layer type is allowed, as in the program: it is kept and named as a problem."""
    layers: dict[str, type[BaseModel]] = {kind.type_name: kind for kind in REGISTRY.all()}
    kinds: tuple[dict[str, type[BaseModel]], ...] = (dict(OPTIMIZERS), dict(DATASETS), dict(TASKS), dict(SCHEDULES))
    models: list[type[BaseModel]] = [Project, *layers.values(), *(kind for each in kinds for kind in each.values())]
    references, whole = models_json_schema(
        [(model, "validation") for model in models], title="Neural Playground project"
    )
    names = {model: references[model, "validation"] for model in models}
    definitions = whole["$defs"]
    _tie(definitions["Node"], {name: names[kind] for name, kind in layers.items()})
    records = ("OptimizerSettings", "DataSettings", "TaskSettings", "ScheduleSettings")
    for record, each in zip(records, kinds, strict=True):
        key = "dataset" if record == "DataSettings" else "type"
        _tie(definitions[record], {name: names[kind] for name, kind in each.items()}, key)
    definitions["DataSettings"]["properties"]["dataset"]["examples"] = list(DATASETS)
    definitions["TrainingSettings"]["properties"]["loss"]["examples"] = list(LOSSES)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **whole, "$ref": names[Project]["$ref"]}


def _tie(record: dict[str, Any], kinds: dict[str, dict[str, Any]], key: str = "type") -> None:
    """``params`` follow the schema that ``key`` names."""
    record["allOf"] = [
        {
            "if": {"properties": {key: {"const": name}}, "required": [key]},
            "then": {"properties": {"params": schema}},
        }
        for name, schema in kinds.items()
    ]
