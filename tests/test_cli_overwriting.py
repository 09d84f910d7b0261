"""The command line never writes over what it reads, nor two results into one file."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from playground import cli
from playground.core.presets import preset_path


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return Path(shutil.copy(preset_path("digits-cnn"), tmp_path / "mine.json"))


@pytest.mark.parametrize(
    "words",
    [
        ("train", "{project}", "--epochs", "1", "--limit", "50", "--out", "{project}"),
        ("train", "{project}", "--epochs", "1", "--limit", "50", "--json", "{project}"),
        ("train", "{project}", "--epochs", "1", "--limit", "50", "--json", "{folder}/a", "--out", "{folder}/a"),
        ("train", "{project}", "--epochs", "1", "--limit", "50", "--out", "{folder}/other.json"),
        ("export", "{project}", "--format", "pt", "-o", "{project}"),
    ],
)
def test_what_would_be_lost_is_refused_in_one_line(
    words: tuple[str, ...], project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = project.read_bytes()
    code = cli.main([word.format(project=project, folder=project.parent) for word in words])
    said = capsys.readouterr().err.strip()
    assert code == 2
    assert len(said.splitlines()) == 1
    assert project.read_bytes() == before
    assert [path.name for path in project.parent.iterdir()] == ["mine.json"]
