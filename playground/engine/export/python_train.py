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
from playground.core.project import Preparation, TrainingSettings
from playground.engine.compiler import build
from playground.engine.export.prepared import prepares
from playground.engine.export.python_data import data_source, readable, travels
from playground.engine.export.python_loss import SCRIPTED, SINGLE, loss_source, penalty_source
from playground.engine.export.python_steps import schedule_source, split_words
from playground.engine.export.python_text import filled, fitted
from playground.engine.freezing import resting_norms
from playground.engine.tasks import EVALUATION_BATCH
from playground.engine.trained import TrainedModel
from playground.training.datasets import Dataset
from playground.training.optimizers import OPTIMIZERS
from playground.training.outputs import final_activation
from playground.training.schedules import schedule_of
from playground.training.split import batch_size, split

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
«test»LIMIT: int | None = «limit»  # training samples to use at most; None for all
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


«split»


def steps_for(count: int) -> int:
    """Batches in an epoch. One sample left over joins the last of them."""
    full, rest = divmod(count, BATCH_SIZE)
    return max(1, full + (rest > 1 or (rest == 1 and full == 0)))


def batches(order: Tensor) -> Iterator[Tensor]:
    """Parts of BATCH_SIZE; the last may be smaller, or larger by one."""
    count = steps_for(len(order))
    for number in range(count):
        start = number * BATCH_SIZE
        yield order[start : len(order) if number == count - 1 else start + BATCH_SIZE]


def as_input(x: Tensor) -> Tensor:
«as_input»


«schedule»


«loss»


«optimizer»


def train_epoch(
    model: «class»,
    optimizer: torch.optim.Optimizer,
    x: Tensor,
    y: Tensor,
    order: Tensor,
    rates: Sequence[float],
) -> dict[str, float]:
    """One pass over the samples at ``order``: mean loss and accuracy while learning."""
    «train_mode»
    total, right = 0.0, 0
    for places, rate in zip(batches(order), rates, strict=True):
        for group in optimizer.param_groups:
            group["lr"] = rate
        labels = y.index_select(0, places)
        optimizer.zero_grad()
        scores = «scores»(as_input(x.index_select(0, places)))
        loss = «training_loss»
        loss.backward()
«clip»        optimizer.step()
        total += loss.item() * len(labels)
        right += int((said(scores) == labels).sum())
    return {"loss": total / len(order), "accuracy": right / len(order)}


def evaluate(model: «class», x: Tensor, y: Tensor) -> dict[str, float]:
    """Mean loss and accuracy, without learning."""
    model.eval()
    total, right = 0.0, 0
    with torch.inference_mode():
        for samples, labels in zip(x.split(«batch»), y.split(«batch»), strict=True):
            scores = «scores»(as_input(samples))
            total += loss_of(scores, labels).item() * len(labels)
            right += int((said(scores) == labels).sum())
    return {"loss": total / len(y), "accuracy": right / len(y)}


def train(model: «class», data: Data, epochs: int, device: torch.device) -> list[dict[str, float]]:
    """Train ``model`` and tell how it goes. The last row of numbers is that of the test."""
    train_x, train_y, test_x, test_y = (part.to(device) for part in data)
«parts»
    model.to(device)
    if device.type == "cpu":
        model.to(memory_format=torch.channels_last)  # convolutions run faster on processors
    optimizer = make_optimizer(model, device)
    rows, count = [], steps_for(len(train_places))
    for epoch in range(epochs):
        steps = range(epoch * count, (epoch + 1) * count)
        rates = [learning_rate(step, count, epochs * count) for step in steps]
        order = train_places[shuffled(len(train_places), 2, epoch).to(device)]
        row = train_epoch(model, optimizer, train_x, train_y, order, rates)
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

_CLIP = """        weights = [weight for weight in model.parameters() if weight.requires_grad]
        nn.utils.clip_grad_norm_(weights, CLIP_NORM)
"""
_TRAIN_MODE = '''

def set_training(model: nn.Module) -> None:
    """Training mode, but for frozen normalizations: they keep their running averages."""
    model.train()
    for name in FROZEN:
        model.get_submodule(name).eval()
'''


def unscripted(model: TrainedModel) -> str:
    """Why the script could not repeat the project's training exactly, as half a sentence; "" where it can."""
    project, dataset = model.project, model.dataset
    if dataset is None or project.task.type != "supervised" or dataset.target.kind != "classes":
        return "it is written for networks that tell classes apart"
    if not readable(dataset) or dataset.ordered:
        return f"it cannot read {dataset.title}"
    return _unscripted_data(model, dataset) or _unscripted_training(project.training, model)


def _unscripted_data(model: TrainedModel, dataset: Dataset) -> str:
    settings, plain = model.project.data, Preparation()
    wanted = settings.preparation
    if settings.augmentation.active:
        return "it varies no images"
    if not travels(dataset) and (wanted.size, wanted.grayscale) != (plain.size, plain.grayscale):
        return "it changes no sizes or colours of images"
    scaled = wanted.scaling != "none" or any(how != "none" for how in wanted.columns.values())
    if scaled and model.entering.shift is None:
        return "the scaling is fitted while training, and this network has not been trained"
    return ""


def _unscripted_training(training: TrainingSettings, model: TrainedModel) -> str:
    final = final_activation(model.project.networks[model.network])
    plain = TrainingSettings()
    words = {
        "class_weights": "it weighs all classes alike", "early_stopping": "it does not stop early",
        "precision": "it computes in 32 bits", "compiled": "it compiles nothing",
    }  # fmt: skip
    for name, why in words.items():
        if getattr(training, name) != getattr(plain, name):
            return why
    if schedule_of(training.schedule).watches:
        return "its learning rate follows a plan, not what training says"
    if _single(model) and final not in SINGLE.get(training.loss, ()):
        return "this loss of one output is not written in it"
    return "" if training.loss in SCRIPTED else "this loss is not written in it"


def _single(model: TrainedModel) -> bool:
    return model.given.count == 1 and len(model.classes) == 2


def train_source(model: TrainedModel, class_name: str) -> str:
    """The script for a network that is fed one batch of the data set and gives one result."""
    project, training = model.project, model.project.training
    final = final_activation(project.networks[model.network])
    plan, whole = model.plan(before_activation=True), model.plan()
    with torch.device("meta"):
        module = build(plan)
    penalties, penalty = penalty_source(module, (training.l1, training.l2))
    frozen = resting_norms(module)
    dataset = model.dataset
    assert dataset is not None  # it is scripted
    data = data_source(dataset)
    loss = loss_source(training.loss, final, single=_single(model))
    values = {
        "class": class_name,
        "epochs": literal(training.epochs),
        "batch_size": literal(batch_size(training, split(dataset, project.data).train)),
        "learning_rate": literal(training.learning_rate),
        "seed": literal(training.seed),
        "validation": literal(project.data.validation),
        "limit": literal(project.data.limit),
        "device": literal(training.device),
        "constants": "\n".join(part for part in (_clip_norm(training), penalties, _frozen_source(frozen)) if part),
        "loss": (loss + penalty + (_TRAIN_MODE if frozen else "")).strip("\n"),
        "optimizer": _optimizer_source(model).strip("\n"),
        "train_mode": "set_training(model)" if frozen else "model.train()",
        "scores": "model" if len(whole.steps) == len(plan.steps) else "model.scores",
        "training_loss": "penalized(loss_of(scores, labels), model)" if penalty else "loss_of(scores, labels)",
        "batch": str(EVALUATION_BATCH),
        "data": data.text.strip("\n"),
        "data_option": data.option,
        "data_argument": data.argument,
        "as_input": _as_input(model),
        "clip": _CLIP if training.clip_norm is not None else "",
        **split_words(dataset, project.data),
        "schedule": schedule_source(training.schedule),
    }
    title = docstring(project.title, 40) or model.network
    about = filled(_ABOUT, {"title": title, "data_note": data.note})
    script = filled(_SCRIPT, values)
    imports = data.imports + ("import math\n" if "math." in values["schedule"] else "")
    if prepares(model):
        script = script.replace("from model import WEIGHTS,", "from model import PREPARATION, WEIGHTS,")
    return _merged(about, script, imports)


def _clip_norm(training: TrainingSettings) -> str:
    return "" if training.clip_norm is None else f"CLIP_NORM = {literal(training.clip_norm)}"


def _as_input(model: TrainedModel) -> str:
    """The body of ``as_input``: bytes to floats, then what was fitted on the training part."""
    entering = model.entering
    steps = "    return x.to(torch.float32).div_(255) if x.dtype == torch.uint8 else x.to(torch.float32)"
    if entering.identity:
        return f'    """Bytes become floats from 0 to 1."""\n{steps}'
    lines = ['    """Bytes become floats from 0 to 1; then as PREPARATION says, fitted on the training part."""']
    lines.append(steps.replace("return ", "x = "))
    for name in ("fill", "shift", "scale"):
        if getattr(entering, name) is not None:
            lines.append(f'    {name} = torch.tensor(PREPARATION["{name}"], device=x.device)')
    if entering.fill is not None:
        lines.append("    x = torch.where(torch.isnan(x), fill, x)")
    lines.append("    return (x - shift) / scale" if entering.shift is not None else "    return x")
    return "\n".join(lines)


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
