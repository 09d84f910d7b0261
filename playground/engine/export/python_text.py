"""Pieces of exported files: text with places to fill in."""

from __future__ import annotations

from playground.core.codegen.layout import broken


def filled(text: str, values: dict[str, str]) -> str:
    """``text`` with «names» replaced, once: what a value holds is not looked at again."""
    parts = text.split("«")
    found = [parts[0]]
    for part in parts[1:]:
        name, _, rest = part.partition("»")
        found += [values[name], rest]
    return "".join(found)


def fitted(text: str) -> str:
    """``text`` with heads of functions broken that a long name made too long."""
    lines = text.split("\n")
    return "\n".join(part for line in lines for part in (broken(line) if line.startswith("def ") else [line]))
