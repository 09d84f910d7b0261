"""The weights alone: a plain PyTorch state dict, or safetensors."""

from __future__ import annotations

import io

import torch
from safetensors.torch import save as safetensors_bytes

from playground.engine.trained import TrainedModel


def to_pt(model: TrainedModel) -> tuple[bytes, tuple[str, ...]]:
    """A plain dict of tensors: ``torch.load(path, weights_only=True)`` reads it."""
    buffer = io.BytesIO()
    weights = weights_of(model)
    torch.save(weights, buffer)
    return buffer.getvalue(), (_contents(weights), "read it with torch.load(path, weights_only=True)")


def to_safetensors(model: TrainedModel) -> tuple[bytes, tuple[str, ...]]:
    """The same tensors by the same names; title and classes travel as metadata."""
    metadata = {"format": "pt", "title": model.project.title, "classes": "\n".join(model.classes)}
    weights = weights_of(model)
    content = safetensors_bytes(weights, metadata=metadata)
    return content, (_contents(weights), "read it with safetensors.torch.load_file(path)")


def weights_of(model: TrainedModel) -> dict[str, torch.Tensor]:
    """Tensors by layer id and name (``conv1.weight``), running averages included, apart from the module."""
    return {name: tensor.detach().contiguous() for name, tensor in model.module.state_dict().items()}


def _contents(weights: dict[str, torch.Tensor]) -> str:
    numbers = sum(tensor.numel() for tensor in weights.values())
    return f"{len(weights)} tensors, {numbers:,} numbers, named by layer: {', '.join(list(weights)[:3])} …"
