"""The whole model as ONNX, never written before onnxruntime agrees with torch on it."""

from __future__ import annotations

import json
import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np
import torch

from playground.engine.export.errors import ExportError
from playground.engine.trained import TrainedModel
from playground.training.outputs import final_activation

# A batch of 1 or 2 as the example could be taken for a constant: the example has 2, and 1 and 5 are checked.
EXAMPLE_BATCH, CHECKED_BATCHES = 2, (1, 5)
# float32 sums in another order differ in the last digits only
RELATIVE, ABSOLUTE = 1e-3, 1e-5
MAX_BYTES = 2**31 - 1  # of one protobuf message


def to_onnx(model: TrainedModel) -> tuple[bytes, tuple[str, ...]]:
    """The network as drawn, batch free, weights inside. Raises ``ExportError`` when the check fails."""
    size = sum(tensor.numel() * tensor.element_size() for tensor in model.module.state_dict().values())
    if size > MAX_BYTES - 2**20:
        raise ExportError(
            f"The weights take {size / 2**30:.1f} GB; one ONNX file holds at most 2 GB.", "Export safetensors instead."
        )
    module, output = model.module, _output_name(model)
    proto = _convert(model, output)
    content: bytes = proto.SerializeToString()
    difference = _largest_difference(content, module, model.data_shape.sizes)
    batches = " and ".join(str(batch) for batch in CHECKED_BATCHES)
    return content, (
        f"input: batch × {model.data_shape}, float32 from 0 to 1; output: batch × {len(model.classes)} {output}",
        f"checked in onnxruntime at batches of {batches}: largest difference from torch {difference:.1e}",
    )


def _output_name(model: TrainedModel) -> str:
    """A network as drawn gives probabilities when its last layer is a Softmax or Sigmoid, else scores."""
    return "probabilities" if final_activation(model.project.networks[model.network]) else "scores"


def _convert(model: TrainedModel, output: str) -> Any:
    """The ONNX model. Raises ``ExportError`` for what torch cannot convert."""
    batch = torch.export.Dim("batch")
    example = torch.from_numpy(_samples(EXAMPLE_BATCH, model.data_shape.sizes))
    try:
        with torch.random.fork_rng(devices=[]), torch.no_grad(), _quiet():
            program = torch.onnx.export(
                model.module,
                (example,),
                input_names=["input"],
                output_names=[output],
                dynamic_shapes=({0: batch},),
                dynamo=True,
                external_data=False,
                verbose=False,
            )
    except Exception as error:  # the exporter raises dozens of its own classes
        first = str(error).strip().splitlines() or [type(error).__name__]
        raise ExportError(
            f"torch cannot write this network as ONNX: {first[0]}", "Export safetensors instead."
        ) from error
    assert program is not None  # dynamo=True gives a program
    proto = program.model_proto
    proto.doc_string = model.project.title
    for key, value in (("classes", json.dumps(model.classes)), ("title", model.project.title)):
        proto.metadata_props.add(key=key, value=value)
    return proto


def _largest_difference(content: bytes, module: torch.nn.Module, sizes: tuple[int, ...]) -> float:
    """Of onnxruntime's outputs from torch's. Raises ``ExportError`` when it is more than rounding."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads, options.log_severity_level = 1, 3
    largest = 0.0
    for batch in CHECKED_BATCHES:
        samples = _samples(batch, sizes)
        try:
            session = onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"])
            (found,) = session.run(None, {"input": samples})
        except Exception as error:  # onnxruntime's exceptions share no base class
            raise ExportError(
                f"onnxruntime cannot run the ONNX model: {error}", "Export safetensors instead."
            ) from error
        with torch.no_grad():
            expected = module(torch.from_numpy(samples)).numpy()
        if found.shape != expected.shape or not np.allclose(found, expected, rtol=RELATIVE, atol=ABSOLUTE):
            raise ExportError(
                f"The ONNX model does not agree with the network at a batch of {batch}; nothing was written.",
                "If the weights hold NaN, train again with a smaller learning rate.",
            )
        largest = max(largest, float(np.abs(found - expected).max(initial=0.0)))
    return largest


def _samples(batch: int, sizes: tuple[int, ...]) -> np.ndarray:
    """Numbers from 0 to 1, the same each time, without touching anybody's random state."""
    return np.random.default_rng(batch).random((batch, *sizes), dtype=np.float32)


@contextmanager
def _quiet() -> Iterator[None]:
    """The exporter talks of its own insides; a person is told what was written and checked."""
    logger = logging.getLogger("torch.onnx")
    level = logger.level
    logger.setLevel(logging.ERROR)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logger.setLevel(level)
