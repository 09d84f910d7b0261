"""Where the commands come from: the menus as they are now, presets, recent files, layers, help pages."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from playground.core.language import in_english, tr
from playground.core.layer import REGISTRY
from playground.core.presets import in_order, load_preset, preset_names
from playground.ui.command_palette.command import Command
from playground.ui.menu_texts import plain
from playground.ui.settings import settings

if TYPE_CHECKING:
    from playground.ui.main_window import MainWindow

_MOST_LAYERS = 5000


def commands(window: MainWindow) -> list[Command]:
    """All of them, in the order of the menus first. Read anew each time: menus, layers and files change."""
    found = list(of_menus(window.menuBar()))
    found += of_files(window)
    if window.on_workbench:
        found += of_layers(window)
    found += of_help(window)
    return found


def of_menus(bar: QMenuBar) -> Iterator[Command]:
    """Every action that stands in a menu; menus that fill themselves when they open are filled first."""
    for action in bar.actions():
        menu = action.menu()
        if isinstance(menu, QMenu):
            yield from _of_menu(menu, plain(action.text()))


def _of_menu(menu: QMenu, place: str) -> Iterator[Command]:
    menu.aboutToShow.emit()
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from _of_menu(inner, f"{place} ▸ {plain(action.text())}")
        elif not action.isSeparator() and action.text():
            yield _of_action(action, place)


def _of_action(action: QAction, place: str) -> Command:
    title = plain(action.text())
    checked = action.isCheckable() and action.isChecked()
    lacks = "" if action.isEnabled() else _why(action)
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    shown = tr("{title} (on)", title=title) if checked else title
    others = str(action.property("words") or "").split(", ")
    words = (title, plain(in_english(action.text())), action.toolTip(), *filter(None, others))
    return Command(f"{place}/{title}", shown, action.trigger, place, keys, lacks, words=words)


def _why(action: QAction) -> str:
    """A disabled action's own reason where it has one, as views have."""
    reason = action.property("lacks")
    return str(reason) if reason else tr("Not possible just now")


def of_files(window: MainWindow) -> Iterator[Command]:
    """Presets and recent files."""
    place = tr("Examples")
    for preset in in_order(load_preset(name) for name in preset_names()):
        yield Command(
            f"preset:{preset.name}", preset.title, partial(window.files.open_preset, preset.name), place,
            words=(preset.name, in_english(preset.title), preset.description),
        )  # fmt: skip
    for path in settings().recent_files:
        act = partial(window.files.open_path, path)
        yield Command(f"file:{path}", path.name, act, tr("Recent files"), words=(str(path.parent),))


def of_layers(window: MainWindow) -> Iterator[Command]:
    """Layers of the network to go to, and kinds to add."""
    session, view = window.session, window.canvas.view
    for node in session.graph.nodes[:_MOST_LAYERS]:
        family = node.kind.family if node.kind is not None else ""
        go = partial(_go_to, window, session.network, node.id)
        yield Command(f"layer:{node.id}", tr("Go to {layer}", layer=node.title), go, session.network, family=family)
    for kind in REGISTRY.all():
        if kind.family == "block":
            continue
        add = partial(view.add_layer, kind.type_name)
        yield Command(
            f"add:{kind.type_name}", tr("Add {layer}", layer=tr(kind.title)), add, tr("Layers"), family=kind.family,
            words=(kind.title, *kind.keywords, tr(kind.summary)),
        )  # fmt: skip


def _go_to(window: MainWindow, network: str, node: str) -> None:
    window.session.show_network(network)
    window.session.select([node])
    window.canvas.view.center_on_node(node)


def of_help(window: MainWindow) -> Iterator[Command]:
    """Every page of the help."""
    from playground.ui.help_port import open_topic, topics

    for key, title, keywords in topics():
        yield Command(
            f"help:{key}",
            tr("Help: {topic}", topic=title),
            partial(open_topic, key, window),
            tr("Help"),
            words=(title, in_english(title), *keywords),
        )
