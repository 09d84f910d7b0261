"""Layers from other packages: found by their entry points, loaded after the built-in ones, each failure kept to itself.

A package names, in the entry point group ``neural_playground.layers``, a module whose import defines layers, or a layer
class. From then on they are layers like any other.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from importlib import metadata
from types import ModuleType

from playground.core.language import tr
from playground.core.layer import REGISTRY, Layer

GROUP = "neural_playground.layers"


@dataclass(frozen=True, slots=True)
class Plugin:
    """One entry point: its name, the installed package it comes from, its layers' type names, or why it has none."""

    name: str
    distribution: str
    version: str
    layers: tuple[str, ...] = ()
    error: str | None = None

    def __str__(self) -> str:
        return f"{self.name} ({self.distribution} {self.version})".replace(" )", ")")


_loaded: dict[tuple[str, str], Plugin] = {}


def plugins() -> tuple[Plugin, ...]:
    """Every plug-in that is installed, those that failed too, in alphabetical order; loads what is not loaded yet."""
    load_plugins()
    return tuple(_loaded[key] for key in sorted(_loaded))


def package_of(kind: type[Layer]) -> str | None:
    """The installed package that ``kind`` comes from; None for a built-in layer."""
    for plugin in _loaded.values():
        if kind.type_name in plugin.layers:
            return plugin.distribution
    root = kind.__module__.partition(".")[0]
    return None if root == "playground" else root


def load_plugins() -> None:
    """Enter the layers of all installed plug-ins. What a plug-in raises is noted, and the next one is loaded.

    A plug-in that is just being imported itself (its module asked for ours first) is left for the next call.
    """
    for entry in sorted(metadata.entry_points(group=GROUP), key=lambda entry: (entry.name, entry.value)):
        if (entry.name, entry.value) not in _loaded and not _being_imported(entry.module):
            _loaded[entry.name, entry.value] = _load(entry)


def _load(entry: metadata.EntryPoint) -> Plugin:
    """The plug-in behind ``entry``: all of its layers are in the registry then, or none and an error."""
    before = REGISTRY.all()
    distribution, version = _origin(entry)
    try:
        layers = _layers(entry.load(), before)
    except (Exception, SystemExit) as error:  # noqa: BLE001  (whatever foreign code raises is its package's failure)
        REGISTRY.keep(before)
        return Plugin(entry.name, distribution, version, error=_told(error))
    return Plugin(entry.name, distribution, version, layers)


def _layers(found: object, before: tuple[type[Layer], ...]) -> tuple[str, ...]:
    """Type names of what came with ``found``. Raises ``TypeError`` when that is no layer."""
    new = [kind.type_name for kind in REGISTRY.all() if kind not in before]
    if isinstance(found, ModuleType):
        name = found.__name__
        own = [kind for kind in REGISTRY.all() if kind.__module__ == name or kind.__module__.startswith(name + ".")]
        layers = tuple(new) or tuple(kind.type_name for kind in own)
        if not layers:
            raise TypeError(f"the module {name} defines no layer")
        return layers
    if not (isinstance(found, type) and issubclass(found, Layer)):
        what = f"the class {found.__qualname__}" if isinstance(found, type) else f"a {type(found).__name__}"
        raise TypeError(f"its entry point names {what}; it must name a module with layers, or a layer class")
    if REGISTRY.get(found.type_name) is not found:
        raise TypeError(f"the layer class {found.__qualname__} has no type_name of its own")
    return tuple(new) or (found.type_name,)


def _origin(entry: metadata.EntryPoint) -> tuple[str, str]:
    """Name and version of the installed package; a damaged one may tell neither."""
    name = entry.dist.metadata["Name"] if entry.dist is not None and entry.dist.metadata else None
    version = entry.dist.metadata["Version"] if entry.dist is not None and entry.dist.metadata else None
    return name or entry.module.partition(".")[0], version or ""


def _being_imported(module: str) -> bool:
    known = sys.modules.get(module)
    return bool(getattr(getattr(known, "__spec__", None), "_initializing", False))


def _told(error: BaseException) -> str:
    """One line: what went wrong, in the words of the error where it has any."""
    text = " ".join(str(error).split())
    kind = type(error).__name__
    if isinstance(error, SystemExit):
        return tr("its module ends the program when it is imported")
    return f"{kind}: {text}" if text else kind
