"""An imported network as a trained bundle: its weights at position 0, with a fresh optimizer."""

from __future__ import annotations

import json
import platform
from pathlib import Path
from typing import Any

import numpy as np
import torch
from safetensors.numpy import save as dump_arrays

import playground
from playground.core import bundle as file
from playground.core.files import dump_project, write_atomic
from playground.engine.checkpoint import IMPORTED
from playground.engine.importing.project import Imported
from playground.telemetry.run_history import RunHistory
from playground.training.datasets import DATASETS


def bundle_content(imported: Imported) -> bytes:
    """The bytes of the bundle."""
    project = imported.project
    graph = project.networks[imported.network]
    layers = {node.id: node.title for node in graph.nodes if any(n.startswith(f"{node.id}.") for n in imported.weights)}
    optimizer = {"type": project.training.optimizer.type, "learning_rate": project.training.learning_rate}
    members = {
        file.PROJECT: dump_project(project).encode(),
        file.METADATA: _json(_metadata(imported)),
        file.HISTORY: _json(RunHistory(layers=layers).to_dict()),
        file.RANDOM: _json({}),
        file.OPTIMIZER: _json(optimizer),
        file.WEIGHTS: dump_arrays(imported.weights),
        file.OPTIMIZER_TENSORS: dump_arrays({}),
    }
    return file.members_content(members)


def save_imported(imported: Imported, path: Path | str) -> None:
    """Write the bundle atomically. Raises ``FileError``."""
    write_atomic(path, bundle_content(imported))


def _metadata(imported: Imported) -> dict[str, Any]:
    project = imported.project
    return {
        "format": file.BUNDLE_FORMAT,
        "version": file.BUNDLE_VERSION,
        "network": imported.network,
        "versions": {
            "playground": playground.__version__, "torch": torch.__version__, "numpy": np.__version__,
            "python": platform.python_version(),
        },
        "platform": platform.platform(),
        "device": "cpu",
        "seed": project.training.seed,
        "parameters": imported.parameters,
        "classes": list(imported.classes),
        "data": {"dataset": project.data.dataset if project.data.dataset in DATASETS else "", "sha256": ""},
        "epochs": project.training.epochs,
        "position": {"epoch": 0, "batch": 0, "step": 0},
        "totals": {"sums": {}, "samples": 0},
        "seconds": 0.0,
        "test": None,
        IMPORTED: {
            "file": imported.path.name,
            "sha256": imported.sha256,
            "producer": imported.producer,
            "opset": imported.opset,
            "placeholders": [
                {"layer": p.node, "operator": p.operator, "reason": p.reason} for p in imported.placeholders
            ],
        },
    }  # fmt: skip


def _json(data: dict[str, Any]) -> bytes:
    return json.dumps(data, indent=1, sort_keys=True, ensure_ascii=False, allow_nan=False).encode()
