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


def project_schema() -> dict[str, Any]:
    """Draft 2020-12. An unknown layer type is allowed, as in the program: it is kept and named as a problem."""
    layers: dict[str, type[BaseModel]] = {kind.type_name: kind for kind in REGISTRY.all()}
    models: list[type[BaseModel]] = [Project, *layers.values(), *OPTIMIZERS.values()]
    references, whole = models_json_schema(
        [(model, "validation") for model in models], title="Neural Playground project"
    )
    names = {model: references[model, "validation"] for model in models}
    definitions = whole["$defs"]
    _tie(definitions["Node"], {name: names[kind] for name, kind in layers.items()})
    _tie(definitions["OptimizerSettings"], {name: names[kind] for name, kind in OPTIMIZERS.items()})
    definitions["DataSettings"]["properties"]["dataset"]["examples"] = list(DATASETS)
    definitions["TrainingSettings"]["properties"]["loss"]["examples"] = list(LOSSES)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **whole, "$ref": names[Project]["$ref"]}


def _tie(record: dict[str, Any], kinds: dict[str, dict[str, Any]]) -> None:
    """``params`` follow the schema that ``type`` names."""
    record["allOf"] = [
        {
            "if": {"properties": {"type": {"const": name}}, "required": ["type"]},
            "then": {"properties": {"params": schema}},
        }
        for name, schema in kinds.items()
    ]
