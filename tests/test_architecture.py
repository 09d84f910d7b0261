"""What loads what, asked of a fresh interpreter: the house's direction as it is lived, not as it is linted."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
QT = {"PySide6", "shiboken6", "pyqtgraph", "superqt", "qtawesome"}
SCRIPT = "import sys, importlib; [importlib.import_module(m) for m in sys.argv[1:]]; print(*sys.modules)"


def loaded_by(*modules: str) -> set[str]:
    """Top-level packages in memory after importing ``modules``."""
    result = subprocess.run(
        [sys.executable, "-c", SCRIPT, *modules],
        capture_output=True, text=True, check=False, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    assert result.returncode == 0, result.stderr
    return {name.partition(".")[0] for name in result.stdout.split()}


@pytest.mark.parametrize(
    ("modules", "absent"),
    [
        (["playground"], {"torch", "numpy", "pydantic", *QT}),
        (["playground.core.files", "playground.core.edits", "playground.core.infer", "playground.core.forms"],
         {"torch", "numpy", *QT}),
        (["playground.layers"], {"torch", "numpy", *QT}),
        (["playground.training.check", "playground.training.optimizers"], {"torch", "numpy", *QT}),
        (["playground.telemetry", "playground.protocol"], {"torch", "pydantic", *QT}),
        (["playground.engine.worker"], {"torch", *QT}),
        (["playground.engine.loop", "playground.engine.checkpoint", "playground.engine.trained"], QT),
        (["playground.ui.main_window", "playground.ui.training_thread"], {"torch", "sklearn", "onnx", "pandas"}),
        (["playground.cli"], {"torch", "numpy", *QT}),
        (["playground.api"], QT),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)  # fmt: skip
def test_importing_it_does_not_load(modules, absent):
    assert loaded_by(*modules) & absent == set()


def test_what_must_be_there_is_there_so_that_the_question_means_something():
    assert "torch" in loaded_by("playground.engine.loop")
    assert "PySide6" in loaded_by("playground.ui.theme")


def test_the_linters_contracts_hold():
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"]
    result = subprocess.run([*command, "--no-cache"], capture_output=True, text=True, check=False, cwd=ROOT)
    assert result.returncode == 0, result.stdout + result.stderr
