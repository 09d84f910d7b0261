"""A row of tabs of which none is cut: those that find no room wait in a menu at its end. More can be opened with +."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QCursor, QFont, QFontMetrics, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QTabBar, QToolButton, QWidget

from playground.core.language import tr

MORE_WIDTH, MORE_HEIGHT = 32, 28
_CLOSER = 18
_AROUND, _AFTER = 29, 20  # a title: the style sheet's padding and margin, and the margin alone


class TabStrip(QWidget):
    """``bar`` holds all tabs; the one in front is always in the row. ``set_add_menu`` gives a + that opens others."""

    close_wanted = Signal(int)  # index of a tab that was added closable
    menu_wanted = Signal(int, QPoint)  # index of a tab that was right-clicked, where on the screen

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = _Bar(self)
        self.more, self.add = self._button("»", tr("More tabs")), self._button("+", tr("Open a view"))
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill_menu)
        self._menu.aboutToHide.connect(lambda: _unhover(self.more))
        self.more.setMenu(self._menu)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.bar.currentChanged.connect(self._on_current)
        self.bar.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.bar.customContextMenuRequested.connect(self._on_menu)

    def _button(self, text: str, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setAccessibleName(name)
        button.setFixedSize(MORE_WIDTH, MORE_HEIGHT)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        button.hide()
        return button

    def add_tab(self, title: str, *, closable: bool = False, widest: str = "") -> None:
        """``widest`` is a title that may come: there is room for it from the beginning, so that nothing moves then."""
        index = self.bar.addTab(title)
        self.bar.setTabData(index, widest)
        if closable:
            self.bar.setTabButton(index, QTabBar.ButtonPosition.RightSide, self._closer(title))
        self._follow()

    def remove_tab(self, index: int) -> None:
        self.bar.removeTab(index)
        self._follow()

    def set_add_menu(self, menu: QMenu) -> None:
        menu.aboutToHide.connect(lambda: _unhover(self.add))
        self.add.setMenu(menu)
        self.add.setToolTip(tr("Open a view"))
        self.add.show()
        self._follow()

    def _closer(self, title: str) -> QToolButton:
        button = QToolButton(self.bar)
        button.setProperty("look", "close")
        button.setText("×")
        button.setFixedSize(_CLOSER, _CLOSER)
        button.setToolTip(tr("Close {title} (Ctrl+W)", title=title))
        button.setAccessibleName(tr("Close {title}", title=title))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(self._on_closer)
        return button

    @Slot(QPoint)
    def _on_menu(self, where: QPoint) -> None:
        index = self.bar.tabAt(where)
        if index >= 0:
            self.menu_wanted.emit(index, self.bar.mapToGlobal(where))

    @Slot()
    def _on_closer(self) -> None:
        for index in range(self.bar.count()):
            if self.bar.tabButton(index, QTabBar.ButtonPosition.RightSide) is self.sender():
                self.close_wanted.emit(index)
                return

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
        return QSize(self._wanted() + self._for_add(), self.bar.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Room for any one of them beside the menu."""
        least = max(self.bar.widths(), default=0) + MORE_WIDTH + self._for_add()
        return QSize(least, self.bar.sizeHint().height())

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
        if self._wanted() + self._for_add() <= self.width() or current < 0:
            return set(range(len(widths)))
        shown, room = {current}, self.width() - self._for_add() - MORE_WIDTH - widths[current]
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
        return max(0, sum(self.bar.widths()) - self._margin())

    def _margin(self) -> int:
        """Pixels that are free behind the title of the last tab; where its cross stands there some are lacking."""
        last = self.bar.count() - 1
        return -_CLOSER // 4 if self.bar.tabButton(last, QTabBar.ButtonPosition.RightSide) is not None else _AFTER

    def _for_add(self) -> int:
        return 0 if self.add.isHidden() else MORE_WIDTH

    def _place(self) -> None:
        widths = self.bar.widths()
        taken = sum(width for index, width in enumerate(widths) if self.bar.isTabVisible(index))
        self.bar.setGeometry(0, 0, taken, self.height())
        hidden, top = self.titles(shown=False), (self.height() - MORE_HEIGHT) // 2
        end = self.width() - self._for_add()
        self.more.move(min(taken, end - MORE_WIDTH), top)
        self.more.setVisible(bool(hidden))
        self.add.move(min(end, taken + (MORE_WIDTH if hidden else -self._margin() // 2)), top)
        self.more.setToolTip(tr("More tabs: {hidden}", hidden=", ".join(hidden)))

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


def _unhover(button: QToolButton) -> None:
    """Qt takes the pointer to be over a button still whose menu it has just left."""
    button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, button.rect().contains(button.mapFromGlobal(QCursor.pos())))
    button.update()


class _Bar(QTabBar):
    """Tabs as wide as their titles. The arrow keys reach those in the menu too."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Views under the canvas"))
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
        metrics, titles = QFontMetrics(font), (self.tabText(index), self.tabData(index) or "")
        bold = max(metrics.horizontalAdvance(title) for title in titles)
        closer = self.tabButton(index, QTabBar.ButtonPosition.RightSide)
        around = _AROUND + (closer.width() if closer is not None else 0)
        return QSize(max(hint.width(), bold + around), hint.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.setCurrentIndex(min(max(self.currentIndex() + step, 0), self.count() - 1))
