"""The guards of support/leaks.py: each of the four fails a test that leaks, and a clean test passes."""

from __future__ import annotations

from pathlib import Path

import pytest

SUPPORT = Path(__file__).parent / "support"


@pytest.fixture
def outcome(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch):
    """Runs a test file under the guards in a process of its own."""
    monkeypatch.setenv("PYTHONPATH", str(SUPPORT))
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    pytester.makeconftest("pytest_plugins = ['leaks']")
    # the guard's patience is for busy machines, a leak made on purpose need not wait for it
    pytester.makepyfile(quick="import leaks\nleaks.GRACE_SECONDS = 0.2\n")

    def run(body: str) -> pytest.RunResult:
        pytester.makepyfile(test_it="import quick\n" + body)
        return pytester.runpytest_subprocess("-p", "no:cacheprovider", "-p", "no:faulthandler")

    return run


THREAD = """
from PySide6.QtCore import QThread
kept = []

def test_leaks_a_thread(qapp):
    thread = QThread()
    thread.setObjectName("forgotten")
    thread.start()
    kept.append(thread)

def test_next_one_is_not_blamed(qapp):
    assert not kept[0].isRunning()
"""

TIMER = """
from PySide6.QtCore import QTimer
kept = []

def test_leaks_a_timer(qapp):
    timer = QTimer()
    timer.start(50)
    kept.append(timer)

def test_next_one_is_not_blamed(qapp):
    assert not kept[0].isActive()
"""

WINDOW = """
from PySide6.QtWidgets import QWidget
kept = []

def test_leaks_a_window(qapp):
    window = QWidget()
    window.setObjectName("stray")
    window.show()
    kept.append(window)

def test_next_one_is_not_blamed(qapp):
    pass
"""

HIDDEN_WINDOW = """
from PySide6.QtWidgets import QWidget
kept = []

def test_leaks_a_window_never_shown(qapp):
    kept.append(QWidget())

def test_next_one_is_not_blamed(qapp):
    pass
"""

CHILD = """
import psutil, subprocess, sys
kept = []

def test_leaks_a_child():
    kept.append(subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE))

def test_next_one_is_not_blamed():
    assert not psutil.pid_exists(kept[0].pid)
    kept[0].stdin.close()
"""

GRANDCHILD = """
import psutil, subprocess, sys
kept = []
CODE = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'input()'])"

def test_leaks_a_child_of_a_spawned_process():
    kept.append(subprocess.Popen([sys.executable, "-c", CODE], stdin=subprocess.PIPE))

def test_next_one_is_not_blamed():
    assert not psutil.pid_exists(kept[0].pid)
    kept[0].stdin.close()
"""


@pytest.mark.parametrize(
    ("body", "named"),
    [
        pytest.param(THREAD, "*left behind: a running QThread (forgotten)*", id="thread"),
        pytest.param(TIMER, "*left behind: an active QTimer (QTimer, 50 ms*", id="timer"),
        pytest.param(WINDOW, "*left behind: a top-level window (stray)*", id="window"),
        pytest.param(HIDDEN_WINDOW, "*left behind: a top-level window (QWidget)*", id="hidden-window"),
        pytest.param(CHILD, "*left behind: a child process (*input()*", id="child"),
        pytest.param(GRANDCHILD, "*left behind: a child process (*input()*", id="grandchild"),
    ],
)
def test_a_leak_fails_its_own_test_and_no_other(outcome, body, named):
    result = outcome(body)
    result.assert_outcomes(passed=2, errors=1)
    result.stdout.fnmatch_lines([named])


def test_what_is_cleaned_up_is_no_leak(outcome):
    result = outcome(
        """
import multiprocessing, subprocess, sys
from PySide6.QtCore import QThread, QTimer
from PySide6.QtWidgets import QMainWindow, QWidget

def test_clean(qtbot):
    thread = QThread()
    thread.start()
    thread.quit()
    assert thread.wait(5000)
    window = QMainWindow()
    qtbot.addWidget(window)
    timer = QTimer(window)
    timer.start(10)
    later = QWidget()
    later.deleteLater()
    cycle = QWidget()
    cycle.itself = cycle
    subprocess.run([sys.executable, "-c", ""], check=True)

def test_spawned_process_that_ends():
    process = multiprocessing.get_context("spawn").Process(target=int)
    process.start()
    process.join(30)
    assert process.exitcode == 0
"""
    )
    result.assert_outcomes(passed=2)


def test_what_a_module_keeps_for_its_tests_is_no_leak(outcome):
    result = outcome(
        """
import pytest
from PySide6.QtCore import QThread, QTimer
from PySide6.QtWidgets import QWidget

@pytest.fixture(scope="module")
def shared(qapp):
    thread, timer, window = QThread(), QTimer(), QWidget()
    thread.start()
    timer.start(1000)
    yield window
    timer.stop()
    thread.quit()
    thread.wait()
    window.deleteLater()

def test_first(shared):
    assert shared is not None

def test_second(shared):
    assert shared is not None
"""
    )
    result.assert_outcomes(passed=2)
