"""Grad-CAM: which places of a layer's maps speak for the explained number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import torch
from torch import Tensor
from torch.nn import functional

from playground.core.blocks import block_of
from playground.core.graph import Graph, Node
from playground.core.language import tr
from playground.engine.errors import CannotTrain
from playground.engine.lenses.capture import Recorder
from playground.engine.lenses.explain.layout import placed
from playground.engine.lenses.explain.question import Question
from playground.protocol.lenses.explain import Attribution
from playground.training.outputs import output_node

Choices = tuple[tuple[tuple[str, str], ...], str]


def choices(question: Question) -> Choices:
    """Path and title of the layers that give maps over the places of the sample, and the path of the last convolution,
    "" where there is none.
    """
    if question.point.dim() not in (3, 4):
        return (), ""
    recorder = Recorder(question.network, attends=False)
    with torch.no_grad():
        question.values(question.point, recorder.run)
    project = question.state.project
    graph, found, last = project.networks[question.lens.network], [], ""
    end = output_node(graph)
    for path, outputs in recorder.found.items():
        nodes = _nodes(graph, project.networks, path)
        if not _maps(outputs[0], question.point) or not nodes or nodes[0] is end or nodes[-1].id in graph.entrances:
            continue
        if nodes[-1].kind is not None and nodes[-1].kind.role != "layer":
            continue
        found.append((path, " · ".join(node.title for node in nodes)))
        if nodes[-1].layer is not None and nodes[-1].layer.family == "convolution":
            last = path
    return tuple(found), last


def gradcam(question: Question, path: str, title: str) -> Iterator[Attribution]:
    """max(0, Σₖ αₖ Aᵏ) with αₖ the mean of ∂F/∂Aᵏ over all places; brought to the size of the sample by linear
    interpolation. A is what the layer gives, after an activation of its own.

    Selvaraju et al. 2017, arXiv:1610.02391.
    """
    recorder = Recorder(question.network, attends=False)
    point = question.point.detach().clone().requires_grad_(True)
    value = question.values(point, recorder.run).sum()
    maps = recorder.found[path][0]
    (slopes,) = torch.autograd.grad(value, maps, allow_unused=True)
    if slopes is None:
        raise CannotTrain(tr("Nothing of {title} leads to what is explained.", title=title))
    coarse = class_map(maps.detach(), slopes)
    size = question.point.shape[1:2] if question.point.dim() == 3 else question.point.shape[2:]
    mode = "linear" if question.point.dim() == 3 else "bilinear"
    fine = functional.interpolate(coarse[:, None], tuple(size), mode=mode, align_corners=False)[0, 0]
    if question.point.dim() == 3 and not question.entrance.whole:
        fine = fine[:, None].expand(-1, question.point.shape[2])  # a moment counts with all its features
    detail = f"{title}, {' × '.join(map(str, coarse.shape[1:]))}"
    yield Attribution(
        "gradcam", placed(question, fine), signed=False, total=float(coarse.sum()), done=1.0, step=question.step,
        detail=detail,
    )  # fmt: skip


def class_map(maps: Tensor, slopes: Tensor) -> Tensor:
    """1×places of maps 1×k×h×w, or of series 1×time×k."""
    channels, places = (2, (1,)) if maps.dim() == 3 else (1, (2, 3))
    weights = slopes.mean(places, keepdim=True)
    return (weights * maps).sum(channels).clamp_min(0)


def _maps(output: Tensor, point: Tensor) -> bool:
    """Whether it has more than one place, laid out as those of the sample."""
    if output.dim() != point.dim() or not output.is_floating_point():
        return False
    places = output.shape[1:2] if output.dim() == 3 else output.shape[2:]
    return places.numel() > 1


def _nodes(graph: Graph, networks: Mapping[str, Graph], path: str) -> list[Node]:
    """The nodes on the way of ``path`` through blocks; empty where it leads nowhere."""
    found: list[Node] = []
    inside: Graph | None = graph
    for step in path.split("."):
        node = inside.by_id.get(step) if inside is not None else None
        if node is None:
            return []
        found.append(node)
        block = block_of(node)
        inside = networks.get(block.network) if block is not None else None
    return found
