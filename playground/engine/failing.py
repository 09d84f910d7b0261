"""What a person is told of an error that ended a run: which layer, and what to do about it."""

from __future__ import annotations

import numpy as np
import torch

from playground.core.blocks import locate
from playground.core.language import mark, tr
from playground.engine import random_states
from playground.engine.preparation import is_out_of_memory, memory_words
from playground.engine.samples import Part
from playground.engine.state import TrainingState
from playground.training.split import part_name

_HOLDS = mark("{sample} holds a number that is missing or infinite")
_TARGET = mark("{sample} has a target with a number that is missing or infinite")


def words(state: TrainingState, error: Exception, node: str | None) -> tuple[str, str]:
    """Message and hint for an error that torch raised while the layer ``node`` was running, if one was."""
    if _is_compilers(error):
        told = str(error).strip().partition("\n")[0][:200]
        return tr("torch.compile could not compile the network: {told}", told=told), tr(
            "Switch Compile off under Training."
        )
    message, hint = memory_words(error, state.device)
    if node is not None and not is_out_of_memory(error):
        return f"{layer_title(state, node)}: {message[0].lower()}{message[1:]}", hint
    return message, hint


def lost_words(error: Exception) -> tuple[str, str]:
    """Message and hint when the graphics card can compute nothing more."""
    return (
        tr(
            "The graphics card failed and took the weights along: {error}.",
            error=str(error).partition(chr(10))[0][:200],
        ),
        tr("Run again. If it fails again, train on the CPU (Training, device)."),
    )


def why_not_finite(state: TrainingState, part: Part, size: int) -> str:
    """Why the loss over a ``part``, read ``size`` samples at a time, is not finite: "because …"; empty if unknown."""
    seen = 0
    with state.evaluating(), random_states.untouched(state.device):
        for x, y in state.samples.part(part, size):
            for values, told in ((x, _HOLDS), (y, _TARGET)):
                wrong = ~torch.isfinite(values).reshape(len(values), -1).all(1)
                if wrong.any():
                    place = seen + int(wrong.nonzero()[0])
                    return tr(told, sample=_sample(state, part, place))
            node = state.task.first_non_finite((x, y))
            if node is not None:
                return tr("numbers become infinite or undefined in {layer_title}", layer_title=layer_title(state, node))
            seen += len(x)
    return ""


def _sample(state: TrainingState, part: Part, place: int) -> str:
    """A sample of a part for people, with the file, line or row that it comes from."""
    return tr(
        "number {place:,} of the {part} part ({origins})",
        place=place + 1,
        part=part_name(part),
        origins=state.samples.origins(part, np.array([place]))[0],
    )


def layer_title(state: TrainingState, path: str) -> str:
    """The name of a layer for people; of one inside a block with the network that it stands in."""
    networks, main = state.project.networks, state.network
    head, _, rest = path.partition(".")
    root, inner = (head, rest) if len(state.networks) > 1 and head in state.networks else (main, path)
    network, node = locate(networks, root, inner)
    known = networks[network].by_id.get(node) if network in networks else None
    title = known.title if known is not None else node
    return title if network == main else tr("{title} of {network}", title=title, network=network)


def _is_compilers(error: BaseException) -> bool:
    """Whether it was torch's compiler that failed, not what it compiled."""
    return any(kind.__module__.startswith(("torch._dynamo", "torch._inductor")) for kind in type(error).__mro__)
