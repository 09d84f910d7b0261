"""``playground presets``, ``layers``, ``datasets``, ``schema`` and ``info``: what there is, and where."""

from __future__ import annotations

import importlib.metadata
import platform
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from playground.commands.failures import Failure, to_json, usage

if TYPE_CHECKING:
    from playground.training.datasets import Dataset

DISTRIBUTIONS = (
    "torch", "PySide6-Essentials", "pyqtgraph", "numpy", "pydantic", "scikit-learn", "safetensors", "onnx",
    "onnxruntime", "onnxscript",
)  # fmt: skip

datasets_app = typer.Typer(help="List the data sets, or fetch one.", rich_markup_mode=None)
DataDir = Annotated[
    Path | None,
    typer.Option("--data-dir", metavar="DIR", help="Look here first, before PLAYGROUND_DATA_DIR.", show_default=False),
]


def presets() -> None:
    """List the presets."""
    from playground.core.files import FileError
    from playground.core.presets import load_presets

    try:
        found = load_presets()
    except FileError as error:
        raise Failure(f"A preset that came with the program is damaged: {error}", "Install it again.") from error
    width = max((len(preset.name) for preset in found), default=0)
    for preset in found:
        print(f"{preset.name:<{width}}  {preset.title}\n{'':<{width}}  {preset.description}")


def layers() -> None:
    """List the layers, those of plug-ins too, and plug-ins that could not be loaded."""
    import playground.layers  # noqa: F401  (registers the layers)
    from playground.core.layer import FAMILIES, REGISTRY
    from playground.core.plugins import package_of, plugins

    kinds = REGISTRY.all()
    width = max(len(kind.type_name) for kind in kinds)
    for family in FAMILIES:
        members = [kind for kind in kinds if kind.family == family]
        if members:
            print(f"{family.capitalize()}")
        for kind in members:
            package = package_of(kind)
            print(f"  {kind.type_name:<{width}}  {kind.summary}{f' (from {package})' if package else ''}")
    found = plugins()
    if found:
        print("Plug-ins")
    for plugin in found:
        print(f"  {plugin}: {', '.join(plugin.layers) if plugin.error is None else f'not loaded. {plugin.error}'}")


@datasets_app.callback(invoke_without_command=True)
def datasets(context: typer.Context) -> None:
    """List the data sets, or fetch one with `get`."""
    if context.invoked_subcommand is not None:
        return
    from playground.training.datasets import DATASETS

    width = max(len(name) for name in DATASETS)
    for name, kind in DATASETS.items():
        print(f"{name:<{width}}  {kind.title}: {kind.summary}")
        dataset = kind().describe()
        if dataset is not None:
            print(f"{'':<{width}}  {_contents(dataset)}; {_whereabouts(dataset)}")


def _contents(dataset: Dataset) -> str:
    """Samples, their shape, and what there is to predict."""
    own = f" and {dataset.test_samples:,} test" if dataset.test_samples else ""
    names = {"classes": "classes", "labels": "labels", "values": "values to predict"}
    kind = dataset.target.kind
    target = f", {dataset.target.count:,} {names[kind]}" if kind in names else ""
    return f"{dataset.train_samples:,} training{own} samples of {dataset.shape}{target}"


@datasets_app.command("get")
def get(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The data set.", show_default=False)],
    data_dir: DataDir = None,
) -> None:
    """Fetch a data set and check it against its published hashes."""
    from playground.training.datasets import DATASETS

    if name not in DATASETS:
        raise usage(f"there is no data set {name!r}. Data sets: {', '.join(DATASETS)}.")
    from playground.commands.fetching import fetch

    fetch(name, data_dir)


def schema() -> None:
    """Print the JSON Schema of the project file."""
    from playground.commands.json_schema import project_schema

    print(to_json(project_schema()))


def info() -> None:
    """Print versions, devices and folders."""
    from playground import __version__
    from playground.core.presets import presets_folder

    rows = [
        ("playground", __version__),
        ("Python", f"{platform.python_version()} on {platform.platform()}"),
        *((name, _version(name)) for name in DISTRIBUTIONS),
        *_computing(),
        *_data_folders(),
        ("presets", str(presets_folder())),
    ]
    width = max(len(name) for name, _ in rows)
    for name, value in rows:
        print(f"{name:<{width}}  {value}")


def _version(distribution: str) -> str:
    try:
        return importlib.metadata.version(distribution)
    except importlib.metadata.PackageNotFoundError:
        return "not installed"


def _computing() -> list[tuple[str, str]]:
    from playground.engine.devices import available_devices
    from playground.engine.threads import cores, training_threads

    devices = [(f"device {name}", title) for name, title in available_devices().items()]
    return [*devices, ("threads", f"{training_threads()} of {cores()} cores train, so that the window has one")]


def _data_folders() -> list[tuple[str, str]]:
    from playground.engine.data import data_folders
    from playground.training.datasets import DATASETS

    rows = [("data folder", f"{folder}{'' if folder.is_dir() else ' (not there yet)'}") for folder in data_folders()]
    described = {name: kind().describe() for name, kind in DATASETS.items()}
    return rows + [(f"data set {name}", _whereabouts(found)) for name, found in described.items() if found is not None]


def _whereabouts(dataset: Dataset) -> str:
    from playground.engine.data import find_files

    if not dataset.files:
        return "comes with the program"
    paths = find_files(dataset)
    return f"in {paths[0].parent}" if paths else f"not here yet: playground datasets get {dataset.name}"
