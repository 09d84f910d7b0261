"""Guards against what a test may leave behind: running QThreads, active QTimers, top-level windows, child processes.

A pytest plugin. What was there before the test (fixtures of a
module or session) is none of its business: ``gc.freeze`` sets aside every object that exists when the test begins,
so the guard sees, and collects, only what came after.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from multiprocessing import resource_tracker
from pathlib import Path
from typing import Any

import psutil
import pytest

# A process or thread that has been told to end may need a moment on a busy machine.
GRACE_SECONDS = 5.0
KNOWN = "_there_before_the_test"
# Qt's own, kept by the application: the tooltip's label and the picture under a dragged pointer.
QT_PRIVATE = frozenset({"QTipLabel", "QShapedPixmapWindow"})


@pytest.fixture(autouse=True)
def nothing_left_behind() -> Iterator[None]:
    """Fails the test that leaks, says what, and ends it so that the next test starts clean."""
    children = _children()
    for window in _top_level_widgets():
        window.setProperty(KNOWN, True)
    gc.collect(0)
    gc.freeze()
    try:
        yield
        found = [*_running_threads(), *_leaked_windows(), *_active_timers(), *_leaked_children(children)]
    finally:
        gc.unfreeze()
    if found:
        pytest.fail("the test left behind: " + "; ".join(found), pytrace=False)


def _qt(module: str) -> Any:
    return sys.modules.get(f"PySide6.{module}")


def _new_qobjects(kind: type) -> list[Any]:
    """Living instances of ``kind`` made since the test began."""
    import shiboken6

    return [thing for thing in gc.get_objects() if issubclass(type(thing), kind) and shiboken6.isValid(thing)]


def _settle() -> None:
    """Carry out pending ``deleteLater`` calls, then drop unreachable cycles."""
    core = _qt("QtCore")
    if core is not None and core.QCoreApplication.instance() is not None:
        core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete.value)
    gc.collect()


def _running_threads() -> list[str]:
    core = _qt("QtCore")
    if core is None:
        return []
    running = [thread for thread in _new_qobjects(core.QThread) if thread.isRunning()]
    names = [f"a running QThread ({_name(thread)})" for thread in running if not thread.isFinished()]
    for thread in running:
        thread.requestInterruption()
        thread.quit()
        thread.wait(int(GRACE_SECONDS * 1000))
    return names


def _top_level_widgets() -> list[Any]:
    widgets = _qt("QtWidgets")
    if widgets is None or not isinstance(widgets.QApplication.instance(), widgets.QApplication):
        return []
    return [w for w in widgets.QApplication.topLevelWidgets() if w.parent() is None]


def _leaked_windows() -> list[str]:
    _settle()
    leaked = [
        window
        for window in _top_level_widgets()
        if not window.property(KNOWN) and window.metaObject().className() not in QT_PRIVATE
    ]
    names = [f"a top-level window ({_name(window)})" for window in leaked]
    for window in leaked:
        window.setProperty(KNOWN, True)
        window.hide()
        window.deleteLater()
    if leaked:
        _settle()
    return names


def _active_timers() -> list[str]:
    core = _qt("QtCore")
    if core is None:
        return []
    active = [timer for timer in _new_qobjects(core.QTimer) if timer.isActive()]
    names = [f"an active QTimer ({_name(timer)}, {timer.interval()} ms, in {timer.parent()!r})" for timer in active]
    for timer in active:
        timer.stop()
    return names


def _children() -> set[int]:
    """Child processes and theirs; asked of Linux where it is kept, a list of all processes takes ten milliseconds."""
    tasks = Path("/proc/self/task")
    if not (tasks / str(os.getpid()) / "children").exists():
        return {child.pid for child in psutil.Process().children(recursive=True)}
    found: set[int] = set()
    looking = [tasks]
    while looking:
        for listed in looking.pop().glob("*/children"):
            try:
                new = {int(word) for word in listed.read_text().split()} - found
            except OSError:  # a thread or process that has just ended
                continue
            found |= new
            looking += [Path("/proc", str(pid), "task") for pid in new]
    return found


def _leaked_children(before: set[int]) -> list[str]:
    # multiprocessing starts its resource tracker once and keeps it for the life of the process
    tracker = getattr(resource_tracker._resource_tracker, "_pid", None)
    new = [child for pid in _children() - before - {tracker} if (child := _living(pid)) is not None]
    if not new:
        return []
    _, alive = psutil.wait_procs(new, timeout=GRACE_SECONDS)
    names = []
    for child in alive:
        try:
            names.append(f"a child process ({child.pid}: {' '.join(child.cmdline())[:120]})")
            child.kill()
        except psutil.NoSuchProcess:
            continue
    psutil.wait_procs(alive, timeout=GRACE_SECONDS)
    return names


def _living(pid: int) -> psutil.Process | None:
    try:
        child = psutil.Process(pid)
        return child if child.status() != psutil.STATUS_ZOMBIE else None
    except psutil.NoSuchProcess:
        return None


def _name(thing: Any) -> str:
    return thing.objectName() or type(thing).__name__
