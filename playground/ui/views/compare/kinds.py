"""What can be held against a sample: it depends on the data and on what the network takes."""

from __future__ import annotations

from playground.core.graph import Graph
from playground.core.language import mark
from playground.layers.generative.noise import Noise
from playground.training.datasets import Dataset
from playground.training.tasks import DISCRIMINATOR, GENERATOR

Kinds = tuple[tuple[str, str], ...]
_ANOTHER = (mark("Next of another class"), "another class")
_SAME = (mark("Next of the same class"), "same class")
_DIFFERENT = (mark("Least alike of the next"), "different")
_NEAREST = (mark("Nearest before the last layer"), "nearest")
_NUMBER, _NOISE, _SHIFT = (mark("Number…"), "number"), (mark("A with noise"), "noise"), (mark("A shifted"), "shift")
_FILE = (mark("From a file…"), "file")


def kinds_for(networks: dict[str, Graph], network: str, dataset: Dataset | None) -> Kinds:
    """Texts and values, first what is taken while nobody has chosen: never A itself."""
    graph = networks.get(network)
    if graph is not None and any(isinstance(node.layer, Noise) for node in graph.nodes):
        return ((mark("Other noise"), "different"), _NUMBER, _NOISE)
    classes = dataset is not None and dataset.target.kind == "classes"
    found = [_ANOTHER, _SAME] if classes else [_DIFFERENT]
    if network == DISCRIMINATOR and GENERATOR in networks:
        found = [(mark("A fake"), "fake"), *found]
    found += [_NEAREST, _NUMBER]
    if dataset is None or not dataset.shape.whole:
        found.append(_NOISE)
    if dataset is None or len(dataset.shape.sizes) > 1:
        found.append(_SHIFT)
    return (*found, _FILE)
