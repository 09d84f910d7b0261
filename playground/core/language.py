"""The words of the program in the language that is spoken. English is what stands in the code.

``tr`` looks a text up in the catalogue that was chosen; without one it says the text itself. Values are put in after
the look-up, so that a catalogue holds sentences with named places and another language may put them in another order.
Qt-free: what ``core``, ``layers`` and the worker say is translated by the same function, from the same file, which is
one of Qt Linguist's (``resources/translations``).
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

from playground.core.resources import resource_path

Catalogue = Callable[[str], str | None]

# By the name of the catalogue; each calls itself what its speakers call it. English needs none.
LANGUAGES: dict[str, str] = {"en": "English", "zh_CN": "简体中文"}
# Those that a person can choose: a language joins when its catalogue is complete.
OFFERED: tuple[str, ...] = ("en", "zh_CN")
VARIABLE = "PLAYGROUND_LANGUAGE"  # tells the worker, a process of its own, what the window speaks

_spoken: list[Catalogue] = []  # the catalogue in use; none for English
_english: dict[str, str] = {}  # what its texts are called in English


def tr(text: str, /, **values: object) -> str:
    """``text`` as the current language has it, with ``values`` at its named places.

    Call it with a literal (or one that ``mark`` has marked): the catalogue's entries are collected from the source.
    """
    said = (_spoken[0](text) if _spoken else None) or text
    return said.format(**values) if values else said


def mark(text: str, /) -> str:
    """``text`` unchanged: marked as one that ``tr`` will look up later, in a table made when a module is imported."""
    return text


def speak(catalogue: Catalogue | None) -> None:
    """From now on ``tr`` looks up in ``catalogue``; None: English."""
    _spoken[:] = [] if catalogue is None else [catalogue]


def foreign() -> bool:
    """Whether another language than English is spoken: words of libraries, which are English, are then better left."""
    return bool(_spoken)


def speak_language(name: str) -> None:
    """From now on, in this process and in those that it starts, ``tr`` speaks one of ``LANGUAGES``; else English."""
    known = name if name in LANGUAGES else "en"
    os.environ[VARIABLE] = known
    words = {} if known == "en" else read_catalogue(catalogue_path(known))
    _english.clear()
    _english.update({said: text for text, said in words.items()})
    speak(words.get if words else None)


def in_english(said: str) -> str:
    """A text as ``tr`` says it, in English: who knows the field's English words searches by them, too."""
    return _english.get(said, said)


def spoken_language() -> str:
    """The name of the language that this process was told to speak, one of ``LANGUAGES``."""
    return os.environ.get(VARIABLE, "en")


def speak_as_told() -> None:
    """Speak what the process that started this one speaks."""
    speak_language(spoken_language())


def catalogue_path(name: str) -> Path:
    """The file of a language's words."""
    return resource_path("translations", f"playground_{name}.ts")


def read_catalogue(path: Path) -> dict[str, str]:
    """English → translation, of those that have one.

    Raises ``OSError`` and ``xml.etree.ElementTree.ParseError`` for a file that is not there or damaged.
    """
    found: dict[str, str] = {}
    for message in ElementTree.parse(path).iter("message"):  # noqa: S314 — a file of the program
        translation = message.find("translation")
        if translation is not None and translation.text and translation.get("type") is None:
            found[message.findtext("source", "")] = translation.text
    return found
