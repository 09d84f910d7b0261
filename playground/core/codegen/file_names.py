"""What stands at the top of a source file: imports, and texts of helpers taken over, with no name used twice."""

from __future__ import annotations

import ast
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

# (module, name or None for the module itself, name it goes by here)
Import = tuple[str, str | None, str]
_FREE = frozenset({*sys.stdlib_module_names, "torch", "numpy"})
TORCH: Import = ("torch", None, "torch")
NN: Import = ("torch", "nn", "nn")
TENSOR: Import = ("torch", "Tensor", "Tensor")
FUNCTIONAL: Import = ("torch.nn.functional", None, "F")


@dataclass(frozen=True, slots=True)
class Text:
    """A source file taken apart. ``free``: it needs nothing but the standard library, torch and numpy."""

    imports: tuple[Import, ...]
    body: str
    defined: frozenset[str]
    free: bool
    future: bool


@cache
def taken_apart(text: str) -> Text:
    """Imports of ``text`` apart from the rest of it, without its docstring. Raises ``SyntaxError``."""
    tree = ast.parse(text)
    drop: set[int] = set()
    imports: list[Import] = []
    defined: set[str] = set()
    future = False
    for number, node in enumerate(tree.body):
        says = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
        if (number == 0 and says) or isinstance(node, (ast.Import, ast.ImportFrom)):
            drop.update(range(node.lineno, (node.end_lineno or node.lineno) + 1))
        if isinstance(node, ast.ImportFrom) and node.module == "__future__":
            future = True
        elif isinstance(node, (ast.Import, ast.ImportFrom)):
            imports += _imports(node)
        else:
            defined |= _defined(node)
    inner = [node for node in ast.walk(tree) if isinstance(node, (ast.Import, ast.ImportFrom))]
    free = all(root in _FREE for node in inner for root in _roots(node))
    lines = text.splitlines()
    body = "\n".join(line for number, line in enumerate(lines, 1) if number not in drop).strip("\n")
    return Text(tuple(imports), body, frozenset(defined), free, future)


def _imports(node: ast.Import | ast.ImportFrom) -> list[Import]:
    if isinstance(node, ast.ImportFrom):
        return [(node.module or "", alias.name, alias.asname or alias.name) for alias in node.names]
    return [(alias.name, None, alias.asname or alias.name) for alias in node.names]


def _roots(node: ast.Import | ast.ImportFrom) -> list[str]:
    if isinstance(node, ast.ImportFrom):
        return ["."] if node.level else [(node.module or "").partition(".")[0]]
    return [alias.name.partition(".")[0] for alias in node.names]


def _defined(node: ast.stmt) -> set[str]:
    """Names that a statement at the top of a file gives a meaning."""
    if isinstance(node, (ast.ClassDef, ast.FunctionDef)):
        return {node.name}
    return {part.id for part in ast.walk(node) if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store)}


class FileNames:
    """The names of a file that is being written, each with one meaning."""

    def __init__(self, sources: Callable[[str], str | None]) -> None:
        self._sources = sources
        self._imports: dict[str, Import] = {}  # by the name it goes by
        self._foreign: set[Import] = set()
        self._defined: set[str] = set()
        self._reserved = {TORCH[2], NN[2], TENSOR[2], FUNCTIONAL[2]}  # whether they come to be imported or not
        self._known: dict[str, str] = {}  # by dotted path: how it is written here
        self._included: set[str] = set()
        self._future = False
        self.bodies: list[str] = []

    @property
    def taken(self) -> set[str]:
        return {name.partition(".")[0] for name in self._imports} | self._defined | self._reserved

    def use(self, wanted: Import) -> str:
        """Have ``wanted`` imported; gives the name that it goes by."""
        self._imports[wanted[2]] = wanted
        return wanted[2]

    @property
    def packages(self) -> tuple[str, ...]:
        """The packages beside torch that the file imports from."""
        return tuple(sorted({module.partition(".")[0] for module, _, _ in self._foreign}))

    def define(self, name: str) -> None:
        self._defined.add(name)

    def reserve(self, names: Iterable[str]) -> None:
        """Keep ``names`` free for what comes later."""
        self._reserved.update(names)

    def of(self, target: str) -> str:
        """How the class or function ``target`` is written in this file; it is imported or its text included."""
        if target not in self._known:
            self._known[target] = self._resolved(target)
        return self._known[target]

    def include(self, text: str) -> bool:
        """Take over ``text``, its imports merged with the others; False when that cannot be."""
        if text in self._included:
            return True
        try:
            found = taken_apart(text)
        except SyntaxError:
            return False
        if not found.free or found.defined & self.taken or not self._fits(found):
            return False
        for wanted in found.imports:
            self.use(wanted)
        self._defined |= found.defined
        self._future |= found.future
        self._included.add(text)
        self.bodies.append(found.body)
        return True

    def _fits(self, text: Text) -> bool:
        return all(
            name not in self._defined and self._imports.get(name, (module, what, name)) == (module, what, name)
            for module, what, name in text.imports
        )

    def _resolved(self, target: str) -> str:
        module, _, name = target.rpartition(".")
        if module == "torch.nn.functional":
            return f"{self.use(FUNCTIONAL)}.{name}"
        if module == "torch.nn":
            return f"{self.use(NN)}.{name}"
        if module == "torch":
            return f"{self.use(TORCH)}.{name}"
        if module.startswith("torch.nn."):
            return f"{self.use(NN)}.{target.removeprefix('torch.nn.')}"
        text = self._sources(target)
        if text is not None and self.include(text):
            return name
        free, number = name, 2
        while free in self.taken:
            free, number = f"{name}_{number}", number + 1
        wanted = (module, name, free)
        self._foreign.add(wanted)
        return self.use(wanted)

    def head(self) -> list[str]:
        """The lines of imports, sorted; a blank line between the groups."""
        groups: list[list[Import]] = [[], [], []]
        for wanted in self._imports.values():
            root = wanted[0].partition(".")[0]
            groups[2 if wanted in self._foreign else 0 if root in sys.stdlib_module_names else 1].append(wanted)
        parts = [["from __future__ import annotations"]] if self._future else []
        parts += [_written(group) for group in groups[:2] if group]
        if groups[2]:
            note = "# Not part of PyTorch: the package below must be installed where this file is used."
            parts.append([note, *_written(groups[2])])
        return [line for number, part in enumerate(parts) for line in (*([""] if number else []), *part)]


def _written(imports: Iterable[Import]) -> list[str]:
    """One group of imports: whole modules first, names of one module on one line."""
    whole = sorted((module, name) for module, what, name in imports if what is None)
    lines = [f"import {module}" if module == name else f"import {module} as {name}" for module, name in whole]
    named: dict[str, list[tuple[str, str]]] = {}
    for module, what, name in imports:
        if what is not None:
            named.setdefault(module, []).append((what, name))
    for module in sorted(named):
        names = (what if what == name else f"{what} as {name}" for what, name in sorted(named[module], key=_kind))
        lines.append(f"from {module} import {', '.join(names)}")
    return lines


def _kind(pair: tuple[str, str]) -> tuple[int, str, str]:
    """Constants, then classes, then functions and modules."""
    name = pair[0]
    return (0 if name.isupper() and len(name) > 1 else 1 if name[:1].isupper() else 2, *pair)
