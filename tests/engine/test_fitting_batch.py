"""Out of memory: the batch that fits is found by trying it, in a process that may really have no more memory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import torch
from networks import chain, project

from playground import protocol
from playground.core.project import DataSettings, TaskSettings
from playground.engine.control import Control
from playground.engine.fitting_batch import fitting_batch, smaller_batches
from playground.engine.loop import prepare, run
from playground.engine.random_states import capture
from playground.training.starting import starting_project

NARROW = """
import json, resource, sys
import psutil
from networks import chain, project
from playground import protocol
from playground.engine.loop import prepare, run

def made(batch):
    graph = chain("Input", ("Conv2D", {"filters": 64, "padding": "same", "activation": "ReLU"}), "BatchNorm",
                  ("LeakyReLU", {}), "GlobalAvgPool", "Dropout", ("Dense", {"units": 10}))
    return project(graph, data={"validation": 0.0}, epochs=1, batch_size=batch)

list(run(prepare(made(32).replace(data=made(32).data.replace(limit=64)))))  # what torch loads at its first step
state = prepare(made(1024))
before = {name: tensor.detach().clone() for name, tensor in state.module.named_parameters()}
limit = psutil.Process().memory_info().vms + 250 * 2**20
resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
failed = list(run(state))[-1]
same = all((tensor == before[name]).all().item() for name, tensor in state.module.named_parameters())
fits = int(failed.hint.split()[3].replace(",", "")) if failed.hint.startswith("A batch of") else None
later = prepare(made(fits or 1).replace(data=made(1).data.replace(limit=4 * (fits or 1), validation=0.0)))
end = list(run(later))[-1]
print(json.dumps([type(failed).__name__, failed.message, failed.hint, same, fits, type(end).__name__]))
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="limits memory as Linux does")
def test_the_batch_that_fits_is_suggested_and_nothing_is_changed() -> None:
    paths = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1] / "support")]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(paths), "OMP_NUM_THREADS": "1"}
    done = subprocess.run(
        [sys.executable, "-c", NARROW], env=environment, capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stderr
    kind, message, hint, same, fits, end = json.loads(done.stdout)
    assert kind == "RunFailed"
    assert message == "This machine has too little memory for this network and batch."
    assert hint == f"A batch of {fits} fits."
    assert fits in {32, 64, 128, 256, 512}
    assert same
    assert end == "RunFinished"


@pytest.mark.parametrize(
    ("batch", "tried"), [(1, []), (2, [1]), (64, [32, 16, 8, 4, 2, 1]), (100, [64, 32, 16, 8, 4, 2, 1])]
)
def test_powers_of_two_are_tried_from_the_largest(batch: int, tried: list[int]) -> None:
    assert list(smaller_batches(batch)) == tried


def test_a_trial_leaves_weights_averages_optimizer_and_random_numbers_as_they_were() -> None:
    graph = chain("Input", ("Conv2D", {"filters": 4}), "BatchNorm", "Flatten", "Dropout", ("Dense", {"units": 10}))
    state, control = prepare(project(graph, data={"limit": 200}, batch_size=50)), Control(paused=True)
    for event in run(state, control):
        if isinstance(event, protocol.RunPaused):
            control.abort() if event.step == 2 else control.step_once()
    before = {name: tensor.clone() for name, tensor in state.module.state_dict().items()}
    memory = {name: tensor.clone() for name, tensor in state.task.updaters.state_tensors().items()}
    random = capture(state.device)
    assert fitting_batch(state, MemoryError()) == 32
    assert capture(state.device) == random
    assert all(torch.equal(tensor, before[name]) for name, tensor in state.module.state_dict().items())
    assert all(torch.equal(tensor, memory[name]) for name, tensor in state.task.updaters.state_tensors().items())
    assert isinstance(list(run(state))[-1], protocol.RunFinished)


def hungry(least: int) -> torch.nn.Module:
    """A hook that asks for an exabyte, which no machine has, for every batch of ``least`` samples or more."""

    def ask(_module: object, _inputs: object, given: torch.Tensor) -> None:
        if len(given) >= least:
            torch.empty(2**60)

    return ask  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("least", "hint"),
    [(20, "A batch of 16 fits."), (1, "No smaller batch fits either. Make the layers smaller.")],
)
def test_the_hint_of_a_run_that_fails_is_what_was_tried(least: int, hint: str) -> None:
    graph = chain("Input", "Flatten", ("Dense", {"units": 10}))
    state = prepare(project(graph, data={"limit": 200}, batch_size=64))
    state.module.get_submodule("dense1").register_forward_hook(hungry(least))
    failed = list(run(state))[-1]
    assert isinstance(failed, protocol.RunFailed)
    assert failed.message == "This machine has too little memory for this network and batch."
    assert failed.hint == hint
    assert failed.node == "dense1"


def test_a_smaller_batch_that_fails_for_another_reason_is_not_suggested() -> None:
    """Batch normalization of one sample for each feature cannot be."""
    graph = chain("Input", "Flatten", ("Dense", {"units": 8}), "BatchNorm", ("Dense", {"units": 10}))
    state = prepare(project(graph, data={"limit": 200}, batch_size=64))
    state.module.get_submodule("dense1").register_forward_hook(hungry(2))
    failed = list(run(state))[-1]
    assert isinstance(failed, protocol.RunFailed)
    assert failed.hint == "Make the batch or the layers smaller."


def test_of_a_gan_the_dearest_step_is_tried_in_which_both_networks_learn() -> None:
    """The generator's own step, which comes at every fifth only, takes the most memory."""
    made = starting_project("gan", DataSettings(dataset="moons", limit=200))
    training = made.training.replace(batch_size=64, device="cpu")
    state = prepare(made.replace(task=TaskSettings(type="gan", params={"discriminator_steps": 5}), training=training))
    assert fitting_batch(state, MemoryError()) == 32
    seen: list[bool] = []

    def ask(_module: object, _inputs: object, given: torch.Tensor) -> None:
        seen.append(given.requires_grad)
        if given.requires_grad and len(given) >= 16:
            torch.empty(2**60)  # no machine has an exabyte

    state.networks["Generator"].register_forward_hook(ask)
    state.task.at, state.task.only = (0, 1), "discriminator"
    assert fitting_batch(state, MemoryError()) == 8
    assert seen == [True] * 3
    assert (state.task.at, state.task.only) == ((0, 1), "discriminator")
