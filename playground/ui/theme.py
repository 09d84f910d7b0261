"""Colours, spacing and type from the token file; palettes and the style sheet made of them.

Own palettes on Qt's Fusion style, because ``QStyleHints.setColorScheme`` does nothing on several platforms.
"""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from playground.core.resources import resource_path
from playground.ui.style_sheet import style_sheet

CAPTION, BODY, TITLE, DISPLAY = 11, 13, 15, 22


@cache
def tokens() -> dict[str, Any]:
    """The token file, read once."""
    loaded: dict[str, Any] = json.loads(resource_path("theme", "tokens.json").read_text(encoding="utf-8"))
    return loaded


class Theme(QObject):
    """The current theme; widgets that paint themselves ask it for colours and repaint on ``changed``."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._name = "light"

    @property
    def name(self) -> str:
        return self._name

    @property
    def dark(self) -> bool:
        return self._name == "dark"

    def color(self, token: str) -> QColor:
        """A colour of the current theme: bg, surface, raised, canvas, grid, line, text, muted, accent, accentSoft,
        good, warn, bad, train, val, node, shadow. Raises ``KeyError`` for others.
        """
        return _parse(tokens()["themes"][self._name][token])

    def family(self, family: str) -> QColor:
        """The colour of a family of layers, the same in both themes."""
        return QColor(tokens()["families"][family])

    def font(self, size: int = BODY, *, bold: bool = False, mono: bool = False) -> QFont:
        """The interface or the monospace font at a size in pixels."""
        font = QFont()
        font.setFamilies(_families("JetBrains Mono", "monospace") if mono else _families("Inter", ""))
        if mono:
            font.setStyleHint(QFont.StyleHint.Monospace)
        font.setPixelSize(size)
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font

    def apply(self, application: QApplication, name: str | None = None) -> None:
        """Show ``name`` ("light", "dark"; None follows the system) in the whole application."""
        self._name = name or _system_theme(application)
        application.setStyle("Fusion")
        application.setFont(self.font())
        application.setPalette(self._palette())
        application.setStyleSheet(style_sheet(tokens()["themes"][self._name]))
        self.changed.emit()

    def _palette(self) -> QPalette:
        role, palette = QPalette.ColorRole, QPalette()
        pairs = {
            role.Window: "bg", role.Base: "surface", role.AlternateBase: "bg", role.Button: "surface",
            role.ToolTipBase: "raised", role.Text: "text", role.WindowText: "text", role.ButtonText: "text",
            role.ToolTipText: "text", role.PlaceholderText: "muted", role.Highlight: "accent", role.Link: "accent",
            role.Mid: "line", role.Midlight: "line", role.Dark: "line", role.Light: "raised", role.Accent: "accent",
        }  # fmt: skip
        for where, token in pairs.items():
            palette.setColor(where, self.color(token))
        palette.setColor(role.HighlightedText, QColor("#14171C" if self.dark else "#FFFFFF"))
        for where in (role.Text, role.WindowText, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, where, self.color("muted"))
        return palette


@cache
def theme() -> Theme:
    """The one theme of the process."""
    return Theme()


def _families(wanted: str, fallback: str) -> list[str]:
    system = QFontDatabase.systemFont(
        QFontDatabase.SystemFont.FixedFont if fallback else QFontDatabase.SystemFont.GeneralFont
    ).family()
    return [wanted, system] if system else [wanted]


def _system_theme(application: QApplication) -> str:
    return "dark" if application.styleHints().colorScheme() is Qt.ColorScheme.Dark else "light"


def _parse(text: str) -> QColor:
    if not text.startswith("rgba("):
        return QColor(text)
    red, green, blue, alpha = text[5:-1].split(",")
    color = QColor(int(red), int(green), int(blue))
    color.setAlphaF(float(alpha))
    return color
