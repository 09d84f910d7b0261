"""Events wait without holding anybody up, and none of their points is lost."""

from __future__ import annotations

import multiprocessing
import threading

import numpy as np

from playground import protocol
from playground.engine.outbox import Outbox


def progress(step: int, run: int = 1) -> protocol.Progress:
    return protocol.Progress(run, 1, step, step, 1.0, 1.0, 0.1, {"loss/training": np.array([[step, step / 2]])})


def predictions(step: int) -> protocol.Predictions:
    # large enough to fill a pipe, so that what follows has to wait
    images = np.zeros((400, 28, 28), np.uint8)
    empty = np.zeros(400)
    return protocol.Predictions(1, step, images, empty, empty, empty, ())


def test_what_piles_up_is_merged_in_order_and_nothing_is_lost() -> None:
    ours, theirs = multiprocessing.Pipe()
    outbox = Outbox(theirs)
    outbox.put(predictions(0))  # fills the pipe: the outbox's thread now waits for a reader
    for step in range(1, 6):
        outbox.put(progress(step))
        outbox.put(predictions(step))
    outbox.put(protocol.RunPaused(1, 5))
    outbox.put(progress(6))
    outbox.put(progress(1, run=2))
    closing = threading.Thread(target=outbox.close, args=(10.0,))
    closing.start()
    found = []
    while not (found and isinstance(found[-1], protocol.Progress) and found[-1].run == 2):
        assert ours.poll(10)
        found.append(ours.recv())
    closing.join(10)
    ours.close()
    theirs.close()
    points = [event.series["loss/training"] for event in found if isinstance(event, protocol.Progress)]
    assert np.concatenate(points)[:, 0].tolist() == [1, 2, 3, 4, 5, 6, 1]
    assert max(event.step for event in found if isinstance(event, protocol.Predictions)) == 5
    paused = next(i for i, event in enumerate(found) if isinstance(event, protocol.RunPaused))
    assert [type(event).__name__ for event in found[paused:]] == ["RunPaused", "Progress", "Progress"]


def test_a_window_that_is_gone_holds_nobody_up() -> None:
    ours, theirs = multiprocessing.Pipe()
    ours.close()
    outbox = Outbox(theirs)
    for step in range(50):
        outbox.put(progress(step))
    outbox.close(10.0)
    theirs.close()
    assert "playground outbox" not in {thread.name for thread in threading.enumerate()}
