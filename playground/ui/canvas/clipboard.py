"""Layers on the clipboard: the text of a small project file, so that it goes between windows, mails and editors."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from playground.core.files import MAX_BYTES, FileError, dump_project, parse_project
from playground.core.graph import Graph
from playground.core.project import FORMAT, Project

MIME = "application/x-playground-layers+json"
NOTHING = "The clipboard holds no layers. Copy some on a canvas first."


class NotLayers(Exception):
    """What is on the clipboard cannot be pasted; the message says why."""


def put(graph: Graph, nodes: frozenset[str], network: str) -> None:
    """Copy ``nodes`` with the links among them."""
    part = Graph(
        nodes=tuple(node for node in graph.nodes if node.id in nodes),
        links=tuple(link for link in graph.links if link.source in nodes and link.target in nodes),
    )
    text = dump_project(Project(title="Copied layers", networks={network: part}))
    data = QMimeData()
    data.setData(MIME, text.encode("utf-8"))
    data.setText(text)
    QGuiApplication.clipboard().setMimeData(data)


def take() -> Graph:
    """The copied layers. Raises ``NotLayers``; every check of a project file is made on them too."""
    data = QGuiApplication.clipboard().mimeData()
    if data is None:
        raise NotLayers(NOTHING)
    try:
        text = bytes(data.data(MIME).data()).decode("utf-8") if data.hasFormat(MIME) else data.text()
    except UnicodeDecodeError as error:
        raise NotLayers(NOTHING) from error
    if len(text) > MAX_BYTES or f'"{FORMAT}"' not in text:
        raise NotLayers(NOTHING)
    try:
        project = parse_project(text, "the clipboard")
    except FileError as error:
        reason = str(error).removeprefix("the clipboard: ")
        raise NotLayers(f"The layers on the clipboard cannot be read: {reason}") from error
    graph = project.networks[project.main_network]
    if not graph.nodes:
        raise NotLayers(NOTHING)
    return graph
