"""A network that takes samples in the units of the data and answers in those of the target: scaling goes along."""

from __future__ import annotations

from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from playground.core.language import mark, tr
from playground.engine.data import Fitted
from playground.engine.trained import TrainedModel

# The key under which files that hold weights alone carry what must be done before and after the network.
KEY = "preparation"


class Prepared(nn.Module):
    """``network`` between two affine maps: missing numbers are filled and samples scaled before it, results scaled back
    behind it. ``activation`` "sigmoid" is applied to results first.
    """

    fill: Tensor | None
    shift: Tensor | None
    scale: Tensor | None
    back_shift: Tensor | None
    back_scale: Tensor | None

    def __init__(self, network: nn.Module, entering: Fitted, leaving: Fitted, activation: str | None = None) -> None:
        super().__init__()
        self.network, self.activation = network, activation
        named = {
            "fill": entering.fill, "shift": entering.shift, "scale": entering.scale, "back_shift": leaving.shift,
            "back_scale": leaving.scale,
        }  # fmt: skip
        for name, values in named.items():
            self.register_buffer(name, None if values is None else torch.from_numpy(values.astype(np.float32)))

    def forward(self, x: Tensor) -> Tensor:
        if self.fill is not None:
            x = torch.where(torch.isnan(x), self.fill, x)
        if self.shift is not None and self.scale is not None:
            x = (x - self.shift) / self.scale
        found: Tensor = self.network(x)
        if self.activation == "sigmoid":
            found = torch.sigmoid(found)
        if self.back_shift is not None and self.back_scale is not None:
            found = found * self.back_scale + self.back_shift
        return found


def whole(model: TrainedModel) -> nn.Module:
    """What is exported: the network itself where nothing is done to samples and results, else with what is done."""
    return Prepared(model.module, model.entering, model.leaving, model.activation) if prepares(model) else model.module


def prepares(model: TrainedModel) -> bool:
    """Whether more than the network itself has to leave the program."""
    return not (model.entering.identity and model.leaving.identity) or model.activation is not None


def as_data(model: TrainedModel) -> dict[str, Any]:
    """The preparation as plain data: what to do to inputs and outputs, in words and in numbers."""
    found: dict[str, Any] = {}
    if not model.entering.identity:
        found["inputs"] = _numbers(model.entering) | {"apply": _entering_words(model)}
    if not model.leaving.identity or model.activation:
        found["outputs"] = _numbers(model.leaving) | {"apply": _leaving_words(model)}
        if model.activation:
            found["outputs"]["activation"] = model.activation
    return found


def as_tensors(model: TrainedModel) -> dict[str, Tensor]:
    """The same as tensors by name, for files that hold nothing else."""
    parts = {"inputs": model.entering, "outputs": model.leaving}
    return {
        f"{KEY}.{part}.{name}": torch.from_numpy(values.astype(np.float32))
        for part, fitted in parts.items()
        for name, values in (("fill", fitted.fill), ("shift", fitted.shift), ("scale", fitted.scale))
        if values is not None
    } | ({f"{KEY}.outputs.{model.activation}": torch.ones(())} if model.activation else {})


def words(model: TrainedModel) -> tuple[str, ...]:
    """Lines for people: what goes along."""
    found = []
    if not model.entering.identity:
        found.append(tr("inputs: {words}", words=tr(", then ").join(map(tr, _entering(model)))))
    if not model.leaving.identity or model.activation:
        found.append(tr("outputs: {words}", words=tr(", then ").join(_leaving(model))))
    return tuple(found)


def _numbers(fitted: Fitted) -> dict[str, Any]:
    return {name: value for name, value in fitted.to_dict().items() if name != "divisor"}


def _entering_words(model: TrainedModel) -> str:
    """For files, which are English."""
    return ", then ".join(_entering(model))


def _entering(model: TrainedModel) -> list[str]:
    fill = mark("missing numbers (NaN) replaced by fill") if model.entering.fill is not None else ""
    scale = "(x - shift) / scale" if model.entering.shift is not None else ""
    return [part for part in (fill, scale) if part]


def _leaving_words(model: TrainedModel) -> str:
    """For files, which are English."""
    return ", then ".join(_leaving(model))


def _leaving(model: TrainedModel) -> list[str]:
    scale = "y * scale + shift" if model.leaving.shift is not None else ""
    return [part for part in (model.activation or "", scale) if part]
