"""What a few typed letters find, and in which order."""

from __future__ import annotations

import pytest

from playground.core.project import Project
from playground.ui.fuzzy import fit, nearly
from playground.ui.palette.entries import block_entries, layer_entries, search


def titles(text: str) -> list[str]:
    return [entry.title for entry in search((*layer_entries(), *block_entries(Project(), "Net")), text)]


@pytest.mark.parametrize(
    ("typed", "better", "worse"),
    [("relu", "ReLU", "ReLU6"), ("relu", "ReLU6", "Leaky ReLU"), ("re", "ReLU", "Leaky ReLU"),
     ("norm", "Batch norm", "Abnormal"), ("bn", "Batch norm", "Bonnet"), ("lin", "Linear", "Bilinear")],
)  # fmt: skip
def test_beginnings_go_before_words_and_these_before_what_lies_inside(typed: str, better: str, worse: str) -> None:
    assert fit(typed, better) > fit(typed, worse) >= 0


@pytest.mark.parametrize("typed", ["", "esned", "dx", "dense layer"])
def test_letters_in_another_order_do_not_fit(typed: str) -> None:
    assert fit(typed, "Dense") == 0


@pytest.mark.parametrize(
    ("typed", "first"),
    [("c2d", "Conv 2D"), ("bn", "Batch norm"), ("mhatt", "Multi-head attention"), ("lrelu", "Leaky ReLU"),
     ("mp2", "Max pool 2D"), ("CONV", "Conv 1D"), ("drp", "Dropout"), ("desne", "Dense"),
     ("atention", "Multi-head attention"), ("pool avg", "Average pool 1D")],
)  # fmt: skip
def test_a_few_letters_are_enough(typed: str, first: str) -> None:
    assert titles(typed)[0] == first


def test_nonsense_finds_nothing_and_a_slip_only_where_nothing_else_does() -> None:
    assert titles("zzz") == titles("qx") == []
    assert titles("conv")[:3] == ["Conv 1D", "Conv 2D", "Conv 3D"]
    assert nearly("cnov", "Conv 2D")
    assert not nearly("cov", "Conv 2D")  # three letters are too few for a slip
