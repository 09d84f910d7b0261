"""Values of steps and evaluations whose losses are means over samples, as most tasks have them."""

from __future__ import annotations

from collections.abc import Mapping

import torch
from torch import Tensor

from playground.engine.tasks.task import StepValues

SIZE = "samples"


def sized(values: Mapping[str, Tensor], samples: int) -> dict[str, Tensor]:
    """What a step gives: means over ``samples`` of them by name, none of them read yet."""
    return {name: value.detach() for name, value in values.items()} | {SIZE: torch.tensor(samples)}


def read(steps: list[dict[str, Tensor]]) -> StepValues:
    """Of what ``sized`` gave several times; the device is waited for once."""
    names = [name for name in steps[0] if name != SIZE]
    sizes = torch.stack([step[SIZE] for step in steps]).numpy()
    rows = torch.stack([torch.stack([step[name].float() for name in names]) for step in steps]).cpu().double().numpy()
    means = {name: rows[:, column].copy() for column, name in enumerate(names)}
    return StepValues(sizes, means, {name: values * sizes for name, values in means.items()})


class Means:
    """Means over all samples of what is added batch by batch, summed in float64."""

    def __init__(self) -> None:
        self._sums: dict[str, float] = {}
        self._samples = 0

    def add(self, sums: Mapping[str, Tensor], samples: int) -> None:
        """``sums`` over the ``samples`` of a batch."""
        for name, value in sums.items():
            self._sums[name] = self._sums.get(name, 0.0) + float(value)
        self._samples += samples

    def result(self) -> dict[str, float] | None:
        """None where there was no sample."""
        return {name: value / self._samples for name, value in self._sums.items()} if self._samples else None
