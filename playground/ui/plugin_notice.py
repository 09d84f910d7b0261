"""One line about plug-ins that could not be loaded; the whole story is in the About dialog."""

from __future__ import annotations

from playground.core.language import tr
from playground.core.plugins import Plugin, plugins
from playground.ui.main_window import MainWindow


def tell_of_failed_plugins(window: MainWindow) -> None:
    """Show the line when there is something to say."""
    failed = [plugin for plugin in plugins() if plugin.error is not None]
    if failed:
        window.messages.show_message(
            notice(failed), "warning", [(tr("Details"), window.menu_actions.about.trigger)], key="plugins"
        )


def notice(failed: list[Plugin]) -> str:
    """What failed, and that the rest works."""
    if len(failed) == 1:
        return tr(
            "The plug-in {name} could not be loaded: {error}. Its layers are missing.",
            name=failed[0], error=failed[0].error,
        )  # fmt: skip
    names = ", ".join(plugin.name for plugin in failed)
    return tr(
        "{count} plug-ins could not be loaded: {names}. Their layers are missing.", count=len(failed), names=names
    )
