"""The command line's door: straight to the window, or to a command. Imports as little as each way needs."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from types import FrameType

from playground.display import obstacle

# Known here so that `playground` and `playground PROJECT` reach the window without importing typer.
COMMANDS = (
    "demo", "train", "check", "export", "import", "predict", "evaluate", "presets", "layers", "datasets", "schema",
    "info",
)  # fmt: skip
IN_THREAD = "--in-thread"
USAGE, INTERRUPTED, TERMINATED = 2, 130, 143


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line. Returns the exit status: 0, 1 for a project that is wrong, 2 for a wrong
    usage, 130 after Ctrl-C, 143 after SIGTERM.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    _replace_unknown_letters()
    try:
        if _is_for_window(words):
            return _window(words)
        return _command(words)
    except KeyboardInterrupt:  # also while torch is still being imported
        return complain("interrupted.", INTERRUPTED)


def _command(words: list[str]) -> int:
    """Run a command. SIGTERM ends it as Ctrl-C does: nothing half-written is left behind.

    Not the demo, which has nothing to clear up: Qt prints what a handler raises, and goes on.
    """
    terminated = False

    def on_term(number: int, frame: FrameType | None) -> None:
        nonlocal terminated
        terminated = True
        as_ctrl_c = signal.getsignal(signal.SIGINT)  # training has its own
        if not callable(as_ctrl_c):  # a shell has its background jobs ignore Ctrl-C
            raise KeyboardInterrupt
        as_ctrl_c(number, frame)

    in_main = threading.current_thread() is threading.main_thread()
    ours = in_main and words[:1] != ["demo"] and signal.getsignal(signal.SIGTERM) == signal.SIG_DFL
    if ours:
        signal.signal(signal.SIGTERM, on_term)
    try:
        from playground.commands import run

        code = run(words)
        return TERMINATED if terminated and code == INTERRUPTED else code
    except KeyboardInterrupt:
        if not terminated:
            raise
        return complain("terminated.", TERMINATED)
    finally:
        if ours:
            signal.signal(signal.SIGTERM, signal.SIG_DFL)


def _replace_unknown_letters() -> None:
    """Shapes hold "×": a terminal or pipe with a narrower encoding shows "?" instead of ending in an error."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def _is_for_window(words: list[str]) -> bool:
    rest = [word for word in words if word != IN_THREAD]
    return not rest or (rest[0] not in COMMANDS and not rest[0].startswith("-"))


def _window(words: list[str]) -> int:
    rest = [word for word in words if word != IN_THREAD]
    path: Path | None = None
    if rest:
        from playground.core.presets import NoSuchProject, find_project

        try:
            path = find_project(rest[0])
        except NoSuchProject as error:
            return complain(f"{error}{_command_like(rest[0])}")
        if len(rest) > 1:
            return complain(f"the window opens one project at a time; found also {rest[1]!r}.")
    reason = obstacle()
    if reason is not None:
        return complain(f"{reason}. Without a window: playground {', '.join(COMMANDS)}.")
    try:
        from playground.ui.app import main as open_window
    except ImportError as error:
        return complain(_not_loaded(error))
    return open_window(path, in_thread=IN_THREAD in words)


def open_demo(out: Path) -> int:
    """The window drives itself once and leaves its results in ``out``; off screen where no window can open."""
    if obstacle() is not None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        from playground.ui.demo import run_demo
    except ImportError as error:
        return complain(_not_loaded(error))
    return run_demo(out)


def _not_loaded(error: ImportError) -> str:
    """For a system without the libraries of Qt; any other ``ImportError`` is raised again."""
    if "shared object" not in str(error) and "DLL load failed" not in str(error):
        raise error
    hint = "On Debian and Ubuntu: apt-get install libegl1 libgl1 libxkbcommon0 libdbus-1-3 libfontconfig1."
    return f"Qt cannot be loaded: {str(error).rstrip('.')}. {hint if sys.platform.startswith('linux') else ''}".rstrip()


def complain(message: str, code: int = USAGE) -> int:
    """One line on standard error; the exit status is passed on."""
    print(f"playground: {message}", file=sys.stderr)
    return code


def _command_like(word: str) -> str:
    import difflib

    close = difflib.get_close_matches(word, COMMANDS, n=1, cutoff=0.7)
    return f" Or did you mean the command {close[0]}?" if close else ""
