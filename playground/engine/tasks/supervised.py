"""Supervised learning: samples with what is to be said of them, one network, one loss."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np
import torch
from torch import Tensor

from playground import protocol
from playground.core.infer import infer
from playground.engine.judged import Collected
from playground.engine.losses import class_weights, loss_function, probabilities, threshold
from playground.engine.measures import Measures, step_values
from playground.engine.samples import Batch
from playground.engine.tasks.answers import Answers
from playground.engine.tasks.task import Setting, StepValues, Task
from playground.training.outputs import final_activation


class Supervised(Task):
    """The network gives scores, before a last Softmax or Sigmoid; targets are class numbers, labels or values."""

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting)
        project, dataset = setting.project, setting.dataset
        self._name = self.description.main(project)
        self._final = final_activation(project.networks[self._name])
        self._loss_name = project.training.loss
        weights = class_weights(project.training.class_weights, setting.samples.train_targets, len(dataset.classes))
        self._weights = None if weights is None else weights.to(setting.device)
        self._loss = loss_function(self._loss_name, self._final, dataset.target, self._weights)
        self._threshold = threshold(self._loss_name, self._final)
        self._measured = self.description.metrics(project, dataset)
        self._updater, self._forward = self.updaters[self._name], self.forward[self._name]
        self._network = setting.networks[self._name]
        cost = infer(project.networks[self._name], self._name, dataset.shape, networks=project.networks).multiply_adds
        self._answers = Answers(setting.samples, self.predict, self._threshold, cost)

    @property
    def tells_classes(self) -> bool:
        return bool(self.setting.dataset.classes)

    def step(self, batch: Batch) -> dict[str, Tensor]:
        x, y = batch
        with self._updater.autocast():
            scores = self._forward(x)
            loss = self._loss(scores, y)
        return {"loss": self._updater.update(loss), "scores": scores.detach(), "targets": y}

    def values(self, steps: list[dict[str, Tensor]]) -> StepValues:
        sizes = [len(step["targets"]) for step in steps]
        scores, targets = torch.cat([step["scores"] for step in steps]), torch.cat([step["targets"] for step in steps])
        losses = torch.stack([step["loss"] for step in steps]).cpu().double().numpy()
        target = self.setting.dataset.target
        # the largest score is the largest probability, and a softmax over all steps of a report takes its time
        one_each = target.kind == "classes" and scores.dim() == 2 and scores.shape[1] == target.count
        said = scores if one_each else self._said(scores)
        sums = step_values(said, self.setting.samples.targets.invert(targets), sizes, target, self._threshold)
        (name,) = self.description.step_metrics(self.setting.project, self.setting.dataset)
        counts = np.asarray(sizes)
        return StepValues(counts, {"loss": losses, name: sums / counts}, {"loss": losses * counts, name: sums})

    def evaluate(self, batches: Iterable[Batch], keep_going: Callable[[], bool]) -> dict[str, float] | None:
        total, whole, self.told = 0.0, 0.0, None
        target = self.setting.dataset.target
        collected = Collected(target.count) if target.kind == "classes" else None
        measures = Measures(target, self._measured, self._threshold)
        for x, y in batches:
            if not keep_going():
                return None
            scores = self._network(x)
            share = self.weight((x, y))
            total += float(self._loss(scores, y)) * share
            whole += share
            said = self._said(scores)
            measures.add(said, self.setting.samples.targets.invert(y))
            if collected is not None:
                collected.add(said, y)
        self.told = None if collected is None else collected.verdicts()
        return {"loss": total / whole, **measures.result()} if whole else None

    def weight(self, batch: Batch) -> float:
        """Of weighted classes a batch counts as much as they weigh in it."""
        return float(len(batch[1]) if self._weights is None else self._weights[batch[1]].sum())

    def predict(self, x: Tensor) -> Tensor:
        return self._said(self._network(x))

    def views(self) -> tuple[protocol.View, ...]:
        return self._answers.views()

    def _said(self, scores: Tensor) -> Tensor:
        """Probabilities N×classes or N×labels; values in the units of the data."""
        said = probabilities(scores, self._loss_name, self._final, self.setting.dataset.target)
        return self.setting.samples.targets.invert(said)
