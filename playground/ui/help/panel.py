"""The help panel: a page with back and forward, a search over all pages, and their contents."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from playground.core.language import tr
from playground.ui.drawn_icons import command_icon
from playground.ui.help.contents import Contents
from playground.ui.help.page_view import ZOOMS, PageView
from playground.ui.help.pages import Context, make_page
from playground.ui.help.topics import all_topics, found, resolve
from playground.ui.icons import sign
from playground.ui.settings import settings
from playground.ui.theme import theme
from playground.ui.widgets.basics import label

LEAST_WIDTH = 300
_MOST_REMEMBERED = 50


@dataclass
class _Visit:
    """A page that was looked at: its key ("" for the contents), the parameter, and how far it was read."""

    key: str
    parameter: str = ""
    place: int = 0


class HelpPanel(QFrame):
    """``context()`` is what the window shows. ``act_wanted`` tells the action of a button on a page."""

    act_wanted = Signal(object)
    close_wanted = Signal()

    def __init__(self, context: Callable[[], Context] = Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "panel")
        self.setMinimumWidth(LEAST_WIDTH)
        self.setAccessibleName(tr("Help"))
        self._context = context
        self._visits: list[_Visit] = []
        self._at = -1
        self._showing = False  # a page comes: the search is emptied for it
        self._topics = all_topics()
        self.view, self.contents = PageView(), Contents(self._topics)
        self.search = self._make_search()
        self._make_buttons()
        self._pages = QStackedWidget()
        for page in (self.contents, self.view):
            self._pages.addWidget(page)
        self._lay_out()
        self.view.link_wanted.connect(self.follow_link)
        self.view.act_wanted.connect(self.act_wanted)
        self.view.zoom_wanted.connect(self.zoom)
        self.contents.chosen.connect(self.open)
        self.contents.left_upwards.connect(self.search.setFocus)
        self.view.set_zoom(min(ZOOMS, key=lambda zoom: abs(zoom - settings().panel_size("help_zoom", 100, 10))))
        self._zoom = min(ZOOMS, key=lambda zoom: abs(zoom - settings().panel_size("help_zoom", 100, 10)))
        theme().changed.connect(self._draw_icons)

    # --- what others use ---

    @property
    def key(self) -> str:
        """Of the page that is shown; "" while it is the contents."""
        return self._visits[self._at].key if self._at >= 0 else ""

    @property
    def visited(self) -> bool:
        """Whether any page was shown yet."""
        return self._at >= 0

    def open(self, wanted: str = "") -> None:
        """Show a page; "" the contents. One that does not exist is searched for."""
        try:
            key, parameter = resolve(wanted) if wanted else ("", "")
        except KeyError:
            self.show_contents()
            self.search.setText(wanted)
            return
        self._leave()
        del self._visits[self._at + 1 :]
        if self._at < 0 or self._visits[self._at].key != key or parameter:
            self._visits.append(_Visit(key, parameter))
        del self._visits[:-_MOST_REMEMBERED]
        self._at = len(self._visits) - 1
        self._show()

    def show_contents(self) -> None:
        """All pages by group."""
        self.open("")

    def back(self) -> None:
        self._go(-1)

    def forward(self) -> None:
        self._go(1)

    def follow_link(self, link: str) -> None:
        """A page of ours, or an address, which the browser opens."""
        if link.startswith(("https://", "http://")):
            QDesktopServices.openUrl(QUrl(link))
        else:
            self.open(link)

    def zoom(self, steps: int) -> None:
        """Larger or smaller type; remembered. 0: as at first."""
        at = ZOOMS.index(self._zoom)
        self._zoom = ZOOMS[min(max(at + steps, 0), len(ZOOMS) - 1)] if steps else 100
        self.view.set_zoom(self._zoom)
        settings().set_panel_size("help_zoom", self._zoom)
        self._follow_buttons()

    def refresh(self) -> None:
        """Make the page anew: what is selected, or the project, is another. It stays where it was read."""
        if self.isVisible() and self._at >= 0 and self.key and self._pages.currentWidget() is self.view:
            page = make_page(self.key, self._context())
            if page != self.view.page:
                place = self.view.place
                self.view.show_page(page)
                self.view.go_to(place)

    # --- parts ---

    def _make_search(self) -> QLineEdit:
        made = QLineEdit()
        made.setPlaceholderText(tr("Search help"))
        made.setAccessibleName(tr("Search help"))
        made.setClearButtonEnabled(True)
        made.setMinimumHeight(32)
        made.textChanged.connect(self._on_typed)
        made.returnPressed.connect(self._on_return)
        return made

    def _make_buttons(self) -> None:
        self.back_button = _tool(tr("Back"), self.back)
        self.forward_button = _tool(tr("Forward"), self.forward)
        self.contents_button = _tool(tr("All pages"), self.show_contents)
        self.smaller_button = _tool(tr("Smaller type"), lambda: self.zoom(-1), "A−")
        self.larger_button = _tool(tr("Larger type"), lambda: self.zoom(1), "A+")
        self.close_button = _tool(tr("Close help"), self.close_wanted.emit)
        for keys, act in (
            (QKeySequence.StandardKey.Back, self.back), (QKeySequence.StandardKey.Forward, self.forward),
            ("Ctrl++", lambda: self.zoom(1)), ("Ctrl+=", lambda: self.zoom(1)), ("Ctrl+-", lambda: self.zoom(-1)),
            ("Ctrl+0", lambda: self.zoom(0)),
        ):  # fmt: skip
            QShortcut(QKeySequence(keys), self, act, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._draw_icons()

    def _draw_icons(self) -> None:
        color = theme().color("text")
        self.back_button.setIcon(sign("previous", color))
        self.forward_button.setIcon(sign("next", color))
        self.contents_button.setIcon(command_icon("contents", color))
        self.close_button.setIcon(sign("close", color))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(12, 6, 8, 0)
        head.setSpacing(2)
        head.addWidget(label(tr("Help"), "strong"))
        head.addStretch(1)
        for each in (
            self.back_button, self.forward_button, self.contents_button, self.smaller_button, self.larger_button,
            self.close_button,
        ):  # fmt: skip
            head.addWidget(each)
        field = QHBoxLayout()
        field.setContentsMargins(12, 4, 12, 4)
        field.addWidget(self.search)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addLayout(field)
        layout.addWidget(self._pages, 1)

    # --- going ---

    def _go(self, way: int) -> None:
        if 0 <= self._at + way < len(self._visits):
            self._leave()
            self._at += way
            self._show()

    def _leave(self) -> None:
        if 0 <= self._at < len(self._visits):
            self._visits[self._at].place = self.view.place

    def _show(self) -> None:
        visit = self._visits[self._at]
        self._showing = True
        self.search.clear()
        self._showing = False
        if visit.key:
            self.view.show_page(make_page(visit.key, self._context()), visit.parameter)
            if visit.place:
                self.view.go_to(visit.place)
            self._pages.setCurrentWidget(self.view)
        else:
            self.contents.show_all()
            self._pages.setCurrentWidget(self.contents)
        self._follow_buttons()

    def _follow_buttons(self) -> None:
        self.back_button.setEnabled(self._at > 0)
        self.forward_button.setEnabled(self._at < len(self._visits) - 1)
        self.smaller_button.setEnabled(self._zoom > ZOOMS[0])
        self.larger_button.setEnabled(self._zoom < ZOOMS[-1])

    # --- search ---

    def _on_typed(self, text: str) -> None:
        if self._showing:
            return
        if text.strip():
            self.contents.show_found(found(self._topics, text), text.strip())
            self._pages.setCurrentWidget(self.contents)
        elif self.key:
            self._pages.setCurrentWidget(self.view)
        else:
            self.contents.show_all()

    def _on_return(self) -> None:
        first = self.contents.first
        if first:
            self.open(first)
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if self.search.text():
                self.search.clear()
            else:
                self.close_wanted.emit()
        elif event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            self.contents.enter_from_above()
        else:
            super().keyPressEvent(event)


def _tool(name: str, act: Callable[[], object], text: str = "") -> QToolButton:
    made = QToolButton()
    made.setToolTip(name)
    made.setAccessibleName(name)
    made.setFixedSize(28, 28)
    made.setText(text)
    made.clicked.connect(lambda _on=False: act())
    return made
