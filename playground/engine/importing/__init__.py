"""ONNX files become networks on the canvas, with their weights. Nothing in a file is ever executed."""

from playground.engine.importing.bundling import bundle_content, save_imported
from playground.engine.importing.project import Imported, import_onnx

__all__ = ["Imported", "bundle_content", "import_onnx", "save_imported"]
