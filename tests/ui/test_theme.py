"""Themes, their tokens and the fonts that come along."""

from __future__ import annotations

import re
from collections import Counter
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontDatabase, QRawFont
from PySide6.QtWidgets import QApplication

from playground.core.resources import resource_path
from playground.ui.drawn_icons import command_icon
from playground.ui.style_sheet import style_sheet
from playground.ui.theme import BODY, CAPTION, DISPLAY, TITLE, contrast, load_fonts, system_theme, theme, tokens


def system(scheme: Qt.ColorScheme, preference: Qt.ContrastPreference) -> object:
    """A system that asks for these: off screen there is no real one that does."""
    access = SimpleNamespace(contrastPreference=lambda: preference)
    hints = SimpleNamespace(colorScheme=lambda: scheme, accessibility=lambda: access)
    return SimpleNamespace(styleHints=lambda: hints)


@pytest.mark.parametrize(
    ("scheme", "preference", "expected"),
    [
        (Qt.ColorScheme.Dark, Qt.ContrastPreference.NoPreference, "dark"),
        (Qt.ColorScheme.Unknown, Qt.ContrastPreference.NoPreference, "light"),
        (Qt.ColorScheme.Light, Qt.ContrastPreference.HighContrast, "contrast-light"),
        (Qt.ColorScheme.Dark, Qt.ContrastPreference.HighContrast, "contrast-dark"),
    ],
)
def test_the_system_decides_where_nobody_else_does(scheme, preference, expected: str) -> None:
    assert system_theme(system(scheme, preference)) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["light", "dark", "contrast-light", "contrast-dark"])
def test_the_style_sheet_takes_colours_type_and_radii_from_the_tokens_alone(name: str) -> None:
    sheet = style_sheet(tokens(), name)
    assert re.findall(r"\{[A-Za-z.]+\}", sheet) == []  # every name was known
    colours = set(re.findall(r"#[0-9A-Fa-f]{6}", sheet))
    assert colours <= set(tokens()["themes"][name].values())
    assert set(re.findall(r"font-size: (\d+)px", sheet)) <= {str(n) for n in tokens()["type"]["sizes"].values()}
    assert set(re.findall(r"border-radius: (\d+)px", sheet)) <= {str(n) for n in tokens()["radius"].values()} | {"0"}


def test_sizes_are_those_of_the_token_file() -> None:
    sizes = tokens()["type"]["sizes"]
    assert (sizes["caption"], sizes["body"], sizes["title"], sizes["display"]) == (CAPTION, BODY, TITLE, DISPLAY)


def test_high_contrast_has_neither_shadows_nor_soft_borders(qapp: QApplication) -> None:
    try:
        for name in ("contrast-light", "contrast-dark"):
            theme().apply(qapp, name)
            assert theme().contrast
            assert theme().color("shadow").alpha() == 0
            assert contrast(theme().color("line"), theme().color("surface")) >= 4.5
            assert contrast(theme().color("edge"), theme().color("surface")) >= 7
            assert "2px solid" in qapp.styleSheet()
    finally:
        theme().apply(qapp, "light")


def test_the_fonts_that_come_along_are_those_that_are_asked_for(qapp: QApplication) -> None:
    for name, family, weight in (
        ("Inter-Regular.otf", "Inter", "Regular"), ("Inter-SemiBold.otf", "Inter", "Semi Bold"),
        ("JetBrainsMono-Regular.ttf", "JetBrains Mono", "Regular"),
    ):  # fmt: skip
        path = resource_path("fonts", name)
        font = QRawFont(str(path), BODY)
        assert family in font.familyName()
        assert weight in f"{font.familyName()} {font.styleName()}"
        assert all(font.supportsCharacter(ord(sign)) for sign in "Aaßé0×·…“”−≥Ω→"), name
        assert b"SIL Open Font License" in bytes(font.fontTable("name")).replace(b"\0", b"")
    assert "SIL OPEN FONT LICENSE" in resource_path("fonts", "OFL.txt").read_text(encoding="utf-8")
    assert sum(path.stat().st_size for path in resource_path("fonts").iterdir()) < 1_500_000
    load_fonts()
    assert QFontDatabase.hasFamily("Inter")
    assert QFontDatabase.hasFamily("JetBrains Mono")


def test_an_icon_takes_its_colour_and_one_that_was_not_drawn_is_refused(qapp: QApplication) -> None:
    image = command_icon("open", QColor("#AA3311")).pixmap(32, 32).toImage()
    seen = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    inks = Counter(color.name() for color in seen if color.alpha() == 255)
    assert inks.most_common(1)[0][0] == "#aa3311"
    with pytest.raises(FileNotFoundError):
        command_icon("no such thing", QColor("black"))
