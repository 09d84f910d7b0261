"""Before a first run lenses look at the very network that the run would begin with."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from networks import chain, classifier, project

from playground import protocol
from playground.core.files import dump_project
from playground.core.project import Project
from playground.engine.control import Control
from playground.engine.drafting import NoDraft, drafted
from playground.engine.runner import Runner
from playground.engine.session import Session
from playground.protocol import Layers

LENS = Layers("Classifier")


def draft(run: int, made: Project | None) -> protocol.Draft:
    return protocol.Draft(run, None if made is None else dump_project(made))


def scores(event: protocol.Event) -> np.ndarray:
    assert isinstance(event, protocol.Seen)
    assert isinstance(event.sight, protocol.LayersSeen)
    return event.sight.layers["dense1"].values


def test_what_is_seen_is_what_a_run_begins_with() -> None:
    told: list[protocol.Event] = []
    runner = Runner(told.append)
    runner.watch(protocol.Watch((LENS,)))
    runner.draft(draft(1, classifier(seed=5)))
    there, before = told
    assert there == protocol.Drafted(1)
    assert isinstance(before, protocol.Seen)
    assert (before.run, before.step) == (1, 0)
    control = Control(paused=True)
    told.clear()
    state = drafted(draft(1, classifier(seed=5)))
    assert state is not None
    first = {name: tensor.clone() for name, tensor in state.module.state_dict().items()}
    control.submit(control.abort)
    runner.start(protocol.Start(2, dump_project(classifier(seed=5))), control)
    begun = next(event for event in told if isinstance(event, protocol.Seen))
    assert (begun.run, begun.step) == (2, 0)
    np.testing.assert_array_equal(scores(begun), scores(before))
    assert runner._state is not None
    assert all(torch.equal(first[name], tensor) for name, tensor in runner._state.module.state_dict().items())
    assert runner._draft is None
    told.clear()
    runner.draft(draft(3, classifier()))  # there is a run now
    assert not told
    runner.close()


def test_another_one_takes_its_place_and_none_ends_it() -> None:
    told: list[protocol.Event] = []
    runner = Runner(told.append)
    runner.watch(protocol.Watch((LENS,)))
    runner.draft(draft(1, classifier(seed=1)))
    runner.draft(draft(2, classifier(seed=2)))
    assert [event.run for event in told if isinstance(event, protocol.Seen)] == [1, 2]
    assert not np.array_equal(scores(told[1]), scores(told[3]))
    runner.draft(draft(3, None))
    runner.look()
    assert len(told) == 4  # that each is there, and what is seen of it
    runner.close()


@pytest.mark.parametrize(
    ("made", "why"),
    [
        (project(chain("Input", "Flatten", ("Dense", {"units": 3}))), "10"),  # ten classes
        (project(chain("Input", "Flatten", ("Dense", {"units": 10})), data={"dataset": "mnist"}), "Run fetches it"),
        (project(chain("Input", "Flatten", ("Dense", {"units": 400_000}), ("Dense", {"units": 10}))), "A network of 3"),
        (classifier(compiled=True), "takes a minute"),
    ],
)
def test_it_says_why_where_nobody_should_wait(made: Project, why: str, tmp_path: Path) -> None:
    command = protocol.Draft(1, dump_project(made), str(tmp_path))
    with pytest.raises(NoDraft, match=why):
        drafted(command)
    told: list[protocol.Event] = []
    runner = Runner(told.append)
    runner.watch(protocol.Watch((LENS,)))
    runner.draft(command)
    runner.look()
    (answer,) = told
    assert isinstance(answer, protocol.Drafted)
    assert why in answer.why
    runner.close()


def test_only_the_latest_is_built_and_none_once_a_run_is_wanted() -> None:
    class Noting:
        """Notes what would be done."""

        def __init__(self) -> None:
            self.done: list[str] = []

        def draft(self, command: protocol.Draft) -> None:
            self.done.append(f"draft {command.run}")

        def start(self, command: protocol.Start, control: Control) -> None:
            self.done.append(f"start {command.run}")
            control.close()

    for more, expected in (([], ["draft 3"]), ([protocol.Start(4, "")], ["start 4"])):
        session, noting = Session(), Noting()
        for command in (*(draft(number, None) for number in (1, 2, 3)), *more, protocol.Shutdown()):
            session.receive(command)
        session.work(noting)  # type: ignore[arg-type]
        assert noting.done == expected
