"""The source of what a Call names, read from a package's files: no module is imported for it but the outermost one."""

from __future__ import annotations

import ast
import importlib.util
from functools import cache
from pathlib import Path


@cache
def package_text(target: str) -> str | None:
    """The text of the file that defines the last name of the dotted path ``target``; None when it is not found.

    A name that the module there only takes over from another file of its package is followed to that file.
    """
    module, _, name = target.rpartition(".")
    for _ in range(8):  # from one file to the next; a ring of imports is no definition
        path = _file_of(module)
        if path is None:
            return None
        try:
            text = path.read_text(encoding="utf-8")
            tree = ast.parse(text)
        except (OSError, ValueError, SyntaxError):
            return None
        found = _definition(tree, module, name, path.name == "__init__.py")
        if found is None or found == (module, name):
            return text if found else None
        module, name = found
    return None


def _file_of(module: str) -> Path | None:
    """The file of ``module``. Of a package only the outermost part is asked for, which is there already."""
    root, *rest = module.split(".")
    try:
        spec = importlib.util.find_spec(root)
    except (ImportError, ValueError):
        return None
    if spec is None:
        return None
    if not rest and spec.origin is not None:
        return Path(spec.origin)
    for folder in spec.submodule_search_locations or ():
        base = Path(folder, *rest)
        for candidate in (base / "__init__.py", base.with_suffix(".py")):
            if candidate.is_file():
                return candidate
    return None


def _definition(tree: ast.Module, module: str, name: str, package: bool) -> tuple[str, str] | None:
    """Where ``name`` comes from, as module and name: this one when it is defined here."""
    for node in tree.body:
        if isinstance(node, (ast.ClassDef, ast.FunctionDef)) and node.name == name:
            return module, name
        if isinstance(node, ast.Assign) and any(isinstance(t, ast.Name) and t.id == name for t in node.targets):
            return module, name
        if isinstance(node, ast.ImportFrom):
            for alias in node.names:
                if (alias.asname or alias.name) == name:
                    return _absolute(node, module, package), alias.name
    return None


def _absolute(node: ast.ImportFrom, module: str, package: bool) -> str:
    """The module that ``from … import`` names, dots resolved."""
    if not node.level:
        return node.module or ""
    parts = module.split(".")
    base = parts[: len(parts) - node.level + package]
    return ".".join([*base, *([node.module] if node.module else [])])
