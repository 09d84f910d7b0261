"""Moving weights: each network that trains with its optimizer, its penalties, and what keeps a step within bounds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext

import torch
from torch import Tensor, fx, nn

from playground.core.language import tr
from playground.core.project import TrainingSettings
from playground.engine import optimizers
from playground.engine.errors import CannotTrain
from playground.engine.penalties import Penalty

_MOMENTS = 2


class Updater:
    """One network with its optimizer. ``rate_factor``: its learning rate is that many times the run's."""

    def __init__(
        self, network: fx.GraphModule, training: TrainingSettings, device: torch.device, rate_factor: float = 1.0
    ) -> None:
        self.network, self._training, self._device, self._factor = network, training, device, rate_factor
        self._weights = [weight for _, weight in optimizers.trained(network)]
        self._penalty = Penalty(network, (training.l1, training.l2))
        self._half = mixed_type(training, device)
        self.trial = False  # gradients are computed and thrown away, and nothing is moved
        self.optimizer: torch.optim.Optimizer
        self.reset()

    def reset(self) -> None:
        """A new optimizer that remembers nothing."""
        self.optimizer = optimizers.build_optimizer(self._training, self.network, self._device)
        self._scaler = torch.amp.GradScaler(self._device.type) if self._half is torch.float16 else None
        self.set_learning_rate(self._training.learning_rate)

    def set_learning_rate(self, value: float) -> None:
        optimizers.set_learning_rate(self.optimizer, value * self._factor)

    def autocast(self) -> AbstractContextManager[object]:
        """The context in which forward passes are computed."""
        return nullcontext() if self._half is None else torch.autocast(self._device.type, self._half)

    def penalized(self, loss: Tensor) -> Tensor:
        """``loss`` with L1 and L2 of layers and settings."""
        return self._penalty.add_to(loss)

    @contextmanager
    def looked_at(self) -> Iterator[None]:
        """Inside, gradients are worked out in 32 bits, where no small one is lost, and nothing is moved."""
        half, self._half, self.trial = self._half, None, True
        try:
            yield
        finally:
            self._half, self.trial = half, False

    def update(self, loss: Tensor) -> Tensor:
        """One step down the gradient of ``loss`` and the penalties; gives what was made smaller, detached."""
        loss = self.penalized(loss)
        self.optimizer.zero_grad(set_to_none=True)
        if self.trial:
            loss.backward()
            self.optimizer.zero_grad(set_to_none=True)
            return loss.detach()
        if self._scaler is None:
            loss.backward()
            self._clip()
            self.optimizer.step()
        else:
            self._scaler.scale(loss).backward()
            self._scaler.unscale_(self.optimizer)
            self._clip()
            self._scaler.step(self.optimizer)
            self._scaler.update()
        return loss.detach()

    def memory_to_come(self) -> list[Tensor]:
        """As much as an optimizer that has not stepped yet will keep: of Adam two numbers for each weight."""
        if self.optimizer.state:
            return []
        return [torch.empty_like(weight) for weight in self._weights for _ in range(_MOMENTS)]

    def _clip(self) -> None:
        if self._training.clip_norm is not None:
            nn.utils.clip_grad_norm_(self._weights, self._training.clip_norm)


class Updaters:
    """The updaters of a run by network, and the one learning rate that they share."""

    def __init__(
        self, networks: Mapping[str, fx.GraphModule], training: TrainingSettings, device: torch.device,
        factors: Mapping[str, float] | None = None,
    ) -> None:  # fmt: skip
        known = factors or {}
        self.by_name = {n: Updater(net, training, device, known.get(n, 1.0)) for n, net in networks.items()}
        self._rate = training.learning_rate

    def __getitem__(self, network: str) -> Updater:
        return self.by_name[network]

    @property
    def learning_rate(self) -> float:
        """The rate that is in force, the schedule's part included."""
        return self._rate

    def set_learning_rate(self, value: float) -> None:
        self._rate = value
        for updater in self.by_name.values():
            updater.set_learning_rate(value)

    def reset(self) -> None:
        for updater in self.by_name.values():
            updater.reset()
        self.set_learning_rate(self._rate)

    @contextmanager
    def on_trial(self) -> Iterator[None]:
        """Inside, ``update`` moves nothing, but takes the memory that it would take."""
        reserved = [tensor for updater in self.by_name.values() for tensor in updater.memory_to_come()]
        for updater in self.by_name.values():
            updater.trial = True
        try:
            yield
        finally:
            reserved.clear()
            for updater in self.by_name.values():
                updater.trial = False

    def state_tensors(self) -> dict[str, Tensor]:
        """The optimizers' memory by the names of the weights; of several networks with the network's before it."""
        return {
            self._prefix(name) + key: tensor
            for name, updater in self.by_name.items()
            for key, tensor in optimizers.state_tensors(updater.optimizer, updater.network).items()
        }

    def copied_memory(self, most: int) -> dict[str, Tensor]:
        """As ``state_tensors``, but copies that stay on the device; empty where they would take more bytes."""
        found = {
            f"{self._prefix(name)}{weight}.{key}": value.detach()
            for name, updater in self.by_name.items()
            for weight, parameter in optimizers.trained(updater.network)
            for key, value in updater.optimizer.state.get(parameter, {}).items()
            if isinstance(value, Tensor)
        }
        if sum(tensor.nbytes for tensor in found.values()) > most:
            return {}
        return {name: tensor.clone() for name, tensor in found.items()}

    def load_state_tensors(self, tensors: Iterable[tuple[str, Tensor]]) -> None:
        """Take up what ``state_tensors`` gave. Raises ``ValueError`` for what belongs to no weight."""
        given = dict(tensors)
        for name, updater in self.by_name.items():
            prefix = self._prefix(name)
            own = {key: given.pop(key) for key in list(given) if key.startswith(prefix)}
            optimizers.load_state_tensors(
                updater.optimizer, updater.network, [(key.removeprefix(prefix), own[key]) for key in own]
            )
        if given:
            raise ValueError(tr("the optimizer's {iter!r} belongs to no network", iter=next(iter(given))))
        self.set_learning_rate(self._rate)

    def _prefix(self, name: str) -> str:
        return f"{name}." if len(self.by_name) > 1 else ""


def mixed_type(training: TrainingSettings, device: torch.device) -> torch.dtype | None:
    """The 16-bit type that forward passes use where that is wished for and the device has it; None for 32 bits."""
    if training.precision != "mixed" or device.type != "cuda":
        return None
    return torch.bfloat16 if torch.cuda.is_bf16_supported() else torch.float16


def notes(training: TrainingSettings, device: torch.device) -> tuple[str, ...]:
    """What is done otherwise than the settings wish, because the device has it not."""
    if training.precision == "mixed" and mixed_type(training, device) is None:
        return (tr("Mixed precision is for graphics cards of NVIDIA; this run computes in 32 bits."),)
    return ()


def require_compiler(training: TrainingSettings, device: torch.device) -> None:
    """Raises ``CannotTrain`` when the network is to be compiled and what that takes is not there."""
    if not training.compiled:
        return
    # both take a while to import, and few runs need them
    from torch._inductor.cpp_builder import get_cpp_compiler
    from torch.utils._triton import has_triton

    hint = tr("or switch Compile off under Training.")
    if device.type == "cuda" and not has_triton():
        raise CannotTrain(
            tr("torch.compile needs Triton for graphics cards, and it is not there."),
            tr("Install it, {hint}", hint=hint),
        )
    if device.type != "cuda":
        try:
            get_cpp_compiler()
        except RuntimeError as error:
            message = tr("torch.compile needs a C++ compiler, and none was found.")
            raise CannotTrain(message, tr("Install one (g++, or clang++ on macOS), {hint}", hint=hint)) from error


Forward = Callable[..., Tensor]


def forward_of(network: fx.GraphModule, training: TrainingSettings) -> Forward:
    """What a task calls to run ``network``: compiled by torch where that is wished for."""
    return torch.compile(network) if training.compiled else network  # type: ignore[return-value]
