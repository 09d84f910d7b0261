"""What the discriminator wants changed in one fake image."""

from __future__ import annotations

import numpy as np

from playground.core.language import tr
from playground.engine.errors import CannotTrain
from playground.engine.lenses.gan.game import kind_of
from playground.engine.lenses.gan.playing import game_of, generated, pushed
from playground.engine.lenses.subjects import BroughtSamples
from playground.engine.state import TrainingState
from playground.engine.tasks import showing
from playground.protocol.lenses import FakePush, FakePushSeen


def push_seen(state: TrainingState, lens: FakePush, _brought: BroughtSamples) -> FakePushSeen:
    """Of the fixed noise of the run. Raises ``CannotTrain`` where fakes are no images."""
    task = game_of(state)
    if kind_of(state) != "images":
        raise CannotTrain(tr("These fakes are no images."), tr("The plane shows their gradients as arrows."))
    number = lens.number % len(task.fixed_noise)
    made = generated(state, task.fixed_noise[number : number + 1])
    push, _, scores = pushed(state, made)
    picture = showing.as_pictures(state.samples, made)[0]
    shown = push[0].sum(0).cpu().numpy().astype(np.float32)
    return FakePushSeen(picture, shown, float(task.verdict(scores)[0]))
