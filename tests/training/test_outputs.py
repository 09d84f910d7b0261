"""What the end of a network gives: its layer, its activation, and whether that can be read as probabilities."""

from __future__ import annotations

import pytest
from networks import chain, project

from playground.core.graph import Graph
from playground.training.outputs import final_activation, gives_probabilities

TEN = ("Dense", {"units": 10})


@pytest.mark.parametrize(
    ("tail", "expected"),
    [
        ([TEN], None),
        ([TEN, "Softmax"], "softmax"),
        ([("Dense", {"units": 10, "activation": "Sigmoid"})], "sigmoid"),
        ([TEN, "Softmax", "Dropout"], None),
        ([("Dense", {"units": "x"})], None),
    ],
)
def test_the_last_activation(tail: list[object], expected: str | None) -> None:
    assert final_activation(chain("Input", "Flatten", *tail)) == expected  # type: ignore[arg-type]


def test_a_network_without_one_end_has_no_last_activation() -> None:
    assert final_activation(Graph()) is None


@pytest.mark.parametrize(
    ("loss", "activation", "expected"),
    [
        ("cross_entropy", "Linear", True),
        ("binary_cross_entropy", "Linear", True),
        ("mean_squared_error", "Linear", False),
        ("mean_absolute_error", "Linear", False),
        ("mean_squared_error", "Softmax", True),
        ("mean_absolute_error", "Sigmoid", True),
        ("mean_squared_error", "Tanh", False),
        ("magic", "Linear", False),
    ],
)
def test_only_what_was_squeezed_is_a_probability(loss: str, activation: str, expected: bool) -> None:
    graph = chain("Input", "Flatten", ("Dense", {"units": 10, "activation": activation}))
    assert gives_probabilities(project(graph, loss=loss), "Classifier") is expected
