"""Generative adversarial networks: the discriminator learns at each step, the generator at every k-th."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from playground import protocol
from playground.core.graph import Graph
from playground.core.language import tr
from playground.engine.samples import Batch
from playground.engine.tasks import measured, showing
from playground.engine.tasks.task import Setting, StepValues, Task
from playground.engine.tracing import first_non_finite
from playground.layers.generative.noise import Noise
from playground.protocol.lenses.gan import score_range
from playground.training.tasks import DISCRIMINATOR, GENERATOR, Adversarial as Description, Task as AnyDescription

_SHOWN = 64
_MAP = 60  # cells to each side of the discriminator's map


class Adversarial(Task):
    """The generator is built whole, the discriminator without its last Sigmoid. Noise is drawn as the run goes."""

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting)
        assert isinstance(self.description, Description)
        self._settings, self.form = self.description, self.description.form
        self.learned: tuple[str, ...] = ()  # the networks that learned in the last step, in that order
        self._generator, self._discriminator = setting.networks[GENERATOR], setting.networks[DISCRIMINATOR]
        self._generate, self._judge = self.forward[GENERATOR], self.forward[DISCRIMINATOR]
        if self.form == "wasserstein_gp":
            self._judge = self._discriminator  # torch cannot differentiate twice what it compiled
        self.noise_size = _noise_size(setting.project.networks[GENERATOR])
        self._weights = [weight for weight in self._discriminator.parameters() if weight.requires_grad]
        self.shown_real = showing.Chosen(setting.samples, showing.SOME)
        count = _SHOWN if len(setting.dataset.shape.sizes) == 3 else showing.SOME
        self.fixed_noise = torch.randn(count, self.noise_size, generator=self.fixed_random(1)).to(setting.device)

    @staticmethod
    def bare(description: AnyDescription, network: str) -> bool:
        return network == DISCRIMINATOR

    def rate_factors(self) -> dict[str, float]:
        return {DISCRIMINATOR: self.description.discriminator_rate} if isinstance(self.description, Description) else {}

    @property
    def classes(self) -> tuple[str, ...]:
        return ()

    # --- a step ------------------------------------------------------------------------------------------------------

    def step(self, batch: Batch) -> dict[str, Tensor]:
        real = batch[0]
        forges = self.only != "discriminator" and (self.only == "generator" or self._is_generators_turn())
        noise = torch.randn(len(real), self.noise_size, device=real.device)
        with self.updaters[GENERATOR].autocast(), torch.set_grad_enabled(forges):
            fakes = self._generate(noise).float()
        found = self._learn_to_judge(real, fakes.detach())
        if forges:
            found["generator_loss"] = self._learn_to_forge(fakes)
        judges = self.only != "generator"
        self.learned = (*((DISCRIMINATOR,) if judges else ()), *((GENERATOR,) if forges else ()))
        # what early stopping and the history look at
        return measured.sized({"loss": self._whole(found), **found}, len(real))

    @property
    def steps_in_turn(self) -> int:
        return self._settings.discriminator_steps

    def _is_generators_turn(self) -> bool:
        """At every k-th step of the run, whatever epoch it is in."""
        epoch, number = self.at
        step = epoch * self.setting.samples.steps_per_epoch + number + 1
        return step % self._settings.discriminator_steps == 0

    def _learn_to_judge(self, real: Tensor, fakes: Tensor) -> dict[str, Tensor]:
        """A step of the discriminator, unless the generator learns alone; what both are worth before it."""
        updater, learns = self.updaters[DISCRIMINATOR], self.only != "generator"
        with torch.set_grad_enabled(learns):
            with updater.autocast():
                # one after the other: a batch norm sees real ones and fakes as batches of their own
                on_real, on_fakes = self._judge(real).float(), self._judge(fakes).float()
            loss = self.judging_loss(on_real, on_fakes)
            whole = loss
            if learns and self.form == "wasserstein_gp":
                whole = loss + self._settings.gp_weight * self._gradient_penalty(real, fakes)
        if learns:
            updater.update(whole)
        return self._worth(on_real.detach(), on_fakes.detach(), loss.detach())

    def _worth(self, on_real: Tensor, on_fakes: Tensor, judging: Tensor) -> dict[str, Tensor]:
        """Both losses of a batch, and the shares of real samples and of fakes that are called real (no critic says)."""
        found = {"generator_loss": self.forging_loss(on_fakes), "discriminator_loss": judging}
        if self.form != "wasserstein_gp":
            middle = self.middle
            found |= {"real_score": (on_real > middle).float().mean(), "fake_score": (on_fakes > middle).float().mean()}
        return found

    def _learn_to_forge(self, fakes: Tensor) -> Tensor:
        updater = self.updaters[GENERATOR]
        with self._resting_discriminator():
            with self.updaters[DISCRIMINATOR].autocast():
                scores = self._judge(fakes).float()
            loss = self.forging_loss(scores)
            updater.update(loss)
        return loss.detach()

    @contextmanager
    def _resting_discriminator(self) -> Iterator[None]:
        """Gradients pass through it, and none is worked out for its weights."""
        for weight in self._weights:
            weight.requires_grad_(False)
        try:
            yield
        finally:
            for weight in self._weights:
                weight.requires_grad_(True)

    # --- the forms ---------------------------------------------------------------------------------------------------

    @property
    def critic(self) -> bool:
        """Whether scores are compared with each other alone: they have no zero that would part real from fake."""
        return self.form == "wasserstein_gp"

    def verdict(self, scores: Tensor) -> Tensor:
        """How real samples are found, of their scores: the probability; of least squares, which learns it itself, the
        score, and a critic's score as it is.
        """
        return torch.sigmoid(scores) if self.form in ("minimax", "non_saturating") else scores

    @property
    def middle(self) -> float:
        """The score above which a sample is called real."""
        return 0.5 if self.form == "least_squares" else 0.0

    def judging_loss(self, on_real: Tensor, on_fakes: Tensor) -> Tensor:
        """What the discriminator makes smaller, of its scores N×1 of real samples and of fakes."""
        wanted = 1.0 - self._settings.label_smoothing
        if self.form == "wasserstein_gp":
            return on_fakes.mean() - on_real.mean()
        if self.form == "least_squares":
            return 0.5 * ((on_real - wanted).square().mean() + on_fakes.square().mean())
        entropy = functional.binary_cross_entropy_with_logits
        return entropy(on_real, torch.full_like(on_real, wanted)) + entropy(on_fakes, torch.zeros_like(on_fakes))

    def forging_loss(self, on_fakes: Tensor) -> Tensor:
        """What the generator makes smaller, of the discriminator's scores N×1 of its fakes: the mean over them."""
        if self.form == "wasserstein_gp":
            return -on_fakes.mean()
        if self.form == "least_squares":
            return 0.5 * (on_fakes - 1).square().mean()
        if self.form == "minimax":
            return functional.logsigmoid(-on_fakes).mean()  # log(1 − D)
        return -functional.logsigmoid(on_fakes).mean()

    def _whole(self, found: dict[str, Tensor]) -> Tensor:
        """The distance that a critic sees, else the generator's loss."""
        return -found["discriminator_loss"] if self.form == "wasserstein_gp" else found["generator_loss"]

    def _gradient_penalty(self, real: Tensor, fakes: Tensor) -> Tensor:
        """How far slopes between real samples and fakes are from 1 (Gulrajani et al. 2017), in 32 bits."""
        shares = torch.rand(len(real), *[1] * (real.dim() - 1), device=real.device)
        between = (shares * real + (1 - shares) * fakes).requires_grad_(True)
        scores = self._discriminator(between)
        (slopes,) = torch.autograd.grad(scores.sum(), between, create_graph=True)
        return (slopes.flatten(1).norm(2, dim=1) - 1).square().mean()

    # --- looking -----------------------------------------------------------------------------------------------------

    def values(self, steps: list[dict[str, Tensor]]) -> StepValues:
        return measured.read(steps)

    def evaluate(self, batches: Iterable[Batch], keep_going: Callable[[], bool]) -> dict[str, float] | None:
        means, generator = measured.Means(), self.fixed_random()
        for real, _ in batches:
            if not keep_going():
                return None
            noise = torch.randn(len(real), self.noise_size, generator=generator).to(real.device)
            on_real, on_fakes = self._discriminator(real), self._discriminator(self._generator(noise))
            found = self._worth(on_real, on_fakes, self.judging_loss(on_real, on_fakes))
            whole = {"loss": self._whole(found), **found}
            means.add({name: value * len(real) for name, value in whole.items()}, len(real))
        return means.result()

    def predict(self, x: Tensor) -> Tensor:
        """What the generator makes of noise N×size, in the units of the data (bytes from 0 to 1)."""
        return self.setting.samples.inputs.invert(self._generator(x))

    def first_non_finite(self, batch: Batch) -> str | None:
        """Noise goes into the generator, what is real and what that makes into the discriminator."""
        node = first_non_finite(self._generator, self.fixed_noise)
        if node is not None:
            return f"{GENERATOR}.{node}"
        with torch.no_grad():
            fakes = self._generator(self.fixed_noise)
        for shown in (batch[0], fakes):
            node = first_non_finite(self._discriminator, shown)
            if node is not None:
                return f"{DISCRIMINATOR}.{node}"
        return None

    def views(self) -> tuple[protocol.View, ...]:
        samples, made = self.setting.samples, self._generator(self.fixed_noise)
        if made.dim() == 4:
            title = tr("Generated of the same noise throughout the run")
            return (protocol.Pictures("generated", title, showing.as_pictures(samples, made)),)
        real = self.shown_real.prepared
        if made.dim() == 2 and made.shape[1] == 2:
            return (self._plane(made),)
        return (showing.real_and_made(samples, "generated", real, made, tr("Real samples and generated ones")),)

    def _plane(self, made: Tensor) -> protocol.Plane:
        """How real the discriminator finds each place, real points and fakes."""
        samples, points = self.setting.samples, self.shown_real.stored[0].astype(np.float32)
        points = points[np.isfinite(points).all(1)]  # a row with a gap has no place
        edges = showing.bounds(samples, points)
        scores = self._discriminator(showing.grid(samples, edges, _MAP)).float().reshape(_MAP, _MAP)
        values = self.verdict(scores).cpu().numpy()
        return protocol.Plane(
            "generated", tr("How real the discriminator finds each place; real points and generated ones"), *edges,
            values, None, points, np.ones(len(points), np.float32), (),
            samples.inputs.invert(made.float()).cpu().numpy(), scale=score_range(self.form, values),
        )  # fmt: skip


def _noise_size(graph: Graph) -> int:
    """How many numbers the generator begins with."""
    return next(node.layer.size for node in graph.nodes if isinstance(node.layer, Noise))
