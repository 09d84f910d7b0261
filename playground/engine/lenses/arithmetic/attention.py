"""Attention: what one step looks at in each head, and what each head adds to the number; the encoder around it."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor, nn

from playground.core.language import tr
from playground.engine.lenses.arithmetic.normalization import normalized_row
from playground.engine.lenses.arithmetic.stages import Index, Stage
from playground.engine.lenses.arithmetic.step import Explain, Step, numbers, terms
from playground.protocol.lenses.arithmetic import Attending, Part

MOST_LOOKED_AT = 1024


def attention(stage: Stage, index: Index) -> Step:
    """y_f = b_f + Σ_h W_f,h · (Σ_s softmax(q·k_s / √d) v_s), of one step."""
    module = stage.module
    assert isinstance(module, nn.MultiheadAttention)
    query, key, value = (numbers(each[0]) for each in stage.inputs)
    part = attending(module, query, key, value, index)
    flats = np.arange(query.size).reshape(query.shape)[index[0]]
    return Step((part,), ((0, flats), (1, np.arange(key.size)), (2, np.arange(value.size))))


def attending(
    module: nn.MultiheadAttention, query: np.ndarray, key: np.ndarray, value: np.ndarray, index: Index
) -> Attending:
    """``query`` to×features, ``key`` and ``value`` from×features, float64; the number at ``index`` (step, feature)."""
    step, feature = index
    q = _projected(module, "q", 0, query[step : step + 1])[0]
    k, v = _projected(module, "k", 1, key), _projected(module, "v", 2, value)
    heads, wide = module.num_heads, module.head_dim
    shaped = [each.reshape(-1, heads, wide).swapaxes(0, 1) for each in (k, v)]
    scores = np.einsum("hd,hsd->hs", q.reshape(heads, wide), shaped[0]) / np.sqrt(wide)
    powers = np.exp(scores - scores.max(1, keepdims=True))
    weights = powers / powers.sum(1, keepdims=True)
    gathered = np.einsum("hs,hsd->hd", weights, shaped[1])
    parts = (numbers(module.out_proj.weight)[feature].reshape(heads, wide) * gathered).sum(1)
    bias = float(module.out_proj.bias[feature]) if module.out_proj.bias is not None else 0.0
    return Attending(
        result=float(parts.sum()) + bias, query=step, scores=scores[:, :MOST_LOOKED_AT].astype(np.float32),
        weights=weights[:, :MOST_LOOKED_AT].astype(np.float32), parts=parts, bias=bias,
    )  # fmt: skip


def _projected(module: nn.MultiheadAttention, name: str, number: int, x: np.ndarray) -> np.ndarray:
    wide = module.embed_dim
    own = getattr(module, f"{name}_proj_weight", None)
    weight = numbers(own) if own is not None else numbers(module.in_proj_weight)[number * wide : (number + 1) * wide]
    found: np.ndarray = x @ weight.T
    if module.in_proj_bias is not None:
        found = found + numbers(module.in_proj_bias)[number * wide : (number + 1) * wide]
    return found


def encoder(stage: Stage, index: Index) -> Step:
    """Attention, a shortcut around it, two Dense layers, a shortcut around those; norms before or behind each."""
    module = stage.module
    assert isinstance(module, nn.TransformerEncoderLayer)
    x, (step, feature) = stage.inputs[0], index
    parts: list[Part] = []
    with torch.no_grad():
        seen = module.norm1(x) if module.norm_first else x
        given, looked = numbers(x[0]), numbers(seen[0])
        parts.append(attending(module.self_attn, looked, looked, looked, index))
        attended, _ = module.self_attn(seen, seen, seen, need_weights=False)
        shortcut = (x + attended)[0, step]
        parts.append(_sum((tr("input"), tr("attention")), given[index], parts[-1].result))
        if module.norm_first:
            parts += _feed_forward(module, module.norm2(shortcut), feature)
            parts.append(_sum((tr("before"), tr("two Dense layers")), float(shortcut[feature]), parts[-1].result))
        else:
            parts.append(normalized_row(module.norm1, numbers(shortcut), feature))
            normed = module.norm1(shortcut)
            parts += _feed_forward(module, normed, feature)
            parts.append(_sum((tr("before"), tr("two Dense layers")), float(normed[feature]), parts[-1].result))
            parts.append(normalized_row(module.norm2, numbers(normed + _forward(module, normed)), feature))
    return Step(tuple(parts), ((0, np.arange(x.numel())),))


def _feed_forward(module: nn.TransformerEncoderLayer, row: Tensor, feature: int) -> list[Part]:
    hidden = module.activation(module.linear1(row))
    bias = float(module.linear2.bias[feature]) if module.linear2.bias is not None else None
    note = tr("The second Dense layer; what it weighs are the activated numbers of the first.")
    weights = numbers(module.linear2.weight)[feature]
    return [terms(numbers(hidden), weights, lambda i: tr("unit {number}", number=i), bias=bias, note=note)]


def _forward(module: nn.TransformerEncoderLayer, row: Tensor) -> Tensor:
    found: Tensor = module.linear2(module.activation(module.linear1(row)))
    return found


def _sum(names: tuple[str, str], first: float, second: float) -> Part:
    return terms(np.array([first, second]), None, lambda i: names[i], in_order=True, note=tr("The shortcut adds both."))


KINDS: dict[type[nn.Module], Explain] = {nn.MultiheadAttention: attention, nn.TransformerEncoderLayer: encoder}
