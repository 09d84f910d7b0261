"""A run that no longer gets better ends early, with the weights of its best epoch, also across a bundle."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch
from networks import chain, project

from playground import protocol
from playground.core.project import EarlyStopping, Project
from playground.engine.checkpoint import load_bundle, restore, save_bundle
from playground.engine.control import Control
from playground.engine.loop import prepare, run
from playground.engine.state import TrainingState
from playground.engine.stopping import Watch

WEIGHTS = "dense1.weight"


def overfitting(epochs: int = 200, **stopping: object) -> Project:
    """A network that knows its 40 digits by heart soon, and the 60 held back worse and worse."""
    graph = chain("Input", "Flatten", ("Dense", {"units": 40}), ("Dense", {"units": 10, "activation": "Softmax"}))
    return project(
        graph, data={"limit": 100, "validation": 0.6}, epochs=epochs, batch_size=20, learning_rate=0.05,
        early_stopping={"on": True, "patience": 3, **stopping},
    )  # fmt: skip


def trained(state: TrainingState) -> tuple[list[protocol.EpochDone], protocol.RunFinished, list[torch.Tensor]]:
    """The epochs, the end, and the weights as each epoch left them."""
    epochs: list[protocol.EpochDone] = []
    weights: list[torch.Tensor] = []
    for event in run(state):
        if isinstance(event, protocol.EpochDone):
            epochs.append(event)
            weights.append(state.module.state_dict()[WEIGHTS].clone())
    assert isinstance(event, protocol.RunFinished), event
    return epochs, event, weights


def losses(epochs: list[protocol.EpochDone]) -> list[float]:
    return [epoch.validation["loss"] for epoch in epochs if epoch.validation is not None]


def test_it_ends_when_patience_has_run_out_with_the_weights_of_the_best_epoch() -> None:
    state = prepare(overfitting())
    epochs, finished, weights = trained(state)
    found = losses(epochs)
    best = found.index(min(found))
    assert len(found) == best + 1 + 3 < 200
    assert finished.reason == "early"
    assert finished.epochs == len(found)
    assert finished.note == f"Loss was best in epoch {best + 1} ({min(found):.4g}); its weights are restored."
    assert torch.equal(state.module.state_dict()[WEIGHTS], weights[best])
    assert state.finished


def test_the_test_and_the_last_predictions_are_of_the_restored_weights() -> None:
    state = prepare(overfitting())
    events = list(run(state))
    x = state.samples.arrays.test_x[state.samples.previews(40)]
    shown = [event for event in events if isinstance(event, protocol.Predictions)][-1]
    assert shown.predicted.tolist() == state.predict(x).argmax(1).tolist()
    said = state.predict(state.samples.arrays.test_x).argmax(1)
    finished = events[-1]
    assert isinstance(finished, protocol.RunFinished)
    assert finished.test is not None
    assert finished.test["accuracy"] == pytest.approx((said == state.samples.arrays.test_y).mean())


def test_the_last_weights_stay_where_the_best_are_not_wanted() -> None:
    state = prepare(overfitting(restore_best=False))
    _, finished, weights = trained(state)
    assert "restored" not in finished.note
    assert torch.equal(state.module.state_dict()[WEIGHTS], weights[-1])


def test_a_run_that_gets_to_its_end_has_its_best_weights_too() -> None:
    state = prepare(overfitting(epochs=20, patience=10_000))
    epochs, finished, weights = trained(state)
    best = losses(epochs).index(min(losses(epochs)))
    assert best < 19
    assert finished.reason == "finished"
    assert torch.equal(state.module.state_dict()[WEIGHTS], weights[best])


def test_a_run_that_is_stopped_keeps_its_last_weights() -> None:
    state, control, epochs = prepare(overfitting(patience=10_000)), Control(), 0
    for event in run(state, control):
        if isinstance(event, protocol.EpochDone):
            epochs, last = epochs + 1, state.module.state_dict()[WEIGHTS].clone()
            if epochs == 20:
                control.stop()
    assert isinstance(event, protocol.RunFinished)
    assert (event.reason, event.note) == ("stopped", "")
    assert torch.equal(state.module.state_dict()[WEIGHTS], last)


def test_accuracy_must_rise_and_by_more_than_the_minimum() -> None:
    watch = Watch(EarlyStopping(on=True, metric="accuracy", patience=2, minimum_improvement=0.1))
    module = torch.nn.Linear(1, 1)
    for epoch, value in enumerate((0.5, 0.55, 0.61, 0.65, 0.71), 1):
        watch.epoch_done(epoch, {"loss": 1.0, "accuracy": value}, module)
    # 0.61 beats 0.5 by more than 0.1; after that 0.65 and 0.71 do not beat it so
    assert (watch.epoch, watch.best, watch.waited, watch.over) == (3, 0.61, 2, True)
    assert watch.restore(module, 5).startswith("Accuracy was best in epoch 3 (0.61)")


def test_a_metric_that_was_not_measured_is_replaced_by_the_loss_and_so_named() -> None:
    watch = Watch(EarlyStopping(on=True, metric="accuracy"))
    watch.epoch_done(1, {"loss": 0.25}, torch.nn.Linear(1, 1))
    watch.epoch_done(2, {"loss": float("nan")}, torch.nn.Linear(1, 1))
    assert (watch.best, watch.waited) == (0.25, 1)
    assert watch.restore(torch.nn.Linear(1, 1), 1) == "Loss was best in epoch 1 (0.25)."


def test_what_is_waited_for_goes_along_in_a_bundle(tmp_path: Path) -> None:
    """Saved while it waits, the run ends in the same epoch with the same weights as in one piece."""
    straight = prepare(overfitting())
    epochs, _, _ = trained(straight)
    state, control, done = prepare(overfitting()), Control(), 0
    for event in run(state, control):
        if isinstance(event, protocol.EpochDone):
            done += 1
            if done == len(epochs) - 1:
                control.abort()
    assert state.watch.waited == 2
    save_bundle(state, tmp_path / "a.playground")
    again = restore(load_bundle(tmp_path / "a.playground"))
    assert (again.watch.best, again.watch.epoch, again.watch.waited) == (
        state.watch.best, state.watch.epoch, 2,
    )  # fmt: skip
    last, finished, _ = trained(again)
    assert (len(last), finished.reason, finished.epochs) == (1, "early", len(epochs))
    assert torch.equal(again.module.state_dict()[WEIGHTS], straight.module.state_dict()[WEIGHTS])


def test_training_on_waits_anew(tmp_path: Path) -> None:
    state = prepare(overfitting(patience=2))
    first, _, _ = trained(state)
    save_bundle(state, tmp_path / "a.playground")
    again = restore(load_bundle(tmp_path / "a.playground"))
    assert again.finished
    again.extend()
    assert not again.finished
    second, finished, _ = trained(again)
    assert finished.reason == "early"
    assert len(second) >= 2
    assert second[0].epoch == len(first) + 1


def test_without_a_validation_part_the_training_loss_is_watched() -> None:
    made = overfitting(minimum_improvement=1000.0, patience=2)
    state = prepare(made.replace(data=made.data.replace(validation=0.0)))
    epochs, finished, _ = trained(state)
    assert (len(epochs), finished.reason) == (3, "early")


def test_an_epoch_in_which_the_metric_is_not_defined_is_no_improvement_and_is_not_judged_by_its_loss() -> None:
    watch, module = Watch(EarlyStopping(on=True, metric="f1", patience=3)), torch.nn.Linear(1, 1)
    for epoch, measured in enumerate(({"f1": 0.8}, {}, {"f1": 0.5}, {}), 1):
        watch.epoch_done(epoch, {"loss": 0.3, **measured}, module)
    assert (watch.name, watch.best, watch.epoch, watch.waited, watch.over) == ("f1", 0.8, 1, 3, True)
    assert watch.restore(module, 4) == "F1 was best in epoch 1 (0.8); its weights are restored."


def test_a_metric_that_the_task_measures_is_waited_for_also_where_the_first_epoch_lacks_it() -> None:
    state = prepare(overfitting(metric="f1"))
    assert state.watch.name == "f1"
    state.watch.epoch_done(1, {"loss": 0.1}, state.module)
    state.watch.epoch_done(2, {"loss": 0.2, "f1": 0.4}, state.module)
    assert (state.watch.name, state.watch.best, state.watch.epoch) == ("f1", 0.4, 2)


def test_without_a_validation_part_a_metric_that_steps_do_not_give_is_replaced_by_the_loss() -> None:
    made = overfitting(metric="f1")
    assert prepare(made.replace(data=made.data.replace(validation=0.0))).watch.name == "loss"


def test_what_was_settled_goes_along_in_a_bundle_saved_before_the_first_epoch(tmp_path: Path) -> None:
    save_bundle(prepare(overfitting(metric="f1")), tmp_path / "a.playground")
    assert restore(load_bundle(tmp_path / "a.playground")).watch.name == "f1"
