"""The network's own source, for those who read weights without a program that knows it."""

from __future__ import annotations

from pathlib import Path

from playground.core.codegen import generate
from playground.engine.export.interface import Interface
from playground.engine.trained import TrainedModel


def write_source(model: TrainedModel, interface: Interface, folder: Path) -> tuple[Path, str]:
    """A Python file in ``folder`` that defines the network, and the name of its class."""
    source = generate(interface.plan, title=model.project.title)
    path = folder / "network.py"
    path.write_text(source.text, encoding="utf-8")
    return path, source.class_name
