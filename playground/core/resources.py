"""Where the files that come with the program lie: in a wheel inside the package, in a checkout beside it."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent
_IN_WHEEL = _PACKAGE / "_share"
_CHECKOUT = _PACKAGE.parent


def share_path(folder: str, *parts: str) -> Path:
    """A file of ``presets`` or ``resources``. It is not checked to exist: the caller knows what its absence means."""
    root = _IN_WHEEL if (_IN_WHEEL / folder).is_dir() else _CHECKOUT
    return root.joinpath(folder, *parts)


def resource_path(*parts: str) -> Path:
    """A file of ``resources``: ``resource_path("theme", "tokens.json")``."""
    return share_path("resources", *parts)
