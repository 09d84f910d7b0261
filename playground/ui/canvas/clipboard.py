"""Layers on the clipboard: the text of a small project file, so that it goes between windows, mails and editors."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from playground.core.block_edits import shown_by
from playground.core.cutting import part_of
from playground.core.files import MAX_BYTES, FileError, dump_project, parse_project
from playground.core.graph import Graph
from playground.core.language import mark, tr
from playground.core.listing import NotAListing, looks_like_listing, read
from playground.core.project import FORMAT, Project

MIME, TOKEN_MIME = "application/x-playground-layers+json", "application/x-playground-project"
_LONGEST_LIST = 8_000_000  # letters; five thousand layers with all their fields have less than three
NOTHING = mark("The clipboard holds no layers. Copy some on a canvas first.")
_WHERE = "clipboard"  # what stands before the reason, and is taken away again


class NotLayers(Exception):
    """What is on the clipboard cannot be pasted; the message says why."""


@dataclass(frozen=True, slots=True)
class Copied:
    """Layers with their links, frames and notes; the networks that blocks among them show; the mark of the project."""

    part: Graph
    networks: Mapping[str, Graph] = field(default_factory=dict)
    token: str = ""


def put(project: Project, network: str, nodes: frozenset[str], token: str = "") -> None:
    """Copy the layers, frames and notes ``nodes``, links among them, and the networks that blocks among them show."""
    part = part_of(project.networks[network], nodes)
    networks = {**shown_by(project.networks, part), network: part}
    text = dump_project(Project(title=tr("Copied layers"), networks=networks, main=network))
    data = QMimeData()
    data.setData(MIME, text.encode("utf-8"))
    data.setData(TOKEN_MIME, token.encode("utf-8"))
    data.setText(text)
    QGuiApplication.clipboard().setMimeData(data)


def put_text(text: str) -> None:
    """Copy a text that is not the program's own form."""
    QGuiApplication.clipboard().setText(text)


def take(project: Project) -> Copied:
    """The copied layers. Raises ``NotLayers``. ``project`` has the networks that blocks of a plain list may show."""
    data = QGuiApplication.clipboard().mimeData()
    if data is None:
        raise NotLayers(tr(NOTHING))
    return from_data(data, project)


def may_hold_layers(data: QMimeData) -> bool:
    """Whether what is dragged may be layers: what this program copies, or a text that begins like a list of them."""
    return data.hasFormat(MIME) or (data.hasText() and looks_like_listing(data.text()))


def from_data(data: QMimeData, project: Project) -> Copied:
    """The layers of what was copied or dragged. Raises ``NotLayers``; all checks of a file are made on them too."""
    try:
        text = bytes(data.data(MIME).data()).decode("utf-8") if data.hasFormat(MIME) else data.text()
    except UnicodeDecodeError as error:
        raise NotLayers(tr(NOTHING)) from error
    if len(text) > MAX_BYTES:
        raise NotLayers(tr(NOTHING))
    if f'"{FORMAT}"' not in text:
        return _from_listing(text, project)
    token = bytes(data.data(TOKEN_MIME).data()).decode("utf-8", "replace") if data.hasFormat(TOKEN_MIME) else ""
    return _from_project(text, token)


def _from_listing(text: str, project: Project) -> Copied:
    if not looks_like_listing(text):
        raise NotLayers(tr(NOTHING))
    if len(text) > _LONGEST_LIST:  # reading it would hold the window up for seconds
        size, most = len(text) / 1e6, _LONGEST_LIST // 1_000_000
        raise NotLayers(
            tr(
                "The text on the clipboard has {size:.0f} MB; a list of layers has at most {most}.",
                size=size,
                most=most,
            )
        )
    try:
        return Copied(read(text, project.networks))
    except NotAListing as error:
        raise NotLayers(tr("This text is no list of layers. {error}", error=error)) from error


def _from_project(text: str, token: str) -> Copied:
    try:
        project = parse_project(text, _WHERE)
    except FileError as error:
        reason = str(error).removeprefix(f"{_WHERE}: ")
        raise NotLayers(tr("The layers on the clipboard cannot be read: {reason}", reason=reason)) from error
    graph = project.networks[project.main_network]
    if not graph.nodes and not graph.frames and not graph.notes:
        raise NotLayers(tr(NOTHING))
    return Copied(graph, shown_by(project.networks, graph), token)
