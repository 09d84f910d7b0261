"""What a bundle says of the run besides its numbers: where it stands, on what it was trained, and with what."""

from __future__ import annotations

import platform
from dataclasses import asdict
from typing import Any

import numpy as np
import torch

import playground
from playground.core import bundle as file
from playground.engine.state import TrainingState
from playground.engine.threads import training_threads


def metadata_of(state: TrainingState) -> dict[str, Any]:
    """Plain data."""
    samples, arrays = state.samples, state.samples.arrays
    return {
        "format": file.BUNDLE_FORMAT,
        "version": file.BUNDLE_VERSION,
        "network": state.network,
        "versions": {
            "playground": playground.__version__,
            "torch": torch.__version__,
            "numpy": np.__version__,
            "python": platform.python_version(),
        },
        "platform": platform.platform(),
        "device": state.device.type,
        "threads": training_threads(),
        "seed": state.project.training.seed,
        "parameters": state.parameters,
        "classes": list(state.task.classes),
        "data": {
            "dataset": arrays.dataset.name,
            "sha256": arrays.sha256,
            "words": list(arrays.words),
            "inputs": samples.inputs.to_dict(),
            "targets": samples.targets.to_dict(),
            "train_samples": samples.train_count,
            "validation_samples": samples.validation_count,
            "test_samples": samples.test_count,
        },
        "epochs": state.epochs,
        "position": asdict(state.position),
        "totals": asdict(state.totals),
        "seconds": state.seconds,
        "test": state.history.test,
    }
