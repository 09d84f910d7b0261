"""What one's own data, as they were found, keep from training, and what they make hard to learn."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import ValidationError

from playground.core.edits import SetData
from playground.core.language import mark, tr
from playground.core.problems import Fix, Problem
from playground.core.project import Project
from playground.training.datasets import DATASETS, kind_of
from playground.training.datasets.own import Own, file_name, untrained_words
from playground.training.datasets.own_images import ImageFolder


def data_problems(project: Project) -> Iterator[Problem]:
    """Of data that were read; what cannot be read, or misses a choice, is a matter of the settings."""
    if project.data.dataset not in DATASETS:
        return
    try:
        kind = kind_of(project.data)
    except ValidationError:
        return
    if not isinstance(kind, Own) or kind.missing():
        return
    if isinstance(kind, ImageFolder):
        yield from _mixed_sizes(project, kind)
    yield from _untrained(kind)


def _mixed_sizes(project: Project, kind: ImageFolder) -> Iterator[Problem]:
    """Images of several sizes are one shape only once they are resized."""
    found, now = kind.parts, project.data.preparation
    if not found.mixed or now.size is not None:
        return
    one, two = found.sizes[0], found.sizes[-1]
    size = f"{one.height} × {one.width}"
    yield Problem(
        "error",
        "image-sizes",
        tr(
            "{file_name}: images have {sizes_total:,} sizes; {example} has {size} pixels, "
            "{example2} {height} × {width} (height × width).",
            file_name=file_name(kind.files[0]),
            sizes_total=found.sizes_total,
            example=one.example,
            size=size,
            example2=two.example,
            height=two.height,
            width=two.width,
        ),
        tr("Set “Resize to” under Data."),
        field="size",
        fix=Fix(
            tr("Resize all to {size}", size=size), SetData({"preparation": now.replace(size=(one.height, one.width))})
        ),
    )


def _untrained(kind: Own) -> Iterator[Problem]:
    """Labels of the test part that cannot be learned, because training never shows them."""
    labels = kind.found.untrained if kind.found is not None else ()
    if labels:
        one = mark("Add training samples of it, or remove it from the test part.")
        several = mark("Add training samples of them, or remove them from the test part.")
        yield Problem(
            "warning", "untrained-labels", f"{file_name(kind.files[0])}: {untrained_words(labels)}",
            tr(one if len(labels) == 1 else several),
        )  # fmt: skip
