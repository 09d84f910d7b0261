"""A game of two numbers over their plane; of more of them its shadow on the directions in which real ones differ."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor

from playground.engine.lenses.gan.playing import generated, scored
from playground.engine.state import TrainingState
from playground.engine.tasks import showing
from playground.engine.tasks.adversarial import Adversarial
from playground.protocol.lenses import GameField

MAP, CELLS = 64, 20  # cells to each side of the discriminator's map and of the generator's grid
_OUTER = 0.005  # the part of the noise that lies beyond the grid's first line, and as much beyond its last

Shown = tuple[np.ndarray, np.ndarray]


def plane(
    state: TrainingState, task: Adversarial, real: Tensor, fakes: Tensor, pushes: Tensor
) -> tuple[Shown, GameField]:
    """Points real and fake, n×2 in the units of the data, and what lies around them."""
    samples = state.samples
    points = _in_units(samples.inputs.invert(real.float()))
    edges = showing.bounds(samples, points[np.isfinite(points).all(1)])
    scores = task.verdict(scored(state, showing.grid(samples, edges, MAP))).reshape(MAP, MAP)
    arrows = samples.inputs.invert(pushes) - samples.inputs.invert(torch.zeros_like(pushes))
    crossings = manifold_noise(task.noise_size).to(state.device)
    folded = samples.inputs.invert(generated(state, crossings.flatten(0, 1)))
    names = samples.arrays.dataset.features
    found = GameField(
        edges, _in_units(scores), _in_units(folded).reshape(*crossings.shape[:2], 2), _in_units(arrows),
        (names[0], names[1]) if len(names) == 2 else ("x1", "x2"),
    )  # fmt: skip
    return (points, _in_units(samples.inputs.invert(fakes))), found


def shadow(
    state: TrainingState, task: Adversarial, real: Tensor, fakes: Tensor, pushes: Tensor
) -> tuple[Shown, GameField]:
    """The same along two directions of scaled numbers. Its places are none of the discriminator's: it has no map."""
    flat = real.flatten(1).cpu().numpy()
    middle, axes, _ = showing.directions(flat)
    if axes.shape[1] == 1:  # one number: along a line
        axes = np.concatenate((axes, np.zeros_like(axes)), 1)

    def cast(x: Tensor, origin: np.ndarray) -> np.ndarray:
        return ((x.flatten(1).cpu().numpy().astype(np.float64) - origin) @ axes).astype(np.float32)

    points, made = cast(real, middle), cast(fakes, middle)
    crossings = manifold_noise(task.noise_size).to(state.device)
    folded = cast(generated(state, crossings.flatten(0, 1)), middle).reshape(*crossings.shape[:2], 2)
    edges = showing.bounds(state.samples, points)
    arrows = cast(pushes, np.zeros_like(middle))
    return (points, made), GameField(edges, None, folded, arrows, ("first component", "second component"))


def manifold_noise(size: int) -> Tensor:
    """Crossings of a grid over the first two noise numbers, the others 0: rows×columns×size, one row of one number.

    Lines lie at quantiles of the normal distribution, so that each cell is drawn equally often.
    """
    parts = torch.linspace(_OUTER, 1 - _OUTER, CELLS + 1, dtype=torch.float64)
    lines = torch.special.ndtri(parts).float()
    if size == 1:
        return lines.reshape(1, -1, 1)
    crossings = torch.zeros(len(lines), len(lines), size)
    crossings[..., 0], crossings[..., 1] = lines[None, :], lines[:, None]
    return crossings


def _in_units(x: Tensor) -> np.ndarray:
    return np.asarray(x.float().cpu().numpy(), np.float32)
