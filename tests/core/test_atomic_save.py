"""A full disk, a limit or a read-only folder while saving: the old file is still whole. With real ones."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from playground.core import files
from playground.core.files import FileError, load_project, read_portions, save_project, write_atomic
from playground.core.project import Project

OLD = Project(title="old")
LARGE = Project(
    title="new", description="x" * 2000, networks={f"N{i}": OLD.networks["Classifier"] for i in range(4000)}
)

NOT_ROOT = 65534
SAVE = """
import os, resource, sys
from playground.core.files import FileError, save_project
from playground.core.project import Project
{before}
try:
    save_project(Project(title="new", description="x" * 2000), sys.argv[1])
except FileError as error:
    print(error)
    sys.exit(7)
"""


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """A real file system of 64 KiB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = shutil.which("mount")
    if mount is None or os.geteuid() != 0:
        pytest.skip("mounting a small file system needs root")
    made = subprocess.run([mount, "-t", "tmpfs", "-o", "size=64k", "none", folder], capture_output=True, check=False)
    if made.returncode:
        pytest.skip(f"this machine does not let root mount: {made.stderr.decode().strip()}")
    try:
        yield folder
    finally:
        subprocess.run(["umount", folder], check=True)


def save_in_a_process(path: Path, before: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", SAVE.format(before=before), path], capture_output=True, text=True, check=False
    )


def assert_whole(path: Path) -> None:
    assert load_project(path) == OLD
    assert [p.name for p in path.parent.iterdir()] == [path.name], "a temporary file was left behind"


def test_a_full_disk(tiny_disk):
    path = tiny_disk / "p.json"
    save_project(OLD, path)
    with pytest.raises(FileError, match=r"p\.json: cannot be saved: No space left on device"):
        save_project(LARGE, path)
    assert_whole(path)


def test_a_limit_on_the_size_of_files(tmp_path):
    path = tmp_path / "p.json"
    save_project(OLD, path)
    limit = "import signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
    limit += "resource.setrlimit(resource.RLIMIT_FSIZE, (1024, 1024))"
    result = save_in_a_process(path, limit)
    assert result.returncode == 7, result.stderr
    assert result.stdout.startswith("p.json: cannot be saved: File too large.")
    assert_whole(path)


def test_a_read_only_folder(tmp_path):
    folder = tmp_path / "locked"
    folder.mkdir()
    path = folder / "p.json"
    save_project(OLD, path)
    path.chmod(0o644)
    folder.chmod(0o555)
    for parent in (tmp_path, *tmp_path.parents):  # let another user reach it
        if parent.stat().st_uid == os.geteuid() and parent != Path("/"):
            parent.chmod(parent.stat().st_mode | 0o055)
    # root may write anywhere: become nobody
    become = f"os.setgroups([]); os.setuid({NOT_ROOT})" if os.geteuid() == 0 else ""
    try:
        result = save_in_a_process(path, become)
    finally:
        folder.chmod(0o755)
    assert result.returncode == 7, result.stderr
    assert result.stdout.startswith("p.json: cannot be saved: Permission denied.")
    assert_whole(path)


def test_a_pipe_or_device_of_that_name_is_left_alone(tmp_path: Path) -> None:
    pipe = tmp_path / "out.json"
    os.mkfifo(pipe)
    with pytest.raises(FileError, match="not an ordinary file of that name"):
        write_atomic(pipe, b"{}")
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert [entry.name for entry in tmp_path.iterdir()] == ["out.json"]


def test_it_is_told_how_much_is_written_and_who_raises_then_leaves_the_old_file(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "_PORTION", 4)
    path, told = tmp_path / "p.bin", []
    write_atomic(path, b"0123456789", lambda done, total: told.append((done, total)))
    assert path.read_bytes() == b"0123456789"
    assert told == [(0, 10), (4, 10), (8, 10), (10, 10)]

    def leave(done: int, _total: int) -> None:
        if done == 8:
            raise FileError(path, "was left.")

    with pytest.raises(FileError, match="was left"):
        write_atomic(path, b"abcdefghij", leave)
    assert path.read_bytes() == b"0123456789" and list(tmp_path.iterdir()) == [path]
    assert read_portions(path, lambda done, total: told.append((done, total))) == b"0123456789"
    assert told[4:] == [(4, 10), (8, 10), (10, 10)]
