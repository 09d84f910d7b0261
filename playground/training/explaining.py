"""Whether a prediction of a network can be explained: what its drawing alone says of that."""

from __future__ import annotations

from collections.abc import Mapping

from playground.core.graph import Graph
from playground.core.language import mark, tr
from playground.layers.generative.noise import Noise
from playground.layers.linear.embedding import Embedding
from playground.training.datasets import Dataset
from playground.training.tasks import DISCRIMINATOR

NO_EMBEDDING = mark("No Embedding takes the words, so nothing can be said of each.")


def unexplained(networks: Mapping[str, Graph], network: str, dataset: Dataset | None) -> tuple[str, str]:
    """Why nothing that ``network`` says can be explained, and what to do instead; empty where something can."""
    graph = networks[network]
    if any(isinstance(node.layer, Noise) for node in graph.nodes):
        message = tr("{network} begins with noise: there is no sample in which something could count.", network=network)
        return message, tr("Look at {network}.", network=DISCRIMINATOR) if DISCRIMINATOR in networks else ""
    if len(graph.exits) > 1:
        return tr("{network} ends several times.", network=network), tr("Look at a network that gives one answer.")
    if dataset is not None and dataset.shape.whole and not _embeds(networks, network, frozenset()):
        return tr(NO_EMBEDDING), tr("Put an Embedding behind the Input.")
    return "", ""


def _embeds(networks: Mapping[str, Graph], network: str, above: frozenset[str]) -> bool:
    """Whether an Embedding stands in it, or in a block of it."""
    graph = networks.get(network)
    if graph is None or network in above:
        return False
    inside = any(_embeds(networks, name, above | {network}) for name in graph.nested)
    return inside or any(isinstance(node.layer, Embedding) for node in graph.nodes)
