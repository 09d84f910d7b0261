"""Neural Playground: build, train, watch and take away neural networks.

The small Python interface (``docs/python.md``) is re-exported lazily, so that
``import playground`` stays free of torch and Qt.
"""

from __future__ import annotations

from typing import Any

__version__ = "0.1.0"

__all__ = [
    "Network", "Trained", "TrainingFailed", "__version__", "check", "load", "new_project", "save", "train",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    if name in __all__:
        from playground import api

        return getattr(api, name)
    raise AttributeError(f"module 'playground' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
