"""Can a window open here? Asked before Qt is, because Qt answers a missing display with a core dump."""

from __future__ import annotations

import ctypes
import os
import socket
import sys
from pathlib import Path

# What Qt's X11 platform needs beyond a bare system, with the package that Debian and Ubuntu have it in.
_X11_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
_SECONDS = 2.0


def obstacle() -> str | None:
    """Why Qt could not open a window, as a clause without a full stop; None when it can. Only Linux is looked at."""
    if not sys.platform.startswith("linux"):
        return None
    platform = os.environ.get("QT_QPA_PLATFORM", "").split(";")[0].split(":")[0]
    if platform and platform != "xcb" and not platform.startswith("wayland"):
        return None  # offscreen, vnc, …: needs no display
    wayland, x11 = os.environ.get("WAYLAND_DISPLAY"), os.environ.get("DISPLAY")
    if not wayland and not x11:
        return "there is no display to open a window on"
    if wayland and _wayland_answers(wayland):
        return None
    if not x11:
        return f"the display {wayland} does not answer"
    if not _x11_answers():
        return f"the display {x11} does not answer"
    missing = [package for library, package in _X11_LIBRARIES.items() if _load(library) is None]
    if missing:
        return f"Qt lacks system libraries to open a window (on Debian and Ubuntu: apt-get install {' '.join(missing)})"
    return None


def _wayland_answers(name: str) -> bool:
    path = Path(os.environ.get("XDG_RUNTIME_DIR", "/nonexistent"), name)
    try:
        with socket.socket(socket.AF_UNIX) as probe:
            probe.settimeout(_SECONDS)
            probe.connect(str(path))
    except OSError:
        return False
    return True


def _x11_answers() -> bool:
    """Whether the X server lets this person in: asked through the same library as Qt asks."""
    xcb = _load("libxcb.so.1")
    if xcb is None:
        return False
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = (ctypes.c_char_p, ctypes.POINTER(ctypes.c_int))
    xcb.xcb_connection_has_error.argtypes = xcb.xcb_disconnect.argtypes = (ctypes.c_void_p,)
    connection = xcb.xcb_connect(None, None)
    failed = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return not failed


def _load(library: str) -> ctypes.CDLL | None:
    try:
        return ctypes.CDLL(library)
    except OSError:
        return None
