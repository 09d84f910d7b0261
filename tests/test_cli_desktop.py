"""The desktop entry: where it goes, what it says, and that it goes away again."""

from __future__ import annotations

import configparser
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QImage

from playground import cli
from playground.commands import desktop

Out = pytest.CaptureFixture[str]
pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other desktops take no entry")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    return tmp_path


def _files(folder: Path) -> set[str]:
    made = (path for path in folder.rglob("*neural-playground.*") if path.is_file())
    return {path.relative_to(folder).as_posix() for path in made}


def test_it_is_installed_twice_and_taken_away_again(home: Path, capsys: Out) -> None:
    for _ in range(2):
        assert cli.main(["--install-desktop"]) == 0
    assert "in the desktop's menu" in capsys.readouterr().out
    wanted = {"applications/neural-playground.desktop", "mime/packages/neural-playground.xml",
              "icons/hicolor/scalable/apps/neural-playground.svg"}  # fmt: skip
    wanted |= {f"icons/hicolor/{size}x{size}/apps/neural-playground.png" for size in (16, 32, 48, 64, 128, 256)}
    assert _files(home) == wanted

    read = configparser.RawConfigParser(delimiters=("=",), strict=True)
    read.optionxform = str  # type: ignore[assignment, method-assign]
    read.read(home / "applications/neural-playground.desktop", encoding="utf-8")
    entry = read["Desktop Entry"]
    assert entry["Type"] == "Application" and entry["Icon"] == "neural-playground"
    assert shlex.split(entry["Exec"]) == [sys.executable, "-m", "playground", "%f"]
    ran = subprocess.run([*shlex.split(entry["Exec"])[:-1], "--version"], capture_output=True, text=True, check=True)
    assert ran.stdout.startswith("playground ")

    space = "{http://www.freedesktop.org/standards/shared-mime-info}"
    types = ElementTree.parse(home / "mime/packages/neural-playground.xml").findall(f"{space}mime-type")
    assert {each.get("type") for each in types} == set(entry["MimeType"].strip(";").split(";"))
    icon = QImage(str(home / "icons/hicolor/64x64/apps/neural-playground.png"))
    assert (icon.width(), icon.height()) == (64, 64)
    assert icon.pixelColor(32, 10).name() == "#2f6feb" and icon.pixelColor(16, 32).name() == "#ffffff"
    assert icon.pixelColor(0, 0).alpha() == 0

    assert cli.main(["--uninstall-desktop"]) == 0 and _files(home) == set()
    assert cli.main(["--uninstall-desktop"]) == 0
    assert "nothing to remove" in capsys.readouterr().out


@pytest.mark.parametrize("word", ["/opt/my programs/python", '/o/"q"/$x/`y`/100%', "/o/back\\slash"])
def test_any_path_survives_the_quoting(word: str) -> None:
    """Unescaped as the specification says: first the value, then within the quotes, then the doubled percent sign."""
    value = desktop._quoted(word).replace("\\\\", "\\")
    assert value[0] == value[-1] == '"'
    inside, out = iter(value[1:-1]), ""
    for letter in inside:
        out += next(inside) if letter == "\\" else letter
    assert out.replace("%%", "%") == word


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Out) -> None:
    (tmp_path / "applications").write_text("a file in the way", encoding="utf-8")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert cli.main(["--install-desktop"]) == 1
    said = capsys.readouterr().err
    assert said.startswith("playground: The desktop entry cannot be written") and said.count("\n") == 1
    assert cli.main(["--install-desktop", "--uninstall-desktop"]) == 2


@pytest.mark.skipif(shutil.which("desktop-file-validate") is None, reason="the desktop's own judge is not installed")
def test_the_desktops_own_judge_finds_nothing(home: Path) -> None:
    assert cli.main(["--install-desktop"]) == 0
    judged = subprocess.run(
        ["desktop-file-validate", str(home / "applications/neural-playground.desktop")],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (judged.returncode, judged.stdout) == (0, "")
