"""``train.py`` of an export: the project's training as a script for torch and numpy alone.

It does what the program's loop does, in the same order and with the same random numbers: its results are the program's,
bit for bit.
"""

from __future__ import annotations

from typing import Any

import torch

from playground.core.codegen.file_names import FileNames, taken_apart
from playground.core.codegen.layout import broken
from playground.core.codegen.quoting import docstring, literal
from playground.core.plan import make_plan
from playground.engine.compiler import build
from playground.engine.export.python_data import data_source
from playground.engine.export.python_loss import loss_source, penalty_source
from playground.engine.export.python_text import filled, fitted
from playground.engine.freezing import resting_norms
from playground.engine.tasks import EVALUATION_BATCH
from playground.engine.trained import TrainedModel
from playground.training.datasets import DATASETS
from playground.training.optimizers import OPTIMIZERS
from playground.training.outputs import final_activation

_SCRIPT = '''
from __future__ import annotations

import argparse
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from model import WEIGHTS, «class»

EPOCHS = «epochs»
BATCH_SIZE = «batch_size»
LEARNING_RATE = «learning_rate»
SEED = «seed»
VALIDATION = «validation»  # share of the training samples that is held back
LIMIT: int | None = «limit»  # training samples to use at most; None for all
«constants»
HERE = Path(__file__).parent
Data = tuple[Tensor, Tensor, Tensor, Tensor]  # training samples and labels, test samples and labels


«data»


def seed_for(purpose: int, index: int = 0) -> int:
    """A seed of its own for the weights (0), the split (1) and the order of each epoch (2)."""
    state = np.random.SeedSequence([SEED, purpose, index]).generate_state(1, np.uint64)
    return int(state[0] >> 1)


def shuffled(count: int, purpose: int, index: int = 0) -> Tensor:
    """The numbers below ``count`` in an order that follows from SEED."""
    generator = torch.Generator().manual_seed(seed_for(purpose, index))
    return torch.randperm(count, generator=generator)


def split(count: int) -> tuple[Tensor, Tensor]:
    """Places of the samples to train on, and of those to validate on."""
    used = min(LIMIT or count, count)
    held = int(used * VALIDATION)
    chosen = shuffled(count, 1)[:used]
    return chosen[held:], chosen[:held]


def batches(order: Tensor) -> Iterator[Tensor]:
    """Parts of BATCH_SIZE. One sample left over joins the last of them."""
    full, rest = divmod(len(order), BATCH_SIZE)
    count = max(1, full + (rest > 1 or (rest == 1 and full == 0)))
    for number in range(count):
        start = number * BATCH_SIZE
        yield order[start : len(order) if number == count - 1 else start + BATCH_SIZE]


def as_input(x: Tensor) -> Tensor:
    """Bytes become floats from 0 to 1."""
    return x.to(torch.float32).div_(255) if x.dtype == torch.uint8 else x.to(torch.float32)


def learning_rate(epoch: int) -> float:
    """The step length of an epoch, counted from 0: the place for a schedule."""
    return LEARNING_RATE


«loss»


«optimizer»


def train_epoch(
    model: «class»,
    optimizer: torch.optim.Optimizer,
    x: Tensor,
    y: Tensor,
    order: Tensor,
) -> dict[str, float]:
    """One pass over the samples at ``order``: mean loss and accuracy while learning."""
    «train_mode»
    total, right = 0.0, 0
    for places in batches(order):
        labels = y.index_select(0, places)
        optimizer.zero_grad()
        scores = «scores»(as_input(x.index_select(0, places)))
        loss = «training_loss»
        loss.backward()
        optimizer.step()
        total += loss.item() * len(labels)
        right += int((scores.argmax(1) == labels).sum())
    return {"loss": total / len(order), "accuracy": right / len(order)}


def evaluate(model: «class», x: Tensor, y: Tensor) -> dict[str, float]:
    """Mean loss and accuracy, without learning."""
    model.eval()
    total, right = 0.0, 0
    with torch.inference_mode():
        for samples, labels in zip(x.split(«batch»), y.split(«batch»), strict=True):
            scores = «scores»(as_input(samples))
            total += loss_of(scores, labels).item() * len(labels)
            right += int((scores.argmax(1) == labels).sum())
    return {"loss": total / len(y), "accuracy": right / len(y)}


def train(model: «class», data: Data, epochs: int, device: torch.device) -> list[dict[str, float]]:
    """Train ``model`` and tell how it goes. The last row of numbers is that of the test."""
    train_x, train_y, test_x, test_y = (part.to(device) for part in data)
    train_places, held = (part.to(device) for part in split(len(train_y)))
    model.to(device)
    if device.type == "cpu":
        model.to(memory_format=torch.channels_last)  # convolutions run faster on processors
    optimizer = make_optimizer(model, device)
    rows = []
    for epoch in range(epochs):
        for group in optimizer.param_groups:
            group["lr"] = learning_rate(epoch)
        order = train_places[shuffled(len(train_places), 2, epoch).to(device)]
        row = train_epoch(model, optimizer, train_x, train_y, order)
        if len(held):
            found = evaluate(model, train_x[held], train_y[held])
            row |= {f"validation {name}": value for name, value in found.items()}
        rows.append(row)
        print(f"epoch {epoch + 1}/{epochs}  {told(row)}", flush=True)
    rows.append({f"test {name}": value for name, value in evaluate(model, test_x, test_y).items()})
    print(told(rows[-1]), flush=True)
    return rows


def told(row: dict[str, float]) -> str:
    return "  ".join(f"{name} {value:.4f}" for name, value in row.items())


def choose_device(name: str) -> torch.device:
    """``auto`` takes the first that is there of cuda, mps and cpu."""
    if name != "auto":
        return torch.device(name)
    if torch.cuda.is_available():
        return torch.device("cuda")
    return torch.device("mps" if torch.backends.mps.is_available() else "cpu")


def cores() -> int:
    """Processor cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def main(arguments: Sequence[str] | None = None) -> list[dict[str, float]]:
    parser = argparse.ArgumentParser(description="Train the network of model.py.")
    parser.add_argument("--epochs", type=int, default=EPOCHS, help="passes over the samples")
«data_option»    parser.add_argument("--device", default=«device», help="auto, cpu, cuda or mps")
    threads = max(1, cores() - 1)
    parser.add_argument("--threads", type=int, default=threads, help="sums round by their number")
    parser.add_argument("--fine-tune", action="store_true", help=f"go on from {WEIGHTS.name}")
    parser.add_argument("--out", type=Path, default=HERE / "trained.pt", help="the file to write")
    options = parser.parse_args(arguments)
    torch.set_num_threads(options.threads)
    data = load_data(«data_argument»)
    torch.manual_seed(seed_for(0))
    model = «class»()
    if options.fine_tune:
        weights = torch.load(WEIGHTS, map_location="cpu", weights_only=True)
        model.load_state_dict(weights)
    rows = train(model, data, options.epochs, choose_device(options.device))
    torch.save({name: value.cpu() for name, value in model.state_dict().items()}, options.out)
    print(f"wrote {options.out}")
    return rows


if __name__ == "__main__":
    main()
'''

_ABOUT = '''"""«title»: trains the network of model.py as Neural Playground trains it.

    python train.py                new weights, drawn from SEED; they go to trained.pt
    python train.py --fine-tune    goes on from the weights that came with model.py

On one machine with one version of torch, the same SEED gives the same numbers, bit for bit.
«data_note»"""
'''

_TRAIN_MODE = '''

def set_training(model: nn.Module) -> None:
    """Training mode, but for frozen normalizations: they keep their running averages."""
    model.train()
    for name in FROZEN:
        model.get_submodule(name).eval()
'''


def train_source(model: TrainedModel, class_name: str) -> str:
    """The script for a network that is fed one batch of the data set and gives one result."""
    project, training = model.project, model.project.training
    graph = project.networks[model.network]
    plan = make_plan(graph, model.data_shape, network=model.network, networks=project.networks, before_activation=True)
    whole = make_plan(graph, model.data_shape, network=model.network, networks=project.networks)
    final = final_activation(graph)
    with torch.device("meta"):
        module = build(plan)
    penalties, penalty = penalty_source(module, (training.l1, training.l2))
    frozen = resting_norms(module)
    data = data_source(DATASETS[project.data.dataset])
    values = {
        "class": class_name,
        "epochs": literal(training.epochs),
        "batch_size": literal(training.batch_size),
        "learning_rate": literal(training.learning_rate),
        "seed": literal(training.seed),
        "validation": literal(project.data.validation),
        "limit": literal(project.data.limit),
        "device": literal(training.device),
        "constants": "\n".join(part for part in (penalties, _frozen_source(frozen)) if part),
        "loss": (loss_source(training.loss, final) + penalty + (_TRAIN_MODE if frozen else "")).strip("\n"),
        "optimizer": _optimizer_source(model).strip("\n"),
        "train_mode": "set_training(model)" if frozen else "model.train()",
        "scores": "model" if len(whole.steps) == len(plan.steps) else "model.scores",
        "training_loss": "penalized(loss_of(scores, labels), model)" if penalty else "loss_of(scores, labels)",
        "batch": str(EVALUATION_BATCH),
        "data": data.text.strip("\n"),
        "data_option": data.option,
        "data_argument": data.argument,
    }
    title = docstring(project.title, 40) or model.network
    about = filled(_ABOUT, {"title": title, "data_note": data.note})
    return _merged(about, filled(_SCRIPT, values), data.imports)


def names_in(script: str) -> frozenset[str]:
    """What the script calls something: the network's class must be called otherwise."""
    found = taken_apart(script)
    return found.defined | {bound for _, _, bound in found.imports}


def _merged(about: str, script: str, imports: str) -> str:
    """The script with the imports that its data need sorted in among its own."""
    own, mark, rest = script.partition("\nfrom model import")
    names = FileNames(lambda _target: None)
    fits = names.include(own + imports)
    assert fits  # the standard library, numpy and torch
    return fitted(about + "\n" + "\n".join(names.head()) + "\n" + mark + rest)


def _frozen_source(names: list[str]) -> str:
    return "\n".join(broken(f"FROZEN = {literal(tuple(names))}")) if names else ""


def _optimizer_source(model: TrainedModel) -> str:
    training = model.project.training
    described = OPTIMIZERS[training.optimizer.type].model_validate(training.optimizer.params)
    call = described.call(training.learning_rate)
    options: dict[str, Any] = {name: value for name, value in call.kwargs.items() if name != "lr"}
    arguments = ["weights", "lr=LEARNING_RATE", *(f"{name}={literal(value)}" for name, value in options.items())]
    lines = ["def make_optimizer(model: nn.Module, device: torch.device) -> torch.optim.Optimizer:"]
    lines.append("    weights = [weight for weight in model.parameters() if weight.requires_grad]")
    if described.fused:
        lines.append(f"    fused = device.type in {literal(tuple(described.fused))}  # a whole step in one kernel")
        arguments.append("fused=fused")
    lines += broken(f"    return {call.target}({', '.join(arguments)})")
    return "\n".join(lines)
