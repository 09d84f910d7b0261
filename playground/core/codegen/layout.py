"""Long lines broken as a formatter would break them."""

from __future__ import annotations

from collections.abc import Iterator

WIDTH = 100
_INDENT = "    "
_OPERATORS = frozenset({"+", "-", "*", "/", "@"})


def broken(line: str, width: int = WIDTH) -> list[str]:
    """``line`` as one line, or as several of at most ``width`` where its brackets allow it."""
    if len(line) <= width:
        return [line]
    group = _largest_group(line)
    if group is None:
        return _broken_sum(line)
    start, end = group
    indent = line[: len(line) - len(line.lstrip())]
    head, inside, tail = line[: start + 1], line[start + 1 : end].strip(), indent + line[end:]
    if len(indent + _INDENT + inside) <= width:
        return [head, indent + _INDENT + inside, *broken(tail, width)]
    parts = _parts(inside)
    if len(parts) == 1 and not inside.endswith(","):
        return [head, *broken(indent + _INDENT + inside, width), *broken(tail, width)]
    lines = [head]
    for part in parts:
        lines += broken(f"{indent}{_INDENT}{part},", width)
    return [*lines, *broken(tail, width)]


def _broken_sum(line: str) -> list[str]:
    """``x = a + b + …`` in parentheses, an operand a line."""
    head, equals, value = line.partition(" = ")
    words = value.split(" ")
    if not equals or not any(word in _OPERATORS for word in words):
        return [line]
    indent = line[: len(line) - len(line.lstrip())]
    rows = [indent + _INDENT + words[0]]
    for operator, operand in zip(words[1::2], words[2::2], strict=False):
        rows.append(f"{indent}{_INDENT}{operator} {operand}")
    return [f"{head} = (", *rows, f"{indent})"]


def _largest_group(line: str) -> tuple[int, int] | None:
    """Places of the outermost pair of brackets with most in it; None when there is none worth opening."""
    found: tuple[int, int] | None = None
    start = 0
    for place, character, depth in _scan(line):
        if character in "([{" and depth == 1:
            start = place
        elif character in ")]}" and depth == 0 and place - start > max(1, found[1] - found[0] if found else 0):
            found = (start, place)
    return found


def _parts(inside: str) -> list[str]:
    """What stands between the commas that are in no brackets."""
    commas = [place for place, character, depth in _scan(inside) if character == "," and depth == 0]
    starts = [0, *(comma + 1 for comma in commas)]
    ends = [*commas, len(inside)]
    return [part for start, end in zip(starts, ends, strict=True) if (part := inside[start:end].strip())]


def _scan(text: str) -> Iterator[tuple[int, str, int]]:
    """Each character outside string literals with its place and the depth of brackets after it."""
    depth, quote, escaped = 0, "", False
    for place, character in enumerate(text):
        if quote:
            if escaped:
                escaped = False
            elif character == "\\":
                escaped = True
            elif character == quote:
                quote = ""
            continue
        if character in "\"'":
            quote = character
            continue
        depth += (character in "([{") - (character in ")]}")
        yield place, character, depth
