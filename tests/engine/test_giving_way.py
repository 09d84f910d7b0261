"""Who draws while a run works on something long is answered before its end, and the run learns the same."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch
from networks import chain, project
from torch import nn

from playground import protocol
from playground.core.project import Project
from playground.engine import giving_way
from playground.engine.control import Control
from playground.engine.lenses import spreads
from playground.engine.loop import prepare, run
from playground.engine.moments import Moments, moment
from playground.engine.state import TrainingState
from playground.engine.watching import Watching
from playground.protocol import Flow, Layers, Seen

DEEP = chain(
    "Input", ("Conv2D", {"filters": 3, "kernel": 3}), "BatchNorm", "ReLU", "Flatten", ("Dropout", {"rate": 0.5}),
    ("Dense", {"units": 12, "activation": "Tanh"}), ("Dense", {"units": 10, "activation": "Softmax"}),
)  # fmt: skip
TRANSFORMER = chain(
    "Input", ("Reshape", {"sizes": [28, 28]}), ("TransformerEncoder", {"heads": 4, "width": 16}), "GlobalAvgPool",
    ("Dense", {"units": 10}),
)  # fmt: skip


def small(graph: object = DEEP, **training: object) -> Project:
    return project(graph, data={"limit": 90}, batch_size=32, epochs=1, **training)  # type: ignore[arg-type]


def weights(state: TrainingState) -> list[np.ndarray]:
    return [tensor.detach().numpy().copy() for tensor in state.module.state_dict().values()]


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every network counts as one whose layers take long."""
    monkeypatch.setattr(giving_way, "MOST_ADDS", 0)


def look_in(control: Control, found: list[str]) -> None:
    """Somebody draws now: the look must be done at the next rest."""
    assert control.submit_look(lambda: found.append("look"))


def looked_in_during(module: object, name: str, control: Control, patched: pytest.MonkeyPatch) -> list[str]:
    """What happens from now on: calls of a function, and a look that is asked for during the first of them."""
    found: list[str] = []
    real = getattr(module, name)

    def call(tensor: torch.Tensor) -> object:
        if not found:
            look_in(control, found)
        found.append(name)
        return real(tensor)

    patched.setattr(module, name, call)
    return found


def test_a_look_does_not_wait_for_the_last_histogram(monkeypatch: pytest.MonkeyPatch) -> None:
    state, control, found = prepare(small(), device="cpu"), Control(), list[str]()
    for event in run(state, control):
        if isinstance(event, protocol.EpochDone):
            found = looked_in_during(spreads, "histogram", control, monkeypatch)
        if isinstance(event, protocol.HistogramsTaken) and event.epoch == 1:
            assert len(event.names) == found.count("histogram") > 10
            break
    assert found[:3] == ["histogram", "look", "histogram"]


def test_nor_for_the_last_tensor_of_a_moment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    state, control, moments = prepare(small(), device="cpu"), Control(), Moments(folder=tmp_path)
    found = looked_in_during(moment, "_copied", control, monkeypatch)
    list(run(state, control, moments=moments))
    moments.close()
    assert found[:3] == ["_copied", "look", "_copied"]


@pytest.mark.parametrize("what", ["previews", "evaluation", "histograms"])
def test_nor_for_the_last_layer_of_a_slow_network(what: str, slow: None, monkeypatch: pytest.MonkeyPatch) -> None:
    state, control, found = prepare(small(), device="cpu"), Control(), list[str]()
    network = state.networks["Classifier"]
    sizes = {"previews": 40, "evaluation": len(state.samples.validation_indices), "histograms": 64}
    begun: list[str] = []

    def layer(name: str) -> Callable[..., None]:
        def before(_module: nn.Module, given: tuple[torch.Tensor, ...]) -> None:
            if network.training or len(given[0]) != sizes[what] or (name == "conv1" and begun):
                return
            if name == "conv1":
                begun.append(name)
                look_in(control, found)
            if begun:
                found.append(name)

        return before

    for name in ("conv1", "dense2"):
        network.get_submodule(name).register_forward_pre_hook(layer(name))
    list(run(state, control))
    assert found[:3] == ["conv1", "look", "dense2"]


@pytest.mark.parametrize("graph", [DEEP, TRANSFORMER], ids=["deep", "transformer"])
def test_numbers_are_those_of_a_run_that_nobody_looks_at(
    graph: object, slow: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    plan = small(graph)
    alone, looked, control, watching = prepare(plan), prepare(plan), Control(), Watching()
    monkeypatch.setattr(giving_way, "MOST_ADDS", 2**62)
    expected = [event for event in run(alone) if isinstance(event, protocol.EpochDone | protocol.HistogramsTaken)]
    monkeypatch.setattr(giving_way, "MOST_ADDS", 0)
    watching.watch(protocol.Watch((Layers("Classifier"), Flow("Classifier"))))
    seen: list[protocol.Event] = []

    def look() -> None:
        """With every rest there is somebody who looks through everything."""
        looked.renewed()  # as if nothing had been shown yet
        seen.extend(watching.rest(looked))

    monkeypatch.setattr(control, "take_looks", lambda: (look,))
    moments = Moments(folder=tmp_path)
    kinds = protocol.EpochDone | protocol.HistogramsTaken
    told = [event for event in run(looked, control, watching, moments) if isinstance(event, kinds)]
    moments.close()
    assert len(seen) > 50
    assert all(isinstance(event, Seen) for event in seen)
    for one, other in zip(weights(alone), weights(looked), strict=True):
        np.testing.assert_array_equal(one, other)
    for mine, theirs in zip(told, expected, strict=True):
        if isinstance(mine, protocol.EpochDone) and isinstance(theirs, protocol.EpochDone):
            assert (mine.train, mine.validation) == (theirs.train, theirs.validation)
        if isinstance(mine, protocol.HistogramsTaken) and isinstance(theirs, protocol.HistogramsTaken):
            np.testing.assert_array_equal(mine.counts, theirs.counts)
    assert not [layer for layer in looked.module.modules() if "forward" in vars(layer)]
