from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel

from playground.core import plugins
from playground.core.plugins import Plugin
from playground.ui.dialogs.about import AboutDialog
from playground.ui.plugin_notice import notice, tell_of_failed_plugins

GOOD = Plugin("snake", "playground-snake", "1.0", ("Snake", "SpaceToDepth"))
BAD = Plugin("gates", "more-gates", "0.2", error="ImportError: No module named 'gatelib'")


@pytest.fixture
def installed(monkeypatch):
    """As if these two had been found when the layers were loaded."""
    monkeypatch.setattr(plugins, "_loaded", {(plugin.name, ""): plugin for plugin in (GOOD, BAD)})


def test_one_line_says_which_failed_and_why_and_leads_to_the_rest(installed, open_window, answer):
    window = open_window(in_thread=True)
    tell_of_failed_plugins(window)
    why = "ImportError: No module named 'gatelib'"
    said = f"The plug-in gates (more-gates 0.2) could not be loaded: {why}. Its layers are missing."
    assert window.messages.texts == [said]
    answer("Close")
    (details,) = window.messages.bars[0].buttons
    details.click()  # the About dialog opens; "Close" ends it
    assert window.messages.texts == []


def test_nothing_is_said_when_all_is_well(monkeypatch, open_window):
    monkeypatch.setattr(plugins, "_loaded", {("snake", ""): GOOD})
    window = open_window(in_thread=True)
    tell_of_failed_plugins(window)
    assert window.messages.texts == []


def test_several_failures_are_one_line():
    assert notice([BAD, BAD]) == "2 plug-ins could not be loaded: gates, gates. Their layers are missing."


def test_the_about_dialog_lists_plugins_after_the_versions(installed, qtbot):
    dialog = AboutDialog("CPU")
    qtbot.addWidget(dialog)
    text = next(label.text() for label in dialog.findChildren(QLabel) if "torch" in label.text())
    assert text.endswith(
        "Training on CPU\n\nPlug-ins\ngates (more-gates 0.2): not loaded. ImportError: No module named 'gatelib'\n"
        "snake (playground-snake 1.0): Snake, SpaceToDepth"
    )
