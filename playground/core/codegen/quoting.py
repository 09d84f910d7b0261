"""Values and people's words as Python source: nothing that is quoted here gets out of its quotes."""

from __future__ import annotations

import builtins
import keyword
import math
import re
import unicodedata
from collections.abc import Collection
from typing import Any


def literal(value: Any) -> str:
    """Source that gives ``value`` again: numbers, text, None, tuples, lists, dicts, slices.

    Raises ``TypeError`` for anything else: a Call is plain data.
    """
    if value is None or value is Ellipsis or isinstance(value, (bool, int)):
        return "..." if value is Ellipsis else repr(value)
    if isinstance(value, float):
        return repr(value) if math.isfinite(value) else f'float("{value}")'
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, slice):
        return f"slice({literal(value.start)}, {literal(value.stop)}, {literal(value.step)})"
    if isinstance(value, tuple):
        parts = ", ".join(map(literal, value))
        return f"({parts},)" if len(value) == 1 else f"({parts})"
    if isinstance(value, list):
        return f"[{', '.join(map(literal, value))}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{literal(key)}: {literal(item)}' for key, item in value.items())}}}"
    raise TypeError(f"{type(value).__name__} cannot be written as source")


def quoted(text: str) -> str:
    """``text`` as a string literal on one line, in double quotes, without characters that do not show."""
    shown = []
    for character in text:
        if character in '"\\':
            shown.append("\\" + character)
        elif _hidden(character) and character != " ":
            written = repr(character)[1:-1]
            shown.append(written if written[0] == "\\" else f"\\U{ord(character):08x}")
        else:
            shown.append(character)
    return f'"{"".join(shown)}"'


def index(value: Any) -> str:
    """What stands between the brackets of ``x[…]``."""
    if isinstance(value, tuple) and value:
        return ", ".join(map(_index_part, value)) + ("," if len(value) == 1 else "")
    return _index_part(value)


def _index_part(value: Any) -> str:
    if not isinstance(value, slice):
        return literal(value)
    start, stop = ("" if end is None else literal(end) for end in (value.start, value.stop))
    return f"{start}:{stop}" if value.step is None else f"{start}:{stop}:{literal(value.step)}"


def plain(text: str, limit: int = 120) -> str:
    """``text`` on one line, without control characters or marks that turn the direction of reading."""
    shown = "".join(" " if _hidden(character) else character for character in text)
    shown = " ".join(shown.split())
    return shown if len(shown) <= limit else shown[: limit - 1].rstrip() + "…"


def comment(text: str, limit: int = 60) -> str:
    """``# text``, safe behind a statement; nothing for text in which nothing shows."""
    shown = plain(text, limit)
    return f"# {shown}" if shown else ""


def docstring(text: str, limit: int = 90) -> str:
    """``text`` for the inside of a docstring: on one line, unable to end it."""
    return plain(text, limit).replace("\\", "/").replace('"""', "'''").rstrip('"')


def class_name(text: str, taken: Collection[str] = ()) -> str:
    """A class's name made of ``text`` ("U-net 2" gives ``UNet2``), free of keywords, builtins and ``taken``."""
    words = re.findall(r"[A-Za-z0-9]+", text)
    made = "".join(word[0].upper() + word[1:] for word in words).lstrip("0123456789") or "Network"
    if keyword.iskeyword(made) or hasattr(builtins, made):
        made += "Network"
    free, number = made, 2
    while free in taken:
        free, number = f"{made}{'_' if made[-1].isdigit() else ''}{number}", number + 1
    return free


def _hidden(character: str) -> bool:
    """Controls, direction marks, halves of surrogate pairs, unassigned and separators of lines."""
    return unicodedata.category(character) in {"Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp"}
