"""What projects lack for views: light enough for the menu, which asks all of them."""

from __future__ import annotations

from playground.core.language import tr
from playground.core.project import Project
from playground.training.check import Check
from playground.training.datasets import Dataset
from playground.training.explaining import unexplained
from playground.training.tasks import DISCRIMINATOR, GENERATOR, task_of

COLOURS = 3


def no_images(check: Check, _project: Project) -> str:
    """Why nothing can be drawn for its networks; "" where it can."""
    return unfit_to_draw(check.dataset)


def no_classes(check: Check, project: Project) -> str:
    """Why there is no confusion matrix; "" where there is one."""
    dataset = check.dataset
    if not task_of(project).predicts_target:
        return tr("A confusion matrix needs a classifier; this task predicts no classes.")
    if dataset is not None and dataset.target.kind != "classes":
        return tr("A confusion matrix needs a project that predicts one class of several.")
    return ""


def no_plane(check: Check, project: Project) -> str:
    """Why there is no plane of inputs; "" where there is one."""
    dataset = check.dataset
    if not task_of(project).predicts_target and no_game(check, project):
        return tr("The network gives its input back and decides nothing.")
    if dataset is not None and dataset.shape.whole:
        return tr("The network reads words; there are no places between them that a plane could show.")
    if dataset is not None and dataset.shape.count < 2:
        return tr("The samples are one number each; a plane takes two.")
    return ""


def no_explanation(check: Check, project: Project) -> str:
    """Why nothing that its networks say can be explained; "" where something can."""
    inner = set().union(*(graph.nested for graph in project.networks.values()))
    outer = [name for name in project.networks if name not in inner]
    found = {name: unexplained(project.networks, name, check.dataset) for name in outer}
    if not found or ("", "") in found.values():
        return ""
    return " ".join(found.get(project.main_network, next(iter(found.values())))).strip()


def no_game(check: Check, _project: Project) -> str:
    """Why nobody plays against anybody; "" where a generator and a discriminator do."""
    if {GENERATOR, DISCRIMINATOR} <= check.networks.keys():
        return ""
    return tr(
        "It needs a network called {first} and one called {second} that train against each other.",
        first=GENERATOR,
        second=DISCRIMINATOR,
    )


def unfit_to_draw(dataset: Dataset | None) -> str:
    """Why no sample of ``dataset`` can be drawn."""
    if dataset is None:
        return tr("The data that the network learns from are not known, so nobody knows how large a drawing must be.")
    shape = dataset.shape
    if shape.is_image and shape.sizes[0] in (1, COLOURS):
        return ""
    return tr("The network takes {shape}; images in grey or in colour can be drawn.", shape=shape)
