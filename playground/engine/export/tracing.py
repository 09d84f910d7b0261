"""What torch needs to follow a network into another form: an example, a free batch, and quiet."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

import torch

from playground.core.language import tr
from playground.engine.export.errors import ExportError
from playground.engine.export.given import Given, given_to
from playground.engine.export.interface import Interface
from playground.engine.trained import TrainedModel

# A batch of 1 as the example would be taken for a constant.
EXAMPLE_BATCH = 2
_LOGGERS = ("torch.onnx", "torch.export", "torch.fx", "torch._dynamo", "onnxscript", "onnx_ir")


def example(model: TrainedModel, interface: Interface) -> tuple[torch.Tensor, ...]:
    """A small batch for each input."""
    given: Given = given_to(model, interface, None)
    return tuple(torch.from_numpy(values[:EXAMPLE_BATCH].copy()) for values in given.inputs)


def free_batch(interface: Interface) -> tuple[dict[int, torch.export.Dim], ...]:
    """The batch, and nothing else, may have any size; all inputs share it."""
    batch = torch.export.Dim("batch")
    return tuple({0: batch} for _ in interface.feeds)


@contextmanager
def following(what: str) -> Iterator[None]:
    """Turns what the exporter raises into an ``ExportError``; nobody's random numbers move, and it keeps quiet."""
    loggers = [logging.getLogger(name) for name in _LOGGERS]
    levels = [logger.level for logger in loggers]
    fast_path = torch.backends.mha.get_fastpath_enabled()
    for logger in loggers:
        logger.setLevel(logging.ERROR)
    # one fused kernel of torch's own, which no other program has
    torch.backends.mha.set_fastpath_enabled(False)
    try:
        with warnings.catch_warnings(), torch.random.fork_rng(devices=[]), torch.no_grad():
            warnings.simplefilter("ignore")
            yield
    except (ExportError, OSError):
        raise
    except Exception as error:  # the exporter raises dozens of its own classes
        first = str(error).strip().splitlines() or [type(error).__name__]
        raise ExportError(
            tr("torch cannot write this network as {what}: {first}", what=what, first=first[0][:300]),
            tr("Export safetensors instead."),
        ) from error
    finally:
        torch.backends.mha.set_fastpath_enabled(fast_path)
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)
