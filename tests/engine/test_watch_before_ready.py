"""Somebody looks before the worker is ready: he sees the run that was asked for at the same time."""

from __future__ import annotations

import queue
import threading

from networks import classifier

from playground import protocol
from playground.core.files import dump_project
from playground.engine.runner import Runner
from playground.engine.session import Session
from playground.protocol import FromData, Layers


def test_a_watch_that_comes_first_does_not_wait_for_the_end_of_the_run() -> None:
    session, told = Session(), queue.Queue[protocol.Event]()
    lens = Layers("Classifier", FromData("train", 3))
    session.receive(protocol.Start(1, dump_project(classifier(epochs=500)), None, paused=True))
    session.receive(protocol.Watch((lens,)))  # behind a run in the queue, it would wait for ever
    runner = Runner(told.put, session.soon)
    worker = threading.Thread(target=session.work, args=(runner,))
    worker.start()
    try:
        event = told.get(timeout=60)
        while not isinstance(event, protocol.Seen):
            event = told.get(timeout=60)
    finally:
        session.receive(protocol.Shutdown())
        worker.join()
        runner.close()
    assert (event.run, event.step, event.lens) == (1, 0, lens)
    assert event.sight.sample == "training 3"
