"""Real samples and fakes as the discriminator judges them."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import torch
from torch import Tensor

from playground.engine.lenses.gan.field import Field
from playground.engine.lenses.gan.playing import game_of, generated, pushed, scored
from playground.engine.lenses.gan.standing import in_words, ranked, relative_spread
from playground.engine.lenses.study import Study
from playground.engine.lenses.subjects import BroughtSamples
from playground.engine.lenses.turns import Turns
from playground.engine.state import TrainingState
from playground.engine.tasks import showing
from playground.engine.tasks.adversarial import Adversarial
from playground.protocol.lenses import Game, GameSeen, Standing
from playground.protocol.lenses.gan import GameKind

_REAL_IMAGES = 64
_SECONDS = 0.02  # for fakes, and as long for real samples


@dataclass
class _Judged:
    """Samples in tensors as networks take them, N×shape, with their scores N; ``turns`` says which are how old."""

    x: Tensor
    scores: Tensor
    turns: Turns

    @classmethod
    def of(cls, x: Tensor) -> _Judged:
        return cls(x, torch.zeros(len(x), device=x.device), Turns(len(x), _SECONDS))


class GameStudy(Study):
    """A generator that is slow makes some samples in each look: those seen may be of a few steps before."""

    def __init__(self) -> None:
        self._real: _Judged | None = None
        self._fakes: _Judged | None = None
        self._shift: Tensor | None = None  # what each fake's loss says of its score, N
        self._pushes: Tensor | None = None  # N×shape
        self._field: Field | None = None

    def look(self, state: TrainingState, lens: Game, brought: BroughtSamples) -> GameSeen:
        task, version = game_of(state), state.version
        kind = kind_of(state)
        real = self._judge_real(state, task, kind)
        fakes = self._judge_fakes(state, task, kind)
        current = min(real.turns.current(version), fakes.turns.current(version))
        if kind != "images":
            self._field = self._field or Field(state, task, real.x)
            self._field.work(state, task)
            current = min(current, self._field.current(version))
        self.unfinished = current < 1.0
        ours, theirs = real.turns.known(), fakes.turns.known()
        known_real, known_fakes = real.x[ours], fakes.x[theirs]
        on_real, on_fakes = real.scores[ours], fakes.scores[theirs]
        standing = self._standing(task, state, (known_real, known_fakes), (on_real, on_fakes), theirs)
        shown: tuple[np.ndarray, np.ndarray]
        seen_field = None
        if kind == "images":
            shown = showing.as_pictures(state.samples, known_real), showing.as_pictures(state.samples, known_fakes)
        else:
            assert self._pushes is not None
            assert self._field is not None
            shown = self._field.places(known_real), self._field.places(known_fakes)
            seen_field = self._field.seen(self._pushes[theirs])
        sides = (task.verdict(scores).cpu().numpy().astype(np.float32) for scores in (on_real, on_fakes))
        return GameSeen(
            kind, task.form, task.critic, *shown, next(sides), next(sides), seen_field, standing, task.learned, current
        )  # fmt: skip

    def _judge_real(self, state: TrainingState, task: Adversarial, kind: GameKind) -> _Judged:
        if self._real is None:
            x = task.shown_real.prepared
            self._real = _Judged.of(x[:_REAL_IMAGES] if kind == "images" else x)
        real = self._real

        def judge(picked: np.ndarray) -> None:
            at = torch.from_numpy(picked).to(real.x.device)
            real.scores[at] = scored(state, real.x[at])

        real.turns.work(state.version, judge)
        return real

    def _judge_fakes(self, state: TrainingState, task: Adversarial, kind: GameKind) -> _Judged:
        noise = task.fixed_noise
        if self._fakes is None:
            self._fakes = _Judged.of(torch.zeros(len(noise), *state.samples.arrays.dataset.shape.sizes).to(noise))
            self._shift = torch.zeros(len(noise), device=noise.device)
            self._pushes = torch.zeros_like(self._fakes.x) if kind != "images" else None
        fakes, shift, pushes = self._fakes, self._shift, self._pushes
        assert shift is not None

        def make(picked: np.ndarray) -> None:
            at = torch.from_numpy(picked).to(noise.device)
            made = generated(state, noise[at])
            fakes.x[at] = made
            if pushes is None:
                fakes.scores[at] = scored(state, made)
                shift[at] = _slope(task, fakes.scores[at])
            else:
                pushes[at], shift[at], fakes.scores[at] = pushed(state, made)

        fakes.turns.work(state.version, make)
        return fakes

    def _standing(
        self, task: Adversarial, state: TrainingState, samples: tuple[Tensor, Tensor], scores: tuple[Tensor, Tensor],
        theirs: np.ndarray,
    ) -> Standing:  # fmt: skip
        assert self._shift is not None
        on_real, on_fakes = scores
        real, fakes = (each.cpu().numpy() for each in scores)
        standing = Standing(
            float(task.judging_loss(on_real, on_fakes)), float(task.forging_loss(on_fakes)),
            None if task.critic else float((on_real > task.middle).float().mean()),
            None if task.critic else float((on_fakes <= task.middle).float().mean()),
            ranked(real, fakes), float(self._shift[theirs].abs().mean()),
            relative_spread(*(each.cpu().numpy() for each in samples)),
        )  # fmt: skip
        distance = float(real.mean() - fakes.mean())
        trouble, message, hint = in_words(standing, task.form, state.position.step, distance)
        return replace(standing, trouble=trouble, message=message, hint=hint)


def kind_of(state: TrainingState) -> GameKind:
    """How the samples of a game can be seen."""
    sizes = state.samples.arrays.dataset.shape.sizes
    if len(sizes) == 3:
        return "images"
    return "plane" if sizes == (2,) else "projected"


def _slope(task: Adversarial, scores: Tensor) -> Tensor:
    """∂L/∂score of each fake's own part of the generator's loss."""
    with torch.inference_mode(False), torch.enable_grad():
        given = scores.clone().requires_grad_(True)
        (slope,) = torch.autograd.grad(task.forging_loss(given) * len(given), given)
    return slope
