"""Supervised learning: samples with labels, one network, one loss."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np
import torch
from torch import Tensor, fx

from playground.core.project import Project
from playground.engine.losses import loss_function, probabilities
from playground.engine.penalties import Penalty
from playground.training.datasets import Dataset
from playground.training.outputs import final_activation

# Large enough to use the processor well, small enough to stay in its cache.
EVALUATION_BATCH = 250


class Supervised:
    """``module`` gives scores N×classes, before a last Softmax or Sigmoid; targets are class numbers, int64."""

    def __init__(self, project: Project, network: str, dataset: Dataset) -> None:
        self._final = final_activation(project.networks[network])
        self._loss_name = project.training.loss
        self._loss = loss_function(self._loss_name, self._final)
        self._everywhere = (project.training.l1, project.training.l2)
        self._penalty: Penalty | None = None
        self.classes = dataset.classes

    def step(self, module: fx.GraphModule, optimizer: torch.optim.Optimizer, x: Tensor, y: Tensor) -> dict[str, Tensor]:
        """One update. Gives detached tensors and reads none of their values: nothing waits for a GPU.

        The loss includes the L1 and L2 penalties of layers and settings.
        """
        if self._penalty is None or self._penalty.module is not module:
            self._penalty = Penalty(module, self._everywhere)
        optimizer.zero_grad(set_to_none=True)
        scores = module(x)
        loss = self._penalty.add_to(self._loss(scores, y))
        loss.backward()
        optimizer.step()
        return {"loss": loss.detach(), "scores": scores.detach(), "targets": y}

    def values(self, steps: list[dict[str, Tensor]]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """For each step its loss (float64), its right answers and its samples (int64), read in one go."""
        sizes = [len(step["targets"]) for step in steps]
        losses = torch.stack([step["loss"] for step in steps]).cpu().double().numpy()
        guesses = torch.cat([step["scores"] for step in steps]).argmax(1)
        right = (guesses == torch.cat([step["targets"] for step in steps])).cpu().numpy()
        ends = np.cumsum(sizes)
        counts = np.concatenate([[0], np.cumsum(right)])
        return losses, counts[ends] - counts[ends - sizes], np.asarray(sizes)

    def evaluate(
        self, module: fx.GraphModule, batches: Iterable[tuple[Tensor, Tensor]], keep_going: Callable[[], bool]
    ) -> dict[str, float] | None:
        """Mean loss (without penalties) and accuracy over ``batches``; None when ``keep_going`` said no."""
        total, right, samples = 0.0, 0, 0
        for x, y in batches:
            if not keep_going():
                return None
            scores = module(x)
            total += float(self._loss(scores, y)) * len(y)
            right += int((scores.argmax(1) == y).sum())
            samples += len(y)
        return {"loss": total / samples, "accuracy": right / samples} if samples else None

    def probabilities(self, scores: Tensor) -> Tensor:
        """N×classes, from what ``module`` gives; plain scores where neither the network nor its loss squeezes them."""
        return probabilities(scores, self._loss_name, self._final)
