"""The whole model as ONNX: batch free, weights and scaling inside, names and classes with it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import torch

from playground.core.language import tr
from playground.engine.export.errors import ExportError
from playground.engine.export.interface import Interface, describe, meaning, metadata
from playground.engine.export.prepared import whole
from playground.engine.export.tracing import example, following, free_batch
from playground.engine.trained import TrainedModel

MAX_BYTES = 2**31 - 1  # of one protobuf message


def write_onnx(model: TrainedModel, interface: Interface, path: Path, *_: object) -> tuple[str, ...]:
    """The network as drawn, scaling included. Raises ``ExportError`` for what torch cannot convert."""
    size = sum(tensor.numel() * tensor.element_size() for tensor in model.module.state_dict().values())
    if size > MAX_BYTES - 2**20:
        raise ExportError(
            tr("The weights take {size:.1f} GB; one ONNX file holds at most 2 GB.", size=size / 2**30),
            tr("Export safetensors instead."),
        )
    with following("ONNX"):
        content: bytes = _convert(model, interface).SerializeToString()
    path.write_bytes(content)
    return describe(model, interface), *meaning(model)


def _convert(model: TrainedModel, interface: Interface) -> Any:
    program = torch.onnx.export(
        whole(model),
        example(model, interface),
        input_names=list(interface.names),
        output_names=list(interface.outputs),
        dynamic_shapes=free_batch(interface),
        dynamo=True,
        external_data=False,
        verbose=False,
    )
    assert program is not None  # dynamo=True gives a program
    proto = program.model_proto
    proto.doc_string = model.project.title
    for key, value in metadata(model).items():
        proto.metadata_props.add(key=key, value=value if isinstance(value, str) else json.dumps(value))
    return proto
