"""ONNX files made for tests, run in onnxruntime, and held against what an import made of them."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import nn

from playground.core.graph import Graph, Link, Node
from playground.core.layer import REGISTRY
from playground.core.project import Project
from playground.engine.checkpoint import load_bundle
from playground.engine.compiler import compile_graph
from playground.engine.export.interface import interface_of
from playground.engine.export.onnx_format import write_onnx
from playground.engine.importing import Imported, bundle_content, import_onnx
from playground.engine.trained import TrainedModel

BATCHES = (2, 5)
node = helper.make_node


def hand_made(
    path: Path,
    nodes: Sequence[onnx.NodeProto],
    inputs: dict[str, Sequence[object]],
    constants: dict[str, np.ndarray] | None = None,
    outputs: Sequence[str] = ("y",),
    opset: int = 13,
    kind: int = TensorProto.FLOAT,
) -> Path:
    """A file as somebody else's program writes it; ``inputs`` are shapes with the batch."""
    graph = helper.make_graph(
        list(nodes),
        "made by hand",
        [helper.make_tensor_value_info(name, kind, list(shape)) for name, shape in inputs.items()],
        [helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in outputs],
        [numpy_helper.from_array(np.asarray(value), name) for name, value in (constants or {}).items()],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", opset)])
    model.ir_version = 8
    path.write_bytes(model.SerializeToString())
    return path


def exported_by_torch(path: Path, module: nn.Module, *example: torch.Tensor) -> Path:
    """As torch's own exporter writes it, batch free; what it warns of is between its own parts."""
    batch = torch.export.Dim("batch")
    with torch.no_grad(), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            module.eval(), example, str(path), dynamo=True, external_data=False, verbose=False,
            dynamic_shapes=tuple({0: batch} for _ in example),
        )  # fmt: skip
    return path


def exported_by_program(path: Path, graph: Graph) -> Path:
    """As this program exports ``graph``, with weights and running averages that are none of their first values."""
    torch.manual_seed(1)
    module = compile_graph(graph, None)
    weights = {
        name: torch.rand_like(value) + 0.5 if "running_var" in name
        else torch.randn_like(value) * 0.3 if value.is_floating_point() else value
        for name, value in module.state_dict().items()
    }  # fmt: skip
    write_again(path, TrainedModel.with_weights(Project(networks={"Classifier": graph}), "Classifier", weights))
    return path


def write_again(path: Path, model: TrainedModel) -> Path:
    write_onnx(model, interface_of(model), path)
    return path


def chain(shape: Sequence[int], *layers: str | tuple[str, dict[str, object]], values: str = "numbers") -> Graph:
    """An Input and layers in a row."""
    nodes = [Node(id="input1", type="Input", params={"shape": list(shape), "values": values})]
    links: list[Link] = []
    for layer in layers:
        kind, params = (layer, {}) if isinstance(layer, str) else layer
        stem = REGISTRY.get(kind).id_stem
        number = sum(other.id.rstrip("0123456789") == stem for other in nodes) + 1
        new = Node(id=f"{stem}{number}", type=kind, params=params)
        links.append(
            Link(
                source=nodes[-1].id, target=new.id,
                source_port=nodes[-1].output_ports[0].name, target_port=new.input_ports[0].name,
            )
        )  # fmt: skip
        nodes.append(new)
    return Graph(nodes=tuple(nodes), links=tuple(links))


def run(path: Path, feeds: Sequence[np.ndarray]) -> list[np.ndarray]:
    """The outputs of a file in onnxruntime."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads, options.log_severity_level = 1, 3
    session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    return session.run(None, {given.name: feed for given, feed in zip(session.get_inputs(), feeds, strict=True)})


def drawn(imported: Imported, batch: int, ids: int = 5) -> list[np.ndarray]:
    """Random inputs for an imported network."""
    generator = np.random.default_rng(batch)
    feeds: list[np.ndarray] = []
    graph = imported.project.networks[imported.network]
    for entrance in graph.entrances:
        params = graph.by_id[entrance].params
        sizes = (batch, *params["shape"])
        if params.get("values") == "ids":
            feeds.append(generator.integers(0, ids, sizes, dtype=np.int64))
        else:
            feeds.append(generator.standard_normal(sizes, dtype=np.float32))
    return feeds


def model_of(imported: Imported) -> TrainedModel:
    """Through the bundle, as the window and the command line open it."""
    assert imported.missing == ""
    return load_bundle(imported.path, bundle_content(imported)).model()


def assert_same_outputs(path: Path, again: Path | None = None, ids: int = 5) -> Imported:
    """Import ``path``; hold the network, and what it exports to ``again``, against ``path`` in onnxruntime."""
    imported = import_onnx(path)
    model = model_of(imported)
    if again is not None:
        write_again(again, model)
    for batch in BATCHES:
        feeds = drawn(imported, batch, ids)
        wanted = run(path, feeds)
        with torch.no_grad():
            found = model.module(*map(torch.from_numpy, feeds))
        outputs = [value.numpy() for value in (found if isinstance(found, tuple) else (found,))]
        for other in (outputs, run(again, feeds)) if again is not None else (outputs,):
            for value, right in zip(other, wanted, strict=True):
                np.testing.assert_allclose(value, right, atol=1e-4, rtol=1e-4)
                assert value.shape == right.shape
    return imported


def kinds(imported: Imported) -> list[str]:
    return [placed.type for placed in imported.project.networks[imported.network].nodes]
