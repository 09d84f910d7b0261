"""Shows one page: a column of labels, formulas, tables and pictures, in the size that a person reads."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from playground.core.language import tr
from playground.ui.help import blocks
from playground.ui.help.block_widgets import FactsBlock, FormulaBlock, LinkRow, ParameterBlock, paragraph, prose
from playground.ui.help.pictures.catalogue import make_picture
from playground.ui.theme import tokens
from playground.ui.widgets.basics import Swatch, button, label
from playground.ui.widgets.code_box import CodeBox
from playground.ui.widgets.wrapping_row import WrappingRow

WIDEST = 640  # of a line of text in pixels: longer ones are hard to read
ZOOMS = (85, 100, 115, 130, 150, 175)  # percent
_MARGIN = 16
_AT_ONCE = 8  # widgets: about what fills the first screen
_BETWEEN = 15  # milliseconds in which what is there is painted before more is made
_OF_A_PICTURE = 6  # widgets that it counts for


class PageView(QScrollArea):
    """``link_wanted`` tells a key or an address, ``act_wanted`` the action of a button, ``zoom_wanted`` a direction."""

    link_wanted = Signal(str)
    act_wanted = Signal(object)
    zoom_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Help page"))
        self._zoom = 100
        self._parameters: dict[str, ParameterBlock] = {}
        self._waiting: list[blocks.Block] = []
        self.page: blocks.Page | None = None
        self._rest = QTimer(self, singleShot=True, interval=_BETWEEN)
        self._rest.timeout.connect(self._go_on)
        self._holder = QWidget()
        self._place_for_content = QVBoxLayout(self._holder)
        self._place_for_content.setContentsMargins(0, 0, 0, 0)
        self.content = QWidget()  # of the page that is shown
        self._place_for_content.addWidget(self.content)
        self.setWidget(self._holder)

    @property
    def pictures(self) -> list[QWidget]:
        """The interactive pictures of the page."""
        return [widget for widget in self.content.findChildren(QWidget) if widget.property("picture")]

    def show_page(self, page: blocks.Page, parameter: str = "") -> None:
        """Show ``page`` from its top, or from one of its parameters, which is marked.

        What fills the first screen is there at once; the rest follows when that is painted.
        """
        self.page = page
        self._parameters = {}
        old, self.content = self.content, QWidget()
        self.content.setObjectName("help")
        self._column = QVBoxLayout(self.content)
        self._column.setContentsMargins(_MARGIN, 4, _MARGIN, 24)
        self._column.setSpacing(8)
        self._add_head(self._column, page)
        self._waiting = list(page.blocks)
        self._build(_AT_ONCE)
        if self._zoom != 100:
            self.content.setStyleSheet(_sheet(self._zoom))
        # the old one is only hidden: to take it out of the window would have all of it styled once more
        old.hide()
        self._place_for_content.removeWidget(old)
        old.deleteLater()
        self._place_for_content.addWidget(self.content)
        self.content.show()
        self.verticalScrollBar().setValue(0)
        if parameter:
            self._mark(parameter)
        elif self._waiting and self.isVisible():
            self._rest.start()

    def finish(self) -> None:
        """Make what is left of the page now."""
        while self._waiting:
            self._build(_AT_ONCE)

    def _go_on(self) -> None:
        if self._waiting:
            self._build(_AT_ONCE)
            self._rest.start()

    def _build(self, most: int) -> None:
        """The next blocks, of about ``most`` widgets together, and free room behind the last."""
        made = 0
        while self._waiting and made < most:
            block = self._waiting.pop(0)
            widget = self._made(block)
            if isinstance(block, blocks.Heading):
                self._column.addSpacing(8)
            widget.setMaximumWidth(WIDEST)
            self._column.addWidget(widget)
            if self.content.isVisible():
                widget.show()  # a layout would do so in the next turn, and until then it takes no room
            made += _weight(block)
        if not self._waiting:
            self._column.addStretch(1)

    def set_zoom(self, percent: int) -> None:
        """One of ``ZOOMS``; what is shown follows."""
        if percent == self._zoom:
            return
        self._zoom = percent
        self.content.setStyleSheet(_sheet(percent) if percent != 100 else "")
        for formula in self.content.findChildren(FormulaBlock):
            formula.set_scale(percent / 100)

    @property
    def place(self) -> int:
        """How far it is scrolled, to come back there."""
        return self.verticalScrollBar().value()

    def go_to(self, place: int) -> None:
        self.finish()
        wide = self.viewport().width()
        self._column.activate()
        self._holder.resize(wide, max(self._column.totalHeightForWidth(wide), self.viewport().height()))
        self._place_for_content.activate()
        self.verticalScrollBar().setValue(place)

    # --- parts ---

    def _add_head(self, column: QVBoxLayout, page: blocks.Page) -> None:
        line = QHBoxLayout()
        line.setSpacing(6)
        if page.family:
            line.addWidget(Swatch(page.family))
        line.addWidget(label(page.kicker, "caption"), 1)
        title = label(page.title, "help-title", wrap=True, selectable=True)
        column.addLayout(line)
        column.addWidget(title)
        if page.actions:
            row = WrappingRow()
            for number, action in enumerate(page.actions):
                press = button(action.text, "primary" if number == 0 and action.act in ("add", "use", "try") else "")
                press.clicked.connect(lambda _on=False, action=action: self.act_wanted.emit(action))
                row.addWidget(press)
            row.setMaximumWidth(WIDEST)
            column.addWidget(row)

    def _made(self, block: blocks.Block) -> QWidget:
        makers: dict[type, Callable[..., QWidget]] = {
            blocks.Heading: lambda b: label(b.text, "help-heading", wrap=True),
            blocks.Text: lambda b: paragraph(b.text, b.look, self.link_wanted),
            blocks.Prose: lambda b: prose(b.markdown, self.link_wanted),
            blocks.Formula: lambda b: FormulaBlock(b.latex, self._zoom / 100),
            blocks.Code: lambda b: _code(b.text),
            blocks.Facts: lambda b: FactsBlock(b.rows),
            blocks.Parameter: self._parameter,
            blocks.Picture: lambda b: make_picture(b.name, b.options),
            blocks.Links: lambda b: LinkRow(b.links, self.link_wanted),
        }
        return makers[type(block)](block)

    def _parameter(self, block: blocks.Parameter) -> QWidget:
        made = self._parameters[block.name] = ParameterBlock(block)
        return made

    def _mark(self, parameter: str) -> None:
        self.finish()
        marked = self._parameters.get(parameter)
        if marked is not None:
            marked.mark()
            self.go_to(0)
            self.verticalScrollBar().setValue(max(0, marked.y() - 48))

    # --- events ---

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._waiting:
            self._rest.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._rest.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ends = {Qt.Key.Key_Home: self.verticalScrollBar().minimum(), Qt.Key.Key_End: self.verticalScrollBar().maximum()}
        if event.key() in ends:
            self.verticalScrollBar().setValue(ends[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_wanted.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)


def _weight(block: blocks.Block) -> int:
    """About how many widgets it takes."""
    if isinstance(block, blocks.Prose):
        return block.markdown.count("\n\n") + block.markdown.count("\n- ") + 1
    return _OF_A_PICTURE if isinstance(block, blocks.Picture) else 1


def _code(text: str) -> CodeBox:
    made = CodeBox()
    made.set_code(text)
    return made


def _sheet(percent: int) -> str:
    """Sizes of type for the column, from those of the token file."""
    sizes = tokens()["type"]["sizes"]
    body, caption = (round(sizes[role] * percent / 100) for role in ("body", "caption"))
    title, heading = round(sizes["display"] * percent / 100), round(sizes["title"] * percent / 100)
    return (
        f"#help QLabel {{ font-size: {body}px; }}"
        f'#help QLabel[look="caption"], #help QLabel[look="help-reference"] {{ font-size: {caption}px; }}'
        f'#help QLabel[look="help-title"] {{ font-size: {title}px; font-weight: 600; }}'
        f'#help QLabel[look="help-heading"] {{ font-size: {heading}px; font-weight: 600; }}'
    )
