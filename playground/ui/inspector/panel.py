"""The inspector: tabs Layer · Training · Data over one page each."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from playground.core.language import mark, tr
from playground.ui.help_port import selected_topic
from playground.ui.inspector.data_page import DataPage
from playground.ui.inspector.layer_page import LayerPage
from playground.ui.inspector.training_page import TrainingPage
from playground.ui.project_session import ProjectSession
from playground.ui.run_controller import RunController
from playground.ui.widgets.basics import scrolled

MINIMUM_WIDTH = 240


TABS = (mark("Layer"), mark("Training"), mark("Data"))  # what they are called in code is English


class InspectorPanel(QFrame):
    """Renders the session and sends edits to it; what runs is read from the controller."""

    help_wanted = Signal(str)  # the topic of a help page: a layer's type, or its type and a field ("Conv2D.kernel")

    def __init__(self, session: ProjectSession, controller: RunController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "panel")
        self.setMinimumWidth(MINIMUM_WIDTH)
        self.setAccessibleName(tr("Inspector"))
        self.layer_page = LayerPage(session)
        self.layer_page.help_wanted.connect(self.help_wanted)
        self._session = session
        self.training_page = TrainingPage(session, controller)
        self.data_page = DataPage(session, controller)
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(tr("Inspector"))
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideRight)  # in a language of long words
        self._pages = QStackedWidget()
        for title, page in zip(TABS, (self.layer_page, self.training_page, self.data_page), strict=True):
            self.tabs.setTabToolTip(self.tabs.addTab(tr(title)), tr(title))
            self._pages.addWidget(scrolled(page))
        self.tabs.currentChanged.connect(self._pages.setCurrentIndex)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(12, 0, 12, 0)  # and 4 within each tab
        head.addWidget(self.tabs)
        head.addStretch(1)
        layout.addLayout(head)
        layout.addWidget(self._pages, 1)

    def open_help_with(self, act: Callable[[str], None]) -> None:
        """``act(topic)`` opens a page of help; from now on the help of a field offers to."""
        self.help_wanted.connect(act)
        self.layer_page.offer_pages()

    def help_topic(self) -> str:
        """The page of what the tab in front is about, where the part with the keyboard has none of its own."""
        data = self._pages.currentIndex() == self._pages.count() - 1
        return self.data_page.help_topic() if data else selected_topic(self._session)

    def show_tab(self, name: str) -> None:
        """Bring one of ``TABS`` to the front. Raises ``ValueError`` for others."""
        self.tabs.setCurrentIndex(TABS.index(name))
