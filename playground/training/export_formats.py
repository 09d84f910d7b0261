"""The forms in which a trained network leaves the program: what each is for, what its file is called, what reads it."""

from __future__ import annotations

from dataclasses import dataclass

from playground.core.language import mark


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """``suffix`` with its dot, empty for a folder; ``kind`` as a file dialog names it; ``reader`` a line of code."""

    name: str
    title: str
    suffix: str
    kind: str
    summary: str
    reader: str

    def path_from(self, stem: str) -> str:
        """A file name for ``stem``: a folder of Python source must not be called like the weights beside it."""
        return f"{stem}{self.suffix or '-python'}"


EXPORT_FORMATS: dict[str, ExportFormat] = {
    found.name: found
    for found in (
        ExportFormat(
            "onnx", mark("ONNX"), ".onnx", mark("ONNX model"),
            mark("The whole model for other programs: onnxruntime, browsers, phones, C++. No PyTorch needed."),
            "onnxruntime.InferenceSession(path)",
        ),
        ExportFormat(
            "py", mark("Python source"), "", mark("Folder of Python source"),
            mark("A readable nn.Module with its weights and a training script. Needs PyTorch and NumPy alone."),
            "from model import load",
        ),
        ExportFormat(
            "safetensors", mark("safetensors"), ".safetensors", mark("Weights"),
            mark("The weights alone, by layer name: safe to load, quick, and read by many libraries."),
            "safetensors.torch.load_file(path)",
        ),
        ExportFormat(
            "pt", mark("PyTorch weights"), ".pt", mark("PyTorch state dict"),
            mark("The weights alone as a plain state dict, for a module of your own."),
            "torch.load(path, weights_only=True)",
        ),
        ExportFormat(
            "pt2", mark("PyTorch program"), ".pt2", mark("PyTorch exported program"),
            mark("The whole model as torch.export keeps it: runs in PyTorch without its source, ready to compile."),
            "torch.export.load(path).module()",
        ),
    )
}  # fmt: skip
