"""A row of tabs of which none is cut: those that find no room wait in a menu at its end."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Slot
from PySide6.QtGui import QAction, QFont, QFontMetrics, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QTabBar, QToolButton, QWidget

MORE_WIDTH, MORE_HEIGHT = 32, 28
_AROUND, _AFTER = 29, 20  # a title: the style sheet's padding and margin, and the margin alone


class TabStrip(QWidget):
    """``bar`` holds all tabs; the one in front is always in the row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = _Bar(self)
        self.more = QToolButton(self)
        self.more.setText("»")
        self.more.setAccessibleName("More tabs")
        self.more.setFixedSize(MORE_WIDTH, MORE_HEIGHT)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill_menu)
        self.more.setMenu(self._menu)
        self.more.hide()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.bar.currentChanged.connect(self._on_current)

    def add_tab(self, title: str) -> None:
        self.bar.addTab(title)
        self._follow()

    def set_title(self, index: int, title: str) -> None:
        if self.bar.tabText(index) != title:
            self.bar.setTabText(index, title)
            self._follow()

    def titles(self, *, shown: bool) -> list[str]:
        """Of the tabs in the row, or of those in the menu."""
        bar = self.bar
        return [bar.tabText(index) for index in range(bar.count()) if bar.isTabVisible(index) == shown]

    def sizeHint(self) -> QSize:
        """Room for all, whatever is shown at the moment."""
        return QSize(self._wanted(), self.bar.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Room for any one of them beside the menu."""
        return QSize(max(self.bar.widths(), default=0) + MORE_WIDTH, self.bar.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._follow()

    def showEvent(self, event: QShowEvent) -> None:
        """Before it the style sheet has not said how wide a tab is."""
        super().showEvent(event)
        self._follow()

    def _follow(self) -> None:
        """Tabs came, or have other widths: ask for the room at once, so that none goes to the menu for a moment."""
        self.updateGeometry()
        around = self.parentWidget()
        layout = around.layout() if around is not None else None
        if layout is not None:
            layout.activate()
        self._share()

    @Slot(int)
    def _on_current(self, index: int) -> None:
        """A tab that is in the row comes to the front without any other one moving."""
        if index >= 0 and not self.bar.isTabVisible(index):
            self._share()
        self._place()

    def _share(self) -> None:
        """From the first on, as many as there is room for, and the one in front."""
        shown = self._fitting()
        for wanted in (True, False):  # first in, then out: one is always there
            for index in range(self.bar.count()):
                if (index in shown) == wanted != self.bar.isTabVisible(index):
                    self.bar.setTabVisible(index, wanted)
        self._place()

    def _fitting(self) -> set[int]:
        widths, current = self.bar.widths(), self.bar.currentIndex()
        if self._wanted() <= self.width() or current < 0:
            return set(range(len(widths)))
        shown, room = {current}, self.width() - MORE_WIDTH - widths[current]
        for index, width in enumerate(widths):
            if index == current:
                continue
            room -= width
            if room < 0:
                break
            shown.add(index)
        return shown

    def _wanted(self) -> int:
        """Pixels for all; nothing comes after the margin of the last one."""
        return max(0, sum(self.bar.widths()) - _AFTER)

    def _place(self) -> None:
        widths = self.bar.widths()
        taken = sum(width for index, width in enumerate(widths) if self.bar.isTabVisible(index))
        self.bar.setGeometry(0, 0, taken, self.height())
        self.more.move(min(taken, self.width() - MORE_WIDTH), (self.height() - MORE_HEIGHT) // 2)
        hidden = self.titles(shown=False)
        self.more.setVisible(bool(hidden))
        self.more.setToolTip(f"More tabs: {', '.join(hidden)}")

    def _fill_menu(self) -> None:
        self._menu.clear()
        for index in range(self.bar.count()):
            if not self.bar.isTabVisible(index):
                action = self._menu.addAction(self.bar.tabText(index).replace("&", "&&"))
                action.setData(index)
                action.triggered.connect(self._on_chosen)

    @Slot()
    def _on_chosen(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.bar.setCurrentIndex(int(action.data()))


class _Bar(QTabBar):
    """Tabs as wide as their titles. The arrow keys reach those in the menu too."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)

    def widths(self) -> list[int]:
        """Of all tabs, in pixels."""
        return [self.tabSizeHint(index).width() for index in range(self.count())]

    def tabSizeHint(self, index: int) -> QSize:
        """The same for a tab in front, whose title is bold, and behind: the others stand still."""
        hint, font = super().tabSizeHint(index), self.font()
        font.setWeight(QFont.Weight.DemiBold)
        bold = QFontMetrics(font).horizontalAdvance(self.tabText(index))
        return QSize(max(hint.width(), bold + _AROUND), hint.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.setCurrentIndex(min(max(self.currentIndex() + step, 0), self.count() - 1))
