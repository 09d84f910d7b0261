"""The weights alone: a plain PyTorch state dict, or safetensors."""

from __future__ import annotations

import io
from pathlib import Path

import torch
from safetensors.torch import save as safetensors_bytes

from playground.engine.export.interface import Interface
from playground.engine.trained import TrainedModel


def write_pt(model: TrainedModel, _interface: Interface, path: Path) -> tuple[str, ...]:
    """A plain dict of tensors: ``torch.load(path, weights_only=True)`` reads it."""
    weights, buffer = weights_of(model), io.BytesIO()
    torch.save(weights, buffer)
    path.write_bytes(buffer.getvalue())  # a full disk is an OSError here, and an unnamed error inside torch
    return _contents(weights), "read it with torch.load(path, weights_only=True)"


def write_safetensors(model: TrainedModel, _interface: Interface, path: Path) -> tuple[str, ...]:
    """The same tensors by the same names; title and classes travel as metadata."""
    metadata = {"format": "pt", "title": model.project.title, "classes": "\n".join(model.classes)}
    weights = weights_of(model)
    path.write_bytes(safetensors_bytes(weights, metadata=metadata))
    return _contents(weights), "read it with safetensors.torch.load_file(path)"


def weights_of(model: TrainedModel) -> dict[str, torch.Tensor]:
    """Tensors by layer id and name (``conv1.weight``), running averages included, apart from the module."""
    return {name: tensor.detach().contiguous() for name, tensor in model.module.state_dict().items()}


def _contents(weights: dict[str, torch.Tensor]) -> str:
    numbers = sum(tensor.numel() for tensor in weights.values())
    names = ", ".join(list(weights)[:3]) + (" …" if len(weights) > 3 else "")
    tensors = "1 tensor" if len(weights) == 1 else f"{len(weights)} tensors"
    return f"{tensors}, {numbers:,} numbers{f', named by layer: {names}' if weights else ''}"
