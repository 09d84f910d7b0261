"""The presets: ordinary project files that come with the program, found by name."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from playground.core.files import load_project
from playground.core.language import tr
from playground.core.project import Project
from playground.core.resources import share_path

# Opened first by a person without a network connection, so it stands first.
FIRST = "digits-cnn"


@dataclass(frozen=True, slots=True)
class Preset:
    """One preset: ``name`` as on the command line, the file, and the project in it."""

    name: str
    path: Path
    project: Project

    @property
    def title(self) -> str:
        return tr(self.project.title)

    @property
    def description(self) -> str:
        return tr(self.project.description)


class NoSuchProject(Exception):
    """The text names neither a file nor a preset; the message says what was looked for and what there is."""


def presets_folder() -> Path:
    return share_path("presets")


def preset_names() -> tuple[str, ...]:
    """Names in alphabetical order, without reading the files."""
    return tuple(sorted(path.stem for path in presets_folder().glob("*.json")))


def load_presets() -> tuple[Preset, ...]:
    """All presets, the first to try first, then from small networks to large. Raises ``FileError``."""
    return in_order(load_preset(name) for name in preset_names())


def load_preset(name: str) -> Preset:
    """One of ``preset_names``. Raises ``FileError``."""
    path = presets_folder() / f"{name}.json"
    return Preset(name, path, load_project(path))


def in_order(presets: Iterable[Preset]) -> tuple[Preset, ...]:
    """The first to try first, then from small networks to large."""
    return tuple(sorted(presets, key=lambda preset: (preset.name != FIRST, _layers(preset.project), preset.name)))


def _layers(project: Project) -> int:
    return sum(len(graph.nodes) for graph in project.networks.values())


def in_language(project: Project) -> Project:
    """A preset's project with its title, its description and the names of its layers as the current language has them.

    Names of networks stay: tasks know them.
    """
    networks = {
        name: graph.replace(
            nodes=tuple(node.replace(name=tr(node.name)) if node.name else node for node in graph.nodes)
        )
        for name, graph in project.networks.items()
    }
    return project.replace(title=tr(project.title), description=tr(project.description), networks=networks)


def preset_path(name: str) -> Path | None:
    """The file of the preset ``name``; None when there is none of that name."""
    return presets_folder() / f"{name}.json" if name in preset_names() else None


def find_project(text: str) -> Path:
    """The file that ``text`` names: a file of one's own, or a preset. Raises ``NoSuchProject``.

    A file stands before a preset of the same name; a name without a suffix or folder is not tried with ".json".
    """
    path = Path(text)
    if path.is_file():
        return path
    preset = preset_path(text)
    if preset is not None:
        return preset
    if path.is_dir():
        raise NoSuchProject(f"{text} is a folder; give a project file or the name of a preset.")
    known = preset_names()
    if path.suffix or len(path.parts) > 1:
        raise NoSuchProject(f"{text} does not exist.{_alike(path)}")
    close = difflib.get_close_matches(text, known, n=1, cutoff=0.5)
    hint = f"Did you mean {close[0]}?" if close else f"Presets: {', '.join(known)}."
    raise NoSuchProject(f"{text!r} is neither a file nor a preset. {hint}")


def _alike(path: Path) -> str:
    """`` Did you mean …?`` naming a file of the same folder, or nothing."""
    try:
        names = [other.name for other in path.parent.iterdir()]
    except OSError:
        return f" The folder {path.parent} does not exist either."
    close = difflib.get_close_matches(path.name, names, n=1, cutoff=0.75)
    return f" Did you mean {path.parent / close[0]}?" if close else ""
