"""The widgets of a page: paragraphs with links, formulas that can be copied, facts, parameters, links to pages."""

from __future__ import annotations

import re
from html import escape
from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QHideEvent, QPalette, QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from playground.core.language import tr
from playground.ui.formulas import formulas
from playground.ui.help.blocks import Parameter
from playground.ui.theme import theme
from playground.ui.widgets.basics import label, set_flag
from playground.ui.widgets.formula_view import FormulaView

_ADDRESSES = (
    (re.compile(r"arXiv:(\d{4}\.\d{4,5})"), r'<a href="https://arxiv.org/abs/\1">arXiv:\1</a>'),
    (re.compile(r"doi:(10\.[^\s,;]+)"), r'<a href="https://doi.org/\1">doi:\1</a>'),
    (
        re.compile(r"(?<![/\w.])((?:deeplearningbook|otexts|proceedings\.mlr)\.(?:org|com|press)(?:/[\w./]+)?)"),
        r'<a href="https://\1">\1</a>',
    ),
)
_LATER = 80  # milliseconds
_WAITING = 40  # pixels kept free for a formula that is not drawn yet


def paragraph(text: str, look: str, open_link: Any) -> QLabel:
    """A paragraph that can be selected; sources ("reference") have links to the papers."""
    if look != "reference":
        return _reading(label(text, look, wrap=True))
    made = _Prose(linked(text))
    made.setTextFormat(Qt.TextFormat.RichText)
    made.setProperty("look", "help-reference")
    return _reading(_wrapped(made), open_link)


def linked(text: str) -> str:
    """A source as HTML, its arXiv numbers, DOIs and sites as links."""
    found = escape(text)
    for pattern, link in _ADDRESSES:
        found = pattern.sub(link, found)
    return found


def prose(markdown: str, open_link: Any) -> QWidget:
    """Paragraphs and lists in Markdown; links name pages (``theory:gan``) or addresses."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    for part in re.split(r"\n\s*\n|\n(?=- )", markdown.strip()):
        text = _Prose(" ".join(part.removeprefix("- ").split()))
        text.setTextFormat(Qt.TextFormat.MarkdownText)
        _reading(_wrapped(text), open_link)
        if not part.startswith("- "):
            column.addWidget(text)
            continue
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(label("•", "muted"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(text, 1)
        column.addLayout(row)
    return made


class _Prose(QLabel):
    """Its links have the colour of the theme that is shown."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._follow()
        theme().changed.connect(self._follow)

    def _follow(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Link, theme().color("accentText"))
        self.setPalette(palette)


def _wrapped(made: QLabel) -> QLabel:
    made.setWordWrap(True)
    made.setMinimumWidth(1)
    return made


def _reading(made: QLabel, open_link: Any = None) -> QLabel:
    """Text that one may select; with ``open_link`` its links are reached by mouse and keys."""
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if open_link is not None:
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        made.linkActivated.connect(open_link)
    return made


class FormulaBlock(FormulaView):
    """A formula in the size of the page; its LaTeX can be copied."""

    def __init__(self, latex: str, scale: float = 1.0) -> None:
        self._scale = scale
        super().__init__(latex)
        self._later = QTimer(self, singleShot=True, interval=_LATER)
        self._later.timeout.connect(self._load)
        self.setAccessibleName(tr("Formula: {latex}", latex=latex))
        self.setToolTip(tr("Right-click to copy the LaTeX"))

    def set_scale(self, scale: float) -> None:
        self._scale = scale
        self.updateGeometry()
        self.update()

    def showEvent(self, event: QShowEvent) -> None:
        """A formula that is yet to be drawn waits until the page is there: its thread would slow that down."""
        if formulas().has(self._latex):
            super().showEvent(event)
        else:
            QWidget.showEvent(self, event)
            self._later.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._later.stop()

    @property
    def latex(self) -> str:
        return self._latex

    def sizeHint(self) -> QSize:
        found = super().sizeHint()
        return QSize(round(found.width() * self._scale), max(_WAITING, round(found.height() * self._scale)))

    def heightForWidth(self, width: int) -> int:
        return max(_WAITING, super().heightForWidth(width)) if not self.ready else super().heightForWidth(width)

    def _drawn_size(self, room: int) -> tuple[float, float]:
        assert self._renderer is not None
        size = self._renderer.viewBoxF().size()
        scale = min(self._scale, room / size.width()) if size.width() > 0 else 0.0
        return size.width() * scale, size.height() * scale

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("Copy LaTeX"), self.copy)
        menu.popup(event.globalPos())

    def copy(self) -> None:
        """The LaTeX to the clipboard."""
        QGuiApplication.clipboard().setText(self._latex)


class FactsBlock(QWidget):
    """Names in grey, values beside them."""

    def __init__(self, rows: tuple[tuple[str, str], ...]) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for row, (name, value) in enumerate(rows):
            grid.addWidget(label(name, "muted"), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label(value, "", wrap=True, selectable=True), row, 1)


class ParameterBlock(QLabel):
    """One parameter: its name and first value, what it does, what it takes."""

    def __init__(self, told: Parameter) -> None:
        super().__init__()
        self.name, self._told = told.name, told
        self.setTextFormat(Qt.TextFormat.RichText)
        _reading(_wrapped(self))
        self._write()
        theme().changed.connect(self._write)

    def _write(self) -> None:
        told = self._told
        now = f" · {tr('here {value}', value=told.now)}" if told.now else ""
        default = tr("default {value}", value=told.default)
        muted = theme().color("muted").name()
        self.setText(
            f"<b>{escape(told.label)}</b> &nbsp;<code>{escape(told.name)}</code><br>{escape(told.help)}<br>"
            f'<small style="color: {muted}">{escape(f"{default}{now} · {told.takes}")}</small>'
        )

    def mark(self) -> None:
        """It is the one that was asked for."""
        set_flag(self, "look", "help-marked")


class LinkRow(_Prose):
    """Titles of other pages, as links in a row."""

    def __init__(self, links: tuple[tuple[str, str], ...], open_link: Any) -> None:
        self.links = links
        super().__init__("")
        self.setTextFormat(Qt.TextFormat.RichText)
        _reading(_wrapped(self), open_link)

    def _follow(self) -> None:
        super()._follow()
        color = theme().color("accentText").name()
        self.setText(
            " &nbsp;·&nbsp; ".join(
                f'<a href="{escape(key)}" style="color: {color}; text-decoration: none">'
                f"{escape(title).replace(' ', '&nbsp;')}</a>"
                for key, title in self.links
            )
        )
