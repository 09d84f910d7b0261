"""Colours of layers are told apart by every kind of eyes, and seen on the plot's ground."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from playground.ui.plots.colors import DARK, LIGHT, layer_color, layer_dashed
from playground.ui.plots.run_cards import DARK as RUNS_DARK, LIGHT as RUNS_LIGHT
from playground.ui.theme import tokens

# Machado, Oliveira and Fernandes (2009), severity 1.0, for linear RGB.
SIGHT = {
    "normal": np.eye(3),
    "protanopia": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deuteranopia": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "tritanopia": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}
TO_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
)


def linear(color: str) -> np.ndarray:
    srgb = np.array([int(color[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    return np.where(srgb <= 0.04045, srgb / 12.92, ((srgb + 0.055) / 1.055) ** 2.4)


def lab(rgb: np.ndarray) -> np.ndarray:
    x, y, z = np.cbrt(np.clip(TO_XYZ @ rgb / np.array([0.95047, 1.0, 1.08883]), 1e-4, None))
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


@pytest.mark.parametrize("sight", SIGHT)
@pytest.mark.parametrize("colors", [LIGHT, DARK])
def test_any_two_are_far_apart(colors: tuple[str, ...], sight: str) -> None:
    seen = [lab(np.clip(SIGHT[sight] @ linear(color), 0, 1)) for color in colors]
    assert min(np.linalg.norm(one - other) for one, other in itertools.combinations(seen, 2)) > 18


@pytest.mark.parametrize(("name", "colors"), [("light", LIGHT), ("dark", DARK)])
def test_each_is_seen_on_the_ground(name: str, colors: tuple[str, ...]) -> None:
    ground = TO_XYZ[1] @ linear(tokens()["themes"][name]["bg"])
    for color in colors:
        light, dark = sorted((TO_XYZ[1] @ linear(color), ground), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 2.95  # WCAG asks 3 of graphics; colours come in whole numbers


@pytest.mark.parametrize("sight", SIGHT)
@pytest.mark.parametrize(("name", "colors"), [("light", RUNS_LIGHT), ("dark", RUNS_DARK)])
def test_colours_of_runs_stay_apart_also_from_those_of_the_current_run(
    name: str, colors: tuple[str, ...], sight: str
) -> None:
    own = [tokens()["themes"][name][part] for part in ("train", "val")]
    seen = [lab(np.clip(SIGHT[sight] @ linear(color), 0, 1)) for color in (*colors, *own)]
    assert min(np.linalg.norm(one - other) for one, other in itertools.combinations(seen, 2)) > 18
    ground = TO_XYZ[1] @ linear(tokens()["themes"][name]["bg"])
    for color in colors:
        light, dark = sorted((TO_XYZ[1] @ linear(color), ground), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 2.95


def test_when_colours_run_out_lines_are_dashed() -> None:
    looks = {(layer_color(index, dark=False).name(), layer_dashed(index)) for index in range(16)}
    assert len(looks) == 16
