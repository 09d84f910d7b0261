"""What a network is asked at every place of a plane: which class, how likely a label, which value, how real."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from torch import Tensor

from playground.core.language import tr
from playground.engine.errors import CannotTrain
from playground.engine.losses import threshold
from playground.engine.state import TrainingState
from playground.engine.tasks.adversarial import Adversarial
from playground.protocol.lenses import Boundary
from playground.protocol.lenses.gan import score_range
from playground.training.datasets import Target
from playground.training.outputs import final_activation, gives_probabilities
from playground.training.tasks import DISCRIMINATOR

_MOST_OUTPUTS = 64
# Prepared inputs N×shape to values N (of classes their numbers), and with classes the probability of each, or None.
Judge = Callable[[Tensor], tuple[Tensor, Tensor | None]]


@dataclass(frozen=True)
class Asked:
    """``judge`` answers; ``classes`` name what it says, ``outputs`` the numbers of which one was chosen.

    ``labels``: stored targets N×… to what is true of samples, N, as ``judge`` says it. ``lines``: where contours are
    drawn, None for as many as fit. ``scale``: from all values to the ends of their scale, None: what fits them.
    """

    judge: Judge
    title: str
    labels: Callable[[np.ndarray], np.ndarray]
    classes: tuple[str, ...] = ()
    outputs: tuple[str, ...] = ()
    lines: tuple[float, ...] | None = ()
    scale: Callable[[np.ndarray], tuple[float, float]] | None = None


def asked_of(state: TrainingState, lens: Boundary) -> Asked:
    """Raises ``CannotTrain`` where the network gives no number that could be drawn over a plane, and says why."""
    if state.samples.arrays.dataset.shape.whole:
        raise CannotTrain(
            tr("The network reads words."), tr("There are no places between them that a plane could show.")
        )
    if isinstance(state.task, Adversarial):
        return _how_real(state, state.task)
    if not state.task.description.predicts_target:
        raise CannotTrain(
            tr("The network gives its input back and decides nothing."),
            tr("Look at its samples, or at its latent space."),
        )
    if lens.network != state.network:
        raise CannotTrain(
            tr("{network} predicts nothing by itself.", network=lens.network),
            tr("Look at {network}.", network=state.network),
        )
    target = state.samples.arrays.dataset.target
    return _which_class(state, target) if target.kind == "classes" else _which_number(state, lens, target)


def _which_class(state: TrainingState, target: Target) -> Asked:
    likely = gives_probabilities(state.project, state.network)

    def judge(x: Tensor) -> tuple[Tensor, Tensor | None]:
        sure, best = state.task.predict(x).float().max(1)
        return best.float(), sure if likely else None

    return Asked(judge, tr("Which class it says"), lambda y: y.astype(np.float32), target.names)


def _which_number(state: TrainingState, lens: Boundary, target: Target) -> Asked:
    if target.count > _MOST_OUTPUTS or target.count < 1:
        shape = f" ({target.shape})" if target.shape is not None else ""
        raise CannotTrain(
            tr("The network predicts {count:,} numbers at once{shape}.", count=target.count, shape=shape),
            tr("A surface shows one of a few."),
        )
    named = len(target.names) == target.count
    names = target.names if named else tuple(tr("number {number}", number=n + 1) for n in range(target.count))
    output = lens.output if 0 <= lens.output < target.count else 0

    def judge(x: Tensor) -> tuple[Tensor, Tensor | None]:
        return state.task.predict(x).float().flatten(1)[:, output], None

    def labels(y: np.ndarray) -> np.ndarray:
        return np.asarray(y.reshape(len(y), -1)[:, output], np.float32)

    several = names if target.count > 1 else ()
    about = tr(": {name}", name=names[output]) if named else ""
    if target.kind == "labels":
        limit = threshold(state.project.training.loss, final_activation(state.project.networks[state.network]))
        return Asked(judge, tr("How likely it finds the label{about}", about=about), labels, (), several, (limit,))
    return Asked(judge, tr("What it predicts{about}", about=about), labels, (), several, None)


def _how_real(state: TrainingState, task: Adversarial) -> Asked:
    """The probability; where a discriminator learns none, the score."""
    network = state.networks[DISCRIMINATOR]

    def judge(x: Tensor) -> tuple[Tensor, Tensor | None]:
        return task.verdict(network(x).float().flatten()), None

    return Asked(
        judge, tr("How real the discriminator finds each place"), lambda y: np.ones(len(y), np.float32), (), (), (),
        lambda values: score_range(task.form, values),
    )  # fmt: skip
