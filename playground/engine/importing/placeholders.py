"""Operators without a counterpart: what is kept of them, so that nothing of the file is lost."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from playground.core.language import tr
from playground.core.shape import Shape
from playground.engine.importing.model import Op, Subgraph
from playground.engine.importing.views import View

MAX_NUMBERS = 256  # of a list among the attributes
MAX_TEXT = 400
MAX_ATTRIBUTES = 64


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A node that stands for an operator; ``reason`` says why no layer could."""

    node: str
    operator: str
    reason: str


@dataclass(frozen=True, slots=True)
class Loose:
    """A value behind a placeholder: where it comes from is known, what shape it has is not."""

    node: str
    port: str

    def as_view(self) -> View:
        """Good for a link only."""
        return View(self.node, self.port, Shape((), ()), (), ())


def placeholder_params(op: Op, constants: Mapping[int, np.ndarray], reason: str) -> dict[str, Any]:
    """Plain JSON: the operator's domain, attributes and constants as far as they are small, and why it stands here."""
    attributes = {name[:80]: _plain(value) for name, value in list(op.attributes.items())[:MAX_ATTRIBUTES]}
    params: dict[str, Any] = {"operator": op.kind[:80], "reason": reason[:MAX_TEXT]}
    if op.domain:
        params["domain"] = op.domain[:MAX_TEXT]
    if attributes:
        params["attributes"] = attributes
    small = {f"input{index + 1}": _plain(array) for index, array in constants.items() if array.size <= MAX_NUMBERS}
    return {**params, "constants": small} if small else params


def weights_of(op: Op, constants: Mapping[int, np.ndarray]) -> dict[str, np.ndarray]:
    """Constants by a name for the state dict: the file's own last word for it, or its place among the inputs."""
    found: dict[str, np.ndarray] = {}
    for index, array in constants.items():
        if array.dtype.kind not in "fiu" or array.size <= 1:
            continue
        word = re.sub(r"[^A-Za-z0-9_]", "_", op.inputs[index].rpartition(".")[2])[:40]
        key = word if re.fullmatch(r"[A-Za-z]\w*", word) and word not in found else f"input{index + 1}"
        found[key] = array
    return found


def _plain(value: Any) -> Any:
    """A value as JSON knows it, cut where it is long."""
    if isinstance(value, Subgraph):
        return tr("a network of its own, which is not read")
    if isinstance(value, np.ndarray):
        if not 0 < value.size <= MAX_NUMBERS:  # of no numbers there can still be endless empty lists
            return tr("{dtype} of shape {shape}", dtype=value.dtype, shape=list(value.shape))
        return _plain(value.tolist())
    if isinstance(value, (tuple, list)):
        parts = [_plain(part) for part in value[:MAX_NUMBERS]]
        return parts if len(value) <= MAX_NUMBERS else [*parts, tr("… {count:,} in all", count=len(value))]
    if isinstance(value, str):
        return value if len(value) <= MAX_TEXT else value[:MAX_TEXT] + "…"
    if isinstance(value, float) and not np.isfinite(value):
        return str(value)  # JSON has no infinity
    return value if isinstance(value, (bool, int, float)) else str(value)[:MAX_TEXT]
