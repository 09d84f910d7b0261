"""A panel that listens to a reporter of events, and dialogs that answer by themselves."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from reporting import Reporter

from playground.ui.plots.panel import PlotsPanel
from playground.ui.theme import theme


@pytest.fixture(autouse=True)
def light_theme(qapp: QApplication) -> Iterator[None]:
    theme().apply(qapp, "light")
    yield
    theme().apply(qapp, "light")


@pytest.fixture
def reporter(qapp: QApplication) -> Reporter:
    return Reporter()


@pytest.fixture
def told() -> list[str]:
    """Failures that the panel told."""
    return []


@pytest.fixture
def asked() -> list[Path | None]:
    """The answers that the save dialog will give, last first."""
    return []


@pytest.fixture
def panel(qtbot: QtBot, reporter: Reporter, told: list[str], asked: list[Path | None]) -> PlotsPanel:
    def ask(_parent: QWidget, _title: str, _name: str, _suffix: str, _kind: str) -> Path | None:
        return asked.pop()

    def tell(_parent: QWidget, message: str) -> None:
        told.append(message)

    made = PlotsPanel(reporter, ask=ask, tell=tell)
    qtbot.addWidget(made)
    made.resize(900, 260)
    with qtbot.waitExposed(made):
        made.show()
    return made
