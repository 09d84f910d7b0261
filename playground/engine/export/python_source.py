"""The network as Python that runs without this program: a folder to go on working in, or one file with its weights.

Weights are a plain dict of tensors, ``torch.load(path, weights_only=True)``: torch alone reads it, running no code from
it, and every type that torch has keeps its bits. Safetensors needs a further package, and numpy knows no bfloat16.
"""

from __future__ import annotations

import io
from importlib.metadata import packages_distributions
from pathlib import Path

import torch

from playground.core.codegen.quoting import plain
from playground.core.plan import Plan, make_plan
from playground.engine.data import DataError
from playground.engine.export.errors import ExportError
from playground.engine.export.python_data import BUNDLED_FILE, data_file, travels
from playground.engine.export.python_model import model_source, takes_samples
from playground.engine.export.python_text import filled
from playground.engine.export.python_train import names_in, train_source
from playground.engine.export.weights import weights_of
from playground.engine.trained import TrainedModel
from playground.training.check import check
from playground.training.datasets import DATASETS, Dataset

# As in pyproject.toml: what the program itself is tested with.
REQUIREMENTS = ("torch>=2.10", "numpy>=2.1")
MODEL, WEIGHTS, TRAIN = "model.py", "weights.pt", "train.py"


def to_python(model: TrainedModel, name: str) -> dict[str, bytes]:
    """Files by name: for a ``name`` that ends in ``.py`` that file and its weights beside it, else a folder's content.

    Raises ``ExportError`` when bundled data cannot be had.
    """
    if name.endswith(".py"):
        weights = f"{Path(name).stem}_weights.pt"
        source = model_source(model, weights)
        return {name: source.text.encode(), weights: _weights(model)}
    # a network that does not fit the project's data goes without: an imported one, one with several inputs
    trains = takes_samples(_plan(model)) and check(model.project).ok
    # its names are the same whatever the class is called; no class has an underscore at its end
    source = model_source(model, WEIGHTS, names_in(train_source(model, "Network_")) if trains else ())
    files = {MODEL: source.text.encode(), WEIGHTS: _weights(model)}
    if trains:
        files[TRAIN] = train_source(model, source.class_name).encode()
        files |= _data(DATASETS[model.project.data.dataset])
    requirements = [*REQUIREMENTS, *_distributions(source.packages)]
    files["requirements.txt"] = "".join(f"{line}\n" for line in requirements).encode()
    files["README.md"] = _readme(model, files).encode()
    return files


def _plan(model: TrainedModel) -> Plan:
    project = model.project
    graph = project.networks[model.network]
    return make_plan(graph, model.data_shape, network=model.network, networks=project.networks)


def _data(dataset: Dataset) -> dict[str, bytes]:
    """The data themselves where they go along. Raises ``ExportError`` when they cannot be had."""
    if not travels(dataset):
        return {}
    try:
        return {BUNDLED_FILE: data_file(dataset)}
    except DataError as error:
        raise ExportError(error.message, error.hint) from error


def _distributions(packages: tuple[str, ...]) -> list[str]:
    """What to install for the plug-ins whose classes are imported and not repeated."""
    known = packages_distributions() if packages else {}
    return [name for package in packages for name in known.get(package, [package])]


def _weights(model: TrainedModel) -> bytes:
    buffer = io.BytesIO()
    torch.save(weights_of(model), buffer)
    return buffer.getvalue()


_README = """# «title»

A neural network made and trained with Neural Playground. It runs with PyTorch and NumPy alone.

    pip install -r requirements.txt

«files»

«use»«train»"""
_ABOUT = {
    MODEL: "the network, `load()` for its weights, `predict()` for new samples",
    WEIGHTS: "the weights by layer, for `torch.load(path, weights_only=True)`",
    TRAIN: "the training: data, split, loss, optimizer and order as they were set",
    BUNDLED_FILE: "the data to train on",
}
_PREDICT = """## Predict

```python
from model import CLASSES, predict

rows = predict(«given»)  # N×«shape»: bytes from 0 to 255, or floats from 0 to 1
print([CLASSES[best] for best in rows.argmax(1)])
```
"""
_LOAD = """## Use

```python
from model import load

network = load()
```
"""
_TRAIN = """
## Train again

    python train.py

It draws new weights from the seed and writes `trained.pt`; `python train.py --help` tells what can be chosen. With the
same seed, machine and version of torch (it was «torch» here) the numbers are those of the program, bit for bit.
"""


def _readme(model: TrainedModel, files: dict[str, bytes]) -> str:
    lines = [f"- `{name}`: {_ABOUT[name]}" for name in files if name in _ABOUT]
    shape = "×".join(map(str, model.data_shape.sizes))
    words = {"given": "images" if model.data_shape.is_image else "samples", "shape": shape, "torch": torch.__version__}
    title = "".join(f"\\{sign}" if sign in "\\`*_[]<>#&|" else sign for sign in plain(model.project.title))
    return filled(
        _README,
        {
            "title": title or "Network",
            "files": "\n".join(lines),
            "use": filled(_PREDICT if TRAIN in files else _LOAD, words),
            "train": filled(_TRAIN, words) if TRAIN in files else "",
        },
    )
