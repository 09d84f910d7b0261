"""The loop is a generator: these tests iterate it directly, with no thread, no process and no window."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields

import numpy as np
import pytest
import torch
from networks import chain, classifier, project

from playground import protocol
from playground.core.project import Project
from playground.engine.control import Control
from playground.engine.errors import CannotTrain
from playground.engine.loop import prepare, run
from playground.engine.random_states import derived_seed
from playground.engine.state import TrainingState

SMALL = {"limit": 200, "validation": 0.25}  # 150 to train on, 50 to validate on


def network(**training: object) -> Project:
    graph = chain(
        "Input", ("Conv2D", {"filters": 4, "activation": "ReLU"}), "MaxPool2D", "Flatten", "Dropout",
        ("Dense", {"units": 10, "activation": "Softmax"}),
    )  # fmt: skip
    return project(graph, data=SMALL, **{"epochs": 2, "batch_size": 16, "learning_rate": 0.01, **training})


def trained(made: Project, control: Control | None = None) -> tuple[TrainingState, list[protocol.Event]]:
    state = prepare(made)
    return state, list(run(state, control))


def kinds(events: Iterable[protocol.Event]) -> list[str]:
    return [type(event).__name__ for event in events]


def of(kind: type, events: Iterable[protocol.Event]) -> list:  # type: ignore[type-arg]
    return [event for event in events if isinstance(event, kind)]


def rows(name: str, events: Iterable[protocol.Event]) -> np.ndarray:
    """All points of a series, k×2."""
    found = [event.series[name] for event in of(protocol.Progress, events) if name in event.series]
    return np.concatenate(found) if found else np.empty((0, 2))


def test_a_run_begins_reports_at_once_and_ends_with_the_test() -> None:
    state, events = trained(network())
    assert kinds(events)[:3] == ["RunStarted", "Progress", "Predictions"]
    assert isinstance(events[-1], protocol.RunFinished)
    assert events[-1].reason == "finished"
    assert events[-1].test is not None
    assert events[-1].test["accuracy"] > 0.3  # guessing is 0.1
    started, first = events[0], events[1]
    assert isinstance(started, protocol.RunStarted)
    assert (started.train_samples, started.validation_samples, started.test_samples) == (150, 50, 360)
    assert started.steps_per_epoch == 10  # nine batches of 16, one of 6
    assert started.layers == {"conv1": "Conv 2D 1", "dense1": "Dense 1"}
    assert isinstance(first, protocol.Progress)
    assert (first.epoch, first.batch, first.step) == (1, 1, 1)
    assert state.finished


def test_every_step_has_its_point() -> None:
    _, events = trained(network())
    for name in (protocol.TRAIN_LOSS, protocol.training("accuracy")):
        assert rows(name, events)[:, 0].tolist() == list(range(1, 21))
    for name in (protocol.VALIDATION_LOSS, protocol.validation("f1")):
        assert rows(name, events)[:, 0].tolist() == [10, 20]
    assert rows("gradient/conv1", events)[0, 0] == 1
    assert (rows("update/dense1", events)[:, 1] > 0).all()


def test_an_epoch_is_the_mean_over_its_samples() -> None:
    state, events = trained(network())
    losses = rows(protocol.TRAIN_LOSS, events)[:10, 1]
    sizes = np.array([16] * 9 + [6])
    epoch = of(protocol.EpochDone, events)[0]
    assert epoch.train["loss"] == pytest.approx(float((losses * sizes).sum() / 150), rel=1e-12)
    assert [row.epoch for row in state.history.epochs] == [1, 2]


def test_steps_are_those_of_a_plain_script() -> None:
    """The same seed, order and weights, with torch's plain Adam and its CrossEntropyLoss on the scores."""
    made = project(chain("Input", "Flatten", ("Dense", {"units": 10, "activation": "Softmax"})), data=SMALL,
                   epochs=1, batch_size=50, learning_rate=0.01)  # fmt: skip
    state = prepare(made)
    torch.manual_seed(derived_seed(0, "weights"))
    plain = torch.nn.Linear(784, 10)
    optimizer = torch.optim.Adam(plain.parameters(), lr=0.01)
    images = torch.from_numpy(state.samples.arrays.train_x).float().flatten(1) / 255
    labels = torch.from_numpy(state.samples.arrays.train_y)
    expected = []
    for picked in state.samples.order(0).split(50):
        optimizer.zero_grad()
        loss = torch.nn.CrossEntropyLoss()(plain(images[picked]), labels[picked])
        loss.backward()
        optimizer.step()
        expected.append(loss.item())
    found = rows(protocol.TRAIN_LOSS, list(run(state)))[:, 1]
    np.testing.assert_allclose(found, expected, rtol=1e-5)
    np.testing.assert_allclose(state.module.get_submodule("dense1").weight.detach(), plain.weight.detach(), atol=1e-6)


def test_gradient_norm_and_update_ratio_are_those_of_the_step() -> None:
    made = network(optimizer={"type": "SGD", "params": {}}, learning_rate=0.5)
    state = prepare(made)
    before = {name: p.detach().clone() for name, p in state.module.named_parameters()}
    first = next(event for event in run(state) if isinstance(event, protocol.Progress))
    names = ("dense1.weight", "dense1.bias")
    after = dict(state.module.named_parameters())
    moved = sum(float(((after[name] - before[name]).detach() ** 2).sum()) for name in names) ** 0.5
    length = sum(float((before[name] ** 2).sum()) for name in names) ** 0.5
    assert first.series["update/dense1"][0, 1] == pytest.approx(moved / length, rel=1e-4)
    assert first.series["gradient/dense1"][0, 1] == pytest.approx(moved / 0.5, rel=1e-4)  # SGD: Δw = lr·gradient


def test_the_same_seed_gives_the_same_numbers_and_another_seed_others() -> None:
    def numbers(seed: int) -> list[object]:
        _, events = trained(network(seed=seed))
        return [(e.train, e.validation) for e in of(protocol.EpochDone, events)] + [events[-1].test]  # type: ignore[union-attr]

    assert numbers(3) == numbers(3)
    assert numbers(3) != numbers(4)


def test_only_arrays_and_plain_values_cross_the_process_border() -> None:
    _, events = trained(network(epochs=1))
    for event in events:
        for field in fields(event):  # type: ignore[arg-type]
            value = getattr(event, field.name)
            held = list(value.values()) if isinstance(value, dict) else [value]
            assert all(isinstance(v, (int, float, str, tuple, np.ndarray, type(None), dict)) for v in held), event


def test_predictions_show_the_same_images_each_time() -> None:
    state, events = trained(network())
    shown = of(protocol.Predictions, events)
    assert len(shown) >= 2  # after the first step and at the end
    first, last = shown[0], shown[-1]
    assert first.images.dtype == np.uint8
    assert first.images.shape == (40, 28, 28)
    assert np.array_equal(first.images, last.images)
    assert np.array_equal(first.truth, last.truth)
    chosen = state.samples.previews(40)
    expected = state.predict(state.samples.arrays.test_x[chosen])
    assert np.array_equal(last.predicted, expected.argmax(1))
    np.testing.assert_allclose(last.confidence, expected.max(1))


def test_validation_samples_are_never_trained_on_and_the_split_follows_the_seed() -> None:
    first, again, other = prepare(network()), prepare(network()), prepare(network(seed=1))
    held, used = set(first.samples.validation_indices.tolist()), set(first.samples.train_indices.tolist())
    assert len(held) == 50
    assert len(used) == 150
    assert not held & used
    assert held == set(again.samples.validation_indices.tolist())
    assert held != set(other.samples.validation_indices.tolist())
    assert sorted(first.samples.order(0).tolist()) == sorted(used)
    assert first.samples.order(0).tolist() != first.samples.order(1).tolist()


def test_without_a_validation_part_there_are_no_validation_numbers() -> None:
    made = network()
    _, events = trained(made.replace(data=made.data.replace(validation=0.0)))
    assert [event.validation for event in of(protocol.EpochDone, events)] == [None, None]
    assert not len(rows(protocol.VALIDATION_LOSS, events))


@pytest.mark.parametrize(("samples", "steps"), [(33, 2), (34, 3), (16, 1), (2, 1)])
def test_one_sample_left_over_joins_the_batch_before_so_batch_norm_can_train(samples: int, steps: int) -> None:
    graph = chain("Input", "Flatten", ("Dense", {"units": 8}), "BatchNorm", ("Dense", {"units": 10}))
    made = project(graph, data={"limit": samples, "validation": 0.0}, epochs=1, batch_size=16)
    state, events = trained(made)
    assert isinstance(events[-1], protocol.RunFinished), events[-1]
    assert events[-1].step == steps
    assert state.samples.steps_per_epoch == steps
    order = state.samples.order(0)
    assert sum(len(state.samples.batch(order, number)[1]) for number in range(steps)) == samples


def test_pause_waits_single_steps_step_and_resume_goes_on() -> None:
    control = Control(paused=True)
    events = run(prepare(network()), control)
    assert kinds([next(events), next(events)]) == ["RunStarted", "RunPaused"]
    control.step_once()
    stepped = [next(events) for _ in range(4)]
    assert kinds(stepped) == ["Progress", "Predictions", "HistogramsTaken", "RunPaused"]
    assert stepped[-1].step == 1  # type: ignore[union-attr]
    control.step_once()
    assert [event.step for event in (next(events), next(events), next(events))] == [2, 2, 2]  # type: ignore[union-attr]
    control.resume()
    rest = list(events)
    assert kinds(rest)[0] == "RunResumed"
    assert isinstance(rest[-1], protocol.RunFinished)
    assert rest[-1].step == 20


def test_pausing_changes_no_number() -> None:
    _, straight = trained(network())
    control = Control(paused=True)
    halting = []
    for event in run(prepare(network()), control):
        halting.append(event)
        if isinstance(event, protocol.RunPaused):
            control.submit(lambda: torch.rand(100))  # whatever a request draws is not taken from the run
            if event.step < 15:
                control.step_once()
            else:
                control.resume()
    assert [e.train for e in of(protocol.EpochDone, straight)] == [e.train for e in of(protocol.EpochDone, halting)]
    assert straight[-1].test == halting[-1].test  # type: ignore[union-attr]


def test_stop_ends_after_the_step_with_a_test_and_abort_without() -> None:
    for end, tested in (("stop", True), ("abort", False)):
        control = Control()
        state = prepare(network())
        events = []
        for event in run(state, control):
            events.append(event)
            if isinstance(event, protocol.Progress) and event.step >= 1:
                getattr(control, end)()
        last = events[-1]
        assert isinstance(last, protocol.RunFinished)
        assert last.reason == "stopped"
        assert last.step == state.position.step == 1
        assert (last.test is not None) is tested


def test_a_stopped_run_goes_on_where_it_was() -> None:
    _, straight = trained(network())
    control = Control()
    state = prepare(network())
    for event in run(state, control):
        if isinstance(event, protocol.Progress) and event.step >= 3:
            control.stop()
    assert 0 < state.position.step < 20
    again = list(run(state))
    assert again[0].resumed_step == of(protocol.Progress, again)[0].step - 1  # type: ignore[union-attr]
    assert again[-1].test == straight[-1].test  # type: ignore[union-attr]
    assert [e.train for e in of(protocol.EpochDone, again)] == [e.train for e in of(protocol.EpochDone, straight)][
        -len(of(protocol.EpochDone, again)) :
    ]


def test_the_learning_rate_changes_while_it_runs() -> None:
    control = Control(paused=True)
    events = run(prepare(network()), control)
    next(events), next(events)
    control.set_learning_rate(0.125)
    control.resume()
    rest = list(events)
    assert {event.learning_rate for event in of(protocol.Progress, rest)} == {0.125}


def test_a_diverging_run_says_where_and_keeps_the_last_good_weights() -> None:
    made = network(optimizer={"type": "SGD", "params": {}}, learning_rate=100.0, epochs=50)
    graph = chain("Input", "Flatten", ("Dense", {"units": 50}), ("Dense", {"units": 50}), ("Dense", {"units": 10}))
    state, events = trained(made.with_network("Classifier", graph).replace(
        training=made.training.replace(loss="mean_squared_error")))  # fmt: skip
    failed = events[-1]
    assert isinstance(failed, protocol.RunFailed)
    assert "loss of step" in failed.message
    assert failed.node in {"dense1", "dense2", "dense3"}
    assert "in training step" in failed.message
    assert "learning rate" in failed.hint
    assert all(bool(torch.isfinite(p).all()) for p in state.module.parameters())
    assert np.isfinite(state.predict(state.samples.arrays.test_x[:4])).all()


def test_a_layer_in_which_sound_weights_overflow_is_named() -> None:
    """The first step makes all weights undefined; what failed first is the layer whose values had become too large."""
    graph = chain(
        "Input", "Flatten", ("Dense", {"units": 8}), "BatchNorm", ("Dense", {"units": 8}), ("Dense", {"units": 10})
    )
    state = prepare(project(graph, data=SMALL, batch_size=16))
    with torch.no_grad():
        state.module.get_parameter("dense2.weight").fill_(3e38)
    before = {name: tensor.clone() for name, tensor in state.module.state_dict().items()}
    failed = list(run(state))[-1]
    assert isinstance(failed, protocol.RunFailed)
    assert failed.node == "dense2"
    assert "the loss of step 1 is nan: in training step 1 the output of Dense 2 became " in failed.message
    assert all(torch.equal(tensor, before[name]) for name, tensor in state.module.state_dict().items())


def test_the_seconds_of_training_are_known_at_every_request_and_pause() -> None:
    control, seconds = Control(), []
    state = prepare(network())
    state.seconds = 100.0  # from an earlier stretch
    for event in run(state, control):
        if isinstance(event, protocol.Progress) and event.step == 1:
            control.submit(lambda: seconds.append(state.seconds))
            control.pause()
        elif isinstance(event, protocol.RunPaused):
            seconds.append(state.seconds)
            control.resume()
        elif isinstance(event, protocol.RunFinished):
            seconds.append(state.seconds)
    assert 100.0 < seconds[0] <= seconds[1] < seconds[2]


@pytest.mark.parametrize("optimizer", ["SGD", "Adagrad"])
def test_weights_that_break_in_the_last_step_are_found_by_the_evaluation(optimizer: str) -> None:
    made = network(optimizer={"type": optimizer, "params": {}}, batch_size=200, epochs=1)
    state = prepare(made)
    layer = state.module.get_submodule("dense1")
    layer.weight.register_hook(lambda gradient: gradient * float("inf"))  # after the only loss of the run
    events = list(run(state))
    failed = events[-1]
    assert isinstance(failed, protocol.RunFailed)
    assert "the validation loss after step 1 is nan: in training step 1 the weights of Dense 1 " in failed.message
    assert failed.node == "dense1"
    assert all(bool(torch.isfinite(p).all()) for p in state.module.parameters())
    assert state.position.step == 0
    layer.weight._backward_hooks.clear()
    assert isinstance(list(run(state))[-1], protocol.RunFinished)  # and it can go on from there


def test_torch_refusing_a_batch_names_the_layer() -> None:
    state = prepare(network())
    state.module.get_submodule("dense1").weight = torch.nn.Parameter(torch.zeros(10, 3))
    failed = list(run(state))[-1]
    assert isinstance(failed, protocol.RunFailed)
    assert failed.node == "dense1"
    assert failed.message.startswith("Dense 1: ")


def test_running_out_of_memory_is_said_in_words() -> None:
    state = prepare(classifier())

    def hungry(*_: object) -> None:
        torch.empty(2**60)

    state.module.get_submodule("dense1").register_forward_hook(hungry)
    failed = list(run(state))[-1]
    assert isinstance(failed, protocol.RunFailed)
    assert "too little memory" in failed.message
    assert "smaller" in failed.hint


def test_what_cannot_train_is_refused_with_its_layer() -> None:
    with pytest.raises(CannotTrain) as error:
        prepare(project(chain("Input", ("Dense", {"units": 10}))))
    assert error.value.node == "dense1"


@pytest.mark.skipif(torch.cuda.is_available(), reason="needs a machine without CUDA")
def test_a_device_that_is_not_there_is_refused_by_name() -> None:
    with pytest.raises(CannotTrain, match="'cuda' is not available"):
        prepare(classifier(device="cuda"))
    with pytest.raises(CannotTrain, match="'tpu' is not known"):
        prepare(classifier(), device="tpu")
