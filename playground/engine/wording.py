"""What is true of samples, and what a network says of them, in words: names of classes, labels, numbers."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from playground.core.language import tr
from playground.training.datasets import Target

FEW = 4  # numbers of one sample that are told

_six_digits = "{:.6g}".format


def in_words(
    target: Target, values: np.ndarray, limit: float = 0.5, most: int = FEW,
    number: Callable[[float], str] = _six_digits,
) -> tuple[str, ...]:  # fmt: skip
    """A text for each sample: of its target as stored, or of what is said of it, N×shape.

    Of classes ``values`` are their numbers, or scores N×classes; a label is on above ``limit``. Of values the first
    ``most`` are told, each as ``number`` writes it. Empty texts where there is nothing to predict.
    """
    if target.kind == "classes":
        return tuple(target.names[int(place)] for place in (values if values.ndim == 1 else values.argmax(1)))
    if target.kind == "labels":
        return tuple(labels(target.names, np.ravel(row) > limit) for row in values)
    if target.kind == "values":
        return tuple(numbers(np.ravel(row), most, number) for row in values)
    return ("",) * len(values)


def labels(names: Sequence[str], on: np.ndarray) -> str:
    """ "a, b", or "none"."""
    return ", ".join(name for name, yes in zip(names, on, strict=True) if yes) or tr("none")


def numbers(
    values: np.ndarray, most: int = FEW, number: Callable[[float], str] = _six_digits, names: Sequence[str] = ()
) -> str:
    """ "0.5, 2, 3 …": at most ``most`` of ``values`` n, with their ``names`` where these are told."""
    shown = [number(value) for value in values[:most].tolist()]
    if names:
        shown = [f"{name} {text}" for name, text in zip(names, shown, strict=False)]
    return ", ".join(shown) + (" …" if len(values) > most else "")


def four_digits(value: float) -> str:
    """A number of which the digits count little: "−0.1235", or "missing"."""
    return f"{value:.4g}".replace("-", "−") if np.isfinite(value) else tr("missing")
