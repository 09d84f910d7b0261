"""The pages of theory: Markdown with formulas and pictures, and buttons that open presets to try it in."""

from __future__ import annotations

import json
from functools import cache

from playground.core.language import tr
from playground.core.presets import preset_path
from playground.ui.help.blocks import Action, Block
from playground.ui.help.pages import Context
from playground.ui.help.theory_files import blocks_of, theory_pages
from playground.ui.help.topics import Topic


def theory(topic: Topic, _context: Context) -> tuple[list[Block], list[Action]]:
    page = next(page for page in theory_pages() if page.name == topic.name)
    return list(blocks_of(page.body)), [_try(preset, views) for preset, views in page.tries]


def _try(preset: str, views: tuple[str, ...]) -> Action:
    return Action("try", preset, tr("Try it: {preset}", preset=tr(preset_title(preset))), views)


@cache
def preset_title(name: str) -> str:
    """Out of the file alone: to check the whole project would take as long as the page."""
    path = preset_path(name)
    try:
        told = json.loads(path.read_text(encoding="utf-8")) if path is not None else {}
    except (OSError, ValueError):  # taken away or damaged: opening it will say so
        return name
    return tr(str(told.get("title", name))) if isinstance(told, dict) else name
