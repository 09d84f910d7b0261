"""From a project to a run that is ready for its first step."""

from __future__ import annotations

import warnings
from pathlib import Path

import torch
from torch import fx

from playground.core.graph import Graph
from playground.core.plan import ACTIVATION
from playground.core.project import Project
from playground.engine import random_states
from playground.engine.compiler import compile_graph, node_of
from playground.engine.data import Progress, load_dataset
from playground.engine.devices import choose_device
from playground.engine.errors import CannotTrain
from playground.engine.freezing import train
from playground.engine.optimizers import build_optimizer
from playground.engine.samples import Samples
from playground.engine.state import TrainingState
from playground.engine.tasks import build_task
from playground.engine.threads import use_training_threads
from playground.telemetry.run_history import RunHistory
from playground.training.check import Check, check


def prepare(
    project: Project,
    *,
    data_dir: Path | str | None = None,
    device: str | None = None,
    run: int = 0,
    progress: Progress | None = None,
) -> TrainingState:
    """Check, load the data, build the network from its seed. ``device`` goes before the project's.

    ``progress(done, total)`` tells of a download in bytes. Raises ``CannotTrain`` and ``DataError``.
    """
    checked = require_trainable(project)
    chosen = choose_device(device or project.training.device)
    use_training_threads()
    # of an even kernel with "same" padding; it would tear the progress bar, and there is nothing to do about it
    warnings.filterwarnings("ignore", message="Using padding='same' with even kernel")
    arrays = load_dataset(project.data.dataset, data_dir, progress)
    name = project.main_network
    try:
        module = initial_module(project, name, checked)
        samples = Samples(arrays, project, chosen)
        train(module.to(chosen))
        if chosen.type == "cpu":
            # channels innermost: convolutions run 1.3 to 1.5 times as fast on processors; other layers do not mind
            module.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
        optimizer = build_optimizer(project.training, module, chosen)
    except (torch.OutOfMemoryError, MemoryError, RuntimeError) as error:
        raise CannotTrain(*memory_words(error, chosen)) from error
    graph = project.networks[name]
    layers = {name: _title(graph, name) for name in trained_layers(module)}
    return TrainingState(
        run=run,
        project=project,
        network=name,
        module=module,
        optimizer=optimizer,
        task=build_task(project, name, arrays.dataset),
        samples=samples,
        device=chosen,
        epochs=project.training.epochs,
        history=RunHistory(steps_per_epoch=samples.steps_per_epoch, layers=layers),
        random=random_states.capture(chosen),
    )


def require_trainable(project: Project) -> Check:
    """The check of a project that can train. Raises ``CannotTrain`` with its first error."""
    checked = check(project)
    problem = next((problem for problem in checked.problems if problem.severity == "error"), None)
    if problem is not None:
        raise CannotTrain(problem.message, problem.hint, problem.node)
    return checked


def initial_module(project: Project, network: str, checked: Check) -> fx.GraphModule:
    """The scores of ``network``, weights drawn from the seed on the CPU: the same ones whatever the device."""
    assert checked.dataset is not None  # a project without a data set cannot train
    torch.manual_seed(random_states.derived_seed(project.training.seed, "weights"))
    return compile_graph(
        project.networks[network], checked.dataset.shape, networks=project.networks, before_activation=True
    )


def trained_layers(module: fx.GraphModule) -> tuple[str, ...]:
    """Node ids that have weights which training changes, in the order in which they run."""
    return tuple(name for name, child in module.named_children() if any(p.requires_grad for p in child.parameters()))


def _title(graph: Graph, submodule: str) -> str:
    """What people call the layer that a submodule is, or the activation that belongs to it."""
    title = graph.by_id[node_of(submodule)].title
    return f"{title} activation" if submodule.endswith(ACTIVATION) else title


def memory_words(error: BaseException, device: torch.device) -> tuple[str, str]:
    """Message and hint for what torch raised, told apart by whether memory ran out."""
    text = str(error).splitlines()[0][:200] if str(error) else type(error).__name__
    if is_out_of_memory(error):
        where = "The graphics card" if device.type != "cpu" else "This machine"
        return f"{where} has too little memory for this network and batch.", "Make the batch or the layers smaller."
    return f"Torch refused: {text}.", "Change the layer, or the settings that the message names."


def is_out_of_memory(error: BaseException) -> bool:
    """On the CPU exhausted memory is a plain RuntimeError that says so."""
    if isinstance(error, (torch.OutOfMemoryError, MemoryError)):
        return True
    text = str(error).lower()
    signs = ("can't allocate memory", "not enough memory", "out of memory")
    return isinstance(error, RuntimeError) and any(sign in text for sign in signs)
