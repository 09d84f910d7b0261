"""All views that can be opened, in the order of the menu. A view's module is loaded when it is first opened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from playground.core.language import mark
from playground.core.project import Project
from playground.training.check import Check
from playground.ui.views.lacking import no_classes, no_explanation, no_game, no_images, no_plane

if TYPE_CHECKING:
    from playground.ui.views.bench import Bench
    from playground.ui.views.view import View


def _anything(_check: Check, _project: Project) -> str:
    return ""


@dataclass(frozen=True)
class Entry:
    """``name`` is remembered between starts, ``help`` one sentence, ``made_by`` "module:class" under ``ui.views``.

    ``lacks`` says what a project lacks for this view, "" where it shows something.
    """

    name: str
    title: str
    help: str
    made_by: str
    lacks: Callable[[Check, Project], str] = _anything

    def make(self, bench: Bench) -> View:
        module, _, name = self.made_by.partition(":")
        view: View = getattr(import_module(f"playground.ui.views.{module}"), name)(bench)
        return view


VIEWS: tuple[Entry, ...] = (
    Entry(
        "microscope", mark("Microscope"),
        mark("All maps and kernels of a layer, and the arithmetic of every number"),
        "microscope.view:MicroscopeView",
    ),
    Entry(
        "boundary", mark("Decision boundary"),
        mark("What it says over a plane of its inputs, live, with the samples on it"),
        "boundary.view:BoundaryView", no_plane,
    ),
    Entry(
        "draw", mark("Draw"),
        mark("A pad to draw on: the network says what it sees while you draw, and its layers follow"),
        "draw:DrawView", no_images,
    ),
    Entry(
        "explain", mark("Explain"),
        mark("What counted for a prediction: gradients, Integrated Gradients, Grad-CAM, occlusion"),
        "explain.view:ExplainView", no_explanation,
    ),
    Entry(
        "compare", mark("Compare"),
        mark("What every layer makes of two samples, their difference, and where they part"),
        "compare.view:CompareView",
    ),
    Entry(
        "confusion", mark("Confusion"),
        mark("Which classes are taken for which, epoch by epoch, with the samples behind it"),
        "confusion:ConfusionView", no_classes,
    ),
    Entry(
        "histograms", mark("Histograms"),
        mark("How each layer's weights, gradients and outputs are spread, epoch by epoch"),
        "histograms:HistogramsView",
    ),
    Entry(
        "latent", mark("Latent space"),
        mark("Where samples lie among the network's codes, and what any code stands for"),
        "latent.view:LatentView",
    ),
    Entry(
        "runs", mark("Runs"),
        mark("All runs side by side: what was set otherwise, what came of it, which of them are plotted"),
        "runs:RunsView",
    ),
    Entry(
        "landscape", mark("Loss landscape"),
        mark("The loss around the weights as a surface, and the way that training takes"),
        "landscape.view:LandscapeView",
    ),
    Entry(
        "gan", mark("GAN cockpit"),
        mark("Real samples and fakes as the discriminator judges them, step by step or in slow motion"),
        "gan.cockpit:GanCockpit", no_game,
    ),
    Entry(
        "history", mark("History"),
        mark("Every edit of the project, to go back to and forth again"),
        "history:HistoryView",
    ),
)  # fmt: skip


def entry(name: str) -> Entry:
    """Raises ``KeyError`` for a name that no view has."""
    return {each.name: each for each in VIEWS}[name]
