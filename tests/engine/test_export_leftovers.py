"""The place beside the target: left alone while its process lives, cleared up after that."""

from __future__ import annotations

from pathlib import Path

from playground.engine.export.beside import Beside
from playground.engine.export.leftovers import Owner, abandoned


def left(parent: Path, name: str, target: str) -> Path:
    """As a process that was killed leaves it."""
    folder = parent / f".{name}.export.tmp"
    folder.mkdir()
    Owner(folder, target).release()
    return folder


def test_a_place_in_use_is_left_alone(tmp_path: Path) -> None:
    with Beside(tmp_path / "a.pt") as first, Beside(tmp_path / "a.pt") as second:
        assert abandoned(first.folder) is None
        assert first.folder.is_dir()
        assert second.folder.is_dir()
    assert list(tmp_path.iterdir()) == []


def test_the_folder_that_had_made_room_comes_back(tmp_path: Path) -> None:
    folder = left(tmp_path, "12345678", "net")
    assert abandoned(folder) == "net"
    (folder / "old").mkdir()
    (folder / "old" / "notes.txt").write_text("mine")
    with Beside(tmp_path / "other.pt"):
        assert not folder.exists()
        assert (tmp_path / "net" / "notes.txt").read_text() == "mine"


def test_a_name_that_leads_elsewhere_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    folder = left(tmp_path / "in", "12345678", "../net")
    (folder / "old").mkdir()
    with Beside(tmp_path / "in" / "other.pt"):
        assert folder.exists()
    assert not (tmp_path / "net").exists()


def test_replacing_is_known(tmp_path: Path) -> None:
    with Beside(tmp_path / "a.pt") as place:
        assert not place.replaces
        (tmp_path / "a.pt").touch()
        assert place.replaces
    (tmp_path / "folder").mkdir()
    with Beside(tmp_path / "folder") as place:
        assert not place.replaces
        (tmp_path / "folder" / "model.py").touch()
        assert place.replaces
