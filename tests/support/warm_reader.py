"""Stands where the script of an export's clean process stands: that script itself, run in a forked process.

A file that is read without torch gets the fresh process that it needs.
"""

from __future__ import annotations

import json
import os
import runpy
import socket
import sys
from pathlib import Path

ADDRESS, SCRIPT = "PLAYGROUND_TEST_WARM", "PLAYGROUND_TEST_READER"
PATIENCE_SECONDS = 110.0
CODE = "import runpy, sys; runpy.run_path(sys.argv[0], run_name='__main__')"


def hand_over(
    address: str, code: str, arguments: list[str], streams: tuple[int, int, int], *, strict: bool, bare: bool
) -> int:
    """Run ``code`` in a process of the server's at ``address``, with ``streams``; its return code.

    ``strict``: warnings are errors. ``bare``: no bytecode is written.
    """
    told = {
        "code": code, "arguments": arguments, "folder": str(Path.cwd()), "environment": dict(os.environ),
        "strict": strict, "bare": bare,
    }  # fmt: skip
    with socket.socket(socket.AF_UNIX) as connection:
        connection.settimeout(PATIENCE_SECONDS)
        connection.connect(address)
        socket.send_fds(connection, [json.dumps(told).encode()], list(streams))
        return int(connection.recv(64))


def main(kind: str) -> int:
    script = os.environ[SCRIPT]
    if kind == "onnx":
        sys.argv[0] = script
        runpy.run_path(script, run_name="__main__")
        return 0
    return hand_over(os.environ[ADDRESS], CODE, [script, kind], (0, 1, 2), strict=False, bare=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
