"""The wheel, built through the source archive, installed into a fresh environment and run from elsewhere.

Torch and the others are not installed again: a ``.pth`` file lends them from the running environment. The program
itself must come from the wheel.
"""

from __future__ import annotations

import json
import os
import site
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def run(*command: str | Path, cwd: Path, **options) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False, **options)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("dist")
    built = run(sys.executable, "-m", "build", "--no-isolation", "--outdir", out, ROOT, cwd=ROOT)
    assert built.returncode == 0, built.stdout + built.stderr
    assert len(list(out.glob("neural_playground-*.tar.gz"))) == 1
    (found,) = out.glob("neural_playground-*-py3-none-any.whl")
    return found


@pytest.fixture(scope="module")
def bin_folder(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ``bin`` of an environment that has the wheel, and nothing of this checkout."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=False, symlinks=os.name != "nt")
    scripts = folder / ("Scripts" if os.name == "nt" else "bin")
    python = scripts / "python"
    installed = run(sys.executable, "-m", "pip", "--python", python, "install", "-q", "--no-deps", wheel, cwd=folder)
    assert installed.returncode == 0, installed.stderr
    packages = Path(run(python, "-c", "import site; print(site.getsitepackages()[0])", cwd=folder).stdout.strip())
    (packages / "borrowed.pth").write_text("\n".join(site.getsitepackages()), encoding="utf-8")
    return scripts


def test_presets_and_resources_are_inside(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    for folder in ("presets", "resources"):
        expected = {
            f"playground/_share/{path.relative_to(ROOT).as_posix()}"
            for path in (ROOT / folder).rglob("*")
            if path.is_file() and not path.name.startswith(".")
        }
        assert expected and expected <= names
    assert "playground/py.typed" in names
    assert not [name for name in names if name.startswith(("tests/", "docs/", "benchmarks/"))]


def test_the_program_comes_from_the_wheel(bin_folder, tmp_path):
    found = run(bin_folder / "python", "-c", "import playground; print(playground.__file__)", cwd=tmp_path)
    assert Path(found.stdout.strip()).is_relative_to(bin_folder.parent), found.stderr


def test_it_lists_its_presets(bin_folder, tmp_path):
    listed = run(bin_folder / "playground", "presets", cwd=tmp_path)
    assert listed.returncode == 0, listed.stderr
    for name in ("digits-cnn", "mnist-mlp", "mnist-cnn"):
        assert name in listed.stdout


def test_it_checks_a_preset_from_another_folder(bin_folder, tmp_path):
    checked = run(bin_folder / "playground", "check", "digits-cnn", "--json", cwd=tmp_path)
    assert checked.returncode == 0, checked.stderr
    answer = json.loads(checked.stdout)
    assert answer["ok"] is True
    assert answer["problems"] == []
    (network,) = answer["networks"].values()
    assert network["parameters"] == sum(node["parameters"] for node in network["nodes"]) > 0


def test_its_window_finds_theme_and_icons(bin_folder, tmp_path):
    code = (
        "from PySide6.QtWidgets import QApplication; app = QApplication([]);"
        "from playground.ui.main_window import MainWindow; import sys; print('torch' in sys.modules)"
    )
    shown = run(bin_folder / "python", "-c", code, cwd=tmp_path)
    assert (shown.returncode, shown.stdout.strip()) == (0, "False"), shown.stderr
