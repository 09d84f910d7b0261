"""A bundle from elsewhere is read with suspicion: names, sizes and versions are checked before anything else."""

from __future__ import annotations

import io
import json
import os
import zipfile
from pathlib import Path

import pytest

from playground.core import bundle
from playground.core.files import FileError, dump_project
from playground.core.project import Project

METADATA = {"format": bundle.BUNDLE_FORMAT, "version": bundle.BUNDLE_VERSION, "seed": 3}


def members(**changed: bytes) -> dict[str, bytes]:
    """A whole bundle; ``metadata=b"…"`` replaces the member metadata.json."""
    found = {
        bundle.PROJECT: dump_project(Project(title="Mine")).encode(),
        bundle.METADATA: json.dumps(METADATA).encode(),
        bundle.HISTORY: b'{"epochs": []}',
        bundle.RANDOM: b"{}",
        bundle.OPTIMIZER: b"{}",
        bundle.WEIGHTS: b"weights",
        bundle.OPTIMIZER_TENSORS: b"tensors",
    }
    return {**found, **{f"{name}.json": content for name, content in changed.items()}}


def zipped(path: Path, entries: list[tuple[str, bytes, int]]) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, content, method in entries:
            archive.writestr(name, content, method)
    return path


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    path = tmp_path / "mine.playground"
    bundle.write_members(path, members())
    return path


def refusal(path: Path) -> str:
    with pytest.raises(FileError) as error:
        bundle.read_bundle_text(path)
    message = str(error.value)
    assert message.startswith(path.name)
    assert "\n" not in message
    return message


def test_what_was_written_is_read(sound: Path) -> None:
    text = bundle.read_bundle_text(sound)
    assert text.project.title == "Mine"
    assert text.metadata == METADATA
    assert text.history == {"epochs": []}
    assert bundle.read_members(sound) == members()


def test_the_same_content_gives_the_same_file(sound: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.playground"
    bundle.write_members(other, members())
    assert other.read_bytes() == sound.read_bytes()


def test_a_file_that_is_no_zip_is_named(tmp_path: Path) -> None:
    path = tmp_path / "cat.playground"
    path.write_bytes(b"meow")
    assert "is not a trained bundle" in refusal(path)
    path.write_bytes(b"")
    assert "is not a trained bundle" in refusal(path)


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    assert "cannot be read" in refusal(tmp_path / "none.playground")
    assert "cannot be read" in refusal(tmp_path)


@pytest.mark.parametrize("part", [0.1, 0.5, 0.9, 0.99])
def test_a_truncated_bundle_is_named(sound: Path, part: float) -> None:
    content = sound.read_bytes()
    sound.write_bytes(content[: int(len(content) * part)])
    assert "damaged or cut off" in refusal(sound)


def test_every_flipped_byte_of_the_texts_is_found_or_harmless(sound: Path) -> None:
    content = sound.read_bytes()
    for place in range(0, len(content), 7):
        damaged = bytearray(content)
        damaged[place] ^= 0xFF
        sound.write_bytes(damaged)
        try:
            assert bundle.read_bundle_text(sound).project.title == "Mine"
        except FileError as error:
            assert sound.name in str(error)


def test_a_member_that_is_missing_is_named(tmp_path: Path) -> None:
    part = members()
    del part[bundle.HISTORY]
    path = tmp_path / "part.playground"
    bundle.write_members(path, part)
    assert "lacks history.json" in refusal(path)


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "code.py", "data.pkl", "project.json/"])
def test_a_member_that_no_bundle_has_is_refused(tmp_path: Path, name: str) -> None:
    path = zipped(tmp_path / "odd.playground", [(name, b"x", zipfile.ZIP_STORED)])
    assert "which no bundle has" in refusal(path)


def test_a_member_that_stands_there_twice_is_refused(tmp_path: Path) -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        path = zipped(tmp_path / "twice.playground", [(bundle.PROJECT, b"{}", zipfile.ZIP_STORED)] * 2)
    assert "twice" in refusal(path)


def test_text_that_would_fill_the_memory_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    huge = b" " * (bundle.MAX_TEXT_BYTES + 1)
    path = zipped(tmp_path / "bomb.playground", [(bundle.HISTORY, huge, zipfile.ZIP_DEFLATED)])
    assert path.stat().st_size < 100_000
    assert "the limit is 64 MB" in refusal(path)
    path = zipped(path, [(bundle.HISTORY, huge[: 2**23], zipfile.ZIP_DEFLATED)])
    assert "far more than it should" in refusal(path)


def test_compressed_tensors_are_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "bomb.playground", [(bundle.WEIGHTS, b"0" * 10_000, zipfile.ZIP_DEFLATED)])
    assert "stores tensors as they are" in refusal(path)


def test_parts_that_claim_to_be_larger_than_the_file_are_refused(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(bundle.WEIGHTS, b"w" * 50)
    content = bytearray(buffer.getvalue())
    entry = content.index(b"PK\x01\x02")
    content[entry + 20 : entry + 28] = (10**9).to_bytes(4, "little") * 2
    path = tmp_path / "liar.playground"
    path.write_bytes(content)
    assert "larger than the file" in refusal(path)


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"metadata": b'{"format": "zip"}'}, "is not a bundle of Neural Playground"),
        ({"metadata": json.dumps({**METADATA, "version": 99}).encode()}, "version 99"),
        ({"metadata": json.dumps({**METADATA, "version": "1"}).encode()}, "version '1'"),
        ({"metadata": b"[]"}, "metadata.json: should be a JSON object"),
        ({"metadata": b"\xff\xfe"}, "metadata.json: is not text"),
        ({"history": b'{"epochs": NaN}'}, "NaN is not allowed"),
        ({"history": b'{"a":' * 100_000}, "history.json"),
        ({"project": b"{}"}, "project.json"),
    ],
)
def test_a_text_that_is_wrong_is_named_with_its_place(tmp_path: Path, changed: dict[str, bytes], expected: str) -> None:
    path = tmp_path / "wrong.playground"
    bundle.write_members(path, members(**changed))
    assert expected in refusal(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are POSIX")
def test_a_pipe_is_refused_instead_of_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "pipe.playground"
    os.mkfifo(path)
    assert "is not a file" in refusal(path)
    with pytest.raises(FileError, match="is not a file"):
        bundle.read_content(path)


@pytest.mark.parametrize("number", [b"1e999", b"-1e999", b"NaN", b"Infinity"])
def test_a_number_that_is_not_finite_is_refused(tmp_path: Path, number: bytes) -> None:
    path = tmp_path / "wide.playground"
    bundle.write_members(path, members(history=b'{"a": [' + number + b"]}"))
    assert "history.json" in refusal(path)
    assert number.decode() in refusal(path)
