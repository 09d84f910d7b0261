"""Layers on the clipboard: the text of a small project file, so that it goes between windows, mails and editors."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from playground.core.block_edits import shown_by
from playground.core.files import MAX_BYTES, FileError, dump_project, parse_project
from playground.core.graph import Graph, Link, Node
from playground.core.project import FORMAT, Project

MIME, TOKEN_MIME = "application/x-playground-layers+json", "application/x-playground-project"
NOTHING = "The clipboard holds no layers. Copy some on a canvas first."


class NotLayers(Exception):
    """What is on the clipboard cannot be pasted; the message says why."""


@dataclass(frozen=True, slots=True)
class Copied:
    """Layers, links, the networks that blocks among them show, and the mark of the project that they are from."""

    nodes: tuple[Node, ...]
    links: tuple[Link, ...]
    networks: Mapping[str, Graph] = field(default_factory=dict)
    token: str = ""


def put(project: Project, network: str, nodes: frozenset[str], token: str = "") -> None:
    """Copy ``nodes`` of a network with the links among them and the networks that blocks among them show."""
    graph = project.networks[network]
    part = Graph(
        nodes=tuple(node for node in graph.nodes if node.id in nodes),
        links=tuple(link for link in graph.links if link.source in nodes and link.target in nodes),
    )
    networks = {**shown_by(project.networks, part), network: part}
    text = dump_project(Project(title="Copied layers", networks=networks, main=network))
    data = QMimeData()
    data.setData(MIME, text.encode("utf-8"))
    data.setData(TOKEN_MIME, token.encode("utf-8"))
    data.setText(text)
    QGuiApplication.clipboard().setMimeData(data)


def take() -> Copied:
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
    token = bytes(data.data(TOKEN_MIME).data()).decode("utf-8", "replace") if data.hasFormat(TOKEN_MIME) else ""
    return Copied(graph.nodes, graph.links, shown_by(project.networks, graph), token)
