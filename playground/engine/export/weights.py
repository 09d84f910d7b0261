"""The weights alone: a plain PyTorch state dict, or safetensors."""

from __future__ import annotations

import io
import json
from pathlib import Path

import torch
from safetensors.torch import save as safetensors_bytes

from playground.core.language import tr
from playground.engine.export.interface import Interface, meaning, metadata
from playground.engine.export.prepared import KEY, as_data, as_tensors, words
from playground.engine.trained import TrainedModel


def write_pt(model: TrainedModel, _interface: Interface, path: Path, *_: object) -> tuple[str, ...]:
    """A plain dict of tensors: ``torch.load(path, weights_only=True)`` reads it. What must be done to samples and
    results stands in it under keys that begin with ``preparation.``.
    """
    weights, buffer = weights_of(model), io.BytesIO()
    torch.save(weights | as_tensors(model), buffer)
    path.write_bytes(buffer.getvalue())  # a full disk is an OSError here, and an unnamed error inside torch
    return (
        _contents(weights),
        *_beside(model, tr("keys {names}", names=f"{KEY}.…")),
        tr("read it with torch.load(path, weights_only=True)"),
    )


def write_safetensors(model: TrainedModel, _interface: Interface, path: Path, *_: object) -> tuple[str, ...]:
    """The same tensors by the same names; title, classes and preparation travel as metadata."""
    told = metadata(model) | {"format": "pt", "classes": "\n".join(model.classes)}
    text = {key: value if isinstance(value, str) else json.dumps(value) for key, value in told.items()}
    weights = weights_of(model)
    path.write_bytes(safetensors_bytes(weights, metadata=text))
    return (
        _contents(weights),
        *_beside(model, tr("metadata {name!r}", name=KEY)),
        tr("read it with safetensors.torch.load_file(path)"),
    )


def _beside(model: TrainedModel, where: str) -> tuple[str, ...]:
    """What the weights alone do not do, and where it stands."""
    about = meaning(model, prepared=False)
    if not as_data(model):
        return about
    return (
        *about,
        tr("the weights are for prepared samples ({where}): {names}", where=where, names="; ".join(words(model))),
    )


def weights_of(model: TrainedModel) -> dict[str, torch.Tensor]:
    """Tensors by layer id and name (``conv1.weight``), running averages included, apart from the module."""
    return {name: tensor.detach().contiguous() for name, tensor in model.module.state_dict().items()}


def _contents(weights: dict[str, torch.Tensor]) -> str:
    numbers = sum(tensor.numel() for tensor in weights.values())
    names = ", ".join(list(weights)[:3]) + (" …" if len(weights) > 3 else "")
    tensors = tr("1 tensor") if len(weights) == 1 else tr("{count} tensors", count=len(weights))
    if not weights:
        return tr("{tensors}, {numbers:,} numbers", tensors=tensors, numbers=numbers)
    return tr("{tensors}, {numbers:,} numbers, named by layer: {names}", tensors=tensors, numbers=numbers, names=names)
