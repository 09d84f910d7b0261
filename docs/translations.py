"""The catalogue of a language: what the program says, collected from its source, with what translators made of it.

``python -m docs.translations`` brings ``resources/translations/*.ts`` up to date: new texts come in without a
translation, those that nothing says any more go. ``… missing zh_CN out.json`` writes what lacks one, with the file
that says it; ``… fill zh_CN in.json`` takes translations, {"English": "中文"}. The files are Qt Linguist's.
"""

from __future__ import annotations

import ast
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import Any
from xml.etree import ElementTree
from xml.sax.saxutils import escape

from playground.core.forms import form_fields, worded
from playground.core.language import LANGUAGES, catalogue_path, read_catalogue
from playground.core.layer import FAMILIES, REGISTRY
from playground.core.presets import load_presets

_ROOT = Path(__file__).parent.parent / "playground"
_FUNCTIONS = {"tr", "mark"}
# Of classes that describe something (layers, losses, tasks …): what a person reads of them.
_CLASS_TEXTS = ("title", "summary", "explanation", "when", "description", "help", "hint", "label", "needs", "source",
    "licence",
)  # fmt: skip


def collected() -> dict[str, str]:
    """Text → the file that says it first, in the order of the files."""
    found: dict[str, str] = {}
    for path in sorted(_ROOT.rglob("*.py")):
        for text in literals(path):
            found.setdefault(text, path.relative_to(_ROOT.parent).as_posix())
    for text, place in (*described(), *presets()):
        found.setdefault(text, place)
    return found


def literals(path: Path) -> Iterator[str]:
    """The literal first arguments of ``tr`` and ``mark``."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name) or node.func.id not in _FUNCTIONS:
            continue
        if node.args and isinstance(node.args[0], ast.Constant) and isinstance(node.args[0].value, str):
            yield node.args[0].value


def described() -> Iterator[tuple[str, str]]:
    """What classes say of themselves and of their fields, with the module that says it."""
    yield from ((family.capitalize(), "playground/core/layer.py") for family in FAMILIES)
    for kind in kinds():
        place = kind.__module__.replace(".", "/") + ".py"
        for name in _CLASS_TEXTS:
            text = getattr(kind, name, None)
            if isinstance(text, str) and text:
                yield text, place
        if hasattr(kind, "model_fields"):
            for field in form_fields(kind):
                yield from ((text, place) for text in (field.label, field.help, field.section) if text)
                yield from ((worded(choice), place) for choice in field.choices)


def presets() -> Iterator[tuple[str, str]]:
    """What presets are called and what is said of them."""
    for preset in load_presets():
        told = preset.project
        names = [node.name for graph in told.networks.values() for node in graph.nodes if node.name]
        yield from ((text, f"presets/{preset.name}.json") for text in (told.title, told.description, *names))


def kinds() -> list[Any]:
    """All classes and records that describe something that people choose or set."""
    import playground.layers  # noqa: F401 — registers them
    from playground.core.project import (
        Augmentation,
        DataSettings,
        EarlyStopping,
        Preparation,
        TrainingSettings,
    )
    from playground.training.datasets import DATASETS
    from playground.training.losses import LOSSES
    from playground.training.metrics import METRICS
    from playground.training.optimizers import OPTIMIZERS
    from playground.training.schedules import SCHEDULES
    from playground.training.tasks import TASKS

    settings = [Augmentation, DataSettings, EarlyStopping, Preparation, TrainingSettings]
    tables = (DATASETS, LOSSES, METRICS, OPTIMIZERS, SCHEDULES, TASKS)
    return [*REGISTRY.all(), *(kind for table in tables for kind in table.values()), *settings]


def places(text: str) -> set[str]:
    """The names of the values that a sentence takes."""
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def write(name: str, texts: dict[str, str], translations: dict[str, str]) -> int:
    """Write a language's file; how many texts have no translation."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>",
        f'<TS version="2.1" language="{name}" sourcelanguage="en">', "<context>", "    <name>playground</name>",
    ]  # fmt: skip
    missing = 0
    for text, place in texts.items():
        made = translations.get(text, "")
        missing += not made
        unfinished = "" if made else ' type="unfinished"'
        lines += [
            "    <message>", f'        <location filename="../../{place}"/>',
            f"        <source>{escape(text)}</source>",
            f"        <translation{unfinished}>{escape(made)}</translation>", "    </message>",
        ]  # fmt: skip
    lines += ["</context>", "</TS>", ""]
    catalogue_path(name).write_text("\n".join(lines), encoding="utf-8")
    return missing


def known(name: str) -> dict[str, str]:
    """The translations that are there."""
    try:
        return read_catalogue(catalogue_path(name))
    except FileNotFoundError:
        return {}
    except ElementTree.ParseError as error:
        raise SystemExit(f"{catalogue_path(name)} is damaged: {error}") from error


def fill(name: str, made: dict[str, str]) -> list[str]:
    """Take translations; what is wrong with those that were not taken."""
    texts, translations, faults = collected(), known(name), []
    for text, translation in made.items():
        if not translation.strip():
            faults.append(f"no translation of {text!r}")
        elif places(text) != places(translation):
            faults.append(f"other values in {translation!r} than in {text!r}")
        elif text not in texts:
            faults.append(f"nothing says {text!r}")
        else:
            translations[text] = translation
    write(name, texts, translations)
    return faults


def main(arguments: list[str]) -> None:
    """See the module's text."""
    order, *more = arguments or ["update"]
    if order == "missing":
        name, out = more
        there = known(name)
        lacking = {text: place for text, place in collected().items() if text not in there}
        Path(out).write_text(json.dumps(lacking, ensure_ascii=False, indent=1), encoding="utf-8")
        print(f"{len(lacking)} texts lack a translation")
    elif order == "fill":
        name, given = more
        for fault in fill(name, json.loads(Path(given).read_text(encoding="utf-8"))):
            print(fault)
    for name in LANGUAGES:
        if name != "en" and order != "missing":
            print(f"{name}: {write(name, collected(), known(name))} without a translation")


if __name__ == "__main__":
    main(sys.argv[1:])
