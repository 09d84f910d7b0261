"""The reins: what one thread orders, the loop's thread finds, and nobody spins while waiting."""

from __future__ import annotations

import threading

import pytest

from playground.engine.control import Control


def test_a_fresh_control_lets_the_run_go() -> None:
    control = Control()
    assert not control.attention
    assert control.take().mode == "run"
    assert Control(paused=True).attention


def test_a_single_step_is_followed_by_a_pause() -> None:
    control = Control()
    control.step_once()
    assert control.take().mode == "step"
    assert control.attention
    assert control.take().mode == "pause"


def test_orders_are_taken_once() -> None:
    control = Control()
    control.set_learning_rate(0.5)
    done: list[int] = []
    control.submit(lambda: done.append(1))
    orders = control.take()
    for job in orders.jobs:
        job()
    assert (orders.learning_rate, done) == (0.5, [1])
    assert control.take().learning_rate is None
    assert not control.take().jobs


def test_stop_cannot_be_taken_back_and_a_second_one_aborts() -> None:
    control = Control()
    control.stop()
    control.resume()
    control.pause()
    assert control.stopping
    assert not control.aborted
    control.stop()
    assert control.aborted


@pytest.mark.parametrize("order", ["resume", "step_once", "stop", "abort"])
def test_waiting_ends_with_the_next_order(order: str) -> None:
    control = Control(paused=True)
    control.take()
    modes: list[str] = []
    waiter = threading.Thread(target=lambda: modes.append(control.take(wait=True).mode))
    waiter.start()
    getattr(control, order)()
    waiter.join(10)
    assert modes == [{"resume": "run", "step_once": "step"}.get(order, "stop")]


def test_after_the_end_orders_are_refused_and_jobs_are_handed_back() -> None:
    control = Control()
    assert control.submit(lambda: None)
    assert control.resume()
    assert control.set_learning_rate(0.5)
    left = control.close()
    assert (len(left.jobs), left.learning_rate) == (1, 0.5)
    assert not control.submit(lambda: None)
    assert not any([control.pause(), control.resume(), control.step_once(), control.set_learning_rate(1.0)])


def test_stop_may_be_called_by_a_signal_handler_while_the_loop_takes_orders() -> None:
    control = Control()
    with control._changed:  # where a handler may interrupt the loop's own thread
        control.stop()
    assert control.take().mode == "stop"
