"""Which files belong together, by their names: inputs and targets, images and labels, training and test part."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

_INPUTS = {"x", "xs", "images", "image", "data", "features", "inputs", "input", "samples", "imgs"}
_TARGETS = {"y", "ys", "labels", "label", "targets", "target", "classes", "outputs", "t"}
_TRAIN, _TEST = {"train", "training", "tr"}, {"test", "testing", "t10k", "te"}
_JOINED = re.compile(r"([xyXY])(train|test)")
_FORMAT = re.compile(r"idx\d?|ubyte|gz|npy|npz|idx")


@dataclass(frozen=True)
class Role:
    """What a name says: inputs or targets, of the training or the test part; ``rest`` is what partners share."""

    role: Literal["x", "y", ""]
    test: bool
    rest: tuple[str, ...]


def role_of(name: str) -> Role:
    """Of the name of a file, or of an array in an .npz."""
    role: Literal["x", "y", ""] = ""
    test, rest = False, []
    for token in re.split(r"[_\-. ]+", _JOINED.sub(r"\1_\2", name)):
        word = token.lower()
        if word in _INPUTS and not role:
            role = "x"
        elif word in _TARGETS and not role:
            role = "y"
        elif word in _TEST:
            test = True
        elif word and word not in _TRAIN and not _FORMAT.fullmatch(word):
            rest.append(word)
    return Role(role, test, tuple(rest))


def partners(files: Sequence[str], path: Path) -> dict[str, str]:
    """``files`` as x, y, test_x and test_y. To a single one, those of its partners are added that stand beside it at
    ``path``; they are named as it was.
    """
    first, names = Path(files[0]), [Path(file).name for file in files]
    if len(files) == 1:
        own = role_of(first.name)
        beside = [each for each in sorted(path.parent.iterdir()) if each.is_file() and _alike(each.name, first.name)]
        roles = {each.name: role_of(each.name) for each in beside}
        names = [name for name, role in roles.items() if role.rest == own.rest and role.role] if own.role else names
        if own.test and not any(not roles[name].test for name in names):
            own = Role(own.role, False, own.rest)
    found: dict[str, str] = {}
    by_name = {Path(file).name: file for file in files}
    for name in sorted(names, key=lambda name: name != first.name):
        role = role_of(name)
        key = ("test_" if role.test else "") + (role.role or ("x" if "x" not in found else "y"))
        if key in found:
            key = key.replace("x", "y") if key.endswith("x") and len(files) > 1 else ""
        if key and key not in found:
            found[key] = by_name.get(name, str(first.parent / name))
    return _main(found)


def _main(found: dict[str, str]) -> dict[str, str]:
    """A test part alone is what is learned from; targets alone are inputs; a test part without targets is none."""
    if "x" not in found and "test_x" in found:
        found = {key.removeprefix("test_"): file for key, file in found.items() if key.startswith("test_")}
    if "x" not in found:
        found = {"x": next(iter(found.values()))}
    if ("test_x" in found) != ("test_y" in found) and "y" in found:
        found = {key: file for key, file in found.items() if not key.startswith("test_")}
    return found


def _alike(name: str, other: str) -> bool:
    """Whether both are of one format; compressed or not does not matter."""
    one, two = (Path(each.lower().removesuffix(".gz")).suffix for each in (name, other))
    return one == two or ("ubyte" in name and "ubyte" in other)
