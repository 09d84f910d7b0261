"""Whether a window can open is found out before Qt is asked, which would end the process."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest

from playground.display import obstacle

VARIABLES = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="displays of Linux")


def python(*words: str, display: str) -> subprocess.CompletedProcess[str]:
    """Python with ``words``, with ``display`` as its only one."""
    environment = {name: value for name, value in os.environ.items() if name not in VARIABLES}
    return subprocess.run(
        [sys.executable, *words],
        env={**environment, "DISPLAY": display},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize(
    ("platform", "variables", "expected"),
    [
        ("linux", {}, "there is no display"),
        ("linux", {"DISPLAY": ":4711"}, "the display :4711 does not answer"),
        ("linux", {"DISPLAY": "nonsense"}, "the display nonsense does not answer"),
        ("linux", {"WAYLAND_DISPLAY": "wayland-99"}, "the display wayland-99 does not answer"),
        ("linux", {"QT_QPA_PLATFORM": "xcb"}, "there is no display"),
        ("linux", {"QT_QPA_PLATFORM": "offscreen"}, None),
        ("linux", {"QT_QPA_PLATFORM": "offscreen:size=800x600"}, None),
        ("linux", {"QT_QPA_PLATFORM": "vnc", "DISPLAY": ":4711"}, None),
        ("darwin", {}, None),
        ("win32", {}, None),
    ],
)
def test_a_display_is_what_qt_would_find(
    platform: str, variables: dict[str, str], expected: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", platform)
    for variable in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(variable, raising=False)
    for variable, value in variables.items():
        monkeypatch.setenv(variable, value)
    found = obstacle()
    assert found == expected if expected is None else expected in str(found)


@linux
def test_a_display_that_is_gone_is_one_line_and_no_crash() -> None:
    done = python("-m", "playground", "digits-cnn", display=":4711")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "the display :4711 does not answer. Without a window: playground demo, train" in done.stderr


@linux
@pytest.mark.skipif(shutil.which("Xvfb") is None, reason="needs Xvfb")
def test_a_display_that_answers_is_found() -> None:
    here, there = os.pipe()
    command = ["Xvfb", "-displayfd", str(there), "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[there], stderr=subprocess.DEVNULL)
    os.close(there)
    try:
        with os.fdopen(here) as numbers:
            display = f":{numbers.readline().strip()}"
        done = python("-c", "from playground.display import obstacle; print(obstacle())", display=display)
    finally:
        server.terminate()
        server.wait(30)
    assert done.stdout.strip() == "None"
