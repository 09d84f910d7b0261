"""Clean processes without their price: a Python that has imported torch once, and forks for every script.

A pytest plugin. Where processes cannot be forked and watched so, every script gets a Python of its own.
"""

from __future__ import annotations

import copy
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from warm_reader import ADDRESS, PATIENCE_SECONDS, SCRIPT, hand_over

SERVER = Path(__file__).with_name("warm_server.py")
READER = Path(__file__).with_name("warm_reader.py")
# What scripts load sooner or later: torch's optimizers import its compiler.
MODULES = ("numpy", "torch", "torch.export", "torch._dynamo")


class WarmPython:
    """``run`` is what ``python -I -W error -c code arguments`` would do."""

    def __init__(self, address: str | None) -> None:
        self.address = address

    def run(self, code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        if self.address is None:
            return fresh(code, *arguments)
        with ExitStack() as stack:
            given, out, errors = (stack.enter_context(tempfile.TemporaryFile()) for _ in range(3))
            streams = (given.fileno(), out.fileno(), errors.fileno())
            code_of_end = hand_over(self.address, code, ["-c", *arguments], streams, strict=True, bare=False)
            for stream in (out, errors):
                stream.seek(0)
            told, wrong = (stream.read().decode("utf-8") for stream in (out, errors))
        return subprocess.CompletedProcess(["-c", *arguments], code_of_end, told, wrong)


def fresh(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The same in a Python that has imported nothing yet."""
    command = [sys.executable, "-I", "-W", "error", "-c", code, *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE_SECONDS, check=False)


@pytest.fixture(scope="session")
def warm_python() -> Iterator[WarmPython]:
    if not (hasattr(os, "pidfd_open") and hasattr(os, "fork")):
        yield WarmPython(None)
        return
    folder = tempfile.mkdtemp(prefix="warm-")  # short: the address of a socket has at most 107 bytes
    address = f"{folder}/socket"
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(address)
        listener.listen(16)
        number = listener.fileno()
        # -I: nothing from the folder or the environment
        command = [sys.executable, "-I", "-W", "error", str(SERVER), str(number), *MODULES]
        server = subprocess.Popen(command, stdin=subprocess.PIPE, pass_fds=[number])
    with server:  # ends when its input is closed
        server.wait()  # it has forked itself away at once: no zombie is left that tests would count
        yield WarmPython(address)
    shutil.rmtree(folder)


@pytest.fixture
def warm_readers(warm_python: WarmPython) -> Iterator[None]:
    """Exported files are read in processes that need not import torch first: for tests that are not about these."""
    from playground.engine.export import clean_process

    with pytest.MonkeyPatch.context() as patch:
        if warm_python.address is not None:
            patch.setenv(ADDRESS, warm_python.address)
            patch.setenv(SCRIPT, str(clean_process.SCRIPT))
            patch.setattr(clean_process, "SCRIPT", READER)
        yield


@pytest.fixture(scope="session")
def onnx_operators() -> Iterator[None]:
    """torch's exporter parses the source of its 500 operators anew for every file: here once, then it gets copies."""
    from torch.onnx._internal.exporter._registration import ONNXRegistry

    parse, known = ONNXRegistry.from_torchlib, {}

    def from_torchlib(*opset: Any, **named: Any) -> ONNXRegistry:
        key = (opset, tuple(named.items()))
        if key not in known:
            known[key] = parse(*opset, **named)
        made = copy.copy(known[key])
        made.functions = {target: list(metas) for target, metas in made.functions.items()}
        return made

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ONNXRegistry, "from_torchlib", staticmethod(from_torchlib))
        yield
