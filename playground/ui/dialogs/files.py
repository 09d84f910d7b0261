"""Where to read and write: file dialogs that start in the folder used last."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from playground.core.language import mark, tr
from playground.ui.settings import settings

PROJECT, BUNDLE = mark("Projects (*.json)"), mark("Trained bundles (*.playground)")
_DATA = "*.csv *.tsv *.txt *.parquet *.pq *.npy *.npz *.idx *.gz *.png *.jpg *.jpeg *ubyte"
ONNX_SUFFIX, ONNX = ".onnx", mark("ONNX models (*.onnx)")


def ask_open(parent: QWidget) -> Path | None:
    """A project or bundle to open; None when the person thought better of it."""
    both = tr("Projects and trained bundles (*.json *.playground)")
    filters = ";;".join((both, tr(PROJECT), tr(BUNDLE), tr("All files (*)")))
    name, _ = QFileDialog.getOpenFileName(parent, tr("Open"), str(settings().folder), filters)
    return _chosen(name)


def ask_bundles(parent: QWidget) -> list[Path]:
    """Trained bundles whose runs are to be compared."""
    names, _ = QFileDialog.getOpenFileNames(parent, tr("Add runs"), str(settings().folder), tr(BUNDLE))
    return [path for path in map(_chosen, names) if path is not None]


def ask_import(parent: QWidget) -> Path | None:
    """An ONNX file to import."""
    name, _ = QFileDialog.getOpenFileName(
        parent, tr("Import"), str(settings().folder), f"{tr(ONNX)};;{tr('All files (*)')}"
    )
    return _chosen(name)


def ask_data_file(parent: QWidget, title: str) -> Path | None:
    """One file of data."""
    name, _ = QFileDialog.getOpenFileName(parent, title, str(settings().folder), _data())
    return _chosen(name)


def ask_data_files(parent: QWidget) -> list[Path]:
    """Files of one's own that belong together: a table, arrays of inputs and targets, images and labels."""
    names, _ = QFileDialog.getOpenFileNames(parent, tr("Data files"), str(settings().folder), _data())
    return [path for path in map(_chosen, names) if path is not None]


def ask_save(parent: QWidget, title: str, name: str, suffix: str, kind: str) -> Path | None:
    """Where to write a file that ends in ``suffix`` (with the dot), proposed as ``name``."""
    dialog = QFileDialog(parent, title, str(settings().folder), kind)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(suffix.removeprefix("."))
    dialog.selectFile(f"{file_name(name)}{suffix}")
    accepted = dialog.exec()
    names = dialog.selectedFiles()
    dialog.deleteLater()
    return _chosen(names[0]) if accepted and names else None


def ask_folder(parent: QWidget, title: str) -> Path | None:
    """An existing folder."""
    return _chosen(QFileDialog.getExistingDirectory(parent, title, str(settings().folder)))


def _data() -> str:
    return f"{tr('Data')} ({_DATA});;{tr('All files (*)')}"


def _chosen(text: str) -> Path | None:
    if not text:
        return None
    path = Path(text)
    settings().folder = path if path.is_dir() else path.parent
    return path


def file_name(title: str) -> str:
    """The title as a file name: letters, digits and single dashes."""
    words = "".join(c if c.isalnum() else " " for c in title).split()
    return "-".join(words).lower()[:60] or "network"
