"""Trained bundles (``*.playground``): a zip of text and tensors, read with suspicion. No torch, no numpy."""

from __future__ import annotations

import io
import json
import math
import stat
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playground.core.files import FileError, Told, parse_project, read_portions, write_atomic
from playground.core.language import tr
from playground.core.project import Project

SUFFIX = ".playground"
BUNDLE_FORMAT = "neural-playground-bundle"
BUNDLE_VERSION = 1

PROJECT, METADATA, HISTORY = "project.json", "metadata.json", "history.json"
RANDOM, OPTIMIZER = "random.json", "optimizer.json"
WEIGHTS, OPTIMIZER_TENSORS = "weights.safetensors", "optimizer.safetensors"
BEST = "best.safetensors"  # the weights of the best epoch, where a run that stops early is to end with them
TEXTS = (PROJECT, METADATA, HISTORY, RANDOM, OPTIMIZER)
TENSORS = (WEIGHTS, OPTIMIZER_TENSORS)
VERDICTS = "verdicts.safetensors"  # what was said of every sample after epochs, of classes alone
OPTIONAL = (BEST, VERDICTS)

MAX_TEXT_BYTES = 64 * 1024 * 1024
# Text shrinks some ten times; a member that claims more than this is made to fill the memory.
MAX_RATIO = 200
# A fixed date: the same content gives the same file.
_DATE = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class BundleText:
    """What a bundle says without its tensors."""

    project: Project
    metadata: dict[str, Any]
    history: dict[str, Any]


def read_bundle_text(path: Path | str, content: bytes | None = None) -> BundleText:
    """Project, metadata and history. Raises ``FileError``; nothing in the file is ever executed.

    ``content``: the file's bytes, if they were read already.
    """
    members = read_members(path, (PROJECT, METADATA, HISTORY), content)
    metadata = parse_object(path, METADATA, members[METADATA])
    _require_version(path, metadata)
    project = parse_project(_text(path, PROJECT, members[PROJECT]), f"{Path(path).name}: {PROJECT}")
    return BundleText(project, metadata, parse_object(path, HISTORY, members[HISTORY]))


def read_content(path: Path | str, told: Told | None = None) -> bytes:
    """The bytes of a bundle, unchecked. Raises ``FileError``."""
    path = Path(path)
    try:
        _file_size(path)
        return path.read_bytes() if told is None else read_portions(path, told)
    except OSError as error:
        raise FileError(path, tr("cannot be read: {value}.", value=error.strerror or error)) from error


def read_members(
    path: Path | str, names: tuple[str, ...] = TEXTS + TENSORS, content: bytes | None = None,
    optional: tuple[str, ...] = (),
) -> dict[str, bytes]:  # fmt: skip
    """The named members, and the optional ones that are there, after all members were checked. Raises ``FileError``.

    ``content`` is read instead of the file when it is given; ``path`` is then only named in errors.
    """
    path = Path(path)
    try:
        size = _file_size(path) if content is None else len(content)
        with zipfile.ZipFile(path if content is None else io.BytesIO(content)) as archive:
            infos = _checked(path, archive.infolist(), size)
            missing = [name for name in names if name not in infos]
            if missing:
                raise FileError(
                    path, tr("lacks {missing}; the file is incomplete. Save the bundle again.", missing=missing[0])
                )
            return {name: archive.read(infos[name]) for name in (*names, *optional) if name in infos}
    except zipfile.BadZipFile as error:
        raise FileError(path, _not_a_bundle(_beginning(path) if content is None else content, error)) from error
    except (zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise FileError(path, tr("is damaged inside ({error}). Take a backup, or train again.", error=error)) from error
    except OSError as error:
        raise FileError(path, tr("cannot be read: {value}.", value=error.strerror or error)) from error


def parse_object(path: Path | str, member: str, content: bytes) -> dict[str, Any]:
    """A JSON object, strictly: NaN, infinity and nesting without end are refused. Raises ``FileError``."""

    def refuse(constant: str) -> None:
        raise ValueError(tr("{constant} is not allowed", constant=constant))

    def finite(text: str) -> float:
        value = float(text)
        if math.isinf(value):
            raise ValueError(tr("{text} is too large a number", text=text[:40]))
        return value

    try:
        found = json.loads(_text(path, member, content), parse_constant=refuse, parse_float=finite)
    except RecursionError as error:
        raise FileError(path, tr("is nested too deeply."), member) from error
    except ValueError as error:
        raise FileError(path, tr("is not valid JSON: {error}.", error=error), member) from error
    if not isinstance(found, dict):
        raise FileError(path, tr("should be a JSON object."), member)
    return found


def write_members(path: Path | str, members: Mapping[str, bytes], told: Told | None = None) -> None:
    """Write a bundle atomically: after any failure the old file is still whole. Raises ``FileError``."""
    write_atomic(path, members_content(members), told)


def members_content(members: Mapping[str, bytes]) -> bytes:
    """The bytes of a bundle."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in members.items():
            info = zipfile.ZipInfo(name, _DATE)
            info.external_attr = 0o644 << 16
            # tensors hardly shrink, and stored ones cannot be a bomb
            info.compress_type = zipfile.ZIP_STORED if name in TENSORS + OPTIONAL else zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return buffer.getvalue()


def _checked(path: Path, infos: list[zipfile.ZipInfo], file_size: int) -> dict[str, zipfile.ZipInfo]:
    """Members by name. Raises ``FileError`` for one that does not belong in a bundle, or lies about its size."""
    found: dict[str, zipfile.ZipInfo] = {}
    for info in infos:
        if info.filename not in TEXTS + TENSORS + OPTIONAL:
            raise FileError(
                path,
                tr(
                    "holds {filename!r}, which no bundle has. This program did not write it.",
                    filename=info.filename[:80],
                ),
            )
        if info.filename in found:
            raise FileError(path, tr("holds {filename} twice. This program did not write it.", filename=info.filename))
        if info.flag_bits & 0x1:
            raise FileError(path, tr("is encrypted; bundles are not."), info.filename)
        if info.filename in TENSORS + OPTIONAL and info.compress_type != zipfile.ZIP_STORED:
            raise FileError(path, tr("is compressed; a bundle stores tensors as they are."), info.filename)
        if info.filename in TEXTS and info.file_size > MAX_TEXT_BYTES:
            raise FileError(
                path,
                tr("unpacks to {file_size:,.0f} MB; the limit is 64 MB.", file_size=info.file_size / 2**20),
                info.filename,
            )
        if info.file_size > max(info.compress_size, 1) * MAX_RATIO and info.file_size > 2**20:
            raise FileError(path, tr("would unpack to far more than it should."), info.filename)
        found[info.filename] = info
    if sum(info.compress_size for info in infos) > file_size:
        raise FileError(path, tr("is damaged: its parts are larger than the file."))
    return found


def _require_version(path: Path | str, metadata: dict[str, Any]) -> None:
    if metadata.get("format") != BUNDLE_FORMAT:
        raise FileError(path, tr("is not a bundle of Neural Playground."), METADATA)
    version = metadata.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise FileError(path, tr("has version {version!r}; expected a whole number.", version=version), METADATA)
    if version > BUNDLE_VERSION:
        raise FileError(
            path,
            tr(
                "has version {version}; this program reads up to {bundle_version}. Update it.",
                version=version,
                bundle_version=BUNDLE_VERSION,
            ),
            METADATA,
        )


def _file_size(path: Path) -> int:
    """Raises ``FileError`` for what is no file, ``OSError`` for what is not there."""
    found = path.stat()
    if not stat.S_ISREG(found.st_mode):  # reading a pipe would wait for ever
        raise FileError(path, tr("cannot be read: it is not a file."))
    return found.st_size


def _beginning(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(4)


def _not_a_bundle(content: bytes, error: Exception) -> str:
    if content.startswith(b"PK\x03\x04"):
        return tr("is damaged or cut off ({error}). Take a backup, or train again.", error=str(error).lower())
    return tr("is not a trained bundle (a zip file of weights and project).")


def _text(path: Path | str, member: str, content: bytes) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise FileError(path, tr("is not text."), member) from error
