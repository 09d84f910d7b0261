"""An ONNX file, read with suspicion: sizes and counts are checked first, and nothing in it is ever executed."""

from __future__ import annotations

import json
import stat
from math import prod
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from google.protobuf.message import DecodeError  # type: ignore[import-untyped]

from playground.core.files import FileError
from playground.core.language import tr
from playground.engine.importing.model import GraphInput, OnnxModel, Op, Subgraph
from playground.engine.importing.tensors import TensorReader, clean

MAX_BYTES = 2**31 - 1  # of one protobuf message
MAX_OPERATORS = 20_000
MAX_TENSORS = 50_000
MAX_SAMPLE = 2**28  # numbers in one sample
MAX_CLASSES = 100_000
OLDEST_OPSET, NEWEST_OPSET = 7, onnx.defs.onnx_opset_version()
# Numbers that are computed with; everything else (text, sequences, booleans as input) no layer takes.
_FLOATS = {onnx.TensorProto.FLOAT, onnx.TensorProto.DOUBLE, onnx.TensorProto.FLOAT16, onnx.TensorProto.BFLOAT16}
_WHOLES = {
    onnx.TensorProto.INT64, onnx.TensorProto.INT32, onnx.TensorProto.INT16, onnx.TensorProto.INT8,
    onnx.TensorProto.UINT64, onnx.TensorProto.UINT32, onnx.TensorProto.UINT16, onnx.TensorProto.UINT8,
}  # fmt: skip
# What damaged protobuf makes Python's accessors raise, beside DecodeError.
DAMAGE = (DecodeError, ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError, RecursionError)


def read_content(path: Path) -> bytes:
    """The bytes of the file, unchecked. Raises ``FileError``."""
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):  # reading a pipe would wait for ever
            raise FileError(path, tr("cannot be read: it is not a file."))
        if found.st_size > MAX_BYTES:
            raise FileError(
                path, tr("has {st_size:.1f} GB; an ONNX file has at most 2 GB.", st_size=found.st_size / 2**30)
            )
        return path.read_bytes()
    except OSError as error:
        raise FileError(path, tr("cannot be read: {value}.", value=error.strerror or error)) from error


def read_onnx(path: Path, content: bytes, sizes: tuple[int, ...] | None = None) -> OnnxModel:
    """The network in ``content``; ``path`` is named in errors, and external weights are looked for beside it.

    ``sizes`` are those of a sample, for a file that leaves them open. Raises ``FileError``.
    """
    try:
        proto = onnx.ModelProto.FromString(content)
        if not proto.HasField("graph"):
            raise FileError(path, tr("is not an ONNX file: there is no network in it."))
        return _Reader(path, proto, sizes).read()
    except DAMAGE as error:
        reason = str(error).splitlines()[0][:120] if str(error) else type(error).__name__
        raise FileError(path, tr("is not an ONNX file, or is damaged ({reason}).", reason=reason)) from error


class _Reader:
    def __init__(self, path: Path, proto: onnx.ModelProto, sizes: tuple[int, ...] | None) -> None:
        self._path, self._proto, self._graph, self._sizes = path, proto, proto.graph, sizes
        self._tensors = TensorReader(path)

    def read(self) -> OnnxModel:
        graph = self._graph
        opset = self._opset()
        if len(graph.node) > MAX_OPERATORS:
            raise self._error(
                tr(
                    "has {count:,} operators; at most {max_operators:,} are read.",
                    count=len(graph.node),
                    max_operators=MAX_OPERATORS,
                )
            )
        if len(graph.initializer) > MAX_TENSORS:
            raise self._error(
                tr(
                    "holds {count:,} tensors; at most {max_tensors:,} are read.",
                    count=len(graph.initializer),
                    max_tensors=MAX_TENSORS,
                )
            )
        if not graph.node:
            raise self._error(tr("holds no operators: there is no network in it."))
        constants = self._constants()
        inputs = tuple(self._input(value) for value in graph.input if clean(value.name) not in constants)
        if not inputs:
            raise self._error(tr("has no input: it computes the same for everything."))
        if not graph.output:
            raise self._error(tr("has no output."))
        notes = {clean(entry.key): clean(entry.value) for entry in self._proto.metadata_props}
        model = OnnxModel(
            ops=tuple(self._op(node, number) for number, node in enumerate(graph.node, 1)),
            constants=constants,
            inputs=inputs,
            outputs=tuple(clean(value.name) for value in graph.output),
            shapes={clean(value.name): _open_sizes(value) for value in (*graph.value_info, *graph.output)},
            opset=opset,
            producer=f"{clean(self._proto.producer_name)} {clean(self._proto.producer_version)}".strip()[:80],
            title=notes.get("title", "")[:120],
            classes=_classes(notes.get("classes", "")),
            numbers=self._tensors.numbers,
        )
        self._require_order(model)
        return model

    def _opset(self) -> int:
        versions = [entry.version for entry in self._proto.opset_import if entry.domain in ("", "ai.onnx")]
        if not versions:
            raise self._error(tr("does not say which version of ONNX's operators it uses; it is damaged."))
        if not OLDEST_OPSET <= versions[0] <= NEWEST_OPSET:
            raise self._error(
                tr(
                    "uses version {versions} of ONNX's operators; {oldest_opset} to {newest_opset} are read. "
                    "Export it again with another opset_version.",
                    versions=versions[0],
                    oldest_opset=OLDEST_OPSET,
                    newest_opset=NEWEST_OPSET,
                )
            )
        return int(versions[0])

    def _constants(self) -> dict[str, np.ndarray]:
        inside = (entry.t for node in self._graph.node for entry in node.attribute if entry.type == entry.TENSOR)
        self._tensors.require_room((*self._graph.initializer, *inside))  # before the first of them is read
        return {clean(tensor.name): self._tensors.read(tensor) for tensor in self._graph.initializer}

    def _input(self, value: onnx.ValueInfoProto) -> GraphInput:
        name = clean(value.name)[:60]
        if not value.type.HasField("tensor_type"):
            raise self._error(tr("takes {name!r}, which is not a tensor.", name=name))
        kind = value.type.tensor_type.elem_type
        if kind not in _FLOATS | _WHOLES:
            known = (
                onnx.TensorProto.DataType.Name(kind)
                if kind in onnx.TensorProto.DataType.values()
                else tr("type {kind}", kind=kind)
            )
            raise self._error(tr("takes {name!r} as {known}; numbers are expected.", name=name, known=known.lower()))
        if not value.type.tensor_type.HasField("shape"):
            raise self._error(
                tr("does not say what shape its input {name!r} has. Export it again with fixed sizes.", name=name)
            )
        dims = [dim.dim_value if dim.HasField("dim_value") else None for dim in value.type.tensor_type.shape.dim]
        if len(dims) < 2 or len(dims) > 5:
            raise self._error(
                tr(
                    "takes {name!r} with {count} axes; batch and one to four more are expected.",
                    name=name,
                    count=len(dims),
                )
            )
        sizes = self._fixed(name, dims[1:], dims[0])
        batch = dims[0] if dims[0] is not None and dims[0] > 0 else None
        return GraphInput(clean(value.name), sizes, batch, kind in _WHOLES)

    def _fixed(self, name: str, dims: list[int | None], first: int | None) -> tuple[int, ...]:
        """Sizes of a sample; ``first`` is that of the batch, where the file fixes it."""
        if self._sizes is not None and len(self._sizes) == len(dims):
            told = [size if size is not None else given for size, given in zip(dims, self._sizes, strict=True)]
        else:
            told = [size if size is not None else 0 for size in dims]
        if None in dims and 0 in told:
            if first is not None and first > 1 and dims.count(None) == 1:
                axis = dims.index(None) + 2
                raise self._error(
                    tr(
                        "has the batch of its input {name!r} at axis {axis}. Export it with the batch first.",
                        name=name,
                        axis=axis,
                    )
                )
            text = " × ".join("?" if size is None else str(size) for size in dims)
            raise self._error(
                tr(
                    "leaves the size of its input {name!r} open ({value}). Say it, as in: playground import "
                    "--shape {names}",
                    name=name,
                    value=text,
                    names=",".join("28" if size is None else str(size) for size in dims),
                )
            )
        sizes = tuple(int(size) for size in told)
        if any(size < 1 or size > 1_000_000 for size in sizes) or prod(sizes) > MAX_SAMPLE:
            raise self._error(
                tr(
                    "takes {name!r} of the shape {names}, which cannot be.",
                    name=name,
                    names=" × ".join(map(str, sizes)),
                )
            )
        return sizes

    def _op(self, node: onnx.NodeProto, number: int) -> Op:
        domain = "" if node.domain == "ai.onnx" else clean(node.domain)
        attributes = {clean(entry.name): _attribute(self._tensors, entry) for entry in node.attribute}
        inputs, outputs = tuple(map(clean, node.input)), tuple(map(clean, node.output))
        return Op(clean(node.op_type) or "Nameless", inputs, outputs, attributes, domain, number)

    def _require_order(self, model: OnnxModel) -> None:
        """Raises ``FileError`` unless everything that is read was given before."""
        known = {*model.constants, *(value.name for value in model.inputs)}
        for op in model.ops:
            for name in op.inputs:
                if name and name not in known:
                    which = tr("operator {number} ({kind})", number=op.number, kind=op.kind[:40])
                    raise self._error(
                        tr(
                            "is damaged: {which} reads {name!r}, which nothing before it gives.",
                            which=which,
                            name=name[:40],
                        )
                    )
            double = next((name for name in op.outputs if name and name in known), None)
            if double is not None:
                raise self._error(tr("is damaged: {double!r} is given twice.", double=double[:40]))
            known.update(op.outputs)
        missing = next((name for name in model.outputs if name not in known), None)
        if missing is not None:
            raise self._error(tr("is damaged: nothing gives its output {missing!r}.", missing=missing[:40]))

    def _error(self, message: str) -> FileError:
        return FileError(self._path, message)


def _open_sizes(value: onnx.ValueInfoProto) -> tuple[int | None, ...]:
    dims = value.type.tensor_type.shape.dim
    return tuple(dim.dim_value if dim.HasField("dim_value") and dim.dim_value > 0 else None for dim in dims)


def _attribute(tensors: TensorReader, entry: onnx.AttributeProto) -> Any:
    """The value of an attribute as plain data; of a graph only that it is one."""
    kind = onnx.AttributeProto
    match entry.type:
        case kind.FLOAT:
            return float(entry.f)
        case kind.INT:
            return int(entry.i)
        case kind.STRING:
            return entry.s.decode("utf-8", "replace")
        case kind.FLOATS:
            return tuple(map(float, entry.floats))
        case kind.INTS:
            return tuple(map(int, entry.ints))
        case kind.STRINGS:
            return tuple(text.decode("utf-8", "replace") for text in entry.strings)
        case kind.TENSOR:
            return tensors.read(entry.t)
        case kind.GRAPH | kind.GRAPHS:
            return Subgraph()
    return f"<{entry.type}>"


def _classes(text: str) -> tuple[str, ...]:
    """Class names as this program's exports note them; none when they are not such a list."""
    try:
        found = json.loads(text) if text else []
    except (ValueError, RecursionError):
        return ()
    if not isinstance(found, list) or len(found) > MAX_CLASSES or not all(isinstance(name, str) for name in found):
        return ()
    return tuple(name[:80] for name in found)
