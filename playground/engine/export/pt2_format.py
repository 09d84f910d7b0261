"""The whole model as torch.export keeps it: a graph of tensor operations with its weights, batch free."""

from __future__ import annotations

import io
import json
from pathlib import Path

import torch

from playground.core.language import tr
from playground.engine.export.interface import Interface, describe, meaning, metadata
from playground.engine.export.prepared import whole
from playground.engine.export.tracing import example, following, free_batch
from playground.engine.trained import TrainedModel


def write_pt2(model: TrainedModel, interface: Interface, path: Path, *_: object) -> tuple[str, ...]:
    """The network as drawn, scaling included. Raises ``ExportError`` for what torch cannot follow."""
    with following(tr("a PyTorch program")):
        program = torch.export.export(whole(model), example(model, interface), dynamic_shapes=free_batch(interface))
        about = {key: v if isinstance(v, str) else json.dumps(v) for key, v in metadata(model).items()}
        buffer = io.BytesIO()
        torch.export.save(program, buffer, extra_files=about)
    path.write_bytes(buffer.getvalue())
    return describe(model, interface), *meaning(model), tr("read it with torch.export.load(path).module()")
