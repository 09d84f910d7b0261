"""Exported source, run: for tests alone."""

from __future__ import annotations

import types
from pathlib import Path
from typing import Any


def module_from_source(text: str, path: Path | str = "exported_model.py") -> types.ModuleType:
    """A module made of ``text``, as if it had been imported from the file ``path``."""
    made = types.ModuleType("exported_model")
    made.__file__ = str(path)
    code = compile(text, "<exported model>", "exec", dont_inherit=True)
    exec(code, made.__dict__)
    return made


def network_from_source(text: str, class_name: str) -> Any:
    """An instance of the class ``class_name`` that ``text`` defines."""
    return getattr(module_from_source(text), class_name)()
