"""Colours, spacing and type from the token file; palettes and the style sheet made of them.

Own palettes on Qt's Fusion style, because ``QStyleHints.setColorScheme`` does nothing on several platforms.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from playground.core.language import spoken_language
from playground.core.resources import resource_path
from playground.ui.style_sheet import style_sheet


@cache
def tokens() -> dict[str, Any]:
    """The token file, read once."""
    loaded: dict[str, Any] = json.loads(resource_path("theme", "tokens.json").read_text(encoding="utf-8"))
    return loaded


def _size(role: str) -> int:
    return int(tokens()["type"]["sizes"][role])


_FONTS = {
    "Inter": ("Inter-Regular.otf", "Inter-SemiBold.otf", "Inter-Bold.otf"),
    "JetBrains Mono": ("JetBrainsMono-Regular.ttf",),
}
# Of macOS, Windows and the usual Linux packages, the best first.
_LANGUAGE_FONTS = {
    "zh_CN": (
        "PingFang SC", "Microsoft YaHei UI", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC",
        "WenQuanYi Micro Hei",
    ),
}  # fmt: skip
CAPTION, BODY, TITLE, DISPLAY = (_size(role) for role in ("caption", "body", "title", "display"))


class Theme(QObject):
    """The current theme; widgets that paint themselves ask it for colours and repaint on ``changed``."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._name = "light"
        self._styled = False

    @property
    def name(self) -> str:
        """One of "light", "dark", "contrast-light", "contrast-dark"."""
        return self._name

    @property
    def dark(self) -> bool:
        """Whether text is lighter than its ground."""
        return self._name.endswith("dark")

    @property
    def contrast(self) -> bool:
        """Whether it is one of high contrast: borders instead of shadows and tints, thick marks of the focus."""
        return self._name.startswith("contrast")

    def color(self, token: str) -> QColor:
        """A colour of the current theme. Raises ``KeyError`` for unknown ones.

        Grounds: bg, surface, raised, canvas, node, accentSoft. Text: text, muted, accentText, good, warn, bad, and
        onAccent. Lines: line (parts regions), edge (border of what can be typed into or pressed), accent, grid. Plots:
        train, val, third. And accentHover, shadow.
        """
        return _parse(tokens()["themes"][self._name][token])

    def family(self, family: str) -> QColor:
        """The colour of a family of layers for areas, the same in all themes."""
        return QColor(tokens()["families"][family])

    def family_line(self, family: str) -> QColor:
        """The family's colour for lines and signs: as ``family``, darker or lighter where it would be too faint."""
        return QColor(tokens()["familyLines"][self._name][family])

    def ink_on(self, ground: QColor) -> QColor:
        """Dark or light, whichever can be read better on ``ground``."""
        dark, light = (QColor(tokens()["ink"][name]) for name in ("dark", "light"))
        return max((dark, light), key=lambda ink: contrast(ink, ground))

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
        """Show ``name`` (see ``Theme.name``; None follows the system) in the whole application."""
        self._name = name or system_theme(application)
        if not self._styled:  # once: it has every widget drawn anew, as the sheet does below
            application.setStyle("Fusion")
            self._styled = True
        application.setFont(self.font())
        application.setPalette(self._palette())
        application.setStyleSheet(style_sheet(tokens(), self._name))
        self.changed.emit()

    @contextmanager
    def painting_as(self, name: str) -> Iterator[None]:
        """Let painters see the theme ``name`` meanwhile, and nobody else: for pictures that are not of the window."""
        before, self._name = self._name, name
        try:
            yield
        finally:
            self._name = before

    def _palette(self) -> QPalette:
        role, palette = QPalette.ColorRole, QPalette()
        pairs = {
            role.Window: "bg", role.Base: "surface", role.AlternateBase: "bg", role.Button: "surface",
            role.ToolTipBase: "raised", role.Text: "text", role.WindowText: "text", role.ButtonText: "text",
            role.ToolTipText: "text", role.PlaceholderText: "muted", role.Highlight: "accent", role.Link: "accentText",
            role.Mid: "line", role.Midlight: "line", role.Dark: "line", role.Light: "raised", role.Accent: "accent",
            role.HighlightedText: "onAccent",
        }  # fmt: skip
        for where, token in pairs.items():
            palette.setColor(where, self.color(token))
        for where in (role.Text, role.WindowText, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, where, self.color("muted"))
        return palette


@cache
def theme() -> Theme:
    """The one theme of the process."""
    return Theme()


def contrast(one: QColor, other: QColor) -> float:
    """The ratio of two opaque colours' luminance, from 1 to 21 (WCAG 2.2)."""
    lower, upper = sorted((luminance(one), luminance(other)))
    return (upper + 0.05) / (lower + 0.05)


def luminance(color: QColor) -> float:
    """Relative luminance from 0 (black) to 1 (white): WCAG 2.2, "relative luminance"."""
    parts = (color.redF(), color.greenF(), color.blueF())
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def system_theme(application: QApplication) -> str:
    """The theme that the system asks for: light or dark, of high contrast where a person has set that there."""
    hints = application.styleHints()
    shade = "dark" if hints.colorScheme() is Qt.ColorScheme.Dark else "light"
    high = hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast
    return f"contrast-{shade}" if high else shade


def load_fonts() -> None:
    """Make the interface's fonts known where the system does not have them. They come along with the program."""
    for family, files in _FONTS.items():
        if not QFontDatabase.hasFamily(family):
            for name in files:
                QFontDatabase.addApplicationFont(str(resource_path("fonts", name)))


def _families(wanted: str, fallback: str) -> list[str]:
    system = QFontDatabase.systemFont(
        QFontDatabase.SystemFont.FixedFont if fallback else QFontDatabase.SystemFont.GeneralFont
    ).family()
    return [wanted, *_of_language(spoken_language()), *([system] if system else [])]


@cache
def _of_language(name: str) -> list[str]:
    """The fonts that the system has for a language whose characters ours lack: else it might take Japanese shapes."""
    return [family for family in _LANGUAGE_FONTS.get(name, ()) if QFontDatabase.hasFamily(family)]


def _parse(text: str) -> QColor:
    if not text.startswith("rgba("):
        return QColor(text)
    red, green, blue, alpha = text[5:-1].split(",")
    color = QColor(int(red), int(green), int(blue))
    color.setAlphaF(float(alpha))
    return color
