"""Under which heading a preset stands on the start page."""

from __future__ import annotations

from collections.abc import Iterable

from playground.core.language import mark
from playground.core.presets import FIRST, Preset
from playground.training.datasets import DATASETS
from playground.training.tasks import TASKS

# Those to begin with: one that trains in seconds, one whose boundary is seen to bend, the textbook's first.
_FIRST_STEPS = (FIRST, "spiral-2d", "mnist-mlp")
_OF_DATA = {
    "images": "Images", "table": "Tables", "sequences": "Sequences and text", "text": "Sequences and text",
    "points": "Points",
}  # fmt: skip
_GENERATIVE, _OTHER = mark("Generative networks and codes"), mark("Others")
HEADINGS = (
    mark("First steps"), mark("Images"), mark("Tables"), mark("Sequences and text"),
    mark("Generative networks and codes"), mark("Points"), mark("Others"),
)  # fmt: skip


def grouped(presets: Iterable[Preset]) -> dict[str, list[Preset]]:
    """Presets by heading, in the order of the page; headings without any are left out."""
    found: dict[str, list[Preset]] = {heading: [] for heading in HEADINGS}
    for preset in presets:
        found[_heading(preset)].append(preset)
    first = found[HEADINGS[0]]
    first.sort(key=lambda preset: _FIRST_STEPS.index(preset.name))
    return {heading: members for heading, members in found.items() if members}


def _heading(preset: Preset) -> str:
    project = preset.project
    if preset.name in _FIRST_STEPS:
        return HEADINGS[0]
    task, data = TASKS.get(project.task.type), DATASETS.get(project.data.dataset)
    if task is not None and not task.predicts_target:
        return _GENERATIVE
    look = _look(preset) if data is not None and data.group == "own" else data.group if data is not None else ""
    return _OF_DATA.get(look, _OTHER)


def _look(preset: Preset) -> str:
    """What one's own data look like, as far as the preset's name of the kind tells."""
    return {"image-folder": "images", "idx": "images", "text-files": "text"}.get(preset.project.data.dataset, "table")
