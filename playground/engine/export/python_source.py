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
from playground.engine.data import DataError
from playground.engine.export.errors import ExportError
from playground.engine.export.interface import english, input_names, meaning
from playground.engine.export.python_data import BUNDLED_FILE, data_file, travels
from playground.engine.export.python_model import given_word, model_source, takes_samples
from playground.engine.export.python_text import filled
from playground.engine.export.python_train import names_in, train_source, unscripted
from playground.engine.export.weights import weights_of
from playground.engine.trained import TrainedModel
from playground.training.check import check
from playground.training.datasets import describe

# As in pyproject.toml: what the program itself is tested with.
REQUIREMENTS = ("torch>=2.10", "numpy>=2.1")
_LONGEST_LINE = 100_000  # of the names of all columns
MODEL, WEIGHTS, TRAIN, WORDS = "model.py", "weights.pt", "train.py", "words.txt"


def to_python(model: TrainedModel, name: str, data_dir: Path | str | None = None) -> dict[str, bytes]:
    """Files by name: for a ``name`` that ends in ``.py`` that file and its weights beside it, else a folder's content.

    Raises ``ExportError`` when data that go along cannot be had, or are not those that the network learned from.
    """
    if name.endswith(".py"):
        weights = f"{Path(name).stem}_weights.pt"
        source = model_source(model, weights)
        return {name: source.text.encode(), weights: _weights(model)}
    # a network that does not fit the project's data goes without: an imported one, one with several inputs
    why_not = _why_not(model)
    trains = not why_not
    # its names are the same whatever the class is called; no class has an underscore at its end
    source = model_source(model, WEIGHTS, names_in(train_source(model, "Network_")) if trains else ())
    files = {MODEL: source.text.encode(), WEIGHTS: _weights(model)}
    if trains:
        files[TRAIN] = train_source(model, source.class_name).encode()
        files |= _data(model, data_dir)
    if model.words and model.takes_data:
        files[WORDS] = "".join(f"{word}\n" for word in model.words).encode()
    requirements = [*REQUIREMENTS, *_distributions(source.packages)]
    files["requirements.txt"] = "".join(f"{line}\n" for line in requirements).encode()
    files["README.md"] = _readme(model, files, why_not).encode()
    return files


def _why_not(model: TrainedModel) -> str:
    """Why there is no training script, as half a sentence; "" where there is one."""
    if model.cut.part:
        return f"this is the {model.cut.part} alone"
    if not takes_samples(model.plan()):
        return "the network has several inputs or outputs"
    return unscripted(model) or ("" if check(model.project).ok else "the network does not fit its data")


def _data(model: TrainedModel, data_dir: Path | str | None) -> dict[str, bytes]:
    """The data themselves where they go along. Raises ``ExportError`` when they cannot be had."""
    dataset = describe(model.project.data)
    if dataset is None or not travels(dataset):
        return {}
    try:
        return {BUNDLED_FILE: data_file(model.project.data, data_dir, model.data_sha256)}
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

«use»«names»«train»"""
_ABOUT = {
    MODEL: "the network, `load()` for its weights, `predict()` for new samples",
    WEIGHTS: "the weights by layer, for `torch.load(path, weights_only=True)`",
    TRAIN: "the training: data, split, loss, optimizer and order as they were set",
    BUNDLED_FILE: "the data to train on",
    WORDS: "the words by id: the first has the id 2; 0 fills up in front, 1 is an unknown word",
}
_PREDICT = """## Predict

```python
from model import CLASSES, predict

rows = predict(«given»)  # N×«shape»: «values»
print([CLASSES[best] for best in rows.argmax(1)])
```
"""
_PREDICT_ALL = """## Predict

```python
from model import predict

rows = predict(«given»)  # N×«shape»: «values»
```
"""
_NO_TRAIN = """
There is no training script: «why».
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


def _use(model: TrainedModel) -> str:
    if not takes_samples(model.plan()):
        return _LOAD
    return _PREDICT if model.classes and model.tells != "labels" else _PREDICT_ALL


def _taken(model: TrainedModel) -> str:
    """What numbers the network takes, for people."""
    if model.data_shape.whole:
        return "whole numbers"
    if model.cut.inputs or (model.tells == "data" and not model.takes_data):
        return "floats"
    return "bytes from 0 to 255, or floats from 0 to 1" if model.data_shape.is_image else "floats"


def _readme(model: TrainedModel, files: dict[str, bytes], why_not: str) -> str:
    lines = [f"- `{name}`: {_ABOUT[name]}" for name in files if name in _ABOUT]
    shape = "×".join(map(str, model.data_shape.sizes))
    words = {"given": given_word(model), "shape": shape, "torch": torch.__version__, "values": _taken(model)}
    title = _marked_up(plain(model.project.title))
    return filled(
        _README,
        {
            "title": title or "Network",
            "files": "\n".join(lines),
            "use": filled(_use(model), words),
            "names": "".join(f"\n- {_marked_up(line)}" for line in _names(model)) + ("\n" if _names(model) else ""),
            "train": filled(_TRAIN, words) if TRAIN in files else filled(_NO_TRAIN, {"why": _marked_up(why_not)}),
        },
    )


def _names(model: TrainedModel) -> tuple[str, ...]:
    """All columns in order, categories, names of the results and what is done to them."""
    features = input_names(model)
    rest = [line for line in meaning(model, english) if not line.startswith("columns in order")]
    found = ([f"columns in order: {', '.join(features)}"] if features else []) + rest
    return tuple(plain(line, _LONGEST_LINE) for line in found)


def _marked_up(text: str) -> str:
    """``text`` with what Markdown would take for markup made plain."""
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>#&|" else sign for sign in text)
