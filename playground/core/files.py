"""Reading and writing project files: strict, atomic, and never executing anything."""

from __future__ import annotations

import json
import os
import secrets
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO

from pydantic import ValidationError

from playground.core.language import foreign, tr
from playground.core.migrate import migrate
from playground.core.project import FORMAT, Project

MAX_BYTES = 64 * 1024 * 1024
# (bytes so far, bytes in all); whatever it raises ends the reading or writing, and leaves the old file as it was
Told = Callable[[int, int], None]
_PORTION = 16 * 1024 * 1024  # bytes after which it is told
# Deep enough for any parameter, far from Python's recursion limit.
MAX_DEPTH = 64


class FileError(Exception):
    """A file cannot be read or written. One line: the file, the place, what to do."""

    def __init__(self, path: Path | str, message: str, place: str = "") -> None:
        self.path, self.place = Path(path), place
        super().__init__(f"{self.path.name}: {place + ': ' if place else ''}{message}")


def load_project(path: Path | str) -> Project:
    """Read a project. Raises ``FileError``; the caller's own project stays as it is."""
    path = Path(path)
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):  # reading a pipe would wait for ever
            raise FileError(path, tr("cannot be read: it is not a file."))
        if found.st_size > MAX_BYTES:
            size = found.st_size / 2**20
            raise FileError(
                path,
                tr(
                    "has {size:.0f} MB; a project file has at most {max_bytes} MB.",
                    size=size,
                    max_bytes=MAX_BYTES // 2**20,
                ),
            )
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise FileError(path, tr("is not text, so it is not a project file.")) from error
    except OSError as error:
        raise FileError(path, tr("cannot be read: {value}.", value=error.strerror or error)) from error
    return parse_project(text, path)


def parse_project(text: str, path: Path | str = "project") -> Project:
    """Read a project from the text of a file; ``path`` is only named in errors. Raises ``FileError``."""
    try:
        data = json.loads(text, parse_constant=_Constant)
    except json.JSONDecodeError as error:
        cut = error.pos >= len(text.rstrip()) or error.msg.startswith("Unterminated")
        what = tr("ends too early, as if it had been cut off") if cut else error.msg.lower()
        raise FileError(
            path,
            tr("is not valid JSON: {what}.", what=what),
            tr("line {lineno}, column {colno}", lineno=error.lineno, colno=error.colno),
        ) from error
    except RecursionError as error:
        raise FileError(path, tr("is nested too deeply to be a project file.")) from error
    except ValueError as error:  # a number with more digits than Python converts
        raise FileError(path, tr("is not valid JSON: a number has too many digits.")) from error
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise FileError(path, tr('is not a Neural Playground project: "format": "{format}" is missing.', format=FORMAT))
    _refuse_bad_values(data, path)
    try:
        return Project.model_validate_json(json.dumps(migrate(data)))
    except ValidationError as error:
        first = error.errors()[0]
        raise FileError(path, _reason(first), _place(first["loc"])) from error
    except ValueError as error:
        raise FileError(path, f"{error}.") from error


def dump_project(project: Project) -> str:
    """Pretty, sorted text that is the same for the same project."""
    data = project.model_dump(mode="json", exclude_defaults=False)
    return json.dumps(data, indent=2, sort_keys=True, ensure_ascii=False, allow_nan=False) + "\n"


def save_project(project: Project, path: Path | str) -> None:
    """Write atomically: after any failure the old file is still whole. Raises ``FileError``."""
    write_atomic(path, dump_project(project).encode("utf-8"))


def write_atomic(path: Path | str, content: bytes, told: Told | None = None) -> None:
    """Write beside ``path``, flush to disk, then rename over it. Raises ``FileError``."""
    path = Path(path)
    target = Path(os.path.realpath(path))  # a link stays a link
    require_plain(path)
    temporary: str | None = None
    try:
        handle, temporary = _open_beside(target)
        with os.fdopen(handle, "wb") as file:
            _write(file, content, told)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(target)
        temporary = None
    except OSError as error:
        why = error.strerror or str(error)
        if os.path.exists(path):  # noqa: PTH110  (Path.exists may raise)
            reason = tr("cannot be saved: {why}. The file on disk is unchanged; save it elsewhere.", why=why)
        else:
            reason = tr("cannot be saved: {why}. Nothing was written; save it elsewhere.", why=why)
        raise FileError(path, reason) from error
    finally:
        if temporary is not None:
            Path(temporary).unlink(missing_ok=True)


def _write(file: BinaryIO, content: bytes, told: Told | None) -> None:
    """Where it is told how far it is, each portion goes to the disk at once: else all waiting would come at the end."""
    if told is None:
        file.write(content)
        return
    view = memoryview(content)
    for start in range(0, len(view), _PORTION):
        told(start, len(view))
        file.write(view[start : start + _PORTION])
        file.flush()
        os.fsync(file.fileno())
    told(len(view), len(view))


def read_portions(path: Path, told: Told) -> bytes:
    """The bytes of a file. Raises ``OSError``."""
    total = path.stat().st_size
    content = bytearray()
    with path.open("rb") as file:
        while portion := file.read(_PORTION):
            content += portion
            told(len(content), max(total, len(content)))
    return bytes(content)


def require_plain(path: Path) -> None:
    """Raises ``FileError`` for what stands there and is no file: a device or a pipe must not be replaced by one."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return  # nothing is there, or writing will say why it cannot be
    if not stat.S_ISREG(mode):
        what = tr("a folder") if stat.S_ISDIR(mode) else tr("not an ordinary file")
        raise FileError(path, tr("cannot be saved: there is {what} of that name. Save it elsewhere.", what=what))


def _open_beside(target: Path) -> tuple[int, str]:
    """A new file in the folder of ``target``, open for writing, and its path. Raises ``OSError``.

    It has the mode of the old file from the start, so that what is private stays so; a new file has the mode that the
    system gives new files. The umask is left alone: it belongs to the whole process, and other threads make files too.
    """
    mode = target.stat().st_mode & 0o777 if target.exists() else None
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    while True:
        path = target.with_name(f".{target.name}.{secrets.token_hex(4)}.tmp")
        try:
            handle = os.open(path, flags, 0o666 if mode is None else mode)
        except FileExistsError:
            continue  # somebody else's: try another name
        if mode is not None:
            path.chmod(mode)  # open() has taken the umask off
        return handle, str(path)


class _Constant:
    """NaN or Infinity as ``json`` met it; kept so that its place can be named."""

    def __init__(self, text: str) -> None:
        self.text = text


def _refuse_bad_values(data: Any, path: Path | str) -> None:
    """Raises ``FileError`` naming the place of a NaN, an infinity, or nesting beyond ``MAX_DEPTH``."""
    stack: list[tuple[Any, tuple[str | int, ...]]] = [(data, ())]
    while stack:
        value, place = stack.pop()
        if isinstance(value, _Constant) or (isinstance(value, float) and value in (float("inf"), float("-inf"))):
            name = value.text if isinstance(value, _Constant) else tr("a number too large")
            raise FileError(path, tr("{name} is not allowed; write a finite number.", name=name), _place(place))
        texts = [value] if isinstance(value, str) else value if isinstance(value, dict) else ()
        if any(_is_broken(text) for text in texts):
            raise FileError(path, tr("holds text that is not valid Unicode."), _place(place))
        if len(place) > MAX_DEPTH:
            raise FileError(
                path, tr("is nested deeper than {max_depth} levels.", max_depth=MAX_DEPTH), _place(place[:4]) + " …"
            )
        if isinstance(value, dict):
            stack += [(inner, (*place, key)) for key, inner in value.items()]
        elif isinstance(value, list):
            stack += [(inner, (*place, index)) for index, inner in enumerate(value)]


def _is_broken(text: str) -> bool:
    """Whether it holds a lone surrogate (half of a UTF-16 pair): that could be shown and edited, but never saved."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return True
    return False


def _place(location: tuple[Any, ...]) -> str:
    text = ""
    for part in location:
        text += f"[{part}]" if isinstance(part, int) else f"{'.' if text else ''}{part}"
    return text


def _reason(error: Any) -> str:
    if error["type"] == "extra_forbidden":
        return tr("is not a field of a project file. Remove it, or check its spelling.")
    if error["type"] == "missing":
        return tr("is missing.")
    if error["type"] == "value_error":
        return str(error["msg"]).removeprefix("Value error, ") + "."
    found = repr(error["input"])
    if error["type"] == "string_pattern_mismatch":
        return tr(
            "{found} cannot be a name here; the id of a layer is lower case and ends in a number, like conv1.",
            found=found[:60],
        )
    message = error["msg"].replace("Input should be", "should be")
    if foreign():  # the words of the library are English
        message = tr("is not what belongs there")
    return tr("{message}; found {value}.", message=message, value=found if len(found) < 60 else found[:57] + "…")
