"""Imports the modules that it is told of once, then forks for every script that is sent to it: a script of its own.

It knows nothing of this program. Each script runs in a process that has done nothing but those imports, with the
arguments, folder, environment and standard streams of whoever asked, and ends when that one goes away.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import json
import os
import select
import signal
import socket
import sys
import warnings

SIZE = 1 << 20  # bytes of one request
LIFELINE = 0  # the server's own standard input


def serve(listener: socket.socket) -> dict:
    """Comes back in every forked process, with what this one has to run; never in the server."""
    while True:
        ready, _, _ = select.select([listener, LIFELINE], [], [])
        if LIFELINE in ready:  # closed: nobody will ask any more
            os._exit(0)
        connection, _ = listener.accept()
        if os.fork():
            connection.close()
            continue
        listener.close()
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        request, streams, _, _ = socket.recv_fds(connection, SIZE, 3)
        if len(streams) != 3:  # whoever asked has gone
            os._exit(1)
        child = os.fork()
        if child:
            look_after(child, connection)
        connection.close()
        for number, stream in enumerate(streams):
            os.dup2(stream, number)
            os.close(stream)
        return json.loads(request)


def look_after(child: int, connection: socket.socket) -> None:
    """Tell how ``child`` ended, or end it when nobody waits any more."""
    ended = os.pidfd_open(child)
    ready, _, _ = select.select([ended, connection], [], [])
    if ended not in ready:
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    if ended in ready:
        connection.sendall(str(os.waitstatus_to_exitcode(status)).encode())
    os._exit(0)


def forget_ended(*_: object) -> None:
    """Leave no zombies of those that look after scripts."""
    with contextlib.suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def main() -> dict:
    if os.fork():  # nobody's child: tests count the children of their own process
        os._exit(0)
    number, *modules = sys.argv[1:]
    for name in modules:
        importlib.import_module(name)
    gc.collect()
    gc.freeze()
    signal.signal(signal.SIGCHLD, forget_ended)
    with socket.socket(fileno=int(number)) as listener:
        return serve(listener)


if __name__ == "__main__":
    TOLD = main()
    os.chdir(TOLD["folder"])
    os.environ.clear()
    os.environ.update(TOLD["environment"])
    sys.argv = TOLD["arguments"]
    sys.dont_write_bytecode = TOLD["bare"]
    if TOLD["strict"]:
        warnings.simplefilter("error")
    exec(compile(TOLD["code"], "<string>", "exec", dont_inherit=True), {"__name__": "__main__"})
