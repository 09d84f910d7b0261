"""Older project files, step by step to today's version. One function per version, never changed once released."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playground.core.language import tr
from playground.core.project import VERSION


def _from_1(data: dict[str, Any]) -> dict[str, Any]:
    """Version 2 adds fields that have defaults, and layer kinds; nothing of version 1 has another meaning."""
    return {**data, "version": 2}


def _from_2(data: dict[str, Any]) -> dict[str, Any]:
    """Version 3 has tasks with parameters; until then there was one, by its name alone."""
    task = data.get("task", "supervised")
    return {**data, "version": 3, "task": {"type": task, "params": {}} if isinstance(task, str) else task}


def _from_3(data: dict[str, Any]) -> dict[str, Any]:
    """Version 4 adds frames and notes to networks; nothing of version 3 has another meaning."""
    return {**data, "version": 4}


def _from_4(data: dict[str, Any]) -> dict[str, Any]:
    """Version 5 says of each network where its data flow: until then to the right."""
    return {**data, "version": 5}


# version -> the function that turns such a file into the next version's
STEPS: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {1: _from_1, 2: _from_2, 3: _from_3, 4: _from_4}


def migrate(data: dict[str, Any]) -> dict[str, Any]:
    """``data`` as today's version. Raises ``ValueError`` naming a version that is newer or unknown."""
    version = data.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise ValueError(
            tr(
                "version is {version!r}; expected a whole number from 1 to {newest}",
                version=version,
                newest=VERSION,
            )
        )
    if version > VERSION:
        raise ValueError(
            tr(
                "the file has format version {version}, this program reads up to {newest}. Update Neural Playground",
                version=version,
                newest=VERSION,
            )
        )
    while version < VERSION:
        data = STEPS[version](data)
        version = data["version"]
    return data
