"""Operators by family; importing this package teaches the converter all of them."""

from playground.engine.importing.operators import (
    activation,
    convolution,
    dense,
    elementwise,
    lookup,
    normalization,
    pooling,
    rearranging,
    recurrent,
    reduction,
    resizing,
)

__all__ = [
    "activation", "convolution", "dense", "elementwise", "lookup", "normalization", "pooling", "rearranging",
    "recurrent", "reduction", "resizing",
]  # fmt: skip
