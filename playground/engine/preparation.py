"""From a project to a run that is ready for its first step."""

from __future__ import annotations

import warnings
from pathlib import Path

import torch
from torch import fx, nn

from playground.core.graph import Graph
from playground.core.language import tr
from playground.core.plan import ACTIVATION
from playground.core.project import Project
from playground.engine import random_states
from playground.engine.compiler import compile_graph, node_of
from playground.engine.data import Progress, load_data
from playground.engine.devices import choose_device
from playground.engine.errors import CannotTrain
from playground.engine.freezing import train
from playground.engine.losses import unfit
from playground.engine.rates import Rates
from playground.engine.samples import Samples
from playground.engine.state import TrainingState
from playground.engine.stopping import Watch
from playground.engine.tasks import TASKS, Setting
from playground.engine.threads import use_training_threads
from playground.engine.updating import require_compiler
from playground.telemetry.run_history import RunHistory
from playground.training.check import Check, check
from playground.training.schedules import Span, schedule_of
from playground.training.tasks import task_of


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
    require_compiler(project.training, chosen)
    use_training_threads()
    # of an even kernel with "same" padding; it would tear the progress bar, and there is nothing to do about it
    warnings.filterwarnings("ignore", message="Using padding='same' with even kernel")
    arrays = load_data(project.data, data_dir, progress)
    described, training = task_of(project), project.training
    try:
        networks = initial_networks(project, checked)
        samples = Samples(arrays, project, chosen)
        for network in networks.values():
            train(network.to(chosen))
            if chosen.type == "cpu":
                # channels innermost: convolutions run 1.3 to 1.5 times as fast on processors; other layers do not mind
                network.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
        task = TASKS[project.task.type](Setting(project, networks, samples, chosen))
    except (torch.OutOfMemoryError, MemoryError, RuntimeError) as error:
        raise CannotTrain(*memory_words(error, chosen)) from error
    _require_fitting_targets(project, samples)
    span = Span(training.epochs * samples.steps_per_epoch, samples.steps_per_epoch)
    state = TrainingState(
        run=run,
        project=project,
        network=described.main(project),
        networks=networks,
        module=together(networks),
        task=task,
        samples=samples,
        device=chosen,
        epochs=training.epochs,
        history=RunHistory(steps_per_epoch=samples.steps_per_epoch, layers=_titles(project, networks)),
        random=random_states.capture(chosen),
        rates=Rates(schedule_of(training.schedule), span, training.learning_rate),
        watch=Watch(training.early_stopping),
    )
    dataset = samples.arrays.dataset
    # without a validation part an epoch is judged by the means of its steps
    measured = described.metrics if samples.validation_count else described.step_metrics
    state.watch.settle(measured(project, dataset))
    state.apply_rate()
    return state


def _require_fitting_targets(project: Project, samples: Samples) -> None:
    """Raises ``CannotTrain`` when the loss cannot judge the prepared targets."""
    loss, target = project.training.loss, samples.arrays.dataset.target
    if loss != "kl_divergence" or target.kind != "values" or not task_of(project).predicts_target:
        return  # the other losses judge all that their kind of target may be: no need to prepare them here
    told = unfit(loss, target, samples.targets.apply(samples.train_targets))
    if told is not None:
        message, dot, hint = told.partition(". ")
        raise CannotTrain(f"{message}{dot.strip()}", hint)


def together(networks: dict[str, fx.GraphModule]) -> nn.Module:
    """One module that holds all weights: the network itself, or one for each name where there are several."""
    return next(iter(networks.values())) if len(networks) == 1 else nn.ModuleDict(networks)


def require_trainable(project: Project) -> Check:
    """The check of a project that can train. Raises ``CannotTrain`` with its first error."""
    checked = check(project)
    problem = next((problem for problem in checked.problems if problem.severity == "error"), None)
    if problem is not None:
        raise CannotTrain(problem.message, problem.hint, problem.node)
    return checked


def initial_networks(project: Project, checked: Check) -> dict[str, fx.GraphModule]:
    """The networks that train, in their order, weights drawn from the seed on the CPU: the same whatever the device.

    Those whose scores the task's loss reads lack their last Softmax or Sigmoid.
    """
    assert checked.dataset is not None  # a project without a data set cannot train
    torch.manual_seed(random_states.derived_seed(project.training.seed, "weights"))
    described, kind = task_of(project), TASKS[project.task.type]
    return {
        name: compile_graph(
            project.networks[name], checked.dataset.shape, networks=project.networks,
            before_activation=kind.bare(described, name),
        )
        for name in described.trains(project)
    }  # fmt: skip


def trained_layers(module: nn.Module) -> tuple[str, ...]:
    """Paths of the layers that have weights which training changes, in the order in which they run: node ids, with
    the network's name before them where there are several networks.
    """
    if isinstance(module, nn.ModuleDict):
        return tuple(f"{name}.{layer}" for name, network in module.items() for layer in trained_layers(network))
    return tuple(name for name, child in module.named_children() if any(p.requires_grad for p in child.parameters()))


def _titles(project: Project, networks: dict[str, fx.GraphModule]) -> dict[str, str]:
    """What people call each layer that trains, by its path; with its network where there are several."""
    if len(networks) == 1:
        ((name, network),) = networks.items()
        return {layer: _title(project.networks[name], layer) for layer in trained_layers(network)}
    return {
        f"{name}.{layer}": f"{name}: {_title(project.networks[name], layer)}"
        for name, network in networks.items()
        for layer in trained_layers(network)
    }


def _title(graph: Graph, submodule: str) -> str:
    """What people call the layer that a submodule is, or the activation that belongs to it."""
    title = graph.by_id[node_of(submodule)].title
    return tr("{title} activation", title=title) if submodule.endswith(ACTIVATION) else title


def memory_words(error: BaseException, device: torch.device) -> tuple[str, str]:
    """Message and hint for what torch raised, told apart by whether memory ran out."""
    text = str(error).splitlines()[0][:200] if str(error) else type(error).__name__
    if is_out_of_memory(error):
        message = (
            tr("This machine has too little memory for this network and batch.")
            if device.type == "cpu"
            else tr("The graphics card has too little memory for this network and batch.")
        )
        return message, tr("Make the batch or the layers smaller.")
    return tr("Torch refused: {value}.", value=text), tr("Change the layer, or the settings that the message names.")


def is_out_of_memory(error: BaseException) -> bool:
    """On the CPU exhausted memory is a plain RuntimeError that says so."""
    if isinstance(error, (torch.OutOfMemoryError, MemoryError)):
        return True
    text = str(error).lower()
    signs = ("can't allocate memory", "not enough memory", "out of memory")
    return isinstance(error, RuntimeError) and any(sign in text for sign in signs)
